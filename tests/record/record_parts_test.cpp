#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/changes.h"
#include "record/document_key.h"
#include "record/pack.h"
#include "record/sketch_pack.h"
#include "record/sql.h"
#include "record/text_index.h"
#include "record/tsquery.h"
#include "record/words.h"

namespace sayso::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

TEST(Pack, SpansNumbersAndStringsComeBack) {
  const std::vector<Span> spans = {{0, 3}, {120, 4'000'000'000}};
  EXPECT_EQ(pack_spans(spans), "0 3;120 4000000000");
  EXPECT_EQ(unpack_spans(pack_spans(spans)), spans);
  EXPECT_THAT(unpack_spans(""), IsEmpty());
  EXPECT_THAT(unpack_numbers(pack_numbers({0, 12, 3})), ElementsAre(0, 12, 3));
  const std::vector<std::string> strings = {"Ann \"Ace\" Cole", "", "naïve\n"};
  EXPECT_EQ(unpack_strings(pack_strings(strings)), strings);
}

TEST(Pack, DamagedColumnsEndInASensibleWay) {
  EXPECT_THAT(unpack_spans("x"), testing::SizeIs(testing::Le(1)));
  EXPECT_THAT(unpack_strings("[\"a\", 3"), IsEmpty());
}

TEST(Pack, SketchesComeBack) {
  Sketch s;
  s.name = "Ann B. Cole";
  s.suffix = "jr";
  s.forms = {{"Ann B. Cole", 3}, {"Cole", 1}};
  s.roles = {{"mayor of hill", 2}};
  s.born = {{"1978", 1}};
  s.she = 4;
  s.first_day = "2026-01-02";
  s.documents = 7;
  EXPECT_EQ(unpack_sketch(pack_sketch(s)), s);
  EXPECT_EQ(unpack_sketch("").documents, 1u);
}

TEST(DocumentKey, AddressesOfOnePageAreOne) {
  EXPECT_EQ(plain_url("https://www.Hill.example/A?utm_source=x&id=3&fbclid=9#top"), "hill.example/A?id=3");
  EXPECT_EQ(plain_url("http://hill.example/A/?id=3"), "hill.example/A?id=3");
  EXPECT_EQ(plain_url("hill.example"), "hill.example");
}

TEST(DocumentKey, FilesAreThemselvesAndLinesOfAFileAreTheirText) {
  Document d;
  d.text = "text";
  d.path = "a/../b.txt";
  EXPECT_THAT(key_of(d), StartsWith("file:/"));
  EXPECT_THAT(key_of(d), testing::EndsWith("/b.txt"));
  for (const char* path : {"-", "news.jsonl.zst", "crawl.warc.gz"}) {
    d.path = path;
    EXPECT_THAT(key_of(d), StartsWith("text:")) << path;
  }
  d.id = "17";
  d.outlet = "Hill Herald";
  EXPECT_EQ(key_of(d), "id:Hill Herald:17");
}

TEST(Changes, PairsRewordingsAndLeavesWhatStayed) {
  const auto changes = changes_between({"“We will not sell the mill,”", "that it rained", "“Yes.”"},
                                       {"“Yes.”", "“We will never sell the mill,”", "“No.”"});
  ASSERT_EQ(changes.size(), 3u);
  EXPECT_EQ(changes[0].what, Change::What::reworded);
  EXPECT_EQ(changes[1].what, Change::What::added);
  EXPECT_EQ(changes[1].after, "“No.”");
  EXPECT_EQ(changes[2].what, Change::What::removed);
  EXPECT_EQ(changes[2].before, "that it rained");
}

TEST(TextIndex, WordsAreFolded) {
  EXPECT_THAT(words_of("“Crème brûlée,” she said: 3.5 ÖL"), ElementsAre("creme", "brulee", "she", "said", "3", "5", "ol"));
  EXPECT_THAT(words_of("— … “”"), IsEmpty());
}

TEST(TextIndex, VectorsOfWordsNeedNoParser) {
  EXPECT_EQ(tsvector_of("The county’s mills, IS it?", "xb1 xkdirect0"), "'the':1 'counti':2 's':3 'mill':4 'is':5 'it':6 '#xb1' '#xkdirect0' ");
  Condition both;
  both.add({Term::Match::phrase, {"mill", "closes"}});
  both.add({Term::Match::prefix, {"cou"}});
  both.join(Condition::What::either);
  both.tag("xb1");
  both.join(Condition::What::negated);
  both.join(Condition::What::both);
  EXPECT_EQ(tsquery_of(both), "((('mill' <-> 'close') | 'cou':*) & !'#xb1')");
}

TEST(TextIndex, TagsTellFiltersApart) {
  Tagged t;
  t.by = {12, 3};
  t.outlet = 5;
  t.kind = "direct";
  t.stance = "asserts";
  t.type = "person";
  t.day = "2019-05-30";
  EXPECT_EQ(tags_of(t), "xkdirect0 xb12 xb3 xo5 xm201905 xd20190530");
  t.by.clear();
  t.source = "two officials";
  t.day.reset();
  t.latest = false;
  t.stance = "denies";
  t.type = "anonymous";
  t.channel = "press_conference";
  EXPECT_EQ(tags_of(t), "xkdirect0 xo5 xadenies0 xyanonymous0 xcpressconference0 xm0 xstwo0 xsofficials0 xold0");
}

}  // namespace
}  // namespace sayso::record
