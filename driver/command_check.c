/* senc check: findings only. Files of one project are checked together, for their codes must differ; projects
 * share nothing, so several are checked at once, and told of in their order. */
#include "codegen/findings/patch.h"
#include "driver/commands.h"
#include "driver/crew.h"
#include "driver/inspect.h"
#include "driver/own_checks.h"
#include "driver/tally.h"

#include <sched.h>
#include <stdlib.h>
#include <string.h>

/* Projects for which it is worth starting one more thread. */
enum { PROJECTS_A_THREAD = 8 };

typedef struct Checking {
    const Options *options;
    Gathering gathering;
    OwnCode code;
    Tally tally;
    Findings findings;       /* about what could not be looked through, or not be written */
    PathSet told;            /* files whose findings have been printed, by their paths without links */
    PathSet mended;          /* files whose fixes are known, likewise */
    ARRAY(MendedFile) files; /* to be written when all has been read */
    Arena arena;
} Checking;

/* ---- findings ---- */

/* The files of the project by the order in which findings about them come, NULL for those whose findings have
 * been told: two plans without a school may use the same file. */
static const Source **fresh_sources(Checking *checking, const Project *project)
{
    const Source **fresh = ARENA_ARRAY(&checking->arena, const Source *, project->files.count + 1);
    for (size_t i = 0; i < project->files.count; i++) {
        const ProjectFile *file = project->files.at[i];
        if (path_set_find(&checking->told, file->path) != PATH_NONE)
            continue;
        fresh[file->source->index] = file->source;
        path_set_add(&checking->told, arena_str(&checking->arena, file->path));
    }
    return fresh;
}

/* Leaves out what has been told already. Returns the files that have not been. */
static Sources leave_out_told(Checking *checking, const Project *project, Findings *findings)
{
    const Source **fresh = fresh_sources(checking, project);
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < findings->list.count; i++) {
        Finding *finding = findings->list.at[i];
        if (!finding->place.source || fresh[finding->place.source->index])
            findings->list.at[kept++] = finding;
    }
    findings->list.count = kept;
    for (size_t i = 0; i < project->files.count; i++)
        if (fresh[i])
            fresh[count++] = fresh[i];
    return (Sources){fresh, count};
}

/* ---- fixes ---- */

/* Keeps the texts that are to be written until all projects have been read: one may use a file of another. */
static void keep_mended(Checking *checking, const Inspected *inspected)
{
    for (size_t i = 0; i < inspected->files.count; i++) {
        MendedFile file = inspected->files.at[i];
        if (path_set_find(&checking->mended, file.path) != PATH_NONE)
            continue;
        file.path = arena_str(&checking->arena, file.path);
        file.name = arena_str(&checking->arena, file.name);
        file.before = arena_str(&checking->arena, file.before);
        file.after = arena_str(&checking->arena, file.after);
        file.told = arena_str(&checking->arena, file.told);
        path_set_add(&checking->mended, file.path);
        ARRAY_ADD(&checking->files, file);
    }
}

static void show_patch(const MendedFile *file)
{
    Out out = {0};
    patch_write(file->name, file->before, file->after, &out);
    if (out.length)
        fwrite(out.at, 1, out.length, stdout);
    out_free(&out);
}

/* Where what was done is told: beside findings for people, not among those for programs. */
static FILE *stream_of_fixes(const Checking *checking)
{
    FindingForm form = checking->options->form;
    return form == FORM_text || form == FORM_short ? checking->tally.stream : stderr;
}

static void write_mended(Checking *checking, const MendedFile *file)
{
    Writing writing = {0};
    bool good = true;
    if (file->from_standard_input)
        fwrite(file->after.at, 1, file->after.length, stdout);
    else
        good = writing_replace(&writing, file->path.at, file->after, &checking->findings) &&
               writing_finish(&writing, &checking->findings);
    writing_free(&writing);
    if (good)
        fwrite(file->told.at, 1, file->told.length, stream_of_fixes(checking));
}

static void finish_mended(Checking *checking)
{
    const Options *options = checking->options;
    if (checking->files.count && options->form == FORM_text && !options->diff &&
        checking->tally.report.written)
        fputc('\n', checking->tally.stream); /* between findings and what was done */
    for (size_t i = 0; i < checking->files.count; i++)
        if (options->diff)
            show_patch(&checking->files.at[i]);
        else
            write_mended(checking, &checking->files.at[i]);
}

/* ---- the whole ---- */

static void *make_inspected(void *context, size_t number)
{
    Checking *checking = context;
    return inspect(&checking->gathering, &checking->gathering.groups.at[number], &checking->code,
                   checking->options);
}

static void take_inspected(void *context, void *result)
{
    Checking *checking = context;
    Inspected *inspected = result;
    Inspection *inspection = checking->options->diff ? inspected->as_is : inspected->mended;
    findings_sort(&inspection->findings);
    Sources sources = leave_out_told(checking, &inspection->project, &inspection->findings);
    tally_add(&checking->tally, &inspection->findings, &inspection->project.records, sources);
    keep_mended(checking, inspected);
    inspected_free(inspected);
}

/* The processors that this process may use. */
static unsigned processors(void)
{
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) ? 1 : (unsigned)CPU_COUNT(&set);
}

static unsigned threads_for(const Checking *checking)
{
    size_t worth = checking->gathering.groups.count / PROJECTS_A_THREAD;
    if (worth < 2)
        return 1;
    unsigned most = checking->options->jobs ? checking->options->jobs : processors();
    return worth < most ? (unsigned)worth : most;
}

static bool prints_standard_input(const Options *options)
{
    for (size_t i = 0; i < options->inputs.count; i++)
        if ((options->fix || options->add_allow) && !strcmp(options->inputs.at[i], "-"))
            return true;
    return false;
}

static int check_all(Checking *checking)
{
    const CrewWork work = {checking, make_inspected, take_inspected};
    tally_begin(&checking->tally, checking->options,
                prints_standard_input(checking->options) ? stderr : stdout);
    own_code_begin(&checking->code, checking->options);
    crew_run(&work, checking->gathering.groups.count, threads_for(checking));
    own_code_end(&checking->code);
    finish_mended(checking);
    tally_add(&checking->tally, &checking->findings, NULL, (Sources){0});
    return tally_finish(&checking->tally);
}

int command_check(const Options *options)
{
    Checking checking = {.options = options};
    gather_inputs(&checking.gathering, options, &checking.findings);
    int status = chosen_names_known(options, &checking.gathering);
    if (status < 0)
        status = check_all(&checking);
    gathering_free(&checking.gathering);
    findings_free(&checking.findings);
    path_set_free(&checking.told);
    path_set_free(&checking.mended);
    free(checking.files.at);
    arena_free(&checking.arena);
    return status;
}
