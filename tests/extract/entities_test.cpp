// Which mentions are one: asked through the list of entities that a result has.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "annotated.h"

namespace sayso {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::UnorderedElementsAre;

const Entity* entity(const Extraction& in, std::string_view name) {
  const auto at = std::ranges::find(in.entities, name, &Entity::name);
  return at == in.entities.end() ? nullptr : &*at;
}

std::vector<std::string> entity_names(const Extraction& in) {
  std::vector<std::string> out;
  for (const Entity& e : in.entities) out.push_back(e.name);
  return out;
}

TEST(Entities, SurnameTitleAndNicknameJoinTheFullName) {
  const Extraction x = extract_marked("Sen. Ann \"Ace\" Cole, R-Utah, spoke first. Cole left. Mrs Cole waved. They call her Ace.");
  const Entity* cole = entity(x, "Ann Cole");
  ASSERT_NE(cole, nullptr);
  EXPECT_EQ(cole->type, SourceType::person);
  EXPECT_EQ(cole->mentions.size(), 4u);
  EXPECT_THAT(cole->aliases, IsSupersetOf({"Cole", "Mrs Cole", "Ace"}));
}

TEST(Entities, TheFullestNameMayComeLater) {
  const Extraction x = extract_marked("Halse has left. Ivar Halse, 44, a diver, said nothing. Ivar T. Halse is his full name.");
  ASSERT_THAT(entity_names(x), ElementsAre("Ivar T. Halse"));
  EXPECT_EQ(x.entities[0].mentions.size(), 3u);
}

TEST(Entities, ShortFormsOfGivenNames) {
  EXPECT_THAT(entity_names(extract_marked("Robert Halse spoke. Later Bob Halse left.")), ElementsAre("Robert Halse"));
}

TEST(Entities, OneSurnameTwoPeople) {
  const Extraction x = extract_marked("Ann Cole and Bob Cole came. Mrs Cole sat. Mr Cole stood.");
  ASSERT_THAT(entity_names(x), UnorderedElementsAre("Ann Cole", "Bob Cole"));
  EXPECT_THAT(entity(x, "Ann Cole")->aliases, ElementsAre("Mrs Cole", "Ann"));
  EXPECT_THAT(entity(x, "Bob Cole")->aliases, ElementsAre("Mr Cole", "Bob"));
}

TEST(Entities, ElderAndYounger) {
  const Extraction x = extract_marked("Gerald Halse dived. His son, Owen Halse, leads now. The younger Halse wept. The elder Halse had not.");
  EXPECT_THAT(entity(x, "Owen Halse")->aliases, ::testing::Contains("The younger Halse"));
  EXPECT_THAT(entity(x, "Gerald Halse")->aliases, ::testing::Contains("The elder Halse"));
}

TEST(Entities, ARelativeDoesNotTakeTheBareName) {
  const Extraction x = extract_marked("Rand Halse ran. He learnt from his father, Ron Halse. Although old, Halse won.");
  EXPECT_EQ(entity(x, "Rand Halse")->mentions.size(), 2u);
  EXPECT_EQ(entity(x, "Ron Halse")->mentions.size(), 1u);
}

TEST(Entities, SurnameFirst) {
  const Extraction x = extract_marked("Kim Min-seok spoke in Seoul. Mr. Kim smiled.");
  EXPECT_THAT(entity(x, "Kim Min-seok")->aliases, IsSupersetOf({"Mr. Kim"}));
}

TEST(Entities, Acronyms) {
  const Extraction defined = extract_marked("The National Health Board (NHB) met. The NHB voted.");
  ASSERT_THAT(entity_names(defined), ElementsAre("National Health Board"));
  EXPECT_THAT(defined.entities[0].aliases, ElementsAre("NHB"));
  const Extraction spelled = extract_marked("The Carrow Harbour Authority met. Later the CHA voted.");
  EXPECT_THAT(entity_names(spelled), ElementsAre("Carrow Harbour Authority"));
}

TEST(Entities, ShortFormsOfBodies) {
  EXPECT_THAT(entity_names(extract_marked("He reads the Hill Herald. She reads the Herald too.")), ElementsAre("Hill Herald"));
  EXPECT_THAT(entity_names(extract_marked("Oakhurst Foundries fell. Then Oakhurst rose.")), ElementsAre("Oakhurst Foundries"));
}

TEST(Entities, ACityIsNoShortFormOfItsPaper) {
  const Extraction x = extract_marked("He reads the New York Times in New York.");
  EXPECT_THAT(entity_names(x), ElementsAre("New York Times"));
}

TEST(Entities, FamiliesAreGroups) {
  const Extraction x = extract_marked("Ann Cole sold the farm. {s1|The Coles} {c1|said} {t1|nothing was left}.");
  EXPECT_EQ(in_short(x.statements[0].source), "group Coles");
}

TEST(Entities, AccountsJoinTheirOwners) {
  const Extraction x = extract_marked("June Abara left.\n\nSo tired\n\n— june abara (@junebug) July 8, 2025\n\nRoz Tempest (@roztempest) replied.");
  EXPECT_THAT(entity(x, "June Abara")->aliases, ::testing::Contains("@junebug"));
  EXPECT_THAT(entity(x, "Roz Tempest")->aliases, ::testing::Contains("@roztempest"));
}

TEST(Entities, NicknamesInMarks) {
  const Extraction x = extract_marked("Gerald Halse dived. To other divers he was \"The Badger\". Ann Cole is better known as \"Ace\".");
  EXPECT_THAT(entity(x, "Gerald Halse")->aliases, ::testing::Contains("The Badger"));
  EXPECT_THAT(entity(x, "Ann Cole")->aliases, ::testing::Contains("Ace"));
}

TEST(Entities, MentionsAreInTextOrderAndInsideTheText) {
  const Extraction x = extract_marked("Ann Cole came. {s1|She} {c1|said} {t1|yes}. Later Cole left.");
  const Entity& cole = *entity(x, "Ann Cole");
  EXPECT_THAT(cole.mentions, ElementsAre(Span{0, 8}, Span{15, 18}, Span{35, 39}));
  EXPECT_THAT(cole.aliases, ElementsAre("Cole"));  // no pronouns
}

TEST(Entities, StageNamesAndBirthNames) {
  for (const char* text : {"Mz Quill, born Matilda Quillan, left. Quillan wept. Quill sang.", "Mz Quill, whose real name is Matilda Quillan, left. Quillan wept. Quill sang.",
                           "The singer known as Mz Quill was born Matilda Quillan. Quillan wept. Quill sang.",
                           "Matilda Quillan, who performs as Mz Quill, left. Quillan wept. Quill sang."}) {
    const Extraction x = extract_marked(text);
    ASSERT_EQ(x.entities.size(), 1u) << text;
    EXPECT_EQ(x.entities[0].mentions.size(), 4u) << text;
    EXPECT_THAT(x.entities[0].aliases, IsSupersetOf({"Quillan", "Quill"})) << text;
  }
}

TEST(Entities, NicknameAndSurnameBeforeTheFullName) {
  const Extraction x = extract_marked("Moxie Drake is angry. Marisol \"Moxie\" Drake left.");
  ASSERT_THAT(entity_names(x), ElementsAre("Marisol Drake"));
}

TEST(Entities, BodiesAreCalledByTheirFirstWord) {
  const Extraction x = extract_marked("It was Castellan Row that paid. Castellan left.");
  ASSERT_THAT(entity_names(x), ElementsAre("Castellan Row"));
  EXPECT_EQ(x.entities[0].type, SourceType::organization);
  EXPECT_THAT(entity_names(extract_marked("He left Redbird Records. Redbird wept.")), ElementsAre("Redbird Records"));
}

TEST(Entities, SurnamesInCapitalsDoNotMakeABody) {
  const Extraction x = extract_marked("Opal Renfro spoke.\n\nRENFRO: Yes.\n\nRENFRO: No.\n\nRENFRO: Well.");
  ASSERT_THAT(entity_names(x), ElementsAre("Opal Renfro"));
  EXPECT_EQ(x.entities[0].type, SourceType::person);
}

}  // namespace
}  // namespace sayso
