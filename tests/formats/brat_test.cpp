#include <gtest/gtest.h>

#include "sample.h"
#include "sayso/formats.h"

namespace sayso {
namespace {

std::string brat_of(const Document& document, const Extraction& extraction) {
  std::string out;
  append_header(out, Format::brat);
  append_document(out, Format::brat, document, extraction);
  append_footer(out, Format::brat);
  return out;
}

TEST(Brat, HasRolesEventsAndPieces) {
  EXPECT_EQ(brat_of(testing::sample_document(), testing::sample_extraction()),
            "T1\tSource 38 49\tZoë Märtens\n"
            "T2\tCue 50 54\ttold\n"
            "T3\tContent 18 37;106 115;116 126\t“We will not sell,” “Not now, not ever.”\n"
            "T4\tAttribution 50 54\ttold\n"
            "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
            "T5\tSource 128 131\tShe\n"
            "T6\tCue 132 136\tsaid\n"
            "T7\tContent 153 189\tthat Ben Okri had called it “a mess”\n"
            "T8\tAttribution 132 136\tsaid\n"
            "E2\tAttribution:T8 Source:T5 Cue:T6 Content:T7\n"
            "T9\tSource 158 166\tBen Okri\n"
            "T10\tCue 167 177\thad called\n"
            "T11\tContent 178 189\tit “a mess”\n"
            "T12\tAttribution 167 177\thad called\n"
            "E3\tAttribution:T12 Source:T9 Cue:T10 Content:T11\n"
            "T13\tContent 214 237\t“bankrupt. <b>&\"quoted\"\n"
            "T14\tAttribution 214 237\t“bankrupt. <b>&\"quoted\"\n"
            "E4\tAttribution:T14 Content:T13\n");
}

TEST(Brat, NothingSaidIsAnEmptyFile) { EXPECT_EQ(brat_of(testing::sample_document(), {}), ""); }

TEST(Brat, BlankLinesInsideAreNoPieces) {
  Document document;
  document.text = "a\r\n \r\nb\tc";
  Statement statement;
  statement.content = {document.text, {{0, 9}}};
  Extraction extraction;
  extraction.statements = {statement};
  EXPECT_EQ(brat_of(document, extraction),
            "T1\tContent 0 1;6 9\ta b c\nT2\tAttribution 0 1;6 9\ta b c\nE1\tAttribution:T2 Content:T1\n");
}

}  // namespace
}  // namespace sayso
