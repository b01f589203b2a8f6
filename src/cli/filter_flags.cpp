#include "cli/filter_flags.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>

#include "cli/terminal.h"
#include "cli/values.h"

namespace sayso::cli {
namespace {

// One of the values of an enumeration by its name, with those there are where it is none.
template <class Value, std::size_t N>
std::string read_named(std::string_view typed, const std::array<Value, N>& all, std::string_view what, std::vector<Value>& out) {
  std::string names;
  for (const Value value : all) {
    if (sayso::name_of(value) == typed) return out.push_back(value), "";
    names += (names.empty() ? "" : ", ") + std::string(sayso::name_of(value));
  }
  return fmt::format("no {} '{}'; there are: {}", what, typed, names);
}

// "2019", "2019-05": the first or the last day of it.
std::string read_day(std::string_view typed, bool last, std::optional<std::string>& out) {
  std::string day(typed);
  const auto has_form = [&](std::size_t size) { return typed.size() == size && typed.find_first_not_of("0123456789-") == typed.npos; };
  if (has_form(4)) day += last ? "-12-31" : "-01-01";
  if (has_form(7) && !last) day += "-01";
  if (has_form(7) && last) {
    for (const char* end : {"-31", "-30", "-29", "-28"}) {
      if (read_date(day + end, out).empty()) return "";
    }
  }
  return read_date(day, out).empty() ? "" : fmt::format("'{}' is no day, month or year; write 2025-03-31, 2025-03 or 2025", typed);
}

Flag list(std::string name, std::string value, std::string help, std::vector<std::string>& out) {
  return {std::move(name), std::move(value), std::move(help), [&out](std::string_view typed) { return read_text(typed, out.emplace_back()); }, true};
}

}  // namespace

std::vector<Flag> filter_flags(const std::shared_ptr<Filter>& filter, std::string by) {
  std::vector<Flag> flags;
  if (!by.empty()) flags.push_back(list(std::move(by), "WHO", "Who says it: a name, one of its variants, or a number of the record. It may be given several times, as the others too; one must fit.", filter->by));
  flags.push_back(list("--to", "WHO", "Whom it is said to.", filter->to));
  flags.push_back(list("--via", "WHO", "Through whom it came: another outlet, a spokesman.", filter->via));
  flags.push_back(list("--outlet", "NAME", "Where it stands.", filter->outlets));
  flags.push_back({"--since", "DAY", "Said, or else published, on this day or later: 2025-03-31, 2025-03 or 2025.",
                   [filter](std::string_view typed) { return read_day(typed, false, filter->since); }});
  flags.push_back({"--until", "DAY", "On this day or before.", [filter](std::string_view typed) { return read_day(typed, true, filter->until); }});
  flags.push_back({"--kind", "KIND", "direct, mixed or indirect.",
                   [filter](std::string_view typed) { return read_named(typed, std::array{Kind::direct, Kind::mixed, Kind::indirect}, "kind", filter->kinds); }, true});
  flags.push_back({"--stance", "STANCE", "asserts, denies, asks, orders, promises, believes, intends or alleges.",
                   [filter](std::string_view typed) {
                     using enum Stance;
                     return read_named(typed, std::array{asserts, denies, asks, orders, promises, believes, intends, alleges}, "stance", filter->stances);
                   },
                   true});
  flags.push_back({"--channel", "CHANNEL", "interview, call, post, statement, press_conference, speech, testimony, filing, message, letter, broadcast, publication or meeting.",
                   [filter](std::string_view typed) {
                     using enum ChannelType;
                     return read_named(typed, std::array{interview, call, post, statement, press_conference, speech, testimony, filing, message, letter, broadcast, publication, meeting},
                                       "channel", filter->channels);
                   },
                   true});
  flags.push_back({"--type", "TYPE", "Of the source: person, organization, group, document, anonymous or none.",
                   [filter](std::string_view typed) {
                     using enum SourceType;
                     return read_named(typed, std::array{person, organization, group, document, anonymous, none}, "type", filter->types);
                   },
                   true});
  return flags;
}

Positional record_positional(std::string& where) {
  return {"RECORD", "The record, as `sayso add` made it.", 1, 1, [&where](std::string_view typed) { return read_text(typed, where); }};
}

Result<Record> open_to_change(const std::string& where) {
  if (Result<Record> there = Record::open(where, RecordAccess::read); !there) return there;
  return Record::open(where, RecordAccess::write);
}

std::string read_answer_format(std::string_view typed, std::string_view allowed, std::optional<AnswerFormat>& out) {
  constexpr std::array<std::string_view, 4> kNames = {"text", "json", "jsonl", "csv"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (typed == kNames[i] && allowed.find(typed) != allowed.npos) out = static_cast<AnswerFormat>(i);
    if (typed == kNames[i] && allowed.find(typed) != allowed.npos) return "";
  }
  return fmt::format("no format '{}'; there are: {}", typed, allowed);
}

AnswerFormat answer_format(const std::optional<AnswerFormat>& asked) {
  return asked.value_or(is_terminal(STDOUT_FILENO) ? AnswerFormat::text : AnswerFormat::json);
}

}  // namespace sayso::cli
