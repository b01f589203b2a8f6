#include "record/text_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "record/spelling.h"
#include "record/term_matcher.h"
#include "record/fts5.h"
#include "record/place.h"
#include "record/sql.h"
#include "record/text_index.h"
#include "record/word_index.h"

namespace sayso::record {
namespace {

// The words of a condition, fully bracketed: what it means is seen at once.
std::string shown(std::string_view query) {
  std::vector<std::string> stack;
  const Condition condition = parse_query(query).condition;
  for (const Condition::Step& step : condition.steps()) {
    if (step.what == Condition::What::term) {
      const Term& term = condition.terms()[step.term];
      std::string words;
      for (const std::string& word : term.words) words += (words.empty() ? "" : " ") + word;
      stack.push_back(term.match == Term::Match::phrase ? "\"" + words + "\"" : term.match == Term::Match::prefix ? words + "*" : words);
    } else if (step.what == Condition::What::negated) {
      stack.back() = "-" + stack.back();
    } else {
      const std::string b = stack.back();
      stack.pop_back();
      stack.back() = "(" + stack.back() + (step.what == Condition::What::both ? " & " : " | ") + b + ")";
    }
  }
  EXPECT_LE(stack.size(), 1u);
  return stack.empty() ? "" : stack.back();
}

TEST(TextQuery, ReadsWhatReportersType) {
  EXPECT_EQ(shown("ferry strike"), "(ferry & strike)");
  EXPECT_EQ(shown("\"we will not\" sell"), "(\"we will not\" & sell)");
  EXPECT_EQ(shown("“we will not” climat*"), "(\"we will not\" & climat*)");
  EXPECT_EQ(shown("ferry OR boat AND strike"), "(ferry | (boat & strike))");
  EXPECT_EQ(shown("(ferry OR boat) strike"), "((ferry | boat) & strike)");
  EXPECT_EQ(shown("ferry -strike NOT \"work to rule\""), "((ferry & -strike) & -\"work to rule\")");
  EXPECT_EQ(shown("ferry | boat"), "(ferry | boat)");
  EXPECT_EQ(shown("don't U.S. café"), "((\"don t\" & \"u s\") & cafe)");
  EXPECT_EQ(shown("-(ferry boat)"), "-(ferry & boat)");
}

TEST(TextQuery, TakesAnything) {
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(shown("?!…"), "");
  EXPECT_EQ(shown("AND OR NOT"), "((and & or) & not)");
  EXPECT_EQ(shown("ferry OR"), "ferry");
  EXPECT_EQ(shown("OR ferry"), "ferry");
  EXPECT_EQ(shown("ferry NOT"), "ferry");
  EXPECT_EQ(shown("ferry AND OR strike"), "(ferry & strike)");
  EXPECT_EQ(shown("((ferry"), "ferry");
  EXPECT_EQ(shown("ferry)) strike"), "(ferry & strike)");
  EXPECT_EQ(shown("ferry () strike"), "(ferry & strike)");
  EXPECT_EQ(shown("ferry NOT () strike"), "(ferry & strike)");
  EXPECT_EQ(shown("\"ferry strike"), "\"ferry strike\"");
  EXPECT_EQ(shown("\"\" ferry"), "ferry");
  EXPECT_EQ(shown("--ferry -"), "ferry");
  EXPECT_EQ(shown("ferry:strike"), "\"ferry strike\"");
}

TEST(TextQuery, LongOnesAreCut) {
  std::string query;
  for (int i = 0; i < 200; ++i) query += "( word" + std::to_string(i) + " OR NOT ";
  const TextQuery parsed = parse_query(query);
  EXPECT_TRUE(parsed.cut);
  EXPECT_EQ(parsed.condition.terms().size(), kMostTerms);
  EXPECT_FALSE(parse_query("ferry strike").cut);
}

RC_GTEST_PROP(TextQuery, EveryTextIsAConditionAndAnExpression, (const std::vector<std::uint8_t>& choices)) {
  static const char* const kPieces[] = {"ferry", "strike", " ", "\"", "(", ")", "-", "OR", " AND ", " NOT ", "*", "|", "“", "it's", "é", ":", "+"};
  std::string query;
  for (const std::uint8_t choice : choices) query += kPieces[choice % std::size(kPieces)];
  const TextQuery parsed = parse_query(query);
  shown(query);
  const std::string match = fts5_match(parsed.condition);
  RC_ASSERT(!match.empty());
  RC_ASSERT(std::ranges::count(match, '(') == std::ranges::count(match, ')'));
  TermMatcher matcher(parsed.condition);
  Matched matched;
  matcher.match("The ferry strike, it's on: ferries strike", matched);
  for (const Match& one : matched.matches) RC_ASSERT(one.begin < one.end && one.first <= one.last && one.term < matcher.terms());
}

TEST(TextQuery, NegationsHaveSomethingToStandBeside) {
  const std::string everything = fts5_match({});
  const auto match = [](std::string_view query) { return fts5_match(parse_query(query).condition); };
  EXPECT_EQ(match("ferry -boat"), "\"ferry\" NOT \"boat\"");
  EXPECT_EQ(match("pier -ferry -boat"), "(\"pier\" NOT \"ferry\") NOT \"boat\"");
  EXPECT_EQ(match("pier (ferry OR boat OR ship) mill"), "\"pier\" AND (\"ferry\" OR \"boat\" OR \"ship\") AND \"mill\"");
  EXPECT_EQ(match("-ferry -boat"), everything + " NOT (\"ferry\" OR \"boat\")");
  EXPECT_EQ(match("ferry OR -boat"), everything + " NOT (\"boat\" NOT \"ferry\")");
}

TEST(TextQuery, ANameMayMeanThousands) {
  const auto db = open_database(new_file("many_tags.db"), Access::write);
  std::vector<std::string> tags;
  for (std::int64_t id = 1; id <= 4000; ++id) tags.push_back(by_tag(id));
  Condition any;
  any.require_any(tags);
  any.require(parse_query("ferry -boat").condition);
  EXPECT_THAT(word_index(*db)->find_all(any, kAnyStatement), testing::IsEmpty());
}

TEST(TermMatcher, FindsInflectionsPhrasesAndBeginnings) {
  TermMatcher matcher(parse_query("resign \"trade deal\" econom* -never").condition);
  ASSERT_EQ(matcher.terms(), 3u);
  Matched matched;
  matcher.match("“He resigned over the trade deals; the Economy never mattered.”", matched);
  ASSERT_EQ(matched.matches.size(), 3u);
  EXPECT_EQ(matched.words, 10u);
  EXPECT_EQ(matched.matches[0].begin, 4u);
  EXPECT_EQ(matched.matches[0].end, 12u);
  EXPECT_FALSE(matched.matches[0].exact);
  EXPECT_EQ(matched.matches[1].first, 4u);
  EXPECT_EQ(matched.matches[1].last, 5u);
  EXPECT_EQ(matched.matches[2].term, 2u);
}

TEST(Spelling, CountsSlips) {
  EXPECT_EQ(edit_distance("goverment", "government", 2), 1u);
  EXPECT_EQ(edit_distance("recieve", "receive", 2), 1u);
  EXPECT_EQ(edit_distance("ferry", "ferry", 1), 0u);
  EXPECT_EQ(edit_distance("ferry", "strike", 2), 3u);
  EXPECT_EQ(edit_distance("", "ab", 2), 2u);
  EXPECT_EQ(edit_distance(std::string(100, 'a'), std::string(100, 'b'), 2), 3u);
}

}  // namespace
}  // namespace sayso::record
