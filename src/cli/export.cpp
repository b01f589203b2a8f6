// sayso export: the record -> one of the formats.
#include <unistd.h>

#include <memory>

#include "cli/command.h"
#include "cli/delivery.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "sayso/sayso.h"

namespace sayso::cli {
namespace {

struct OutOptions {
  std::string record;
  std::optional<Format> format = Format::jsonl;
  std::string out_dir;
  bool old_versions = false;
};

Result<std::unique_ptr<Output>> open_output(const OutOptions& options) {
  if (!options.out_dir.empty()) return to_directory(options.out_dir, *options.format, {options.record});
  return to_standard_output(*options.format, true);
}

Finished formatted(const Document& document, const Extraction& extraction, const Kept& kept, const OutOptions& options) {
  Finished out;
  out.path = document.path;
  out.id = document.id;
  out.statements = extraction.statements.size();
  FormatOptions look;
  look.kept = &kept;
  append_document(out.body, *options.format, document, extraction, look);
  if (*options.format == Format::brat) out.text = document.text;
  return out;
}

int write_out(const OutOptions& options) {
  Result<Record> record = Record::open(options.record, RecordAccess::read);
  if (!record) return fail(record.error());
  const Result<std::unique_ptr<Output>> output = open_output(options);
  if (!output) return fail(output.error());
  Progress progress(is_terminal(STDERR_FILENO) && !(options.out_dir.empty() && is_terminal(STDOUT_FILENO)), {});
  Delivery delivery(**output, progress);
  const ExportOptions what{options.old_versions, *options.format == Format::claimreview};
  // One document is held at a time, and what it became is written before the next is read.
  const auto read = record->each_kept(what, [&](const Document& document, const Extraction& extraction, const Kept& kept) {
    delivery.put(formatted(document, extraction, kept, options));
    return !delivery.over();
  });
  if (!read) delivery.complain(read.error());
  return delivery.finish();
}

const char* const kAbout =
    "Writes all that RECORD holds, document by document in the order in which they were added, as it was when the export "
    "began.\n\n"
    "json and jsonl have everything, and `sayso add` takes them back: the statements in them are kept as they are, not looked for anew. The other "
    "formats are for other programs. What each of them has is said in docs/output.md.";

const char* const kExamples =
    "  sayso export said.db | zstd > said.jsonl.zst             a copy to keep\n"
    "  zstdcat said.jsonl.zst | sayso add postgresql://db/news  into another record\n"
    "  sayso export said.db --format csv > said.csv\n"
    "  sayso export said.db --format tei --out-dir tei\n";

}  // namespace

Command export_command() {
  const auto options = std::make_shared<OutOptions>();
  Command out;
  out.name = "export";
  out.summary = "Write out all that a record holds.";
  out.about = kAbout;
  out.examples = kExamples;
  out.positionals = {{"RECORD", "The record: an SQLite file, or postgresql://…", 1, 1,
                      [options](std::string_view typed) { return read_text(typed, options->record); }}};
  out.flags = {
      {"--format", "FORMAT",
       "jsonl (a line a statement; the default), json (a line a document), csv (a row a statement), brat (stand-off annotation), claimreview "
       "(schema.org, JSON-LD, a line a wording), webannotation (W3C Web Annotation, a line a statement), tei (TEI P5), text, html.",
       [options](std::string_view typed) { return read_format(typed, options->format); }},
      {"--out-dir", "DIR",
       "Write one file a document into DIR, named as `sayso extract` names them; for brat its text beside it.",
       [options](std::string_view typed) { return read_text(typed, options->out_dir); }},
      {"--all", "", "Also versions of documents that later ones have replaced.",
       [options](std::string_view) { return options->old_versions = true, std::string(); }},
  };
  out.run = [options] { return write_out(*options); };
  return out;
}

}  // namespace sayso::cli
