#include "record/text_index.h"

#include <fmt/format.h>

#include <algorithm>

#include "record/words.h"

namespace sayso::record {
namespace {

constexpr std::size_t kLongestWord = 40;  // bytes; longer ones are no words that anybody misspells

}  // namespace

std::string by_tag(std::int64_t person) { return fmt::format("xb{}", person); }
std::string to_tag(std::int64_t person) { return fmt::format("xt{}", person); }
std::string via_tag(std::int64_t person) { return fmt::format("xv{}", person); }
std::string outlet_tag(std::int64_t outlet) { return fmt::format("xo{}", outlet); }
std::string kind_tag(std::string_view kind) { return fmt::format("xk{}0", kind); }
std::string stance_tag(std::string_view stance) { return stance == "asserts" ? "" : fmt::format("xa{}0", stance); }
std::string type_tag(std::string_view type) { return type == "person" ? "" : fmt::format("xy{}0", type); }
// One word: the index would cut "press_conference".
std::string channel_tag(std::string_view channel) {
  std::string out = fmt::format("xc{}0", channel);
  std::erase(out, '_');
  return out;
}
std::string month_tag(std::string_view day) {
  return day.size() >= 7 ? fmt::format("xm{}{}", day.substr(0, 4), day.substr(5, 2)) : "xm0";
}
std::string day_tag(std::string_view day) {
  return day.size() >= 10 ? fmt::format("xd{}{}{}", day.substr(0, 4), day.substr(5, 2), day.substr(8, 2)) : "";
}
// The digit keeps the stemmer away.
std::string source_word_tag(std::string_view word) { return fmt::format("xs{}0", word); }

std::string addressee_word_tag(std::string_view word) { return fmt::format("xh{}0", word); }

std::string tags_of(const Tagged& s) {
  std::string out = kind_tag(s.kind);
  const auto add = [&](const std::string& tag) {
    if (!tag.empty()) out.append(" ").append(tag);
  };
  for (const std::int64_t id : s.by) add(by_tag(id));
  for (const std::int64_t id : s.to) add(to_tag(id));
  for (const std::int64_t id : s.via) add(via_tag(id));
  if (s.outlet) add(outlet_tag(*s.outlet));
  add(stance_tag(s.stance));
  add(type_tag(s.type));
  if (s.channel) add(channel_tag(*s.channel));
  add(month_tag(s.day.value_or("")));
  if (s.day) add(day_tag(*s.day));
  if (s.by.empty() && !s.source.empty()) {
    for (const std::string& word : words_of(s.source)) add(source_word_tag(word));
  }
  if (s.to.empty() && !s.addressee.empty()) {
    for (const std::string& word : words_of(s.addressee)) add(addressee_word_tag(word));
  }
  if (!s.latest) add(std::string(kOldTag));
  return out;
}

void TextIndex::insert(std::int64_t statement, std::string_view content, const Tagged& tagged) {
  index_->add_statement(statement, content, tags_of(tagged));
}

void TextIndex::tag_anew(std::int64_t statement, std::string_view content, const Tagged& before, const Tagged& after) {
  remove(statement, content, before);
  insert(statement, content, after);
}

void TextIndex::add(std::int64_t statement, std::string_view content, const std::vector<std::string>& words, const Tagged& tagged) {
  insert(statement, content, tagged);
  days_.note(statement, tagged.day);
  std::vector<std::string_view> each(words.begin(), words.end());
  std::ranges::sort(each);
  const auto [end, ignored] = std::ranges::unique(each);
  for (auto word = each.begin(); word != end; ++word) {
    if (word->size() <= kLongestWord) ++words_[std::string(*word)];
  }
  ++months_[tagged.day && tagged.day->size() >= 7 ? tagged.day->substr(0, 7) : ""];
}

void TextIndex::remove(std::int64_t statement, std::string_view content, const Tagged& tagged) {
  index_->remove_statement(statement, content, tags_of(tagged));
}

void TextIndex::flush() {
  index_->count_words(WordCounts(words_.begin(), words_.end()));
  Query& month = db_.query("INSERT INTO months (month, statements) VALUES ($1, $2) "
                           "ON CONFLICT (month) DO UPDATE SET statements = months.statements + excluded.statements");
  for (const auto& [text, count] : months_) month.run({std::string_view(text), count});
  days_.flush();
  forget();
}

}  // namespace sayso::record
