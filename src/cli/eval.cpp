#include "cli/eval.h"

#include <fmt/format.h>

#include <memory>

#include "cli/archive.h"
#include "cli/command.h"
#include "eval/score_variants.h"
#include "trace/compare.h"
#include "trace/pairs.h"
#include "cli/messages.h"
#include "cli/values.h"
#include "sayso/sayso.h"

namespace sayso::cli {
namespace {

eval::Extractor extractor_of(const Engine& engine) {
  return [&engine](std::string_view bytes, const std::string& path) {
    return read_bytes(bytes, path).map([&engine](const Document& document) { return engine.extract(document); });
  };
}

int print_report(const Result<eval::Report>& report, const EvalOptions& options) {
  if (!report) return fail(report.error());
  if (report->without_prediction > 0)
    say(fmt::format("note: {} articles have no prediction file", report->without_prediction));
  return print(options.json ? to_json(*report, options.what.misses) : to_text(*report));
}

// What `sayso compare --pairs` says of a line of gold; `documents` may be null.
Result<eval::JudgedPair> judge(std::string_view line, const std::string& where, trace::PairDocuments* documents) {
  return trace::read_pair(line, where).map([documents](trace::WordingPair pair) {
    if (documents) documents->read(pair);
    const trace::Comparison found = trace::compare(pair.a, pair.b);
    return eval::JudgedPair{pair.id, {found.same_utterance, std::string(name_of(found.relation)), found.sense_changed}, "", ""};
  });
}

int run_variants(const EvalOptions& options) {
  OpenedPairs given;
  if (!options.documents.empty()) given = open_pair_documents(options.documents, options.model.empty() ? "fast" : options.model);
  if (given.failed || (!options.documents.empty() && !given.documents)) return kFailed;
  const eval::Judge in_documents = [&given](std::string_view line, const std::string& where) { return judge(line, where, given.documents.get()); };
  const auto report = eval::evaluate_variants(options.what.gold, options.what.pred, in_documents, options.what.misses);
  if (!report) return fail(report.error());
  return print(options.json ? eval::to_json(*report, options.what.misses) : eval::to_text(*report));
}

std::string read_report_format(std::string_view typed, bool& json) {
  if (typed != "text" && typed != "json") return fmt::format("no format '{}'; there are: text, json", typed);
  json = typed == "json";
  return "";
}

const char* const kAbout =
    "Measures how well statements are found: scores predictions against gold, as the field does.\n\n"
    "GOLD is a folder of NAME.txt with NAME.ann (brat: sources, cues, contents and what links them) or with "
    "NAME.gold.json (stories: resolved speakers, relays, addressees, nesting and more). The texts are given to a model, or "
    "--pred names a folder of ready predictions.\n\n"
    "GOLD may also be a file NAME.jsonl of pairs of quotations with what they are to each other, as `sayso compare --pairs` "
    "reads and judges them, also with --documents; then --pred is a file of such judgements.";

const char* const kExamples =
    "  sayso eval gold/ --by-kind                 the default model, kind by kind\n"
    "  sayso eval gold/ --misses | less           what is wrong, one line each\n"
    "  sayso eval gold/ --pred ann                predictions of another program\n";

std::vector<Flag> flags_of(const std::shared_ptr<EvalOptions>& options) {
  return {
      {"--model", "MODEL", "accurate (the default where its weights are present), fast, best, or the path of a model file.",
       [options](std::string_view typed) { return read_text(typed, options->model); }},
      {"--pred", "DIR", "Score the predictions in DIR, NAME.ann or NAME.json, and ask no model.",
       [options](std::string_view typed) { return read_text(typed, options->what.pred.emplace()); }},
      {"--documents", "FILE", "Of pairs: what they were taken from, read by the fast model unless --model names another.",
       [options](std::string_view typed) { return options->documents.emplace_back(typed), std::string(); }, true},
      {"--format", "FORMAT", "text (the default) or json.",
       [options](std::string_view typed) { return read_report_format(typed, options->json); }},
      {"--by-kind", "", "Also direct, mixed and indirect statements by themselves; brat only.",
       [options](std::string_view) { options->what.by_kind = true; return std::string(); }},
      {"--misses", "", "Also every statement that was missed, is wrong or is one too many.",
       [options](std::string_view) { options->what.misses = true; return std::string(); }},
  };
}

}  // namespace

int run_eval(const EvalOptions& options) {
  if (options.what.gold.ends_with(".jsonl")) return run_variants(options);
  if (options.what.pred) return print_report(evaluate(options.what, {}), options);
  const Result<Engine> engine = Engine::load(options.model);
  if (!engine) return fail(engine.error());
  return print_report(evaluate(options.what, extractor_of(*engine)), options);
}

Command eval_command() {
  const auto options = std::make_shared<EvalOptions>();
  Command out;
  out.name = "eval";
  out.summary = "How well statements are found, measured on gold.";
  out.about = kAbout;
  out.examples = kExamples;
  out.positionals = {{"GOLD", "A folder of texts and what is to be found in them.", 1, 1, [options](std::string_view typed) {
                        return read_text(typed, options->what.gold);
                      }}};
  out.flags = flags_of(options);
  out.run = [options] { return run_eval(*options); };
  return out;
}

}  // namespace sayso::cli
