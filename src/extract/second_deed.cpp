#include "extract/second_deed.h"

#include "extract/addressee_phrase.h"
#include "extract/scene_kinds.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kClause = 24;  // tokens from the call to the cue

}  // namespace

std::optional<CallBefore> call_before(const WordForms& f, TokenRange cue) {
  static const WordSet clauses("that who which when while but because if whether as after before ; :");
  if (cue.empty() || cue.begin < 3 || !f.is(cue.begin - 1, "and")) return std::nullopt;
  const std::uint32_t end = cue.begin - 1;
  for (std::uint32_t t = end; t-- > 0 && end - t < kClause && f.sentence(t) == f.sentence(cue.begin);) {
    if (clauses.contains(f.folded(t)) || f.is_quoted(t) != f.is_quoted(cue.begin)) return std::nullopt;
    const auto call = f.is_lower(t) ? rang(f, t, end) : std::nullopt;
    if (call && call->type == ChannelType::call) return CallBefore{*call, object_phrase(f, t + 1, end)};
  }
  return std::nullopt;
}

}  // namespace sayso
