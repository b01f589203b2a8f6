// What the text around a quotation tells: occasions, speakers, and what that makes of two wordings.
#include "trace/setting.h"

#include <gtest/gtest.h>

#include "text/code_points.h"
#include "trace/compare.h"
#include "trace/pair_documents.h"

namespace sayso::trace {
namespace {

TEST(Occasions, AreToldByTheSentenceAndTheOneBefore) {
  const Occasions letter = occasions_around("Ann Cole wrote to the council. In a letter on Monday she said: \u201C", "\u201D");
  EXPECT_NE(letter, 0U);
  EXPECT_EQ(letter, occasions_around("In a letter on Monday she gave her reasons. She said \u201C", "\u201D and no more."));
  EXPECT_EQ(letter, occasions_around("In a letter to Mr. Halse she gave her reasons.\n\nShe said \"", "\""));
  EXPECT_EQ(0U, occasions_around("The letter came on Monday. It was long. The mill was old. She said \u201C", "\u201D"));
  EXPECT_NE(letter, occasions_around("", "\u201D she told reporters."));
  EXPECT_EQ(0U, occasions_around("", "\u201D she said. Reporters asked again."));
  EXPECT_EQ(0U, occasions_around("", ""));
}

TEST(Occasions, AreNotReadInOtherQuotationsButInNamesOfProgrammes) {
  EXPECT_EQ(0U, occasions_around("\u201CI have never had any letter of theirs,\u201D she said, and \u201C", "\u201D"));
  EXPECT_EQ(occasions_around("She said on \u201CMeet the Press\u201D that \u201C", "\u201D"), occasions_around("In an interview she said \u201C", "\u201D"));
}

Setting spoken_by(std::vector<std::vector<std::string>> speakers, std::unordered_set<std::string> words) {
  Setting out;
  out.speakers = std::move(speakers);
  out.words = std::move(words);
  return out;
}

TEST(Speakers, AreComparedByLastNamesAndByWhomTheTextsName) {
  const Setting cole = spoken_by({{"ann", "cole"}}, {"cole", "mill"}), surname = spoken_by({{"cole"}}, {"cole"});
  EXPECT_EQ(Speakers::same, compare_speakers(cole, surname));
  EXPECT_EQ(Speakers::same, compare_speakers(spoken_by({{"desmarais"}}, {}), spoken_by({{"desmarai"}}, {})));
  const Setting halse = spoken_by({{"imogen", "halse"}}, {"halse"});
  EXPECT_EQ(Speakers::strangers, compare_speakers(cole, halse));
  EXPECT_EQ(Speakers::one_named, compare_speakers(cole, spoken_by({{"halse"}}, {"halse", "cole"})));
  EXPECT_EQ(Speakers::both_named, compare_speakers(spoken_by({{"cole"}}, {"halse"}), spoken_by({{"halse"}}, {"cole"})));
  EXPECT_EQ(Speakers::unknown, compare_speakers(cole, Setting()));
  Setting aide;
  aide.unnamed = true;
  EXPECT_EQ(Speakers::no_name, compare_speakers(cole, aide));
  aide.words = {"cole"};
  EXPECT_EQ(Speakers::unknown, compare_speakers(aide, cole));
}

// One direct statement: what stands between the first two marks, by the first word.
Extraction extract(const Document& document) {
  const CodePoints points(document.text);
  const std::size_t begin = document.text.find('"'), end = document.text.find('"', begin + 1);
  Statement s;
  s.kind = Kind::direct;
  s.content.spans = {{points.index_of(begin), points.index_of(end) + 1}};
  s.source.type = SourceType::person;
  s.source.name = document.text.substr(0, document.text.find(' '));
  Extraction out;
  out.statements = {s};
  return out;
}

class Placed {
 public:
  // The text with the words between its first two marks.
  explicit Placed(std::string id, std::string text, std::string outlet) {
    const CodePoints points(text);
    const std::size_t begin = text.find('"') + 1, end = text.find('"', begin);
    wording_.text = text.substr(begin, end - begin);
    wording_.outlet = outlet;
    at_ = {id, {points.index_of(begin), points.index_of(end)}};
    document_.id = id, document_.text = std::move(text);
  }
  const Document& document() const { return document_; }
  const Wording& wording() const { return wording_; }
  const PrintedAt& at() const { return at_; }

 private:
  Document document_;
  Wording wording_;
  PrintedAt at_;
};

Comparison compared(const Placed& a, const Placed& b, bool read) {
  WordingPair pair{"1", a.wording(), b.wording(), a.at(), b.at()};
  PairDocuments documents({a.document(), b.document()}, extract);
  if (read) documents.read(pair);
  EXPECT_EQ(read, pair.a.setting && pair.b.setting);
  return compare(pair.a, pair.b);
}

const std::string kWords = "We must keep the old mill and its weir for the people of Weston";
const std::string kOtherWords = "We should keep the old mill and its race for the people of Weston";

TEST(Settings, OtherWordsOnAnotherOccasionAreAnotherUtterance) {
  const Placed letter("1", "Cole wrote a letter: \"" + kWords + ".\"", "Herald");
  const Placed hearing("2", "Cole said at a hearing: \"" + kOtherWords + ".\"", "Post");
  EXPECT_TRUE(compared(letter, hearing, false).same_utterance);
  EXPECT_FALSE(compared(letter, hearing, true).same_utterance);
  const Placed copied("3", "Cole said at a hearing: \"" + kWords + ".\"", "Post");
  EXPECT_TRUE(compared(letter, copied, true).same_utterance) << "a copy to the word is one";
}

TEST(Settings, TextsThatShareMoreTellOfOneOccasion) {
  const std::string more = " The council of Weston meets again on the third of May, and the owners of the mill will be heard then, the clerk wrote.";
  const Placed letter("1", "Cole wrote a letter: \"" + kWords + ".\"" + more, "Herald");
  const Placed hearing("2", "Cole said at a hearing: \"" + kOtherWords + ".\"" + more, "Post");
  EXPECT_TRUE(compared(letter, hearing, true).same_utterance);
  const Placed own("3", "Cole said at a hearing: \"" + kOtherWords + ".\"" + more, "Herald");
  EXPECT_FALSE(compared(letter, own, true).same_utterance) << "an outlet repeats itself";
}

TEST(Settings, StrangersDoNotSayTheSame) {
  const std::string words = "We have nothing to hide from anybody here";
  const Placed cole("1", "Cole said it again: \"" + words + ".\"", "Herald"), halse("2", "Halse said it again: \"" + words + ".\"", "Post");
  EXPECT_TRUE(compared(cole, halse, false).same_utterance);
  EXPECT_FALSE(compared(cole, halse, true).same_utterance);
}

TEST(Settings, AreOnlyReadWhereTheWordsStand) {
  const Placed a("1", "Cole said: \"" + kWords + ".\"", "Herald");
  PairDocuments documents({a.document()}, extract);
  WordingPair pair{"1", a.wording(), a.wording(), PrintedAt{"2", a.at().quoted}, PrintedAt{"1", {0, 3}}};
  documents.read(pair);
  EXPECT_FALSE(pair.a.setting) << "no such document";
  EXPECT_TRUE(pair.b.setting) << "they stand elsewhere in it, once";
  WordingPair other{"1", a.wording(), a.wording(), std::nullopt, PrintedAt{"1", {4000, 4100}}};
  other.b.text = "We will sell it";
  documents.read(other);
  EXPECT_FALSE(other.a.setting);
  EXPECT_FALSE(other.b.setting) << "not its words";
}

TEST(Settings, PlacesOfPairsAreRead) {
  const auto pair = read_pair(R"({"a": {"text": "x", "doc": "d1", "begin": 3, "end": 9}, "b": {"text": "y", "doc": "d2", "begin": 9, "end": 9}})", "f:1");
  ASSERT_TRUE(pair);
  ASSERT_TRUE(pair->at_a);
  EXPECT_EQ("d1", pair->at_a->document);
  EXPECT_EQ((Span{3, 9}), pair->at_a->quoted);
  EXPECT_FALSE(pair->at_b);
}

}  // namespace
}  // namespace sayso::trace
