/* Reports: documents made from records, for a reader and a day. */
#ifndef SENC_REPORT_REPORT_H
#define SENC_REPORT_REPORT_H

#include "report/document.h"
#include "sema/derive.h"
#include "sema/schema.h"

typedef struct ReportOptions {
    Audience audience;      /* who will read it: facts that are not for them are left out */
    bool draft;             /* made in spite of errors: says DRAFT on each page */
    const TextMeter *meter; /* how wide texts in figures are; NULL: reckoned from their length */
} ReportOptions;

/* A pupil's plan, SEN support or EHC, as one document: who and when, the one-page profile, hopes, needs,
 * outcomes, help, the provision map, progress, reviews, meetings, what is agreed. An EHC plan goes by its
 * sections, A to K. Parts nobody has written are left out.
 *
 * `derived` comes from linked records, which must outlive the document: it holds slices of their texts.
 * "Today" is that of the records. Everything else lies in `arena`; give back with document_free. A map that
 * is part of it still has to be laid out (Figure.map is set, Figure.drawing NULL). Records that broke a rule
 * give a poorer report, never none. */
Document *plan_report(const Derived *derived, uint32_t plan_row, const ReportOptions *options, Arena *arena);

#endif
