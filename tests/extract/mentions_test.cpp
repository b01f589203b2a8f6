#include "extract/mentions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "annotated.h"

namespace sayso {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string as_written(const WordForms& f, TokenRange range) {
  std::string out;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (t > range.begin && f.is_spaced(t)) out += ' ';
    out += f.text(t);
  }
  return out;
}

const char* kind_letter(NameKind kind) {
  switch (kind) {
    case NameKind::person: return "P";
    case NameKind::organization: return "O";
    case NameKind::place: return "L";
    case NameKind::group: return "G";
    case NameKind::document: return "D";
    case NameKind::work: return "W";
    case NameKind::unknown: break;
  }
  return "?";
}

// "P Ann Cole": kind and name of each mention; with `tags` as the model would give them.
std::vector<std::string> names(std::string_view text) {
  const Annotated in = annotate(text);
  const WordForms forms(*in.analysis);
  const Capitals capitals(forms);
  std::vector<std::string> out;
  for (const Mention& m : find_mentions(forms, capitals, {})) {
    if (!m.adjective) out.push_back(std::string(kind_letter(m.kind)) + " " + as_written(forms, m.name));
  }
  return out;
}

TEST(Mentions, TitlesAreNoPartOfTheName) {
  EXPECT_THAT(names("They met Gov. Dolores Whitt and Prime Minister Arvid Holm."), ElementsAre("P Dolores Whitt", "P Arvid Holm"));
  EXPECT_THAT(names("They met Dr. Cole, Mrs Reyes and House Speaker Jo Starks."), ElementsAre("P Cole", "P Reyes", "P Jo Starks"));
  EXPECT_THAT(names("They met Secretary of State Ann Cole."), ElementsAre("P Ann Cole"));
  EXPECT_THAT(names("Yesterday the President spoke."), IsEmpty());
}

TEST(Mentions, TitlesThatAreGivenNamesOrSurnames) {
  EXPECT_THAT(names("It was Dean Brydon who met Stephen King."), ElementsAre("P Dean Brydon", "P Stephen King"));
}

TEST(Mentions, JointsInsideNames) {
  EXPECT_THAT(names("We saw Jennifer O’Malley Dillon, Mei Tanaka-Boyle and J. R. Halse Jr. there."),
              ElementsAre("P Jennifer O’Malley Dillon", "P Mei Tanaka-Boyle", "P J. R. Halse Jr."));
  EXPECT_THAT(names("We saw Kim Min-seok, Robert de la Cruz and E.W. Marsh."),
              ElementsAre("P Kim Min-seok", "P Robert de la Cruz", "P E.W. Marsh"));
}

TEST(Mentions, NicknamesStandInside) {
  EXPECT_THAT(names("He was Patrick \"Paddy\" Odell then."), ElementsAre("P Patrick \"Paddy\" Odell"));
  EXPECT_THAT(names("He was Patrick (“Paddy”) Odell then."), ElementsAre("P Patrick (“Paddy”) Odell"));
}

TEST(Mentions, PossessivesAndContractionsEndNames) {
  EXPECT_THAT(names("It was Ann Cole's boat and James’ dog."), ElementsAre("P Ann Cole", "P James"));
  EXPECT_THAT(names("Don't go. We’ve seen it."), IsEmpty());
}

TEST(Mentions, BodiesRunOverSmallWords) {
  EXPECT_THAT(names("It was the Bureau of Mines and the University of Skarne."), ElementsAre("O Bureau of Mines", "O University of Skarne"));
  EXPECT_THAT(names("He runs the Department of Health and Human Services."), ElementsAre("O Department of Health and Human Services"));
  EXPECT_THAT(names("Call the Food and Drug Administration."), ElementsAre("O Food and Drug Administration"));
  EXPECT_THAT(names("Ask the Metalworkers' Union."), ElementsAre("O Metalworkers' Union"));
  EXPECT_THAT(names("Citizens for Clean Water sued."), ElementsAre("O Citizens for Clean Water"));
}

TEST(Mentions, OrdinaryWordsThatOpenSentencesAreNoNames) {
  EXPECT_THAT(names("However it ends, Officials wait. Researchers left. Meanwhile nothing moved."), ElementsAre("? Officials"));
  EXPECT_THAT(names("Harbour water rose. The harbour closed."), IsEmpty());
  EXPECT_THAT(names("On Monday in March it rained."), IsEmpty());
}

TEST(Mentions, LoneNamesAtTheStartOfASentence) {
  EXPECT_THAT(names("Valdés bought it. Then Valdés sold it."), ElementsAre("? Valdés", "? Valdés"));
}

TEST(Mentions, AdjectivesAreLeftOut) {
  EXPECT_THAT(names("The London-based firm and Republican Mitt Halse met a German envoy."), ElementsAre("P Mitt Halse"));
  EXPECT_THAT(names("So did Nita Marsh, D-N.Y., last week."), ElementsAre("P Nita Marsh"));
}

TEST(Mentions, HeadlinesKnowTheBodysNames) {
  EXPECT_THAT(names("Why Odell Could Not Say No To The Dredger\n\nPatrick Odell left the room. It was late."),
              ElementsAre("? Odell", "P Patrick Odell"));
  EXPECT_THAT(names("ODELL SAYS NO AGAIN\n\nPatrick Odell left the room."), ElementsAre("O ODELL", "P Patrick Odell"));
}

TEST(Mentions, PlacesGroupsDocuments) {
  EXPECT_THAT(names("He said Republicans in New York read the Clean Harbours Act."), ElementsAre("G Republicans", "L New York", "D Clean Harbours Act"));
}

TEST(Mentions, NamesThatFillAQuotationAreWorks) {
  EXPECT_THAT(names("His album, \"Paper Moons,\" is out."), ElementsAre("W Moons"));
}

TEST(Mentions, GluedPagesEndTheNameWhereItComesBack) {
  EXPECT_THAT(names("President Cole Ann Jane ColeReyes calls for calm MORE on Monday left."), ::testing::Contains("P Cole"));
  EXPECT_THAT(names("President Cole Ann Jane ColeReyes calls for calm."), ::testing::Not(::testing::Contains(::testing::HasSubstr("ColeReyes"))));
}

TEST(Mentions, TheModelsTagsDecideWhereWordsDoNot) {
  const Annotated in = annotate("He likes Bassline a lot.");
  const WordForms forms(*in.analysis);
  const Capitals capitals(forms);
  std::vector<NameTag> tags(in.analysis->tokens.size(), NameTag::none);
  tags[2] = NameTag::organization;
  const auto found = find_mentions(forms, capitals, tags);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, NameKind::organization);
}

TEST(Mentions, AmpersandsJoinTheNamesOfBodies) {
  EXPECT_THAT(names("Yesterday Brindle & Hoare met Corwin & Pike."), ElementsAre("O Brindle & Hoare", "O Corwin & Pike"));
}

TEST(Mentions, LettersBehindANameAreNoPartOfIt) {
  EXPECT_THAT(names("They met Ambrose Fane KC and Jo Starks MP."), ElementsAre("P Ambrose Fane", "P Jo Starks"));
}

TEST(Mentions, OfficesOfTwoWordsAndOfMany) {
  EXPECT_THAT(names("They met Chief Executive Todd Baskin and Justices Ida Marlow."), ElementsAre("P Todd Baskin", "P Ida Marlow"));
  EXPECT_THAT(names("They met DJ Hattie Moss-Lane there."), ElementsAre("P Hattie Moss-Lane"));
}

TEST(Mentions, NicknamesInDoubledAndTypographicMarks) {
  EXPECT_THAT(names("It was Tiffany ''Tiff'' Odell and Hector ‘Half-Past’ Mundy."), ElementsAre("P Tiffany ''Tiff'' Odell", "P Hector ‘Half-Past’ Mundy"));
}

TEST(Mentions, BodiesByWhatIsSaidOfThem) {
  EXPECT_THAT(names("They sued Castellan Row, which runs two mines."), ElementsAre("O Castellan Row"));
  EXPECT_THAT(names("They sued Castellan Row, a brokerage."), ElementsAre("O Castellan Row"));
  EXPECT_THAT(names("They sued the private equity firm Castellan Row."), ElementsAre("O Castellan Row"));
  EXPECT_THAT(names("They sued Wendo Row, a foreman at a company."), ElementsAre("P Wendo Row"));
}

TEST(Mentions, AnArticleTellsBodiesThatBeginWithGivenNames) {
  EXPECT_THAT(names("She told the Dale Post, and the Dale Courier."), ElementsAre("O Dale Post", "O Dale Courier"));
}

TEST(Mentions, CapitalsInsideAWordMakeAName) { EXPECT_THAT(names("FreshCart, a rival, is small."), ElementsAre("? FreshCart")); }

}  // namespace
}  // namespace sayso
