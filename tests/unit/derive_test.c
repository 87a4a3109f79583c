/* Derived facts: plans whose hours, costs and progress were reckoned by hand. */
#include "tests/unit/compiled.h"
#include "tests/unit/expect.h"

#define SCHOOL                                                                                               \
    "school \"Ash Primary\" {\n"                                                                             \
    "senco mrs-b\n"                                                                                          \
    "person mrs-b \"Mrs Brampton\" { role SENCO; rate £40 an hour }\n"                                      \
    "person old-senco \"Mrs Old\" { role SENCO; rate £50 an hour }\n"                                       \
    "person hlta-jo \"Jo Marsh\" { role HLTA; rate £18.50 an hour }\n"                                      \
    "person ta-a \"Ann A\" { role TA; rate £16.80 an hour }\n"                                              \
    "person ta-b \"Ben B\" { role TA; rate £16.80 an hour }\n"                                              \
    "person mr-c \"Mr Carr\" { role class teacher; rate £42 an hour }\n"                                    \
    "person ms-d \"Ms Dean\" { role class teacher; rate £38 an hour }\n"                                    \
    "intervention NELI \"Early language\" { tier targeted; time 20 minutes, weekly, for 10 weeks\n"          \
    "group of 3 to 6; by TA, trained in \"NELI\"; cost £250 a year; assessed with LS\n"                     \
    "minimum 20 minutes, weekly, for 8 weeks }\n"                                                            \
    "assessment LS \"Language screen\" { scale standard score; higher is better yes; error 5 }\n"            \
    "assessment SDQ \"Strengths and difficulties\" { scale raw; higher is better no }\n"                     \
    "resource RADIO \"Radio aid\" { cost £1,200; shared by 3; lasts 4 years }\n"                            \
    "resource APP \"Reading app\" { cost £90 a year; shared by 3 }\n"                                       \
    "group LEGO \"Lego club\" { from NELI; pupils BK, JM, TR; time 40 minutes, weekly, for 12 weeks\n"       \
    "by hlta-jo; where \"library\"; starts 15 September 2026; session Tuesday 9:15 }\n"                      \
    "}\n"                                                                                                    \
    "pupil BK \"Bilal K\" { born 9 November 2017; year 4; tutor mr-c }\n"

static void expect_ratio(Tally *tally, const char *what, Ratio got, Ratio wanted)
{
    bool equal = got.over == wanted.over && got.under == wanted.under;
    expect(tally, equal, what);
    if (!equal)
        printf("    %lld/%lld, wanted %lld/%lld\n", (long long)got.over, (long long)got.under,
               (long long)wanted.over, (long long)wanted.under);
}

static void compile_clean(Tally *tally, Compiled *compiled, const char *text, const char *today)
{
    compile_text(compiled, str_from(text), iso_day(today));
    expect_int(tally, "findings", (int64_t)compiled->findings.list.count, 0);
    compiled_print(compiled);
}

/* ---- what provision is ---- */

static void test_effective(Tally *tally)
{
    Compiled compiled;
    compile_clean(tally, &compiled,
                  SCHOOL
                  "support plan for BK {\n"
                  "provision F1 \"p\" { from NELI }\n"
                  "provision F2 \"p\" { from NELI; time 15 minutes, daily; by hlta-jo; cost £5 a term }\n"
                  "provision F3 \"p\" in group LEGO { where \"hall\" }\n"
                  "provision F4 \"p\"\n"
                  "}",
                  "2026-11-20");
    const Effective *own = compiled.derived.effective;
    expect_int(tally, "the programme's time", own[0].time_said.field, FIELD_intervention_time);
    expect_int(tally, "is taken", saying_is_taken(own[0].time_said), true);
    expect_int(tally, "its least", amount_in(own[0].minimum.span, UNIT_week).over, 8);
    expect_int(tally, "its tier", own[0].tier, CHOICE_tier_targeted);
    expect_int(tally, "its person", own[0].by[0].post, CHOICE_post_ta);
    expect_str(tally, "its training", own[0].trained_in[0], "NELI");
    expect_int(tally, "its assessment", own[0].assessed_with[0].row, 0);
    expect_int(tally, "its group", own[0].group_said.field, FIELD_intervention_group);

    expect_int(tally, "its own time", own[1].time_said.field, FIELD_provision_time);
    expect_int(tally, "is not taken", saying_is_taken(own[1].time_said), false);
    expect_int(tally, "whole: no span of the programme's", amount_is_missing(own[1].time.span), true);
    expect_int(tally, "its own person", own[1].by_said.field, FIELD_provision_by);
    expect_int(tally, "the programme's training", own[1].trained_in_said.field,
               FIELD_intervention_trained_in);
    expect_int(tally, "its own cost", own[1].cost_said.field, FIELD_provision_cost);

    expect_int(tally, "the group's time before the programme's", own[2].time_said.field,
               FIELD_shared_group_time);
    expect_int(tally, "the programme of the group", own[2].intervention_row, 0);
    expect_str(tally, "its own place", own[2].where, "hall");
    expect_int(tally, "the group's start", own[2].starts, iso_day("2026-09-15"));
    expect_int(tally, "the group's session", own[2].sessions.end - own[2].sessions.first, 1);
    expect_int(tally, "from the group", own[2].sessions_kind, KIND_shared_group);

    expect_int(tally, "nobody says when", saying_is_known(own[3].time_said), false);
    expect_int(tally, "nor who", own[3].by_count, 0);
    expect_int(tally, "nor in what sessions", own[3].sessions_kind, KIND_file);
    compiled_free(&compiled);
}

/* ---- hours and costs ---- */

static void test_costs(Tally *tally)
{
    Compiled compiled;
    compile_clean(
        tally, &compiled,
        SCHOOL
        "support plan for BK {\n"
        "provision F1 \"p\" { time 30 minutes, 3 times a week, for 12 weeks; group of 3; by hlta-jo }\n"
        "provision F2 \"p\" { from NELI }\n"
        "provision F3 \"p\" in group LEGO { in class }\n"
        "provision F4 \"p\" { resource RADIO, APP }\n"
        "provision F5 \"p\" { time 30 minutes, weekly, for 6 weeks; group 1 to 1; by SaLT; funded by NHS }\n"
        "provision F6 \"p\" { time 10 minutes, daily, all year; by parent; outside school hours }\n"
        "provision F7 \"p\" { time 1 hour, weekly, for 2 weeks; group of 4; by SENCO; set up for this pupil "
        "}\n"
        "provision F8 \"p\" { time 1 hour, weekly, for 2 weeks; group 1 to 1; by class teacher; adults 2 }\n"
        "provision F9 \"p\" { time 1 hour, weekly, for 2 weeks; group whole class }\n"
        "}",
        "2026-11-20");
    const ProvisionFigures *own = compiled.derived.provision;
    expect_ratio(tally, "F1 a week", own[0].weekly_minutes, ratio_whole(90));
    expect_ratio(tally, "F1 sessions", own[0].sessions, ratio_whole(36));
    expect_ratio(tally, "F1 hours", own[0].hours, ratio_whole(18));
    expect_ratio(tally, "F1: 18 × £18.50 ÷ 3", own[0].cost_a_year, ratio_whole(11100));
    expect_int(tally, "F1 person", own[0].person, 2);
    expect_int(tally, "F2 shared by at most 6", own[1].sharers, 6);
    expect_ratio(tally, "F2: (3 1/3 × £16.80 + £250) ÷ 6", own[1].cost_a_year, ratio_whole(5100));
    expect_int(tally, "F2: either of two TAs", own[1].person, ROW_NONE);
    expect_int(tally, "F3 shared by those listed", own[2].sharers, 3);
    expect_ratio(tally, "F3: (8 × £18.50 + £250) ÷ 3", own[2].cost_a_year, ratio_make(39800, 3));
    expect_ratio(tally, "F4: £1,200 ÷ 3 ÷ 4 + £90 ÷ 3", own[3].cost_a_year, ratio_whole(13000));
    expect(tally, ratio_is_missing(own[4].cost_a_year), "F5: what the therapist costs is not known");
    expect_int(tally, "F5 is not the school's", own[4].school_pays, false);
    expect(tally, ratio_is_missing(own[5].cost_a_year), "F6: a parent costs nothing");
    expect_ratio(tally, "F7: 2 × £40, of the school's own SENCO", own[6].cost_a_year, ratio_whole(8000));
    expect_ratio(tally, "F8: 2 × £42 × 2, of the pupil's own teacher", own[7].cost_a_year,
                 ratio_whole(16800));
    expect_int(tally, "F9: a class has no number", own[8].sharers, COUNT_MISSING);

    const PlanFigures *plan = compiled.derived.plan;
    expect_ratio(tally, "a week in all", plan->weekly_minutes,
                 ratio_whole(90 + 20 + 40 + 30 + 50 + 60 + 60 + 60));
    expect_ratio(tally, "out of lessons", plan->minutes_withdrawn, ratio_whole(90 + 20 + 30 + 60 + 60 + 60));
    expect_ratio(tally, "the school's cost", plan->cost_a_year,
                 ratio_add(ratio_whole(11100 + 5100 + 13000 + 8000 + 16800), ratio_make(39800, 3)));
    expect_ratio(tally, "the cost of others", plan->cost_of_others, ratio_whole(0));
    expect_int(tally, "without a cost", plan->without_cost, 2);
    expect_int(tally, "without a time", plan->without_time, 1);
    expect_int(tally, "the school's threshold", compiled.derived.threshold.number, 600000);
    compiled_free(&compiled);
}

/* ---- sessions given ---- */

static void test_attended(Tally *tally)
{
    Compiled compiled;
    compile_clean(tally, &compiled,
                  SCHOOL "support plan for BK {\n"
                         "provision F1 \"p\"\nprovision F2 \"p\"\nprovision F3 \"p\"\n"
                         "attended F1 22 out of 36 until 4 December 2026\n"
                         "attended F1 10 out of 12 until 23 October 2026\n"
                         "attended F2 12 out of 12 from 1 November 2026 until 4 December 2026\n"
                         "attended F2 10 out of 14 from 14 September 2026 until 23 October 2026\n"
                         "}",
                  "2026-12-20");
    const ProvisionFigures *own = compiled.derived.provision;
    expect_ratio(tally, "a later count holds the earlier", own[0].sessions_given, ratio_whole(22));
    expect_ratio(tally, "and how many were due", own[0].sessions_due, ratio_whole(36));
    expect_ratio(tally, "counts of two times are added", own[1].sessions_given, ratio_whole(22));
    expect_ratio(tally, "as are those due", own[1].sessions_due, ratio_whole(26));
    expect(tally, ratio_is_missing(own[2].sessions_given), "nothing is known of F3");
    compiled_free(&compiled);
}

/* ---- progress ---- */

static void test_progress(Tally *tally)
{
    Compiled compiled;
    compile_clean(
        tally, &compiled,
        SCHOOL
        "support plan for BK {\n"
        "outcome E1 \"o\" { measure \"m\" from 41 to 70; by 16 July 2027\n"
        "result of E1 on 12 February 2027 70; result of E1 on 3 December 2026 55 }\n"
        "outcome E2 \"o\" { measure \"m\" from 80 to 95; assessed with LS; by 1 November 2026\n"
        "result of E2 on 1 October 2026 85 }\n"
        "outcome E3 \"o\" { measure \"m\" from 80 to 95; assessed with LS; baseline on 1 October 2026\n"
        "result of E3 on 1 October 2026 80; result of E3 on 1 November 2026 86 }\n"
        "outcome E4 \"o\" { measure \"m\" from 20 to 12; assessed with SDQ; closed 1 November 2026\n"
        "by 1 November 2026; result of E4 on 1 October 2026 11 }\n"
        "outcome E5 \"o\" { measure \"m\" from 9 to 4; result of E5 on 1 October 2026 7 }\n"
        "outcome E6 \"o\" { result of E6 on 1 October 2026 7 }\n"
        "outcome E7 \"o\" { measure \"m\" from 1 to 4; result of E7 on 1 October 2026 not tested because "
        "\"away\" }\n"
        "review 10 October 2026 { outcome E1 not yet }\n"
        "review 10 November 2026 { outcome E1 partly }\n"
        "}",
        "2026-12-16");
    const OutcomeFigures *own = compiled.derived.outcome;
    expect_int(tally, "E1: only what is known today", own[0].state, PROGRESS_some);
    expect_int(tally, "E1 gained 14", own[0].gain.number, 14000);
    expect_int(tally, "E1 should gain 29", own[0].gain_wanted.number, 29000);
    expect_int(tally, "E1 has seven months", own[0].months_to_go, 7);
    expect_int(tally, "E1 is not late", own[0].days_overdue, 0);
    expect_int(tally, "E1: the later review", own[0].verdict, CHOICE_verdict_partly);
    expect_int(tally, "E2: five points may be chance", own[1].state, PROGRESS_none);
    expect_int(tally, "E2 is late", own[1].days_overdue, 45);
    expect_int(tally, "E3: six points are not", own[2].state, PROGRESS_some);
    expect_int(tally, "E4: less is better", own[3].state, PROGRESS_achieved);
    expect_int(tally, "E4 is closed, so not late", own[3].days_overdue, 0);
    expect_int(tally, "E5: down, as the target says", own[4].direction, -1);
    expect_int(tally, "E5 has come on", own[4].state, PROGRESS_some);
    expect_int(tally, "E6: nobody knows", own[5].state, PROGRESS_unknown);
    expect_int(tally, "E7: not tested", own[6].latest, ROW_NONE);
    expect_int(tally, "E7 has no deadline", own[6].months_to_go, COUNT_MISSING);
    compiled_free(&compiled);
}

/* ---- plans, cycles, pupils ---- */

static void test_plans(Tally *tally)
{
    Compiled compiled;
    compile_clean(
        tally, &compiled,
        SCHOOL
        "support plan for BK {\n"
        "cycle \"Summer 2026\" { plan 20 April 2026 { provision F1 \"p\" { time 1 hour, weekly, all year } } "
        "}\n"
        "cycle \"Autumn 2026\" { plan 18 September 2026 { provision F2 \"p\" { time 30 minutes, weekly, all "
        "year } } }\n"
        "cycle \"Spring 2027\" { plan 11 January 2027 { provision F3 \"p\" { time 10 minutes, weekly, all "
        "year } } }\n"
        "}\n"
        "pupil P1 \"P\"\npupil P2 \"P\"\n"
        "support plan for P1 { parents informed 11 September 2026, 4 September 2026 }\n"
        "support plan for P2 { provision F1 \"p\" { starts 21 September 2026 }\n"
        "provision F2 \"p\" { starts 14 September 2026 } }\n"
        "ehc plan for P1 { draft sent 10 April 2026 }\n"
        "ehc plan for BK { issued 12 May 2026 }\n",
        "2026-11-20");
    const PlanFigures *plan = compiled.derived.plan;
    expect_int(tally, "the current cycle's plan", plan[0].date, iso_day("2026-09-18"));
    expect_int(tally, "the current cycle", plan[0].cycle, 1);
    expect_ratio(tally, "only its provision", plan[0].weekly_minutes, ratio_whole(30));
    expect_int(tally, "parents informed", plan[1].date, iso_day("2026-09-04"));
    expect_int(tally, "first start", plan[2].date, iso_day("2026-09-14"));
    expect_int(tally, "a draft", plan[3].is_draft, true);
    expect_int(tally, "has no date", plan[3].date, DAY_MISSING);
    expect_int(tally, "a final plan", plan[4].is_draft, false);
    expect_int(tally, "its date", plan[4].date, iso_day("2026-05-12"));
    expect_int(tally, "whose", plan[4].pupil, 0);
    expect_int(tally, "plans of the pupil",
               relation_naming(&compiled.derived.relations, RELATION_plan_for, 0).count, 2);
    const PupilFigures *pupil = compiled.derived.pupil;
    expect_int(tally, "nine years", pupil->age_months, 9 * 12);
    expect_int(tally, "year 4", pupil->year_computed, 4);
    expect_int(tally, "key stage 2", pupil->key_stage, KEY_STAGE_2);
    compiled_free(&compiled);
}

static void test_relations(Tally *tally)
{
    Compiled compiled;
    compile_clean(tally, &compiled,
                  SCHOOL
                  "support plan for BK {\n"
                  "need B1 cognition and learning \"n\"\nneed B2 cognition and learning \"n\"\n"
                  "aspiration A1 from pupil \"a\"\n"
                  "outcome E1 \"o\" { for B2, A1, B1, B2 }\noutcome E2 \"o\" { for B2 }\n"
                  "provision F1 \"p\" { meets B2; towards E2, E1 }\nprovision F2 \"p\" { meets B1, B2 }\n"
                  "}",
                  "2026-11-20");
    const Relations *relations = &compiled.derived.relations;
    RowList needs = relation_named(relations, RELATION_serves_need, 0);
    expect_int(tally, "needs of E1, each once", needs.count, 2);
    expect_int(tally, "in the order named", needs.at[0], 1);
    RowList outcomes = relation_naming(relations, RELATION_serves_need, 1);
    expect_int(tally, "outcomes of B2", outcomes.count, 2);
    expect_int(tally, "in the order of the text", outcomes.at[0], 0);
    expect_int(tally, "aspirations of E1", relation_named(relations, RELATION_serves_aspiration, 0).count, 1);
    expect_int(tally, "outcomes of A1", relation_naming(relations, RELATION_serves_aspiration, 0).count, 1);
    expect_int(tally, "provision of B2", relation_naming(relations, RELATION_meets, 1).count, 2);
    expect_int(tally, "provision of B1", relation_naming(relations, RELATION_meets, 0).at[0], 1);
    expect_int(tally, "provision of E2", relation_naming(relations, RELATION_towards, 1).count, 1);
    expect_int(tally, "outcomes of F2", relation_named(relations, RELATION_towards, 1).count, 0);
    compiled_free(&compiled);
}

/* Nothing at all, and records that lead nowhere. */
static void test_empty(Tally *tally)
{
    Compiled compiled;
    compile_text(&compiled, STR(""), DAY_MISSING);
    expect_int(tally, "weeks a year", compiled.derived.weeks_a_year, WEEKS_A_YEAR);
    compiled_free(&compiled);
    compile_text(&compiled,
                 STR("support plan for XX { provision F1 \"p\" { from Q; in group R; by zz; meets B9 }\n"
                     "outcome E1 \"o\" { for B8; by 1 May 2027; result on 1 May 2026 4 } }\n"
                     "ehc plan { section F { provision \"p\" } }"),
                 DAY_MISSING);
    expect_int(tally, "nobody's plan", compiled.derived.plan[0].pupil, ROW_NONE);
    expect_int(tally, "months are not known without a day", compiled.derived.outcome[0].months_to_go,
               COUNT_MISSING);
    compiled_free(&compiled);
}

int main(void)
{
    Tally tally = {0, 0};
    test_effective(&tally);
    test_costs(&tally);
    test_attended(&tally);
    test_progress(&tally);
    test_plans(&tally);
    test_relations(&tally);
    test_empty(&tally);
    return tally_end(&tally);
}
