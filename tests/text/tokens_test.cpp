#include "text/tokens.h"

#include <gtest/gtest.h>

#include <string>

#include "marked_text.h"

namespace sayso {
namespace {

std::vector<std::string> words(std::string_view utf8) {
  const CodePoints text(utf8);
  std::vector<Token> tokens;
  tokenize(text, {0, text.size()}, tokens);
  std::vector<std::string> out;
  for (const Token& t : tokens) out.emplace_back(t.in(utf8));
  return out;
}

using Words = std::vector<std::string>;

TEST(Tokens, AreRunsOfWordCharactersAndSingleOthers) {
  EXPECT_EQ(words("She said: “No.”"), (Words{"She", "said", ":", "“", "No", ".", "”"}));
  EXPECT_EQ(words("don't 3.5% a_b --"), (Words{"don", "'", "t", "3", ".", "5", "%", "a_b", "-", "-"}));
}

TEST(Tokens, OfRunsThatAreNoTextAreFew) {
  const auto run = words("a " + std::string(100'000, '<') + " b");
  ASSERT_EQ(run.size(), 2 + kLongestRun);
  EXPECT_EQ(run[kLongestRun].size(), 100'000 - kLongestRun + 1);
  EXPECT_EQ(run.back(), "b");
  EXPECT_EQ(words(std::string(kLongestRun, '-') + "b" + std::string(kLongestRun, '-')).size(), 2 * kLongestRun + 1);
}

TEST(Tokens, KnowEveryScriptAsPythonDoes) {
  EXPECT_EQ(words("Zoë Müller"), (Words{"Zoë", "Müller"}));
  EXPECT_EQ(words("Иванов сказал"), (Words{"Иванов", "сказал"}));
  EXPECT_EQ(words("字字 ½² ⅷ"), (Words{"字字", "½²", "ⅷ"}));
  EXPECT_EQ(words("e\u0301a"), (Words{"e", "\u0301", "a"}));  // a combining mark is no \w
  EXPECT_EQ(words("a\u200bb \U0001F600"), (Words{"a", "\u200b", "b", "\U0001F600"}));
}

TEST(Tokens, AreDividedByEveryWhiteSpace) {
  EXPECT_EQ(words("a\u00a0b\u202fc\u2028d\u3000e\tf\r\ng\x1Ch"), (Words{"a", "b", "c", "d", "e", "f", "g", "h"}));
  EXPECT_TRUE(words(" \n\u2009").empty());
}

TEST(Tokens, OfASpanKeepTheOffsetsOfTheText) {
  const std::string utf8 = "“Ja”, sagte sie";
  const CodePoints text(utf8);
  std::vector<Token> tokens;
  tokenize(text, {6, 11}, tokens);
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].span(), (Span{6, 11}));
  EXPECT_EQ(tokens[0].in(utf8), "sagte");
}

TEST(Tokens, CoverAllThatIsNoSpaceOnRandomTexts) {
  for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
    const std::string utf8 = testing::marked_text(seed, 40);
    const CodePoints text(utf8);
    std::vector<Token> tokens;
    tokenize(text, {0, text.size()}, tokens);
    std::uint32_t at = 0;
    for (const Token& t : tokens) {
      for (; at < t.begin; ++at) {
        std::size_t byte = text.byte_of(at);
        ASSERT_TRUE(is_space(decode(utf8, byte)));
      }
      ASSERT_LT(t.begin, t.end);
      ASSERT_EQ(text.slice(t.span()), t.in(utf8));
      at = t.end;
    }
  }
}

}  // namespace
}  // namespace sayso
