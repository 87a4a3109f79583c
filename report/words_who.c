/* Saying who. In: persons, posts and parties as records name them. Out: names as a parent would read them. */
#include "report/words.h"

static bool is_pupil(unsigned post)
{
    return post == CHOICE_post_pupil || post == CHOICE_post_young_person;
}

/* The one parent who can be meant, or ROW_NONE. */
static uint32_t only_parent(const Plan *plan)
{
    if (plan->pupil == ROW_NONE)
        return ROW_NONE;
    RowRange parents = records_inside(plan->facts.records, KIND_parent, KIND_pupil, plan->pupil);
    return parents.end - parents.first == 1 ? parents.first : ROW_NONE;
}

static bool is_family(unsigned post)
{
    return post == CHOICE_post_mother || post == CHOICE_post_father || post == CHOICE_post_carer ||
           post == CHOICE_post_foster_carer || post == CHOICE_post_grandparent;
}

/* "Marcia Bell, foster carer": the name, and what she is to the pupil; empty where that is not told. */
static Str parent_part(const Plan *plan, uint32_t parent, bool of_name)
{
    Str name = fact_text(&plan->facts, FIELD_parent_name, parent);
    for (size_t i = 0; i < name.length; i++)
        if (name.at[i] == ',')
            return str_trim(of_name ? str_slice(name, 0, i) : str_slice(name, i + 1, name.length));
    return of_name ? name : (Str){NULL, 0};
}

/* The parent or carer who is named as that to the pupil ("foster carer"); ROW_NONE. */
static uint32_t carer_of(const Plan *plan, unsigned post)
{
    if (plan->pupil == ROW_NONE || !is_family(post))
        return ROW_NONE;
    RowRange parents = records_inside(plan->facts.records, KIND_parent, KIND_pupil, plan->pupil);
    for (uint32_t parent = parents.first; parent < parents.end; parent++)
        if (str_equal_folded(parent_part(plan, parent, false), choice_info(CHOICES_post, post)->print))
            return parent;
    return ROW_NONE;
}

/* The person of the school who holds a post that only one can hold; ROW_NONE where that is not told. */
static uint32_t holder_of(const Plan *plan, unsigned post)
{
    const Who *who = NULL;
    if (post == CHOICE_post_senco)
        who = fact_who(&plan->facts, FIELD_school_senco, plan->school);
    else if (post == CHOICE_post_headteacher)
        who = fact_who(&plan->facts, FIELD_school_headteacher, plan->school);
    else if (post == CHOICE_post_designated_teacher)
        who = fact_who(&plan->facts, FIELD_school_designated_teacher, plan->school);
    return who && who->kind == KIND_person ? who->row : ROW_NONE;
}

static Str post_print(const Plan *plan, unsigned post)
{
    return choice_info(CHOICES_post, fact_post(&plan->facts, post))->print;
}

/* The first of a person's own posts that may be told as it is, else the first; NULL for none. */
static const Who *person_role(const Plan *plan, uint32_t person)
{
    uint32_t count = fact_count(&plan->facts, FIELD_person_role, person);
    for (uint32_t i = 0; i < count; i++) {
        const Who *role = fact_who_at(&plan->facts, FIELD_person_role, person, i);
        if (role && fact_post(&plan->facts, role->post) == role->post)
            return role;
    }
    return fact_who_at(&plan->facts, FIELD_person_role, person, 0);
}

/* "Jo Marsh (higher level teaching assistant)": the post she is named by, else one of her own. */
static void say_person(const Plan *plan, Runs *runs, uint32_t person, unsigned post, NameForm form)
{
    Str name = fact_text(&plan->facts, FIELD_person_name, person);
    const Who *role = person_role(plan, person);
    if (post == 0 && role)
        post = role->post;
    say_value(plan, runs, name);
    if (form == NAME_plain || (post == 0 && !role) || (role && str_equal_folded(role->text, name)))
        return;
    say(runs, " (");
    if (post)
        say_str(runs, post_print(plan, post));
    else
        say_value(plan, runs, role->text);
    say(runs, ")");
}

Str who_post(const Plan *plan, const Who *who)
{
    if (who->row == ROW_NONE || who->kind != KIND_person)
        return (Str){NULL, 0};
    const Who *role = person_role(plan, who->row);
    Str name = fact_text(&plan->facts, FIELD_person_name, who->row);
    if (!role || str_equal_folded(role->text, name))
        return (Str){NULL, 0};
    return role->post ? post_print(plan, role->post) : role->text;
}

static void say_parent(const Plan *plan, Runs *runs, uint32_t parent, NameForm form)
{
    Str is = parent_part(plan, parent, false);
    say_value(plan, runs, parent_part(plan, parent, true));
    if (form == NAME_plain)
        return;
    say(runs, is.length > 0 ? " (" : " (parent");
    say_value(plan, runs, is);
    say(runs, ")");
}

/* A post without a person's name. */
static void say_post(const Plan *plan, Runs *runs, unsigned post, NameForm form)
{
    uint32_t person = holder_of(plan, post), parent = only_parent(plan), carer = carer_of(plan, post);
    if (is_pupil(post))
        say_value(plan, runs, plan->first);
    else if (carer != ROW_NONE)
        say_parent(plan, runs, carer, form);
    else if (post == CHOICE_post_parent && parent != ROW_NONE)
        say_parent(plan, runs, parent, form);
    else if (post == CHOICE_post_parent)
        say_opening(plan, runs, STR("parents"));
    else if (person != ROW_NONE)
        say_person(plan, runs, person, post, form);
    else
        say_opening(plan, runs, post_print(plan, post));
}

void say_who(const Plan *plan, Runs *runs, const Who *who, NameForm form)
{
    if (!who)
        return;
    if (who->row != ROW_NONE && who->kind == KIND_person)
        say_person(plan, runs, who->row, 0, form);
    else if (who->row != ROW_NONE && who->kind == KIND_parent)
        say_parent(plan, runs, who->row, form);
    else if (who->row != ROW_NONE && who->kind == KIND_advice)
        say_record(plan, runs, KIND_advice, who->row);
    else if (who->post)
        say_post(plan, runs, who->post, form);
    else
        say_value(plan, runs, who->text);
}

void say_whos(const Plan *plan, Runs *runs, FieldId field, uint32_t row, NameForm form)
{
    uint32_t count = fact_count(&plan->facts, field, row);
    for (uint32_t i = 0; i < count; i++) {
        say(runs, joint(i, count));
        say_who(plan, runs, fact_who_at(&plan->facts, field, row, i), form);
    }
}
