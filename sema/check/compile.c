/* Compiling checks. In: rows of check; out: a program, and findings about what is missing or makes no sense.
 */
#include "sema/check/compile.h"

#include "sema/check/evaluate.h"
#include "sema/check/typing.h"
#include "sema/words/lists.h"

#include <stdlib.h>

typedef struct Compiler {
    const Language *language;
    const Records *records;
    const Program *library;
    Arena *arena;
    Findings *findings;
    const WordLists *words; /* those of the library, beside the school's own */
    ProgramParts parts;
    Arena scratch;
} Compiler;

static const Source *source_of(const Compiler *compiler, Kind kind, uint32_t row)
{
    return records_line(compiler->records, kind, row).source;
}

/* ---- conditions and messages ---- */

static NodeId compile_condition(Compiler *compiler, Typing *typing, const Condition *condition)
{
    if (!condition->text.length)
        return NODE_NONE;
    CondText text = {.text = condition->text, .first = condition->at.first, .source = typing->source};
    const CondNode *node =
        condition_read(compiler->language, text, false, compiler->arena, compiler->findings);
    return node ? typing_condition(typing, node) : NODE_NONE;
}

/* `{phrase}`, `{because}`, `{instead}` of what is found in the words of the text; NODE_NONE: none of these.
 */
static NodeId phrase_hole(const Typing *typing, Str hole)
{
    if (!typing->asks_list)
        return NODE_NONE;
    if (str_equal_folded(hole, STR("phrase")))
        return PIECE_PHRASE;
    if (str_equal_folded(hole, STR("because")))
        return PIECE_BECAUSE;
    return str_equal_folded(hole, STR("instead")) ? PIECE_INSTEAD : NODE_NONE;
}

/* The expression in braces; `whole` is where the text stands. */
static NodeId compile_hole(Compiler *compiler, Typing *typing, Str hole, Place whole)
{
    const Source *source = typing->source;
    NodeId of_phrase = phrase_hole(typing, hole);
    if (of_phrase != NODE_NONE)
        return of_phrase;
    CondText text = {.text = hole, .source = source, .whole = whole};
    bool is_slice = hole.at >= source->text && hole.at + hole.length <= source->text + source->size;
    if (is_slice)
        text = (CondText){.text = hole, .first = (uint32_t)(hole.at - source->text), .source = source};
    const CondNode *node =
        condition_read(compiler->language, text, true, compiler->arena, compiler->findings);
    return node ? typing_sum(typing, node) : NODE_NONE;
}

static size_t find_byte(Str text, size_t from, char wanted)
{
    while (from < text.length && text.at[from] != wanted)
        from++;
    return from;
}

/* "{code} has no date." as pieces; false when something in braces means nothing. */
static bool compile_says(Compiler *compiler, Typing *typing, Str says, Place place, Stretch *pieces)
{
    pieces->first = (uint32_t)compiler->parts.pieces.count;
    for (size_t at = 0; at < says.length;) {
        size_t open = find_byte(says, at, '{'), close = find_byte(says, open, '}');
        MessagePiece piece = {.words = str_slice(says, at, open), .value = NODE_NONE};
        if (close < says.length) {
            piece.value = compile_hole(compiler, typing, str_slice(says, open + 1, close), place);
            if (piece.value == NODE_NONE)
                return false;
        }
        ARRAY_ADD(&compiler->parts.pieces, piece);
        at = close < says.length ? close + 1 : says.length;
    }
    pieces->count = (uint32_t)compiler->parts.pieces.count - pieces->first;
    return true;
}

static Severity severity_of(uint8_t choice)
{
    return choice == CHOICE_severity_error  ? SEVERITY_error
           : choice == CHOICE_severity_note ? SEVERITY_note
                                            : SEVERITY_warning;
}

static bool compile_severities(Compiler *compiler, Typing *typing, uint32_t row, Stretch *severities)
{
    const Records *records = compiler->records;
    RowRange rows = records_inside(records, KIND_check_severity, KIND_check, row);
    severities->first = (uint32_t)compiler->parts.severities.count;
    for (uint32_t one = rows.first; one < rows.end; one++) {
        const Condition *when = &records->check_severity.when[one];
        CheckSeverity severity = {.severity = (uint8_t)severity_of(records->check_severity.level[one])};
        severity.when = compile_condition(compiler, typing, when);
        if (when->text.length && severity.when == NODE_NONE)
            return false;
        ARRAY_ADD(&compiler->parts.severities, severity);
    }
    severities->count = (uint32_t)compiler->parts.severities.count - severities->first;
    return true;
}

/* ---- one check on one kind ---- */

/* Facts of the record itself, in the order in which they are asked for. */
typedef struct Asked {
    uint16_t fields[2];
    unsigned count; /* may be more than fit */
} Asked;

static void note_asked(Asked *asked, uint16_t field)
{
    for (unsigned i = 0; i < asked->count && i < 2; i++)
        if (asked->fields[i] == field)
            return;
    if (asked->count < 2)
        asked->fields[asked->count] = field;
    asked->count++;
}

static void gather_asked(const CheckNode *nodes, NodeId id, Asked *asked)
{
    if (id == NODE_NONE)
        return;
    const CheckNode *node = &nodes[id];
    bool is_fact = node->op == CHECK_OP_field || node->op == CHECK_OP_list_field;
    if (is_fact && nodes[node->a].op == CHECK_OP_item && nodes[node->a].of == 0)
        note_asked(asked, node->of);
    gather_asked(nodes, node->a, asked);
    gather_asked(nodes, node->b, asked);
    gather_asked(nodes, node->c, asked);
}

/* Whether a node asks for something of itself. */
typedef bool NodeAsks(const CheckNode *node);

static bool node_asks_words(const CheckNode *node)
{
    return node->op == CHECK_OP_matches ||
           (node->op == CHECK_OP_derived && derived_is_told((DerivedId)node->of));
}

static bool node_asks_texts(const CheckNode *node)
{
    return node->op == CHECK_OP_derived && derived_is_of_texts((DerivedId)node->of);
}

static bool tree_asks(const CheckNode *nodes, NodeId id, NodeAsks *asks)
{
    if (id >= PIECE_INSTEAD)
        return false;
    const CheckNode *node = &nodes[id];
    return asks(node) || tree_asks(nodes, node->a, asks) || tree_asks(nodes, node->b, asks) ||
           tree_asks(nodes, node->c, asks);
}

static bool rule_asks(const ProgramParts *parts, const CheckRule *rule, NodeAsks *asks)
{
    const CheckNode *nodes = parts->nodes.at;
    bool any = tree_asks(nodes, rule->when, asks) || tree_asks(nodes, rule->require, asks);
    for (uint32_t i = 0; i < rule->severities.count; i++)
        any |= tree_asks(nodes, parts->severities.at[rule->severities.first + i].when, asks);
    for (uint32_t i = 0; i < rule->says.count; i++)
        any |= tree_asks(nodes, parts->pieces.at[rule->says.first + i].value, asks);
    return any;
}

static void set_asked(CheckRule *rule, const CheckNode *nodes)
{
    Asked asked = {0};
    gather_asked(nodes, rule->require, &asked);
    rule->asked = asked.count == 1 || asked.count == 2 ? asked.fields[0] : FIELD_COUNT;
    rule->also = asked.count == 2 ? asked.fields[1] : FIELD_COUNT;
}

static bool compile_rule(Compiler *compiler, uint32_t row, RecordKind kind)
{
    const struct check_table *table = &compiler->records->check;
    Typing typing = {.language = compiler->language,
                     .parts = &compiler->parts,
                     .findings = compiler->findings,
                     .arena = &compiler->scratch,
                     .records = compiler->records,
                     .words = compiler->words,
                     .source = source_of(compiler, KIND_check, row),
                     .limit = check_limit(table->limit[row]),
                     .has_limit = !amount_is_missing(table->limit[row])};
    typing.frames[0] = (Frame){TYPE_OF(CHECK_record, kind.kind), kind.variant};
    CheckRule rule = {.check = (uint32_t)compiler->parts.checks.count, .on = kind};
    rule.when = compile_condition(compiler, &typing, &table->when[row]);
    bool good = rule.when != NODE_NONE || !table->when[row].text.length;
    rule.require = compile_condition(compiler, &typing, &table->require[row]);
    good &= rule.require != NODE_NONE;
    good &= compile_severities(compiler, &typing, row, &rule.severities);
    good &= compile_says(compiler, &typing, table->says[row],
                         records_place(compiler->records, KIND_check, row, FIELD_check_says), &rule.says);
    good &=
        compile_says(compiler, &typing, table->replace[row],
                     records_place(compiler->records, KIND_check, row, FIELD_check_replace), &rule.replace);
    good &= compile_says(compiler, &typing, table->replace_with[row],
                         records_place(compiler->records, KIND_check, row, FIELD_check_replace_with),
                         &rule.replace_with);
    rule.wants_school = typing.wants_school;
    rule.asks_words = rule_asks(&compiler->parts, &rule, node_asks_words);
    rule.asks_texts = rule_asks(&compiler->parts, &rule, node_asks_texts);
    set_asked(&rule, compiler->parts.nodes.at);
    if (good)
        ARRAY_ADD(&compiler->parts.rules, rule);
    return good;
}

/* ---- what a check says of itself ---- */

static Str joined(Compiler *compiler, const List_text *list, uint32_t row)
{
    Str text = {"", 0};
    for (uint32_t i = list->first[row]; i < list->first[row + 1]; i++)
        text = text.length ? arena_format(compiler->arena, STR_FMT "; " STR_FMT, STR_ARG(text),
                                          STR_ARG(list->items[i]))
                           : list->items[i];
    return text;
}

static Stretch samples(Compiler *compiler, const List_sample *list, uint32_t row)
{
    Stretch stretch = {(uint32_t)compiler->parts.samples.count, 0};
    for (uint32_t i = list->first[row]; i < list->first[row + 1]; i++, stretch.count++)
        ARRAY_ADD(&compiler->parts.samples, list->items[i].text);
    return stretch;
}

static Stretch kinds(Compiler *compiler, const List_record_kind *list, uint32_t row)
{
    Stretch stretch = {(uint32_t)compiler->parts.kinds.count, 0};
    for (uint32_t i = list->first[row]; i < list->first[row + 1]; i++, stretch.count++)
        ARRAY_ADD(&compiler->parts.kinds, list->items[i]);
    return stretch;
}

static Severity first_severity(const Compiler *compiler, uint32_t row)
{
    RowRange rows = records_inside(compiler->records, KIND_check_severity, KIND_check, row);
    return rows.first < rows.end ? severity_of(compiler->records->check_severity.level[rows.first])
                                 : SEVERITY_warning;
}

/* The subject of the remark that a file opens with: up to its first colon or full stop. */
static Str opening(const Source *source)
{
    Str text = {source->text, source->size};
    size_t end = find_byte(text, 0, '\n');
    if (!str_starts(text, STR("#")))
        return STR("");
    for (size_t i = 0; i + 1 < end; i++)
        if (text.at[i] == ':' || (text.at[i] == '.' && text.at[i + 1] == ' '))
            end = i;
    text = str_trim(str_slice(text, 1, end));
    return str_slice(text, 0, text.length - str_ends(text, STR(".")));
}

/* "error when plan is EHC plan; warning": its severities as they are written. */
static Str severities_written(Compiler *compiler, uint32_t row)
{
    const struct check_severity_table *table = &compiler->records->check_severity;
    RowRange rows = records_inside(compiler->records, KIND_check_severity, KIND_check, row);
    Str text = {"", 0};
    for (uint32_t one = rows.first; one < rows.end; one++) {
        Str when = table->when[one].text;
        text = arena_format(compiler->arena, STR_FMT "%s" STR_FMT "%s" STR_FMT, STR_ARG(text),
                            text.length ? "; " : "", STR_ARG(severity_name(severity_of(table->level[one]))),
                            when.length ? " when " : "", STR_ARG(when));
    }
    return text.length ? text : severity_name(SEVERITY_warning);
}

static Check describe(Compiler *compiler, uint32_t row)
{
    const struct check_table *table = &compiler->records->check;
    return (Check){.rule = {.name = table->name[row],
                            .severity = first_severity(compiler, row),
                            .why = table->because[row],
                            .cites = joined(compiler, &table->cites, row)},
                   .suggest = table->suggest[row],
                   .kinds = kinds(compiler, &table->on, row),
                   .fails = samples(compiler, &table->fails, row),
                   .passes = samples(compiler, &table->passes, row),
                   .limit = check_limit(table->limit[row]),
                   .in_force_from = table->in_force[row],
                   .in_force_until = table->in_force_until[row],
                   .owner = table->owner[row] ? table->owner[row] : CHOICE_owner_school,
                   .topic = opening(source_of(compiler, KIND_check, row)),
                   .severities = severities_written(compiler, row),
                   .when = table->when[row].text,
                   .require = table->require[row].text,
                   .says = table->says[row],
                   .replace = table->replace[row],
                   .replace_with = table->replace_with[row]};
}

/* ---- all of them ---- */

static bool is_whole(Compiler *compiler, uint32_t row)
{
    const struct check_table *table = &compiler->records->check;
    const char *part = NULL, *example = NULL;
    if (table->on.first[row] == table->on.first[row + 1])
        part = "on", example = "check outcome-has-date on outcome {";
    else if (!table->require[row].text.length)
        part = "require", example = "require by exists";
    else if (!table->says[row].length)
        part = "says", example = "says \"{code} has no date.\"";
    if (part && table->name[row].length)
        finding_check_lacks(compiler->findings, records_line(compiler->records, KIND_check, row),
                            table->name[row], str_from(part), str_from(example));
    return !part && table->name[row].length;
}

/* A name of senc's own: of a check of the library, or of a finding of the compiler. */
static bool is_name_of_senc(const Compiler *compiler, Str name)
{
    bool taken = compiler->library && program_check(compiler->library, name);
    for (unsigned kind = 0; !taken && kind < FINDING_COUNT; kind++)
        taken = str_equal_folded(finding_name((FindingKind)kind), name);
    return taken;
}

/* The check before this one that has its name; its own row for none. */
static uint32_t first_of_name(const Compiler *compiler, uint32_t row)
{
    const Str *names = compiler->records->check.name;
    uint32_t first = 0;
    while (first < row && !str_equal_folded(names[first], names[row]))
        first++;
    return first;
}

static bool is_taken(Compiler *compiler, uint32_t row)
{
    Str name = compiler->records->check.name[row];
    Place place = records_place(compiler->records, KIND_check, row, FIELD_check_name);
    uint32_t first = first_of_name(compiler, row);
    bool of_senc = is_name_of_senc(compiler, name);
    if (!of_senc && first == row)
        return false;
    Finding *finding = finding_check_stands_twice(compiler->findings, place, name);
    if (of_senc)
        finding_help(compiler->findings, finding,
                     "It is one of senc's own. Give this one another name; `settings { severity " STR_FMT
                     " note }` or `ignore " STR_FMT "` in school.sen changes that one.",
                     STR_ARG(name), STR_ARG(name));
    else
        finding_second(compiler->findings, finding,
                       records_place(compiler->records, KIND_check, first, FIELD_check_name),
                       "the first of that name");
    return true;
}

static void compile_check(Compiler *compiler, uint32_t row)
{
    if (!is_whole(compiler, row) || is_taken(compiler, row))
        return;
    const List_record_kind *on = &compiler->records->check.on;
    for (uint32_t i = on->first[row]; i < on->first[row + 1]; i++)
        if (!compile_rule(compiler, row, on->items[i]))
            break;
    Check check = describe(compiler, row);
    ARRAY_ADD(&compiler->parts.checks, check);
}

static void *keep(Arena *arena, void *at, size_t size)
{
    void *kept = size ? arena_copy(arena, at, size, alignof(max_align_t)) : NULL;
    free(at);
    return kept;
}

/* Into the arena, where nothing grows any more. */
#define KEEP(program, arena, parts, one, many)                                                               \
    ((program)->one##_count = (uint32_t)(parts)->many.count,                                                 \
     (program)->many = keep((arena), (parts)->many.at, (parts)->many.count * sizeof *(parts)->many.at))

/* The lists among the records, as they stand with their checks. */
static const WordLists *own_words(const Records *records, Arena *arena)
{
    if (!records->words.head.count)
        return NULL;
    WordLists *lists = ARENA_NEW(arena, WordLists);
    word_lists_make(records, arena, lists); /* what is wrong with them has been reported (link.c) */
    return lists;
}

void checks_compile(const Language *language, const Records *records, const Program *library, Arena *arena,
                    Program *program, Findings *findings)
{
    Compiler compiler = {.language = language,
                         .records = records,
                         .library = library,
                         .words = library ? library->words[0] : NULL,
                         .arena = arena,
                         .findings = findings};
    for (uint32_t row = 0; row < records->check.head.count; row++)
        compile_check(&compiler, row);
    *program = (Program){.words = {compiler.words, own_words(records, arena)}};
    KEEP(program, arena, &compiler.parts, check, checks);
    KEEP(program, arena, &compiler.parts, rule, rules);
    KEEP(program, arena, &compiler.parts, node, nodes);
    KEEP(program, arena, &compiler.parts, severity, severities);
    KEEP(program, arena, &compiler.parts, piece, pieces);
    KEEP(program, arena, &compiler.parts, kind, kinds);
    KEEP(program, arena, &compiler.parts, sample, samples);
    arena_free(&compiler.scratch);
}

const Check *program_check(const Program *program, Str name)
{
    for (uint32_t i = 0; i < program->check_count; i++)
        if (str_equal_folded(program->checks[i].rule.name, name))
            return &program->checks[i];
    return NULL;
}
