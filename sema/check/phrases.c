/* In: rules that failed, with the texts they asked about; out: a finding for each phrase, at its place. */
#include "sema/check/phrases.h"

#include <stdlib.h>

/* ---- gathering ---- */

typedef struct Gathering {
    Phrases *phrases;
    Evaluation *evaluation;
    const CheckRule *rule;
    uint8_t severity;
    Str allowed;
    Findings *findings;
    uint32_t gathered;
} Gathering;

/* The phrase in the file; where its text is no slice of it (it was written in pieces), the whole text. */
static Place place_of(const Gathering *gathering, FieldId field, Str text, Span at)
{
    const Records *records = gathering->evaluation->derived->records;
    CheckValue record = gathering->evaluation->frames[0];
    Place place = records_place(records, (Kind)record.kind, record.row, field);
    const Source *source = place.source;
    if (text.at < source->text || text.at + text.length > source->text + source->size)
        return place;
    uint32_t first = (uint32_t)(text.at - source->text);
    place.span = (Span){first + at.first, first + at.end};
    return place;
}

static bool says_piece(const Gathering *gathering, NodeId piece)
{
    Stretch says = gathering->rule->says;
    for (uint32_t i = says.first; i < says.first + says.count; i++)
        if (gathering->evaluation->program->pieces[i].value == piece)
            return true;
    return false;
}

/* What the list says of the phrase, less what the message has said already. */
static Str help_of(const Gathering *gathering, const Check *check, const WordEntry *entry, Arena *arena)
{
    if (!entry)
        return message_help(check, arena);
    Str because = says_piece(gathering, PIECE_BECAUSE) ? STR("") : entry->because;
    Str instead = says_piece(gathering, PIECE_INSTEAD) ? STR("") : entry->instead;
    Str help = because;
    if (instead.length)
        help =
            arena_format(arena, STR_FMT "%sWrite instead: " STR_FMT "%s", STR_ARG(because),
                         because.length ? " " : "", STR_ARG(instead), str_ends(instead, STR(".")) ? "" : ".");
    if (check->rule.cites.length)
        help = arena_format(arena, STR_FMT "%s(" STR_FMT ")", STR_ARG(help), help.length ? " " : "",
                            STR_ARG(check->rule.cites));
    return help;
}

/* On one line, as it is quoted. */
static Str in_one_line(Str words, Arena *arena)
{
    char *line = arena_alloc(arena, words.length + 1, 1);
    size_t length = 0;
    for (size_t i = 0; i < words.length; i++) {
        bool is_white =
            words.at[i] == '\n' || words.at[i] == '\r' || words.at[i] == '\t' || words.at[i] == ' ';
        if (!is_white)
            line[length++] = words.at[i];
        else if (length && line[length - 1] != ' ')
            line[length++] = ' ';
    }
    return (Str){line, length};
}

static void gather(Gathering *gathering, FieldId field, Str text, const PhraseFound *found)
{
    Evaluation *evaluation = gathering->evaluation;
    const Check *check = &evaluation->program->checks[gathering->rule->check];
    Findings *findings = gathering->findings;
    Str phrase = in_one_line(str_slice(text, found->at.first, found->at.end), &findings->arena);
    Str words = finding_shown(findings, phrase);
    PhraseTold told = {.words = words};
    if (found->entry) {
        told.because = found->entry->because;
        told.instead = found->entry->instead;
    }
    PhraseFinding finding = {.check = check,
                             .place = place_of(gathering, field, text, found->at),
                             .message =
                                 message_fill(evaluation, gathering->rule->says, &told, &findings->arena),
                             .help = help_of(gathering, check, found->entry, &findings->arena),
                             .rename = found->entry ? found->entry->rename : STR(""),
                             .allowed = gathering->allowed,
                             .row = evaluation->frames[0].row,
                             .rank = gathering->gathered++,
                             .kind = evaluation->frames[0].kind,
                             .severity = gathering->severity};
    ARRAY_ADD(&gathering->phrases->list, finding);
}

static void gather_all(Gathering *gathering, FieldId field, Str text)
{
    PhrasesFound *found = &gathering->phrases->found;
    for (size_t i = 0; i < found->count; i++)
        gather(gathering, field, text, &found->at[i]);
    found->count = 0;
}

static bool is_of_record(const CheckNode *nodes, const CheckNode *fact)
{
    return nodes[fact->a].op == CHECK_OP_item && nodes[fact->a].of == 0;
}

/* `text matches words …` of the record the check is on. */
static void gather_matches(Gathering *gathering, const CheckNode *matches)
{
    Evaluation *evaluation = gathering->evaluation;
    const CheckNode *nodes = evaluation->program->nodes, *text = &nodes[matches->a];
    bool is_fact = text->op == CHECK_OP_field || text->op == CHECK_OP_list_field;
    if (!is_fact || !is_of_record(nodes, text))
        return;
    FieldId field = (FieldId)text->of;
    Values values = column_values(evaluation->derived->records, field, evaluation->frames[0].row);
    for (uint32_t i = 0; i < values.count; i++) {
        Str words = *(const Str *)values_at(values, i);
        readings_find(evaluation->readings, matches->text, words, &gathering->phrases->found);
        gather_all(gathering, field, words);
    }
}

static void gather_node(Gathering *gathering, NodeId id)
{
    if (id == NODE_NONE)
        return;
    Evaluation *evaluation = gathering->evaluation;
    const CheckNode *node = &evaluation->program->nodes[id];
    CheckValue record = evaluation->frames[0];
    if (node->op == CHECK_OP_matches) {
        gather_matches(gathering, node);
    } else if (node->op == CHECK_OP_derived && node->of == DERIVED_provision_told_loosely) {
        readings_find_floating(evaluation->readings, (Kind)record.kind, record.row,
                               &gathering->phrases->found);
        gather_all(gathering, FIELD_provision_text, evaluation->derived->records->provision.text[record.row]);
    }
    gather_node(gathering, node->a);
    gather_node(gathering, node->b);
    gather_node(gathering, node->c);
}

bool phrases_gather(Phrases *phrases, Evaluation *evaluation, const CheckRule *rule, uint8_t severity,
                    Str allowed, Findings *findings)
{
    Gathering gathering = {.phrases = phrases,
                           .evaluation = evaluation,
                           .rule = rule,
                           .severity = severity,
                           .allowed = allowed,
                           .findings = findings};
    if (rule->asks_words && evaluation->readings)
        gather_node(&gathering, rule->require);
    return gathering.gathered > 0;
}

/* ---- which of them are told ---- */

static int compare_records(const PhraseFinding *a, const PhraseFinding *b)
{
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

/* What is allowed comes last, so that it hides nothing. */
static int compare_allowed(const PhraseFinding *a, const PhraseFinding *b)
{
    return (a->allowed.at != NULL) - (b->allowed.at != NULL);
}

/* Record by record; in each the gravest first, then the longest, then the first in the text. */
static int compare_weight(const void *left, const void *right)
{
    const PhraseFinding *a = left, *b = right;
    int order = compare_records(a, b);
    if (!order)
        order = compare_allowed(a, b);
    if (order)
        return order;
    uint32_t a_length = a->place.span.end - a->place.span.first;
    uint32_t b_length = b->place.span.end - b->place.span.first;
    if (a->severity != b->severity)
        return a->severity > b->severity ? -1 : 1;
    if (a_length != b_length)
        return a_length > b_length ? -1 : 1;
    return (a->place.span.first > b->place.span.first) - (a->place.span.first < b->place.span.first);
}

/* A phrase of each check before the second of any. */
static int compare_turn(const void *left, const void *right)
{
    const PhraseFinding *a = left, *b = right;
    int order = compare_allowed(a, b);
    if (order)
        return order;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if (a->severity != b->severity)
        return a->severity > b->severity ? -1 : 1;
    return (a->place.span.first > b->place.span.first) - (a->place.span.first < b->place.span.first);
}

static bool overlap(const PhraseFinding *a, const PhraseFinding *b)
{
    return a->place.source == b->place.source && a->place.span.first < b->place.span.end &&
           b->place.span.first < a->place.span.end;
}

/* Of the phrases of a record those that no weightier one overlaps, at the beginning. */
static size_t keep_apart(PhraseFinding *phrases, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_free = true;
        for (size_t other = 0; other < kept && is_free; other++)
            is_free = !overlap(&phrases[i], &phrases[other]);
        if (is_free)
            phrases[kept++] = phrases[i];
    }
    return kept;
}

static void tell(const PhraseFinding *phrase, size_t more, Findings *findings)
{
    Str message = phrase->message;
    if (more)
        message = arena_format(&findings->arena, STR_FMT " %zu more phrase%s in this text %s like it.",
                               STR_ARG(message), more, more == 1 ? "" : "s", more == 1 ? "is" : "are");
    Finding *finding = finding_add(findings, FINDING_check_found, (Severity)phrase->severity, phrase->place,
                                   STR_FMT, STR_ARG(message));
    finding->rule = &phrase->check->rule;
    finding->allowed = phrase->allowed;
    if (phrase->help.length)
        finding_help(findings, finding, STR_FMT, STR_ARG(phrase->help));
    if (phrase->rename.length)
        message_replace(findings, finding, phrase->place.span, phrase->rename);
}

static void tell_record(PhraseFinding *phrases, size_t count, Findings *findings)
{
    count = keep_apart(phrases, count);
    qsort(phrases, count, sizeof *phrases, compare_turn);
    size_t open = 0;
    while (open < count && !phrases[open].allowed.at)
        open++;
    size_t told = open < PHRASES_MOST ? open : PHRASES_MOST;
    for (size_t i = 0; i < told; i++)
        tell(&phrases[i], i + 1 == told ? open - told : 0, findings);
    for (size_t i = open; i < count; i++)
        tell(&phrases[i], 0, findings);
}

void phrases_report(Phrases *phrases, Findings *findings)
{
    PhraseFinding *list = phrases->list.at;
    size_t count = phrases->list.count, end;
    if (count)
        qsort(list, count, sizeof *list, compare_weight);
    for (size_t first = 0; first < count; first = end) {
        for (end = first + 1; end < count && !compare_records(&list[first], &list[end]);)
            end++;
        tell_record(list + first, end - first, findings);
    }
    phrases->list.count = 0;
}

void phrases_free(Phrases *phrases)
{
    free(phrases->list.at);
    free(phrases->found.at);
}
