#include "formats/labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "formats/columns.h"

namespace sayso::formats {
namespace {

constexpr double kDoubtful = 0.5;  // a lower confidence is shown

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string kinds_of(const std::vector<Statement>& statements) {
  std::string out;
  for (const Kind kind : {Kind::direct, Kind::mixed, Kind::indirect}) {
    const auto number =
        std::count_if(statements.begin(), statements.end(), [&](const Statement& s) { return s.kind == kind; });
    if (number > 0) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", number, name_of(kind));
  }
  return out;
}

std::size_t sources_of(const std::vector<Statement>& statements) {
  std::set<std::string> sources;
  for (const Statement& statement : statements)
    if (statement.source.type != SourceType::none) sources.insert(name_for_people(statement.source));
  return sources.size();
}

}  // namespace

std::string name_for_people(const Party& party) {
  if (party.name) return one_line(*party.name);
  if (party.passage.text.empty()) return "(no source given)";
  return one_line(party.passage.text);
}

std::string called_in_text(const Party& party) {
  if (!party.name) return "";
  const std::string name = one_line(*party.name), text = one_line(party.passage.text);
  return name.find(text) == name.npos && text.find(name) == text.npos ? text : "";
}

std::string channel_for_people(const Channel& channel) {
  std::string type(name_of(channel.type));
  std::replace(type.begin(), type.end(), '_', ' ');
  const std::string text = one_line(channel.passage.text);
  return text.empty() ? type : type + ": " + text;
}

void add_to_line(std::string& line, const std::string& item) {
  if (item.empty()) return;
  if (!line.empty()) line += " · ";
  line += item;
}

std::string circumstances_for_people(const Statement& statement) {
  std::string out(name_of(statement.kind));
  if (statement.cue) add_to_line(out, one_line(statement.cue->text));
  if (statement.channel) add_to_line(out, channel_for_people(*statement.channel));
  for (const Party& relay : statement.via) add_to_line(out, "via " + name_for_people(relay));
  if (statement.said_at) add_to_line(out, "on " + statement.said_at->date);
  if (statement.stance != Stance::asserts) add_to_line(out, std::string(name_of(statement.stance)));
  if (statement.confidence < kDoubtful) add_to_line(out, fmt::format("doubtful ({:.2f})", statement.confidence));
  return out;
}

std::string summary_of(const Extraction& extraction) {
  const std::vector<Statement>& statements = extraction.statements;
  std::string out = statements.empty() ? "no statements" : counted(statements.size(), "statement");
  if (!statements.empty()) out += " (" + kinds_of(statements) + ")";
  if (const std::size_t sources = sources_of(statements); sources > 0) out += " by " + counted(sources, "source");
  if (!extraction.warnings.empty()) out += ", " + counted(extraction.warnings.size(), "warning");
  return out;
}

}  // namespace sayso::formats
