/* Building the tree of a condition, and saying in words what does not fit. In: pieces, by the grammar; out:
 * nodes, findings. */
#include "condition_grammar.h"

static Span span_of(const CondNode *a, const CondNode *b)
{
    if (!a || !b)
        return a ? a->at : b ? b->at : (Span){0, 0};
    return (Span){a->at.first < b->at.first ? a->at.first : b->at.first,
                  a->at.end > b->at.end ? a->at.end : b->at.end};
}

static CondNode *new_node(CondReader *reader, CondOp op, const CondNode *a, const CondNode *b)
{
    CondNode *node = ARENA_NEW(reader->arena, CondNode);
    *node = (CondNode){.op = (uint8_t)op, .a = a, .b = b, .at = span_of(a, b)};
    return node;
}

const CondNode *cond_node(CondReader *reader, CondOp op, const CondNode *a, const CondNode *b)
{
    return new_node(reader, op, a, b);
}

const CondNode *cond_compare(CondReader *reader, Comparison compare, const CondNode *a, const CondNode *b)
{
    CondNode *node = new_node(reader, COND_compare, a, b);
    node->compare = (uint8_t)compare;
    return node;
}

const CondNode *cond_each(CondReader *reader, CondOp op, const CondNode *name, const CondNode *where,
                          const CondNode *member)
{
    CondNode *node = new_node(reader, op, name, where);
    node->c = member;
    if (member)
        node->at = span_of(node, member);
    return node;
}

const CondNode *cond_word(CondReader *reader, CondOp op, const CondNode *a, const CondNode *text)
{
    CondNode *node = new_node(reader, op, a, NULL);
    node->text = text->text;
    node->at = span_of(a, text);
    return node;
}

const CondNode *cond_it(CondReader *reader, const CondNode *near)
{
    CondNode *node = new_node(reader, COND_it, NULL, NULL);
    node->at = near ? near->at : reader->pieces[reader->next ? reader->next - 1 : 0].at;
    return node;
}

/* ---- what does not fit ---- */

/* What should follow the piece before. */
static Str wanted_after(int token)
{
    switch (token) {
    case COND_TOKEN_EVERY:
        return STR("After ‘every’ name what is meant, then what must hold: every review is before by.");
    case COND_TOKEN_SOME:
    case COND_TOKEN_NO: return STR("Name what is meant next: some provision meets this.");
    case COND_TOKEN_WHERE:
        return STR("After ‘where’ one thing is asked, such as: where not in class. For more, use brackets.");
    case COND_TOKEN_NUMBER:
    case COND_TOKEN_OF: return STR("Name what is counted or meant: number of meeting, date of plan.");
    case COND_TOKEN_TOTAL:
    case COND_TOKEN_AVERAGE: return STR("Write it like this: total weekly time of provision.");
    case COND_TOKEN_HAS: return STR("After ‘has’ name what it has: every need has provision.");
    case COND_TOKEN_IS:
    case COND_TOKEN_BEFORE:
    case COND_TOKEN_AFTER:
    case COND_TOKEN_LEAST:
    case COND_TOKEN_MOST:
    case '=':
    case '<':
    case '>': return STR("Say with what it is compared: a fact, a date, a number, a choice.");
    case COND_TOKEN_AND:
    case COND_TOKEN_OR:
    case COND_TOKEN_NOT: return STR("Another condition must follow.");
    case COND_TOKEN_SAYS: return STR("After ‘says’ put the words in quotes: text says \"maintain\".");
    case COND_TOKEN_MATCHES:
    case COND_TOKEN_WORDS: return STR("Write it like this: text matches words vague-provision.");
    case '+':
    case '-':
    case '*':
    case '/': return STR("Say what is reckoned with: a fact, a number, a length of time.");
    case '(': return STR("Write a condition between the brackets.");
    default: return STR("Put ‘and’ or ‘or’ between two conditions.");
    }
}

/* The word that opened what is not finished: after `every review` it is still said what must hold. */
static int opened_by(const CondReader *reader)
{
    const Piece *piece = &reader->pieces[reader->next];
    int before = reader->next ? piece[-1].token : 0;
    if (reader->next > 1 && before == COND_TOKEN_NAME && piece[-2].token == COND_TOKEN_EVERY)
        return COND_TOKEN_EVERY;
    return before;
}

void condition_report(CondReader *reader)
{
    if (reader->failed)
        return;
    reader->failed = true;
    const Piece *piece = &reader->pieces[reader->next];
    int before = opened_by(reader);
    Str wanted = before ? wanted_after(before) : STR("Write what must hold, such as: measure exists.");
    Place place = {reader->text.source, piece->at};
    Findings *findings = reader->findings;
    if (!piece->token)
        finding_condition_ends_early(findings, place, wanted);
    else
        finding_condition_does_not_go_on(
            findings, place, finding_shown(findings, source_text(place.source, place.span)), wanted);
}

const CondNode *condition_read(const Language *language, CondText text, bool is_sum, Arena *arena,
                               Findings *findings)
{
    CondReader reader = {.language = language, .text = text, .arena = arena, .findings = findings};
    reader.pieces = condition_scan(language, text, arena, findings);
    reader.start = is_sum ? COND_TOKEN_A_SUM : COND_TOKEN_A_CONDITION;
    if (!reader.pieces || sen_condition_yyparse(&reader) || reader.failed)
        return NULL;
    return reader.result;
}
