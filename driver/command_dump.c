/* senc dump tokens|tree|records FILE: what the compiler sees. */
#include "driver/commands.h"
#include "driver/project.h"
#include "parser/parse.h"
#include "sema/records_dump.h"

#include <stdio.h>
#include <string.h>

static void dump_tokens(const ProjectFile *file, Out *out)
{
    for (size_t i = 0; i < file->tokens.list.count; i++) {
        const Token *token = &file->tokens.list.at[i];
        Str text = token->kind == TOKEN_line_end ? STR("") : token_text(file->source, token);
        out_format(out, "%u-%u " STR_FMT " " STR_FMT "\n", token->first, token->end,
                   STR_ARG(token_kind_name((TokenKind)token->kind)), STR_ARG(text));
    }
}

/* The file the user named: the one bound last. */
static const ProjectFile *named_file(const Project *project)
{
    for (size_t i = 0; i < project->files.count; i++)
        if (project->records.sources.count &&
            project->files.at[i]->source == project->records.sources.at[project->records.sources.count - 1])
            return project->files.at[i];
    return project->files.count ? project->files.at[project->files.count - 1] : NULL;
}

int command_dump(const Options *options)
{
    static const char *const what[] = {"tokens", "tree", "records"};
    size_t wanted = 0;
    while (wanted < 3 && options->inputs.count == 2 && strcmp(options->inputs.at[0], what[wanted]))
        wanted++;
    if (options->inputs.count != 2 || wanted == 3) {
        fprintf(stderr, "senc: dump takes tokens, tree or records, and a file.\n");
        return 2;
    }
    Findings findings = {0};
    Project project;
    Out out = {0};
    project_open(&project, language_standard(), options->inputs.at[1], options->today, &findings);
    bool read = project_add(&project, options->inputs.at[1], str_from(options->inputs.at[1]));
    const ProjectFile *file = read ? named_file(&project) : NULL;
    if (read)
        project_link(&project);
    if (file && wanted == 0)
        dump_tokens(file, &out);
    if (file && file->tree && wanted == 1)
        tree_dump(file->tree, &out);
    if (file && wanted == 2)
        records_dump(&project.records, &out);
    fwrite(out.at, 1, out.length, stdout);
    int status = findings_report(&findings, options, true);
    out_free(&out);
    project_free(&project);
    findings_free(&findings);
    return status;
}
