// CPU seconds of each stage from file to JSON, for bench.py: one JSON object on standard output.
//   sayso_stages MODEL INPUT
// The stages are those of src/extract/engine.cpp, each run over all documents before the next one starts. Exit status 1 where
// they do not give what the engine gives: then the engine has changed, and this file must follow.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "extract/analyse.h"
#include "extract/order.h"
#include "extract/nested.h"
#include "extract/refine.h"
#include "extract/statements.h"
#include "extract/tagger.h"
#include "extract/who.h"
#include "extract/windows.h"
#include "model/features.h"
#include "model/networks.h"
#include "sayso/sayso.h"

namespace sayso {
namespace {

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

template <class Work>
double seconds_of(Work&& work) {
  const double begin = cpu_seconds();
  work();
  return cpu_seconds() - begin;
}

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

std::vector<Document> read_all(const std::string& input) {
  std::vector<Document> out;
  Reader reader({input});
  while (auto document = reader.next())
    if (*document) out.push_back(std::move(**document));
  return out;
}

std::vector<WordFeatures> features_of(const Analysis& analysis) {
  std::vector<std::uint32_t> begins;
  for (const TokenRange& p : analysis.paragraphs) begins.push_back(p.begin);
  return word_features(analysis.text, analysis.tokens, begins, analysis.quotations);
}

void encode_all(const FastNetwork& network, const Analysis& analysis, std::span<const WordFeatures> features,
                FastWorkspace& workspace) {
  for (const TokenRange& window : windows_of(analysis.paragraphs, {}, kWindowWords))
    network.encode(features.subspan(window.begin, window.size()), workspace);
}

using Timings = std::vector<std::pair<std::string, double>>;

// One batch of documents, from stage to stage.
class Stages {
 public:
  Stages(const Networks& networks, const std::string& input) : networks_(networks) {
    time("read", [&] { docs_ = read_all(input); });
    features_.resize(docs_.size());
    attributions_.resize(docs_.size());
    found_.resize(docs_.size());
    analyses_.reserve(docs_.size());
  }

  void run() {
    time("words, quotation marks", [&] {
      for (const Document& d : docs_) analyses_.push_back(analyse(d));
    });
    run_network();
    forms_.reserve(docs_.size());
    time("forms of words", [&] { each([&](std::size_t i) { forms_.emplace_back(analyses_[i]); }); });
    time("rules", [&] { each([&](std::size_t i) { refine_attributions(analyses_[i], forms_[i], attributions_[i]); }); });
    NetworkWorkspace workspace;
    time("network: statements in statements", [&] {
      each([&](std::size_t i) { add_nested(networks_, analyses_[i], forms_[i], workspace, attributions_[i]); });
    });
    time("statements", [&] { each([&](std::size_t i) { state(i); }); });
    time("who, to whom, through whom", [&] {
      each([&](std::size_t i) { resolve_sources(analyses_[i], forms_[i], docs_[i], attributions_[i], found_[i]); });
    });
    time("formatting", [&] {
      each([&](std::size_t i) { append_document(json_, Format::json, docs_[i], found_[i]); });
    });
  }

  const Timings& timings() const { return timings_; }
  const std::string& json() const { return json_; }
  const std::vector<Document>& documents() const { return docs_; }

 private:
  template <class Work>
  void each(Work&& work) {
    for (std::size_t i = 0; i < docs_.size(); ++i) work(i);
  }

  template <class Work>
  void time(std::string stage, Work&& work) {
    timings_.emplace_back(std::move(stage), seconds_of(std::forward<Work>(work)));
  }

  // Tagging does all three once more; what is left of it is the network's second stage.
  void run_network() {
    NetworkWorkspace workspace;
    time("features", [&] { each([&](std::size_t i) { features_[i] = features_of(analyses_[i]); }); });
    time("fast network: cues, names", [&] {
      each([&](std::size_t i) { encode_all(networks_.fast, analyses_[i], features_[i], workspace.fast); });
    });
    time("network: who, what", [&] {
      each([&](std::size_t i) { attributions_[i] = tag_attributions(networks_, analyses_[i], workspace); });
    });
    const std::size_t last = timings_.size() - 1;
    const double before = timings_[last - 2].second + timings_[last - 1].second;
    timings_[last].second = std::max(0.0, timings_[last].second - before);
  }

  void state(std::size_t i) {
    found_[i].statements = build_statements(analyses_[i], attributions_[i]);
    found_[i].warnings = merge_warnings(docs_[i].warnings, analyses_[i].quotations.warnings);
  }

  const Networks& networks_;
  Timings timings_;
  std::vector<Document> docs_;
  std::vector<Analysis> analyses_;
  std::vector<WordForms> forms_;
  std::vector<std::vector<WordFeatures>> features_;
  std::vector<std::vector<Attribution>> attributions_;
  std::vector<Extraction> found_;
  std::string json_;
};

bool agrees_with_engine(const Stages& stages, const std::string& model) {
  const auto engine = Engine::load(model);
  std::string json;
  for (const Document& d : stages.documents()) append_document(json, Format::json, d, engine->extract(d));
  return json == stages.json();
}

void print(const Stages& stages) {
  std::size_t words = 0;
  for (const Document& d : stages.documents()) words += words_in(d.text);
  fmt::print("{{\"kernels\": \"{}\", \"documents\": {}, \"words\": {}, \"stages\": [", kernels().name,
             stages.documents().size(), words);
  std::string comma;
  for (const auto& [stage, seconds] : stages.timings()) {
    fmt::print("{}[\"{}\", {:.6f}]", comma, stage, seconds);
    comma = ", ";
  }
  fmt::print("]}}\n");
}

int run(const std::string& model, const std::string& input) {
  const auto networks = Networks::load(model);
  if (!networks) {
    fmt::print(stderr, "stages: {}: {}\n", networks.error().where, networks.error().message);
    return 2;
  }
  Stages stages(*networks, input);
  stages.run();
  print(stages);
  if (agrees_with_engine(stages, model)) return 0;
  fmt::print(stderr, "stages: the engine's results differ: bench/stages.cpp must follow src/extract/engine.cpp\n");
  return 1;
}

}  // namespace
}  // namespace sayso

int main(int argc, char** argv) {
  if (argc == 3) return sayso::run(argv[1], argv[2]);
  fmt::print(stderr, "usage: sayso_stages MODEL INPUT\n");
  return 2;
}
