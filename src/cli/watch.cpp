// sayso watch: feeds -> the record, again and again.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/values.h"
#include "fetch/address.h"
#include "record/added_report.h"
#include "sayso/sayso.h"
#include "watch/clock.h"
#include "watch/watcher.h"

namespace sayso::cli {
namespace {

struct WatchFlags {
  std::string record, model;
  WatchOptions watch;
  std::chrono::seconds timeout{60};
  std::size_t max_bytes = std::size_t{20} << 20;
  bool allow_private = false;
  std::optional<bool> json;
};

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

// "added 5 statements: Ferry to stay, Hill Herald, http://herald.example/1"
void log_document(const WatchEvent& event) {
  const bool changed = event.what == WatchEvent::What::new_version;
  std::string line = changed ? fmt::format("new version, {} changed", counted(event.added->changes.size(), "quotation", "quotations"))
                             : "added " + counted(event.added->statements, "statement", "statements");
  line += ": " + event.document->title.value_or("(no title)");
  if (event.document->outlet) line += ", " + *event.document->outlet;
  log(line + (event.where.empty() ? "" : ", " + event.where));
}

class Report {
 public:
  explicit Report(bool json) : json_(json) {}

  void operator()(const WatchEvent& event) {
    if (event.what == WatchEvent::What::failed) return say(Error{ErrorCode::unreadable, event.where, event.message});
    if (event.what == WatchEvent::What::news) return log(event.where + " " + event.message);
    if (event.what != WatchEvent::What::known) log_document(event);
    if (json_ && !closed_) write(event);
  }

 private:
  void write(const WatchEvent& event) {
    std::string line;
    record::append_json(line, {event.document->id, event.document->path}, *event.added);
    const int number = write_all(STDOUT_FILENO, line);
    closed_ = number != 0;
    if (number != 0 && number != EPIPE) say(write_error("standard output", number));
  }

  bool json_;
  bool closed_ = false;  // nobody reads it any more
};

std::string summary_of(const WatchTotals& totals) {
  std::string out = counted(totals.feeds, "feed", "feeds") + ", " + counted(totals.entries, "entry", "entries") + ": " +
                    counted(totals.added, "document", "documents") + " added";
  if (totals.new_versions > 0) out += ", " + counted(totals.new_versions, "new version", "new versions");
  if (totals.failed_articles > 0) out += ", " + counted(totals.failed_articles, "article", "articles") + " not to be had";
  if (totals.failed_feeds > 0) out += ", " + counted(totals.failed_feeds, "failure", "failures") + " of feeds";
  return out;
}

HttpLimits limits_of(const WatchFlags& flags) {
  HttpLimits limits;
  limits.user_agent = "sayso/" SAYSO_VERSION;
  limits.total_time = flags.timeout;
  limits.connect_time = std::min(limits.connect_time, limits.total_time);
  limits.max_bytes = flags.max_bytes;
  if (!flags.allow_private) limits.may_connect = is_public_address;
  limits.cancelled = [] { return interrupted() != 0; };
  return limits;
}

int watch(const WatchFlags& flags) {
  const Result<Engine> engine = Engine::load(flags.model);
  if (!engine) return fail(engine.error());
  Result<Record> record = Record::open(flags.record, RecordAccess::write);
  if (!record) return fail(record.error());
  notice_interrupts();
  const auto http = make_http_client(limits_of(flags));
  const auto clock = system_clock([] { return interrupted() != 0; });
  const auto add = [&](const Document& document) -> Result<Added> {
    auto known = record->knows(document, engine->model());
    if (!known) return tl::unexpected(known.error());
    return *known ? **known : record->add(document, engine->extract(document), engine->model());
  };
  Watcher watcher(flags.watch, *http, *clock, *record, add, Report(flags.json.value_or(false)));
  const auto totals = watcher.run();
  if (!totals) return fail(totals.error());
  log(summary_of(*totals));
  if (interrupted() != 0) return flags.watch.once ? 128 + interrupted() : kDone;
  return totals->failed_feeds > 0 ? kFailed : kDone;
}

const char* const kAbout =
    "Asks feeds for what is new, fetches the articles, and keeps who said what in RECORD, until it is stopped (Ctrl-C, SIGTERM). What "
    "was added, and what could not be had, is said on standard error. Run it again to go on: nothing is added twice.\n\n"
    "A FEED is the URL of a feed (RSS, Atom, JSON Feed), of a page that names its feed, or of an OPML list, or a file of OPML. Servers "
    "are asked politely: only for what has changed, one request at a time, with a pause between two to one host, "
    "less and less where they fail, and not before they want (Retry-After). Private addresses are not asked, also behind redirects.";

const char* const kExamples =
    "  sayso watch said.db https://example.org/feed.xml\n"
    "  sayso watch said.db feeds.opml --every 1h\n"
    "  sayso watch said.db https://example.org/ --once --format json | jq .path\n";

std::vector<Flag> flags_of(const std::shared_ptr<WatchFlags>& flags) {
  return {
      {"--once", "", "Ask each feed once and end; the status is 2 where one could not be read.",
       [flags](std::string_view) { flags->watch.once = true; return std::string(); }},
      {"--every", "TIME", "How long to wait between two polls of a feed, as 90s, 15m, 2h or 1d; 15m unless told.",
       [flags](std::string_view typed) { return read_duration(typed, flags->watch.every); }},
      {"--model", "MODEL", "accurate (the default where its weights are present), fast, best, or the path of a model file.",
       [flags](std::string_view typed) { return read_text(typed, flags->model); }},
      {"--format", "FORMAT",
       "json writes a line to standard output for each document: what became of it, as of sayso add. text writes nothing there.",
       [flags](std::string_view typed) { return read_json_or_text(typed, flags->json); }},
      {"--pause", "TIME", "Between two requests to one host; 1s unless told.",
       [flags](std::string_view typed) { return read_duration(typed, flags->watch.pause); }},
      {"--timeout", "TIME", "The most that one answer may take; 60s unless told.",
       [flags](std::string_view typed) { return read_duration(typed, flags->timeout); }},
      {"--max-bytes", "N", "The most bytes of one answer, unpacked, as 8M; 20M unless told.",
       [flags](std::string_view typed) { return read_size(typed, flags->max_bytes); }},
      {"--allow-private", "", "Ask also addresses of this machine and of local networks, and use the proxy that the environment names.",
       [flags](std::string_view) { flags->allow_private = true; return std::string(); }},
  };
}

}  // namespace

Command watch_command() {
  const auto flags = std::make_shared<WatchFlags>();
  Command out;
  out.name = "watch";
  out.summary = "Watch feeds, and keep who said what in a record.";
  out.about = kAbout;
  out.examples = kExamples;
  out.positionals = {{"RECORD", "The record: an SQLite file.", 1, 1, [flags](std::string_view typed) { return read_text(typed, flags->record); }},
                     {"FEED", "A URL, or a file of OPML.", 1, -1,
                      [flags](std::string_view typed) {
                        flags->watch.feeds.emplace_back(typed);
                        return std::string();
                      }}};
  out.flags = flags_of(flags);
  out.run = [flags] { return watch(*flags); };
  return out;
}

}  // namespace sayso::cli
