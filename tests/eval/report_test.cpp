#include "eval/report.h"

#include <gtest/gtest.h>

namespace sayso::eval {
namespace {

Report attributions() {
  Report out;
  out.sections = {{"all", {{"found", {{"P", 50.0}, {"R", 33.3}, {"F1", 40.0}}, {{"gold", 3}, {"pred", 2}}},
                           {"cover.3", {{"R", 100.0}}, {{"gold", 3}}}}}};
  return out;
}

Report stories() {
  Report out;
  out.of = Report::Of::stories;
  out.sections = {{"", {{"found", {{"P", 50.0}, {"R", 33.3}, {"F1", 40.0}}, {{"n", 3}}}, {"kind", {{"share", 7.5}}, {{"n", 3}}}}}};
  out.lost = {"a\"b", "c"};
  return out;
}

TEST(Report, json_has_the_shape_of_the_reference) {
  EXPECT_EQ(to_json(attributions(), false),
            "{\"all\": {\"found\": {\"P\": 50.0, \"R\": 33.3, \"F1\": 40.0, \"gold\": 3, \"pred\": 2}, "
            "\"cover.3\": {\"R\": 100.0, \"gold\": 3}}}\n");
  EXPECT_EQ(to_json(stories(), false),
            "{\"found\": {\"P\": 50.0, \"R\": 33.3, \"F1\": 40.0, \"n\": 3}, \"kind\": {\"share\": 7.5, \"n\": 3}, "
            "\"lost\": [\"a\\\"b\", \"c\"]}\n");
}

TEST(Report, text_is_a_table) {
  EXPECT_EQ(to_text(attributions()),
            "all                   P      R     F1    gold    pred\n"
            "  found            50.0   33.3   40.0       3       2\n"
            "  cover.3                100.0              3\n");
  EXPECT_EQ(to_text(stories()),
            "found         P  50.0  R  33.3  F1  40.0  n 3\n"
            "kind            7.5 %  n 3\n"
            "lost          2 a\"b c\n");
}

TEST(Report, misses_are_lines_of_text_and_a_key_of_their_own) {
  Report report = stories();
  report.misses = {{"mill", "we\tsell", "Ann Cole", "Jo Reyes", {"source", "kind"}}};
  EXPECT_TRUE(to_text(report).starts_with("mill: we\tsell wanted Ann Cole, got Jo Reyes, source wrong, kind wrong\n"));
  EXPECT_NE(to_json(report, true).find("\"misses\": [{\"document\": \"mill\", \"content\": \"we\\u0009sell\", "
                                       "\"wanted\": \"Ann Cole\", \"got\": \"Jo Reyes\", \"wrong\": [\"source\", \"kind\"]}]"),
            std::string::npos);
}

}  // namespace
}  // namespace sayso::eval
