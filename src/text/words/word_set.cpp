#include "text/words/word_set.h"

namespace sayso {

WordSet::WordSet(std::string_view text) {
  for_each_word(text, [&](std::string_view word) {
    words_.insert(word);
    maybe_.set(mark(word));
  });
}

}  // namespace sayso
