// Witnesses, readings, lineage and independent sources over a few invented articles.
#include "trace/trace.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "text/code_points.h"
#include "trace/credits.h"
#include "trace/given_archive.h"
#include "trace/tracing_json.h"

namespace sayso::trace {
namespace {

const std::string kWords = "We will not sell the old mill to Halcyon Fields before the harvest is in.";

struct Article {
  const char* outlet;
  const char* date;
  std::string text;
  const char* via = nullptr;  // an outlet that is named for it
  const char* speaker = "Ann Cole";
  bool indirect = false;
};

Document document_of(const Article& article, std::size_t number) {
  Document out;
  out.id = std::to_string(number);
  out.outlet = article.outlet;
  if (*article.date) out.published = article.date;
  out.url = "https://example.org/" + std::string(article.date) + "/story-" + std::to_string(number);
  out.text = article.text;
  return out;
}

Span span_of(const std::string& text, std::string_view words) {
  const CodePoints points(text);
  const std::size_t at = text.find(words);
  return {points.index_of(at), points.index_of(at + words.size() - 1) + 1};
}

// One direct statement: what stands between the first two marks.
Extraction extract(const Document& document, const Article& article) {
  const std::size_t begin = document.text.find('"'), end = document.text.find('"', begin + 1);
  const CodePoints points(document.text);
  Statement s;
  s.kind = article.indirect ? Kind::indirect : Kind::direct;
  s.content.spans = {{points.index_of(begin), points.index_of(end) + 1}};
  s.content.text = points.slice(s.content.spans[0]);
  s.source.name = article.speaker;
  s.source.type = SourceType::person;
  if (const char* via = article.via) {
    Party party;
    party.passage = {via, {span_of(document.text, via)}};
    party.name = via;
    s.via.push_back(party);
  }
  Extraction out;
  out.statements = {s};
  return out;
}

Tracing traced(const std::vector<Article>& articles, const std::string& asked = kWords) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < articles.size(); ++i) documents.push_back(document_of(articles[i], i));
  GivenArchive archive(documents,
                       [&articles](const Document& d) { return extract(d, articles[std::stoul(d.id)]); });
  Wording wording;
  wording.text = asked;
  const Result<Tracing> out = trace(archive, wording);
  EXPECT_TRUE(out);
  return out ? *out : Tracing();
}

std::string in_marks(const std::string& words) { return "\"" + words + "\""; }

std::vector<std::string> types(const Tracing& t) {
  std::vector<std::string> out;
  for (const Edge& e : t.lineage) out.emplace_back(name_of(e.type));
  return out;
}

TEST(Trace, WitnessesByDateAndReadings) {
  std::string sold = kWords;
  sold.erase(sold.find("not "), 4);
  const Tracing t = traced(
      {{"Valley Echo", "2025-04-02",
        "It rained in Velden. " + in_marks(kWords) + " said the mayor on the bridge at noon."},
       {"Hill Herald", "2025-03-31", in_marks(kWords) + " Ann Cole told people who had come by boat and on foot."},
       {"Port Courier", "2025-04-03", "A market day. " + in_marks(sold) + " Cole was heard to say there."},
       {"Dune Post", "",
        "The old town is proud. " + in_marks("sell the old mill to Halcyon Fields before the harvest is in") +
            " she said to us."}});
  ASSERT_EQ(t.witnesses.size(), 4U);
  EXPECT_EQ(outlet_name(t.witnesses[0].witness), "Hill Herald");
  EXPECT_EQ(outlet_name(t.witnesses[3].witness), "Dune Post");
  EXPECT_TRUE(t.witnesses[3].cut);
  ASSERT_EQ(t.readings.size(), 2U);
  EXPECT_EQ(t.readings[0].witnesses, (std::vector<std::uint32_t>{0, 1, 3}));
  ASSERT_FALSE(t.readings[1].edits.empty());
  EXPECT_EQ(t.readings[1].edits[0].from, "not");
  EXPECT_TRUE(t.readings[1].sense_changed);
  ASSERT_EQ(t.odd_witnesses.size(), 1U);
  EXPECT_EQ(t.odd_witnesses[0].witness, 2U);
  for (const TracedWitness& one : t.witnesses) {
    const CodePoints text(one.witness.source->document.text);
    EXPECT_NE(text.slice(one.spans.at(0)).find("sell the old mill"), std::string_view::npos);
  }
}

TEST(Trace, ANameIsNoReading) {
  const Tracing t = traced(
      {{"Hill Herald", "2025-03-31", in_marks("I have a very good friendship with Halcyon Fields Odette") + " Cole said."},
       {"Valley Echo", "2025-04-02", in_marks("We would never sit down with Halcyon Fields Odette") + " said the mayor."}},
      "I have a very good friendship with Halcyon Fields Odette");
  ASSERT_EQ(t.witnesses.size(), 1U);
  EXPECT_EQ(outlet_name(t.witnesses[0].witness), "Hill Herald");
}

TEST(Trace, StatedCreditedAndLinked) {
  const Tracing t = traced(
      {{"Hill Herald", "2025-03-31", in_marks(kWords) + " Ann Cole told people who had come by boat and on foot."},
       {"Valley Echo", "2025-04-01", "The mayor told the Hill Herald: " + in_marks(kWords) + " It had rained all day.",
        "Hill Herald"},
       {"Port Courier", "2025-04-02",
        "PORT ANSEL (AP) - The mayor was firm. " + in_marks(kWords) + " she told a crowd."},
       {"Dune Post", "2025-04-02", "DUNE (AP) - No sale. " + in_marks(kWords) + " was all that she would say there."},
       {"Lake Log", "2025-04-03", in_marks(kWords) + " Read it at https://example.org/2025-03-31/story-0 and weep."}});
  EXPECT_EQ(types(t), (std::vector<std::string>{"stated", "credited", "credited", "linked"}));
  EXPECT_EQ(t.lineage[0].to, std::optional<std::uint32_t>(0));
  EXPECT_EQ(t.lineage[0].evidence, "Hill Herald");
  EXPECT_FALSE(t.lineage[1].to);
  EXPECT_EQ(t.lineage[1].name, "Associated Press");
  EXPECT_EQ(t.independent_sources.most, 2U);  // the Herald with those who have it from there; the agency's two
  EXPECT_EQ(t.independent_sources.least, 2U);
  EXPECT_EQ(t.independent_sources.reasons.size(), 3U);
}

TEST(Trace, TimeAloneMakesNoEdge) {
  const Tracing t = traced(
      {{"Hill Herald", "2025-03-31", in_marks(kWords) + " Ann Cole told people who had come by boat and on foot."},
       {"Valley Echo", "2025-04-01",
        "It rained in Velden. " + in_marks(kWords) + " said the mayor on the bridge at noon."}});
  EXPECT_TRUE(t.lineage.empty());
  EXPECT_EQ(t.independent_sources.least, 2U);
  EXPECT_EQ(t.independent_sources.most, 2U);
  EXPECT_FALSE(t.origin);
}

TEST(Trace, SharedTextAndSharedChangesAndParts) {
  std::string changed = kWords;
  changed.replace(changed.find("harvest"), 7, "vintage");
  const std::string around = " Cole told the crowd that stood in the rain outside the hall.";
  const Tracing t =
      traced({{"Hill Herald", "2025-03-30", in_marks(kWords) + around},
              {"Valley Echo", "2025-03-31", "Velden: " + in_marks(kWords) + around},
              {"Rill Record", "2025-03-31", "Here is what we know. " + in_marks(kWords) + " was the word."},
              {"Port Courier", "2025-04-01", "A market day. " + in_marks(changed) + " Cole was heard to say there."},
              {"Dune Post", "2025-04-02", "All quiet now. " + in_marks(changed) + " it is claimed she said."},
              {"Lake Log", "2025-04-03",
               "The old town is proud. " + in_marks("sell the old mill to Halcyon Fields") + " she said to us."}});
  EXPECT_EQ(types(t), (std::vector<std::string>{"shared_text", "shared_reading", "contained"}));
  EXPECT_EQ(t.independent_sources.most, 5U);
  EXPECT_EQ(t.independent_sources.least, 3U);
}

TEST(Trace, ACircleIsTold) {
  const Tracing t =
      traced({{"Hill Herald", "2025-03-31",
               "As the Valley Echo reported: " + in_marks(kWords) + " No more was known then.", "Valley Echo"},
              {"Valley Echo", "2025-03-31",
               "The mayor told the Hill Herald: " + in_marks(kWords) + " It had rained all day.", "Hill Herald"}});
  ASSERT_EQ(t.circles.size(), 1U);
  EXPECT_EQ(t.circles[0], (std::vector<std::string>{"Hill Herald", "Valley Echo"}));
  EXPECT_EQ(t.independent_sources.most, 1U);
}

TEST(Trace, WhoNamesALaterOneHasItFromThere) {
  const Tracing t = traced(
      {{"Hill Herald", "2025-06-01", "She told the Ansel Courier: " + in_marks(kWords) + " No more was known then.", "Ansel Courier"},
       {"Ansel Courier", "2025-06-02", "According to the Quay Post: " + in_marks(kWords) + " It had rained all day.", "Quay Post"},
       {"Quay Post", "2025-06-03", "The mayor told the Hill Herald: " + in_marks(kWords) + " So it goes on.", "Hill Herald"}});
  ASSERT_EQ(t.lineage.size(), 3U);
  EXPECT_EQ(t.lineage[0].to, std::optional<std::uint32_t>(1));
  EXPECT_EQ(t.lineage[1].to, std::optional<std::uint32_t>(2));
  EXPECT_EQ(t.lineage[2].to, std::optional<std::uint32_t>(0));
  EXPECT_EQ(t.circles.size(), 1U);
  EXPECT_EQ(t.independent_sources.least, 1U);
  EXPECT_EQ(t.independent_sources.most, 1U);
}

TEST(Trace, AnotherQuotationOfTheSpeechIsNoSharedText) {
  const std::string other = in_marks("Nobody on this council will see a heron drink before the weir is mended again.");
  const Tracing t = traced(
      {{"Hill Herald", "2025-06-01", in_marks(kWords) + " Ann Cole told a wet crowd at noon. " + other + " was her last word."},
       {"Valley Echo", "2025-06-01", in_marks(kWords) + " was the promise made in Velden. Later: " + other},
       {"Dune Post", "2025-06-02", "It rained. " + in_marks(kWords) + " And, once more from the stage: " + other + " Then she left."}});
  EXPECT_TRUE(t.lineage.empty());
  EXPECT_EQ(t.independent_sources.least, 3U);
}

TEST(Trace, SeveralSpeakersLongApartMayBeSeveralUtterances) {
  std::vector<Article> articles = {
      {"Hill Herald", "2025-06-01", in_marks(kWords) + " she told a wet crowd at noon."},
      {"Valley Echo", "2025-06-02", "It rained. " + in_marks(kWords) + " was the promise made in Velden."},
      {"Dale Star", "2020-06-07", "A market day. " + in_marks(kWords) + " he called out to us.", nullptr, "Omar Pell"}};
  EXPECT_TRUE(traced(articles).ambiguous);
  articles[2].date = "2025-06-03";  // one of the two papers errs
  EXPECT_FALSE(traced(articles).ambiguous);
  articles[2].date = "2020-06-07";
  articles[2].text += " That is what Cole said, too.";
  EXPECT_FALSE(traced(articles).ambiguous);
  articles[2].text = in_marks(kWords) + " he called out to us.", articles[2].speaker = "Ann Cole";
  EXPECT_FALSE(traced(articles).ambiguous);
}

TEST(Trace, IndirectSpeechIsCountedWhereNobodyHasTheWords) {
  const Tracing t = traced({{"Hill Herald", "2025-06-01", "The mayor said that " + in_marks(kWords), nullptr, "Ann Cole", true}});
  EXPECT_TRUE(t.witnesses.empty());
  EXPECT_EQ(t.reported, 1U);
  std::string out;
  append_text(out, t);
  EXPECT_NE(out.find("1 place has it in indirect speech"), std::string::npos);
}

TEST(Trace, EveryPathEndsInOne) {
  const Tracing t = traced(
      {{"Hill Herald", "2025-03-31", in_marks(kWords) + " Ann Cole told people who had come by boat and on foot."},
       {"Valley Echo", "2025-04-01", "The mayor told the Hill Herald: " + in_marks(kWords) + " It had rained all day.",
        "Hill Herald"},
       {"Lake Log", "2025-04-03", "As she told the Valley Echo: " + in_marks(kWords) + " That is that.",
        "Valley Echo"}});
  EXPECT_EQ(t.origin, std::optional<std::string>("Hill Herald"));
  EXPECT_EQ(t.independent_sources.most, 1U);
}

TEST(Trace, NobodyHasIt) {
  const Tracing t = traced({{"Hill Herald", "2025-03-31", in_marks(kWords) + " said Cole."}},
                           "The weather in Port Ansel was fine that week.");
  EXPECT_TRUE(t.witnesses.empty());
  std::string out;
  append_text(out, t);
  EXPECT_NE(out.find("Nobody in the record has it."), std::string::npos);
}

TEST(Trace, EveryFormatOnTerminalsOf80Columns) {
  const Tracing t =
      traced({{"The Hill Herald and Valley Advertiser with which is incorporated the Velden Times", "2025-03-31",
               in_marks(kWords) + " said Cole to all."},
              {"Valley \"Echo\"", "2025-04-01",
               "The mayor told the Hill Herald: " + in_marks(kWords) + " It had rained all day.", "Hill Herald"}});
  std::string text, json, dot;
  append_text(text, t), append_json(json, t), append_dot(dot, t);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    EXPECT_LE(CodePoints(std::string_view(text).substr(at, end - at)).size(), 80U);
    at = end + 1;
  }
  EXPECT_EQ(json.back(), '\n');
  EXPECT_NE(dot.find("Valley \\\"Echo\\\""), std::string::npos);
}

TEST(Credits, LinesThatGiveCredit) {
  const auto names = [](const std::string& text, std::vector<std::string> authors = {}) {
    Document d;
    d.text = text, d.authors = std::move(authors);
    std::string out;
    for (const Credit& c : credits_of(d)) out += c.name + ";";
    return out;
  };
  EXPECT_EQ(names("VELDEN (AP) \u2014 It rained."), "Associated Press;");
  EXPECT_EQ(names("It rained.\n\nReuters contributed to this report."), "Reuters;");
  EXPECT_EQ(names("It rained.\n\n\u00A9 2025 AFP"), "Agence France-Presse;");
  EXPECT_EQ(names("It rained.", {"Odette Marsh, Associated Press"}), "Associated Press;");
  EXPECT_EQ(names("It rained, she said. The Associated Press contributed to this report."), "Associated Press;");
  EXPECT_EQ(names("Nobody there could tell where the ferry had gone or who had steered it, \u201Cnot even the duke,\u201D she said. Reuters contributed to this report."),
            "Reuters;");
  EXPECT_EQ(names("REUTERS - The town sleeps."), "Reuters;");
  EXPECT_EQ(names("The herons of Velden\nAP \u2014 The town sleeps."), "Associated Press;");
  EXPECT_EQ(names("A spokesman for Reuters said it rained. The APP is new."), "");
}

TEST(Credits, NamesOfOneOutlet) {
  EXPECT_TRUE(same_outlet("the Herald", "Hill Herald"));
  EXPECT_TRUE(same_outlet("AP", "Associated Press"));
  EXPECT_TRUE(same_outlet("CNN", "CNN (Web News)"));
  EXPECT_FALSE(same_outlet("Hill Herald", "Dune Herald"));
  EXPECT_FALSE(same_outlet("", "Hill Herald"));
}

}  // namespace
}  // namespace sayso::trace
