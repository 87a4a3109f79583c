/* Parsing: tokens to a tree. */
#ifndef SENC_PARSER_PARSE_H
#define SENC_PARSER_PARSE_H

#include "lexer/vocabulary.h"
#include "parser/tree.h"
#include "support/finding.h"
#include "support/out.h"

/* Parses `tokens` of `source`. Lines live in `arena`. Mistakes are reported, each once, and mended as
 * language.md section 7, number 4, says: a `}` too many is dropped; one too few is supplied before a line
 * that plainly begins a school, pupil or plan, else at the end of the file. The tree is always whole. */
Tree *parse(const Source *source, const Tokens *tokens, const Vocabulary *vocabulary, Arena *arena,
            Findings *findings);

/* Writes the tree, one line each, indented by depth: for `senc dump tree`. */
void tree_dump(const Tree *tree, Out *out);

#endif
