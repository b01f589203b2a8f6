#include "extract/nicknames.h"

#include "text/words/pronouns.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kLongest = 4;  // words of a nickname
constexpr std::uint32_t kReach = 8;    // tokens back to whom it names

// Words that stand right before a nickname.
bool names_so(std::string_view word) {
  static const WordSet set("was is as nicknamed called dubbed");
  return set.contains(word);
}

// The capitalised words between the mark at `open` and the next; empty where it is not that.
TokenRange marked_words(const WordForms& f, std::uint32_t open) {
  std::uint32_t t = open + 1;
  while (t <= open + kLongest && f.is_capital(t)) ++t;
  const bool stop = f.is(t, ",") || f.is(t, ".");
  return t > open + 1 && f.is_mark(stop ? t + 1 : t) ? TokenRange{open + 1, t} : TokenRange{};
}

// The name or pronoun before, in the sentence; "as" alone does not name: "known as", "better known to friends as".
std::uint32_t bearer(const WordForms& f, const NameTable& n, const Salience& salience, std::uint32_t verb) {
  bool known = !f.is(verb, "as");
  for (std::uint32_t t = verb; t > 0 && t + kReach > verb;) {
    --t;
    if (f.sentence(t) != f.sentence(verb)) break;
    known |= f.is(t, "known");
    const std::uint32_t e = n.entity_at(t);
    if (e != kNoEntity && n.entities[e].kind == NameKind::person) return known ? e : kNoEntity;
    const auto p = pronoun(f.folded(t));
    if (!p || p->kind != PronounKind::singular || !known) continue;
    return salience.best({t}, [&](std::uint32_t i) {
      return n.entities[i].kind == NameKind::person && !differ(p->gender, n.entities[i].gender) ? 1.0f : 0.0f;
    });
  }
  return kNoEntity;
}

}  // namespace

std::vector<Nickname> find_nicknames(const WordForms& forms, const NameTable& names, const Salience& salience) {
  std::vector<Nickname> out;
  for (std::uint32_t t = 1; t + 1 < forms.size(); ++t) {
    if (!forms.is_mark(t) || !names_so(forms.folded(t - 1))) continue;
    const TokenRange words = marked_words(forms, t);
    if (words.empty() || names.at(words.begin) != nullptr) continue;
    const std::uint32_t e = bearer(forms, names, salience, t - 1);
    if (e != kNoEntity) out.push_back({e, words});
  }
  return out;
}

}  // namespace sayso
