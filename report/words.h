/* Words: how a report says names, dates, times and lists, in plain British English. What comes from a plan is
 * isolated, so that the direction of its letters does not leak into our sentences, and marked with its
 * language where that is plainly not English. */
#ifndef SENC_REPORT_WORDS_H
#define SENC_REPORT_WORDS_H

#include "report/plan.h"

/* Our own words; `text` must outlive the document. */
void say(Runs *runs, const char *text);
void say_strong(Runs *runs, const char *text);
void say_format(const Plan *plan, Runs *runs, const char *format, ...) __attribute__((format(printf, 3, 4)));
void say_str(Runs *runs, Str text);

/* Words of the plan. */
/* Nothing (NULL) for an empty one. */
Run *say_value(const Plan *plan, Runs *runs, Str text);

/* A full stop, unless what was said last ends in a stop of its own. */
void say_stop(Runs *runs);

/* Our own words with a capital at their beginning, when they begin their paragraph. */
void say_opening(const Plan *plan, Runs *runs, Str text);

/* "16 July 2027"; nothing for a missing day. */
void say_day(const Plan *plan, Runs *runs, int32_t day);
/* " on 16 July 2027" */
void say_on(const Plan *plan, Runs *runs, const char *before, int32_t day);
/* "3 May 2026, 4 June 2026 and 7 July 2026" */
void say_days(const Plan *plan, Runs *runs, FieldId field, uint32_t row);
void say_amount(const Plan *plan, Runs *runs, Amount amount);

/* What stands between entry `index` and the one before it, of `count`: nothing, ", " or " and ". */
const char *joint(uint32_t index, uint32_t count);

/* "1 need", "3 needs" */
Str counted(Arena *arena, uint64_t count, const char *one, const char *many);

/* Minutes in whole ones: "50 minutes", "1 hour 40 minutes"; "about 7 minutes" where that had to be rounded,
 * to five above an hour;
 * empty for missing. */
Str minutes_text(Arena *arena, Ratio minutes);

/* "10 minutes, 5 times a week, for 12 weeks (50 minutes a week)": the week's sum where it is not said
 * already. */
Str dosage_sentence(Arena *arena, const Dosage *dosage, Ratio weekly_minutes);

/* How much in a week, in short: "50 minutes a week"; of what is given less than that: "1 hour, termly". */
Str week_text(Arena *arena, const Dosage *dosage, Ratio weekly_minutes);

/* "one to one", "in a pair", "in a group of 4", "with the whole class"; empty for missing. */
Str group_text(Arena *arena, GroupSize group);

/* "9:15" */
Str clock_text(Arena *arena, int32_t minutes);

/* ---- people ---- */

typedef enum NameForm {
    NAME_plain,    /* "Jo Marsh", "class teacher", "Bilal" */
    NAME_with_post /* "Jo Marsh (higher level teaching assistant)" */
} NameForm;

/* A person, post or party. The pupil goes by first name, a parent by name where there is one only. */
void say_who(const Plan *plan, Runs *runs, const Who *who, NameForm form);
/* "Bilal, a parent and Miss Lowry" */
void say_whos(const Plan *plan, Runs *runs, FieldId field, uint32_t row, NameForm form);

/* The first post of a person who is named; empty for others, and where the name is the post. */
Str who_post(const Plan *plan, const Who *who);

/* Who gives provision `row`. */
void provision_people(const Plan *plan, uint32_t row, Runs *runs, NameForm form);

/* ---- links ---- */

/* The record's code, linked to its row where it has one. */
void say_record(const Plan *plan, Runs *runs, Kind kind, uint32_t row);
/* "E1, E2 and E3"; nothing for no rows. */
void say_records(const Plan *plan, Runs *runs, Kind kind, RowList rows);

/* ---- languages ---- */

/* The language (BCP 47) of words that are plainly written in another script than English: by the languages
 * the pupil's parents speak, else by the script alone ("und-Arab"). Empty for Latin letters. */
Str plan_language(const Plan *plan, Str text);

#endif
