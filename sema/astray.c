/* Lines that a wrong brace led astray. In: a line whose first words its record does not know. Out: the record
 * it was meant for, as its indentation shows, and one finding at the brace. Indentation means nothing in a
 * plan, but where a line is wrong it tells what its writer had in mind. */
#include "sema/binder.h"

#define NO_INDENTATION UINT32_MAX

/* The blanks before what stands at `at`; NO_INDENTATION where more stands before it on its line. */
static uint32_t indentation(const Binder *binder, uint32_t at)
{
    const char *text = binder->source->text;
    uint32_t first = at;
    while (first > 0 && (text[first - 1] == ' ' || text[first - 1] == '\t'))
        first--;
    bool begins = first == 0 || text[first - 1] == '\n' || text[first - 1] == '\r';
    return begins ? at - first : NO_INDENTATION;
}

static uint32_t head_indentation(const Binder *binder, Scope scope)
{
    return indentation(binder, records_table(binder->records, scope.kind)->line[scope.row].first);
}

static bool knows(const Binder *binder, Scope scope, Cursor cursor)
{
    return phrase_match(binder->language, CONTEXT_KEYS(scope.kind), cursor.at, cursor.end) != NULL;
}

static bool same_scope(Scope a, Scope b)
{
    return a.kind == b.kind && a.row == b.row;
}

static void move_to(Binder *binder, Scope scope, bool out)
{
    binder->is_moved = true;
    binder->moves_out = out;
    binder->moved_to = scope;
}

/* A line no further in than its record, that the record around it knows: the brace of its record is missing.
 */
static bool stands_outside(Binder *binder, Scope scope, Cursor cursor, uint32_t here)
{
    if (scope.kind == KIND_file || !binder->block)
        return false;
    const TableHead *table = records_table(binder->records, scope.kind);
    Scope outer = {(Kind)table->parent_kind[scope.row], table->parent[scope.row]};
    uint32_t head = head_indentation(binder, scope);
    if (head == NO_INDENTATION || here > head || !knows(binder, outer, cursor) ||
        indentation(binder, binder->tree->tokens->list.at[binder->block->first_child->first_value].first) <=
            head)
        return false;
    if (binder->block->close) { /* else it has been reported */
        const Token *open = &binder->tree->tokens->list.at[binder->block->open];
        Finding *finding = finding_missing_brace(binder->findings, binder_token_place(binder, open));
        finding_second(binder->findings, finding, binder_token_place(binder, cursor.at),
                       "this line seems to stand outside it");
    }
    move_to(binder, outer, true);
    return true;
}

/* A line further in than the record before it, that this one knows: its brace came too soon. */
static bool stands_in_last(Binder *binder, Scope scope, Cursor cursor, uint32_t here)
{
    Scope last = binder->closed;
    if (!binder->closed_by || last.kind == KIND_file || !knows(binder, last, cursor))
        return false;
    const TableHead *table = records_table(binder->records, last.kind);
    uint32_t head = head_indentation(binder, last);
    Scope outer = {(Kind)table->parent_kind[last.row], table->parent[last.row]};
    if (!same_scope(outer, scope) || head == NO_INDENTATION || here <= head)
        return false;
    if (!binder->is_reopened) {
        const Token *close = &binder->tree->tokens->list.at[binder->closed_by];
        Finding *finding = finding_brace_too_soon(binder->findings, binder_token_place(binder, close),
                                                  binder_scope_name(binder, last));
        finding_second(binder->findings, finding, binder_token_place(binder, cursor.at),
                       "this line seems to belong to it");
        if (binder->too_soon < binder->tree->extra_count)
            findings_hush(binder->findings, (Place){binder->source, binder->tree->extra[binder->too_soon]},
                          SEVERITY_error);
        binder->too_soon += binder->too_soon < EXTRA_BRACES_MOST;
    }
    binder->is_reopened = true;
    move_to(binder, last, false);
    return true;
}

bool line_is_astray(Binder *binder, Scope scope, Cursor cursor)
{
    uint32_t here = indentation(binder, cursor.at->first);
    if (here == NO_INDENTATION)
        return false;
    return stands_outside(binder, scope, cursor, here) || stands_in_last(binder, scope, cursor, here);
}
