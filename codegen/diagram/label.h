/* Label: the texts of one box, broken into lines that fit its column. */
#ifndef SENC_CODEGEN_DIAGRAM_LABEL_H
#define SENC_CODEGEN_DIAGRAM_LABEL_H

#include "report/map.h"
#include "report/drawing.h"

/* Thousandths of a point. Nothing is smaller than 8 points: the report is printed at this size. */
#define TITLE_SIZE    9000
#define TITLE_LEADING 10800
#define SMALL_SIZE    8000
#define SMALL_LEADING 9600
#define LABEL_MARGIN  5000 /* between a box's edge and its texts, left and right */
#define LABEL_PADDING 3500 /* above and below */

#define LABEL_LINES   5 /* of one kind, at most */

typedef struct LabelLine {
    Str text;
    int32_t width; /* as measured */
} LabelLine;

typedef struct LabelLines {
    LabelLine at[LABEL_LINES];
    unsigned count;
    bool leftwards; /* they read from right to left, and begin at the right margin */
} LabelLines;

/* How many lines of each kind may stand in a box; what is longer ends in an ellipsis. */
typedef struct LabelLimits {
    unsigned title, detail;
} LabelLimits;

typedef struct Label {
    LabelLine code;     /* bold, at the beginning of the first line; empty for none */
    int32_t code_space; /* from the left margin to the first line of the title */
    LabelLines title, detail, missing;
    int32_t height; /* of the whole box, in whole points */
} Label;

/* The label of `box` in a box `width` wide. Its texts live in `arena`. */
Label label_measure(const MapBox *box, int32_t width, LabelLimits limits, const TextMeter *meter,
                    Arena *arena);

/* The one line of a box that is drawn again elsewhere: code and as much of the title as fits. */
Label label_repeat(const MapBox *box, int32_t width, const TextMeter *meter, Arena *arena);

/* `text` in one line of at most `width`, ending in an ellipsis where it was longer. */
LabelLine label_line(Str text, int32_t size, bool bold, int32_t width, const TextMeter *meter, Arena *arena);

#endif
