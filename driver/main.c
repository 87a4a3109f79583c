/* senc: reads the command line and runs the command. */
#include "driver/commands.h"

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
    return status;
}
