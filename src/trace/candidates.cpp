#include "trace/candidates.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "text/ascii.h"
#include "trace/index/scan.h"
#include "trace/likely.h"

namespace sayso::trace {
namespace {

constexpr std::uint32_t kLeast = 3;  // words in agreement, of a quotation that has as many

// Hits in few words of a long quotation are phrases that everybody uses.
void drop_weak(std::vector<Hit>& hits, std::size_t words) {
  const auto least = static_cast<std::uint32_t>(
      std::min<std::size_t>(words, std::max<std::size_t>(kLeast, std::min<std::size_t>(words / 4, 12))));
  std::erase_if(hits, [least](const Hit& hit) { return hit.agreed < least; });
}

// The look-up may miss short ones with a word changed.
bool may_miss(const std::vector<Hit>& hits, std::size_t words) {
  constexpr std::size_t kShort = 16;
  return words < kShort ||
         std::none_of(hits.begin(), hits.end(), [words](const Hit& hit) { return hit.agreed * 10 >= words * 9; });
}

// The scan knows where a place ends; words before it may be of another statement.
Hit tightened(Hit hit, const Index& index, std::span<const Print> quotation) {
  const std::span<const Print> all = index.prints_of(hit.document);
  if (hit.at.end > all.size()) return hit;
  const WordRange range = agreeing_range(quotation, all.subspan(hit.at.begin, hit.at.size()));
  hit.at = {hit.at.begin + range.begin, hit.at.begin + range.end};
  return hit;
}

std::vector<Hit> hits_of(const Index& index, std::span<const Print> quotation, const CandidateLimits& limits) {
  LookupLimits lookup;
  lookup.hits = limits.most * 2;
  std::vector<Hit> out = index.look_up(quotation, lookup);
  drop_weak(out, quotation.size());
  if (!limits.thorough || !may_miss(out, quotation.size())) return out;
  constexpr std::size_t kMostNear = 20;
  const auto size = static_cast<std::uint32_t>(std::min(quotation.size(), kMostScanned));
  for (const Hit& hit : index.scan_near(quotation, size / 2, kMostNear))
    out.push_back(tightened(hit, index, quotation.first(size)));
  return out;
}

// The longest word, as far as it is ASCII, in lower case.
std::string longest_word(std::string_view text) {
  std::string_view best;
  for (const PlacedPrint& one : placed_prints(text)) {
    const std::string_view word = text.substr(one.begin, one.end - one.begin);
    if (word.size() > best.size() && std::ranges::all_of(word, is_ascii_word)) best = word;
  }
  return lower_ascii(best);
}

// Every place of these prints in a document.
void add_places(const Index& index, std::int64_t document, std::span<const Print> quotation, std::vector<Hit>& out) {
  const std::span<const Print> words = index.prints_of(document);
  const auto size = static_cast<std::uint32_t>(quotation.size());
  for (auto at = words.begin();; ++at) {
    at = std::search(at, words.end(), quotation.begin(), quotation.end());
    if (at == words.end()) return;
    const auto begin = static_cast<std::uint32_t>(at - words.begin());
    out.push_back({document, 0, {begin, begin + size}, {0, size}, size});
  }
}

// One or two words have the prints of many others: which documents have them is asked of the texts.
Result<std::vector<Hit>> hits_of_few(Archive& archive, const std::string& text, std::span<const Print> quotation,
                                     std::size_t most) {
  std::vector<Hit> out;
  const auto documents = archive.documents_with(longest_word(text), most);
  if (!documents) return tl::unexpected(documents.error());
  for (const std::int64_t document : *documents) add_places(archive.index(), document, quotation, out);
  return out;
}

// Whether nothing tells these words from others that have their prints, and the texts can.
bool needs_texts(std::span<const Print> quotation, const std::string& text, const CandidateLimits& limits) {
  constexpr std::size_t kFew = 2;
  return limits.thorough && quotation.size() <= kFew && !longest_word(text).empty();
}

}  // namespace

Result<std::vector<Witness>> witnesses_like(Archive& archive, const CutWording& quotation,
                                            const CandidateLimits& limits) {
  std::vector<Print> prints;
  append_prints(quotation.wording().text, prints);
  if (prints.empty()) return tl::unexpected(Error{ErrorCode::bad_argument, {}, "there are no words in the quotation"});
  std::vector<Witness> out;
  std::set<std::pair<std::int64_t, std::vector<Span>>> seen;
  const std::string& text = quotation.wording().text;
  Result<std::vector<Hit>> hits = needs_texts(prints, text, limits) ? hits_of_few(archive, text, prints, limits.most)
                                                                    : hits_of(archive.index(), prints, limits);
  if (!hits) return tl::unexpected(hits.error());
  drop_unlikely(*hits, quotation, archive.index());
  for (const Hit& hit : *hits) {
    if (out.size() >= limits.most) break;
    const Result<SourcePtr> source = archive.source(hit.document);
    if (!source) return tl::unexpected(source.error());
    if (!*source) continue;
    std::optional<Witness> witness =
        witness_at(*source, span_of_words((*source)->document.text, hit.at.begin, hit.at.end));
    if (witness && seen.emplace(hit.document, witness->pieces).second) out.push_back(std::move(*witness));
  }
  return out;
}

}  // namespace sayso::trace
