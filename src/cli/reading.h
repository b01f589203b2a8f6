// What every command that reads documents is told the same way: the inputs, how they are read, by which model, on how many threads.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/command.h"
#include "sayso/error.h"
#include "sayso/reader.h"

namespace sayso::cli {

struct Reading {
  std::vector<std::string> inputs;
  std::string model;
  ReadOptions read;
  unsigned jobs = std::max(1u, std::thread::hardware_concurrency());
};

Positional input_positional(const std::shared_ptr<Reading>& reading);
std::vector<Flag> reading_flags(const std::shared_ptr<Reading>& reading);

// After the flags are set: standard input where no input is given, which is said where that is a terminal. An error where flags
// do not go together.
std::optional<Error> settle(Reading& reading);

}  // namespace sayso::cli
