#include "check/lint/check.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

namespace sayso::lint {
namespace {

constexpr std::string_view kAll = "";

// By rule where it is silent: ascending, disjoint.
using Silent = std::map<std::string, std::vector<Span>, std::less<>>;

std::vector<Span> merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span& span : spans) {
    if (!out.empty() && span.begin <= out.back().end) out.back().end = std::max(out.back().end, span.end);
    else out.push_back(span);
  }
  return out;
}

Silent silent_of(const std::vector<Silence>& silences) {
  Silent out;
  for (const Silence& silence : silences) {
    for (const std::string& rule : silence.rules) out[rule].push_back(silence.span);
    if (silence.rules.empty()) out[std::string(kAll)].push_back(silence.span);
  }
  for (auto& [rule, spans] : out) spans = merged(std::move(spans));
  return out;
}

bool is_silent(const Silent& silent, std::string_view rule, std::uint32_t point) {
  const auto found = silent.find(rule);
  if (found == silent.end()) return false;
  const auto& spans = found->second;
  const auto behind = std::partition_point(spans.begin(), spans.end(), [&](const Span& span) { return span.begin <= point; });
  return behind != spans.begin() && point < std::prev(behind)->end;
}

}  // namespace

std::vector<Finding> check(const Draft& draft, const Settings& settings, const std::vector<Silence>& silences) {
  std::vector<Finding> out;
  Spots spots;
  for (const Rule* rule : rules()) {
    const Severity severity = settings.of(*rule);
    if (severity == Severity::off) continue;
    spots.clear();
    rule->run(draft, settings.style, spots);
    for (Spot& spot : spots)
      out.push_back({std::string(rule->id), std::min(severity, spot.most), spot.span, std::move(spot.message), std::move(spot.suggestion), std::move(spot.fixes)});
  }
  std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
  const Silent silent = silent_of(silences);
  std::erase_if(out, [&](const Finding& f) { return is_silent(silent, f.rule, f.span.begin) || is_silent(silent, kAll, f.span.begin); });
  return out;
}

}  // namespace sayso::lint
