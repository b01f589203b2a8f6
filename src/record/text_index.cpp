#include "record/text_index.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <set>

#include "text/code_points.h"

namespace sayso::record {
namespace {

constexpr std::size_t kLongestWord = 40;  // bytes; longer ones are no words that anybody misspells

bool is_part(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) || u_getCombiningClass(static_cast<UChar32>(c)) != 0; }

// Without its accents; combining marks become nothing.
void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : static_cast<char>(c);
    return;
  }
  if (u_getCombiningClass(static_cast<UChar32>(c)) != 0) return;
  UErrorCode failed = U_ZERO_ERROR;
  static const UNormalizer2* const nfkd = unorm2_getNFKDInstance(&failed);
  UChar parts[20];
  const std::int32_t size = nfkd ? unorm2_getDecomposition(nfkd, static_cast<UChar32>(c), parts, 20, &failed) : -1;
  if (size <= 0 || U_FAILURE(failed)) return append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  for (std::int32_t at = 0; at < size;) {
    UChar32 one;
    U16_NEXT(parts, at, size, one);
    if (u_getCombiningClass(one) == 0) append_utf8(out, static_cast<char32_t>(u_tolower(one)));
  }
}

}  // namespace

std::string by_tag(std::int64_t person) { return fmt::format("xb{}", person); }
std::string to_tag(std::int64_t person) { return fmt::format("xt{}", person); }
std::string via_tag(std::int64_t person) { return fmt::format("xv{}", person); }
std::string outlet_tag(std::int64_t outlet) { return fmt::format("xo{}", outlet); }
std::string kind_tag(std::string_view kind) { return fmt::format("xk{}0", kind); }
std::string month_tag(std::string_view day) {
  return day.size() >= 7 ? fmt::format("xm{}{}", day.substr(0, 4), day.substr(5, 2)) : std::string();
}
// The digit keeps the stemmer away.
std::string source_word_tag(std::string_view word) { return fmt::format("xs{}0", word); }

std::string tags_of(const Tagged& s) {
  std::string out = kind_tag(s.kind);
  const auto add = [&](const std::string& tag) {
    if (!tag.empty()) out.append(" ").append(tag);
  };
  for (const std::int64_t id : s.by) add(by_tag(id));
  for (const std::int64_t id : s.to) add(to_tag(id));
  for (const std::int64_t id : s.via) add(via_tag(id));
  if (s.outlet) add(outlet_tag(*s.outlet));
  if (s.day) add(month_tag(*s.day));
  if (s.by.empty() && !s.source.empty()) {
    for (const std::string& word : words_of(s.source)) add(source_word_tag(word));
  }
  if (s.latest) add(std::string(kLatestTag));
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    if (!is_part(c)) {
      inside = false;
      continue;
    }
    if (!inside) out.emplace_back();
    inside = true;
    append_folded(out.back(), c);
  }
  std::erase_if(out, [](const std::string& word) { return word.empty(); });
  return out;
}

void TextIndex::add(std::int64_t statement, std::string_view content, const std::string& tags) {
  db_.query("INSERT INTO statement_words (rowid, content, tags) VALUES ($1, $2, $3)").run({statement, content, std::string_view(tags)});
  std::vector<std::string> words = words_of(content);
  std::ranges::sort(words);
  const auto [end, ignored] = std::ranges::unique(words);
  for (auto word = words.begin(); word != end; ++word) {
    if (word->size() <= kLongestWord) ++words_[*word];
  }
}

void TextIndex::remove(std::int64_t statement, std::string_view content, const std::string& tags) {
  db_.query("INSERT INTO statement_words (statement_words, rowid, content, tags) VALUES ('delete', $1, $2, $3)")
      .run({statement, content, std::string_view(tags)});
}

void TextIndex::flush() {
  Query& query = db_.query("INSERT INTO words (word, statements) VALUES ($1, $2) "
                           "ON CONFLICT (word) DO UPDATE SET statements = statements + excluded.statements");
  for (const auto& [word, count] : words_) query.run({std::string_view(word), count});
  words_.clear();
}

}  // namespace sayso::record
