// Indirect speech with most of the words that are asked for.
#include <gmock/gmock.h>

#include "archive.h"
#include "record/documents.h"

namespace sayso::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> told(const std::string& place, const std::vector<WantedWord>& words, double share,
                              std::size_t most = 10) {
  auto documents = Documents::open(place);
  if (!documents) return ADD_FAILURE() << documents.error().message, std::vector<std::string>();
  const auto found = documents->indirect_like(words, share, most);
  if (!found) return ADD_FAILURE() << found.error().message, std::vector<std::string>();
  std::vector<std::string> out;
  for (const Told& one : *found) out.push_back(one.content);
  return out;
}

class ToldTest : public testing::Test {
 protected:
  void SetUp() override {
    place_ = new_place("told.db");
    auto record = Record::open(place_, RecordAccess::write);
    ASSERT_TRUE(record);
    for (int i = 0; i < 30; ++i)  // what makes "town" a common word
      add(*record, {"t" + std::to_string(i),
                    "Hill Herald",
                    "2026-01-02",
                    {{"Ann Cole", "the town grows, part " + std::to_string(i), Kind::indirect}}});
    add(*record, {"a",
                  "Hill Herald",
                  "2026-02-02",
                  {{"Ann Cole", "the council had refused selling the mill in town", Kind::indirect}}});
    add(*record, {"b", "Hill Herald", "2026-02-03", {{"Rufus Tolmin", "the mill in town stands", Kind::mixed}}});
    add(*record,
        {"c", "Hill Herald", "2026-02-04", {{"Ann Cole", "We refuse to sell the mill in town.", Kind::direct}}});
    add(*record, {"d",
                  "Hill Herald",
                  "2026-02-05",
                  {{"Ann Cole", "the council refuses to sell the mill in town at all", Kind::indirect}}});
    add(*record, {"d",
                  "Hill Herald",
                  "2026-02-05",
                  {{"Ann Cole", "nothing of it was meant", Kind::indirect}}});  // its new version
    ASSERT_TRUE(record->commit());
  }

  std::string place_;
};

TEST_F(ToldTest, AnyInflectionWillDoAndMostWordsComeFirst) {
  const std::vector<WantedWord> words = {{"refuse", 1.8}, {"sell", 1.8}, {"mill", 1.8}, {"town", 1}};
  EXPECT_THAT(told(place_, words, 0.6), ElementsAre("the council had refused selling the mill in town"));
  EXPECT_THAT(told(place_, words, 0.4),
              ElementsAre("the council had refused selling the mill in town", "the mill in town stands"));
  EXPECT_THAT(told(place_, words, 0.4, 1), ElementsAre("the council had refused selling the mill in town"));
}

TEST_F(ToldTest, CommonWordsAloneAreFound) {
  EXPECT_THAT(told(place_, {{"town", 1}, {"grows", 1}}, 0.9, 100).size(), 30);
}

TEST_F(ToldTest, NothingIsFoundForNothing) {
  EXPECT_THAT(told(place_, {}, 0.6), IsEmpty());
  EXPECT_THAT(told(place_, {{"\u2014", 1}}, 0.6), IsEmpty());
  EXPECT_THAT(told(place_, {{"zeppelin", 1.8}, {"town", 1}}, 0.6), IsEmpty());
}

}  // namespace
}  // namespace sayso::record
