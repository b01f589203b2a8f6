// The examples of each rule: what it points at, and that it points at nothing in the good ones.
#include <gtest/gtest.h>

#include <set>

#include "check/lint/archived.h"
#include "check/lint/check.h"
#include "check/lint/rule.h"
#include "sayso/engine.h"
#include "sayso/reader.h"
#include "trace/given_archive.h"

namespace sayso::lint {
namespace {

const Engine& engine() {
  static const Engine loaded = [] {
    auto out = Engine::load(SAYSO_SOURCE_DIR "/models/fast.sayso");
    EXPECT_TRUE(out);
    return std::move(*out);
  }();
  return loaded;
}

Document document_of(std::string_view text) {
  ReadOptions options;
  options.date = "2026-03-06";
  auto document = read_bytes(text, "draft.txt", options);
  EXPECT_TRUE(document);
  return document ? std::move(*document) : Document{};
}

// "OUTLET, YYYY-MM-DD: text" a line.
std::vector<Document> documents_of(std::string_view archive) {
  std::vector<Document> out;
  while (!archive.empty()) {
    const std::string_view line = archive.substr(0, archive.find('\n'));
    archive.remove_prefix(std::min(archive.size(), line.size() + 1));
    const std::size_t comma = line.find(", "), colon = line.find(": ");
    ReadOptions options;
    options.outlet = std::string(line.substr(0, comma));
    options.date = std::string(line.substr(comma + 2, colon - comma - 2));
    auto document = read_bytes(line.substr(colon + 2), "archive.txt", options);
    EXPECT_TRUE(document);
    if (document) out.push_back(std::move(*document));
  }
  return out;
}

// What the rule alone points at.
std::vector<std::string> pointed_at(const Rule& rule, const Example& example) {
  const Document document = document_of(example.text);
  const Extraction said = engine().extract(document);
  Draft draft(document, said);
  if (!example.archive.empty()) {
    trace::GivenArchive archive(documents_of(example.archive), [](const Document& d) { return engine().extract(d); });
    auto archived = look_up(draft, archive);
    EXPECT_TRUE(archived);
    if (archived) draft.set_archived(std::move(*archived));
  }
  Spots spots;
  rule.run(draft, example.style, spots);
  std::vector<std::string> out;
  for (const Spot& spot : spots) out.emplace_back(draft.words(spot.span));
  return out;
}

TEST(Rules, PointAtWhatTheirExamplesSay) {
  for (const Rule* rule : rules()) {
    for (const Example& example : rule->examples) {
      const std::vector<std::string> wanted = example.points_at.empty() ? std::vector<std::string>{} : std::vector{std::string(example.points_at)};
      EXPECT_EQ(pointed_at(*rule, example), wanted) << rule->id << ": " << example.text;
    }
  }
}

TEST(Rules, HaveGoodAndBadExamplesAndIdsOfTheirOwn) {
  std::set<std::string_view> ids;
  std::string_view last;
  for (const Rule* rule : rules()) {
    EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
    EXPECT_LT(last, rule->id);
    last = rule->id;
    EXPECT_FALSE(rule->guide.empty());
    const auto is_good = [](const Example& example) { return example.points_at.empty(); };
    EXPECT_TRUE(std::any_of(rule->examples.begin(), rule->examples.end(), is_good)) << rule->id;
    EXPECT_FALSE(std::all_of(rule->examples.begin(), rule->examples.end(), is_good)) << rule->id;
  }
}

// Fixes change marks, stops and commas: the words between stay what they are.
TEST(Rules, FixesLeaveWordsAlone) {
  for (const Rule* rule : rules()) {
    for (const Example& example : rule->examples) {
      const Document document = document_of(example.text);
      const Extraction said = engine().extract(document);
      const Draft draft(document, said);
      Spots spots;
      rule->run(draft, example.style, spots);
      for (const Spot& spot : spots) {
        for (const Fix& fix : spot.fixes) {
          EXPECT_EQ(draft.words_in(draft.tokens_in(fix.span)), 0u) << rule->id << ": " << example.text;
          for (const char c : fix.text) EXPECT_FALSE(std::isalnum(static_cast<unsigned char>(c))) << fix.text;
        }
      }
    }
  }
}

TEST(Rules, TakeAnyText) {
  const std::string many = [] {
    std::string out;
    for (int i = 0; i < 3000; ++i) out += "Ann Cole murdered “ ... \" .. he smiled, ";
    return out;
  }();
  for (const std::string_view text : {std::string_view(""), std::string_view("\""), std::string_view("...."), std::string_view("said “"), std::string_view(many)}) {
    const Document document = document_of(text);
    const Extraction said = engine().extract(document);
    const Draft draft(document, said);
    for (const Finding& finding : check(draft, {Style::ap, {}})) {
      EXPECT_LE(finding.span.begin, finding.span.end);
      EXPECT_LE(finding.span.end, draft.analysis().text.size());
    }
  }
}

TEST(Check, SeveritiesComeFromStyleAndSettings) {
  const Document document = document_of("Ann Cole claimed that the mill would close.");
  const Extraction said = engine().extract(document);
  const Draft draft(document, said);
  const auto severity_of = [&](Settings settings) {
    const auto found = check(draft, settings);
    return found.empty() ? Severity::off : found.front().severity;
  };
  EXPECT_EQ(severity_of({Style::none, {}}), Severity::note);
  EXPECT_EQ(severity_of({Style::ap, {}}), Severity::warning);
  EXPECT_EQ(severity_of({Style::ap, {{"Q020", Severity::error}}}), Severity::error);
  EXPECT_EQ(severity_of({Style::ap, {{"Q020", Severity::off}}}), Severity::off);
}

TEST(Check, IsSilentWhereItIsTold) {
  const Document document = document_of("Ann Cole claimed that the mill would close.\n\nAnn Cole claimed that it would reopen.");
  const Extraction said = engine().extract(document);
  const Draft draft(document, said);
  const auto count = [&](std::vector<Silence> silences) { return check(draft, {Style::ap, {{"Q060", Severity::off}}}, silences).size(); };
  EXPECT_EQ(count({}), 2u);
  EXPECT_EQ(count({{{0, 20}, {"Q020"}}}), 1u);
  EXPECT_EQ(count({{{0, 20}, {"Q012"}}}), 2u);
  EXPECT_EQ(count({{{0, 200}, {}}}), 0u);
}

}  // namespace
}  // namespace sayso::lint
