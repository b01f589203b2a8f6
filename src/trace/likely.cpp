#include "trace/likely.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "trace/index/word_prints.h"

namespace sayso::trace {
namespace {

constexpr std::size_t kMostWords = 64;  // of a quotation
constexpr std::size_t kMostRead = 512;  // words around a hit
constexpr std::uint32_t kBeside = 6;    // words that may be put in on either side, beside half the quotation's
constexpr double kMayFit = 0.48;        // share of the weight
constexpr double kLike = 0.25;          // below it a hit is not like the quotation at all
constexpr std::size_t kMostLike = 6;

struct Weighed {
  Print print = kNoWord;
  float weight = 0;
};

struct Quoted {
  std::vector<Weighed> words;
  double all = 0;
  double unsure = 0;  // of words that have other prints where they are written otherwise: "can't", "ten", "colour"
};

bool is_unsure(const Word& word) {
  if (word.clitic || word.kind == WordClass::number || word.kind == WordClass::negation) return true;
  const auto same = [](char a, char b) { return a == b || (a | 0x20) == b; };
  return !std::ranges::equal(word.surface, word.key, same);
}

// The quotation as the index has it, with what its words weigh. A print may be of several words ("don't"), and of none
// ("http").
Quoted weighed(const CutWording& quotation) {
  Quoted out;
  const std::string_view text = quotation.points().utf8();
  auto word = quotation.words().words.begin();
  const auto end = quotation.words().words.end();
  const auto place = [&](const Word& w) { return static_cast<std::uint32_t>(w.surface.data() - text.data()); };
  for (const PlacedPrint& one : placed_prints(text)) {
    Weighed& print = out.words.emplace_back(one.print, 0.0F);
    for (; word != end && place(*word) < one.end; ++word) {
      if (is_unsure(*word))
        out.unsure += word->weight;
      else
        print.weight += word->weight;
    }
    out.all += print.weight;
  }
  out.all += out.unsure;
  return out;
}

std::span<const Print> around(const Hit& hit, std::size_t size, const Index& index) {
  const std::span<const Print> all = index.prints_of(hit.document);
  const auto beside = static_cast<std::uint32_t>(size / 2) + kBeside;
  const std::size_t begin = hit.at.begin - std::min(hit.at.begin, hit.of.begin + beside);
  const std::size_t end =
      std::min<std::size_t>(all.size(), hit.at.end + (size - std::min<std::size_t>(size, hit.of.end)) + beside);
  return begin < end ? all.subspan(begin, end - begin) : std::span<const Print>();
}

// The most that agrees in order; a word that is put in between costs a little, so that common words here and there are
// no agreement.
double agreeing(std::span<const Weighed> quotation, std::span<const Print> words) {
  constexpr float kPutIn = 0.1F;
  std::array<float, kMostWords + 1> best{};
  float out = 0;
  for (const Print word : words) {
    float before = 0;  // one word of both less
    for (std::size_t i = 0; i < quotation.size(); ++i) {
      const float here = best[i + 1];
      const float both = quotation[i].print == word ? before + quotation[i].weight : 0;
      best[i + 1] = std::max({here - kPutIn, best[i], both});
      before = here;
    }
    out = std::max(out, best[quotation.size()]);
  }
  return out;
}

}  // namespace

WordRange agreeing_range(std::span<const Print> quotation, std::span<const Print> words) {
  struct Chain {
    std::uint32_t size = 0, begin = 0, end = 0;
    // Of equals the one that begins later: it is closer together.
    bool operator<(const Chain& other) const { return std::tie(size, begin) < std::tie(other.size, other.begin); }
  };
  std::vector<Chain> best(quotation.size() + 1);
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    Chain before;  // one word of both less
    for (std::size_t i = 0; i < quotation.size(); ++i) {
      const Chain here = best[i + 1];
      if (quotation[i] == words[at]) {
        const Chain longer{before.size + 1, before.size == 0 ? at : before.begin, at + 1};
        if (best[i + 1] < longer) best[i + 1] = longer;
      }
      if (best[i + 1] < best[i]) best[i + 1] = best[i];
      before = here;
    }
  }
  const Chain& all = best.back();
  return all.size > 0 ? WordRange{all.begin, all.end} : WordRange{0, static_cast<std::uint32_t>(words.size())};
}

void drop_unlikely(std::vector<Hit>& hits, const CutWording& quotation, const Index& index) {
  const Quoted quoted = weighed(quotation);
  const std::vector<Weighed>& words = quoted.words;
  if (words.size() > kMostWords || quoted.all <= 0) return;
  std::vector<double> shares, like;
  for (const Hit& hit : hits) {
    const std::span<const Print> read = around(hit, words.size(), index);
    shares.push_back(read.size() > kMostRead ? 1 : (agreeing(words, read) + quoted.unsure) / quoted.all);
    if (shares.back() >= kLike && shares.back() < kMayFit) like.push_back(shares.back());
  }
  std::ranges::sort(like, std::ranges::greater{});
  const double least = like.empty() ? kMayFit : like[std::min(like.size(), kMostLike) - 1];
  std::size_t left = kMostLike, at = 0;
  std::erase_if(hits, [&](const Hit&) {
    const double share = shares[at++];
    if (share >= kMayFit) return false;
    if (share < least || left == 0) return true;
    return --left, false;
  });
}

}  // namespace sayso::trace
