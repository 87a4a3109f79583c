/* Overview: each part made when first asked for; and who is trained in what. In: derived records; out:
 * figures that live as long as these. */
#include "sema/overviewer.h"

#include <stdlib.h>

Overview *overview_new(Arena *arena)
{
    return ARENA_NEW(arena, Overview);
}

void overview_free(Overview *overview)
{
    if (overview)
        arena_free(&overview->arena);
}

int64_t overview_staff_time(const Derived *derived, uint32_t person)
{
    Overview *overview = derived->overview;
    if (!overview->staff_time)
        overview->staff_time = overview_make_staff_time(derived, &overview->arena);
    return overview->staff_time[person];
}

const Clash *overview_clash(const Derived *derived, uint32_t session)
{
    Overview *overview = derived->overview;
    if (!overview->clashes)
        overview->clashes = overview_make_clashes(derived, &overview->arena);
    return &overview->clashes[session];
}

const ProgrammeFigures *overview_programme(const Derived *derived, uint32_t intervention)
{
    Overview *overview = derived->overview;
    if (!overview->programmes)
        overview->programmes = overview_make_programmes(derived, &overview->arena);
    return &overview->programmes[intervention];
}

bool overview_counts(const Derived *derived, uint32_t provision)
{
    const Records *records = derived->records;
    uint32_t plan = records_enclosing(records, KIND_plan, KIND_provision, provision);
    if (plan == ROW_NONE || derived->plan[plan].is_draft || !derived->provision[provision].is_current)
        return false;
    uint32_t pupil = derived->plan[plan].pupil;
    return pupil == ROW_NONE || records->pupil.left[pupil] == DAY_MISSING ||
           records->pupil.left[pupil] >= records->today;
}

/* ---- who is trained in what ---- */

static char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int compare_names(Str a, Str b)
{
    size_t least = a.length < b.length ? a.length : b.length;
    for (size_t i = 0; i < least; i++)
        if (lowered(a.at[i]) != lowered(b.at[i]))
            return (unsigned char)lowered(a.at[i]) < (unsigned char)lowered(b.at[i]) ? -1 : 1;
    return (a.length > b.length) - (a.length < b.length);
}

static int compare_courses(const void *a, const void *b)
{
    const CourseDone *one = a, *other = b;
    int order = compare_names(one->course, other->course);
    return order ? order : (one->person > other->person) - (one->person < other->person);
}

static void make_courses(const Derived *derived, Overview *overview)
{
    const Records *records = derived->records;
    const List_text *courses = &records->trained.course;
    uint32_t rows = records->trained.head.count, count = rows ? courses->first[rows] : 0;
    overview->courses = ARENA_ARRAY(&overview->arena, CourseDone, count + 1);
    for (uint32_t row = 0; row < rows; row++)
        for (uint32_t i = courses->first[row]; i < courses->first[row + 1]; i++)
            overview->courses[overview->course_count++] =
                (CourseDone){courses->items[i], records_enclosing(records, KIND_person, KIND_trained, row)};
    qsort(overview->courses, overview->course_count, sizeof *overview->courses, compare_courses);
}

/* Where the course of that name would begin. */
static size_t first_of(const Overview *overview, Str course)
{
    size_t low = 0, high = overview->course_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_names(overview->courses[middle].course, course) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#define NOBODY  UINT32_MAX
#define SEVERAL (UINT32_MAX - 1)

/* `person` and those who have done the course: the one, or that there are several. */
static uint32_t with_trained(const Overview *overview, Str course, uint32_t person)
{
    for (size_t i = first_of(overview, course); i < overview->course_count && person != SEVERAL; i++) {
        if (compare_names(overview->courses[i].course, course))
            break;
        if (person == NOBODY)
            person = overview->courses[i].person;
        else if (person != overview->courses[i].person)
            person = SEVERAL;
    }
    return person;
}

Str overview_only_trained(const Derived *derived, uint32_t provision)
{
    Overview *overview = derived->overview;
    const Effective *effective = &derived->effective[provision];
    uint32_t person = NOBODY, programme = effective->intervention_row;
    if (!overview->courses)
        make_courses(derived, overview);
    for (uint32_t i = 0; i < effective->trained_in_count; i++)
        person = with_trained(overview, effective->trained_in[i], person);
    if (programme != ROW_NONE) {
        person = with_trained(overview, derived->records->intervention.name[programme], person);
        person = with_trained(overview, derived->records->intervention.code[programme], person);
    }
    return person == NOBODY || person == SEVERAL ? STR("") : derived->records->person.name[person];
}
