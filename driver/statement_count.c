/* In: findings, and the statements they are about; out: a line for whoever has to answer a draft plan. */
#include "driver/statement_count.h"

static bool is_grave(const Finding *finding)
{
    return finding->severity > SEVERITY_note && finding->place.source && !finding->allowed.at;
}

/* Findings and rows are both in the order of the text. */
static uint32_t rows_with_findings(const Findings *findings, const Records *records, Kind kind)
{
    const TableHead *table = records_table(records, kind);
    uint32_t count = 0;
    size_t next = 0;
    for (uint32_t row = 0; row < table->count; row++) {
        bool found = false;
        for (; next < findings->list.count; next++) {
            const Finding *finding = findings->list.at[next];
            if (finding->place.source && (finding->place.source->index > table->source[row] ||
                                          (finding->place.source->index == table->source[row] &&
                                           finding->place.span.first >= table->place[row].end)))
                break;
            found |= is_grave(finding) && finding->place.source->index == table->source[row] &&
                     finding->place.span.first >= table->place[row].first;
        }
        count += found;
    }
    return count;
}

void statements_count(StatementCount *count, const Findings *findings, const Records *records)
{
    count->outcomes += records->outcome.head.count;
    count->provisions += records->provision.head.count;
    count->to_answer += rows_with_findings(findings, records, KIND_outcome) +
                        rows_with_findings(findings, records, KIND_provision);
}

static void print_kinds(const StatementCount *count, uint32_t all, Out *out)
{
    const char *outcomes = count->outcomes == 1 ? "outcome" : "outcomes";
    const char *statements = all == 1 ? "statement" : "statements";
    if (!count->provisions)
        out_format(out, "%u %s", all, outcomes);
    else if (!count->outcomes)
        out_format(out, "%u %s of provision", all, statements);
    else
        out_format(out, "%u %s, %u %s and %u of provision", all, statements, count->outcomes, outcomes,
                   count->provisions);
}

void statement_count_print(const StatementCount *count, Out *out)
{
    uint32_t all = count->outcomes + count->provisions;
    if (!all) {
        out_text(out, "No statements were found.\n");
        return;
    }
    print_kinds(count, all, out);
    if (count->to_answer)
        out_format(out, ": %u need%s an answer.\n", count->to_answer, count->to_answer == 1 ? "s" : "");
    else
        out_text(out, ": none needs an answer.\n");
}
