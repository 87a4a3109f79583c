/* Staff: which person a post means, and what that person costs. In: the school's people; out: rows and rates.
 */
#include "sema/deriver.h"

#include <string.h>

/* What an hour costs; a sum without a time is by the hour. */
static Amount rate_of(const Records *records, uint32_t person)
{
    Amount rate = records->person.rate[person];
    if (!amount_is_missing(rate) && rate.per == UNIT_none)
        rate = amount_per(rate, UNIT_hour);
    return rate;
}

static bool same_rate(Amount a, Amount b)
{
    return a.number == b.number && a.per == b.per;
}

static void add_holder(Deriver *deriver, uint8_t post, uint32_t person)
{
    Holder *holder = &deriver->holders[post];
    Amount rate = rate_of(deriver->records, person);
    if (!holder->count)
        *holder = (Holder){person, 1, rate};
    else if (holder->row != person) {
        holder->count++;
        if (!same_rate(holder->rate, rate))
            holder->rate = AMOUNT_NONE;
    }
}

static void add_office(Deriver *deriver, uint8_t post, const Who *who)
{
    if (who->row == ROW_NONE || who->kind != KIND_person)
        return;
    deriver->holders[post] = (Holder){who->row, 1, rate_of(deriver->records, who->row)};
}

/* Those the school itself names for an office hold it alone, whatever roles others have. */
static void add_offices(Deriver *deriver, uint32_t school)
{
    const struct school_table *table = &deriver->records->school;
    add_office(deriver, CHOICE_post_senco, &table->senco[school]);
    add_office(deriver, CHOICE_post_headteacher, &table->headteacher[school]);
    add_office(deriver, CHOICE_post_send_governor, &table->send_governor[school]);
    add_office(deriver, CHOICE_post_designated_teacher, &table->designated_teacher[school]);
    add_office(deriver, CHOICE_post_safeguarding_lead, &table->safeguarding_lead[school]);
}

void derive_holders(Deriver *deriver)
{
    const struct person_table *person = &deriver->records->person;
    for (uint32_t row = 0; row < person->head.count; row++)
        for (uint32_t i = person->role.first[row]; i < person->role.first[row + 1]; i++)
            if (person->role.items[i].post)
                add_holder(deriver, person->role.items[i].post, row);
    for (uint32_t row = 0; row < deriver->records->school.head.count; row++)
        add_offices(deriver, row);
}

/* The pupil's own class teacher or tutor, where the pupil's record names a person. */
static uint32_t own_teacher(const Deriver *deriver, uint8_t post, uint32_t pupil)
{
    if ((post != CHOICE_post_class_teacher && post != CHOICE_post_form_tutor) || pupil == ROW_NONE)
        return ROW_NONE;
    const Who *tutor = &deriver->records->pupil.tutor[pupil];
    return tutor->kind == KIND_person ? tutor->row : ROW_NONE;
}

uint32_t derive_person(const Deriver *deriver, const Who *who, uint32_t pupil)
{
    if (who->row != ROW_NONE)
        return who->kind == KIND_person ? who->row : ROW_NONE;
    if (!who->post)
        return ROW_NONE;
    uint32_t own = own_teacher(deriver, who->post, pupil);
    const Holder *holder = &deriver->holders[who->post];
    return own == ROW_NONE && holder->count == 1 ? holder->row : own;
}

Amount derive_rate(const Deriver *deriver, const Who *who, uint32_t pupil)
{
    uint32_t person = derive_person(deriver, who, pupil);
    if (person != ROW_NONE)
        return rate_of(deriver->records, person);
    const Holder *holder = &deriver->holders[who->post];
    return who->row == ROW_NONE && who->post && holder->count ? holder->rate : AMOUNT_NONE;
}
