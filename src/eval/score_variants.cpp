#include "eval/score_variants.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "eval/count.h"
#include "eval/story_json.h"

namespace sayso::eval {
namespace {

constexpr std::array<std::string_view, 10> kRelations = {"identical",  "formatting", "trimmed", "elided_marked", "elided_unmarked",
                                                         "bracketed", "altered",    "spliced", "overlap",       "different_utterance"};

// Both sides of one question, pair by pair.
class Counter {
 public:
  void add(bool gold, bool predicted) {
    gold_ += gold;
    predicted_ += predicted;
    hits_ += gold && predicted;
  }
  Share share() const {
    const double p = predicted_ > 0 ? static_cast<double>(hits_) / static_cast<double>(predicted_) : 0;
    const double r = gold_ > 0 ? static_cast<double>(hits_) / static_cast<double>(gold_) : 0;
    const double f = p + r > 0 ? 2 * p * r / (p + r) : 0;
    return {one_decimal(100 * p), one_decimal(100 * r), one_decimal(100 * f), gold_, predicted_};
  }

 private:
  std::int64_t gold_ = 0, predicted_ = 0, hits_ = 0;
};

bool flag(json::Element root, std::string_view key) {
  const auto found = json::field(root, key);
  bool out = false;
  return found && found->get_bool().get(out) == simdjson::SUCCESS && out;
}

Result<JudgedPair> read_judged(std::string_view line, const std::string& where) {
  simdjson::dom::parser parser;
  json::Element root;
  if (const auto error = parser.parse(line.data(), line.size()).get(root))
    return tl::unexpected(Error{ErrorCode::malformed, where, simdjson::error_message(error)});
  if (!json::field(root, "id")) return tl::unexpected(Error{ErrorCode::malformed, where, "no \"id\""});
  JudgedPair out;
  out.id = json::id_of(json::field(root, "id"));
  out.judgement.same_utterance = flag(root, "same_utterance");
  out.judgement.sense_changed = flag(root, "sense_changed");
  if (const auto relation = json::filled(root, "relation")) out.judgement.relation = json::text_of(relation);
  out.text_a = json::text_of(json::field(json::field(root, "a"), "text"));
  out.text_b = json::text_of(json::field(json::field(root, "b"), "text"));
  return out;
}

template <class Visit>
Result<void> for_each_line(std::string_view bytes, const std::string& path, Visit visit) {
  std::size_t number = 0;
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (const Result<void> done = visit(line, fmt::format("{}:{}", path, number)); !done) return done;
  }
  return {};
}

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return tl::unexpected(Error{ErrorCode::not_found, path, "cannot be opened"});
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

void add_miss(const JudgedPair& gold, const Judgement& got, VariantReport& report) {
  const bool same = gold.judgement.same_utterance != got.same_utterance, sense = gold.judgement.sense_changed != got.sense_changed;
  if (!same && !sense) return;
  report.misses.push_back(fmt::format("{}{}{}: gold {}, predicted {}\n  a {}\n  b {}", gold.id, same ? " same_utterance" : "",
                                      sense ? " sense_changed" : "", gold.judgement.relation, got.relation, gold.text_a, gold.text_b));
}

}  // namespace

Result<std::vector<JudgedPair>> read_judged_pairs(std::string_view json_lines, const std::string& path) {
  std::vector<JudgedPair> out;
  const Result<void> read = for_each_line(json_lines, path, [&](std::string_view line, const std::string& where) -> Result<void> {
    Result<JudgedPair> pair = read_judged(line, where);
    if (!pair) return tl::unexpected(pair.error());
    out.push_back(std::move(*pair));
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  return out;
}

Result<VariantReport> score_variants(const std::vector<JudgedPair>& gold, const std::vector<JudgedPair>& predictions, bool misses) {
  std::map<std::string_view, const JudgedPair*> by_id;
  for (const JudgedPair& p : predictions)
    if (!by_id.try_emplace(p.id, &p).second) return tl::unexpected(Error{ErrorCode::malformed, p.id, "predicted twice"});
  VariantReport out;
  Counter same, sense;
  std::map<std::string_view, Counter> relations;
  std::int64_t right = 0, right_same = 0, all_same = 0;
  std::size_t used = 0;
  for (const JudgedPair& g : gold) {
    const auto found = by_id.find(g.id);
    const Judgement got = found == by_id.end() ? Judgement{} : found->second->judgement;
    used += found != by_id.end();
    out.without_prediction += found == by_id.end();
    same.add(g.judgement.same_utterance, got.same_utterance);
    sense.add(g.judgement.sense_changed, got.sense_changed);
    const bool agree = g.judgement.relation == got.relation;
    right += agree;
    right_same += agree && g.judgement.same_utterance;
    all_same += g.judgement.same_utterance;
    for (const std::string_view r : kRelations) relations[r].add(g.judgement.relation == r, got.relation == r);
    ++out.confusion[{g.judgement.relation, got.relation}];
    if (misses) add_miss(g, got, out);
  }
  if (used < by_id.size()) return tl::unexpected(Error{ErrorCode::malformed, "", "a prediction's id is not in the gold"});
  out.pairs = static_cast<std::int64_t>(gold.size());
  out.same_utterance = same.share(), out.sense_changed = sense.share();
  const auto share_of = [](std::int64_t part, std::int64_t whole) { return one_decimal(100 * (static_cast<double>(part) / static_cast<double>(whole))); };
  out.accuracy = out.pairs > 0 ? share_of(right, out.pairs) : 0;
  out.accuracy_same = share_of(right_same, std::max<std::int64_t>(1, all_same));
  double sum = 0;
  for (const std::string_view r : kRelations) {
    const Share share = relations[r].share();
    if (share.gold == 0) continue;
    out.each.emplace_back(r, share);
    sum += share.f1;
  }
  out.mean_f1 = out.each.empty() ? 0 : one_decimal(sum / static_cast<double>(out.each.size()));
  return out;
}

Result<VariantReport> evaluate_variants(const std::string& gold, const std::optional<std::string>& pred, const Judge& judge, bool misses) {
  const Result<std::string> bytes = read_file(gold);
  if (!bytes) return tl::unexpected(bytes.error());
  const Result<std::vector<JudgedPair>> wanted = read_judged_pairs(*bytes, gold);
  if (!wanted) return tl::unexpected(wanted.error());
  if (pred) {
    const Result<std::string> lines = read_file(*pred);
    if (!lines) return tl::unexpected(lines.error());
    const Result<std::vector<JudgedPair>> got = read_judged_pairs(*lines, *pred);
    if (!got) return tl::unexpected(got.error());
    return score_variants(*wanted, *got, misses);
  }
  std::vector<JudgedPair> got;
  const Result<void> judged = for_each_line(*bytes, gold, [&](std::string_view line, const std::string& where) -> Result<void> {
    Result<JudgedPair> pair = judge(line, where);
    if (!pair) return tl::unexpected(pair.error());
    got.push_back(std::move(*pair));
    return {};
  });
  if (!judged) return tl::unexpected(judged.error());
  return score_variants(*wanted, got, misses);
}

}  // namespace sayso::eval
