#include "cli/reading.h"

#include <unistd.h>

#include "cli/messages.h"
#include "cli/terminal.h"
#include "cli/values.h"

namespace sayso::cli {

Positional input_positional(const std::shared_ptr<Reading>& reading) {
  return {"INPUT", "A file, a directory (all files in it, sorted), or - for standard input, which is also read where none is given.", 0, -1,
          [reading](std::string_view typed) {
            reading->inputs.emplace_back(typed);
            return std::string();
          }};
}

std::vector<Flag> reading_flags(const std::shared_ptr<Reading>& reading) {
  return {
      {"--model", "MODEL", "accurate (the default where its weights are present), fast, best, or the path of a model file.",
       [reading](std::string_view typed) { return read_text(typed, reading->model); }},
      {"--date", "DATE",
       "The day of publication, YYYY-MM-DD, whatever the documents say; \"on Monday\" counts from it.",
       [reading](std::string_view typed) { return read_date(typed, reading->read.date); }},
      {"--outlet", "NAME", "The outlet, whatever the documents say. A document's own outlet is no relay.",
       [reading](std::string_view typed) { return read_text(typed, reading->read.outlet.emplace()); }},
      {"--map", "FIELD=NAME,...",
       "What the fields of a document are called in JSON: text=content_original,date=day. Fields: text, id, url, title, "
       "outlet, authors, date, language; those that are not named have their usual names.",
       [reading](std::string_view typed) { return read_map(typed, reading->read.map); }},
      {"--url", "URL",
       "Of a web archive, or of its index (CDXJ), only the page of this URL: the latest, or the one nearest to --at. An "
       "index beside the archive (a.cdxj for a.warc.gz) is used.",
       [reading](std::string_view typed) { return read_text(typed, reading->read.url.emplace()); }},
      {"--at", "TIME", "With --url: when it was captured, as 2025-03-31, 2025-03-31T10:15:00Z or 20250331101500.",
       [reading](std::string_view typed) { return read_time(typed, reading->read.at); }},
      {"--jobs", "N", "Documents worked on at a time; as many as there are processors unless told.",
       [reading](std::string_view typed) { return read_jobs(typed, reading->jobs); }},
      {"--max-bytes", "N",
       "The most bytes of one document, unpacked, as 64M; a larger one is an error. 512M unless told.",
       [reading](std::string_view typed) { return read_size(typed, reading->read.max_bytes); }},
  };
}

std::optional<Error> settle(Reading& reading) {
  if (reading.read.at && !reading.read.url) return Error{ErrorCode::bad_argument, {}, "--at needs --url"};
  if (reading.inputs.empty()) reading.inputs = {"-"};
  if (std::ranges::count(reading.inputs, "-") > 0 && is_terminal(STDIN_FILENO))
    say("reading text from the terminal; end it with Ctrl-D on a line of its own");
  return std::nullopt;
}

}  // namespace sayso::cli
