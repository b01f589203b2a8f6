// Names as no reporter writes them: thousands, in one case, of one surname, in other scripts. A sensible answer, never a crash.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "annotated.h"

namespace sayso {
namespace {

using ::testing::ElementsAre;
using ::testing::Each;

std::string invented(std::size_t i) {
  static constexpr const char* kSyllables[] = {"ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "zu"};
  std::string out;
  for (int n = 0; n < 4; ++n, i /= 10) out += kSyllables[i % 10];
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

// Seconds to tell who speaks in a text of so many people, each of whom speaks and is then "he".
double seconds_for(std::uint32_t people) {
  Document document;
  for (std::uint32_t i = 0; i < people; ++i) document.text += "Bob " + invented(i) + " said yes. He added no.\n\n";
  const Analysis analysis = analyse(document);
  std::vector<Attribution> attributions;
  for (std::uint32_t t = 0; t + 8 < analysis.tokens.size(); t += 9) {
    attributions.push_back({{t + 2, t + 3}, {{t, t + 2}}, {{t + 3, t + 4}}, 1});
    attributions.push_back({{t + 6, t + 7}, {{t + 5, t + 6}}, {{t + 7, t + 8}}, 1});
  }
  Extraction x;
  x.statements = build_statements(analysis, attributions);
  const auto begin = std::chrono::steady_clock::now();
  resolve_sources(analysis, WordForms(analysis), document, attributions, x);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  EXPECT_EQ(x.entities.size(), people);
  EXPECT_EQ(in_short(x.statements.back().source), in_short(x.statements[x.statements.size() - 2].source));
  return seconds;
}

TEST(OddNames, TenThousandPeople) {
  const double few = seconds_for(1'000), many = seconds_for(10'000);
  EXPECT_LT(many, 60 * few + 1);  // about linear, on a busy machine too
}

TEST(OddNames, NothingButPronouns) {
  std::string text;
  for (int i = 1; i <= 200; ++i) text += "{s" + std::to_string(i) + "|He} {c" + std::to_string(i) + "|said} {t" + std::to_string(i) + "|she knew him}. ";
  EXPECT_THAT(sources(text), Each("anonymous"));
}

TEST(OddNames, AllCapitalsAndNoCapitals) {
  EXPECT_THAT(sources("Ann Cole came home late.\n\n{s1|ANN COLE} {c1|:} {t1|YES WE CAN}"), ElementsAre("person Ann Cole"));
  EXPECT_THAT(sources("Ann Cole came home late.\n\n{t1|yes we can} {c1|—} {s1|ann cole}"), ElementsAre("person Ann Cole"));
}

TEST(OddNames, ParticlesApostrophesHyphensAccentsInitials) {
  EXPECT_THAT(sources("{s1|Ludwig van der Meer} {c1|said} {t1|yes}."), ElementsAre("person Ludwig van der Meer"));
  EXPECT_THAT(sources("{s1|Siobhán O’Rourke-Núñez} {c1|said} {t1|yes}."), ElementsAre("person Siobhán O’Rourke-Núñez"));
  EXPECT_THAT(sources("{s1|J. R. R. Halse} {c1|said} {t1|yes}."), ElementsAre("person J. R. R. Halse"));
  EXPECT_THAT(sources("In the end {s1|Łukasz Żółć} {c1|said} {t1|yes}."), ElementsAre("person Łukasz Żółć"));
}

TEST(OddNames, OtherScripts) {
  EXPECT_EQ(sources("{s1|王小明} {c1|said} {t1|yes}. {s2|Иван Петров} {c2|said} {t2|no}. {s3|שרה כהן} {c3|said} {t3|well}.").size(), 3u);
}

TEST(OddNames, TenOfOneSurname) {
  std::string text;
  for (const char* given : {"Ann", "Bob", "Carl", "Dora", "Emma", "Fred", "Gina", "Hugo", "Ida", "Jack"}) text += std::string(given) + " Cole came.\n\n";
  const Extraction x = extract_marked(text + "Later {s1|Hugo Cole} {c1|said} {t1|yes}. {s2|Cole} {c2|added} {t2|no}. {s3|Mrs Cole} {c3|said} {t3|well}.");
  ASSERT_EQ(x.entities.size(), 10u);
  EXPECT_EQ(in_short(x.statements[0].source), "person Hugo Cole");
  EXPECT_EQ(in_short(x.statements[1].source), "person Hugo Cole");
  EXPECT_NE(in_short(x.statements[2].source), "person Hugo Cole");
  EXPECT_FALSE(x.statements[0].source.is_doubtful());
  EXPECT_TRUE(x.statements[1].source.is_doubtful());
  EXPECT_GT(x.statements[1].source.candidates.size(), 1u);
}

}  // namespace
}  // namespace sayso
