// sayso search: statements of a record, found by words and filters.
#include <unistd.h>

#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/filter_flags.h"
#include "cli/messages.h"
#include "cli/printer.h"
#include "cli/statements_answer.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "record/filter_text.h"

namespace sayso::cli {
namespace {

struct SearchOptions {
  std::string record;
  std::shared_ptr<Filter> filter = std::make_shared<Filter>();
  Search search;
  StatementsAnswer answer;
  std::string since_last;
};

// answered: up to which statement a saved search has been before.
int answer(Record& record, const SearchOptions& options, std::int64_t answered = 0) {
  const Result<SearchResult> found = record.search(options.search);
  if (!found) return fail(found.error());
  Printer printer;
  const Result<void> done = options.answer.write(record, options.search, *found, printer);
  if (!done) return fail(done.error());
  const int status = printer.finish(found->items.empty() ? kFindings : kDone);
  if (found->items.empty() && options.answer.is_text()) say(options.since_last.empty() ? "nothing found" : "nothing new");
  if (options.since_last.empty() || status == kFailed) return status;
  const Result<void> saved = record.save_search(options.since_last, {record::pack_filter(options.search.filter), std::max(answered, found->last_statement)});
  return saved ? status : fail(saved.error());
}

int search(SearchOptions options) {
  Result<Record> record = options.since_last.empty() ? Record::open(options.record, RecordAccess::read) : open_to_change(options.record);
  if (!record) return fail(record.error());
  options.search.filter = *options.filter;
  if (options.since_last.empty()) return answer(*record, options);
  const auto saved = record->saved_search(options.since_last);
  if (!saved) return fail(saved.error());
  if (record::is_everything(*options.filter)) options.search.filter = record::unpack_filter(saved->request);
  else if (saved->last_statement > 0 && saved->request != record::pack_filter(*options.filter))
    return fail({ErrorCode::bad_argument, {}, "the saved search '" + options.since_last + "' is another one; choose another name"});
  options.search.above = saved->last_statement;
  return answer(*record, options, saved->last_statement);
}

const char* const kAbout =
    "Lists the statements of a record that a query and filters find, the best first; without a query all of them, the newest first. "
    "The status is 1 where nothing is found.\n\n"
    "QUERY is plain text: words in any inflection, all of which must be there; \"an exact phrase\"; a beginning* of a word; OR, NOT or -word, "
    "and brackets. What makes no sense as that is taken as words. A word that nobody has used is replaced by a similar one, which is "
    "said; --exact leaves it.";

const char* const kExamples =
    "  sayso search said.db \"ferry strike\" --by \"Ann Cole\" --since 2025-05\n"
    "  sayso search said.db '\"we will not sell\"' --kind direct\n"
    "  sayso search said.db 'ferry (strike OR closure) -bus' --facets --limit 20\n"
    "  sayso search said.db ferry --since-last ferries      only what came since the last time\n";

std::vector<Flag> flags_of(const std::shared_ptr<SearchOptions>& options) {
  std::vector<Flag> flags = filter_flags(options->filter);
  const auto add = [&](std::string name, std::string value, std::string help, std::function<std::string(std::string_view)> set) {
    flags.push_back({std::move(name), std::move(value), std::move(help), std::move(set)});
  };
  add("--limit", "N", "At most so many results; how to go on is said.", [options](std::string_view typed) { return read_count(typed, options->search.limit); });
  add("--after", "CURSOR", "The page behind the one that gave this.", [options](std::string_view typed) { return read_text(typed, options->search.after); });
  add("--newest", "", "The newest first, also with a query.", [options](std::string_view) { return options->search.order = Search::Order::newest, std::string(); });
  add("--facets", "", "Also how many there are by outlet, person, kind, month and channel.", [options](std::string_view) { return options->answer.facets = true, std::string(); });
  add("--since-last", "NAME", "Only what was added since this was last asked under this NAME, which remembers query and filters.",
      [options](std::string_view typed) { return read_text(typed, options->since_last); });
  add("--all", "", "Each document's statement by itself, also where several have the same words.", [options](std::string_view) { return options->search.group = false, std::string(); });
  add("--exact", "", "Do not look for similar words.", [options](std::string_view) { return options->search.correct = false, std::string(); });
  add("--old-versions", "", "Also what only earlier versions of documents have.", [options](std::string_view) { return options->filter->old_versions = true, std::string(); });
  add("--format", "FORMAT", "text (the default on a terminal), json (one object; the default elsewhere), jsonl (a line a statement), csv.",
      [options](std::string_view typed) { return read_answer_format(typed, "text, json, jsonl, csv", options->answer.format); });
  return flags;
}

}  // namespace

Command search_command() {
  const auto options = std::make_shared<SearchOptions>();
  Command out;
  out.name = "search";
  out.summary = "Find statements in a record.";
  out.about = kAbout;
  out.examples = kExamples;
  out.positionals = {record_positional(options->record),
                     {"QUERY", "What to look for. Several words may come as several arguments.", 0, -1, [options](std::string_view typed) {
                        std::string& query = options->filter->query;
                        query += (query.empty() ? "" : " ") + std::string(typed);
                        return std::string();
                      }}};
  out.flags = flags_of(options);
  out.run = [options] { return search(*options); };
  return out;
}

}  // namespace sayso::cli
