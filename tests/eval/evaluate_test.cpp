#include "eval/evaluate.h"

#include <filesystem>
#include <fstream>

#include "eval/from_extraction.h"
#include "fixture.h"

namespace sayso::eval {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kText = "\"We will sell,\" Ann Cole said.\n";

class Folders : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::path(testing::TempDir()) / ("sayso-eval-" + std::string(test->name()));
    fs::remove_all(root_);
    fs::create_directories(root_ / "gold");
    fs::create_directories(root_ / "pred");
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& name, std::string_view content) const {
    std::ofstream(root_ / name, std::ios::binary) << content;
  }
  EvaluateOptions options(bool with_pred) const {
    EvaluateOptions out;
    out.gold = (root_ / "gold").string();
    if (with_pred) out.pred = (root_ / "pred").string();
    return out;
  }
  void write_attribution(const std::string& folder) const {
    write(folder + "/mill.ann", "T1\tSource 16 24\tx\nT2\tCue 25 29\tx\nT3\tContent 0 15\tx\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n");
  }
  void write_story() const {
    write("gold/mill.txt", kText);
    write("gold/mill.gold.json", R"({"scope": "all", "statements": [{"content": ["\"We will sell,\""], "kind": "direct",
           "source": {"type": "person", "names": ["Ann Cole"]}, "addressee": null, "via": [], "parent": null}],
           "same_person": [["Ann Cole", "Cole"]]})");
  }

  fs::path root_;
};

// What an engine would find in kText.
Extraction extraction() {
  Statement statement;
  statement.kind = Kind::direct;
  statement.content = {"\"We will sell,\"", {{0, 15}}};
  statement.cue = Passage{"said", {{25, 29}}};
  statement.source.type = SourceType::person;
  statement.source.name = "Ann Cole";
  statement.source.passage = {"Ann Cole", {{16, 24}}};
  statement.source.entity = 0;
  Extraction out;
  out.statements = {statement};
  out.entities = {Entity{"Ann Cole", SourceType::person, {"Cole"}, {}}};
  return out;
}

TEST_F(Folders, attributions_from_files) {
  write("gold/mill.txt", kText);
  write("gold/other.txt", kText);
  write_attribution("gold");
  write_attribution("pred");
  const Result<Report> report = evaluate(options(true), {});
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(figure(*report, "whole", "F1"), 100.0);
  EXPECT_EQ(report->without_prediction, 1u);  // the other one
}

TEST_F(Folders, attributions_from_an_extractor) {
  write("gold/mill.txt", kText);
  write_attribution("gold");
  std::string seen;
  const Result<Report> report = evaluate(options(false), [&](std::string_view bytes, const std::string&) -> Result<Extraction> {
    seen = bytes;
    return extraction();
  });
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(seen, kText);
  EXPECT_EQ(figure(*report, "whole", "F1"), 100.0);
  EXPECT_EQ(report->without_prediction, 0u);
}

TEST_F(Folders, stories_from_an_extractor) {
  write_story();
  const auto engine = [](std::string_view, const std::string&) -> Result<Extraction> { return extraction(); };
  const Result<Report> report = evaluate(options(false), engine);
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->of, Report::Of::stories);
  for (const std::string_view name : {"boundary", "source", "kind", "parent", "same_person"})
    EXPECT_EQ(figure(*report, name, "share"), 100.0) << name;
}

TEST_F(Folders, an_unreadable_prediction_of_a_story_is_lost) {
  write_story();
  write("pred/mill.json", "{\"statements\": [");
  const Result<Report> report = evaluate(options(true), {});
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->lost, std::vector<std::string>{"mill"});
}

TEST_F(Folders, an_error_of_the_extractor_ends_it) {
  write_story();
  const auto engine = [](std::string_view, const std::string& path) -> Result<Extraction> {
    return tl::unexpected(Error{ErrorCode::too_large, path, "too large"});
  };
  const Result<Report> report = evaluate(options(false), engine);
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().code, ErrorCode::too_large);
}

TEST_F(Folders, what_is_not_there_is_said) {
  EXPECT_EQ(evaluate(options(true), {}).error().code, ErrorCode::not_found);  // a folder without gold
  EvaluateOptions nowhere = options(true);
  nowhere.gold += "/nowhere";
  EXPECT_EQ(evaluate(nowhere, {}).error().where, nowhere.gold);
  write_story();
  EvaluateOptions no_pred = options(true);
  *no_pred.pred += "/nowhere";
  EXPECT_EQ(evaluate(no_pred, {}).error().where, *no_pred.pred);
}

TEST_F(Folders, gold_that_is_no_utf8_is_malformed) {
  write("gold/mill.txt", "\xFF");
  write_attribution("gold");
  EXPECT_EQ(evaluate(options(true), {}).error().code, ErrorCode::malformed);
}

TEST(FromExtraction, roles_are_merged_and_empty_ones_left_out) {
  Extraction found = extraction();
  found.statements[0].source.passage.spans = {{16, 19}, {20, 24}};
  found.statements.push_back(Statement{});  // neither cue nor content
  const std::vector<RolePieces> attributions = attributions_of(found, wide(kText));
  ASSERT_EQ(attributions.size(), 1u);
  EXPECT_EQ(attributions[0].of[kSource], (std::vector<Piece>{{16, 24}}));
}

TEST(FromExtraction, stories_have_the_identifiers_of_the_json_format) {
  Extraction found = extraction();
  Statement inner = found.statements[0];
  inner.parent = 0;
  inner.source.name.reset();
  inner.via = {found.statements[0].source};
  inner.channel = Channel{ChannelType::press_conference, {}};
  inner.said_at = SaidAt{"2025-03-30", {}};
  found.statements.push_back(inner);
  const PredictedStory story = story_of(found);
  EXPECT_EQ(story.statements[0].id, "\"s1\"");
  EXPECT_EQ(story.statements[1].parent, "\"s1\"");
  EXPECT_EQ(story.statements[1].source->name, "Ann Cole");  // its text
  EXPECT_EQ(story.statements[1].channel, "press_conference");
  EXPECT_EQ(story.statements[1].said_at, "2025-03-30");
  EXPECT_EQ(story.entities[0].id, "\"e1\"");
  EXPECT_EQ(story.entities[0].names, (std::vector<std::string>{"Ann Cole", "Cole"}));
}

}  // namespace
}  // namespace sayso::eval
