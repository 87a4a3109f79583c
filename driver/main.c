/* senc: reads the command line and runs the command. */
#include "driver/commands.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* A full disk must not look like a clean bill of health. */
static int close_output(int status)
{
    bool failed = ferror(stdout);
    if (fclose(stdout) || failed) {
        fprintf(stderr, "senc: what was to be printed could not be written: %s.\n", strerror(errno));
        return 2;
    }
    return status;
}

int main(int argument_count, char **arguments)
{
    static int (*const commands[COMMAND_COUNT])(const Options *) = {
#define COMMAND(name, arguments, help) [COMMAND_##name] = command_##name,
#include "driver/command.def"
    };
    Options options;
    int status = options_read(&options, argument_count, arguments);
    if (status < 0)
        status = commands[options.command](&options);
    options_free(&options);
    return close_output(status);
}
