/* Binding: the lines of a tree become rows of the records, by the schema. */
#ifndef SENC_SEMA_BIND_H
#define SENC_SEMA_BIND_H

#include "parser/tree.h"
#include "sema/phrase.h"

/* Binds all lines of `tree` into `records`. The source must be in records->sources at its index; its text
 * must outlive the records, its tokens and tree need not. Files are bound in the order in which their rows
 * are to stand: what a file uses first, so that the school's terms are known. Mistakes are reported, one for
 * each; what cannot be understood is left out. */
void bind(const Language *language, const Tree *tree, Records *records, Findings *findings);

/* The school's terms, from its records, in date order. Freed with calendar_free. */
void records_calendar(const Records *records, Calendar *calendar);

#endif
