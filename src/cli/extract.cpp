// sayso extract: inputs -> statements in one of the formats.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <thread>

#include "cli/command.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "sayso/sayso.h"

namespace sayso::cli {
namespace {

struct ExtractOptions {
  std::vector<std::string> inputs;
  std::optional<Format> format;
  std::string out_dir;
  std::string model;
  ReadOptions read;
  unsigned jobs = std::max(1u, std::thread::hardware_concurrency());
};

Format format_of(const ExtractOptions& options) {
  if (options.format) return *options.format;
  return options.out_dir.empty() && is_terminal(STDOUT_FILENO) ? Format::text : Format::json;
}

Result<std::unique_ptr<Output>> open_output(const ExtractOptions& options) {
  if (!options.out_dir.empty()) return to_directory(options.out_dir, format_of(options), options.inputs);
  std::error_code ignored;
  const bool many = options.inputs.size() > 1 || std::filesystem::is_directory(options.inputs.front(), ignored);
  return to_standard_output(format_of(options), many);
}

Pipeline::Work extract_and_format(const Engine& engine, const ExtractOptions& options) {
  const Format format = format_of(options);
  const bool to_terminal = options.out_dir.empty();
  const FormatOptions look{to_terminal && wants_color(STDOUT_FILENO), to_terminal ? columns_of(STDOUT_FILENO) : 80};
  return [&engine, format, look](const Document& document) {
    const Extraction found = engine.extract(document);
    Finished out;
    out.path = document.path;
    out.id = document.id;
    out.statements = found.statements.size();
    append_document(out.body, format, document, found, look);
    return out;
  };
}

// Takes results in order until there are no more; the exit status.
class Run {
 public:
  Run(Pipeline& pipeline, Output& output, Progress& progress)
      : pipeline_(pipeline), output_(output), progress_(progress) {}

  int to_end() {
    Finished result;
    for (Pipeline::Took took; !over_ && (took = next(result)) != Pipeline::Took::end;)
      if (took == Pipeline::Took::item) handle(result);
    if (!over_) check(output_.finish());
    return status_;
  }

 private:
  // What is finished goes out before there is anything to wait for.
  Pipeline::Took next(Finished& result) {
    const Pipeline::Took at_once = pipeline_.take(result, std::chrono::milliseconds(0));
    if (at_once != Pipeline::Took::nothing_yet) return at_once;
    check(output_.flush());
    progress_.show();
    return over_ ? Pipeline::Took::end : pipeline_.take(result, std::chrono::milliseconds(100));
  }

  void handle(const Finished& result) {
    progress_.add(result.path, result.statements);
    if (result.error)
      complain(*result.error);
    else
      check(output_.put(result));
    progress_.show();
  }

  void check(const Result<void>& written) {
    if (written) return;
    over_ = over_ || written.error().code == ErrorCode::write_failed;
    if (!output_.closed()) complain(written.error());
  }

  void complain(const Error& error) {
    say(error);
    status_ = kFailed;
  }

  Pipeline& pipeline_;
  Output& output_;
  Progress& progress_;
  int status_ = kDone;
  bool over_ = false;
};

int fail(const Error& error) {
  say(error);
  return kFailed;
}

int extract(ExtractOptions options) {
  if (options.read.at && !options.read.url) return fail({ErrorCode::bad_argument, {}, "--at needs --url"});
  if (options.inputs.empty()) options.inputs = {"-"};
  const Result<Engine> engine = Engine::load(options.model);
  if (!engine) return fail(engine.error());
  const Result<std::unique_ptr<Output>> output = open_output(options);
  if (!output) return fail(output.error());
  if (std::count(options.inputs.begin(), options.inputs.end(), "-") > 0 && is_terminal(STDIN_FILENO))
    say("reading text from the terminal; end it with Ctrl-D on a line of its own");

  // Where the results go to a terminal too, they are progress enough.
  Progress progress(is_terminal(STDERR_FILENO) && !(options.out_dir.empty() && is_terminal(STDOUT_FILENO)),
                    options.inputs);
  Reader reader(options.inputs, options.read);
  Pipeline pipeline(reader, extract_and_format(*engine, options), options.jobs);
  const int status = Run(pipeline, **output, progress).to_end();
  // Nobody reads the results: do not wait for a reader that may be waiting for a slow pipe.
  if ((*output)->closed()) std::_Exit(status);
  return status;
}

const char* const kAbout =
    "Finds who said what in news texts: statements with their words, speaker, cue, relay, addressee, channel and day, "
    "each with its place in the text.\n\n"
    "Reads text, HTML, JSON Lines and web archives (WARC, ARC), plain or packed with gzip, zstd or lz4. Results come in the order of the inputs and "
    "are the same for every number of jobs. An input that cannot be read is reported, the others are done, and the "
    "exit status is 2.";

const char* const kExamples =
    "  sayso extract article.html                 what a person wants to read\n"
    "  sayso extract --format csv news/ > q.csv   one row a statement: R, pandas\n"
    "  sayso extract --format brat --out-dir ann news/*.txt\n"
    "  sayso extract crawl.warc.gz --url https://example.org/story --at 2025-03-31\n"
    "  curl -s https://example.org/story | sayso extract --outlet \"Hill Herald\"\n"
    "  zstdcat archive.jsonl.zst | sayso extract --format jsonl | jq .source.name\n";

}  // namespace

Command extract_command() {
  const auto options = std::make_shared<ExtractOptions>();
  Command out;
  out.name = "extract";
  out.summary = "Who said what in files, directories or standard input.";
  out.about = kAbout;
  out.examples = kExamples;
  out.positionals = {{"INPUT",
                      "A file, a directory (all files in it, sorted), or - for standard input, which is also read "
                      "where none is given.",
                      0, -1, [options](std::string_view typed) {
                        options->inputs.emplace_back(typed);
                        return std::string();
                      }}};
  out.flags = {
      {"--format", "FORMAT",
       "text (for people; the default on a terminal), json (one object a document, one line each; the default "
       "elsewhere), jsonl (one line a statement), csv (one row a statement), brat (stand-off annotation), html (the "
       "documents with their statements marked).",
       [options](std::string_view typed) { return read_format(typed, options->format); }},
      {"--out-dir", "DIR",
       "Write one file a document into DIR, named after its input without its endings (a.html.gz becomes a.json), for "
       "JSON Lines after the document's id.",
       [options](std::string_view typed) { return read_text(typed, options->out_dir); }},
      {"--model", "MODEL", "accurate (the default where its weights are present), fast, best, or the path of a model file.",
       [options](std::string_view typed) { return read_text(typed, options->model); }},
      {"--date", "DATE",
       "The day of publication, YYYY-MM-DD, whatever the documents say; \"on Monday\" counts from it.",
       [options](std::string_view typed) { return read_date(typed, options->read.date); }},
      {"--outlet", "NAME", "The outlet, whatever the documents say. A document's own outlet is no relay.",
       [options](std::string_view typed) { return read_text(typed, options->read.outlet.emplace()); }},
      {"--map", "FIELD=NAME,...",
       "What the fields of a document are called in JSON: text=content_original,date=day. Fields: text, id, url, title, "
       "outlet, authors, date, language; those that are not named have their usual names.",
       [options](std::string_view typed) { return read_map(typed, options->read.map); }},
      {"--url", "URL",
       "Of a web archive, or of its index (CDXJ), only the page of this URL: the latest, or the one nearest to --at. An "
       "index beside the archive (a.cdxj for a.warc.gz) is used.",
       [options](std::string_view typed) { return read_text(typed, options->read.url.emplace()); }},
      {"--at", "TIME", "With --url: when it was captured, as 2025-03-31, 2025-03-31T10:15:00Z or 20250331101500.",
       [options](std::string_view typed) { return read_time(typed, options->read.at); }},
      {"--jobs", "N", "Documents worked on at a time; as many as there are processors unless told.",
       [options](std::string_view typed) { return read_jobs(typed, options->jobs); }},
      {"--max-bytes", "N",
       "The most bytes of one document, unpacked, as 64M; a larger one is an error. 512M unless told.",
       [options](std::string_view typed) { return read_size(typed, options->read.max_bytes); }},
  };
  out.run = [options] { return extract(*options); };
  return out;
}

}  // namespace sayso::cli
