#include "extract/addressee_pronoun.h"

#include "text/words/nouns.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kBack = 60;   // tokens
constexpr std::uint32_t kPhrase = 4;  // from "a" to its noun

// "A man", "one angry caller": brings somebody in.
bool brings_in(const WordForms& f, std::uint32_t t, Gender gender) {
  static const WordSet articles("a an one another");
  static const WordSet behind("of in on at with for from to by who and");
  if (!articles.contains(f.folded(t))) return false;
  if (f.is(t + 1, "of")) return false;
  for (std::uint32_t n = t + 1; n < t + kPhrase && f.is_lower(n) && !behind.contains(f.folded(n)); ++n) {
    const Noun found = noun(f.folded(n));
    const bool last = !f.is_lower(n + 1) || noun(f.folded(n + 1)).kind != NounKind::person;
    if (found.kind == NounKind::person && last) return !found.plural && !differ(found.gender, gender);
  }
  return false;
}

// "Cole, a clerk": says of somebody named what they are.
bool is_apposition(const WordForms& f, const NameTable& n, std::uint32_t t) {
  static const WordSet be("is was as became becomes");
  return t > 0 && (be.contains(f.folded(t - 1)) || (f.is(t - 1, ",") && t > 1 && n.at(t - 2) != nullptr));
}

}  // namespace

bool is_stranger(const WordForms& f, const NameTable& n, std::uint32_t token) {
  if (!f.is(token, "him") && !f.is(token, "her")) return false;
  const Gender gender = f.is(token, "him") ? Gender::male : Gender::female;
  const std::uint32_t sentence = f.sentence(token);
  for (std::uint32_t t = token; t-- > 0 && token - t < kBack && f.sentence(t) + 2 > sentence;) {
    if (f.paragraph(t) != f.paragraph(token) || f.is_quoted(t)) continue;
    const Mention* m = n.at(t);
    const bool person = m != nullptr && n.entities[n.entity_at(t)].kind == NameKind::person;
    if (person && f.sentence(t) != sentence && !differ(n.entities[n.entity_at(t)].gender, gender)) return false;
    if (f.sentence(t) != sentence && brings_in(f, t, gender) && !is_apposition(f, n, t)) return true;
  }
  return false;
}

}  // namespace sayso
