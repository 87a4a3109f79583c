/* Threads take the numbers one after the other. Whoever has made a result takes those that are next in the
 * order, if nobody else is at it; and waits where too many results lie about, so that memory stays small. */
#include "driver/crew.h"

#include "support/arena.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    AHEAD = 256, /* results that may wait to be taken, besides one for each thread */
};

typedef struct Slot {
    void *result;
    bool made;
} Slot;

typedef struct Crew {
    const CrewWork *work;
    size_t count;
    pthread_mutex_t lock; /* over all that follows */
    pthread_cond_t moved; /* `taken` has grown */
    size_t next, taken;   /* numbers: to be made next; taken so far */
    bool taking;          /* somebody is at it */
    Slot *slots;          /* a ring */
    size_t room;
} Crew;

/* Takes what is ready. With the lock held; it is let go while a result is taken. */
static void take_ready(Crew *crew)
{
    if (crew->taking)
        return;
    crew->taking = true;
    while (crew->taken < crew->count && crew->slots[crew->taken % crew->room].made) {
        Slot *slot = &crew->slots[crew->taken % crew->room];
        pthread_mutex_unlock(&crew->lock);
        crew->work->take(crew->work->context, slot->result);
        pthread_mutex_lock(&crew->lock);
        slot->made = false;
        crew->taken++;
        pthread_cond_broadcast(&crew->moved);
    }
    crew->taking = false;
}

static void *work_along(void *argument)
{
    Crew *crew = argument;
    pthread_mutex_lock(&crew->lock);
    while (crew->next < crew->count) {
        if (crew->next >= crew->taken + crew->room) {
            pthread_cond_wait(&crew->moved, &crew->lock);
            continue;
        }
        size_t number = crew->next++;
        pthread_mutex_unlock(&crew->lock);
        void *result = crew->work->make(crew->work->context, number);
        pthread_mutex_lock(&crew->lock);
        crew->slots[number % crew->room] = (Slot){result, true};
        take_ready(crew);
    }
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

static void run_together(const CrewWork *work, size_t count, unsigned threads)
{
    Crew crew = {.work = work,
                 .count = count,
                 .lock = PTHREAD_MUTEX_INITIALIZER,
                 .moved = PTHREAD_COND_INITIALIZER,
                 .room = (size_t)threads + AHEAD};
    pthread_t *others = memory_grow(NULL, threads * sizeof *others);
    unsigned started = 0;
    crew.slots = memory_grow(NULL, crew.room * sizeof *crew.slots);
    memset(crew.slots, 0, crew.room * sizeof *crew.slots);
    /* where no thread can be had, those that there are do the work */
    while (started + 1 < threads && !pthread_create(&others[started], NULL, work_along, &crew))
        started++;
    work_along(&crew);
    while (started)
        pthread_join(others[--started], NULL);
    free(others);
    free(crew.slots);
}

void crew_run(const CrewWork *work, size_t count, unsigned threads)
{
    if (threads > count)
        threads = (unsigned)count;
    if (threads > 1)
        run_together(work, count, threads);
    for (size_t number = 0; threads <= 1 && number < count; number++)
        work->take(work->context, work->make(work->context, number));
}
