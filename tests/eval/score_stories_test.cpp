#include "eval/score_stories.h"

#include <fmt/format.h>

#include "eval/story_alignment.h"
#include "fixture.h"

namespace sayso::eval {
namespace {

const std::u32string kText =
    U"\"We will not sell,\" Ann Cole told Hill Radio on Sunday. She said Jo Reyes had called it a \"mess\". "
    U"The \"Old Mill\" is for sale, people say.";

// Gold statement by statement; each test adds what it is about.
GoldStory gold_story() {
  const std::string json = R"({"scope": "all", "statements": [
    {"content": ["\"We will not sell,\""], "kind": "direct", "source": {"type": "person", "names": ["Ann Cole", "Cole"]},
     "addressee": ["Hill Radio"], "via": [["Hill Radio", "the radio"]], "channel": "interview", "said_at": "2025-03-30", "parent": null},
    {"content": ["Jo Reyes had called it a \"mess\""], "kind": "indirect", "source": {"type": "person", "names": ["Ann Cole"]},
     "addressee": null, "via": [], "channel": null, "said_at": null, "parent": null},
    {"content": ["it a \"mess\""], "kind": "mixed", "source": {"type": "person", "names": ["Jo Reyes"]}, "parent": 1}],
    "optional": [["is for sale"]],
    "not_statements": ["\"Old Mill\""],
    "same_person": [["Ann Cole", "Cole"], ["Jo Reyes"]]})";
  return read_gold_story(json, "gold").value();
}

PredictedStatement predicted(std::string id, std::string_view content, std::string kind, std::string source,
                             std::string parent = "null") {
  PredictedStatement out;
  out.id = std::move(id);
  out.kind = std::move(kind);
  out.content = {place(kText, content)};
  out.source = PredictedParty{"person", std::move(source)};
  out.parent = std::move(parent);
  return out;
}

PredictedStory right_story() {
  PredictedStory out;
  out.statements = {predicted("\"s1\"", "\"We will not sell,\"", "direct", "ANN COLE"),
                    predicted("\"s2\"", "Jo Reyes had called it a \"mess\"", "indirect", "Ann Cole"),
                    predicted("\"s3\"", "it a \"mess\"", "mixed", "Jo Reyes", "\"s2\"")};
  PredictedStatement& first = out.statements[0];
  first.addressee = PredictedParty{"organization", "Hill Radio"};
  first.via = {{"organization", "the radio"}};
  first.channel = "interview";
  first.said_at = "2025-03-30";
  out.entities = {{"\"e1\"", {"Ann Cole", "Cole"}}, {"\"e2\"", {"Jo Reyes"}}};
  return out;
}

Report score(const std::optional<PredictedStory>& pred, const GoldStory& gold = gold_story(), bool misses = false) {
  StoryScorer scorer(misses);
  const Result<void> added = scorer.add("mill", kText, gold, pred);
  EXPECT_TRUE(added.has_value());
  return scorer.report();
}

TEST(ScoreStories, a_right_story_is_perfect) {
  const Report report = score(right_story(), gold_story(), true);
  for (const std::string_view name : {"found", "addressee", "via", "channel", "said_at"})
    EXPECT_EQ(figure(report, name, "F1"), 100.0) << name;
  for (const std::string_view name : {"boundary", "source", "kind", "parent", "same_person"})
    EXPECT_EQ(figure(report, name, "share"), 100.0) << name;
  EXPECT_EQ(figure(report, "false_quotes", "share"), 0.0);
  EXPECT_EQ(figure(report, "parent", "n"), 3);
  EXPECT_EQ(figure(report, "addressee", "n"), 1);
  EXPECT_TRUE(report.misses.empty());
  EXPECT_TRUE(report.lost.empty());
}

TEST(ScoreStories, no_prediction_is_lost_and_empty) {
  const Report report = score(std::nullopt);
  EXPECT_EQ(report.lost, std::vector<std::string>{"mill"});
  EXPECT_EQ(figure(report, "found", "F1"), 0.0);
  EXPECT_EQ(figure(report, "source", "n"), 3);
  EXPECT_EQ(figure(report, "same_person", "share"), 0.0);
}

TEST(ScoreStories, boundary_is_of_the_found) {
  PredictedStory pred = right_story();
  pred.statements[0].content = {place(kText, "We will not")};
  pred.statements.pop_back();
  const Report report = score(pred);
  EXPECT_EQ(figure(report, "found", "R"), 66.7);
  EXPECT_EQ(figure(report, "boundary", "n"), 2);
  EXPECT_EQ(figure(report, "boundary", "share"), 50.0);
}

TEST(ScoreStories, optional_statements_count_neither_way) {
  PredictedStory pred = right_story();
  pred.statements.push_back(predicted("\"s4\"", "is for sale", "indirect", "people"));
  EXPECT_EQ(figure(score(pred), "found", "P"), 100.0);
  pred.statements.push_back(predicted("\"s5\"", "on Sunday", "indirect", "people"));
  EXPECT_EQ(figure(score(pred), "found", "P"), 75.0);
}

TEST(ScoreStories, scope_quoted_leaves_spare_indirect_statements_out) {
  GoldStory gold = gold_story();
  gold.all = false;
  PredictedStory pred = right_story();
  pred.statements.push_back(predicted("\"s4\"", "on Sunday", "indirect", "people"));
  EXPECT_EQ(figure(score(pred, gold), "found", "P"), 100.0);
  pred.statements.back().kind = "direct";
  EXPECT_EQ(figure(score(pred, gold), "found", "P"), 75.0);
}

TEST(ScoreStories, a_source_is_right_by_type_and_name) {
  PredictedStory pred = right_story();
  pred.statements[0].source = PredictedParty{"organization", "Ann Cole"};
  pred.statements[1].source = PredictedParty{"person", "Jo Reyes"};
  EXPECT_EQ(figure(score(pred), "source", "share"), 33.3);
  GoldStory gold = gold_story();
  gold.statements[0].source = GoldSource{"none", {}};  // no names: the type is enough
  pred.statements[0].source.reset();
  EXPECT_EQ(figure(score(pred, gold), "source", "share"), 66.7);
}

TEST(ScoreStories, a_field_that_the_gold_leaves_out_is_not_scored) {
  GoldStory gold = gold_story();
  gold.statements[0].kind.reset();
  gold.statements[0].source.reset();
  gold.statements[0].channel.reset();
  const Report report = score(right_story(), gold);
  EXPECT_EQ(figure(report, "kind", "n"), 2);
  EXPECT_EQ(figure(report, "source", "n"), 2);
  EXPECT_EQ(figure(report, "channel", "n"), 0);
  EXPECT_EQ(figure(report, "channel", "P"), 0.0);
}

TEST(ScoreStories, optional_fields_are_wrong_where_only_one_side_has_them) {
  PredictedStory pred = right_story();
  pred.statements[0].said_at = "2025-03-31";
  pred.statements[0].via.push_back({"organization", "Hill Herald"});  // one relay too many
  pred.statements[0].addressee.reset();
  pred.statements[1].channel = "speech";  // the gold says that there is none
  const Report report = score(pred);
  EXPECT_EQ(figure(report, "said_at", "F1"), 0.0);
  EXPECT_EQ(figure(report, "via", "F1"), 0.0);
  EXPECT_EQ(figure(report, "addressee", "R"), 0.0);
  EXPECT_EQ(figure(report, "channel", "P"), 50.0);
  EXPECT_EQ(figure(report, "channel", "R"), 100.0);
}

TEST(ScoreStories, parents_are_followed_through_the_alignment) {
  PredictedStory pred = right_story();
  pred.statements[2].parent = "\"s1\"";
  EXPECT_EQ(figure(score(pred), "parent", "share"), 66.7);
  pred.statements[2].parent = "null";
  EXPECT_EQ(figure(score(pred), "parent", "share"), 66.7);
  pred = right_story();  // inside an optional statement is inside none
  pred.statements.push_back(predicted("\"s4\"", "is for sale", "indirect", "people"));
  pred.statements[0].parent = "\"s4\"";
  EXPECT_EQ(figure(score(pred), "parent", "share"), 100.0);
}

TEST(ScoreStories, a_false_quote_is_a_whole_content) {
  PredictedStory pred = right_story();
  pred.statements.push_back(predicted("\"s4\"", "The \"Old Mill\" is", "mixed", "people"));
  EXPECT_EQ(figure(score(pred), "false_quotes", "share"), 0.0);
  pred.statements.push_back(predicted("\"s5\"", "\"Old Mill\"", "direct", "people"));
  EXPECT_EQ(figure(score(pred), "false_quotes", "share"), 100.0);
}

TEST(ScoreStories, same_person_wants_both_known_and_rightly_apart) {
  PredictedStory pred = right_story();
  pred.entities = {{"\"e1\"", {"Ann Cole", "Jo Reyes"}}, {"\"e2\"", {"Cole"}}};
  // Ann Cole and Cole apart: wrong; Ann Cole and Jo Reyes one: wrong; Cole and Jo Reyes apart: right.
  EXPECT_EQ(figure(score(pred), "same_person", "share"), 33.3);
  pred.entities = {{"\"e1\"", {"Ann Cole", "Cole"}}};  // an unknown mention is never right
  EXPECT_EQ(figure(score(pred), "same_person", "share"), 33.3);
}

TEST(ScoreStories, misses_tell_fields_and_spare_statements) {
  PredictedStory pred = right_story();
  pred.statements[1].kind = "mixed";
  pred.statements[0].content = {place(kText, "on Sunday")};
  const Report report = score(pred, gold_story(), true);
  ASSERT_EQ(report.misses.size(), 3u);
  EXPECT_EQ(report.misses[0].got, "nothing");
  EXPECT_EQ(report.misses[0].wanted, "Ann Cole");
  EXPECT_TRUE(report.misses[0].wrong.empty());  // of what was not found nothing else is said
  EXPECT_EQ(report.misses[1].wrong, std::vector<std::string>{"kind"});
  EXPECT_EQ(report.misses[2].content, "on Sunday");
}

TEST(ScoreStories, gold_that_is_not_in_the_text_is_an_error) {
  GoldStory gold = gold_story();
  gold.statements[0].content = {{U"never said", std::nullopt}};
  StoryScorer scorer(false);
  const Result<void> added = scorer.add("mill", kText, gold, std::nullopt);
  ASSERT_FALSE(added.has_value());
  EXPECT_EQ(added.error().code, ErrorCode::malformed);
}

TEST(WordPositions, numbers_say_which_occurrence) {
  const std::u32string text = U"no, no and no";
  EXPECT_EQ(word_positions(text, {{U"no", std::nullopt}}), TokenSet{0});
  EXPECT_EQ(word_positions(text, {{U"no", 3}}), TokenSet{11});
  EXPECT_EQ(word_positions(text, {{U"no", 4}}), std::nullopt);
  EXPECT_EQ(word_positions(text, {{U"no", std::nullopt}, {U"no", std::nullopt}}), (TokenSet{0, 4}));  // goes on behind
  EXPECT_EQ(word_positions(text, {{U"and", std::nullopt}, {U"no,", std::nullopt}}), (TokenSet{0, 7}));  // or from the start
}

TEST(AlignStatements, the_best_first_and_the_last_of_equals) {
  const TokenSet words = {1, 2, 3, 4}, half = {1, 2}, one = {1};
  EXPECT_EQ(align_statements({words}, {half, words}), std::vector<std::int64_t>{1});
  EXPECT_EQ(align_statements({words}, {words, words}), std::vector<std::int64_t>{1});
  EXPECT_EQ(align_statements({words}, {one}), std::vector<std::int64_t>{-1});
}

}  // namespace
}  // namespace sayso::eval
