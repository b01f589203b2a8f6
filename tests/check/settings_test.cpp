#include "check/lint/settings.h"

#include <gtest/gtest.h>

#include "check/lint/directives.h"
#include "check/lint/rule.h"

namespace sayso::lint {
namespace {

Settings settings_of(std::string_view toml) {
  Settings out;
  const auto read = read_settings(toml, "sayso.toml", out);
  EXPECT_TRUE(read) << (read ? "" : read.error().message);
  return out;
}

std::string refusal_of(std::string_view toml) {
  Settings out;
  const auto read = read_settings(toml, "sayso.toml", out);
  return read ? "" : read.error().where + ": " + read.error().message;
}

TEST(Settings, AreReadFromToml) {
  const Settings settings = settings_of("[check]\nstyle = \"reuters\"\n[check.rules]\nQ012 = \"off\"\nQ020 = \"error\"\n[other]\nkey = 1\n");
  EXPECT_EQ(settings.style, Style::reuters);
  EXPECT_EQ(settings.of(*rule_named("Q012")), Severity::off);
  EXPECT_EQ(settings.of(*rule_named("Q020")), Severity::error);
  EXPECT_EQ(settings.of(*rule_named("Q023")), Severity::warning);  // of the style
}

TEST(Settings, SayWhereTheyAreWrong) {
  EXPECT_EQ(refusal_of("[check]\nstyle = \"times\"\n"), "sayso.toml:2:9: style is none of: none, ap, reuters, uk");
  EXPECT_EQ(refusal_of("[check.rules]\nQ999 = \"off\"\n"), "sayso.toml:2:1: there is no rule Q999");
  EXPECT_EQ(refusal_of("[check.rules]\nQ012 = \"loud\"\n"), "sayso.toml:2:8: Q012 is none of: off, note, warning, error");
  EXPECT_EQ(refusal_of("[check]\nstile = \"ap\"\n"), "sayso.toml:2:1: check knows no \"stile\"");
  EXPECT_NE(refusal_of("[check\n").find("sayso.toml:1:"), std::string::npos);
  EXPECT_NE(refusal_of("check = 3\n"), "");
}

TEST(Directives, AreFoundAndBlanked) {
  const std::string text = "One.\n<!-- sayso: ignore Q012 Q020 -->\nTwo.<!--sayso:off--> Three.<!-- sayso: on --> <!-- other --> <!-- sayso: -->";
  const auto found = read_directives(text);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].what, Directive::What::ignore);
  EXPECT_EQ(found[0].rules, (std::vector<std::string>{"Q012", "Q020"}));
  EXPECT_EQ(found[1].what, Directive::What::off);
  EXPECT_TRUE(found[1].rules.empty());
  EXPECT_EQ(found[2].what, Directive::What::on);
  const std::string blank = without_directives(text, found, InputKind::text);
  EXPECT_EQ(blank.size(), text.size());
  EXPECT_EQ(blank.find("Q012"), std::string::npos);
  EXPECT_NE(blank.find("Two."), std::string::npos);
  EXPECT_NE(blank.find("<!-- other -->"), std::string::npos);
}

// Four spaces at the head of a line would make code of the words behind them.
TEST(Directives, LeaveNoCodeBehindInMarkdown) {
  const std::string text = "<!-- sayso: off --> One.\n<!-- sayso: on --> <!-- sayso: off -->\nTwo.";
  const auto found = read_directives(text);
  EXPECT_EQ(without_directives(text, found, InputKind::markdown),
            "<i" + std::string(16, ' ') + "> One.\n" + std::string(38, ' ') + "\nTwo.");
}

TEST(Directives, ManyOpenCommentsTakeNoLongTime) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "<!--";
  EXPECT_TRUE(read_directives(text).empty());
}

}  // namespace
}  // namespace sayso::lint
