/* Quoted words: where in a file the words stand that a check speaks of, and what may safely take their place.
 * In: the pieces of messages and a record; out: places and changes. */
#include "sema/check/run.h"

/* Where the text lies in the source; false when it is no piece of it (it was folded, or made up). */
static bool find_in_source(const Source *source, Str text, Span *span)
{
    if (!text.length || !source || text.at < source->text || text.at >= source->text + source->size)
        return false;
    uint32_t first = (uint32_t)(text.at - source->text);
    *span = (Span){first, first + (uint32_t)text.length};
    return true;
}

/* Does it lie in the record that the check is on? What stands elsewhere in the file, such as the name of
 * somebody else, is not what the finding is about. */
static bool is_in_record(const Evaluation *evaluation, Span span)
{
    const CheckValue *record = &evaluation->frames[0];
    Span whole = records_table(evaluation->derived->records, (Kind)record->kind)->place[record->row];
    return span.first >= whole.first && span.end <= whole.end;
}

static Str derived_text(Evaluation *evaluation, const MessagePiece *piece)
{
    const CheckNode *node = piece->value >= PIECE_INSTEAD ? NULL : &evaluation->program->nodes[piece->value];
    bool is_text = node && node->op == CHECK_OP_derived && node->type.id == CHECK_text;
    return is_text ? evaluate(evaluation, piece->value).text : (Str){"", 0};
}

void message_quotes(Evaluation *evaluation, Stretch pieces, Place *place)
{
    for (uint32_t i = pieces.first; i < pieces.first + pieces.count; i++) {
        Span span;
        if (!find_in_source(place->source, derived_text(evaluation, &evaluation->program->pieces[i]),
                            &span) ||
            !is_in_record(evaluation, span))
            continue;
        place->span = span;
        return;
    }
}

/* Does a sentence begin at that byte: behind a quotation mark, or behind a stop and a blank? */
static bool begins_sentence(const Source *source, uint32_t at)
{
    const char *text = source->text;
    while (at && (text[at - 1] == ' ' || text[at - 1] == '\n'))
        at--;
    char before = at ? text[at - 1] : '.';
    return before == '"' || before == '.' || before == '!' || before == '?' || (unsigned char)before >= 0x80;
}

static Str capitalised(Str text, Arena *arena)
{
    if (!text.length || text.at[0] < 'a' || text.at[0] > 'z')
        return text;
    return arena_format(arena, "%c" STR_FMT, text.at[0] - 'a' + 'A',
                        STR_ARG(str_slice(text, 1, text.length)));
}

void message_replace(Findings *findings, Finding *finding, Span span, Str text)
{
    if (begins_sentence(finding->place.source, span.first))
        text = capitalised(text, &findings->arena);
    finding_fix(findings, finding, span, text);
}

void message_fix(Evaluation *evaluation, const CheckRule *rule, Findings *findings, Finding *finding)
{
    Place place = {finding->place.source, {0, 0}};
    message_quotes(evaluation, rule->replace, &place);
    if (!place.span.end)
        return;
    message_replace(findings, finding, place.span,
                    message_fill(evaluation, rule->replace_with, NULL, &findings->arena));
}
