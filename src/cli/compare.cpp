#include "cli/compare.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <iterator>
#include <memory>

#include "cli/archive.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "formats/valid_utf8.h"
#include "read/bytes.h"
#include "read/json_chunks.h"
#include "trace/compare.h"
#include "trace/comparison_json.h"
#include "trace/pairs.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kMaxPairBytes = std::size_t{64} << 20;
constexpr std::size_t kBufferBytes = std::size_t{64} << 10;

trace::TextOptions text_options() { return {wants_color(STDOUT_FILENO), columns_of(STDOUT_FILENO)}; }

int compare_two(const CompareOptions& options) {
  trace::Wording a, b;
  a.text = formats::valid_utf8(options.wordings[0]);
  b.text = formats::valid_utf8(options.wordings[1]);
  const trace::Comparison found = trace::compare(a, b);
  std::string out;
  if (options.json.value_or(!is_terminal(STDOUT_FILENO))) trace::append_json(out, "", found);
  else trace::append_text(out, a, b, found, text_options());
  return print(out);
}

void append_pair(std::string& out, const trace::WordingPair& pair, bool json) {
  const trace::Comparison found = trace::compare(pair.a, pair.b);
  if (json) return trace::append_json(out, pair.id, found);
  fmt::format_to(std::back_inserter(out), "{}\n", pair.id);
  trace::append_text(out, pair.a, pair.b, found, text_options());
  out += '\n';
}

// Writes what is there; the system's error number, 0 for none.
int flush(std::string& out) {
  const int number = write_all(STDOUT_FILENO, out);
  out.clear();
  return number;
}

int finish(int number, bool failed) {
  if (number != 0 && number != EPIPE) say(write_error("standard output", number));
  return failed || (number != 0 && number != EPIPE) ? kFailed : kDone;
}

Result<trace::WordingPair> read_chunk(const JsonChunk& chunk, const std::string& path) {
  const std::string where = fmt::format("{}:{}", path, chunk.line);
  if (chunk.too_large) return tl::unexpected(Error{ErrorCode::too_large, where, "longer than 64 MiB"});
  return trace::read_pair(chunk.text, where);
}

int compare_pairs(const CompareOptions& options) {
  OpenedPairs given;
  if (!options.documents.empty()) given = open_pair_documents(options.documents, options.model);
  if (!options.documents.empty() && !given.documents) return kFailed;
  Result<std::unique_ptr<ByteSource>> source = open_bytes(options.pairs);
  if (!source) {
    say(Error{source.error().code, options.pairs, source.error().message});
    return kFailed;
  }
  JsonChunks chunks(std::make_unique<PeekableBytes>(std::move(*source)), kMaxPairBytes);
  const bool json = options.json.value_or(!is_terminal(STDOUT_FILENO));
  std::string out;
  bool failed = given.failed;
  while (true) {
    const Result<std::optional<JsonChunk>> chunk = chunks.next();
    if (!chunk) say(Error{chunk.error().code, options.pairs, chunk.error().message});
    if (!chunk || !*chunk) return finish(flush(out), failed || !chunk);
    Result<trace::WordingPair> pair = read_chunk(**chunk, options.pairs);
    if (pair && given.documents) given.documents->read(*pair);
    if (!pair) say(pair.error());
    else append_pair(out, *pair, json);
    failed = failed || !pair;
    if (out.size() < kBufferBytes) continue;
    if (const int number = flush(out); number != 0) return finish(number, failed);
  }
}

const char* const kAbout =
    "Says whether two wordings are one utterance, how they are related, and what changed from A to B.\n\n"
    "A and B are the words between the quotation marks. --pairs reads JSON lines, {\"id\", \"a\": {\"text\", \"before\", "
    "\"after\", \"outlet\", \"date\", \"speaker\"}, \"b\": {...}}, of which the texts alone must be there, and prints a line for each. "
    "With --documents they are read in the texts that they were taken from, where a and b have \"doc\", a document's id, \"begin\" and \"end\".";

const char* const kExamples =
    "  sayso compare \"We will not sell.\" \"We will sell.\"\n"
    "  sayso compare --pairs pairs.jsonl --format json | jq 'select(.sense_changed)'\n"
    "  sayso compare --pairs pairs.jsonl --documents news.jsonl.zst\n";

std::vector<Flag> flags_of(const std::shared_ptr<CompareOptions>& options) {
  return {
      {"--pairs", "FILE", "Compare the pairs of FILE, one JSON object a line; - for standard input.",
       [options](std::string_view typed) { return read_text(typed, options->pairs); }},
      {"--documents", "FILE", "With --pairs: what the quotations were taken from, of any kind that extract reads; held in memory.",
       [options](std::string_view typed) { return options->documents.emplace_back(typed), std::string(); }, true},
      {"--model", "MODEL", "With --documents: the model that finds who speaks; fast unless told, others as for extract.",
       [options](std::string_view typed) { return read_text(typed, options->model); }},
      {"--format", "FORMAT", "text (the default on a terminal) or json (the default in a pipe).",
       [options](std::string_view typed) { return read_json_or_text(typed, options->json); }},
  };
}

}  // namespace

int run_compare(const CompareOptions& options) {
  if (options.pairs.empty() && options.documents.empty() && options.wordings.size() == 2) return compare_two(options);
  if (!options.pairs.empty() && options.wordings.empty()) return compare_pairs(options);
  say("give two wordings, or --pairs FILE, with --documents or without");
  say("try: sayso compare --help");
  return kFailed;
}

Command compare_command() {
  const auto options = std::make_shared<CompareOptions>();
  Command out;
  out.name = "compare";
  out.summary = "Two wordings: the same utterance? What changed?";
  out.about = kAbout;
  out.examples = kExamples;
  out.positionals = {{"WORDING", "A, and B: the words as two printed them.", 0, 2, [options](std::string_view typed) {
                        return options->wordings.emplace_back(typed), std::string();
                      }}};
  out.flags = flags_of(options);
  out.run = [options] { return run_compare(*options); };
  return out;
}

}  // namespace sayso::cli
