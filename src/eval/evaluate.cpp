#include "eval/evaluate.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "eval/brat.h"
#include "eval/from_extraction.h"
#include "eval/score_attributions.h"
#include "eval/score_stories.h"

namespace sayso::eval {
namespace {

namespace fs = std::filesystem;

Result<std::string> read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return tl::unexpected(Error{ErrorCode::not_found, path.string(), "cannot be opened"});
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) return tl::unexpected(Error{ErrorCode::unreadable, path.string(), "cannot be read"});
  return bytes;
}

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

// The names of a folder's files without `ending`, by their full names; hidden ones are left out.
Result<std::vector<std::string>> names_in(const fs::path& folder, std::string_view ending) {
  std::error_code error;
  std::vector<std::string> out;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.ends_with(ending) && !name.starts_with('.')) out.push_back(name);
  }
  if (error) return tl::unexpected(Error{ErrorCode::not_found, folder.string(), error.message()});
  std::sort(out.begin(), out.end());
  for (std::string& name : out) name.resize(name.size() - ending.size());
  return out;
}

// A text of the gold, as bytes for the extractor and as code points for the scorer.
struct GoldText {
  fs::path path;
  std::string bytes;
  std::u32string points;
};

Result<GoldText> read_text(const fs::path& path) {
  Result<std::string> bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  std::optional<std::u32string> points = decode_text(*bytes);
  if (!points) return tl::unexpected(Error{ErrorCode::malformed, path.string(), "is no UTF-8"});
  return GoldText{path, std::move(*bytes), std::move(*points)};
}

Result<std::vector<RolePieces>> read_ann(const fs::path& path, const GoldText& text) {
  if (!is_file(path)) return std::vector<RolePieces>();
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  return read_brat(*bytes, text.points, path.string());
}

Result<std::vector<RolePieces>> predict(const EvaluateOptions& options, const Extractor& extract, const GoldText& text,
                                        const std::string& name) {
  if (options.pred) return read_ann(fs::path(*options.pred) / (name + ".ann"), text);
  const Result<Extraction> found = extract(text.bytes, text.path.string());
  if (!found) return tl::unexpected(found.error());
  return attributions_of(*found, text.points);
}

Result<Report> evaluate_attributions(const EvaluateOptions& options, const Extractor& extract,
                                     const std::vector<std::string>& names) {
  AttributionScorer scorer({options.by_kind, options.misses});
  std::size_t without_prediction = 0;
  const fs::path folder = options.gold;
  for (const std::string& name : names) {
    const Result<GoldText> text = read_text(folder / (name + ".txt"));
    if (!text) return tl::unexpected(text.error());
    const Result<std::vector<RolePieces>> gold = read_ann(folder / (name + ".ann"), *text);
    if (!gold) return tl::unexpected(gold.error());
    const Result<std::vector<RolePieces>> pred = predict(options, extract, *text, name);
    if (!pred) return tl::unexpected(pred.error());
    without_prediction += options.pred && !is_file(fs::path(*options.pred) / (name + ".ann"));
    scorer.add(name, text->points, *gold, *pred);
  }
  Report report = scorer.report();
  report.without_prediction = without_prediction;
  return report;
}

// Nothing for a story whose prediction is not there or cannot be read: it is lost, and the rest is scored.
Result<std::optional<PredictedStory>> predict_story(const EvaluateOptions& options, const Extractor& extract,
                                                    const GoldText& text, const std::string& name) {
  if (options.pred) {
    const std::string path = (fs::path(*options.pred) / (name + ".json")).string();
    const Result<PredictedStory> read =
        read_file(path).and_then([&path](const std::string& json) { return read_predicted_story(json, path); });
    return read ? std::optional(*read) : std::nullopt;
  }
  const Result<Extraction> found = extract(text.bytes, text.path.string());
  if (!found) return tl::unexpected(found.error());
  return story_of(*found);
}

Result<Report> evaluate_stories(const EvaluateOptions& options, const Extractor& extract,
                                const std::vector<std::string>& names) {
  StoryScorer scorer(options.misses);
  const fs::path folder = options.gold;
  for (const std::string& name : names) {
    const Result<GoldText> text = read_text(folder / (name + ".txt"));
    if (!text) return tl::unexpected(text.error());
    const std::string path = (folder / (name + ".gold.json")).string();
    const Result<GoldStory> gold =
        read_file(path).and_then([&path](const std::string& json) { return read_gold_story(json, path); });
    if (!gold) return tl::unexpected(gold.error());
    const Result<std::optional<PredictedStory>> pred = predict_story(options, extract, *text, name);
    if (!pred) return tl::unexpected(pred.error());
    if (const Result<void> added = scorer.add(name, text->points, *gold, *pred); !added)
      return tl::unexpected(added.error());
  }
  return scorer.report();
}

}  // namespace

Result<Report> evaluate(const EvaluateOptions& options, const Extractor& extract) {
  std::error_code ignored;
  if (options.pred && !fs::is_directory(*options.pred, ignored))
    return tl::unexpected(Error{ErrorCode::not_found, *options.pred, "no such folder"});
  const Result<std::vector<std::string>> stories = names_in(options.gold, ".gold.json");
  if (!stories) return tl::unexpected(stories.error());
  if (!stories->empty()) return evaluate_stories(options, extract, *stories);
  const Result<std::vector<std::string>> annotated = names_in(options.gold, ".ann");
  const Result<std::vector<std::string>> articles = names_in(options.gold, ".txt");
  if (!annotated || !articles || annotated->empty() || articles->empty())
    return tl::unexpected(Error{ErrorCode::not_found, options.gold, "no gold: neither NAME.gold.json nor NAME.ann with NAME.txt"});
  return evaluate_attributions(options, extract, *articles);
}

}  // namespace sayso::eval
