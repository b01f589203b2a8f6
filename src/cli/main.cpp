// The program `sayso`: its commands, and nothing else.
#include <csignal>

#include "cli/arguments.h"
#include "cli/command.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is noticed where it is written to
  const std::vector<sayso::cli::Command> commands = {
      sayso::cli::extract_command(),
      sayso::cli::add_command(),
      sayso::cli::watch_command(),
      sayso::cli::verify_command(),
      sayso::cli::trace_command(),
      sayso::cli::export_command(),
      sayso::cli::search_command(),
      sayso::cli::who_command(),
      sayso::cli::stats_command(),
      sayso::cli::compare_command(),
      sayso::cli::check_command(),
      sayso::cli::eval_command(),
  };
  return sayso::cli::run_command_line(commands, argc, argv);
}
