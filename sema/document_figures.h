/* Document figures: what follows from the documents of a school: which topics a report leaves out, whom it
 * names, what a document, objective or action still lacks, how much of a report is the policy's. */
#ifndef SENC_SEMA_DOCUMENT_FIGURES_H
#define SENC_SEMA_DOCUMENT_FIGURES_H

#include "sema/school_figures.h"

/* Lists are words to be read in a sentence ("the approval and the next review"); empty: nothing. */
typedef struct DocumentFigures {
    int32_t ends;    /* 31 August of the last school year it is for; DAY_MISSING */
    int32_t settled; /* the later of when it was approved and set; DAY_MISSING */
    int32_t renewed; /* the latest of these, its last change and publication; DAY_MISSING */
    Str dating;      /* "runs until 31 August 2024", else "was approved on 3 May 2021"; empty: nobody knows */
    Str lacks;       /* of approval, who approved it, next review */
    Str topics_missing;  /* that an information report must have; a topic of under 20 words is none */
    Str topics_wanted;   /* these, and those that it should have */
    Str access_missing;  /* of the four on access for disabled pupils */
    Str areas_missing;   /* areas of need on the register of which its topic `kinds` does not speak */
    Str strands_missing; /* of the three of an accessibility plan */
    Str senco_named;     /* whom its topic `senco` names, or `nobody` */
    bool names_senco;    /* the school's SENCO is named somewhere in it */
    bool with_parents, with_pupils; /* who helped to write it */
    int32_t shared;   /* per cent of its sentences that a SEND policy of the project has too; COUNT_MISSING
                         where it has fewer than five, or there is no policy */
    int32_t promised; /* per cent that speak of what will be or is aimed at; COUNT_MISSING likewise */
} DocumentFigures;

/* A row each, in `arena`; in linear time. */
DocumentFigures *document_figures(const Records *records, const SchoolFigures *school, Arena *arena);

/* ---- document_topics.c ---- */

/* The topics a report leaves out, into `figures`. */
void document_topics(const Records *records, const SchoolFigures *school, uint32_t row,
                     DocumentFigures *figures, Arena *arena);

/* Marks the areas of need that pupils of the register have; and those of them that a report's topic on kinds
 * of need does not speak of. */
void register_areas(const Records *records, bool areas[CHOICE_area_COUNT]);
Str document_areas(const Records *records, uint32_t row, const bool areas[CHOICE_area_COUNT], Arena *arena);

/* Does a topic say how to reach somebody: a contact, a link, a web or e-mail address, a telephone number? */
bool topic_is_reachable(const Records *records, uint32_t topic);

/* ---- document_gaps.c ---- */

/* A row each, in `arena`: what an objective lacks of lead, date, measure and, in an accessibility plan, cost,
 * or of word of its progress once its date is past; what an action of a document or objective lacks of who
 * and by when. */
Str *objectives_lack(const Records *records, Arena *arena);
Str *actions_lack(const Records *records, Arena *arena);

/* ---- document_sentences.c ---- */

/* Fills `shared` and `promised` of all information reports. */
void document_sentences(const Records *records, DocumentFigures *figures, Arena *arena);

#endif
