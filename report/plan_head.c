/* Who and when: the first table of a plan's report. In: the pupil, the school and the dates of the plan. Out:
 * a table with a name and a value in each row; rows without a value are left out. */
#include "report/words.h"

#include <stdlib.h>

typedef struct HeadRow {
    const char *label;
    void (*fill)(Plan *plan, Runs *runs);
} HeadRow;

/* ---- the pupil ---- */

/* "Rowan T (he), born 14 March 2018 (8 years 8 months)" */
static void pupil_fill(Plan *plan, Runs *runs)
{
    Str pronouns = fact_text(&plan->facts, FIELD_pupil_pronouns, plan->pupil);
    int32_t born = fact_day(&plan->facts, FIELD_pupil_born, plan->pupil);
    say_value(plan, runs, plan->name);
    if (pronouns.length > 0) {
        say(runs, " (");
        say_value(plan, runs, pronouns);
        say(runs, ")");
    }
    if (!day_is_known(born))
        return;
    Str age = age_text(plan->arena, plan->derived->pupil[plan->pupil].age_months);
    say_on(plan, runs, ", born ", born);
    if (age.length > 0)
        say_format(plan, runs, " (" STR_FMT ")", STR_ARG(age));
}

/* "SEN support since 22 April 2026", and the types of need. */
static void status_fill(Plan *plan, Runs *runs)
{
    Str need = fact_print(&plan->facts, FIELD_pupil_primary_need, plan->pupil);
    uint32_t count = fact_count(&plan->facts, FIELD_pupil_secondary_need, plan->pupil);
    say_str(runs, fact_print(&plan->facts, FIELD_pupil_status, plan->pupil));
    if (runs->list.count > 0)
        say_on(plan, runs, " since ", fact_day(&plan->facts, FIELD_pupil_status_since, plan->pupil));
    say(runs, runs->list.count > 0 && need.length > 0 ? "\n" : "");
    say_str(runs, need);
    if (need.length > 0)
        say_on(plan, runs, " since ", fact_day(&plan->facts, FIELD_pupil_primary_need_since, plan->pupil));
    for (uint32_t i = 0; i < count; i++) {
        unsigned type = fact_choice_at(&plan->facts, FIELD_pupil_secondary_need, plan->pupil, i);
        say(runs, runs->list.count > 0 ? "; " : "");
        say_str(runs, choice_info(CHOICES_need_type, type)->print);
    }
}

static void attainment_fill(Plan *plan, Runs *runs)
{
    Rows rows = rows_in(plan, KIND_attainment, KIND_pupil, plan->pupil);
    for (size_t i = 0; i < rows.list.count; i++) {
        uint32_t row = rows.list.at[i];
        Str now = fact_text(&plan->facts, FIELD_attainment_now, row);
        Str expected = fact_text(&plan->facts, FIELD_attainment_expected, row);
        say(runs, i > 0 ? "\n" : "");
        say_value(plan, runs, fact_text(&plan->facts, FIELD_attainment_subject, row));
        say(runs, now.length > 0 ? ": now " : "");
        say_value(plan, runs, now);
        say(runs, expected.length > 0 ? ", expected " : "");
        say_value(plan, runs, expected);
        int32_t on = fact_day(&plan->facts, FIELD_attainment_on, row);
        say_on(plan, runs, " (", on);
        say(runs, day_is_known(on) ? ")" : "");
    }
    free(rows.list.at);
}

static void attendance_fill(Plan *plan, Runs *runs)
{
    say_amount(plan, runs, fact_amount(&plan->facts, FIELD_pupil_attendance, plan->pupil));
    if (runs->list.count > 0)
        say_on(plan, runs, ", on ", fact_day(&plan->facts, FIELD_pupil_attendance_on, plan->pupil));
}

/* ---- the people ---- */

static void parent_say(Plan *plan, Runs *runs, uint32_t row)
{
    uint32_t languages = fact_count(&plan->facts, FIELD_parent_speaks, row);
    uint32_t contacts = fact_count(&plan->facts, FIELD_parent_contact, row);
    Str letters = fact_text(&plan->facts, FIELD_parent_letters_in, row);
    say_value(plan, runs, fact_text(&plan->facts, FIELD_parent_name, row));
    for (uint32_t i = 0; i < languages; i++) {
        say(runs, i == 0 ? ", speaks " : joint(i, languages));
        say_value(plan, runs, fact_text_at(&plan->facts, FIELD_parent_speaks, row, i));
    }
    if (fact_count(&plan->facts, FIELD_parent_parental_responsibility, row) > 0)
        say(runs, fact_flag(&plan->facts, FIELD_parent_parental_responsibility, row)
                      ? ", has parental responsibility"
                      : ", has no parental responsibility");
    if (fact_flag(&plan->facts, FIELD_parent_interpreter, row))
        say(runs, ", interpreter at meetings");
    say(runs, letters.length > 0 ? ", letters in " : "");
    say_value(plan, runs, letters);
    for (uint32_t i = 0; i < contacts; i++) {
        say(runs, ", ");
        say_value(plan, runs, fact_text_at(&plan->facts, FIELD_parent_contact, row, i));
    }
}

static void family_fill(Plan *plan, Runs *runs)
{
    Rows rows = rows_in(plan, KIND_parent, KIND_pupil, plan->pupil);
    for (size_t i = 0; i < rows.list.count; i++) {
        say(runs, i > 0 ? "\n" : "");
        parent_say(plan, runs, rows.list.at[i]);
    }
    free(rows.list.at);
}

/* "Quillbrook Primary School, Year 4 (key stage 2), class 4B" */
static void school_fill(Plan *plan, Runs *runs)
{
    say_value(plan, runs, fact_text(&plan->facts, FIELD_school_name, plan->school));
    if (plan->pupil == ROW_NONE || !fact_seen(&plan->facts, FIELD_pupil_year))
        return;
    const PupilFigures *figures = &plan->derived->pupil[plan->pupil];
    Str year = year_group_name(plan->arena, figures->year),
        stage = key_stage_name((KeyStage)figures->key_stage);
    Str group = fact_text(&plan->facts, FIELD_pupil_tutor_group, plan->pupil);
    say(runs, runs->list.count > 0 && year.length > 0 ? ", " : "");
    say_str(runs, year);
    if (stage.length > 0)
        say_format(plan, runs, " (" STR_FMT ")", STR_ARG(stage));
    if (group.length > 0) {
        say(runs, ", class ");
        say_value(plan, runs, group);
    }
}

static void tutor_fill(Plan *plan, Runs *runs)
{
    const Who *tutor = fact_who(&plan->facts, FIELD_pupil_tutor, plan->pupil);
    say_who(plan, runs, tutor, NAME_plain);
    if (fact_count(&plan->facts, FIELD_pupil_key_adult, plan->pupil) == 0)
        return;
    say(runs, tutor ? "; key adult " : "Key adult ");
    say_whos(plan, runs, FIELD_pupil_key_adult, plan->pupil, NAME_plain);
}

/* Whom parents ask first. */
static void senco_fill(Plan *plan, Runs *runs)
{
    const Who *senco = fact_who(&plan->facts, FIELD_school_senco, plan->school);
    if (!senco)
        return;
    say_who(plan, runs, senco, NAME_plain);
    say(runs, " (SENCO)");
    if (senco->kind != KIND_person || senco->row == ROW_NONE)
        return;
    Str contact = fact_text(&plan->facts, FIELD_person_contact, senco->row);
    say(runs, contact.length > 0 ? ", " : "");
    say_value(plan, runs, contact);
}

static void sendiass_fill(Plan *plan, Runs *runs)
{
    Str name = fact_text(&plan->facts, FIELD_school_sendiass, plan->school);
    Str contact = fact_text(&plan->facts, FIELD_school_sendiass_contact, plan->school);
    Str offer = fact_text(&plan->facts, FIELD_school_local_offer, plan->school);
    int32_t told = fact_day(&plan->facts, FIELD_plan_told_of_sendiass, plan->row);
    say_value(plan, runs, name);
    say(runs, name.length > 0 && contact.length > 0 ? ", " : "");
    say_value(plan, runs, contact);
    if (runs->list.count > 0)
        say_on(plan, runs, " (told of it on ", told);
    say(runs, runs->list.count > 0 && day_is_known(told) ? ")" : "");
    if (offer.length == 0)
        return;
    say(runs, runs->list.count > 0 ? "\nLocal Offer: " : "Local Offer: ");
    say_value(plan, runs, offer)->target = offer;
}

/* ---- the plan ---- */

/* The days on which parents were told, of the plan and of the rounds in it. */
static void informed_say(Plan *plan, Runs *runs)
{
    uint32_t own = fact_count(&plan->facts, FIELD_plan_parents_informed, plan->row);
    RowRange rows = plan_rows(plan, KIND_planned);
    const char *before = runs->list.count > 0 ? "; parents informed " : "Parents informed ";
    for (uint32_t i = 0; i < own; i++, before = ", ")
        say_on(plan, runs, before, fact_day_at(&plan->facts, FIELD_plan_parents_informed, plan->row, i));
    for (uint32_t row = rows.first; row < rows.end; row++)
        for (uint32_t i = 0; i < fact_count(&plan->facts, FIELD_planned_parents_informed, row);
             i++, before = ", ")
            say_on(plan, runs, before, fact_day_at(&plan->facts, FIELD_planned_parents_informed, row, i));
}

/* "Issued 9 September 2026 by Ellenshire County Council; first issued …; amended …" */
static void issued_say(Plan *plan, Runs *runs)
{
    int32_t issued = fact_day(&plan->facts, FIELD_plan_issued, plan->row);
    int32_t first = fact_day(&plan->facts, FIELD_plan_first_issued, plan->row);
    Str authority = fact_text(&plan->facts, FIELD_plan_authority, plan->row);
    say(runs, day_is_known(issued) ? "Issued" : "Draft, not yet issued,");
    say_on(plan, runs, " ", issued);
    say(runs, authority.length > 0 ? " by " : "");
    say_value(plan, runs, authority);
    if (!day_is_known(issued))
        say_on(plan, runs, "; sent to the family ", fact_day(&plan->facts, FIELD_plan_draft_sent, plan->row));
    if (first != issued)
        say_on(plan, runs, "; first issued ", first);
    uint32_t amended = fact_count(&plan->facts, FIELD_plan_amended, plan->row);
    say(runs, amended > 0 ? "; amended " : "");
    say_days(plan, runs, FIELD_plan_amended, plan->row);
}

/* The way to an EHC plan; a support plan may tell of one that has been asked for. */
static void request_say(Plan *plan, Runs *runs)
{
    int32_t requested = fact_day(&plan->facts, FIELD_plan_requested, plan->row);
    if (plan->is_ehc)
        say_on(plan, runs, "; asked for ", requested);
    else
        say_on(plan, runs, runs->list.count > 0 ? "; EHC plan asked for " : "EHC plan asked for ", requested);
    say_on(plan, runs, "; decided ", fact_day(&plan->facts, FIELD_plan_decided, plan->row));
    say_on(plan, runs, "; advice asked for ", fact_day(&plan->facts, FIELD_plan_advice_asked, plan->row));
    say_on(plan, runs, "; refused ", fact_day(&plan->facts, FIELD_plan_refused, plan->row));
}

static void plan_fill(Plan *plan, Runs *runs)
{
    if (plan->is_ehc)
        issued_say(plan, runs);
    else
        say_on(plan, runs, "Made ", plan->derived->plan[plan->row].date);
    request_say(plan, runs);
    informed_say(plan, runs);
}

/* The earliest day of `field` from today on, of the plan's rows of `kind`. */
static int32_t next_day(const Plan *plan, Kind kind, FieldId field, int32_t best)
{
    RowRange rows = plan_rows(plan, kind);
    for (uint32_t row = rows.first; row < rows.end; row++) {
        int32_t day = fact_day(&plan->facts, field, row);
        if (day_is_known(day) && day >= plan->facts.records->today && (!day_is_known(best) || day < best))
            best = day;
    }
    return best;
}

static void next_review_fill(Plan *plan, Runs *runs)
{
    int32_t review = next_day(plan, KIND_review, FIELD_review_on, DAY_MISSING);
    int32_t annual = next_day(plan, KIND_annual_review, FIELD_annual_review_on, DAY_MISSING);
    say_day(plan, runs, review);
    if (!day_is_known(annual))
        return;
    say_on(plan, runs, runs->list.count > 0 ? "; annual review " : "Annual review ", annual);
}

static void told_fill(Plan *plan, Runs *runs)
{
    say_days(plan, runs, FIELD_plan_staff_told, plan->row);
}

/* Of interest to staff and lead only, as the schema says. */
static void also_fill(Plan *plan, Runs *runs)
{
    static const struct {
        FieldId field;
        const char *words;
    } flags[] = {
        {FIELD_pupil_looked_after, "looked after by the local authority"},
        {FIELD_pupil_additional_language, "English is an additional language"},
        {FIELD_pupil_pupil_premium, "pupil premium"},
    };
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (fact_flag(&plan->facts, flags[i].field, plan->pupil)) {
            say(runs, runs->list.count > 0 ? "; " : "");
            say_opening(plan, runs, str_from(flags[i].words));
        }
}

static void school_life_fill(Plan *plan, Runs *runs)
{
    Str from = fact_text(&plan->facts, FIELD_pupil_incoming_from, plan->pupil);
    Str to = fact_text(&plan->facts, FIELD_pupil_leaves_for, plan->pupil);
    say_on(plan, runs, "Joined ", fact_day(&plan->facts, FIELD_pupil_joined, plan->pupil));
    say(runs, from.length == 0 ? "" : runs->list.count > 0 ? " from " : "From ");
    say_value(plan, runs, from);
    say_on(plan, runs, runs->list.count > 0 ? "; on the register since " : "On the register since ",
           fact_day(&plan->facts, FIELD_pupil_added_to_register, plan->pupil));
    say(runs, to.length == 0 ? "" : runs->list.count > 0 ? "; leaves for " : "Leaves for ");
    say_value(plan, runs, to);
}

static void shared_fill(Plan *plan, Runs *runs)
{
    shared_add(plan, runs, "", KIND_plan, plan->row);
}

/* "Parents, 24 June 2026: sharing the plan with the railway club" */
static void consent_fill(Plan *plan, Runs *runs)
{
    Rows rows = rows_in(plan, KIND_consent, KIND_pupil, plan->pupil);
    for (size_t i = 0; i < rows.list.count && fact_seen(&plan->facts, FIELD_consent_who); i++) {
        Str purpose = fact_text(&plan->facts, FIELD_consent_purpose, rows.list.at[i]);
        say(runs, runs->list.count > 0 ? "\n" : "");
        say_who(plan, runs, fact_who(&plan->facts, FIELD_consent_who, rows.list.at[i]), NAME_plain);
        say_on(plan, runs, ", ", fact_day(&plan->facts, FIELD_consent_on, rows.list.at[i]));
        say(runs, purpose.length > 0 ? ": " : "");
        say_value(plan, runs, purpose);
    }
    free(rows.list.at);
}

/* "4 March 2026, 2 days; 5 May 2026" */
static void suspensions_fill(Plan *plan, Runs *runs)
{
    Rows rows = rows_in(plan, KIND_suspension, KIND_pupil, plan->pupil);
    for (size_t i = 0; i < rows.list.count && fact_seen(&plan->facts, FIELD_suspension_on); i++) {
        Str length =
            amount_text(plan->arena, fact_amount(&plan->facts, FIELD_suspension_length, rows.list.at[i]));
        say(runs, i > 0 ? "; " : "");
        say_day(plan, runs, fact_day(&plan->facts, FIELD_suspension_on, rows.list.at[i]));
        say(runs, length.length > 0 ? ", " : "");
        say_str(runs, length);
    }
    free(rows.list.at);
}

static void designated_fill(Plan *plan, Runs *runs)
{
    say_who(plan, runs, fact_who(&plan->facts, FIELD_pupil_designated_teacher, plan->pupil), NAME_plain);
}

static void education_plan_fill(Plan *plan, Runs *runs)
{
    if (fact_count(&plan->facts, FIELD_pupil_education_plan_meeting, plan->pupil) == 0)
        return;
    say(runs, "Meetings on ");
    say_days(plan, runs, FIELD_pupil_education_plan_meeting, plan->pupil);
}

static void top_up_fill(Plan *plan, Runs *runs)
{
    int32_t requested = fact_day(&plan->facts, FIELD_pupil_top_up_requested, plan->pupil);
    say_amount(plan, runs, fact_amount(&plan->facts, FIELD_pupil_top_up, plan->pupil));
    say_on(plan, runs, runs->list.count > 0 ? ", asked for on " : "Asked for on ", requested);
}

static const HeadRow head_rows[] = {
    {"Pupil", pupil_fill},
    {"School", school_fill},
    {"Support", status_fill},
    {"Attainment", attainment_fill},
    {"Attendance", attendance_fill},
    {"Also", also_fill},
    {"At school", school_life_fill},
    {"Designated teacher", designated_fill},
    {"Suspensions", suspensions_fill},
    {"Personal education plan", education_plan_fill},
    {"Family", family_fill},
    {"Teacher", tutor_fill},
    {"Who to ask", senco_fill},
    {"Advice for families", sendiass_fill},
    {"Plan", plan_fill},
    {"Staff told", told_fill},
    {"Shared with", shared_fill},
    {"Consent", consent_fill},
    {"Top-up funding", top_up_fill},
    {"Next review", next_review_fill},
};

void plan_head(Plan *plan, Blocks *to)
{
    Block *table = document_table(plan->document, to, 0);
    table->id = STR("who-and-when");
    table_column(table, false, 28);
    table_column(table, false, 72);
    for (size_t i = 0; i < sizeof head_rows / sizeof *head_rows; i++) {
        Runs value = {0};
        head_rows[i].fill(plan, &value);
        if (value.list.count == 0)
            continue;
        Row *row = table_row(table, (Str){NULL, 0});
        say(cell_text(plan->document, row, true), head_rows[i].label);
        *cell_text(plan->document, row, false) = value;
    }
}
