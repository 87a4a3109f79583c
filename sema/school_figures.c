/* School figures. In: records; out: what the school's type, people, meetings and training come to. */
#include "sema/school_figures.h"

#include "sema/calendar.h"

/* ---- types of school and need ---- */

enum { BOUND_senco = 1, BOUND_report = 2 };

/* Children and Families Act 2014, s67 binds mainstream schools and maintained nurseries, s69 maintained
 * schools, maintained nurseries and academy schools; neither binds colleges, 16 to 19 and alternative
 * provision academies. */
static const uint8_t bound[CHOICE_school_type_COUNT] = {
    [CHOICE_school_type_maintained] = BOUND_senco | BOUND_report,
    [CHOICE_school_type_academy] = BOUND_senco | BOUND_report,
    [CHOICE_school_type_free_school] = BOUND_senco | BOUND_report,
    [CHOICE_school_type_maintained_nursery] = BOUND_senco | BOUND_report,
    [CHOICE_school_type_special] = BOUND_report,
    [CHOICE_school_type_special_academy] = BOUND_report,
};

/* SEND Code of Practice 6.28 to 6.35; `other` and `not assessed` lie in none. */
static const uint8_t areas[CHOICE_need_type_COUNT] = {
    [CHOICE_need_type_spld] = CHOICE_area_cognition,    [CHOICE_need_type_mld] = CHOICE_area_cognition,
    [CHOICE_need_type_sld] = CHOICE_area_cognition,     [CHOICE_need_type_pmld] = CHOICE_area_cognition,
    [CHOICE_need_type_ds] = CHOICE_area_cognition,      [CHOICE_need_type_slcn] = CHOICE_area_communication,
    [CHOICE_need_type_asd] = CHOICE_area_communication, [CHOICE_need_type_semh] = CHOICE_area_emotional,
    [CHOICE_need_type_besd] = CHOICE_area_emotional,    [CHOICE_need_type_hi] = CHOICE_area_sensory,
    [CHOICE_need_type_vi] = CHOICE_area_sensory,        [CHOICE_need_type_msi] = CHOICE_area_sensory,
    [CHOICE_need_type_pd] = CHOICE_area_sensory,
};

uint8_t need_type_area(uint8_t need_type)
{
    return areas[need_type];
}

/* ---- people ---- */

static bool has_role(const Records *records, uint32_t person, uint8_t post)
{
    const List_who *roles = &records->person.role;
    for (uint32_t i = roles->first[person]; i < roles->first[person + 1]; i++)
        if (roles->items[i].post == post)
            return true;
    return false;
}

static bool is_person(const Who *who)
{
    return who->row != ROW_NONE && who->kind == KIND_person;
}

bool person_is_senco(const Records *records, uint32_t person)
{
    for (uint32_t row = 0; row < records->school.head.count; row++)
        if (is_person(&records->school.senco[row]))
            return records->school.senco[row].row == person;
    return has_role(records, person, CHOICE_post_senco);
}

static bool is_governor(const Records *records, const Who *who)
{
    static const uint8_t posts[] = {CHOICE_post_send_governor, CHOICE_post_governor,
                                    CHOICE_post_chair_of_governors};
    const Who *named = &records->school.send_governor[0];
    bool person = is_person(who);
    for (size_t i = 0; i < sizeof posts / sizeof *posts; i++)
        if (who->post == posts[i] || (person && has_role(records, who->row, posts[i])))
            return true;
    return person ? is_person(named) && named->row == who->row
                  : who->text.length && str_equal_folded(who->text, named->text);
}

static bool has_governor(const Records *records)
{
    bool has = records->school.send_governor[0].text.length > 0;
    for (uint32_t row = 0; !has && row < records->person.head.count; row++)
        has = has_role(records, row, CHOICE_post_send_governor);
    return has;
}

static bool is_with_governor(const Records *records, uint32_t meeting)
{
    const List_who *with = &records->meeting.with;
    bool met = is_governor(records, &records->meeting.led_by[meeting]);
    for (uint32_t i = with->first[meeting]; !met && i < with->first[meeting + 1]; i++)
        met = is_governor(records, &with->items[i]);
    return met;
}

/* Of the meetings that are the school's own, not a pupil's. */
static int32_t last_meeting(const Records *records)
{
    const struct meeting_table *meeting = &records->meeting;
    int32_t last = DAY_MISSING;
    for (uint32_t row = 0; row < meeting->head.count; row++) {
        uint8_t outer = meeting->head.parent_kind[row];
        int32_t on = meeting->on[row];
        if ((outer == KIND_school || outer == KIND_school_document) && day_is_known(on) &&
            on <= records->today && (last == DAY_MISSING || on > last) && is_with_governor(records, row))
            last = on;
    }
    return last;
}

/* ---- training and the register ---- */

bool pupil_is_on_register(const Records *records, uint32_t pupil)
{
    uint8_t status = records->pupil.status[pupil];
    int32_t left = records->pupil.left[pupil];
    return (status == CHOICE_status_sen_support || status == CHOICE_status_ehc_plan) &&
           !(day_is_known(left) && left <= records->today);
}

/* How many pupils of the register have needs in each area, first or second. */
static void count_areas(const Records *records, uint32_t counts[CHOICE_area_COUNT])
{
    const struct pupil_table *pupil = &records->pupil;
    for (uint32_t row = 0; row < pupil->head.count; row++) {
        bool has[CHOICE_area_COUNT] = {false};
        if (!pupil_is_on_register(records, row))
            continue;
        has[areas[pupil->primary_need[row]]] = true;
        for (uint32_t i = pupil->secondary_need.first[row]; i < pupil->secondary_need.first[row + 1]; i++)
            has[areas[pupil->secondary_need.items[i]]] = true;
        for (unsigned area = 1; area < CHOICE_area_COUNT; area++)
            counts[area] += has[area];
    }
}

static void mark_trained(const Records *records, bool trained[CHOICE_area_COUNT])
{
    const struct training_table *training = &records->training;
    for (uint32_t row = 0; row < training->head.count; row++) {
        int32_t on = training->on[row];
        if (day_is_known(on) && day_add(on, 12, DAY_UNIT_month) < records->today)
            continue;
        for (uint32_t i = training->about.first[row]; i < training->about.first[row + 1]; i++)
            trained[areas[training->about.items[i]]] = true;
    }
}

/* Fewer pupils than this tell nothing of what is common. */
enum { COMMON_LEAST = 3, COMMONEST = 2 };

static uint8_t untrained_area(const Records *records)
{
    uint32_t counts[CHOICE_area_COUNT] = {0};
    bool trained[CHOICE_area_COUNT] = {false};
    if (!records->training.head.count)
        return 0;
    count_areas(records, counts);
    mark_trained(records, trained);
    for (unsigned round = 0; round < COMMONEST; round++) {
        unsigned commonest = 1;
        for (unsigned area = 2; area < CHOICE_area_COUNT; area++)
            if (counts[area] > counts[commonest])
                commonest = area;
        if (counts[commonest] < COMMON_LEAST)
            break;
        if (!trained[commonest])
            return (uint8_t)commonest;
        counts[commonest] = 0;
    }
    return 0;
}

SchoolFigures school_figures(const Records *records)
{
    if (!records->school.head.count)
        return (SchoolFigures){.met_governor = DAY_MISSING};
    uint8_t type = records->school.type[0];
    return (SchoolFigures){.type = type,
                           .is_mainstream = bound[type] & BOUND_senco,
                           .owes_report = bound[type] & BOUND_report,
                           .has_governor = has_governor(records),
                           .met_governor = last_meeting(records),
                           .untrained = untrained_area(records)};
}
