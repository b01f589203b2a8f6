// Headlines: the forms, what they are not, and whose words they are.
#include "extract/headline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/refine.h"
#include "extract/who.h"
#include "page.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Lines = std::vector<std::string>;

constexpr const char* kStory =
    "\n\nBy Mia Holt\n\nAnn Cole came to Hill. “I told them that we cannot pay for the mill any more,” Cole said.";

Lines headline(const std::string& title) {
  const LayoutPage page(title + kStory);
  std::vector<Attribution> found;
  read_headline(*page, found);
  return page.in_lines(found);
}

struct Form {
  const char* title;
  const char* statement;
};
class Headlines : public testing::TestWithParam<Form> {};
TEST_P(Headlines, AreRead) { EXPECT_THAT(headline(GetParam().title), ElementsAre(GetParam().statement)); }

INSTANTIATE_TEST_SUITE_P(
    Forms, Headlines,
    testing::Values(Form{"Cole: the mill will close in May", "Cole|:|the mill will close in May"},
                    Form{"Cole: ‘We cannot pay for it’", "Cole|:|‘We cannot pay for it’"},
                    Form{"Hill Harbour Authority: boats to stay away", "Hill Harbour Authority|:|boats to stay away"},
                    Form{"Leaked memo: mill to close in May", "Leaked memo|:|mill to close in May"},
                    Form{"‘We cannot pay for it’: Ann Cole on the mill", "||‘We cannot pay for it’"},
                    Form{"‘They hid the bills’, clerk tells inquiry", "clerk|tells|‘They hid the bills’"},
                    Form{"“They hid the bills,” says clerk", "clerk|says|“They hid the bills,”"},
                    Form{"Mill ‘cannot pay’ its bills, says owner", "owner|says|Mill ‘cannot pay’ its bills"},
                    Form{"Mill knew of the leak for a year, memo shows", "memo|shows|Mill knew of the leak for a year"},
                    Form{"Mill knew of the leak for a year, say officials",
                         "officials|say|Mill knew of the leak for a year"},
                    Form{"Mill ‘hid’ its bills, jury told", "jury|told|Mill ‘hid’ its bills"},
                    Form{"Mill is ‘through the worst,’ Cole says", "Cole|says|Mill is ‘through the worst,’"},
                    Form{"Minister ‘has never seen a mill’ – TD", "TD|–|Minister ‘has never seen a mill’"},
                    Form{"I built it “for my nan”: Ann Cole on the mill", "Ann Cole|:|I built it “for my nan”"},
                    Form{"“We cannot pay for the mill”", "||“We cannot pay for the mill”"}));

class NoHeadlines : public testing::TestWithParam<const char*> {};
TEST_P(NoHeadlines, AreRead) { EXPECT_THAT(headline(GetParam()), IsEmpty()); }

INSTANTIATE_TEST_SUITE_P(Others, NoHeadlines,
                         testing::Values("Mill closes", "Opinion: the mill should close",
                                         "Hill v. Dale: a village goes to court", "Storm Edna: boats stay in",
                                         "‘Ace’ Cole comes home", "Mill – the facts about it", "Owner calls it ‘bad luck’ – not neglect",
                                         "Mill ‘cannot pay’ its bills in May"));

TEST(Lines, WithALabelAreStatements) {
  const LayoutPage page(
      std::string("Mill closes in May") + kStory +
      "\n\nCole: Nobody told us of it\n\nPolice: no sign of a break-in\n\nPhoto: Ann Cole at the mill\n\n"
      "Director: Ann Cole Hill Mill\n\nCole: how she built the mill\n\nCole: It was hard and long.");
  std::vector<Attribution> found;
  read_lines(*page, found);
  EXPECT_THAT(page.in_lines(found), ElementsAre("Cole|:|Nobody told us of it", "Police|:|no sign of a break-in"));
}

TEST(Headlines, EndWithTheirLine) {
  const LayoutPage page(std::string("Cole sacked: ‘The clerk told me’\n\nTuesday 3 March") + kStory);
  std::vector<Attribution> found = {page.attribution("Cole", "sacked:", "‘The clerk told me’\n\nTuesday 3 March")};
  read_headline(*page, found);
  EXPECT_THAT(page.in_lines(found), ElementsAre("Cole|sacked:|‘The clerk told me’"));
}

std::string speaker(const std::string& title) {
  Document document;
  document.text = title + kStory;
  const Analysis analysis = analyse(document);
  std::vector<Attribution> found;
  const WordForms forms(analysis);
  refine_attributions(analysis, forms, found);
  Extraction out;
  out.statements = build_statements(analysis, found);
  resolve_sources(analysis, forms, document, found, out);
  const Party& source = out.statements.front().source;
  return source.name ? *source.name : std::string(name_of(source.type));
}

TEST(Headlines, AreSaidByWhomTheStoryQuotes) {
  EXPECT_EQ(speaker("‘We cannot pay for the mill’: an owner looks back"), "Ann Cole");
  EXPECT_EQ(speaker("“We cannot pay for the mill”"), "Ann Cole");
  EXPECT_EQ(speaker("‘We cannot pay for the mill’, owner tells inquiry"), "Ann Cole");
  EXPECT_EQ(speaker("‘They hid the bills’, say critics"), "anonymous");
}

}  // namespace
}  // namespace sayso
