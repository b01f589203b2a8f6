// The words of statements, for searching: what is indexed of one, and the words that people have used.
//
// A statement's index entry has two columns. `content` is its words. `tags` are made-up words for what filters ask ("p12": said
// by person 12), so that words and filters are intersected in one index, whatever their number.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/sql.h"
#include "record/statement_days.h"
#include "record/word_index.h"

namespace sayso::record {

struct Tagged {
  std::vector<std::int64_t> by, to, via;      // people; none where the source is nobody in particular
  std::optional<std::int64_t> outlet;
  std::string kind, stance, type;             // type: of the source
  std::optional<std::string> channel;
  std::string source, addressee;              // their words in the text
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
std::string stance_tag(std::string_view stance);    // there is none for "asserts", which nearly all are
std::string type_tag(std::string_view source_type);  // none for "person"
std::string channel_tag(std::string_view channel);
std::string month_tag(std::string_view day);         // of "2019-05-…"; where the day is unknown, of ""
std::string day_tag(std::string_view day);
std::string source_word_tag(std::string_view folded_word);     // of sources that are nobody in particular
std::string addressee_word_tag(std::string_view folded_word);  // of addressees that are
inline constexpr std::string_view kOldTag = "xold0";       // of an old version

class TextIndex {
 public:
  explicit TextIndex(Connection& connection) : db_(connection), index_(word_index(connection)), days_(connection) {}

  // The words are those of the content (words_of).
  void add(std::int64_t statement, std::string_view content, const std::vector<std::string>& words, const Tagged& tags);
  // With the very content and tags that it was added with.
  void remove(std::int64_t statement, std::string_view content, const Tagged& tags);
  // The same statement with other tags.
  void tag_anew(std::int64_t statement, std::string_view content, const Tagged& before, const Tagged& after);
  // Writes the counts of words and months, and the days, that were added since.
  void flush();
  void forget() { words_.clear(), months_.clear(), days_.forget(); }

 private:
  void insert(std::int64_t statement, std::string_view content, const Tagged& tags);

  Connection& db_;
  std::unique_ptr<WordIndex> index_;
  std::unordered_map<std::string, std::int64_t> words_;  // there are too many to be kept in order
  WordCounts months_;
  StatementDays days_;
};

}  // namespace sayso::record
