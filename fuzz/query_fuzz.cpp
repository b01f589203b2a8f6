// Any bytes as a search: what is made of a query can be asked of both databases, and is the same every time.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "record/filter_text.h"
#include "record/fts5.h"
#include "record/sqlite.h"
#include "record/term_matcher.h"
#include "record/text_query.h"
#include "record/tsquery.h"
#include "record/word_index.h"
#include "text/code_points.h"

namespace {

using namespace sayso;
using namespace sayso::record;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

// Leaves one thing of all that was put on the stack.
void require_whole(const Condition& condition) {
  std::size_t things = 0;
  for (const Condition::Step& step : condition.steps()) {
    if (step.what == Condition::What::term) {
      require(step.term < condition.terms().size(), "terms are there");
      ++things;
    } else if (step.what != Condition::What::negated) {
      require(things >= 2, "there are two things to join");
      --things;
    } else {
      require(things >= 1, "there is something to deny");
    }
  }
  require(things == (condition.empty() ? 0 : 1), "a condition is one thing");
}

// An index with a few words in it, to be asked in earnest.
Connection& database() {
  static const auto db = [] {
    auto out = open_sqlite(":memory:", Access::write);
    const auto index = word_index(*out);
    index->add_statement(1, "the ferry sails again", "xkdirect0 xb1");
    index->add_statement(2, "na\xC3\xAFve \xE7\x94\xBA words, said \"twice\"", "xkindirect0 xb2");
    return out;
  }();
  return *db;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Whatever comes in from a terminal is made valid before it is a query.
  std::string text;
  for (const std::uint8_t byte : std::basic_string_view(data, size))
    byte < 0x80 ? text.push_back(static_cast<char>(byte)) : append_utf8(text, U'\u00C0' + (byte & 0x3F) * 37);
  const TextQuery query = parse_query(text);
  require(query.condition.terms().size() <= kMostTerms, "queries have an end");
  require_whole(query.condition);
  const std::string match = fts5_match(query.condition);
  require(match == fts5_match(parse_query(text).condition), "a query is the same every time");
  require(query.condition.empty() || !tsquery_of(query.condition).empty(), "PostgreSQL can be asked");
  const auto found = word_index(database())->find_all(query.condition, kAnyStatement, 10);
  require(found.size() <= 2, "SQLite can be asked");

  TermMatcher matcher(query.condition);
  Matched matched;
  matcher.match(text, matched);
  const std::uint32_t points = count_code_points(text);
  for (const Match& one : matched.matches)
    require(one.term < matcher.terms() && one.begin < one.end && one.end <= points && one.first <= one.last &&
                one.last < matched.words,
            "marks lie in the text");
  Filter filter;
  filter.query = text;
  std::ranges::replace_if(filter.query, [](char c) { return c == '\n' || c == '\t'; }, ' ');  // a line each
  require(unpack_filter(pack_filter(filter)).query == filter.query, "a saved search is what was asked");
  return 0;
}
