/* Dosages as people write them: "30 minutes, 3 times a week, for 12 weeks". In: dosages. Out: text; missing
 * parts are left out. */
#include "sema/dosage.h"

static Str adverb(Unit period)
{
    switch ((int)period) {
    case UNIT_day: return STR("daily");
    case UNIT_week: return STR("weekly");
    case UNIT_month: return STR("monthly");
    case UNIT_half_term: return STR("half-termly");
    case UNIT_term: return STR("termly");
    case UNIT_year: return STR("yearly");
    default: return STR("");
    }
}

static void print_times(Out *out, int32_t times)
{
    if (times == 1)
        out_text(out, "once");
    else if (times == 2)
        out_text(out, "twice");
    else
        out_format(out, "%d times", (int)times);
}

/* " a week", " every 3 weeks" */
static void print_period(Out *out, Frequency frequency)
{
    Unit period = (Unit)frequency.period;
    if (frequency.every == 1) {
        out_text(out, " a ");
        out_str(out, unit_singular(period));
        return;
    }
    out_format(out, " every %d ", (int)frequency.every);
    out_str(out, unit_plural(period));
}

void frequency_print(Out *out, Frequency frequency)
{
    if (frequency_is_missing(frequency))
        return;
    if (frequency.times == 1 && frequency.every == 1) {
        out_str(out, adverb((Unit)frequency.period));
    } else if (frequency.times == 1 && frequency.every == 2 && frequency.period == UNIT_week) {
        out_text(out, "fortnightly");
    } else if (frequency.times == 1) {
        out_format(out, "every %d ", (int)frequency.every);
        out_str(out, unit_plural((Unit)frequency.period));
    } else {
        print_times(out, frequency.times);
        print_period(out, frequency);
    }
}

/* Parts the clauses of the sentence. */
static void print_comma(Out *out, size_t start)
{
    if (out->length > start)
        out_text(out, ", ");
}

static void print_rate(Out *out, const Dosage *dosage)
{
    amount_print(out, dosage->duration);
    if (!frequency_is_missing(dosage->frequency) && !amount_is_missing(dosage->duration))
        print_period(out, dosage->frequency);
}

void dosage_print(Out *out, const Dosage *dosage)
{
    size_t start = out->length;
    if (dosage->is_rate) {
        print_rate(out, dosage);
    } else {
        amount_print(out, dosage->duration);
        if (!frequency_is_missing(dosage->frequency))
            print_comma(out, start);
        frequency_print(out, dosage->frequency);
    }
    if (dosage->all_year) {
        print_comma(out, start);
        out_text(out, "all year");
    } else if (!amount_is_missing(dosage->span)) {
        print_comma(out, start);
        out_text(out, "for ");
        amount_print(out, dosage->span);
    }
}

Str dosage_text(Arena *arena, const Dosage *dosage)
{
    Out out = {0};
    dosage_print(&out, dosage);
    Str text = arena_str(arena, out_result(&out));
    out_free(&out);
    return text;
}
