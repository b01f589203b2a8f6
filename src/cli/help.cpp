#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>

namespace sayso::cli {
namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kLabelColumns = 22;  // names of flags stand left of this, their help right

std::string_view take_word(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  const std::string_view word = rest.substr(0, rest.find(' '));
  rest.remove_prefix(word.size());
  return word;
}

// Appends `text` wrapped; the first line goes on at `column`, the others begin at `indent`.
void append_wrapped(std::string& out, std::string_view text, std::size_t indent, std::size_t column) {
  bool first = true;
  for (std::string_view word = take_word(text); !word.empty(); word = take_word(text)) {
    if (!first && column + 1 + word.size() > kColumns) {
      out += '\n';
      out.append(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
    first = false;
  }
  out += '\n';
}

void append_paragraphs(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    append_wrapped(out, line, 0, 0);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
}

void append_item(std::string& out, const std::string& label, std::string_view help) {
  out.append(kIndent, ' ');
  out += label;
  std::size_t column = kIndent + label.size();
  if (column + kIndent > kLabelColumns) {
    out += '\n';
    column = 0;
  }
  out.append(kLabelColumns - column, ' ');
  append_wrapped(out, help, kLabelColumns, kLabelColumns);
}

std::string usage_of(const Positional& positional) {
  const std::string name = positional.name + (positional.most == 1 ? "" : "...");
  return positional.least > 0 ? name : fmt::format("[{}]", name);
}

std::string usage_of(const Command& command) {
  std::string out = "usage: sayso " + command.name;
  for (const Positional& positional : command.positionals) out += fmt::format(" {}", usage_of(positional));
  return command.flags.empty() ? out : out + " [OPTION...]";
}

}  // namespace

const Command* find_command(const std::vector<Command>& commands, std::string_view name) {
  const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command& c) { return c.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

std::string names_of(const std::vector<Command>& commands) {
  std::string out;
  for (const Command& command : commands) out += (out.empty() ? "" : ", ") + command.name;
  return out;
}

std::string help_of_program(const std::vector<Command>& commands) {
  std::string out = "usage: sayso COMMAND [ARGUMENT...]\n\n";
  append_paragraphs(out, "Keeps the record of who said what, to whom, and through whom.");
  out += "\ncommands:\n";
  for (const Command& command : commands) append_item(out, command.name, command.summary);
  out += "\noptions:\n";
  append_item(out, "-h, --help", "This help; after a command, the help of that command.");
  append_item(out, "--version", "The version of the program.");
  append_paragraphs(out,
                    "\nExit status: 0 done; 1 done, with findings; 2 bad usage or an input that could not be read.");
  return out;
}

std::string help_of(const Command& command) {
  std::string out = usage_of(command) + "\n\n";
  append_paragraphs(out, command.about);
  out += '\n';
  for (const Positional& positional : command.positionals) append_item(out, positional.name, positional.help);
  out += "\noptions:\n";
  for (const Flag& flag : command.flags)
    append_item(out, flag.value.empty() ? flag.name : flag.name + " " + flag.value, flag.help);
  append_item(out, "-h, --help", "This help.");
  if (!command.examples.empty()) out += "\nexamples:\n" + command.examples;
  return out;
}

}  // namespace sayso::cli
