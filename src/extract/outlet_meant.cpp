#include "extract/outlet_meant.h"

#include <algorithm>

#include "extract/outlets.h"
#include "text/words/organization_words.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kBack = 400;  // tokens that a reader remembers an outlet over

enum class Medium : std::uint8_t { any, air, print };

Medium medium_of_noun(std::string_view word) {
  static const WordSet air("station broadcaster channel network show programme program");
  static const WordSet print("newspaper paper daily weekly tabloid broadsheet magazine journal newsletter");
  return air.contains(word) ? Medium::air : print.contains(word) ? Medium::print : Medium::any;
}

bool is_of_air(std::string_view word) {
  static const WordSet set("radio tv television fm am channel broadcasting podcast show");
  return set.contains(word);
}

bool fits(const WordForms& f, const Mention& m, const NamedEntity& e, std::string_view noun) {
  if (noun == "podcast" || noun == "blog" || noun == "newsletter") {
    const std::uint32_t before = m.all.begin - (m.all.begin > 0 && f.is_mark(m.all.begin - 1) ? 1 : 0);
    return (before > 0 && f.is(before - 1, noun)) || f.is(m.all.end, noun) || f.is(m.all.end + 2, noun) ||
           f.is(m.all.end + 3, noun) || std::ranges::find(e.words, noun) != e.words.end();
  }
  const Medium medium = medium_of_noun(noun);
  const bool air = std::ranges::any_of(e.words, [](const std::string& w) { return is_of_air(w); });
  const bool print = !air && std::ranges::any_of(e.words, [](const std::string& w) { return is_outlet_word(w); });
  return medium == Medium::any || !(medium == Medium::air ? print : air);
}

}  // namespace

TokenRange bare_outlet(const WordForms& f, std::uint32_t t) {
  const bool bare = f.is(t, "the") && f.is_lower(t + 1) && is_outlet_noun(f.folded(t + 1)) && !f.is_capital(t + 2) &&
                    !f.is_mark(t + 2) && !f.folded(t + 2).starts_with('\'');
  return bare ? TokenRange{t, t + 2} : TokenRange{};
}

std::uint32_t outlet_meant(const WordForms& f, const NameTable& n, TokenRange bare) {
  const std::string_view noun = f.folded(bare.end - 1);
  for (std::uint32_t t = bare.begin; t-- > 0 && bare.begin - t < kBack;) {
    const Mention* m = n.at(t);
    if (m == nullptr || m->all.begin != t) continue;
    const std::uint32_t e = n.entity_at(t);
    const bool outlet = is_sure_outlet(n.entities[e]) || is_described_as_outlet(f, *m);
    if (outlet && fits(f, *m, n.entities[e], noun)) return e;
  }
  return kNoEntity;
}

}  // namespace sayso
