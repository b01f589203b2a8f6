#include "trace/index/lookup.h"

#include <algorithm>
#include <cstring>
#include <tuple>

#include "trace/index/scan.h"

namespace sayso::trace {
namespace {

struct Run {
  std::uint64_t hash = 0;
  std::uint32_t at = 0, bytes = 0;
};

// A stretch of words that agree: `place` in the segment, `at` in the quotation.
struct Agreement {
  std::uint32_t place = 0, at = 0, size = 0;
  std::int64_t diagonal() const { return std::int64_t{place} - at; }
};

// The runs to look up: of each of `most` parts of the quotation the rarest.
std::vector<Run> rare_runs(const Segment& segment, std::span<const Print> quotation, const LookupLimits& limits) {
  const std::size_t count = quotation.size() - kGram + 1, parts = std::min(count, limits.runs);
  std::vector<Run> out;
  for (std::size_t part = 0; part < parts; ++part) {
    Run best{0, 0, UINT32_MAX};
    for (std::size_t i = count * part / parts; i < count * (part + 1) / parts; ++i) {
      const std::uint64_t hash = gram_hash(quotation.data() + i);
      const std::uint32_t bytes = segment.bucket_bytes(hash);
      if (bytes < best.bytes) best = {hash, static_cast<std::uint32_t>(i), bytes};
    }
    if (best.bytes > 0) out.push_back(best);
  }
  std::sort(out.begin(), out.end(),
            [](const Run& a, const Run& b) { return std::tie(a.bytes, a.at) < std::tie(b.bytes, b.at); });
  return out;
}

class Finder {
 public:
  Finder(const Segment& segment, std::span<const Print> quotation)
      : segment_(segment), prints_(segment.prints()), quotation_(quotation) {}

  std::vector<Hit> find(const LookupLimits& limits) {
    std::size_t left = limits.postings;
    for (const Run& run : rare_runs(segment_, quotation_, limits)) {
      if (run.bytes > left && !found_.empty()) break;
      if (run.bytes > limits.postings * 8) break;
      left -= std::min<std::size_t>(left, run.bytes);
      segment_.each_place(run.hash, [&](std::uint32_t place) { follow(place, run.at); });
    }
    std::sort(found_.begin(), found_.end(), [](const Agreement& a, const Agreement& b) {
      return std::tuple(a.diagonal(), a.place, b.size) < std::tuple(b.diagonal(), b.place, a.size);
    });
    const auto same = [](const Agreement& a, const Agreement& b) { return a.place == b.place && a.at == b.at; };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    return hits();
  }

 private:
  // As far as the words agree around a place where four do.
  void follow(std::uint32_t place, std::uint32_t at) {
    if (std::memcmp(prints_.data() + place, quotation_.data() + at, kGram) != 0) return;
    std::uint32_t before = 0, size = kGram;
    while (before < at && before < place && prints_[place - before - 1] == quotation_[at - before - 1]) ++before;
    while (at + size < quotation_.size() && place + size < prints_.size() &&
           prints_[place + size] == quotation_[at + size])
      ++size;
    const Agreement one{place - before, at - before, before + size};
    if (found_.empty() || found_.back().place != one.place || found_.back().at != one.at) found_.push_back(one);
  }

  // Agreements of one document whose diagonals lie close together are one hit.
  std::vector<Hit> hits() {
    const auto slack = static_cast<std::int64_t>(quotation_.size() / 2 + 24);
    std::vector<std::pair<std::size_t, Agreement>> all;
    for (const Agreement& one : found_) all.emplace_back(segment_.document_at(one.place), one);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Hit> out;
    for (std::size_t begin = 0; begin < all.size();) {
      std::size_t end = begin + 1;
      while (end < all.size() && all[end].first == all[begin].first &&
             all[end].second.diagonal() - all[end - 1].second.diagonal() <= slack)
        ++end;
      add_hits({all.data() + begin, end - begin}, out);
      begin = end;
    }
    return out;
  }

  using Group = std::span<std::pair<std::size_t, Agreement>>;

  // The longest agreement with all that go with it in order is a hit; so is what is left, a few times over.
  void add_hits(Group group, std::vector<Hit>& out) {
    constexpr std::size_t kMostHits = 4, kMostAgreements = 512;
    std::sort(group.begin(), group.end(), [](const auto& a, const auto& b) {
      return std::tuple(b.second.size, a.second.place, a.second.at) <
             std::tuple(a.second.size, b.second.place, b.second.at);
    });
    group = group.first(std::min(group.size(), kMostAgreements));
    for (std::size_t i = 0; i < kMostHits && !group.empty(); ++i) {
      chain_.clear();
      const std::size_t document = group.front().first;
      const auto left =
          std::remove_if(group.begin(), group.end(), [this](const auto& one) { return take(one.second); });
      out.push_back(hit_of(document));
      group = group.first(static_cast<std::size_t>(left - group.begin()));
    }
  }

  bool take(const Agreement& one) {
    constexpr std::size_t kLongest = 64;
    const auto in_order = [&one](const Agreement& other) {
      const bool before = one.place + one.size <= other.place && one.at + one.size <= other.at;
      return before || (other.place + other.size <= one.place && other.at + other.size <= one.at);
    };
    if (chain_.size() >= kLongest || !std::all_of(chain_.begin(), chain_.end(), in_order)) return false;
    chain_.push_back(one);
    return true;
  }

  Hit hit_of(std::size_t index) const {
    const SegmentDocument& document = segment_.documents()[index];
    Hit out{document.id, document.hash, {UINT32_MAX, 0}, {UINT32_MAX, 0}, 0};
    for (const Agreement& one : chain_) {
      out.at = {std::min(out.at.begin, one.place - document.begin),
                std::max(out.at.end, one.place - document.begin + one.size)};
      out.of = {std::min(out.of.begin, one.at), std::max(out.of.end, one.at + one.size)};
      out.agreed += one.size;
    }
    return out;
  }

  const Segment& segment_;
  std::span<const Print> prints_, quotation_;
  std::vector<Agreement> found_;
  std::vector<Agreement> chain_;  // of one hit
};

}  // namespace

void keep_best(std::vector<Hit>& hits, std::size_t most) {
  const auto better = [](const Hit& a, const Hit& b) {
    return std::tuple(b.agreed, a.document, a.at.begin) < std::tuple(a.agreed, b.document, b.at.begin);
  };
  if (hits.size() > most) {
    std::nth_element(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(most), hits.end(), better);
    hits.resize(most);
  }
  std::sort(hits.begin(), hits.end(), better);
}

std::vector<Hit> look_up(const Segment& segment, std::span<const Print> quotation, const LookupLimits& limits) {
  std::vector<Hit> out =
      quotation.size() < kSure ? scan_exact(segment, quotation, limits.hits) : Finder(segment, quotation).find(limits);
  keep_best(out, limits.hits);
  return out;
}

}  // namespace sayso::trace
