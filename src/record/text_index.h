// The words of statements, for searching: what is indexed of one, and the words that people have used.
//
// A statement's index entry has two columns. `content` is its words. `tags` are made-up words for what filters ask ("p12": said
// by person 12), so that words and filters are intersected in one index, whatever their number.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/sql.h"

namespace sayso::record {

struct Tagged {
  std::vector<std::int64_t> by, to, via;      // people; none where the source is nobody in particular
  std::optional<std::int64_t> outlet;
  std::string kind, source;                   // source: its words in the text
  std::optional<std::string> day;             // of the saying, else of the publication
  bool latest = true;                         // of the document's last version
};

// Tags as a text of words. The single ones, as queries need them:
std::string tags_of(const Tagged& statement);
std::string by_tag(std::int64_t person);
std::string to_tag(std::int64_t person);
std::string via_tag(std::int64_t person);
std::string outlet_tag(std::int64_t outlet);
std::string kind_tag(std::string_view kind);
std::string month_tag(std::string_view day);   // "2019-05-…"
std::string source_word_tag(std::string_view folded_word);
inline constexpr std::string_view kLatestTag = "xlatest";

// The words of a text as the index has them before stemming: letters and digits, lower case, accents taken off.
std::vector<std::string> words_of(std::string_view text);

class TextIndex {
 public:
  explicit TextIndex(Connection& connection) : db_(connection) {}

  void add(std::int64_t statement, std::string_view content, const std::string& tags);
  // With the very content and tags that it was added with.
  void remove(std::int64_t statement, std::string_view content, const std::string& tags);
  // Writes the counts of words that were added since.
  void flush();
  void forget() { words_.clear(); }

 private:
  Connection& db_;
  std::map<std::string, std::int64_t, std::less<>> words_;
};

}  // namespace sayso::record
