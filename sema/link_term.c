/* Terms: dates that cannot be. In: the school's terms; out: findings. */
#include "sema/linker.h"

#include <stdlib.h>

static void check_term(Linker *linker, uint32_t row)
{
    const struct term_table *term = &linker->records->term;
    int32_t starts = term->starts[row], ends = term->ends[row];
    if (day_is_known(starts) && day_is_known(ends) && ends < starts)
        finding_term_ends_first(linker->findings,
                                records_place(linker->records, KIND_term, row, FIELD_term_ends),
                                term->name[row]);
}

static void check_half_term(Linker *linker, uint32_t row)
{
    const struct term_table *term = &linker->records->term;
    int32_t first = term->half_term[row], last = term->half_term_ends[row];
    if (!day_is_known(first) || !day_is_known(last) || !day_is_known(term->starts[row]) ||
        !day_is_known(term->ends[row]) || term->ends[row] < term->starts[row])
        return;
    if (last < first)
        finding_half_term_ends_first(
            linker->findings, records_place(linker->records, KIND_term, row, FIELD_term_half_term_ends),
            term->name[row]);
    else if (first < term->starts[row] || last > term->ends[row])
        finding_half_term_outside(linker->findings,
                                  records_place(linker->records, KIND_term, row, FIELD_term_half_term),
                                  term->name[row]);
}

typedef struct TermSpan {
    int32_t first, last;
    uint32_t row;
} TermSpan;

static int compare_spans(const void *a, const void *b)
{
    const TermSpan *x = a, *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static void report_overlap(Linker *linker, uint32_t row, uint32_t other)
{
    const struct term_table *term = &linker->records->term;
    Finding *finding = finding_terms_overlap(linker->findings, records_line(linker->records, KIND_term, row),
                                             term->name[row], term->name[other]);
    finding_second(linker->findings, finding, records_line(linker->records, KIND_term, other),
                   "‘" STR_FMT "’ stands here", STR_ARG(term->name[other]));
}

/* Each term against the one before it that ends last. */
static void check_overlaps(Linker *linker)
{
    const struct term_table *term = &linker->records->term;
    TermSpan *spans = ARENA_ARRAY(&linker->scratch, TermSpan, term->head.count + 1);
    size_t count = 0;
    for (uint32_t row = 0; row < term->head.count; row++)
        if (day_is_known(term->starts[row]) && day_is_known(term->ends[row]) &&
            term->starts[row] <= term->ends[row])
            spans[count++] = (TermSpan){term->starts[row], term->ends[row], row};
    qsort(spans, count, sizeof *spans, compare_spans);
    for (size_t i = 1, latest = 0; i < count; i++) {
        if (spans[i].first <= spans[latest].last)
            report_overlap(linker, spans[i].row, spans[latest].row);
        if (spans[i].last > spans[latest].last)
            latest = i;
    }
}

void link_terms(Linker *linker)
{
    for (uint32_t row = 0; row < linker->records->term.head.count; row++) {
        check_term(linker, row);
        check_half_term(linker, row);
    }
    check_overlaps(linker);
}
