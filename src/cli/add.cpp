// sayso add: inputs -> the record.
#include <unistd.h>

#include <cstdlib>
#include <memory>

#include "cli/adding.h"
#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/messages.h"
#include "cli/reading.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "trace/record_archive.h"

namespace sayso::cli {
namespace {

struct AddOptions {
  std::shared_ptr<Reading> reading = std::make_shared<Reading>();
  std::string record;
  std::optional<bool> json;
  bool again = false;
};

Pipeline<Incoming>::Work extract_what_is_new(const Engine& engine, KnownDocuments& known, bool again) {
  return [&engine, &known, again](Document&& document) {
    Incoming out;
    out.path = document.path;
    out.document = std::move(document);
    if (again || !known.contains(out.document)) out.extraction = engine.extract(out.document);
    return out;
  };
}

int add_all(const AddOptions& options, const Engine& engine, Record record, KnownDocuments& known) {
  const AddingOptions how{options.again, options.json.value_or(!is_terminal(STDOUT_FILENO)), columns_of(STDOUT_FILENO)};
  Progress progress(is_terminal(STDERR_FILENO), options.reading->inputs);
  Reader reader(options.reading->inputs, options.reading->read);
  notice_interrupts();
  Pipeline<Incoming> pipeline(reader, extract_what_is_new(engine, known, options.again), options.reading->jobs);
  const int status = Adding(pipeline, record, engine, progress, how).to_end();
  if (interrupted() == 0) return status;
  // Do not wait for a reader that may be waiting for a slow pipe.
  { const Record closed = std::move(record); }
  std::_Exit(status);
}

int add(const AddOptions& options) {
  if (const auto wrong = settle(*options.reading)) return fail(*wrong);
  const Result<Engine> engine = Engine::load(options.reading->model);
  if (!engine) return fail(engine.error());
  Result<Record> writer = Record::open(options.record, RecordAccess::write);
  if (!writer) return fail(writer.error());
  Result<Record> reader = Record::open(options.record, RecordAccess::read);
  if (!reader) return fail(reader.error());
  KnownDocuments known(std::move(*reader), engine->model());
  const int status = add_all(options, *engine, std::move(*writer), known);
  // Whoever looks a quotation up does not have to wait. What goes wrong here is made good, and said, there.
  (void)trace::update_index(options.record);
  return status;
}

const char* const kAbout =
    "Extracts who said what and keeps it for good in RECORD, an SQLite file that is made where it is not there yet, or a PostgreSQL database (postgresql://…).\n\n"
    "A document that is there already, with the same text and read by the same model, is passed over. One whose text has changed becomes "
    "a new version, and which of its quotations changed is said. Documents are added in batches: what is reported as added was "
    "written to the disk before, and a run that is interrupted or killed loses nothing that it reported. Run it again to "
    "go on.";

const char* const kExamples =
    "  sayso add said.db news/                        all documents of a folder\n"
    "  sayso add said.db archive.jsonl.zst --map text=body,date=day\n"
    "  curl -s https://example.org/story | sayso add said.db --outlet \"Hill Herald\"\n"
    "  sayso add said.db news/ --format json | jq -c 'select(.outcome == \"new_version\") | .changes'\n";

std::vector<Flag> flags_of(const std::shared_ptr<AddOptions>& options) {
  std::vector<Flag> flags = {
      {"--format", "FORMAT",
       "text (the changes of new versions and a summary; the default on a terminal) or json (one line a document: what became of "
       "it; the default elsewhere).",
       [options](std::string_view typed) { return read_json_or_text(typed, options->json); }},
      {"--again", "", "Extract also from documents that are known, and replace what was extracted before.",
       [options](std::string_view) { options->again = true; return std::string(); }},
  };
  for (Flag& flag : reading_flags(options->reading)) flags.push_back(std::move(flag));
  return flags;
}

}  // namespace

Command add_command() {
  const auto options = std::make_shared<AddOptions>();
  Command out;
  out.name = "add";
  out.summary = "Keep who said what in a record.";
  out.about = kAbout;
  out.examples = kExamples;
  out.positionals = {{"RECORD", "The record: an SQLite file, or the address of a PostgreSQL database, postgresql://…", 1, 1, [options](std::string_view typed) { return read_text(typed, options->record); }},
                     input_positional(options->reading)};
  out.flags = flags_of(options);
  out.run = [options] { return add(*options); };
  return out;
}

}  // namespace sayso::cli
