/* Crew: many pieces of work that share nothing, done by several threads, their results taken in their order.
 */
#ifndef SENC_DRIVER_CREW_H
#define SENC_DRIVER_CREW_H

#include <stddef.h>

typedef struct CrewWork {
    void *context;
    void *(*make)(void *context, size_t number); /* by any thread, several at once: the result */
    void (*take)(void *context, void *result); /* by any thread, one at a time, in the order of the numbers */
} CrewWork;

/* Does pieces 0 up to `count`, on `threads` threads at most; this one is among them. */
void crew_run(const CrewWork *work, size_t count, unsigned threads);

#endif
