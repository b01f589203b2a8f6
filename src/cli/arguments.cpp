// The one file that includes CLI11: it costs seconds of compiling each time.
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ranges>

#include "cli/help.h"
#include "cli/messages.h"

namespace sayso::cli {
namespace {

// CLI11 2.1 knows no "--" after the first positional, so what follows "--" is marked as no option before it is parsed.
constexpr char kNoOption = '\x01';

std::vector<std::string> marked_arguments(int argc, char** argv) {
  std::vector<std::string> out(argv + 1, argv + argc);
  const auto end_of_options = std::find(out.begin(), out.end(), "--");
  if (end_of_options == out.end()) return out;
  for (std::string& argument : std::ranges::subrange(out.erase(end_of_options), out.end()))
    argument.insert(argument.begin(), kNoOption);
  return out;
}

void set(const std::string& name, const std::function<std::string(std::string_view)>& set_value,
         std::string_view value) {
  if (const std::string wrong = set_value(value); !wrong.empty()) throw CLI::ValidationError(name, wrong);
}

void define(CLI::App& app, const Flag& flag) {
  if (flag.value.empty()) {
    app.add_flag_callback(flag.name, [&flag] { set(flag.name, flag.set, ""); });
    return;
  }
  if (flag.repeats) {
    const auto set_each = [&flag](const std::vector<std::string>& values) {
      for (const std::string& value : values) set(flag.name, flag.set, value);
    };
    app.add_option_function<std::vector<std::string>>(flag.name, set_each)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    return;
  }
  app.add_option_function<std::string>(flag.name, [&flag](const std::string& v) { set(flag.name, flag.set, v); })
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void define(CLI::App& app, const Positional& positional) {
  const auto set_each = [&positional](const std::vector<std::string>& values) {
    for (const std::string_view value : values)
      set(positional.name, positional.set, value.substr(value.starts_with(kNoOption) ? 1 : 0));
  };
  CLI::Option* option = app.add_option_function<std::vector<std::string>>(positional.name, set_each);
  // CLI11 reads expected(0, n) as "a flag"; whether it must be there is said by required().
  option->expected(std::max(positional.least, 1), positional.most < 0 ? 1 << 29 : positional.most);
  option->allow_extra_args(positional.most != 1);  // what follows is another positional's
  option->required(positional.least > 0);
}

void define(CLI::App& app, const Command& command) {
  for (const Flag& flag : command.flags) define(app, flag);
  for (const Positional& positional : command.positionals) define(app, positional);
}

int complain(const std::string& message, std::string_view command) {
  say(message);
  say(command.empty() ? "try: sayso --help" : "try: sayso " + std::string(command) + " --help");
  return kFailed;
}

// CLI11's sentences end in full stops or lines of extra advice; ours are one line.
std::string first_line(std::string message) {
  message.resize(std::min(message.find('\n'), message.size()));
  return message;
}

int run_parsed(const std::vector<Command>& commands, CLI::App& app, std::vector<std::string> arguments) {
  std::string chosen;
  try {
    for (const Command& command : commands) {
      CLI::App* sub = app.add_subcommand(command.name, command.summary);
      sub->preparse_callback([&chosen, &command](std::size_t) { chosen = command.name; });
      define(*sub, command);
    }
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
    app.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    return print(chosen.empty() ? help_of_program(commands) : help_of(*find_command(commands, chosen)));
  } catch (const CLI::CallForVersion&) {
    return print("sayso " SAYSO_VERSION "\n");
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string message = error.what();  // "--jobs: 1 required TEXT missing"
    return complain(message.substr(0, message.find(':')) + " needs a value", chosen);
  } catch (const CLI::ParseError& error) {
    return complain(first_line(error.what()), chosen);
  }
  return find_command(commands, chosen)->run();
}

}  // namespace

int run_command_line(const std::vector<Command>& commands, int argc, char** argv) {
  if (argc < 2) {
    say_block(help_of_program(commands));
    return kFailed;
  }
  const std::string_view first = argv[1];
  if (!first.starts_with("-") && find_command(commands, first) == nullptr)
    return complain("no command '" + std::string(first) + "'; there are: " + names_of(commands), "");
  CLI::App app("", "sayso");
  app.set_help_flag("-h,--help");
  app.set_version_flag("--version", SAYSO_VERSION);
  app.require_subcommand(1);
  return run_parsed(commands, app, marked_arguments(argc, argv));
}

}  // namespace sayso::cli
