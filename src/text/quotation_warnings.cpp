#include "text/quotation_warnings.h"

#include <algorithm>
#include <string>

#include "text/quotation_marks.h"

namespace sayso::quotation {
namespace {

struct Words {
  const char* code;
  const char* message;
};

constexpr std::array<Words, kFaults> kWords = {{
    {"unclosed-quotation", "opened here, not closed before its paragraph ends or somebody else speaks"},
    {"unopened-quotation", "closed here, but nothing is open"},
    {"doubled-mark", "typed more than once"},
    {"turned-mark", "looks the wrong way; read by its place"},
    {"mixed-marks", "closes a quotation that another kind of mark opened"},
    {"unclosed-quotation", "stands alone between spaces; neither opens nor closes anything"},
    {"deep-nesting", "nested too deeply; read as plain text from here on"},
}};

std::string count_left_out(const std::array<std::uint64_t, kFaults>& left_out) {
  std::string list;
  for (std::size_t f = 0; f < kFaults; ++f) {
    std::uint64_t count = left_out[f];
    if (f == static_cast<std::size_t>(Fault::unclosed)) count += left_out[static_cast<std::size_t>(Fault::stray)];
    if (count == 0 || f == static_cast<std::size_t>(Fault::stray)) continue;
    if (!list.empty()) list += ", ";
    list += std::to_string(count) + " " + kWords[f].code;
  }
  return list;
}

}  // namespace

void Warnings::add(Fault fault, Span span) {
  const auto f = static_cast<std::size_t>(fault);
  if (out_.size() >= kMaxQuotationWarnings) {
    ++left_out_[f];
    return;
  }
  out_.push_back({kWords[f].code, span, kWords[f].message});
}

void Warnings::finish() {
  std::stable_sort(out_.begin(), out_.end(), [](const Warning& a, const Warning& b) { return a.span < b.span; });
  const std::string list = count_left_out(left_out_);
  if (!list.empty()) out_.push_back({"more-warnings", {}, "left out: " + list});
}

}  // namespace sayso::quotation
