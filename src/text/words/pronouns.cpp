#include "text/words/pronouns.h"

#include "text/words/word_set.h"

namespace sayso {

std::optional<Pronoun> pronoun(std::string_view word) {
  static const WordSet he("he him his himself"), she("she her hers herself"), they("they them their theirs themselves"),
      it("it its itself"), i("i me my mine myself we us our ours ourselves"), you("you your yours yourself yourselves"),
      who("who whom whose which that");
  if (word.size() > 10) return std::nullopt;
  if (he.contains(word)) return Pronoun{PronounKind::singular, Gender::male};
  if (she.contains(word)) return Pronoun{PronounKind::singular, Gender::female};
  if (they.contains(word)) return Pronoun{PronounKind::plural, Gender::unknown};
  if (it.contains(word)) return Pronoun{PronounKind::thing, Gender::unknown};
  if (i.contains(word)) return Pronoun{PronounKind::speaker, Gender::unknown};
  if (you.contains(word)) return Pronoun{PronounKind::hearer, Gender::unknown};
  if (who.contains(word)) return Pronoun{PronounKind::relative, Gender::unknown};
  return std::nullopt;
}

}  // namespace sayso
