/* The commands, one small file each. Each returns the exit status. */
#ifndef SENC_DRIVER_COMMANDS_H
#define SENC_DRIVER_COMMANDS_H

#include "driver/options.h"

int command_compile(const Options *options);
int command_check(const Options *options);
int command_explain(const Options *options);
int command_dump(const Options *options);

#endif
