/* In: a group of files; out: findings, and texts to write. It writes and prints nothing, and several may be
 * at work at once. */
#include "driver/inspect.h"

#include "codegen/findings/fixes.h"
#include "driver/add_allow.h"
#include "driver/tally.h"
#include "driver/try_checks.h"

#include <stdlib.h>
#include <string.h>

/* Rounds of fixing: a fix may bring to light what another finding can mend. */
enum { ROUNDS_MOST = 20 };

/* ---- reading ---- */

static Inspection *inspection_make(Inspected *inspected, const Gathering *gathering, const Group *group,
                                   OwnCode *code, const Options *options)
{
    Inspection *inspection = ARENA_NEW(&inspected->arena, Inspection);
    project_open(&inspection->project, language_standard(), group->root, options->today,
                 &inspection->findings);
    inspection->project.overlay = &inspected->overlay;
    inspection->project.is_loose = options->prose;
    inspection->project.loose_as = options->prose_as;
    for (size_t next = group->first + 1; next; next = gathering->entries.at[next - 1].next) {
        const Entry *entry = &gathering->entries.at[next - 1];
        const ProjectFile *file = project_add(&inspection->project, entry->path, entry->name);
        if (file)
            ARRAY_ADD(&inspection->named, file);
    }
    project_link(&inspection->project);
    project_try_checks(&inspection->project, &inspection->named, code, options);
    return inspection;
}

static void inspection_free(Inspection *inspection)
{
    free(inspection->named.at);
    project_free(&inspection->project);
    findings_free(&inspection->findings);
}

/* ---- mending ---- */

static MendedFile *mended_file(Inspected *inspected, const ProjectFile *file)
{
    for (size_t i = 0; i < inspected->files.count; i++)
        if (str_equal(inspected->files.at[i].path, file->path))
            return &inspected->files.at[i];
    Str text = arena_str(&inspected->arena, (Str){file->source->text, file->source->size});
    MendedFile mended = {.name = arena_str(&inspected->arena, file->source->name),
                         .path = arena_str(&inspected->arena, file->path),
                         .before = text,
                         .after = text};
    ARRAY_ADD(&inspected->files, mended);
    return &inspected->files.at[inspected->files.count - 1];
}

/* From the next round on the file reads so. */
static void set_text(Inspected *inspected, MendedFile *mended)
{
    uint32_t number = path_set_add(&inspected->overlay.paths, mended->path);
    if (number == inspected->overlay.texts.count)
        ARRAY_ADD(&inspected->overlay.texts, mended->after);
    inspected->overlay.texts.at[number] = mended->after;
}

/* Makes the fixes of one file; whether there were any. */
static bool mend_file(Inspected *inspected, Inspection *inspection, const ProjectFile *file,
                      const Options *options)
{
    Out text = {0}, told = {0};
    size_t made = options->add_allow ? allows_add(inspection, file->source, options->add_allow, &text, &told)
                                     : fixes_make(&inspection->findings, file->source, &text, &told);
    if (made) {
        MendedFile *mended = mended_file(inspected, file);
        mended->after = arena_str(&inspected->arena, out_result(&text));
        mended->fixes += made;
        mended->told = arena_format(&inspected->arena, STR_FMT STR_FMT, STR_ARG(mended->told),
                                    STR_ARG(out_result(&told)));
        set_text(inspected, mended);
    }
    out_free(&text);
    out_free(&told);
    return made > 0;
}

/* Standard input can be read once only, and is printed again whether it changes or not. */
static void keep_standard_input(Inspected *inspected, const Inspection *inspection)
{
    Str path = inspection->project.standard_input;
    for (size_t i = 0; path.length && i < inspection->named.count; i++) {
        const ProjectFile *file = inspection->named.at[i];
        if (!str_equal(file->path, path))
            continue;
        MendedFile *mended = mended_file(inspected, file);
        mended->from_standard_input = true;
        set_text(inspected, mended);
    }
}

static bool may_be_mended(const Inspection *inspection, const ProjectFile *file)
{
    return project_holds(&inspection->project, file->path) ||
           str_equal(file->path, inspection->project.standard_input);
}

static bool mend_round(Inspected *inspected, Inspection *inspection, const Options *options)
{
    bool any = false;
    size_t kept = 0;
    Findings *findings = &inspection->findings;
    findings_sort(findings);
    for (size_t i = 0; i < findings->list.count; i++)
        if (tally_wants(options, findings->list.at[i]))
            findings->list.at[kept++] = findings->list.at[i];
    findings->list.count = kept;
    for (size_t i = 0; i < inspection->named.count; i++)
        if (may_be_mended(inspection, inspection->named.at[i]))
            any = mend_file(inspected, inspection, inspection->named.at[i], options) || any;
    return any;
}

/* Makes the fixes, round for round. */
static void mend(Inspected *inspected, const Gathering *gathering, const Group *group, OwnCode *code,
                 const Options *options)
{
    int most = options->add_allow ? 1 : ROUNDS_MOST;
    keep_standard_input(inspected, inspected->as_is);
    for (int round = 0; round < most && mend_round(inspected, inspected->mended, options); round++) {
        if (inspected->mended != inspected->as_is)
            inspection_free(inspected->mended);
        inspected->mended = inspection_make(inspected, gathering, group, code, options);
    }
}

Inspected *inspect(const Gathering *gathering, const Group *group, OwnCode *code, const Options *options)
{
    Inspected *inspected = memory_grow(NULL, sizeof *inspected);
    *inspected = (Inspected){0};
    inspected->as_is = inspected->mended = inspection_make(inspected, gathering, group, code, options);
    if (options->fix || options->diff || options->add_allow)
        mend(inspected, gathering, group, code, options);
    if (!inspected->as_is->findings.list.count && !options->prose)
        project_slim(&inspected->as_is->project); /* it may have to wait for those before it */
    return inspected;
}

void inspected_free(Inspected *inspected)
{
    if (inspected->mended != inspected->as_is)
        inspection_free(inspected->mended);
    inspection_free(inspected->as_is);
    path_set_free(&inspected->overlay.paths);
    free(inspected->overlay.texts.at);
    free(inspected->files.at);
    arena_free(&inspected->arena);
    free(inspected);
}
