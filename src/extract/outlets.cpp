#include "extract/outlets.h"

#include <algorithm>
#include <ranges>

#include "text/words/organization_words.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::size_t kMentions = 8;
constexpr std::uint32_t kWordsBefore = 10;  // of "North Korea's state-run media" before the noun

// Bodies that are spoken to, and relay nothing.
bool is_body_word(std::string_view word) {
  static const WordSet set(
      "court council committee congress parliament senate house assembly inquiry commission board panel dáil seanad "
      "knesset duma "
      "bundestag riksdag storting sejm senedd holyrood stormont commons lords ministry department bureau police party "
      "union league "
      "club team government cabinet jury tribunal mps meps msps tds senators congressmen lawmakers");
  return set.contains(word);
}

bool may_publish(const NamedEntity& e) { return e.kind == NameKind::organization || e.kind == NameKind::unknown; }

bool has_outlet_word(const NamedEntity& e) {
  return std::ranges::any_of(e.words, [](const std::string& w) { return is_outlet_word(w) || is_known_outlet(w); });
}

// "The Alsterbote", "Twang magazine": in one of the first places where it is named.
bool is_called_outlet(const WordForms& f, const NameTable& n, const NamedEntity& e) {
  return std::ranges::any_of(e.mentions | std::views::take(kMentions), [&](std::uint32_t i) {
    return n.mentions[i].article || is_described_as_outlet(f, n.mentions[i]);
  });
}

bool is_media_noun(std::string_view word) {
  static const WordSet set(
      "media television tv radio broadcaster newspaper newspapers paper papers tabloid tabloids outlet outlets agency "
      "press station");
  return set.contains(word);
}

}  // namespace

bool is_outlet(const WordForms& f, const NameTable& n, const NamedEntity& e) {
  if (e.kind == NameKind::person) return !e.certain && e.words.size() == 1 && is_called_outlet(f, n, e);
  if (!may_publish(e)) return false;
  if (has_outlet_word(e)) return true;
  return e.words.size() == 1 && std::ranges::none_of(e.words, is_organization_word) && !is_body_word(e.words.front());
}

bool is_sure_outlet(const NamedEntity& e) { return may_publish(e) && has_outlet_word(e); }

bool may_be_told(const NamedEntity& e, bool with_the) {
  if (e.words.size() < 2 || !(e.kind == NameKind::organization || (e.kind == NameKind::unknown && with_the)))
    return false;
  static const WordSet firms("& sons daughters");
  return std::ranges::none_of(e.words, [](const std::string& w) {
    return is_body_word(w) || firms.contains(w) || (is_organization_word(w) && !is_outlet_word(w));
  });
}

bool is_outlet_noun(std::string_view word) {
  static const WordSet set(
      "podcast station newspaper paper daily weekly magazine newsletter website site blog broadcaster channel network "
      "tabloid "
      "broadsheet agency show programme program journal outlet fanzine zine");
  return set.contains(word);
}

bool is_described_as_outlet(const WordForms& f, const Mention& m) {
  std::uint32_t before = m.all.begin;
  if (before > 0 && f.is_mark(before - 1)) --before;
  if (before > 0 && is_outlet_noun(f.folded(before - 1))) return true;
  std::uint32_t t = m.all.end;
  if (f.is_mark(t)) ++t;
  if (is_outlet_noun(f.folded(t))) return true;
  if (!f.is(t, ",") || !(f.is(t + 1, "a") || f.is(t + 1, "an") || f.is(t + 1, "the"))) return false;
  for (std::uint32_t k = t + 2; k < t + 6 && f.is_word(k); ++k) {
    if (is_outlet_noun(f.folded(k))) return true;
  }
  return false;
}

TokenRange whole_name(const WordForms& f, TokenRange name) {
  static const WordSet days("sunday saturday");
  const std::uint32_t day = name.begin - 1;
  const bool part = name.begin > 1 && days.contains(f.folded(day)) && (f.is(day - 1, "the") || f.is(day - 1, ","));
  return part ? TokenRange{day, name.end} : name;
}

TokenRange unnamed_media(const WordForms& f, std::uint32_t begin) {
  static const WordSet kinds(
      "state local official regional national international foreign domestic government run owned controlled news "
      "sister rival several "
      "israeli iranian russian chinese british american german french turkish syrian korean japanese indian pakistani "
      "saudi");
  static const WordSet joints("- ' 's s a an the");
  bool kind = false;
  for (std::uint32_t t = begin; t < begin + kWordsBefore && t < f.size(); ++t) {
    if (is_media_noun(f.folded(t)) && !f.is_capital(t)) return kind ? TokenRange{begin, t + 1} : TokenRange{};
    kind = kind || kinds.contains(f.folded(t));
    if (!kinds.contains(f.folded(t)) && !joints.contains(f.folded(t)) && !f.is_capital(t)) return {};
  }
  return {};
}

}  // namespace sayso
