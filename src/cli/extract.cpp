// sayso extract: inputs -> statements in one of the formats.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>

#include "cli/command.h"
#include "cli/delivery.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/reading.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "sayso/sayso.h"

namespace sayso::cli {
namespace {

struct ExtractOptions {
  std::shared_ptr<Reading> reading = std::make_shared<Reading>();
  std::optional<Format> format;
  std::string out_dir;
  bool explain = false;
};

Format format_of(const ExtractOptions& options) {
  if (options.format) return *options.format;
  return options.out_dir.empty() && is_terminal(STDOUT_FILENO) ? Format::text : Format::json;
}

Result<std::unique_ptr<Output>> open_output(const ExtractOptions& options) {
  if (!options.out_dir.empty()) return to_directory(options.out_dir, format_of(options), options.reading->inputs);
  std::error_code ignored;
  const bool many = options.reading->inputs.size() > 1 || std::filesystem::is_directory(options.reading->inputs.front(), ignored);
  return to_standard_output(format_of(options), many);
}

Pipeline<Finished>::Work extract_and_format(const Engine& engine, const ExtractOptions& options) {
  const Format format = format_of(options);
  const bool to_terminal = options.out_dir.empty();
  const FormatOptions look{to_terminal && wants_color(STDOUT_FILENO), to_terminal ? columns_of(STDOUT_FILENO) : 80,
                           options.explain};
  return [&engine, format, look](Document&& document) {
    const Extraction found = engine.extract(document);
    Finished out;
    out.path = document.path;
    out.id = document.id;
    out.statements = found.statements.size();
    append_document(out.body, format, document, found, look);
    return out;
  };
}

// What is finished goes out before there is anything to wait for.
Took next(Pipeline<Finished>& pipeline, Delivery& delivery, Finished& result) {
  const Took at_once = pipeline.take(result, std::chrono::milliseconds(0));
  if (at_once != Took::nothing_yet) return at_once;
  delivery.flush();
  return delivery.over() ? Took::end : pipeline.take(result, std::chrono::milliseconds(100));
}

// Takes results in order until there are no more; the exit status.
int deliver_all(Pipeline<Finished>& pipeline, Output& output, Progress& progress) {
  Delivery delivery(output, progress);
  Finished result;
  for (Took took; !delivery.over() && (took = next(pipeline, delivery, result)) != Took::end;)
    if (took == Took::item) delivery.put(result);
  return delivery.finish();
}

int extract(const ExtractOptions& options) {
  if (const auto wrong = settle(*options.reading)) return fail(*wrong);
  const Result<Engine> engine = Engine::load(options.reading->model);
  if (!engine) return fail(engine.error());
  const Result<std::unique_ptr<Output>> output = open_output(options);
  if (!output) return fail(output.error());

  // Where the results go to a terminal too, they are progress enough.
  Progress progress(is_terminal(STDERR_FILENO) && !(options.out_dir.empty() && is_terminal(STDOUT_FILENO)),
                    options.reading->inputs);
  Reader reader(options.reading->inputs, options.reading->read);
  Pipeline<Finished> pipeline(reader, extract_and_format(*engine, options), options.reading->jobs);
  const int status = deliver_all(pipeline, **output, progress);
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
  out.positionals = {input_positional(options->reading)};
  out.flags = {
      {"--format", "FORMAT",
       "text (for people; the default on a terminal), json (one object a document, one line each; the default "
       "elsewhere), jsonl (one line a statement), csv (one row a statement), brat (stand-off annotation), html (the "
       "documents with their statements marked); for other programs claimreview, webannotation, tei.",
       [options](std::string_view typed) { return read_format(typed, options->format); }},
      {"--out-dir", "DIR",
       "Write one file a document into DIR, named after its input without its endings (a.html.gz becomes a.json), for "
       "JSON Lines after the document's id.",
       [options](std::string_view typed) { return read_text(typed, options->out_dir); }},
      {"--provenance", "",
       "json and jsonl: also where each statement stands in the page or text that was read: bytes, selectors of the W3C's Web "
       "Annotations, and the text fragment that leads to it.",
       [options](std::string_view) { return options->reading->read.provenance = true, std::string(); }},
      {"--explain", "",
       "Also why each speaker was told so: the candidates, what was seen of them and what that counts, and which names "
       "were taken for one. text, json, jsonl.",
       [options](std::string_view) { options->explain = true; return std::string(); }},
  };
  for (Flag& flag : reading_flags(options->reading)) out.flags.push_back(std::move(flag));
  out.run = [options] { return extract(*options); };
  return out;
}

}  // namespace sayso::cli
