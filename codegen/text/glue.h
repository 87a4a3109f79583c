/* Glue: words that had better not part at a line's end. */
#ifndef SENC_TEXT_GLUE_H
#define SENC_TEXT_GLUE_H

#include "codegen/text/passage.h"

/* Whether a line had better not break before unit `at`, for the words there are glued
 * (report/document_glue.h). Looks a few letters either way. */
bool passage_is_glued(const Passage *passage, uint32_t at);

#endif
