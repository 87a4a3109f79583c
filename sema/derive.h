/* Derive: the facts nobody writes because they follow from others: ages, hours, costs, progress. */
#ifndef SENC_SEMA_DERIVE_H
#define SENC_SEMA_DERIVE_H

#include "sema/document_figures.h"
#include "sema/effective.h"
#include "sema/public_text.h"
#include "sema/relations.h"

/* Counts of months, days and years are COUNT_MISSING, ratios missing and amounts AMOUNT_NONE where something
 * they need is not known. `today` is the day of the run (records->today). */

typedef struct PupilFigures {
    int32_t age_months;    /* completed, today */
    int32_t year;          /* the year group: as recorded, else from the date of birth */
    int32_t year_computed; /* from the date of birth, for the school year of today */
    uint8_t key_stage;     /* KeyStage, of `year` */
} PupilFigures;

typedef struct ProvisionFigures {
    Ratio weekly_minutes; /* of one session × sessions a week */
    Ratio weeks;          /* of its span */
    Ratio sessions;       /* planned, in its span */
    Ratio hours;          /* in its span */
    Ratio hours_a_year;   /* in one school year */
    TermDay last_day;     /* DAY_MISSING when not known, or all year */
    int32_t sharers;   /* pupils who share a session and its cost; COUNT_MISSING for a whole class or when not
                          known */
    uint32_t person;   /* row of who gives it; ROW_NONE when no one person is meant */
    Amount rate;       /* what that person costs */
    Ratio cost_a_year; /* pence in a school year for this pupil, whoever pays */
    bool school_pays;  /* no: health, social care, the authority, the family or a charity does */
    bool is_current;   /* stands in no other cycle than the current one, and its last day is not past */
    Ratio sessions_given; /* as recorded by `attended`, and out of how many */
    Ratio sessions_due;
} ProvisionFigures;

/* How an outcome goes: by its latest result up to today. */
typedef enum ProgressState {
    PROGRESS_unknown,  /* no result since the baseline, or none that can be compared */
    PROGRESS_none,     /* not better than the baseline by more than the instrument's error */
    PROGRESS_some,     /* better by more than that */
    PROGRESS_achieved, /* at or past the target */
} ProgressState;

typedef struct OutcomeFigures {
    Amount gain;        /* from the baseline to the latest result, as written: below 0 when the number fell */
    Amount gain_wanted; /* from the baseline to the target */
    uint32_t latest;    /* row of result; ROW_NONE for none */
    int8_t direction;   /* 1: higher is better; -1: lower is; 0: nobody knows */
    uint8_t state;      /* ProgressState */
    uint8_t verdict;    /* of the latest review that judged it: a choice of `verdict`, or 0 */
    int32_t months_to_go; /* completed months from today to the deadline; 0 once it is past */
    int32_t days_overdue; /* days since the deadline; 0 on it and before, and for one that is closed or
                             replaced */
    bool is_open;         /* neither closed nor replaced */
    uint8_t stalled;      /* reviews without progress, see NeedFigures */
    int32_t judged_on;    /* the day of the last review that judged it */
    int32_t review_due;   /* the first day it was to be looked at and was not */
} OutcomeFigures;

#define STALLED_MOST 8 /* reviews that are looked at */

/* How many reviews, one after the other up to the latest, judged what serves a need `not yet`, with no result
 * to show that it moved; at most STALLED_MOST. */
typedef struct NeedFigures {
    uint8_t stalled;
    uint8_t decision;  /* of the last review that judged what serves it: a choice of `decision`, or 0 */
    int32_t judged_on; /* the day of that review */
} NeedFigures;

/* A review, or the annual review of an EHC plan. */
typedef struct ReviewFigures {
    bool is_held;   /* its day has come and something is written of it */
    Str leaves_out; /* what it does not say, in words; of an annual review the outcomes it does not judge */
    int32_t review_due; /* its day, where that is past and no review of the plan was held since */
} ReviewFigures;

typedef struct CycleFigures {
    int32_t last_day; /* of its review, else of its provision, else of the term it was planned in */
    Str leaves_out;   /* its parts that are not there */
    Ratio weeks; /* school weeks from plan to review; by the school's weeks a year where its terms are not
                    known */
    int32_t
        overlap; /* days from this plan to the earlier cycle's review, of the cycle next to it; 0 for none */
} CycleFigures;

/* Sums over a plan's provision. A sum leaves out what is not known; `without_…` say of how many. */
typedef struct PlanFigures {
    uint32_t pupil; /* row; ROW_NONE when not known */
    int32_t date;   /* EHC plan: issued. Support plan: its current cycle's `plan`, else parents informed, else
                       the   first start of provision */
    uint32_t cycle; /* row of the current cycle: the latest whose `plan` is not after today; ROW_NONE */
    bool is_ehc, is_draft;               /* an EHC plan that has not been issued */
    Ratio weekly_minutes;                /* of current provision */
    Ratio minutes_withdrawn;             /* of it, neither in class nor outside school hours */
    Ratio hours_a_year;                  /* in the school year of today */
    Ratio cost_a_year;                   /* pence in that year, paid by the school */
    Ratio cost_of_others;                /* paid by others */
    uint32_t provision_count;            /* that runs in that year */
    uint32_t without_time, without_cost; /* of these: weekly minutes, the school's cost not known */
    int32_t begun;          /* the first of its plans, else parents informed, else the first start */
    int32_t parents_told;   /* the first time */
    int32_t first_start;    /* of its provision */
    int32_t staff_told;     /* the first time since its date (or in the month before) */
    int32_t last_reviewed;  /* the last review or annual review that was held */
    int32_t renewed;        /* the later of issued and the last annual review held */
    int32_t next_annual;    /* the next annual review planned, from today */
    uint32_t waiting;       /* row of the review that should have been held first; ROW_NONE */
    bool names_teacher;     /* a class, form or subject teacher has a part in it */
    bool j_need, j_outcome; /* its section J names one by its code */
    Str leaves_out;         /* the sections of an EHC plan that are not there */
} PlanFigures;

/* Two dates of a record, or of one and what it belongs to, of which the later comes first. */
typedef struct Disorder {
    uint8_t kind; /* Kind */
    uint32_t row;
    Str text; /* "joined 3 September 2016 comes before born 9 November 2017" */
} Disorder;

struct Overview;

/* All that is derived, a row each. */
typedef struct Derived {
    const Records *records;
    Arena arena;
    Calendar calendar; /* of the school's terms */
    Relations relations;
    Effective *effective; /* of provision */
    ProvisionFigures *provision;
    OutcomeFigures *outcome;
    PupilFigures *pupil;
    PlanFigures *plan;
    NeedFigures *need;
    ReviewFigures *review, *annual_review;
    CycleFigures *cycle;
    Str *assess_leaves_out;    /* of assess: whose views and what it does not hold */
    bool *advice_cited;        /* of advice: something comes from it */
    ARRAY(Disorder) disorders; /* by kind and row, one a record */
    SchoolFigures school;
    DocumentFigures *document; /* of school_document */
    Str *objective_lacks, *action_lacks;
    PublicTexts public_texts;
    int64_t weeks_a_year;      /* the school's, else 38 */
    Amount threshold;          /* the school's, else £6,000 */
    struct Overview *overview; /* what is told of all together when asked for: sema/overview.h */
    bool is_loose; /* the records are statements by themselves, without facts: senc check --prose */
} Derived;

/* Derives everything from linked records, which must outlive it; in linear time. Freed with
 * records_derived_free. */
void records_derive(Derived *derived, const Records *records);
void records_derived_free(Derived *derived);

/* What is out of order in a record; empty where nothing is. */
Str derived_disorder(const Derived *derived, Kind kind, uint32_t row);

#endif
