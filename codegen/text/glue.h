/* Glue: words that had better not part at a line's end. */
#ifndef SENC_TEXT_GLUE_H
#define SENC_TEXT_GLUE_H

#include "codegen/text/passage.h"

/* Whether breaking a line before unit `at` would part a date ("16 | July 2027"), a number from what it
 * counts, a telephone number, or a name from its title or initial. Looks a few letters either way. */
bool passage_is_glued(const Passage *passage, uint32_t at);

#endif
