// The whole engine with the shipped model.
#include "sayso/engine.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <thread>

#include "extraction_rules.h"
#include "sayso/formats.h"

namespace sayso {
namespace {

const Engine& loaded(const char* path) {
  static std::map<std::string, Engine> engines;
  const auto found = engines.find(path);
  if (found != engines.end()) return found->second;
  Result<Engine> engine = Engine::load(path);
  if (!engine) throw std::runtime_error(engine.error().message);
  return engines.emplace(path, std::move(*engine)).first->second;
}

const Engine& engine() { return loaded(SAYSO_SOURCE_DIR "/models/fast.sayso"); }
// The whole way through an encoder, small and with random weights.
const Engine& encoder_engine() { return loaded(SAYSO_SOURCE_DIR "/tests/model/data/tiny_bytes.sayso"); }

Extraction extract(std::string text, const Engine& with = engine()) {
  Document document;
  document.text = std::move(text);
  const Extraction out = with.extract(document);
  EXPECT_EQ(broken_rule(document, out), "");
  return out;
}

struct Example {
  const char* text;
  Kind kind;
  const char* source;
  const char* cue;
  const char* content;
};

class EngineExamples : public testing::TestWithParam<Example> {};

TEST_P(EngineExamples, FindsWhoSaidWhat) {
  const Example& want = GetParam();
  const Extraction found = extract(want.text);
  ASSERT_FALSE(found.statements.empty());
  const Statement& s = found.statements.front();
  EXPECT_EQ(s.content.text, want.content);
  EXPECT_EQ(name_of(s.kind), name_of(want.kind));
  EXPECT_EQ(s.source.passage.text, want.source);
  ASSERT_TRUE(s.cue);
  EXPECT_EQ(s.cue->text, want.cue);
}

INSTANTIATE_TEST_SUITE_P(
    Plain, EngineExamples,
    testing::Values(
        Example{"“We will not sell the mill,” Ann Cole said on Monday.", Kind::direct, "Ann Cole", "said",
                "“We will not sell the mill,”"},
        Example{"\"We will not sell the mill,\" Ann Cole said on Monday.", Kind::direct, "Ann Cole", "said",
                "\"We will not sell the mill,\""},
        Example{"Ann Cole said that the mill would close next year.", Kind::indirect, "Ann Cole", "said",
                "that the mill would close next year"},
        Example{"The mill will close next year, according to the company.", Kind::indirect, "the company", "according to",
                "The mill will close next year"},
        Example{"Mr. Reyes said the plan was “a mess from the start.”", Kind::mixed, "Mr. Reyes", "said",
                "the plan was “a mess from the start.”"},
        Example{"Officials believe the fire was set on purpose.", Kind::indirect, "Officials", "believe",
                "the fire was set on purpose"}));

TEST(Engine, SeveralStatementsEachHaveTheirOwn) {
  const Extraction found = extract(
      "“The mill is safe,” Ann Cole said.\n\n“It is not,” said Jo Reyes, who has worked there since 1990.\n\n"
      "The company said it had no plans to sell.");
  ASSERT_GE(found.statements.size(), 3u);
  EXPECT_EQ(found.statements[0].source.name, "Ann Cole");
  EXPECT_EQ(found.statements[1].source.name, "Jo Reyes");
  EXPECT_EQ(found.statements[2].source.type, SourceType::organization);
}

TEST(Engine, NothingSaidNothingFound) {
  for (const char* text : {"", " ", "\n\n", ".", "The mill stands by the river. It has nine windows.", "“", "\"\"\"\"", "'"}) {
    EXPECT_TRUE(extract(text).statements.empty()) << text;
  }
}

TEST(Engine, AnyTextGivesAResultThatHoldsTheRules) {
  static const std::string kPieces[] = {"“", "”", "\"", "'", "‘", "’", "«", "»", "``", "''", " ", "\n", "\n\n", ".", ",", "said",
                                        " he said", "Ann Cole", "We", "will not", "😀", "é", "\xC2\xA0", "12", "(", ":", "Q:"};
  std::mt19937 rng(11);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 120; ++i) text += kPieces[rng() % std::size(kPieces)] + (rng() % 3 == 0 ? " " : "");
    extract(text);
    extract(text, encoder_engine());
  }
}

TEST(Engine, OneEngineServesManyThreads) {
  const std::string text = "“The mill is safe,” Ann Cole said. She added that it would reopen. Jo Reyes denied it.";
  Document document;
  document.text = text;
  const auto as_json = [&] {
    std::string out;
    append_document(out, Format::json, document, engine().extract(document));
    return out;
  };
  const std::string want = as_json();
  std::vector<std::thread> threads;
  std::vector<int> same(4, 0);
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 50; ++i) same[static_cast<std::size_t>(t)] += as_json() == want;
    });
  }
  for (std::thread& t : threads) t.join();
  for (const int count : same) EXPECT_EQ(count, 50);
}

TEST(Engine, LongInputsEnd) {
  std::string marks(1 << 20, '"'), nested, one_line;
  for (int i = 0; i < 10000; ++i) nested += i % 2 ? "‘" : "“";
  while (one_line.size() < (1u << 20)) one_line += "and then he said that the mill was safe ";
  for (const std::string& text : {marks, nested, one_line}) extract(text);
}

TEST(Engine, EncodersReadOddTexts) {
  std::string no_stop, capitals, emoji, long_words;
  for (int i = 0; i < 10000; ++i) no_stop += "and she said it was so ";
  for (int i = 0; i < 500; ++i) capitals += "THE MAYOR SAID THE MILL WOULD CLOSE. ";
  for (int i = 0; i < 500; ++i) emoji += "\U0001F642 said \U0001F469\u200D\U0001F469 ";
  for (int i = 0; i < 20; ++i) long_words += std::string(10000, 'a') + " said ";
  for (const std::string& text : {std::string("said"), std::string("“"), no_stop, capitals, emoji, long_words}) {
    extract(text, encoder_engine());
  }
}

TEST(Engine, OtherLanguagesGiveAWarningAndTheirMarks) {
  Document document;
  document.text = "La maire a répondu. « Nous ne vendrons pas le moulin. » Elle a dit que tout irait bien.";
  document.language = "fr";
  const Extraction found = engine().extract(document);
  ASSERT_FALSE(found.warnings.empty());
  EXPECT_EQ(found.warnings.front().code, "language-not-supported");
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(found.statements.front().content.text, "« Nous ne vendrons pas le moulin. »");
  EXPECT_EQ(broken_rule(document, found), "");
  document.language = "en";
  EXPECT_TRUE(engine().extract(document).warnings.empty());
}

TEST(Engine, UnknownModelsAreErrors) {
  EXPECT_EQ(Engine::load("enormous").error().code, ErrorCode::bad_argument);
  EXPECT_EQ(Engine::load("/nowhere/x.sayso").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace sayso
