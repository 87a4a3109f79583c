/* The reference evaluator: what a program means, said as plainly as can be. Whatever else runs checks must
 * agree with it on every value. */
#ifndef SENC_SEMA_CHECK_EVALUATE_H
#define SENC_SEMA_CHECK_EVALUATE_H

#include "sema/check/program.h"
#include "sema/column.h"
#include "sema/derive.h"
#include "sema/texts/texts.h"

struct Readings;

/* What an expression comes to in a record. By its type: number is 1 or 0, a day, a choice or a post; amount;
 * text; kind and row of a record or person (row may be ROW_NONE: a text or code that leads nowhere). */
typedef struct CheckValue {
    CheckType type;
    bool known; /* else it is missing: of yes or no, not to be told */
    uint8_t kind;
    uint32_t row;
    int64_t number;
    Amount amount;
    Str text;
} CheckValue;

/* The state of evaluating. Zero-initialise but for program and derived. */
typedef struct Evaluation {
    const Program *program;
    const Derived *derived;
    const Texts *texts; /* NULL: nobody asks, and nothing is known of texts */
    /* What lists of words find in them (readings.h); NULL: no lists, nothing is known of what texts say. */
    struct Readings *readings;
    Amount limit; /* of the check that is being run */
    CheckValue frames[CHECK_DEPTH_MOST + 1];
    uint64_t steps; /* so many nodes have been visited */
    bool gave_up;   /* more than EVALUATION_MOST: what followed is missing */
} Evaluation;

/* The nodes that may be visited for one record: no check of sense comes near. */
#define EVALUATION_MOST UINT64_C(5000000)

/* The value of a node for a record. Never fails: what cannot be told is missing. */
CheckValue evaluate(Evaluation *evaluation, NodeId node);

/* Sets the record a check is tried on. */
void evaluation_set(Evaluation *evaluation, Kind kind, uint32_t row);

/* Is the condition surely true, or surely false? */
bool surely(Evaluation *evaluation, NodeId node, bool wanted);

/* ---- for the parts of evaluating ---- */

#define VALUE_MISSING(type_) ((CheckValue){.type = (type_), .amount = AMOUNT_NONE, .row = ROW_NONE})

/* evaluate_fact.c: a fact of a record; `index` among the values of a list. */
CheckValue value_of_fact(const Records *records, FieldId field, const void *at);
CheckValue value_of_field(const Evaluation *evaluation, FieldId field, uint32_t row);
CheckValue value_of_derived(const Evaluation *evaluation, DerivedId id, uint32_t row);
/* evaluate_progress.c, evaluate_delivery.c: derived facts of outcomes and results, of provision and
 * attendance, that are reckoned when asked for. */
CheckValue value_of_progress(const Evaluation *evaluation, DerivedId id, uint32_t row);
CheckValue value_of_delivery(const Evaluation *evaluation, DerivedId id, uint32_t row);
/* evaluate_sharing.c */
CheckValue value_of_sharing(const Evaluation *evaluation, DerivedId id, uint32_t row);
/* evaluate_text.c: what the texts of a record hold. */
bool derived_is_of_texts(DerivedId id);
CheckValue value_of_texts(const Evaluation *evaluation, Kind kind, DerivedId id, uint32_t row);
CheckValue value_of_outer(const Evaluation *evaluation, const CheckValue *record, Kind outer);
CheckValue value_of_record(Kind kind, uint32_t row);
CheckValue value_of_who(const Who *who);
CheckValue value_of_text(Str text);

/* The same of a number (of a choice, a day, yes or no) that is known or not; of amounts, counts in a unit,
 * exact numbers and days, each missing where it says so; of a yes or no that is always known. */
CheckValue value_of_number(CheckTypeId type, int64_t number, bool known);
CheckValue value_of_amount(Amount amount);
CheckValue value_of_count(int64_t count, Unit unit);
CheckValue value_of_ratio(Ratio ratio, Unit unit);
CheckValue value_of_day(int32_t day);
CheckValue value_of_flag(bool yes);

/* evaluate_told.c: derived facts of what was done when; of plans and outcomes, whose others stand in
 * evaluate_fact.c, and of all other kinds. */
CheckValue value_told(const Evaluation *evaluation, Kind kind, DerivedId id, uint32_t row);
CheckValue value_told_of_plan(const Evaluation *evaluation, DerivedId id, uint32_t row);
CheckValue value_told_of_outcome(const Evaluation *evaluation, DerivedId id, uint32_t row);
CheckValue value_of_repeats(const Evaluation *evaluation, uint32_t row);
/* evaluate_day.c: the day a record sets, what it is where it is no school day, and the last one before. */
CheckValue value_of_school_day(const Evaluation *evaluation, DerivedId id, uint32_t row);

/* label.c: is the text nothing but names of conditions, the pupil's name and small words? How many words has
 * it? */
bool text_is_label(Str text, Str name);
int32_t text_word_count(Str text);
/* evaluate_school.c: what follows from the school, its people and its documents. */
CheckValue value_of_school_derived(const Evaluation *evaluation, DerivedId id, uint32_t row);
/* evaluate_wording.c: what the words of a record tell. */
CheckValue value_of_wording(const Evaluation *evaluation, Kind kind, uint32_t row, DerivedId id);

/* evaluate_equal.c: yes, no, or missing where one of them is. */
CheckValue values_equal(const Evaluation *evaluation, const CheckValue *a, const CheckValue *b);
CheckValue values_ordered(const CheckValue *a, const CheckValue *b, bool or_equal);
CheckValue yes_or_no(bool yes);

/* Texts are equal but for case and the blanks around them. */
bool texts_equal(Str a, Str b);

/* evaluate.c: does the text hold these words, case aside? */
bool text_says(Str text, Str words);
/* The day so many whole days or months (a length of time, to the nearest whole one) after, or with sign -1
 * before; DAY_MISSING where there is none. */
int32_t day_moved(int32_t day, Amount length, int32_t sign);
/* What a total of nothing comes to. */
Amount total_of_nothing(Dimension dimension);

/* evaluate_list.c: the values of a derived list: a Str or a Who each, by its type. */
Values values_of_derived(const Derived *derived, DerivedId id, uint32_t row);

/* The values of any list, one after the other. */
typedef struct ListWalk {
    Evaluation *evaluation;
    const CheckNode *node;
    Values values; /* of a fact, or derived */
    RowRange rows; /* next, end */
    RowList named; /* rows one by one, or the plans whose rows are gone through */
    uint32_t next; /* in values or named */
} ListWalk;

ListWalk list_walk(Evaluation *evaluation, NodeId list);
bool list_next(ListWalk *walk, CheckValue *value);

#endif
