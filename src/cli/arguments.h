// The command line -> one command's flags set and its work done.
#pragma once

#include <vector>

#include "cli/command.h"

namespace sayso::cli {

// Returns the exit status. Bad usage is said on standard error with the allowed values: status 2.
int run_command_line(const std::vector<Command>& commands, int argc, char** argv);

}  // namespace sayso::cli
