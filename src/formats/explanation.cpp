#include "formats/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "formats/columns.h"

namespace sayso::formats {
namespace {

constexpr std::size_t kMostNamed = 5;    // features of a candidate that are shown
constexpr std::size_t kMostMerges = 12;  // names of an entity

// In the order of Basis.
constexpr std::array<std::string_view, 17> kBases{"no name told",
                                                  "by the name",
                                                  "by the pronoun",
                                                  "by the office or trade",
                                                  "as another word for somebody named",
                                                  "by the word for a body",
                                                  "as the owner of the words",
                                                  "by the name that follows",
                                                  "as the one who tells it",
                                                  "as the one who is spoken to",
                                                  "within what is told",
                                                  "by the label",
                                                  "by whose turn it is",
                                                  "by the account",
                                                  "goes on with the statement before",
                                                  "stands beside, without a cue",
                                                  "as the story has it"};

std::string with_spaces(std::string_view name) {
  std::string out(name);
  std::ranges::replace(out, '_', ' ');
  return out;
}

double part_of(const Evidence& e) { return e.value * e.weight; }

std::string evidence_of(const Candidate& candidate) {
  std::vector<Evidence> most = candidate.evidence;
  std::ranges::stable_sort(most, std::greater(), [](const Evidence& e) { return std::abs(part_of(e)); });
  most.resize(std::min(most.size(), kMostNamed));
  std::string out;
  for (const Evidence& e : most)
    out += fmt::format("{}{} {:+.2f}", out.empty() ? "" : ", ", with_spaces(e.feature), part_of(e));
  return out;
}

std::string merge_of(const Extraction& extraction, const Merge& merge, const CodePoints& text) {
  std::string out = one_line(text.slice(merge.span)) + " (" + with_spaces(name_of(merge.link));
  for (std::size_t i = 0; i < merge.others.size(); ++i)
    out += (i == 0 ? "; could be " : ", ") + one_line(extraction.entities[merge.others[i]].name);
  return out + ")";
}

}  // namespace

std::vector<std::string> reasons_for_people(const Party& source) {
  std::string line = "why: " + std::string(kBases[static_cast<std::size_t>(source.basis)]);
  for (std::size_t i = 0; i < source.candidates.size(); ++i) {
    const Candidate& c = source.candidates[i];
    line += fmt::format("{}{} {:.2f}", i == 0 ? ": " : ", ", one_line(c.name), c.score);
  }
  std::vector<std::string> out{line};
  if (source.candidates.size() < 2) return out;
  for (const Candidate& c : source.candidates)
    if (const std::string evidence = evidence_of(c); !evidence.empty())
      out.push_back(one_line(c.name) + ": " + evidence);
  return out;
}

std::string merges_for_people(const Extraction& extraction, const Entity& entity, const CodePoints& text) {
  std::string out;
  for (std::size_t i = 0; i < std::min(entity.merges.size(), kMostMerges); ++i)
    out += (i == 0 ? one_line(entity.name) + " = " : ", ") + merge_of(extraction, entity.merges[i], text);
  if (entity.merges.size() > kMostMerges) out += fmt::format(" and {} more", entity.merges.size() - kMostMerges);
  return out;
}

}  // namespace sayso::formats
