// A quotation's prints -> where its words stand in segments.
//
// Runs of four words are looked up, the rarest first; where they agree with the quotation, the agreement is followed as
// far as it goes, and what lies beside each other in one document on nearly one diagonal is one hit. Quotations that
// are too short for that, and (on request) those that were changed every few words, are looked for by reading all
// prints (scan.h).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "trace/index/segment.h"

namespace sayso::trace {

// Words of the quotation and of the document, counted from 0; half-open.
struct WordRange {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t size() const { return end - begin; }
  friend bool operator==(const WordRange&, const WordRange&) = default;
};

struct Hit {
  std::int64_t document = 0;
  std::uint64_t hash = 0;    // of the document's text
  WordRange at;              // in the document, from the first to the last word that agrees
  WordRange of;              // in the quotation
  std::uint32_t agreed = 0;  // words of the quotation that agree, in runs of kGram or more (fewer where it has fewer)
};

struct LookupLimits {
  std::size_t hits = 1000;  // the best ones, by words that agree
  std::size_t postings =
      20'000;              // bytes decoded for one quotation and segment; a run that is everywhere is passed over
  std::size_t runs = 256;  // of the quotation that are looked up, evenly over it
};

// Better hits first, then by document and place. Time: the postings decoded and the hits found; for quotations of fewer
// than kSure words the prints of the segment.
std::vector<Hit> look_up(const Segment& segment, std::span<const Print> quotation, const LookupLimits& limits = {});

void keep_best(std::vector<Hit>& hits, std::size_t most);

}  // namespace sayso::trace
