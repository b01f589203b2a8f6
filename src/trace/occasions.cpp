#include "trace/occasions.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/words/word_set.h"
#include "trace/sentences_beside.h"

namespace sayso::trace {
namespace {

using Phrase = std::vector<std::string_view>;

// A line is an occasion, with a comma between its phrases; a star at the end of one stands for any ending.
constexpr std::string_view kPhrases =
    "letter,letters\n"
    "testif*,testimony,hearing,told lawmakers,told senators,told the committee,told the senate,told the house\n"
    "debate,debates,moderator\n"
    "interview*,fox news sunday,meet the press,face the nation,state of the union with,this week,morning joe,good morning america,"
    "today show,the view,60 minutes,fox & friends,fox and friends,on cnn,on msnbc,on fox,on fox news,on cbs,on abc,on nbc\n"
    "news conference,press conference,reporters,briefing,told the press\n"
    "speech,remarks,address,addressed,addressing,rally,rallies,crowd,supporters,inaugur*,convention,podium,audience,state of the union,"
    "floor,stump*,campaign event,commencement\n"
    "statement,press release,spokes*\n"
    "ruling,opinion,dissent*,wrote for,court filing,court papers,brief,affidavit,indictment,complaint,order\n"
    "in an email,in an e-mail,an email to,an e-mail to,by email,emailed,in a text,text message,text messages,texted,memo,memos\n"
    "book,op-ed,column,essay,memoir\n";

struct Told {
  Phrase phrase;
  Occasions occasion = 0;
  bool open = false;  // the last word may go on
};

Told read_phrase(std::string_view text, Occasions occasion) {
  Told out{{}, occasion, text.ends_with('*')};
  if (out.open) text.remove_suffix(1);
  for_each_word(text, [&](std::string_view word) { out.phrase.push_back(word); });
  return out;
}

template <class Visit>
void for_each_part(std::string_view text, char between, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(between), text.size());
    visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

const std::vector<Told>& phrases() {
  static const auto table = [] {
    std::vector<Told> out;
    Occasions occasion = 1;
    for_each_part(kPhrases, '\n', [&](std::string_view line) {
      for_each_part(line, ',', [&](std::string_view text) { out.push_back(read_phrase(text, occasion)); });
      occasion <<= 1;
    });
    return out;
  }();
  return table;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0; }

std::vector<std::string_view> words_of_text(std::string_view lower) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < lower.size();) {
    std::size_t end = at;
    while (end < lower.size() && (is_letter(lower[end]) || (lower[end] == '-' && end > at))) ++end;
    if (end > at) out.push_back(lower.substr(at, end - at));
    else if (lower[at] == '&') out.push_back(lower.substr(at, 1));
    at = std::max(end, at + 1);
  }
  return out;
}

bool stands_at(const Told& told, const std::vector<std::string_view>& words, std::size_t at) {
  const std::size_t size = told.phrase.size();
  if (at + size > words.size()) return false;
  for (std::size_t k = 0; k + 1 < size; ++k)
    if (words[at + k] != told.phrase[k]) return false;
  const std::string_view last = words[at + size - 1];
  return told.open ? last.starts_with(told.phrase.back()) : last == told.phrase.back();
}

Occasions told_by(const std::vector<std::string_view>& words) {
  Occasions out = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    for (const Told& told : phrases())
      if ((out & told.occasion) == 0 && stands_at(told, words, i)) out |= told.occasion;
  return out;
}

}  // namespace

Occasions occasions_around(std::string_view before, std::string_view after) {
  const std::string around = sentences_beside(before, after);
  return told_by(words_of_text(around));
}

}  // namespace sayso::trace
