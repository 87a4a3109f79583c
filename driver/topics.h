/* Topics: the checks of a program, sorted into the subjects that their files open with. */
#ifndef SENC_DRIVER_TOPICS_H
#define SENC_DRIVER_TOPICS_H

#include "sema/check/program.h"
#include "support/array.h"

typedef struct Topic {
    Str title;
    ARRAY(const Check *) checks; /* by their names */
} Topic;

/* Zero-initialise; freed with topics_free. */
typedef struct Topics {
    ARRAY(Topic) list; /* by their titles */
} Topics;

/* `other` is the title of what has no topic. The program must outlive the topics. */
void topics_make(Topics *topics, const Program *program, Str other);
void topics_free(Topics *topics);

#endif
