// Statements inside statements, with the shipped model; and what tells an act of speech from a turn of phrase.
#include "extract/nested.h"

#include <gtest/gtest.h>

#include "extract/passive_cue.h"
#include "text/words/cue_verbs.h"
#include "page.h"
#include "sayso/engine.h"

namespace sayso {
namespace {

// "source|cue|content" of the statements that have a parent.
std::vector<std::string> nested_in(std::string text) {
  static const Result<Engine> engine = Engine::load(SAYSO_SOURCE_DIR "/models/fast.sayso");
  Document document;
  document.text = std::move(text);
  std::vector<std::string> out;
  for (const Statement& s : engine->extract(document).statements) {
    if (s.parent) out.push_back(s.source.passage.text + "|" + (s.cue ? s.cue->text : "") + "|" + s.content.text);
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(Nested, WhatOthersSaidIsFoundInQuotationsAndIndirectSpeech) {
  EXPECT_EQ(nested_in("“My mother told me the house was cold,” Cole said."), Lines{"My mother|told|the house was cold"});
  EXPECT_EQ(nested_in("Cole said that Reyes had told the board the dam was unsafe."), Lines{"Reyes|had told|the dam was unsafe"});
}

TEST(Nested, WhatNetworksFindInTheLaterPiecesOfAQuotation) {
  EXPECT_EQ(nested_in("“I was six,” Cole said. “My mother told me I was growing too fast.”"), Lines{"My mother|told|I was growing too fast"});
}

TEST(Nested, TurnsOfTranscriptsAreReadToo) {
  EXPECT_EQ(nested_in("MODERATOR: What did he say?\n\nANN COLE: He said the paint was still wet.\n\nMODERATOR: And you?\n\nANN COLE: I laughed."),
            Lines{"He|said|the paint was still wet"});
}

TEST(Nested, OnesOwnWordsAreTheStatementItself) {
  EXPECT_EQ(nested_in("“I think the bridge is safe,” Cole said."), Lines{});
  EXPECT_EQ(nested_in("“I told him the bridge was safe,” Cole said."), Lines{"I|told|the bridge was safe"});
}

TEST(Nested, DeedsAndThingsAreNoSpeech) {
  EXPECT_EQ(nested_in("“They painted the old bridge in the night,” Cole said."), Lines{});
  EXPECT_EQ(nested_in("“He never thinks about it,” Cole said."), Lines{});
}

TEST(PassiveCue, WhoIsToldIsNoPartOfWhatWasSaid) {
  const LayoutPage page("Odell was ordered to paint the bridge.");
  Attribution a = page.attribution("", "was ordered", "to paint the bridge");
  a.content.insert(a.content.begin(), page.at("Odell"));
  std::vector<Attribution> all = {a};
  drop_who_was_told(*page, all);
  EXPECT_EQ(page.in_lines(all), Lines{"|was ordered|to paint the bridge"});
}

// "cue|content" of the questions found where no network found anything.
Lines questions(const std::string& text) {
  const LayoutPage page(text);
  std::vector<Attribution> all;
  add_opening_questions(WordForms(*page), all);
  Lines out;
  for (const Attribution& a : all) out.push_back(page.in_line(a).substr(1));
  return out;
}

TEST(PassiveCue, SentencesOpenWithWhatWasAsked) {
  EXPECT_EQ(questions("Asked on Monday whether he would sign, Odell laughed."), Lines{"Asked|whether he would sign"});
  EXPECT_EQ(questions("The mayor waited. When asked what he feared, he left."), Lines{"asked|what he feared"});
  EXPECT_EQ(questions("Asked about the money, he left. She asked whether he knew, and left. “Asked whether I knew, I left.”"), Lines{});
}

TEST(CueVerbs, AllForms) {
  for (const char* word : {"deny", "denies", "denied", "denying", "note", "noting", "preaches", "told", "swore", "criticises"})
    EXPECT_EQ(cue_verb(word), CueVerb::saying) << word;
  EXPECT_EQ(cue_verb("believing"), CueVerb::thinking);
  EXPECT_EQ(cue_verb("hoped"), CueVerb::wanting);
  EXPECT_EQ(cue_verb("nicknamed"), CueVerb::naming);
  EXPECT_EQ(cue_verb("paint"), CueVerb::none);
}

}  // namespace
}  // namespace sayso
