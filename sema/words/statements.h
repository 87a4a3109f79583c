/* Statements: a loose text, as it is pasted out of a draft plan, parted into what each line, bullet or
 * paragraph promises.
 *
 * A blank line or a bullet (•, -, *, 1., a), F2:) begins a statement, and lines that follow belong to it, as
 * they do where a line was broken to fit a page. In a text without blank lines whose first statement has no
 * bullet each line is one. Headings (`Section F`, `Outcomes`), lines that end in a colon and page numbers are
 * none. */
#ifndef SENC_SEMA_WORDS_STATEMENTS_H
#define SENC_SEMA_WORDS_STATEMENTS_H

#include "support/array.h"
#include "support/source.h"

/* What the heading above a statement says that it is. */
typedef enum StatementKind {
    STATEMENT_untold, /* no heading stands above */
    STATEMENT_outcome,
    STATEMENT_provision,
    STATEMENT_other, /* views, needs, placement: nothing that is judged here */
} StatementKind;

typedef struct Statement {
    Span at;      /* without its bullet and the blanks around it; never empty */
    Str code;     /* `F2`, as it stands in the text; empty for none */
    uint8_t kind; /* StatementKind */
} Statement;

/* Zero-initialise; freed with statements_free. */
typedef struct Statements {
    ARRAY(Statement) list; /* in the order of the text */
} Statements;

/* Parts `text`, whatever its bytes are; in linear time. */
void statements_read(Str text, Statements *statements);
void statements_free(Statements *statements);

#endif
