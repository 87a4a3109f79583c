/* Document: what a report says, as a tree of headings, paragraphs, lists, tables and figures, before anybody
 * has decided how it looks. HTML, PDF and the other outputs render the same tree, node kind by node kind. */
#ifndef SENC_REPORT_DOCUMENT_H
#define SENC_REPORT_DOCUMENT_H

#include "report/drawing.h"
#include "report/map.h"
#include "support/out.h"

/* A run of text in one style. */
typedef enum RunStyle { RUN_plain = 0, RUN_strong = 1, RUN_code = 2 } RunStyle;

typedef struct Run {
    Str text;      /* UTF-8; a line feed is a line break */
    Str target;    /* a link: "#id" of a block, row or item here, "https://…", "mailto:…"; or empty */
    Str language;  /* BCP 47 where it differs from the document's; or empty */
    uint8_t style; /* RunStyle bits */
    bool isolated; /* a value from a plan in a sentence of ours: its direction must not leak (bdi, U+2068) */
} Run;

typedef struct Runs {
    ARRAY(Run) list;
} Runs;

typedef enum BlockKind { BLOCK_section, BLOCK_paragraph, BLOCK_list, BLOCK_table, BLOCK_figure } BlockKind;

typedef enum ParagraphStyle {
    PARAGRAPH_body,
    PARAGRAPH_lead,  /* the sentence under the title */
    PARAGRAPH_quote, /* somebody's own words */
    PARAGRAPH_note,  /* a remark beside the matter */
    PARAGRAPH_small
} ParagraphStyle;

typedef struct Block Block;

/* A sequence of blocks. */
typedef struct Blocks {
    Block *first, *last;
} Blocks;

typedef struct Item {
    Str id; /* or empty */
    Blocks body;
} Item;

typedef struct Cell {
    Blocks body;                   /* paragraphs and lists only */
    bool header;                   /* names its row (in the body) or its column (in header rows) */
    uint8_t column_span, row_span; /* 1 unless said */
} Cell;

typedef struct Row {
    Str id; /* what links lead to; or empty */
    ARRAY(Cell) cells;
    int32_t minimum_height; /* thousandths of a point: room to write in; 0 for none */
} Row;

typedef struct Column {
    bool numeric;   /* to the right, figures of one width */
    uint8_t weight; /* its share of the width, in hundredths; 0: by its content */
} Column;

typedef struct Table {
    Runs caption; /* may be empty */
    ARRAY(Column) columns;
    ARRAY(Row) rows;
    size_t header_rows; /* how many of the first rows are heads, drawn again on each page */
} Table;

typedef struct Figure {
    Runs caption;
    Str alternative;  /* what the picture shows, in words; never empty */
    Drawing *drawing; /* NULL for a map that is not laid out yet */
    Map *map;         /* NULL but for a provision map */
} Figure;

struct Block {
    BlockKind kind;
    Str id; /* what links lead to, unique in the document: letters, digits, `-`; or empty */
    Block *next;
    union {
        struct {
            uint8_t level; /* of its heading: 2 to 6 (1 is the document's title); never skips downwards */
            Runs title;
            Blocks body;
            bool new_page; /* begins a page when printed */
        } section;
        struct {
            ParagraphStyle style;
            Runs runs;
        } paragraph;
        struct {
            bool ordered;
            ARRAY(Item) items;
        } list;
        Table table;
        Figure figure;
    } as;
};

typedef struct Document {
    Arena *arena;     /* holds the blocks */
    Str title;        /* the H1, and the file's title */
    Str subject;      /* one line of what it is; may be empty */
    Str author;       /* the school or person; may be empty */
    Str language;     /* BCP 47, "en-GB": of the words that are ours; what people said has its own (Run) */
    Str running_head; /* on each page: short title and date */
    Str footer;       /* on each page beside the number: "Confidential …"; may be empty */
    bool draft;       /* made in spite of errors: DRAFT in words at the top of each page */
    Blocks body;
    ARRAY(Block *) blocks_made; /* for document_free */
} Document;

/* A new document in `arena`. document_free frees its growable lists, and those of the drawings and maps of
 * its figures, which must still exist then; the memory of the blocks goes with the arena. */
Document *document_new(Arena *arena, Str title, Str language);
void document_free(Document *document);

/* Appends a block to `to` and returns it. */
Block *document_section(Document *document, Blocks *to, unsigned level, Str title, Str id);
Block *document_paragraph(Document *document, Blocks *to, ParagraphStyle style);
Block *document_list(Document *document, Blocks *to, bool ordered);
Block *document_table(Document *document, Blocks *to, size_t header_rows);
Block *document_figure(Document *document, Blocks *to, Str alternative);

/* Appends a run; the returned pointer holds until the next run. */
Run *runs_add(Runs *runs, Str text, unsigned style);
/* A value from a plan: isolated. */
Run *runs_value(Runs *runs, Str text, unsigned style);
Run *runs_link(Runs *runs, Str text, Str target);

/* Appends an item, a column, a row, a cell. Pointers hold until the next of the same list is added. */
Item *list_item(Block *list);
Column *table_column(Block *table, bool numeric, unsigned weight);
Row *table_row(Block *table, Str id);
Cell *row_cell(Row *row, bool header);

/* A cell that holds one paragraph; returns its runs. */
Runs *cell_text(Document *document, Row *row, bool header);

/* Whether text in `language` (BCP 47: "ar", "ur-PK", "pa-Arab") is written from right to left: by its script
 * where the tag names one, else by the language's usual script. */
bool language_right_to_left(Str language);

/* The text of the document as a reader hears it, in reading order, a line for each paragraph, heading, item
 * and cell: what tests compare with the text taken out of PDF and HTML. */
void document_plain_text(const Document *document, Out *out);

#endif
