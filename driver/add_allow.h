/* Allowing what is found: the lines `allow CHECK on CODE because "…"` that silence it, put into the text. */
#ifndef SENC_DRIVER_ADD_ALLOW_H
#define SENC_DRIVER_ADD_ALLOW_H

#include "driver/inspect.h"

/* Writes the text of `source` into `text` with an `allow` for each of the inspection's findings about it that
 * a check gave and nothing allows: at the end of the plan it is about, else at the end of the file. `told`
 * gets a line for each. Returns how many were added; with none `text` stays empty. */
size_t allows_add(Inspection *inspection, const Source *source, const char *because, Out *text, Out *told);

#endif
