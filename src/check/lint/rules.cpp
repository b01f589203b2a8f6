#include "check/lint/rules/all.h"

#include <algorithm>

namespace sayso::lint {

std::span<const Rule* const> rules() {
  static const Rule* const kRules[] = {
      &kMarks,      &kParagraphMarks, &kNoAttribution, &kLateAttribution, &kDiffers,     &kEllipsis, &kFragment,
      &kDialect,    &kLoadedVerb,     &kMindReading,   &kNoSpeechVerb,    &kQuipped,     &kBeforeMarks, &kCrime,
      &kAnonymous,  &kHeadline,       &kScareQuotes,   &kRelayMissing,    &kOneOrigin,   &kWhenAndWhere,
  };
  return kRules;
}

const Rule* rule_named(std::string_view id) {
  const auto all = rules();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Rule* rule) { return rule->id == id; });
  return found == all.end() ? nullptr : *found;
}

}  // namespace sayso::lint
