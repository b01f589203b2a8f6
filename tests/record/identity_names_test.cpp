#include <gtest/gtest.h>

#include <string>

#include "record/identity.h"
#include "record/names.h"

namespace sayso::record {
namespace {

TEST(FoldName, OneSpelling) {
  EXPECT_EQ(fold_name("José Ibáñez-O’Shea, Jr."), "jose ibanez-oshea jr");
  EXPECT_EQ(fold_name("Łukasz Żurek"), "lukasz zurek");
  EXPECT_EQ(fold_name("Søren Straße"), "soren strasse");
  EXPECT_EQ(fold_name("Сергей"), "sergey");
  EXPECT_EQ(fold_name(""), "");
  EXPECT_EQ(fold_name("…—’"), "");
  EXPECT_EQ(fold_name("김민석"), "김민석");
}

TEST(ParsePerson, Parts) {
  const PersonName name = parse_person("Sen. Ann B. van der Berg, Jr.");
  EXPECT_EQ(name.given, (std::vector<std::string>{"ann", "b"}));
  EXPECT_EQ(name.surname, "van der berg");
  EXPECT_EQ(name.suffix, "jr");
  EXPECT_EQ(parse_person("Cole, Ann").surname, "cole");
  EXPECT_EQ(parse_person("Kim Min-seok").surname, "kim");
  EXPECT_EQ(parse_person("JP Cole").given.size(), 2u);
  EXPECT_FALSE(parse_person("Cole").is_full());
  EXPECT_TRUE(parse_person("").surname.empty());
  EXPECT_TRUE(parse_person(" , . ").surname.empty());
}

TEST(Respelled, TranscriptionsOnly) {
  EXPECT_TRUE(is_respelling("sergei", "sergey"));
  EXPECT_TRUE(is_respelling("zelensky", "zelenskyy"));
  EXPECT_TRUE(is_respelling("aleksandr", "alexander"));
  EXPECT_TRUE(is_respelling("yusuph", "yusuf"));  // other last letters
  EXPECT_TRUE(is_respelling("temuks", "temux"));
  EXPECT_FALSE(is_respelling("moran", "marin"));
  EXPECT_TRUE(same_letters("min-jae", "minjae"));
  EXPECT_TRUE(same_letters("", "-"));
  EXPECT_FALSE(same_letters("min-jae", "minja"));
  EXPECT_FALSE(is_respelling("barton", "burton"));
  EXPECT_FALSE(is_respelling("hansen", "jansen"));
}

TEST(Judge, OddNamesAreNobody) {
  Sketch odd, person;
  person.name = "Ann Cole";
  for (const char* name : {"", " ", ".", "Mr.", "Jr.", "—", ",,,", "née"}) {
    odd.name = name;
    EXPECT_NE(judge(odd, person).verdict, Verdict::same) << name;
    EXPECT_FALSE(judge(odd, odd).reasons.empty());
    EXPECT_LE(keys_of(odd).filed.size(), kMaxKeys);
  }
}

// Ten thousand people, each named ten times, beside each other: no quadratic work.
TEST(Sketches, ManyEntities) {
  Document document;
  Extraction found;
  for (int e = 0; e < 10000; ++e) {
    found.entities.push_back({"Ann Cole" + std::to_string(e), SourceType::person, {}, {}});
    for (int i = 0; i < 10; ++i) {
      const auto begin = static_cast<std::uint32_t>(document.text.size());
      document.text += found.entities.back().name;
      found.entities.back().mentions.push_back({begin, static_cast<std::uint32_t>(document.text.size())});
      document.text += ", a baker, spoke. ";
    }
  }
  const std::vector<Sketch> all = sketches(document, found);
  ASSERT_EQ(all.size(), 10000u);
  EXPECT_EQ(all[5000].roles.front(), (Counted{"baker", 10}));
  EXPECT_LE(all[5000].company.size(), kMaxCounts);
}

}  // namespace
}  // namespace sayso::record
