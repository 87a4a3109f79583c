/* Samples. In: the text of one; out: whether its check finds fault with it, in the smallest project that can
 * hold it. */
#include "sema/check/sample.h"

#include "lexer/scan.h"
#include "parser/parse.h"
#include "sema/bind.h"
#include "sema/check/run.h"
#include "sema/link.h"
#include "support/out.h"

#include <stdlib.h>
#include <string.h>

typedef struct Building {
    const Language *language;
    RecordKind on;
    Source source; /* the sample without the braces around it */
    Tokens tokens;
    Findings findings;
    Arena arena;
    const Tree *tree;
    Out file, plan, facts;
    bool has_pupil, has_plan, has_school, is_ehc;
    int32_t today;
} Building;

static Source source_of(Str text, Arena *arena)
{
    char *copy = arena_alloc(arena, text.length + 2, 1);
    if (text.length)
        memcpy(copy, text.at, text.length);
    return (Source){.name = STR("sample"), .text = copy, .size = text.length};
}

/* ---- records around facts ---- */

/* A value for a place that must be filled. */
static const char *value_for(const Field *field)
{
    switch ((Type)field->type) {
    case TYPE_code: return "X1";
    case TYPE_name: return "x";
    case TYPE_date:
    case TYPE_start_date: return "1 October 2026";
    case TYPE_who: return "parent";
    case TYPE_clock: return "9:15";
    case TYPE_score: return "3 out of 5";
    case TYPE_reference: return schema_leads_to(field->of, KIND_pupil) ? "SAM" : "E1";
    case TYPE_number:
    case TYPE_amount: return "10";
    case TYPE_choice: return choice_info((ChoiceList)field->of, 1)->phrase.at;
    case TYPE_text:
    case TYPE_long_text:
    case TYPE_school_year:
    case TYPE_year_group:
    case TYPE_money:
    case TYPE_price:
    case TYPE_duration:
    case TYPE_span:
    case TYPE_dosage:
    case TYPE_group_size:
    case TYPE_named:
    case TYPE_flag:
    case TYPE_record_kind:
    case TYPE_condition:
    case TYPE_sample:
    case TYPE_COUNT: break;
    }
    return "\"Sample\"";
}

static void write_head(Out *out, RecordKind on)
{
    const KindInfo *info = schema_kind((Kind)on.kind);
    out_str(out, schema_variant_key((Kind)on.kind, on.variant ? on.variant - 1u : 0));
    for (FieldId id = info->first_field; id < info->field_end; id++) {
        const Field *field = schema_field(id);
        if (field->place != PLACE_HEAD && (field->place != PLACE_CLAUSE || field->many != MANY_one))
            continue;
        out_char(out, ' ');
        out_str(out, field->key);
        out_format(out, " %s", value_for(field));
    }
}

static void write_block(Out *out, RecordKind on, Str inside)
{
    write_head(out, on);
    out_format(out, " {\n" STR_FMT "}\n", STR_ARG(inside));
}

/* ---- codes that are named but not there ---- */

static Kind kind_of_letter(char letter)
{
    static const char letters[] = "CDGH";
    static const Kind kinds[] = {KIND_need, KIND_need, KIND_provision, KIND_provision};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (letters[i] == letter)
            return kinds[i];
    for (Kind kind = KIND_file + 1; kind < KIND_COUNT; kind++)
        if (schema_kind(kind)->letter.length && schema_kind(kind)->letter.at[0] == letter &&
            schema_nests(KIND_plan, kind))
            return kind;
    return KIND_file;
}

static bool is_code(Str text)
{
    return text.length > 1 && text.at[0] >= 'A' && text.at[0] <= 'K' && text.at[1] >= '1' &&
           text.at[1] <= '9';
}

/* `outcome E1 "…"` makes one, `outcome E1 partly` only names it. */
static bool makes_record(const Building *building, const Token *code, Kind kind)
{
    const Token *first = building->tokens.list.at;
    if (code == first || !str_equal_folded(token_text(&building->source, code - 1), schema_kind(kind)->key))
        return false;
    return kind == KIND_provision || kind == KIND_need || kind == KIND_aspiration ||
           code[1].kind == TOKEN_text;
}

static bool is_made(const Building *building, Str code, Kind kind)
{
    for (size_t i = 0; i + 1 < building->tokens.list.count; i++) {
        const Token *token = &building->tokens.list.at[i];
        if (token->kind == TOKEN_word && str_equal_folded(token_text(&building->source, token), code) &&
            makes_record(building, token, kind))
            return true;
    }
    return false;
}

static bool was_named_before(const Building *building, size_t index)
{
    Str code = token_text(&building->source, &building->tokens.list.at[index]);
    for (size_t i = 0; i < index; i++)
        if (str_equal_folded(token_text(&building->source, &building->tokens.list.at[i]), code))
            return true;
    return false;
}

static void supply_codes(Building *building)
{
    for (size_t i = 0; i + 1 < building->tokens.list.count; i++) {
        const Token *token = &building->tokens.list.at[i];
        Str text = token_text(&building->source, token);
        if (token->kind != TOKEN_word || !is_code(text) || was_named_before(building, i) ||
            (i && token[-1].kind == TOKEN_word &&
             str_equal_folded(token_text(&building->source, token - 1), STR("section"))))
            continue;
        Kind kind = kind_of_letter(text.at[0]);
        if (kind != KIND_file && !is_made(building, text, kind))
            out_format(&building->plan, STR_FMT " " STR_FMT " \"Sample\"\n", STR_ARG(schema_kind(kind)->key),
                       STR_ARG(text));
    }
}

/* ---- where each line of the sample stands ---- */

static Str line_text(const Building *building, const Line *line)
{
    const Token *tokens = building->tokens.list.at;
    Span span = {tokens[line->first_value].first, tokens[line->value_end - 1].end};
    if (line->has_block && line->close)
        span.end = tokens[line->close].end;
    return source_text(&building->source, span);
}

static const Phrase *key_in(const Building *building, Kind kind, const Line *line)
{
    const Token *tokens = building->tokens.list.at;
    return phrase_match(building->language, CONTEXT_KEYS(kind), tokens + line->first_value,
                        tokens + line->value_end);
}

static bool is_kind_key(const Phrase *phrase, Kind kind)
{
    return phrase && phrase->meaning == MEANING_kind && phrase->value == (uint16_t)kind;
}

/* `action plan` is a record of the file, no `action`; what stands beside the school is the school's as well.
 */
static bool is_files(const Building *building, const Phrase *in_file, const Phrase *fact)
{
    return in_file && fact && !in_file->said &&
           (in_file->length > fact->length ||
            (building->on.kind == KIND_school && fact->meaning == MEANING_kind));
}

static void place_line(Building *building, const Line *line)
{
    const Token *first = &building->tokens.list.at[line->first_value];
    const Phrase *in_file = key_in(building, KIND_file, line);
    const Phrase *in_plan = key_in(building, KIND_plan, line);
    bool is_bare = first->kind == TOKEN_text;
    Out *out = &building->file;
    if (str_equal_folded(token_text(&building->source, first), STR("today"))) {
        building->today = first[1].value;
        return;
    }
    const Phrase *fact = key_in(building, (Kind)building->on.kind, line);
    if (is_files(building, in_file, fact))
        fact = NULL;
    bool own = in_file && !in_file->said; /* `assessment` at the top is no other word for `assess` */
    bool is_record = line->has_block && fact && fact->meaning == MEANING_field && in_plan;
    if (is_bare || (fact && !is_record && !(fact->said && own)))
        out = &building->facts;
    else if (in_plan && !(in_plan->said && own))
        out = &building->plan;
    building->is_ehc |= out == &building->plan && is_kind_key(in_plan, KIND_section);
    building->has_pupil |= out == &building->file && is_kind_key(in_file, KIND_pupil);
    building->has_plan |= out == &building->file && is_kind_key(in_file, KIND_plan);
    building->has_school |= out == &building->file && is_kind_key(in_file, KIND_school);
    out_str(out, line_text(building, line));
    out_char(out, '\n');
}

static bool stands_in(RecordKind on, Kind outer)
{
    return schema_nests(outer, (Kind)on.kind);
}

/* The facts that stand alone, in a record of the check's kind, where such records stand. */
static void wrap_facts(Building *building, Out *pupil)
{
    Str facts = out_result(&building->facts);
    if (!facts.length)
        return;
    if (building->on.kind == KIND_pupil) {
        out_str(pupil, facts);
    } else if (building->on.kind == KIND_plan) {
        out_str(&building->plan, facts);
    } else if (stands_in(building->on, KIND_plan)) {
        write_block(&building->plan, building->on, facts);
    } else if (stands_in(building->on, KIND_file)) {
        write_block(&building->file, building->on, facts);
    } else {
        for (Kind outer = KIND_file + 1; outer < KIND_COUNT; outer++) {
            if (!stands_in(building->on, outer) || !schema_nests(KIND_plan, outer))
                continue;
            Out inner = {0};
            write_block(&inner, building->on, facts);
            write_block(&building->plan, (RecordKind){(uint8_t)outer, 0}, out_result(&inner));
            out_free(&inner);
            return;
        }
    }
}

static Str project_text(Building *building, Arena *arena)
{
    Out out = {0}, pupil = {0};
    for (const Line *line = building->tree->first; line; line = line->next)
        place_line(building, line);
    bool is_about_plan = building->on.kind == KIND_plan && building->on.variant == 2;
    building->is_ehc |= is_about_plan;
    building->has_school |= building->on.kind == KIND_school && building->facts.length;
    if (!building->has_plan)
        supply_codes(building);
    wrap_facts(building, &pupil);
    if (!building->has_school)
        out_text(&out, "school \"Sample School\"\n");
    if (!building->has_pupil && building->on.kind != KIND_school)
        out_format(&out, "pupil SAM \"Sam K\" {\n" STR_FMT "}\n", STR_ARG(out_result(&pupil)));
    out_str(&out, out_result(&building->file));
    bool wants_plan = building->plan.length || building->on.kind == KIND_plan;
    if (!building->has_plan && wants_plan)
        out_format(&out, "%s plan for SAM {\n" STR_FMT "}\n", building->is_ehc ? "ehc" : "support",
                   STR_ARG(out_result(&building->plan)));
    Str text = arena_str(arena, out_result(&out));
    out_free(&out);
    out_free(&pupil);
    return text;
}

/* `{ … }` without its braces. */
static Str without_braces(Str sample)
{
    sample = str_trim(sample);
    if (sample.length > 1 && sample.at[0] == '{' && sample.at[sample.length - 1] == '}')
        return str_slice(sample, 1, sample.length - 1);
    return sample;
}

/* ---- trying it ---- */

static Str first_error(const Findings *findings, Arena *arena)
{
    for (size_t i = 0; i < findings->list.count; i++)
        if (findings->list.at[i]->severity == SEVERITY_error &&
            findings->list.at[i]->kind != FINDING_check_found)
            return arena_str(arena, findings->list.at[i]->message);
    return STR("");
}

/* Does it hold only where the node does? */
static bool asks_for_loose(const CheckNode *nodes, NodeId id)
{
    if (id == NODE_NONE)
        return false;
    const CheckNode *node = &nodes[id];
    bool is_loose = node->of == DERIVED_provision_loose || node->of == DERIVED_outcome_loose;
    if (node->op == CHECK_OP_derived)
        return is_loose;
    return node->op == CHECK_OP_and && (asks_for_loose(nodes, node->a) || asks_for_loose(nodes, node->b));
}

/* Is the check on statements by themselves alone? */
static bool is_for_loose(const Program *program, const Check *check)
{
    for (uint32_t i = 0; i < program->rule_count; i++)
        if (&program->checks[program->rules[i].check] == check &&
            !asks_for_loose(program->nodes, program->rules[i].when))
            return false;
    return true;
}

static void try_project(const Language *language, const Program *program, const Check *check, Str text,
                        int32_t today, SampleOutcome *outcome, Arena *arena)
{
    Arena lines = {0};
    Tokens tokens = {0};
    Findings findings = {0};
    Derived derived;
    Records records = {.today = today};
    Source source = source_of(text, &lines);
    scan(&source, &language->words, &tokens, &findings);
    const Tree *tree = parse(&source, &tokens, &language->words, &lines, &findings);
    ARRAY_ADD(&records.sources, &source);
    bind(language, tree, &records, &findings);
    records_link(&records, &findings);
    records_derive(&derived, &records);
    derived.is_loose = is_for_loose(program, check);
    outcome->trouble = first_error(&findings, arena);
    size_t before = findings.list.count;
    CheckRun run = {.derived = &derived,
                    .programs = &program,
                    .program_count = 1,
                    .law_as_of = today,
                    .has_school = true,
                    .only = check};
    checks_run(&run, &findings);
    outcome->found = (unsigned)(findings.list.count - before);
    records_derived_free(&derived);
    records_free(&records);
    findings_free(&findings);
    tokens_free(&tokens);
    arena_free(&lines);
}

SampleOutcome sample_try(const Language *language, const Program *program, const Check *check, Str sample,
                         Arena *arena)
{
    SampleOutcome outcome = {0};
    Building building = {
        .language = language, .on = program->kinds[check->kinds.first], .today = SAMPLE_TODAY};
    building.source = source_of(without_braces(sample), &building.arena);
    scan(&building.source, &language->words, &building.tokens, &building.findings);
    building.tree =
        parse(&building.source, &building.tokens, &language->words, &building.arena, &building.findings);
    outcome.project = project_text(&building, arena);
    try_project(language, program, check, outcome.project, building.today, &outcome, arena);
    out_free(&building.file);
    out_free(&building.plan);
    out_free(&building.facts);
    tokens_free(&building.tokens);
    findings_free(&building.findings);
    arena_free(&building.arena);
    return outcome;
}
