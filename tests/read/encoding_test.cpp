#include "read/encoding.h"


#include "fixture.h"

#include <rapidcheck/gtest.h>  // needs gtest before it
#include "read/transcode.h"

namespace sayso {
namespace {

using namespace std::literals;
using testing::ElementsAre;
using testing::IsEmpty;

std::string utf16(std::u16string_view text, bool little) {
  std::string out;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    out += little ? low : high;
    out += little ? high : low;
  }
  return out;
}

std::string decoded(std::string bytes, std::string_view label = {}) { return decode_bytes(std::move(bytes), label).text; }

TEST(Encoding, utf8_is_passed_through) {
  EXPECT_EQ(decoded("“Nein”, sagte Jürgen."), "“Nein”, sagte Jürgen.");
  EXPECT_EQ(decoded("\xef\xbb\xbfText"), "Text");
  EXPECT_EQ(decoded(""), "");
}

TEST(Encoding, utf16_with_and_without_byte_order_mark) {
  const auto text = u"“No,” said Zoë. It rained in Köln 𝄞 that day, and the boats stayed in."sv;
  const auto expected = "“No,” said Zoë. It rained in Köln 𝄞 that day, and the boats stayed in.";
  EXPECT_EQ(decoded("\xff\xfe" + utf16(text, true)), expected);
  EXPECT_EQ(decoded("\xfe\xff" + utf16(text, false)), expected);
  EXPECT_EQ(decoded(utf16(text, true)), expected);
  EXPECT_EQ(decoded(utf16(text, false)), expected);
}

TEST(Encoding, utf32) {
  EXPECT_EQ(decoded("\xff\xfe\0\0H\0\0\0i\0\0\0"s), "Hi");
  EXPECT_EQ(decoded("\0\0\xfe\xff\0\0\0H\0\0\0i"s), "Hi");
}

TEST(Encoding, half_a_utf16_unit_or_pair_is_replaced) {
  const auto odd = decode_bytes("\xff\xfeH\0i\0x"s);
  EXPECT_EQ(odd.text, "Hi\uFFFD");
  EXPECT_EQ(odd.replaced, 1u);
  const auto lone = decode_bytes("\xff\xfe\x00\xd8H\0i\0"s);
  EXPECT_EQ(lone.replaced, 1u);
  EXPECT_TRUE(valid_utf8(lone.text));
}

TEST(Encoding, short_windows_text_with_curly_marks) {
  EXPECT_EQ(decoded("\x93We won\x92t,\x94 she said."), "“We won’t,” she said.");
}

TEST(Encoding, labels_are_believed_for_what_is_not_utf8) {
  EXPECT_EQ(decoded("\xc4\xee\xe1\xf0\xfb\xe9 \xe4\xe5\xed\xfc", "windows-1251"), "Добрый день");
  EXPECT_EQ(decoded("caf\xe9 \x96 na\xefve", "iso-8859-1"), "café – naïve");
  EXPECT_EQ(decoded("caf\xe9", "utf-8"), "café");          // the label lies
  EXPECT_EQ(decoded("caf\xe9", "no-such-thing"), "café");
  EXPECT_EQ(decoded("café", "windows-1252"), "café");      // so does this one
}

TEST(Encoding, is_guessed_without_a_label) {
  std::string russian;
  for (int i = 0; i < 4; ++i) russian += "\xcc\xfd\xf0 \xf1\xea\xe0\xe7\xe0\xeb, \xf7\xf2\xee \xec\xee\xf1\xf2 \xe7\xe0\xea\xf0\xee\xfe\xf2 \xe2 \xef\xee\xed\xe5\xe4\xe5\xeb\xfc\xed\xe8\xea. ";
  EXPECT_TRUE(decoded(russian).starts_with("Мэр сказал, что мост закроют в понедельник."));
  EXPECT_EQ(decoded("\x1b$B$3$s$K$A$O\x1b(B"), "こんにちは");
}

TEST(Encoding, bad_bytes_in_utf8_are_replaced_and_counted) {
  const auto d = decode_bytes("“Köln” und “Zürich” \xff und \xe2\x82 gut“"s);
  EXPECT_EQ(d.encoding, "UTF-8");
  EXPECT_EQ(d.replaced, 2u);
  EXPECT_EQ(d.text, "“Köln” und “Zürich” \uFFFD und \uFFFD gut“");
}

TEST(Encoding, a_character_cut_off_at_the_end_is_utf8) {
  const auto d = decode_bytes("plain text and then \xe2\x80"s);
  EXPECT_EQ(d.encoding, "UTF-8");
  EXPECT_EQ(d.text, "plain text and then \uFFFD");
}

TEST(Encoding, overlong_surrogate_and_too_high_sequences_are_bad) {
  for (const auto* bytes : {"\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80"}) {
    std::string out;
    EXPECT_GT(append_repaired_utf8(bytes, out), 0u);
    EXPECT_TRUE(valid_utf8(out));
  }
}

TEST(Encoding, warning_names_the_place_of_the_first_and_the_count) {
  const auto d = read_ok("“Köln” \xff und “Zürich” \xfe“"s, "a.txt");
  ASSERT_THAT(codes_of(d), ElementsAre("encoding-replaced"));
  EXPECT_EQ(d.warnings[0].span, (Span{7, 8}));
  EXPECT_THAT(d.warnings[0].message, testing::StartsWith("2 "));
}

TEST(Encoding, nuls_and_other_controls_are_kept_and_warned_of) {
  const std::string text = "Ann Cole said nothing at all about it.\0 And then she left, é \x01, they said.\tSo."s;
  const auto d = read_ok(text, "a.txt");
  EXPECT_EQ(d.text, text);
  ASSERT_THAT(codes_of(d), ElementsAre("control-characters"));
  EXPECT_EQ(d.warnings[0].span, (Span{38, 39}));
  EXPECT_THAT(codes_of(read_ok("tab\tline\r\nform\f feed", "a.txt")), IsEmpty());
}

TEST(Encoding, declared_charset_of_pages) {
  EXPECT_EQ(declared_charset("<html><meta charset=\"Windows-1251\">"), "windows-1251");
  EXPECT_EQ(declared_charset("<META http-equiv=Content-Type content='text/html; charset=ISO-8859-2'>"), "iso-8859-2");
  EXPECT_EQ(declared_charset("<?xml version='1.0' encoding='euc-jp'?>"), "euc-jp");
  EXPECT_EQ(declared_charset("<p>charset</p>"), "");
  EXPECT_EQ(declared_charset("charset="), "");
}

RC_GTEST_PROP(Encoding, any_bytes_become_valid_utf8, (const std::string& bytes, bool labelled)) {
  const auto d = decode_bytes(std::string(bytes), labelled ? "shift_jis" : "");
  RC_ASSERT(valid_utf8(d.text));
}

RC_GTEST_PROP(Encoding, repair_agrees_with_the_census, (const std::string& bytes)) {
  std::string out;
  RC_ASSERT(append_repaired_utf8(bytes, out) == count_utf8(bytes).bad);
  RC_ASSERT((count_utf8(bytes).bad == 0) == valid_utf8(bytes));
  RC_ASSERT(valid_utf8(out));
}

}  // namespace
}  // namespace sayso
