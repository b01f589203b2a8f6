// Help texts from the definitions of commands, wrapped at 80 columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace sayso::cli {

const Command* find_command(const std::vector<Command>& commands, std::string_view name);
std::string names_of(const std::vector<Command>& commands);

std::string help_of_program(const std::vector<Command>& commands);
std::string help_of(const Command& command);

}  // namespace sayso::cli
