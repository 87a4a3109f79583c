/* The functions that compiled checks call: those of the evaluator, in a form that machine code hands values
 * to and takes answers from. Decides nothing by itself. */
#include "sema/check/native.h"
#include "sema/check/readings.h"

static uint32_t answer_of(CheckValue value)
{
    return !value.known ? ANSWER_unknown : value.number ? ANSWER_yes : ANSWER_no;
}

static uint32_t answer_texts_equal(Str a, Str b)
{
    return texts_equal(a, b);
}

static uint32_t answer_text_says(Str text, Str words)
{
    return text_says(text, words);
}

static uint32_t answer_text_matches(const CheckFrame *frame, Str list, Str text)
{
    bool known = false, matches = false;
    if (frame->evaluation->readings)
        matches = readings_match(frame->evaluation->readings, list, text, &known);
    return !known ? ANSWER_unknown : matches ? ANSWER_yes : ANSWER_no;
}

static uint32_t answer_values_equal(const CheckFrame *frame, const CheckValue *a, const CheckValue *b)
{
    return answer_of(values_equal(frame->evaluation, a, b));
}

static uint32_t answer_field_given(const CheckFrame *frame, uint32_t field, uint32_t row)
{
    return row != ROW_NONE && records_given(frame->records, (FieldId)field, row);
}

static uint32_t row_outer(const CheckFrame *frame, uint32_t kind, uint32_t row, uint32_t outer)
{
    CheckValue record = value_of_record((Kind)kind, row);
    return row == ROW_NONE ? ROW_NONE : value_of_outer(frame->evaluation, &record, (Kind)outer).row;
}

static uint64_t rows_inside(const CheckFrame *frame, uint32_t kind, uint32_t outer, uint32_t row)
{
    if (row == ROW_NONE)
        return RUNTIME_ROWS(0, 0);
    RowRange rows = records_inside(frame->records, (Kind)kind, (Kind)outer, row);
    return RUNTIME_ROWS(rows.first, rows.end);
}

static void value_derived(const CheckFrame *frame, uint32_t id, uint32_t row, CheckValue *value)
{
    *value = row == ROW_NONE ? VALUE_MISSING(((CheckType){0}))
                             : value_of_derived(frame->evaluation, (DerivedId)id, row);
}

static void list_derived(const CheckFrame *frame, uint32_t id, uint32_t row, Values *list)
{
    *list = row == ROW_NONE ? (Values){0} : values_of_derived(frame->evaluation->derived, (DerivedId)id, row);
}

static const CheckRuntime runtime = {
#define RUNTIME2(name, function, ...) .name = function,
#define RUNTIME3(name, function, ...) .name = function,
#define RUNTIME4(name, function, ...) .name = function,
#include "sema/check/runtime.def"
};

CheckFrame check_frame(const Evaluation *evaluation)
{
    const Records *records = evaluation->derived->records;
    return (CheckFrame){.runtime = &runtime,
                        .records = records,
                        .derived = evaluation->derived,
                        .evaluation = evaluation,
                        .limit = AMOUNT_NONE,
                        .today = records->today};
}
