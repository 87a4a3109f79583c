/* Scanning: bytes to tokens. */
#ifndef SENC_LEXER_SCAN_H
#define SENC_LEXER_SCAN_H

#include "lexer/token.h"
#include "lexer/vocabulary.h"
#include "support/finding.h"

/* Scans all of `source` into `tokens` (which is emptied first, its memory used again). What cannot be read is
 * reported in `findings` and stands as a bad token; the scan always reaches the end of the file. Line ends
 * after a comma (with blanks and comments between) are left out, so that a line goes on. A source that is not
 * UTF-8, or holds a NUL, yields one finding at its first bad byte and no tokens but end_of_file: false. */
bool scan(Source *source, const Vocabulary *vocabulary, Tokens *tokens, Findings *findings);

/* Whether it is UTF-8 without a NUL; else a finding says at which byte not. */
bool source_is_text(const Source *source, Findings *findings);

#endif
