/* Seconds that the word lists take over a file of statements, a line each, in one process:
 *
 *     words ROUNDS FILE        best of ROUNDS of: taking texts apart; finding phrases too; amounts too;
 * guards too
 */
#include "sema/words/lists.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef enum Task { TASK_read, TASK_match, TASK_amounts, TASK_look, TASK_COUNT } Task;

static const char *const names[] = {"read", "match", "amounts", "look"};

typedef struct Tools {
    Prose prose;
    ProseAmounts amounts;
    WordMatches matches;
    size_t found;
} Tools;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void do_line(Tools *tools, Task task, Str line)
{
    prose_read(&tools->prose, &standard_words.automaton.lexicon, line);
    if (task == TASK_match || task == TASK_amounts)
        automaton_match(&standard_words.automaton, &tools->prose, &tools->matches);
    if (task >= TASK_amounts)
        prose_find_amounts(&tools->prose, &tools->amounts);
    GuardText text = {.prose = &tools->prose, .amounts = &tools->amounts};
    if (task == TASK_look)
        word_lists_look(&standard_words, &text, &tools->matches);
    tools->found += tools->matches.list.count;
}

static double time_task(Tools *tools, Task task, Str text)
{
    double start = now();
    tools->found = 0;
    for (const char *at = text.at, *end = text.at + text.length; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        do_line(tools, task, (Str){at, (size_t)(stop - at)});
        at = stop + 1;
    }
    return now() - start;
}

static Str read_all(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END))
        exit(2);
    size_t size = (size_t)ftell(file);
    char *text = malloc(size + 1);
    rewind(file);
    size = fread(text, 1, size, file);
    fclose(file);
    return (Str){text, size};
}

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    Tools tools = {0};
    Str text = read_all(arguments[2]);
    for (Task task = TASK_read; task < TASK_COUNT; task++) {
        double best = 1e9;
        for (int round = atoi(arguments[1]); round > 0; round--) {
            double taken = time_task(&tools, task, text);
            best = taken < best ? taken : best;
        }
        printf("%s %.6f %zu\n", names[task], best, tools.found);
    }
    free((char *)text.at);
    prose_free(&tools.prose);
    prose_amounts_free(&tools.amounts);
    word_matches_free(&tools.matches);
    return 0;
}
