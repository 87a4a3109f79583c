/* senc dump tokens|tree|records FILE: what the compiler sees. Tokens and tree are the file's alone; records
 * those of all files that it needs. senc dump ir|asm CHECK [PATH]: what it makes of a check (dump_code.c). */
#include "driver/commands.h"
#include "driver/dump_code.h"
#include "driver/project.h"
#include "driver/tally.h"
#include "lexer/scan.h"
#include "parser/parse.h"
#include "sema/records_dump.h"

#include <stdio.h>
#include <string.h>

static void print_tokens(const Source *source, const Tokens *tokens, Out *out)
{
    for (size_t i = 0; i < tokens->list.count; i++) {
        const Token *token = &tokens->list.at[i];
        Str text = token->kind == TOKEN_line_end ? STR("") : token_text(source, token);
        out_format(out, "%u-%u " STR_FMT " " STR_FMT "\n", token->first, token->end,
                   STR_ARG(token_kind_name((TokenKind)token->kind)), STR_ARG(text));
    }
}

/* What scanner and parser make of one file. The findings show its lines, so they are reported before it is
 * freed. */
static int dump_front(const char *path, bool tree_wanted, const Options *options)
{
    Arena arena = {0};
    Tokens tokens = {0};
    Findings findings = {0};
    Out out = {0};
    const Vocabulary *words = &language_standard()->words;
    Source *source = source_read(path, str_from(path), (Place){0}, &arena, &findings);
    if (source && scan(source, words, &tokens, &findings)) {
        const Tree *tree = parse(source, &tokens, words, &arena, &findings);
        if (tree_wanted)
            tree_dump(tree, &out);
        else
            print_tokens(source, &tokens, &out);
    }
    if (out.length)
        fwrite(out.at, 1, out.length, stdout);
    int status = findings_report(&findings, NULL, options);
    if (source)
        source_free(source);
    out_free(&out);
    findings_free(&findings);
    tokens_free(&tokens);
    arena_free(&arena);
    return status;
}

static int dump_records(const char *path, const Options *options)
{
    Findings findings = {0};
    Project project;
    Out out = {0};
    Arena arena = {0};
    project_open(&project, language_standard(), project_root(path, &arena), options->today, &findings);
    if (project_add(&project, path, str_from(path))) {
        project_link(&project);
        records_dump(&project.records, &out);
    }
    if (out.length)
        fwrite(out.at, 1, out.length, stdout);
    int status = findings_report(&findings, NULL, options);
    out_free(&out);
    project_free(&project);
    findings_free(&findings);
    arena_free(&arena);
    return status;
}

int command_dump(const Options *options)
{
    const char *what = options->inputs.count ? options->inputs.at[0] : "";
    const char *path = options->inputs.count == 2 ? options->inputs.at[1] : "";
    if (*path && (!strcmp(what, "tokens") || !strcmp(what, "tree")))
        return dump_front(path, !strcmp(what, "tree"), options);
    if (*path && !strcmp(what, "records"))
        return dump_records(path, options);
    if (!strcmp(what, "ir") || !strcmp(what, "asm"))
        return dump_code(!strcmp(what, "ir") ? LLVM_FORM_ir : LLVM_FORM_assembly, options);
    fprintf(stderr, "senc: dump takes tokens, tree or records, and a file; or ir or asm, and a check.\n");
    return 2;
}
