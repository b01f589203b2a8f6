#include <gtest/gtest.h>

#include <string>

#include "record/identity.h"
#include "record/identity_parts.h"
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

TEST(Forms, OfOneNameAlone) {
  for (const char* form : {"Cole", "Ann", "Annie Cole", "A. Cole", "Ann B. Cole", "Ann Cole-Reyes"}) EXPECT_TRUE(may_be_called("Ann Cole", form)) << form;
  for (const char* form : {"Bram Cole", "Reyes", "Ann Cole Jr.", "Council"}) EXPECT_FALSE(may_be_called("Ann Cole", form)) << form;
  EXPECT_FALSE(may_be_called("Ann B. Cole", "Ann C. Cole"));
  EXPECT_FALSE(may_be_called("Kim Min Jae", "Kim Jae Seok"));
}

// A story about a brother and a sister, in which he was once taken for her.
TEST(Judge, ABrotherIsNotTheSister) {
  Sketch sister, brother;
  sister.name = "Ivy Marlott", brother.name = "Denzil Marlott";
  sister.forms = {{"Ivy Marlott", 5}, {"Denzil Marlott", 4}, {"Marlott", 3}};
  brother.forms = {{"Denzil Marlott", 2}};
  sister.bodies = brother.bodies = {{"hill council", 3}, {"marlott mills", 2}};
  sister.company = brother.company = {{"roz tempest", 2}};
  EXPECT_NE(judge(sister, brother).verdict, Verdict::same);
}

TEST(Judge, FatherAndSonWhereBothAreNamed) {
  Sketch father, son;
  father.name = "Denzil Marlott", son.name = "Denzil Marlott Jr.", son.suffix = "jr";
  father.bodies = son.bodies = {{"hill council", 3}, {"marlott mills", 2}, {"orne bank", 1}};
  father.roles = son.roles = {{"mayor of hill", 2}};
  father.company = son.company = {{"roz tempest", 2}, {"ann cole", 2}};
  EXPECT_EQ(judge(father, son).verdict, Verdict::same);
  son.company.push_back({"denzil marlott", 1});
  EXPECT_EQ(judge(father, son).verdict, Verdict::different);
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
