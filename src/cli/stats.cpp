// sayso stats: statements of a record, counted.
#include <unistd.h>

#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/filter_flags.h"
#include "cli/messages.h"
#include "cli/printer.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "formats/json_writer.h"
#include "record/counts_report.h"
#include "record/found_report.h"
#include "sayso/record.h"

namespace sayso::cli {
namespace {

struct StatsOptions {
  std::string record;
  std::shared_ptr<Filter> filter = std::make_shared<Filter>();
  std::vector<CountBy> by;
  std::size_t limit = 0;
  std::optional<AnswerFormat> format;
};

// What is shown where nothing is asked for.
constexpr CountBy kOverview[] = {CountBy::outlet, CountBy::person, CountBy::kind, CountBy::channel, CountBy::stance, CountBy::type, CountBy::month};

record::ReportLook look() { return {wants_color(STDOUT_FILENO), columns_of(STDOUT_FILENO), !is_terminal(STDOUT_FILENO)}; }

void append_notes(std::string& out, const CountTable& table) {
  SearchResult understood;
  understood.who = table.who;
  understood.corrected = table.corrected;
  understood.notes = table.notes;
  record::append_heading(out, {}, understood, look());
}

void append_object(std::string& out, const std::vector<CountTable>& tables, const std::vector<Counting>& asked, bool overview) {
  const CountTable& all = tables.front();
  formats::JsonWriter json(out);
  json.begin_object();
  json.key("all").begin_object();
  record::write_counts(json, all.all, all.has_gender);
  json.end_object();
  record::write_understood(json.key("who"), all.who);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    record::write_rows(json.key(overview ? name_of(kOverview[i]) : "rows"), tables[i], asked[i].by);
    if (!overview) json.key("left_out").integer(tables[i].left_out);
  }
  json.end_object();
  out += '\n';
}

int stats(const StatsOptions& options) {
  Result<Record> record = Record::open(options.record, RecordAccess::read);
  if (!record) return fail(record.error());
  const bool overview = options.by.empty();
  std::vector<Counting> asked(overview ? std::size(kOverview) : 1);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    asked[i].filter = *options.filter;
    asked[i].by = overview ? std::vector{kOverview[i]} : options.by;
    asked[i].limit = options.limit;
  }
  const Result<std::vector<CountTable>> tables = record->count(asked);
  if (!tables) return fail(tables.error());
  const CountTable& all = tables->front();
  Printer printer;
  std::string& out = printer.text();
  switch (answer_format(options.format)) {
    case AnswerFormat::csv:
      if (overview) record::append_csv(out, *tables, {std::begin(kOverview), std::end(kOverview)});
      else record::append_csv(out, all, options.by);
      break;
    case AnswerFormat::text:
      append_notes(out, all);
      record::append_totals(out, all, look());
      if (all.all.statements == 0) break;
      out += '\n';
      for (std::size_t i = 0; i < asked.size(); ++i) {
        if (overview) record::append_line(out, (*tables)[i], kOverview[i], look());
        else record::append_text(out, (*tables)[i], asked[i].by, look());
      }
      break;
    default: append_object(out, *tables, asked, overview);
  }
  return printer.finish(kDone);
}

std::string read_by(std::string_view typed, std::vector<CountBy>& out) {
  while (!typed.empty()) {
    const std::string_view name = typed.substr(0, typed.find(','));
    typed.remove_prefix(std::min(name.size() + 1, typed.size()));
    const auto by = count_by_named(name);
    if (!by) return "nothing is counted by '" + std::string(name) + "'; there are: outlet, person, kind, channel, month, year, stance, type, gender";
    if (std::ranges::find(out, *by) == out.end()) out.push_back(*by);
  }
  return out.empty() ? "is empty" : "";
}

const char* const kAbout =
    "Counts the statements of a record: documents, statements, how many are direct, mixed and indirect, and how many have a source that is "
    "not named. --by says by what; without it the most frequent of everything are shown, in json and csv all.\n\n"
    "Women and men are counted only where a list of known people gives their gender (`sayso who --people`); it is never guessed.";

const char* const kExamples =
    "  sayso stats said.db\n"
    "  sayso stats said.db --by outlet,kind --since 2025 --format csv > kinds.csv\n"
    "  sayso stats said.db --by person --query \"ferry strike\" --limit 20\n";

std::vector<Flag> flags_of(const std::shared_ptr<StatsOptions>& options) {
  std::vector<Flag> flags = {
      {"--by", "WHAT[,WHAT]", "outlet, person, kind, channel, month, year, stance, type or gender; several are counted together.",
       [options](std::string_view typed) { return read_by(typed, options->by); }, true},
      {"--limit", "N", "At most so many rows; how many are left out is said.", [options](std::string_view typed) { return read_count(typed, options->limit); }},
      {"--format", "FORMAT", "text (the default on a terminal), json (the default elsewhere) or csv.",
       [options](std::string_view typed) { return read_answer_format(typed, "text, json, csv", options->format); }},
      {"--query", "QUERY", "Only statements that `sayso search` finds for it.", [options](std::string_view typed) { return read_text(typed, options->filter->query); }},
  };
  for (Flag& flag : filter_flags(options->filter, "--who")) flags.push_back(std::move(flag));
  return flags;
}

}  // namespace

Command stats_command() {
  const auto options = std::make_shared<StatsOptions>();
  Command out;
  out.name = "stats";
  out.summary = "Count the statements of a record.";
  out.about = kAbout;
  out.examples = kExamples;
  out.positionals = {record_positional(options->record)};
  out.flags = flags_of(options);
  out.run = [options] { return stats(*options); };
  return out;
}

}  // namespace sayso::cli
