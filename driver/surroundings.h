/* What options are where the command line says nothing: the day, the terminal's colour and width. */
#ifndef SENC_DRIVER_SURROUNDINGS_H
#define SENC_DRIVER_SURROUNDINGS_H

#include "driver/options.h"

/* The moment to reckon from: SOURCE_DATE_EPOCH, else the clock. False where that is no moment. */
bool surroundings_read(Options *options);

/* Colour and width for findings, by the stream that the command writes them to. */
void surroundings_ask_terminal(Options *options);

/* The folder for what may be kept between runs, in `arena`: below XDG_CACHE_HOME, else .cache of the user's
 * home; empty where neither is known. It need not be there. */
Str surroundings_cache_folder(Arena *arena);

#endif
