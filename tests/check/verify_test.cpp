// Verdicts on one quotation against a few documents.
#include "check/verify.h"

#include <gtest/gtest.h>

#include "check/verification_json.h"
#include "text/code_points.h"
#include "trace/given_archive.h"

namespace sayso::check {
namespace {

const char* const kMill =
    "The council will not sell the old mill, Mayor Ann Cole said on Monday.\n\n"
    "\"We will not sell the mill to anybody, but we may lease it for ten years,\" Cole told reporters. \"It has stood "
    "here for two "
    "hundred years. Nobody in this town wants to see it turned into flats.\"\n\n"
    "\"I have never said that the mill should be demolished,\" Rufus Tolmin replied. \"The roof needs 40 new beams "
    "before winter.\"\n\n"
    "Cole added that the millrace would be repaired next spring at the town's expense.\n";

const char* const kEcho =
    "Residents met again.\n\n\"We do not want a road,\" said Odette Marsh. \"It has stood here for 200 years,\" she "
    "said of the mill, quoting the mayor.\n\n"
    "\"We do not want a road,\" said Bramwell Pike of the lower town, who had not been there before.\n";

Passage passage(const CodePoints& text, std::initializer_list<std::string_view> pieces) {
  Passage out;
  for (const std::string_view piece : pieces) {
    const std::size_t at = text.utf8().find(piece);
    EXPECT_NE(at, std::string_view::npos) << piece;
    out.spans.push_back({text.index_of(at), text.index_of(at + piece.size() - 1) + 1});
    out.text += (out.text.empty() ? "" : " \u2026 ") + std::string(piece);
  }
  return out;
}

Statement statement(const CodePoints& text, Kind kind, std::initializer_list<std::string_view> pieces,
                    const char* source, std::uint32_t entity) {
  Statement s;
  s.kind = kind;
  s.content = passage(text, pieces);
  s.source.passage = passage(text, {source});
  s.source.entity = entity;
  s.source.name = source;
  s.source.type = SourceType::person;
  return s;
}

Extraction extract(const Document& document) {
  const CodePoints text(document.text);
  Extraction out;
  if (document.id == "mill") {
    out.entities = {{"Ann Cole", SourceType::person, {"Mayor Ann Cole", "Cole"}, {}},
                    {"Rufus Tolmin", SourceType::person, {}, {}}};
    out.statements = {
        statement(text, Kind::indirect, {"The council will not sell the old mill"}, "Ann Cole", 0),
        statement(
            text, Kind::direct,
            {"\"We will not sell the mill to anybody, but we may lease it for ten years,\"",
             "\"It has stood here for two hundred years. Nobody in this town wants to see it turned into flats.\""},
            "Cole", 0),
        statement(text, Kind::direct,
                  {"\"I have never said that the mill should be demolished,\"",
                   "\"The roof needs 40 new beams before winter.\""},
                  "Rufus Tolmin", 1),
        statement(text, Kind::indirect, {"that the millrace would be repaired next spring at the town's expense"},
                  "Cole", 0)};
  }
  if (document.id == "echo") {
    out.entities = {{"Odette Marsh", SourceType::person, {}, {}}, {"Bramwell Pike", SourceType::person, {}, {}}};
    out.statements = {statement(text, Kind::direct, {"\"We do not want a road,\""}, "Odette Marsh", 0)};
    Statement second = statement(text, Kind::direct, {"\"We do not want a road,\" said Bramwell"}, "Bramwell Pike", 1);
    second.content.spans[0].end = second.content.spans[0].begin + 24;
    out.statements.push_back(second);
  }
  return out;
}

// What Tolland tells of others' words stands between his marks.
const char* const kCrane =
    "\"The parish council rejected the claim that gulls carried off the bronze bell,\" said Boris Tolland.\n\n"
    "\u201CEvery pilot but one was sober,\u201D Ines Karg said.\n\n"
    "\"The quay \u2014 na\u00EFve as I was \u2014 cost caf\u00E9 owners a fortune,\" Ines Karg said.\n";

Extraction extract_crane(const Document& document) {
  const CodePoints text(document.text);
  Extraction out;
  out.entities = {{"Boris Tolland", SourceType::person, {}, {}, {}}, {"Ines Karg", SourceType::person, {}, {}, {}}};
  out.statements = {
      statement(text, Kind::direct,
                {"\"The parish council rejected the claim that gulls carried off the bronze bell,\""}, "Boris Tolland", 0),
      statement(text, Kind::indirect, {"gulls carried off the bronze bell"}, "Boris Tolland", 0),
      statement(text, Kind::direct, {"\u201CEvery pilot but one was sober,\u201D"}, "Ines Karg", 1),
      statement(text, Kind::direct, {"\"The quay \u2014 na\u00EFve as I was \u2014 cost caf\u00E9 owners a fortune,\""},
                "Ines Karg", 1)};
  out.statements[1].parent = 0;
  return out;
}

Verification verified_in_crane(const std::string& quotation, const std::string& by = "") {
  Document crane;
  crane.id = "crane", crane.text = kCrane;
  trace::GivenArchive documents({crane}, extract_crane);
  const Result<Verification> out = verify(documents, quotation, {by, 100, true});
  EXPECT_TRUE(out) << quotation;
  return out ? *out : Verification();
}

trace::GivenArchive archive() {
  Document mill, echo;
  mill.id = "mill", mill.text = kMill, mill.outlet = "Hill Herald", mill.published = "2025-03-31";
  echo.id = "echo", echo.text = kEcho, echo.outlet = "Valley Echo", echo.published = "2025-04-02";
  return trace::GivenArchive({mill, echo}, extract);
}

Verification verified(const std::string& quotation, const std::string& by = "") {
  trace::GivenArchive documents = archive();
  const Result<Verification> out = verify(documents, quotation, {by, 100, true});
  EXPECT_TRUE(out) << quotation;
  return out ? *out : Verification();
}

struct Case {
  const char* quotation;
  const char* by;
  Verdict verdict;
  bool sense_changed;
};

TEST(Verify, Verdicts) {
  const Case cases[] = {
      {"It has stood here for two hundred years.", "", Verdict::verbatim, false},
      {"It has stood here for two hundred years. Nobody in this town wants to see it turned into flats.", "Cole",
       Verdict::verbatim, false},
      {"it has stood HERE for 200 years", "Mayor Cole", Verdict::verbatim, false},
      {"Nobody in this town wants to see it turned", "", Verdict::trimmed, false},
      {"It has stood here \u2026 Nobody in this town wants to see it turned into flats.", "", Verdict::elided, false},
      {"It has stood here for three hundred years.", "", Verdict::altered, true},
      {"We will sell the mill to anybody, but we may lease it for ten years.", "", Verdict::altered, true},
      {"We will not sell the mill to anybody", "", Verdict::altered, true},  // but we may lease it
      {"the mill should be demolished", "Tolmin", Verdict::altered, true},   // he has never said so
      {"[The mill] has stood here for two hundred years.", "", Verdict::altered, false},
      {"[I]t has stood here for two hundred years.", "", Verdict::verbatim, false},
      {"We will not sell the mill to anybody. The roof needs 40 new beams before winter.", "", Verdict::spliced, false},
      {"It has stood here for two hundred years.", "Rufus Tolmin", Verdict::other_speaker, false},
      {"It has stood here for two hundred years.", "Karl Cole", Verdict::other_speaker, false},
      {"It has stood here for two hundred years.", "Mayor Karl Cole", Verdict::other_speaker, false},
      {"It has stood here for two hundred years.", "A. Cole", Verdict::verbatim, false},
      {"It has stood here for two hundred years.", "former Mayor Cole", Verdict::verbatim, false},
      {"The millrace will be repaired next spring at the expense of the town.", "", Verdict::paraphrase, false},
      {"The council will not sell the old mill", "", Verdict::paraphrase, false},
      {"We do not want a road", "", Verdict::ambiguous, false},
      {"We do not want a road", "Odette Marsh", Verdict::verbatim, false},
      {"mill", "", Verdict::ambiguous, false},
      {"The weather was fine that evening in Port Ansel.", "", Verdict::not_found, false},
      {"of the in and", "", Verdict::not_found, false},
  };
  for (const Case& c : cases) {
    const Verification v = verified(c.quotation, c.by);
    EXPECT_EQ(name_of(v.verdict), name_of(c.verdict)) << c.quotation << " / " << c.by;
    EXPECT_EQ(v.sense_changed, c.sense_changed) << c.quotation;
  }
}

TEST(Verify, WitnessesAreWhatStandsThere) {
  const Verification v = verified("It has stood here for two hundred years.");
  ASSERT_EQ(v.witnesses.size(), 2U);
  EXPECT_EQ(v.witnesses[0].witness.wording.outlet, "Hill Herald");
  EXPECT_EQ(v.witnesses[0].witness.wording.speaker, "Ann Cole");
  EXPECT_EQ(v.witnesses[1].witness.wording.outlet, "Valley Echo");
  for (const Finding& f : v.witnesses) {
    const CodePoints text(f.witness.source->document.text);
    ASSERT_EQ(f.spans.size(), 1U);
    EXPECT_EQ(text.slice(f.spans[0]).substr(0, 12), "It has stood");
  }
}

TEST(Verify, EditsAreTyped) {
  const Verification v = verified("The roof needs 14 new beams before winter.");
  ASSERT_FALSE(v.witnesses.empty());
  ASSERT_EQ(v.witnesses[0].edits.size(), 1U);
  const trace::Edit& edit = v.witnesses[0].edits[0];
  EXPECT_EQ(edit.from, "40");
  EXPECT_EQ(edit.to, "14");
  EXPECT_TRUE(edit.sense_critical);
}

TEST(Verify, TheWholeIsShownWhereTheCutTurnsTheSense) {
  const Cut cut = verified("the mill should be demolished").witnesses.at(0).cut;
  EXPECT_TRUE(cut.turns_sense);
  EXPECT_EQ(cut.before, "I have never said that");
}

TEST(Verify, WhoPrintsNoMoreMayHaveCutIt) {
  Document bare, mill;
  bare.id = "bare", bare.text = "\"We will not sell the mill to anybody.\" That was all that the Echo had of it.";
  mill.id = "mill", mill.text = kMill;
  trace::GivenArchive documents({bare, mill}, extract);
  const auto v = verify(documents, "We will not sell the mill to anybody");
  ASSERT_TRUE(v);
  EXPECT_EQ(name_of(v->verdict), "altered");
  EXPECT_TRUE(v->sense_changed);
  EXPECT_EQ(v->witnesses.at(0).witness.source->document.id, "mill");
  EXPECT_EQ(v->witnesses.at(1).verdict, Verdict::verbatim);
}

TEST(Verify, ASurnameWithOtherWordsIsNoSpeaker) {
  Document karl, some;
  karl.id = "karl", karl.text = "\"It has stood here for two hundred wet years,\" Karl Cole said.";
  some.id = "some", some.text = "\"It has stood here for three hundred wet years,\" said Mayor Cole.";
  trace::GivenArchive documents({karl, some}, [](const Document& document) {
    const CodePoints text(document.text);
    const char* name = document.id == "karl" ? "Karl Cole" : "Mayor Cole";
    Extraction out;
    out.entities = {{name, SourceType::person, {}, {}, {}}};
    out.statements = {statement(text, Kind::direct, {text.utf8().substr(0, text.utf8().rfind('"') + 1)}, name, 0)};
    return out;
  });
  const auto v = verify(documents, "It has stood here for two hundred wet years", {"Ann Cole", 10, true});
  ASSERT_TRUE(v);
  EXPECT_EQ(name_of(v->verdict), "other_speaker");
}

TEST(Verify, ADroppedDenialComesBeforeAPart) {
  Document whole, part;
  whole.id = "whole", whole.text = "\"I did not sign the ferry contract with that brewer,\" said Karg.";
  part.id = "part", part.text = "\"I did not\u2026 sign \u2026 the ferry contract with that brewer,\" he said of it.";
  trace::GivenArchive documents({part, whole}, extract);
  const auto v = verify(documents, "I did sign the ferry contract with that brewer");
  ASSERT_TRUE(v);
  EXPECT_EQ(name_of(v->verdict), "altered");
  EXPECT_TRUE(v->sense_changed);
  EXPECT_EQ(v->witnesses.at(0).witness.source->document.id, "whole");
}

TEST(Verify, WhatIsToldInsideMarksIsQuoted) {
  const Verification v = verified_in_crane("gulls carried off the bronze bell");
  EXPECT_EQ(name_of(v.verdict), "trimmed");
  ASSERT_FALSE(v.witnesses.empty());
  EXPECT_EQ(v.witnesses[0].witness.wording.speaker, "Boris Tolland");
  EXPECT_EQ(v.witnesses[0].witness.printed, trace::Printed::quoted);
}

TEST(Verify, AChangedQuotationKeepsItsSpeaker) {
  const Verification v = verified_in_crane("Every pilot was sober");
  EXPECT_EQ(name_of(v.verdict), "altered");
  ASSERT_FALSE(v.witnesses.empty());
  EXPECT_EQ(v.witnesses[0].witness.wording.speaker, "Ines Karg");
  EXPECT_TRUE(v.witnesses[0].cut.empty());
  EXPECT_EQ(name_of(verified_in_crane("Every pilot was sober", "Boris Tolland").verdict), "other_speaker");
}

TEST(Verify, WordsThatRunIntoWhatIsReportedAreThere) {
  EXPECT_EQ(name_of(verified("added that the millrace would").verdict), "trimmed");
  EXPECT_EQ(name_of(verified("the council will not sell the old mill").verdict), "paraphrase");
}

// Many words have the print of one; the texts tell them apart.
TEST(Verify, OneWordAmongManyIsFound) {
  std::vector<Document> documents;
  for (int i = 0; i < 3000; ++i) {
    Document& d = documents.emplace_back();
    d.text = "Word" + std::to_string(i) + " was said to word" + std::to_string(i + 3000) + ".";
  }
  documents.back().text = "A swan was seen, and a duck.";
  trace::GivenArchive archive(documents, [](const Document&) { return Extraction(); });
  for (const char* word : {"swan", "SWAN", "A swan"}) {
    const auto v = verify(archive, word, {"", 3, true});
    ASSERT_TRUE(v);
    EXPECT_EQ(name_of(v->verdict), "trimmed") << word;
  }
  EXPECT_EQ(verify(archive, "swans", {"", 3, true})->verdict, Verdict::not_found);
}

TEST(Verify, AccentsDoNotCount) {
  EXPECT_EQ(name_of(verified_in_crane("The quay - naive as I was - cost cafe owners a fortune").verdict), "verbatim");
}

// Each has phrases of texts that say something else.
TEST(Verify, InventionsAreNotFound) {
  Document store, school, river;
  store.id = "store", store.text = "The grocer has an obligation to make sure that we feel welcome in the old shop.";
  school.id = "school", school.text = "\u201COur hope is that every child is safe,\u201D Odette Marsh told parents.";
  river.id = "river", river.text = "One of the dangers of the river is that people have entirely different maps of it.";
  trace::GivenArchive documents({store, school, river}, extract);
  for (const char* invented : {"We have an obligation to make sure that every child is safe",
                               "We must protect our ducks from the dangers of the river", "the of and to a in that it is",
                               "The grocer told the parents that people have a hope"}) {
    const auto v = verify(documents, invented);
    ASSERT_TRUE(v);
    EXPECT_EQ(name_of(v->verdict), "not_found") << invented;
  }
}

TEST(Verify, AParaphraseHasTheWordsNearEachOther) {
  const Verification v = verified("The town's millrace expense next year is for a spring of repaired crowns");
  EXPECT_EQ(name_of(v.verdict), "not_found");
}

TEST(Verify, NotFoundSaysWhatWasSearched) {
  const Verification v = verified("Nobody in this town hopes to see a road turned into fields.");
  EXPECT_EQ(v.verdict, Verdict::not_found);
  EXPECT_EQ(v.covers.documents, 2);
  EXPECT_EQ(v.covers.outlets, 2);
  EXPECT_EQ(*v.covers.first, "2025-03-31");
  EXPECT_EQ(*v.covers.last, "2025-04-02");
  EXPECT_FALSE(v.near.empty());
}

TEST(Verify, OddQuotations) {
  trace::GivenArchive documents = archive();
  for (const char* empty : {"", "?!\u2026", "   "})
    EXPECT_EQ(verify(documents, empty).error().code, ErrorCode::bad_argument);
  std::string endless;
  for (int i = 0; i < 100'000; ++i) endless += i % 3 == 0 ? "mill " : "the ";
  for (const std::string& odd :
       {endless, std::string("\u753A\u306E\u58F0 the mill \u0644\u0627"), std::string("[[[ \u2026 ]]] mill (((")}) {
    const Verification v = verified(odd);
    std::string out;
    append_json(out, v);
    append_text(out, v);
    EXPECT_FALSE(out.empty());
  }
  trace::GivenArchive nothing({}, extract);
  EXPECT_EQ(verify(nothing, "We will not sell the mill")->verdict, Verdict::not_found);
}

}  // namespace
}  // namespace sayso::check
