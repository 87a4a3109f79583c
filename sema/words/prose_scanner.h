/* Between the files that take a text apart: where they are in it, and what each byte is. */
#ifndef SENC_SEMA_WORDS_PROSE_SCANNER_H
#define SENC_SEMA_WORDS_PROSE_SCANNER_H

#include "sema/words/prose.h"

typedef struct ProseScanner {
    Prose *prose;
    const char *start, *end, *at;
    uint32_t clause;
    uint32_t own_until;  /* inner quotation marks are open up to here */
    bool no_more_quotes; /* a mark was found to be never closed: nor is a later one of its kind */
    uint8_t before;      /* ProseBefore bits for the next word */
} ProseScanner;

enum ProseClass {
    CLASS_other,
    CLASS_letter,
    CLASS_digit,
    CLASS_high, /* from 128: a letter, or one of a few marks */
    CLASS_blank,
    CLASS_line,
    CLASS_stop, /* . ; : ! ? */
    CLASS_quote,
    CLASS_apostrophe,
    CLASS_hyphen,
    CLASS_comma,
    CLASS_open,
    CLASS_close,
    CLASS_sign, /* / % £ &: words of one mark */
    CLASS_gap,  /* [ < _: may begin a gap left to fill */
};

extern const uint8_t prose_classes[256]; /* enum ProseClass, by byte */

/* The class of what stands at `at`; of the end it is a blank. */
static inline unsigned scanner_class(const ProseScanner *scanner, const char *at)
{
    return at < scanner->end ? prose_classes[(unsigned char)*at] : CLASS_blank;
}

static inline bool scanner_is_digit(const ProseScanner *scanner, const char *at)
{
    return scanner_class(scanner, at) == CLASS_digit;
}

/* The clause ends here, with `how` of the bits of ProseBefore told to the next word. */
void scanner_end_clause(ProseScanner *scanner, unsigned how);

/* Puts down what stands from `first` up to `end` as the word `name`, whatever it is; the scanner stands
 * behind it. */
void scanner_add_as(ProseScanner *scanner, const char *first, const char *end, Str name);

/* A word of letters and figures at scanner->at; one with more than plain letters; a number. */
void scanner_word(ProseScanner *scanner);
void scanner_odd_word(ProseScanner *scanner, const char *first);
void scanner_number(ProseScanner *scanner);

/* The bytes of the letter at `at`, from 128 on; 0 where it is a mark. */
unsigned scanner_letter_bytes(const ProseScanner *scanner, const char *at);

#endif
