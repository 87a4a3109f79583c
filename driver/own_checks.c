/* In: where a project lies; out: the names of the checks in it, and what they say of themselves. No plan is
 * judged here. */
#include "driver/own_checks.h"

#include "sema/check/compile.h"

#include <string.h>

/* ---- the checks of one project ---- */

static bool read_checks(OwnChecks *own, const char *path)
{
    Project *project = &own->project;
    if (!path_is_folder(path))
        return project_add(project, path, str_from(path)) != NULL;
    project_add_school(project, path_join(str_from(path), STR("school.sen"), &project->arena));
    return true;
}

bool own_checks_open(OwnChecks *own, const char *path, int32_t today)
{
    Findings unsaid = {0};
    *own = (OwnChecks){0};
    Str file = str_from(path);
    if (path_is_folder(path))
        file = path_join(file, STR("school.sen"), &own->places);
    ProjectRoot root = project_root(file.at, &own->places);
    project_open(&own->project, language_standard(), root, today, &own->findings);
    bool good = read_checks(own, path);
    checks_compile(own->project.language, &own->project.records, program_library(), &own->project.arena,
                   &own->program, &unsaid);
    findings_free(&unsaid);
    return good;
}

void own_checks_free(OwnChecks *own)
{
    project_free(&own->project);
    findings_free(&own->findings);
    arena_free(&own->places);
}

RuleNames own_checks_names(const OwnChecks *own)
{
    RuleNames names = {0};
    for (uint32_t i = 0; i < own->program.check_count; i++)
        ARRAY_ADD(&names.list, own->program.checks[i].rule.name);
    return names;
}

Place own_checks_place(const OwnChecks *own, Str name)
{
    const Records *records = &own->project.records;
    for (uint32_t row = 0; row < records->check.head.count; row++)
        if (str_equal_folded(records->check.name[row], name))
            return records_place(records, KIND_check, row, FIELD_check_name);
    return (Place){0};
}

/* ---- names and paths on one line ---- */

/* Names of checks are words and hyphens. */
bool own_checks_is_path(Str word)
{
    return word.length && (memchr(word.at, '/', word.length) || memchr(word.at, '.', word.length));
}

const char *own_checks_path(const Options *options)
{
    for (size_t i = options->inputs.count; i > 0; i--)
        if (own_checks_is_path(str_from(options->inputs.at[i - 1])))
            return options->inputs.at[i - 1];
    return ".";
}

/* ---- names that were chosen ---- */

typedef struct Search {
    const Gathering *gathering;
    RuleNames wanted; /* those that no rule of senc bears, nor a check that was seen */
    RuleNames seen;
    Arena arena;
} Search;

static void add_unknown(RuleNames *wanted, const RuleNames *chosen)
{
    for (size_t i = 0; i < chosen->list.count; i++)
        if (!rule_find(chosen->list.at[i]))
            ARRAY_ADD(&wanted->list, chosen->list.at[i]);
}

/* Takes the names of the project's checks from those that are wanted. */
static void see_checks(Search *search, const Records *records)
{
    size_t kept = 0;
    for (uint32_t row = 0; row < records->check.head.count; row++)
        if (!rule_names_hold(&search->seen, records->check.name[row]))
            ARRAY_ADD(&search->seen.list, arena_str(&search->arena, records->check.name[row]));
    for (size_t i = 0; i < search->wanted.list.count; i++)
        if (!rule_names_hold(&search->seen, search->wanted.list.at[i]))
            search->wanted.list.at[kept++] = search->wanted.list.at[i];
    search->wanted.list.count = kept;
}

/* Most schools have their checks in school.sen, so the plans are read only when that is not enough. */
static void search_project(Search *search, const Group *group, int32_t today)
{
    Findings unsaid = {0};
    Project project;
    project_open(&project, language_standard(), group->root, today, &unsaid);
    project_add_school(&project, search->gathering->entries.at[group->first].name);
    see_checks(search, &project.records);
    for (size_t next = group->first + 1; search->wanted.list.count && next;
         next = search->gathering->entries.at[next - 1].next) {
        const Entry *entry = &search->gathering->entries.at[next - 1];
        if (strcmp(entry->path, "-")) /* which can be read but once */
            project_add(&project, entry->path, entry->name);
    }
    see_checks(search, &project.records);
    project_free(&project);
    findings_free(&unsaid);
}

int chosen_names_known(const Options *options, const Gathering *gathering)
{
    Search search = {.gathering = gathering};
    add_unknown(&search.wanted, &options->select);
    add_unknown(&search.wanted, &options->ignore);
    for (size_t i = 0; search.wanted.list.count && i < gathering->groups.count; i++)
        search_project(&search, &gathering->groups.at[i], options->today);
    int status = search.wanted.list.count ? rule_unknown(search.wanted.list.at[0], &search.seen) : -1;
    rule_names_free(&search.wanted);
    rule_names_free(&search.seen);
    arena_free(&search.arena);
    return status;
}
