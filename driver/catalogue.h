/* Catalogue: all that senc finds, for people to read: as a list, a line each, or in Markdown with reasons and
 * samples. */
#ifndef SENC_DRIVER_CATALOGUE_H
#define SENC_DRIVER_CATALOGUE_H

#include "sema/check/program.h"
#include "support/out.h"

/* The checks of a school (which may be none) and of the standard library, by topic, each with what it says of
 * a record; then what senc itself says of files. Names stand at the beginning of their lines. Lines are cut
 * to `width` columns, unless it is 0. */
void catalogue_list(const Program *own, unsigned width, Out *out);

/* One check, under a heading of its name: how grave, of what, who must act, what it says and why, its
 * samples, what a school may set. */
void catalogue_check(const Program *program, const Check *check, Out *out);

/* One of senc's own findings, likewise. */
void catalogue_rule(const FindingRule *rule, Out *out);

/* All checks of the standard library and all findings of senc's own: docs/checks.md behind its opening. */
void catalogue_all(Out *out);

#endif
