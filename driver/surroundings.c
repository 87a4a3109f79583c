/* The only place that asks for the clock, the environment and the terminal. */
#include "driver/surroundings.h"

#include "lexer/literal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

bool surroundings_read(Options *options)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    int64_t now = (int64_t)time(NULL);
    struct tm local;
    time_t clock = (time_t)now;
    localtime_r(&clock, &local);
    options->epoch = now;
    options->today = day_from_date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
    if (epoch && *epoch) {
        char *end;
        errno = 0;
        long long seconds = strtoll(epoch, &end, 10);
        if (errno || *end || seconds < 0 || seconds > INT64_C(7289568000))
            return false;
        options->epoch = seconds;
        options->today = (int32_t)(seconds / 86400);
    }
    return true;
}

void surroundings_ask_terminal(Options *options)
{
    int stream = options->command == COMMAND_check ? STDOUT_FILENO : STDERR_FILENO;
    const char *no_colour = getenv("NO_COLOR");
    if (!isatty(stream))
        return;
    struct winsize window;
    if (!ioctl(stream, TIOCGWINSZ, &window))
        options->width = window.ws_col;
    const char *terminal = getenv("TERM");
    options->colour = !(no_colour && *no_colour) && !(terminal && !strcmp(terminal, "dumb"));
}

Str surroundings_cache_folder(Arena *arena)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (cache && *cache == '/') /* what is relative is to be ignored, says the rule */
        return arena_format(arena, "%s/senc", cache);
    return home && *home == '/' ? arena_format(arena, "%s/.cache/senc", home) : STR("");
}
