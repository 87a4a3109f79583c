/* Languages of texts, as BCP 47 tags. */
#ifndef SENC_PDF_LANGUAGE_H
#define SENC_PDF_LANGUAGE_H

#include "report/document.h"

/* Whether it is shaped like a language tag: what is not is never written into a file. */
bool language_is_tag(Str language);

/* What the run is said to be in; empty for nothing, and for what is no tag. */
Str run_language(const Run *run);

/* The language that all runs are said to be in; else empty. */
Str runs_language(const Runs *runs);

/* Whether two languages are the same but for region and script. */
bool language_same(Str a, Str b);

#endif
