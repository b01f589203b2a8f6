#include "eval/story.h"

#include "fixture.h"

namespace sayso::eval {
namespace {

PredictedStory predicted(std::string_view json) {
  const Result<PredictedStory> out = read_predicted_story(json, "mill.json");
  EXPECT_TRUE(out.has_value());
  return out.value_or(PredictedStory{});
}

TEST(GoldStory, reads_every_key) {
  const GoldStory gold = read_gold_story(
      R"({"scope": "quoted", "statements": [{"content": ["a", ["b", 2]], "via": [["X", "Y"]], "addressee": null, "parent": 4}],
          "optional": [["c"]], "not_statements": ["d", ["e", 3]], "same_person": [["f", "g"]]})", "gold").value();
  EXPECT_FALSE(gold.all);
  ASSERT_EQ(gold.statements.size(), 1u);
  const GoldStatement& statement = gold.statements[0];
  EXPECT_EQ(statement.content[1].text, U"b");
  EXPECT_EQ(statement.content[1].nth, 2);
  EXPECT_EQ(statement.via, (std::vector<Names>{{"X", "Y"}}));
  EXPECT_EQ(statement.addressee, Names());          // null: nobody
  EXPECT_FALSE(statement.source.has_value());       // absent: not scored
  EXPECT_EQ(statement.parent, std::optional<std::int64_t>(4));
  EXPECT_EQ(gold.not_statements[1][0].nth, 3);
  EXPECT_EQ(gold.same_person[0][1], "g");
}

TEST(PredictedStory, reads_what_extract_prints) {
  const PredictedStory story = predicted(
      R"({"doc": {"text": "…"}, "entities": [{"id": "e1", "name": "Ann Cole", "type": "person", "aliases": ["Cole"], "mentions": []}],
          "statements": [{"id": "s2", "kind": "direct", "content": {"text": "x", "spans": [[3, 5], [7, 9]]}, "cue": null,
          "source": {"type": "person", "text": "she", "spans": [], "entity": "e1", "name": "Ann Cole"},
          "via": [{"text": "the Herald", "name": null}], "addressee": null, "channel": {"type": "call", "text": "", "spans": []},
          "said_at": null, "stance": "asserts", "parent": "s1", "confidence": 0.5}], "warnings": []})");
  ASSERT_EQ(story.statements.size(), 1u);
  const PredictedStatement& statement = story.statements[0];
  EXPECT_EQ(statement.content, (std::vector<Piece>{{3, 5}, {7, 9}}));
  EXPECT_EQ(statement.source->name, "Ann Cole");
  EXPECT_EQ(statement.via[0].name, "the Herald");  // text stands for a name that is not given
  EXPECT_EQ(statement.channel, "call");
  EXPECT_FALSE(statement.addressee || statement.said_at);
  EXPECT_EQ(statement.parent, "\"s1\"");
  EXPECT_EQ(story.entities[0].names, (std::vector<std::string>{"Ann Cole", "Cole"}));
}

TEST(PredictedStory, bears_with_what_is_left_out) {
  const PredictedStory story = predicted(R"({"statements": [{}, {"source": null, "content": null, "id": 1}]})");
  ASSERT_EQ(story.statements.size(), 2u);
  EXPECT_EQ(story.statements[0].id, "null");
  EXPECT_EQ(story.statements[1].id, "1");
  EXPECT_EQ(predicted(R"({"statements": [{"source": {"name": "x"}}]})").statements[0].source->type, "none");
  EXPECT_FALSE(story.statements[1].source.has_value());
}

TEST(Stories, broken_json_is_malformed) {
  for (const std::string_view json : {"", "{", "[]", "{}", "{\"statements\": 3", "{\"statements\": null}"}) {
    EXPECT_FALSE(read_predicted_story(json, "mill.json").has_value()) << json;
  }
  EXPECT_EQ(read_gold_story("{\"x\": 1}", "mill.gold.json").error().where, "mill.gold.json");
}

}  // namespace
}  // namespace sayso::eval
