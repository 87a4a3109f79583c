/* Starts commands in turns, many times, and says what each took: a stop-watch that costs less than what it
 * times.
 *
 *     turns ROUNDS -- COMMAND ARGUMENT … -- COMMAND ARGUMENT …
 *
 * One line a command: the median and least time from start to end in microseconds, the most memory it ever
 * held in KiB (as /usr/bin/time -v says), and its exit status. What the commands write is thrown away. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

enum { COMMANDS_MOST = 16, ROUNDS_MOST = 10000 };

extern char **environ;

typedef struct Command {
    char **arguments; /* ends with NULL */
    double *times;    /* of each round, in microseconds */
    double *processor;
    long memory; /* KiB */
    int status;
} Command;

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec * 1e6 + (double)at.tv_nsec / 1e3;
}

static double microseconds(struct timeval time)
{
    return (double)time.tv_sec * 1e6 + (double)time.tv_usec;
}

static void run(Command *command, int round, posix_spawn_file_actions_t *actions)
{
    struct rusage usage;
    pid_t child;
    int status;
    double start = now();
    if (posix_spawnp(&child, command->arguments[0], actions, NULL, command->arguments, environ) != 0) {
        perror(command->arguments[0]);
        exit(2);
    }
    if (wait4(child, &status, 0, &usage) != child) {
        perror("wait4");
        exit(2);
    }
    command->times[round] = now() - start;
    command->processor[round] = microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
    if (usage.ru_maxrss > command->memory)
        command->memory = usage.ru_maxrss;
    command->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int compare_times(const void *a, const void *b)
{
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

/* Parts the arguments at each `--`. */
static int commands_of(char **arguments, Command *commands)
{
    int count = 0;
    for (; *arguments != NULL; arguments++) {
        if (strcmp(*arguments, "--") != 0)
            continue;
        *arguments = NULL;
        if (count == COMMANDS_MOST || arguments[1] == NULL)
            return 0;
        commands[count++] = (Command){.arguments = arguments + 1};
    }
    return count;
}

static double median(double *times, int rounds)
{
    qsort(times, (size_t)rounds, sizeof *times, compare_times);
    return times[rounds / 2];
}

int main(int count, char **arguments)
{
    Command commands[COMMANDS_MOST];
    int rounds = count > 2 ? atoi(arguments[1]) : 0;
    int commands_count = count > 2 ? commands_of(arguments + 2, commands) : 0;
    if (rounds < 1 || rounds > ROUNDS_MOST || commands_count == 0) {
        fprintf(stderr, "usage: turns ROUNDS -- COMMAND … [-- COMMAND …]\n");
        return 2;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    for (int i = 0; i < commands_count; i++) {
        commands[i].times = calloc((size_t)rounds, sizeof(double));
        commands[i].processor = calloc((size_t)rounds, sizeof(double));
    }
    for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < commands_count; i++)
            run(&commands[i], round, &actions);
    }
    for (int i = 0; i < commands_count; i++) {
        printf("%.1f %.1f %ld %d\n", median(commands[i].times, rounds), median(commands[i].processor, rounds),
               commands[i].memory, commands[i].status);
        free(commands[i].times);
        free(commands[i].processor);
    }
    posix_spawn_file_actions_destroy(&actions);
    return 0;
}
