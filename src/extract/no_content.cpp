#include "extract/no_content.h"

#include <algorithm>
#include <string>

namespace sayso {
namespace {

// Whole contents, lower case.
constexpr std::string_view kNothingSaid[] = {
    "to comment",         "to comment further", "to comment on the matter", "to comment publicly", "comment",
    "to respond",         "to be interviewed",  "to elaborate",
    "requests for comment", "a request for comment", "to speak to reporters",
};

std::string words_of(const Analysis& a, TokenRange range) {
  const Token& first = a.tokens[range.begin];
  std::string out(a.text.utf8().substr(first.byte, a.tokens[range.end - 1].byte_end - first.byte));
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool says_nothing(const Analysis& a, const Attribution& attribution) {
  constexpr std::uint32_t kLongest = 6;
  if (attribution.content.size() != 1 || attribution.content[0].size() > kLongest) return false;
  const std::string words = words_of(a, attribution.content[0]);
  return std::find(std::begin(kNothingSaid), std::end(kNothingSaid), words) != std::end(kNothingSaid);
}

}  // namespace

void drop_refusals_to_speak(const Analysis& analysis, std::vector<Attribution>& attributions) {
  std::erase_if(attributions, [&](const Attribution& a) { return says_nothing(analysis, a); });
}

}  // namespace sayso
