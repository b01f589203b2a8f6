#include "read/source_map.h"

#include <algorithm>

#include "read/transcode.h"

namespace sayso {

SourceMap::SourceMap(std::string_view bytes, const Decoded& decoded)
    : mark_(decoded.mark), same_(decoded.encoding == "UTF-8" && decoded.replaced == 0), text_(same_ ? std::string_view() : decoded.text) {
  if (same_) return;
  std::uint32_t text = 0;
  each_decoded(bytes.substr(mark_), decoded.encoding, [&](std::size_t begin, std::size_t end) {
    add_source(runs_, text++, {mark_ + static_cast<std::uint32_t>(begin), mark_ + static_cast<std::uint32_t>(end)});
  });
}

SourceMap::Place SourceMap::place(std::uint32_t begin, std::uint32_t end) const {
  if (same_) return {mark_ + begin, mark_ + end};
  const auto one = [&](std::uint32_t byte) -> Place {
    const std::uint32_t at = text_.index_of(byte);
    const auto next = std::upper_bound(runs_.begin(), runs_.end(), at, [](std::uint32_t a, const SourceRun& run) { return a < run.text; });
    if (next == runs_.begin()) return {};
    const SourceRun& run = *std::prev(next);
    const std::uint32_t from = run.byte + std::min(at - run.text, run.count - 1) * run.width;
    return {from, from + run.width};
  };
  return {one(begin).begin, one(end - 1).end};
}

void add_source(std::vector<SourceRun>& runs, std::uint32_t text, SourceMap::Place place) {
  const std::uint32_t width = place.end - place.begin;
  if (!runs.empty()) {
    SourceRun& last = runs.back();
    const bool goes_on = last.text + last.count == text && last.width == width && last.byte + last.count * last.width == place.begin;
    if (goes_on) return static_cast<void>(++last.count);
  }
  runs.push_back({text, 1, place.begin, width});
}

std::vector<SourceRun> origin_of_text(const SourceMap& map, std::string_view text) {
  std::vector<SourceRun> runs;
  std::uint32_t index = 0;
  for (std::size_t at = 0; at < text.size(); ++index) {
    const auto begin = static_cast<std::uint32_t>(at);
    decode(text, at);
    add_source(runs, index, map.place(begin, static_cast<std::uint32_t>(at)));
  }
  return runs;
}

}  // namespace sayso
