/* Records at random. In: a random number; out: tables such as binding and linking could have left them, and
 * values they never would: the checks must come to the same whatever stands there. */
#include "tests/native/random.h"

#include "sema/schema.h"

#include <string.h>

enum { TODAY = 20779, DEPTH_MOST = 4 };

typedef struct Making {
    Random *random;
    Records *records;
    uint32_t offset; /* in the text that is not there */
    int64_t left;    /* records to make yet */
} Making;

/* ---- values ---- */

Str random_text(Random *random)
{
    static const char *const texts[] = {"",
                                        "E1",
                                        "e1 ",
                                        " B1",
                                        "Jo Marsh",
                                        "jo",
                                        "TA",
                                        "Reads 41 words a minute.",
                                        "access to, as appropriate; up to 30 MINUTES",
                                        "caf\xc3\xa9 \xe2\x80\x98quoted\xe2\x80\x99",
                                        "words",
                                        "words a minute"};
    return str_from(texts[random_below(random, sizeof texts / sizeof *texts)]);
}

/* With an address of its own, as a slice of a file has: what is read in a text is kept by that. */
static Str own_text(Making *making)
{
    return arena_str(&making->records->arena, random_text(making->random));
}

static int64_t random_number(Random *random)
{
    static const int64_t extremes[] = {
        0, 1, -1, 999, 1000, -1000, INT64_MAX, -INT64_MAX, INT64_MAX / 2, INT32_MAX, AMOUNT_MISSING};
    if (random_chance(random, 20))
        return extremes[random_below(random, sizeof extremes / sizeof *extremes)];
    return ((int64_t)random_below(random, 400) - 40) * (random_chance(random, 70) ? 1000 : 1);
}

Amount random_amount(Random *random, Unit unit)
{
    Amount amount = {.number = random_number(random), .unit = (uint8_t)unit};
    if (random_chance(random, 5))
        amount.unit = (uint8_t)random_below(random, UNIT_COUNT);
    if (random_chance(random, 5))
        amount.per = (uint8_t)random_below(random, UNIT_COUNT);
    if (random_chance(random, 10))
        amount.out_of = random_below(random, 60);
    return amount;
}

int32_t random_day(Random *random)
{
    static const int32_t extremes[] = {DAY_MISSING, DAY_LEAST, DAY_MOST, DAY_LEAST - 1, DAY_MOST + 1, 0};
    if (random_chance(random, 15))
        return extremes[random_below(random, sizeof extremes / sizeof *extremes)];
    return TODAY - 500 + (int32_t)random_below(random, 1000);
}

static Unit one_of(Random *random, const uint8_t *units, uint32_t count)
{
    return (Unit)units[random_below(random, count)];
}

static Amount amount_of_type(Random *random, Type type)
{
    static const uint8_t money[] = {UNIT_penny, UNIT_pound}, times[] = {UNIT_minute, UNIT_hour};
    static const uint8_t spans[] = {UNIT_day, UNIT_week, UNIT_month, UNIT_term, UNIT_session, UNIT_year};
    switch ((int)type) {
    case TYPE_money:
    case TYPE_price: return random_amount(random, one_of(random, money, sizeof money));
    case TYPE_duration: return random_amount(random, one_of(random, times, sizeof times));
    case TYPE_span: return random_amount(random, one_of(random, spans, sizeof spans));
    case TYPE_amount: return random_amount(random, (Unit)random_below(random, UNIT_COUNT));
    default: return random_amount(random, UNIT_number);
    }
}

static Dosage random_dosage(Random *random)
{
    static const uint8_t periods[] = {UNIT_day, UNIT_week, UNIT_month, UNIT_term};
    return (Dosage){.duration = amount_of_type(random, TYPE_duration),
                    .frequency = frequency_make((int64_t)random_below(random, 6), 1,
                                                one_of(random, periods, sizeof periods)),
                    .span = amount_of_type(random, TYPE_span),
                    .is_rate = random_chance(random, 10),
                    .all_year = random_chance(random, 10)};
}

/* A year, a year group, a time of day: what reads them bounds them. */
static int32_t random_count(Random *random)
{
    return random_chance(random, 15) ? COUNT_MISSING : (int32_t)random_below(random, 2100) - 3;
}

/* What is a slice, a number or a choice; references are made when all rows are there. */
static void random_value(Making *making, const Field *field, void *at)
{
    Random *random = making->random;
    switch ((Type)field->type) {
    case TYPE_code:
    case TYPE_name:
    case TYPE_text:
    case TYPE_long_text: *(Str *)at = own_text(making); break;
    case TYPE_date:
    case TYPE_start_date: *(int32_t *)at = random_day(random); break;
    case TYPE_school_year:
    case TYPE_year_group:
    case TYPE_clock: *(int32_t *)at = random_count(random); break;
    case TYPE_number:
    case TYPE_amount:
    case TYPE_money:
    case TYPE_price:
    case TYPE_duration:
    case TYPE_span:
    case TYPE_score: *(Amount *)at = amount_of_type(random, (Type)field->type); break;
    case TYPE_choice: { /* among several there is no missing one */
        uint32_t first = field->many == MANY_list;
        *(uint8_t *)at = (uint8_t)(first + random_below(random, choice_count((ChoiceList)field->of) - first));
        break;
    }
    case TYPE_flag: *(uint8_t *)at = (uint8_t)random_below(random, 3); break;
    case TYPE_dosage: *(Dosage *)at = random_dosage(random); break;
    case TYPE_group_size:
        *(GroupSize *)at = (GroupSize){(uint8_t)random_below(random, GROUP_whole_class + 1), 1,
                                       (uint16_t)random_below(random, 12)};
        break;
    case TYPE_record_kind:
        *(RecordKind *)at = (RecordKind){(uint8_t)random_below(random, KIND_COUNT), 0};
        break;
    case TYPE_condition: ((Condition *)at)->text = own_text(making); break;
    case TYPE_sample: ((Sample *)at)->text = own_text(making); break;
    case TYPE_who:
    case TYPE_reference:
    case TYPE_named:
    case TYPE_COUNT: break;
    }
}

/* ---- links ---- */

static uint32_t random_row(const Making *making, Kind kind)
{
    uint32_t count = records_table(making->records, kind)->count;
    return count && random_chance(making->random, 80) ? random_below(making->random, count) : ROW_NONE;
}

static void link_reference(Making *making, const Field *field, Reference *reference)
{
    Kind kind = KIND_file;
    unsigned met = 0;
    for (Kind one = KIND_file + 1; one < KIND_COUNT; one++)
        if (schema_leads_to(field->of, one) && random_below(making->random, ++met) == 0)
            kind = one;
    *reference = (Reference){.text = own_text(making), .row = ROW_NONE};
    if (!reference->text.length || kind == KIND_file)
        return;
    reference->row = random_row(making, kind);
    reference->kind = reference->row == ROW_NONE ? 0 : (uint8_t)kind;
}

static void link_who(Making *making, Who *who)
{
    static const uint8_t kinds[] = {KIND_person, KIND_parent, KIND_advice};
    Kind kind = (Kind)kinds[random_below(making->random, sizeof kinds)];
    *who = (Who){.text = own_text(making), .row = ROW_NONE};
    if (!who->text.length)
        return;
    if (random_chance(making->random, 60))
        who->post = (uint8_t)random_below(making->random, choice_count(CHOICES_post));
    who->row = random_chance(making->random, 50) ? random_row(making, kind) : ROW_NONE;
    who->kind = who->row == ROW_NONE ? 0 : (uint8_t)kind;
}

static void link_value(Making *making, const Field *field, void *at)
{
    if (field->type == TYPE_who)
        link_who(making, at);
    else if (field->type == TYPE_reference || field->type == TYPE_named)
        link_reference(making, field, at);
}

static void link_field(Making *making, FieldId id)
{
    const Field *field = schema_field(id);
    const List_text *list = records_list(making->records, id);
    uint32_t count = records_table(making->records, field->kind)->count;
    if (field->many == MANY_list)
        count = count ? list->count : 0;
    for (uint32_t i = 0; i < count; i++) {
        void *at = field->many == MANY_list ? (char *)list->items + (size_t)i * field->size
                                            : records_value(making->records, id, i);
        if (field->many == MANY_list || records_given(making->records, id, i))
            link_value(making, field, at);
    }
}

/* ---- records ---- */

static void fill_field(Making *making, FieldId id, uint32_t row)
{
    const Field *field = schema_field(id);
    Records *records = making->records;
    if (random_chance(making->random, 45))
        return;
    uint32_t values = field->many == MANY_list ? random_below(making->random, 4) : 1;
    for (uint32_t i = 0; i < values; i++)
        random_value(making, field,
                     field->many == MANY_list ? records_list_add(records, id)
                                              : records_value(records, id, row));
    if (values)
        records_note_place(records, field->kind, row, id, (Span){making->offset, making->offset});
}

static uint32_t add_record(Making *making, Kind kind, Kind outer, uint32_t outer_row)
{
    Records *records = making->records;
    uint32_t row = records_add(records, kind);
    TableHead *table = records_table(records, kind);
    table->parent_kind[row] = (uint8_t)outer;
    table->parent[row] = outer_row;
    table->variant[row] = (uint8_t)random_below(making->random, 2);
    table->place[row] = table->line[row] = (Span){making->offset, making->offset + 1};
    making->offset++;
    making->left--;
    const KindInfo *info = schema_kind(kind);
    for (FieldId id = info->first_field; id < info->field_end; id++)
        fill_field(making, id, row);
    return row;
}

static void add_nested(Making *making, Kind kind, Kind outer, uint32_t outer_row, unsigned depth)
{
    uint32_t row = add_record(making, kind, outer, outer_row);
    bool is_plan = kind == KIND_plan;
    for (Kind inner = KIND_file + 1; depth < DEPTH_MOST && inner < KIND_COUNT; inner++) {
        if (!schema_nests(kind, inner))
            continue;
        uint32_t chance = is_plan ? 60 : 15;
        while (making->left > 0 && random_chance(making->random, chance))
            add_nested(making, inner, kind, row, depth + 1);
    }
    records_table(making->records, kind)->place[row].end = ++making->offset;
}

/* A kind that may stand in a file; a plan or a pupil oftener. */
static Kind random_top(Random *random)
{
    for (;;) {
        Kind kind = (Kind)(1 + random_below(random, KIND_COUNT - 1));
        if (random_chance(random, 40))
            kind = random_chance(random, 70) ? KIND_plan : KIND_pupil;
        if (schema_nests(KIND_file, kind))
            return kind;
    }
}

void random_records(Random *random, Records *records, Source *source, uint32_t size, Kind kind, uint32_t rows)
{
    *records = (Records){.today = TODAY};
    static char nothing[2];
    *source = (Source){.name = STR_INIT("random.sen"), .text = nothing};
    ARRAY_ADD(&records->sources, source);
    Making making = {.random = random, .records = records, .left = size};
    while (making.left > 0)
        add_nested(&making, random_top(random), KIND_file, ROW_NONE, 0);
    for (uint32_t i = 0; i < rows; i++) {
        uint32_t row = add_record(&making, kind, KIND_file, ROW_NONE);
        records_table(records, kind)->place[row].end = ++making.offset;
    }
    for (FieldId id = 0; id < FIELD_COUNT; id++)
        if (schema_field(id)->size)
            link_field(&making, id);
}
