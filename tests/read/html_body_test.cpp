#include "fixture.h"

#include "read/html_prepare.h"
#include "read/html_tree.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string text_of(std::string_view html) { return read_ok(html, "page.html").text; }

// A page around an article, as sites build them.
std::string page_around(const std::string& article) {
  return "<!DOCTYPE html><html lang=en><head><title>Ferry stays in port | Hill Herald</title><style>p {color: red}</style></head><body>"
         "<header><nav><ul><li><a href=/>Home</a></li><li><a href=/n>News of the whole wide world and more</a></li></ul></nav></header>"
         "<div class='cookie-banner'><p>We use cookies to make this site better for you and for everybody else, as you know.</p></div>"
         "<main><article><h1>Ferry stays in port</h1><div class='article-body'>" + article + "</div></article></main>"
         "<aside><p>Ten more things that you did not know about ferries and the people who sail on them every day.</p></aside>"
         "<section class='comments'><p>“This is a disgrace,” wrote somebody who reads this page every day of the week.</p></section>"
         "<footer><p>Copyright Hill Herald, which has been printed in the hills since the year of the great flood.</p></footer></body></html>";
}

const char* const kFirst = "The ferry will not sail before Monday, Ann Cole of the Harbour Board told reporters on the quay.";
const char* const kSecond = "“We have asked for a new engine,” she said, “and we were given a new paint instead of it.”";

TEST(HtmlBody, paragraphs_without_headline_and_frame) {
  EXPECT_EQ(text_of(page_around(std::string("<p>") + kFirst + "</p><p>" + kSecond + "</p>")),
            std::string(kFirst) + "\n\n" + kSecond);
}

TEST(HtmlBody, boxes_inside_the_article_are_left_out) {
  const auto text = text_of(page_around(std::string("<p>") + kFirst +
      "</p><div class='related-links'><p>A box about other articles that has nothing to do with this one.</p></div>"
      "<figure><img src=x><figcaption>The ferry in the port, seen from the hill above it.</figcaption></figure>"
      "<p>Advertisement</p><p><a href=/x>Read more: the port of the hills in ten pictures for you</a></p>"
      "<div class='newsletter-signup'><form><p>Get the best of the Herald in your inbox every day.</p></form></div>"
      "<script>var p = '<p>no</p>';</script><p>" + kSecond + "</p>"));
  EXPECT_EQ(text, std::string(kFirst) + "\n\n" + kSecond);
}

TEST(HtmlBody, a_paragraph_that_opens_with_a_quotation_mark_is_never_dropped) {
  const auto text = text_of(page_around(std::string("<p>") + kFirst + "</p><p>“No.”</p><p>\"Read more\"</p><p><a href=/x>‘Never’</a></p><p>" + kSecond + "</p>"));
  EXPECT_EQ(text, std::string(kFirst) + "\n\n“No.”\n\n\"Read more\"\n\n‘Never’\n\n" + kSecond);
}

TEST(HtmlBody, quotation_elements) {
  EXPECT_THAT(text_of("<p>She said <q>we <q>never</q> sail</q> and left."), HasSubstr("She said “we “never” sail” and left."));
  EXPECT_THAT(text_of("<div>He wrote on the board:<blockquote>We will never sail again.</blockquote>Then he left.</div>"),
              HasSubstr("He wrote on the board:\n\nWe will never sail again.\n\nThen he left."));
}

TEST(HtmlBody, posts_shown_in_the_article_are_kept) {
  EXPECT_THAT(text_of(page_around(std::string("<p>") + kFirst + "</p><div class='social-media-embed'><blockquote class='twitter-tweet'>"
      "<p>Gutted. The engine was never paid for.</p>— Roz Tempest (@roz)</blockquote></div><p>" + kSecond + "</p>")),
              HasSubstr("\n\nGutted. The engine was never paid for.\n\n— Roz Tempest (@roz)\n\n"));
}

TEST(HtmlBody, inline_markup_does_not_break_words) {
  EXPECT_THAT(text_of("<p>The <b>fer</b>ry, the <a href=x>har</a>bour <span>k</span>m<sup>2</sup> &amp; the <span>po</span>rt&nbsp;&#8220;stay&rdquo; sh&shy;ut."),
              HasSubstr("The ferry, the harbour km2 & the port “stay” shut."));
}

TEST(HtmlBody, footnote_marks_are_no_text) {
  EXPECT_EQ(text_of("<p>“We go<sup>1</sup> on,”<sup>[2]</sup> she said,<sup><a href=#n>*</a></sup> over 10 km<sup>2</sup> and 10<sup>6</sup> waves on the 21<sup>st</sup>.</p>"),
            "“We go on,” she said, over 10 km2 and 106 waves on the 21st.");
}

TEST(HtmlBody, quotation_elements_with_marks_of_their_own_get_no_more) {
  EXPECT_EQ(text_of("<p><q>“Marked twice,”</q> she said, <q>“No” and “yes”</q> and <q>none</q> to all of the people there.</p>"),
            "“Marked twice,” she said, ““No” and “yes”” and “none” to all of the people there.");
}

TEST(HtmlBody, breaks) {
  EXPECT_EQ(text_of("<div>One line of the text,<br>\n and its second.<br><br>Another paragraph of it.<br/> <br/>And a third one.</div>"),
            "One line of the text, and its second.\n\nAnother paragraph of it.\n\nAnd a third one.");
}

TEST(HtmlBody, white_space_is_collapsed_and_lists_are_paragraphs) {
  EXPECT_EQ(text_of("<p>\n  Three\tthings   were asked:\n</p><ul><li>one engine,</li>\n<li>two masts.</li></ul>"),
            "Three things were asked:\n\none engine,\n\ntwo masts.");
}

TEST(HtmlBody, hidden_text_and_entities) {
  EXPECT_EQ(text_of("<p style='display:none'>Hidden words that nobody is meant to read here.</p><p>Shown &lt;b&gt; words &#x41;&#0;&nothing;&zzz;.</p>"),
            "Shown <b> words A\uFFFD¬hing;&zzz;.");
}

TEST(HtmlBody, nuls_are_left_out) {
  EXPECT_EQ(text_of(std::string("<p>\xc3\x95\xc3\x95 i\0\0 , on<fo\0nt>t the ship.</p>", 37)), "ÕÕ i , ont the ship.");
}

TEST(HtmlBody, pages_without_text) {
  EXPECT_EQ(text_of(""), "");
  EXPECT_EQ(text_of("<html><body></body></html>"), "");
  EXPECT_EQ(text_of("<title>Ferry stays</title>"), "");
  EXPECT_EQ(text_of("<script>x"), "");
}

TEST(HtmlBody, scripts_without_spaces) {
  EXPECT_EQ(text_of("<nav><a href=/>家</a></nav><div><p>船は月曜日まで出航しないと、港の責任者は記者団に語った。</p><p>「新しいエンジンを頼んだ」と彼女は述べた。</p></div>"),
            "船は月曜日まで出航しないと、港の責任者は記者団に語った。\n\n「新しいエンジンを頼んだ」と彼女は述べた。");
}

TEST(HtmlBody, data_tables_are_a_block_a_row) {
  EXPECT_THAT(text_of(page_around(std::string("<p>") + kFirst + "</p><table><tr><td>Cole</td><td>12</td></tr><tr><td>Reyes</td><td>9</td></tr></table><p>" + kSecond + "</p>")),
              HasSubstr("\n\nCole 12\n\nReyes 9\n\n"));
}

TEST(HtmlBody, declared_charset_is_used) {
  EXPECT_EQ(text_of("<meta charset=windows-1251><p>\xcc\xfd\xf0 \xf1\xea\xe0\xe7\xe0\xeb: \xe4\xe0.</p>"), "Мэр сказал: да.");
}

TEST(HtmlBody, document_has_what_the_page_says_of_itself) {
  const auto d = read_ok(page_around(std::string("<time datetime='2024-11-20T08:00'>20 Nov</time><p>") + kFirst + "</p><p>" + kSecond + "</p>"), "page.html");
  EXPECT_EQ(d.title, "Ferry stays in port");
  EXPECT_EQ(d.published, "2024-11-20");
  EXPECT_EQ(d.language, "en");
  EXPECT_EQ(d.path, "page.html");
  EXPECT_EQ(d.id.size(), 16u);
}

// Limits.

Error error_of(const std::string& html) {
  const auto read = read_bytes(html, "page.html");
  EXPECT_FALSE(read.has_value());
  return read ? Error{} : read.error();
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(HtmlLimits, too_deep_and_too_large) {
  EXPECT_EQ(error_of(repeated("<div>", 2001)).code, ErrorCode::too_large);
  EXPECT_EQ(error_of(repeated("<x-y>", 2001)).code, ErrorCode::too_large);
  EXPECT_EQ(error_of(repeated("<table><tr><td>", 2001)).code, ErrorCode::too_large);
  EXPECT_EQ(error_of(std::string(kMaxHtmlBytes + 1, 'a')).code, ErrorCode::too_large);
  EXPECT_TRUE(read_bytes(repeated("<div>", 1990) + "deep", "page.html").has_value());
}

TEST(HtmlLimits, too_many_tags_and_attributes) {
  EXPECT_EQ(error_of(repeated("<p>", kMaxHtmlPieces + 1)).code, ErrorCode::too_large);
  EXPECT_TRUE(read_bytes("<a " + repeated("b ", kMaxHtmlPieces) + ">x", "page.html").has_value());  // none of them is looked at
  EXPECT_TRUE(read_bytes(repeated("<p>", kMaxHtmlPieces / 2), "page.html").has_value());
}

TEST(HtmlLimits, closing_tags_that_close_nothing_do_not_hide_the_depth) {
  EXPECT_EQ(error_of(repeated("<div></span>", 2001)).code, ErrorCode::too_large);
  EXPECT_EQ(error_of(repeated("<table><td><div></table-x></td>", 2001)).code, ErrorCode::too_large);
  // Spans stay open behind a <div>, which their closing tags do not reach beyond.
  EXPECT_EQ(error_of(repeated(repeated("<span>", 100) + "<div>" + repeated("</span>", 100), 30)).code, ErrorCode::too_large);
}

TEST(HtmlLimits, unclosed_paragraphs_and_formatting_are_harmless) {
  EXPECT_TRUE(read_bytes(repeated("<p>text", 50000), "page.html").has_value());
  EXPECT_TRUE(read_bytes(repeated("<li>text", 50000), "page.html").has_value());
  std::string fonts;
  for (int i = 0; i < 1000; ++i) fonts += "<font size=" + std::to_string(i) + ">";
  EXPECT_THAT(text_of(fonts + repeated("<p>A paragraph of words.", 20000)), HasSubstr("words.\n\nA paragraph"));
  EXPECT_TRUE(read_bytes("<html a>" + repeated("<body b=c>", 50000), "page.html").has_value());
}

std::string prepared(std::string_view html) { return prepare_html(html)->text; }

TEST(HtmlPrepare, takes_out_what_says_nothing_about_the_text) {
  EXPECT_EQ(prepared("a<b class=\"x>y\">c</b>d<!-- <p> -->e<svg><path/></svg>f<!-->g<img alt='>'>"), "acdefg");
  EXPECT_EQ(prepared("<script>if (a<b) '<b>';</script><b>x<style>p > q</style><iframe src=x></iframe>y"), "xy");
  EXPECT_EQ(prepared("<script type=application/ld+json>{\"a\": \"<b>\"}</script>x</script>"), "<script type=application/ld+json>{\"a\": \"<b>\"}</script>x");
  EXPECT_EQ(prepared("<p CLASS=a onclick='x > y' id = \"b\" hidden data-x>z"), "<p CLASS=a id = \"b\" hidden>z");
  EXPECT_EQ(prepared("<a href=x>y</a><blockquote><a href=x>y</a></blockquote>"), "<a>y</a><blockquote><a href=x>y</a></blockquote>");
  EXPECT_EQ(prepared("1 < 2 <3 </ <? x"), "1 < 2 <3 </ <? x");
  EXPECT_EQ(prepared("<svg/>a<svg>b"), "ab");
  EXPECT_EQ(prepared("<!-- open"), "");
  EXPECT_EQ(prepared("x<p a='"), "x");
}

TEST(HtmlPrepare, keeps_white_space_between_words_alone) {
  EXPECT_EQ(prepared("<div>\n  <p> a b\n </p>\n <!-- x --> <p>c</p> </div> d "), "<div><p>a b</p><p>c</p></div>d");
  EXPECT_EQ(prepared("a <span> b</span>\n\t<a>c </a> <b>d</b> <i> e</i>"), "a <span> b</span>\n<a>c </a> d e");
  EXPECT_EQ(prepared("<tr> <td>a</td> <td>b</td> </tr> a <br> b"), "<tr><td>a</td> <td>b</td></tr>a <br> b");
  EXPECT_EQ(prepared("<head> <meta name=a> <title> T </title> </head> <p>x <meta itemprop=b> y"),
            "<head><meta name=a><title> T </title></head><p>x <meta itemprop=b> y");
}

TEST(HtmlPrepare, knows_where_what_is_left_stood) {
  const std::string page("ab<b>c</b>\0d<p onclick=x class=y>e", 35);
  const auto kept = prepare_html(page, true);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->text, "abcd<p class=y>e");
  for (const char c : {'a', 'b', 'c', 'd', 'e'}) {
    EXPECT_EQ(page[kept->place(static_cast<std::uint32_t>(kept->text.find(c)))], c);
  }
}

TEST(HtmlTree, nodes_know_their_subtrees) {
  const auto page = HtmlTree::parse("<div id=a><p>one</p><p>two</p></div><p>three</p>");
  ASSERT_TRUE(page);
  const auto div = page->find(HtmlTag::div);
  EXPECT_EQ(page->all_text(div), "one two");
  EXPECT_EQ(page->attribute(div, HtmlAttribute::id), "a");
  EXPECT_EQ(page->attribute(div, HtmlAttribute::class_), "");
  for (std::uint32_t node = 1; node < page->size(); ++node) {
    EXPECT_LT((*page)[node].parent, node);
    EXPECT_LE((*page)[node].end, (*page)[(*page)[node].parent].end);
  }
}

}  // namespace
}  // namespace sayso
