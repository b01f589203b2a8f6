// A wording made ready to be compared with many others: cut into words once, and what else is asked of it, when it is
// asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "text/code_points.h"
#include "trace/wording.h"
#include "trace/words.h"

namespace sayso::trace {

// Neither moves nor is copied: its words are views of the wording, which must outlive it. Thread safety: none.
class CutWording {
 public:
  explicit CutWording(const Wording& wording) : wording_(wording), points_(wording.text), words_(words_of(points_)) {}
  CutWording(const CutWording&) = delete;
  CutWording& operator=(const CutWording&) = delete;

  const Wording& wording() const { return wording_; }
  const CodePoints& points() const { return points_; }
  const Words& words() const { return words_; }
  // The last word of the speaker's name, by which compare_speakers() goes; empty where nobody is named.
  const std::string& speaker() const;
  bool has_surroundings() const { return !wording_.before.empty() || !wording_.after.empty(); }
  // Runs of eight words before and after, as hashes in ascending order.
  const std::vector<std::uint64_t>& surroundings() const;

 private:
  const Wording& wording_;
  CodePoints points_;
  Words words_;
  mutable std::optional<std::string> speaker_;
  mutable std::optional<std::vector<std::uint64_t>> surroundings_;
};

}  // namespace sayso::trace
