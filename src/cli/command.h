// What a command is: a name, help worth reading, flags, and what to run. One file a command, one definition a flag;
// parsing (arguments.cpp) and help (help.cpp) both come from these definitions.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::cli {

// Exit statuses of the contract.
inline constexpr int kDone = 0;
inline constexpr int kFindings = 1;
inline constexpr int kFailed = 2;  // bad usage, or an input that could not be read at all

// An option. `set` is called with each value, or with "" for a switch, and returns what is wrong with it, or nothing.
struct Flag {
  std::string name;   // "--format"
  std::string value;  // what help calls the value: "DIR"; empty: a switch
  std::string help;   // a sentence or two, wrapped by help.cpp
  std::function<std::string(std::string_view)> set;
  bool repeats = false;  // each use counts; else the last one
};

// What stands without dashes. `most` < 0: any number.
struct Positional {
  std::string name;  // "INPUT"
  std::string help;
  int least = 0;
  int most = -1;
  std::function<std::string(std::string_view)> set;
};

struct Command {
  std::string name;
  std::string summary;   // one line, for the list of commands
  std::string about;     // paragraphs, for the command's own help
  std::string examples;  // lines "command  # what it does", shown as they stand
  std::vector<Positional> positionals;
  std::vector<Flag> flags;
  std::function<int()> run;  // returns the exit status
};

// One line for each command: declared here, defined in the file of its name, listed in main.cpp.
Command extract_command();
Command export_command();
Command add_command();
Command watch_command();
Command verify_command();
Command trace_command();
Command search_command();
Command who_command();
Command stats_command();
Command compare_command();
Command check_command();
Command eval_command();

}  // namespace sayso::cli
