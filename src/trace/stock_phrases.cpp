#include "trace/stock_phrases.h"

#include <string>
#include <string_view>
#include <algorithm>
#include <unordered_map>

#include "text/words/word_set.h"

namespace sayso::trace {
namespace {

using Phrase = std::vector<std::string_view>;

// One a line, as words_of() gives its words: lower case, "not" for "n't".
constexpr std::string_view kPhrases =
    "all options are on the table\nout of an abundance of caution\nan abundance of caution\nthe can down the road\n"
    "straw that broke the camel 's back\nat the end of the day\ngive me a break\nthoughts and prayers\n"
    "our thoughts and prayers are with\nour hearts go out to\nmy heart goes out to\nfought the good fight\n"
    "let me be clear\nlet me be very clear\nmake no mistake\nthe american people\nthe rule of law\nno one is above the law\n"
    "the right side of history\nthe wrong side of history\nenough is enough\nit is what it is\ntime will tell\n"
    "the elephant in the room\na slippery slope\nthe tip of the iceberg\na step in the right direction\n"
    "a step in the wrong direction\nwe are all in this together\nthe eyes of the world\nwe have to do something\n"
    "we have a lot of work to do\nthere is a lot of work to do\nthe ball is in their court\nnothing could be further from the truth\n"
    "i could not agree more\nnobody is above the law\nthe bottom of this\nget to the bottom of\nthe light at the end of the tunnel\n"
    "a level playing field\nmove the needle\nthe devil is in the details\nactions speak louder than words\nfirst and foremost\n"
    "when all is said and done\nin the middle of the night\nin the heat of the moment\nspecial place in hell\nno stone unturned\non the same page\n"
    "a drop in the bucket\na drop in the ocean\nback to the drawing board\nan accident waiting to happen\na game changer\n"
    "a witch hunt\nfor the first time in history\nfor the first time in years\nhigh crimes and misdemeanors\n"
    "beyond a reasonable doubt\nnot guilty by reason of insanity\nwe are taking this very seriously\nwe take these allegations very seriously\n"
    "we do not comment on pending litigation\nwe can not comment on an ongoing investigation\nthe safety of our customers is our first priority\n"
    "our deepest sympathies are with\nour deepest condolences\nwe strongly condemn\nin the strongest possible terms\n"
    "equal pay for equal work\ninnocent until proven guilty\nlife liberty and the pursuit of happiness\nliberty and justice for all\n"
    "a clear and present danger\nread between the lines\nthe writing is on the wall\nthe best is yet to come\na wake up call\n"
    "tax cuts for the wealthy\ninternational peace and security\ndue to circumstances beyond our control\ngod bless america\n";

const std::unordered_map<std::string_view, std::vector<Phrase>>& phrases() {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::vector<Phrase>> out;
    for (std::string_view rest = kPhrases; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(line.size() + 1);
      Phrase phrase;
      for_each_word(line, [&](std::string_view word) { phrase.push_back(word); });
      out[phrase.front()].push_back(phrase);
    }
    return out;
  }();
  return table;
}

bool stands_at(const Phrase& phrase, const std::vector<Word>& words, std::size_t at) {
  if (at + phrase.size() > words.size()) return false;
  for (std::size_t k = 0; k < phrase.size(); ++k)
    if (words[at + k].key != phrase[k]) return false;
  return true;
}

}  // namespace

std::vector<bool> in_stock_phrase(const std::vector<Word>& words) {
  std::vector<bool> out(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto found = phrases().find(words[i].key);
    if (found == phrases().end()) continue;
    for (const Phrase& phrase : found->second)
      if (stands_at(phrase, words, i)) std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(i), phrase.size(), true);
  }
  return out;
}

}  // namespace sayso::trace
