// What a page sets off, repeats, shows on hovering, or does not show at all; and where its text stands.
#include "fixture.h"
#include "text/code_points.h"

namespace sayso {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const char* const kStory =
    "<p>The ferry will not sail before Monday, Ann Cole of the Harbour Board told reporters on the quay, where some forty people waited.</p>"
    "<p>“We have asked for a new engine,” she said, “and we were given a new paint instead of it, which does not turn a screw.”</p>";

std::string article(const std::string& more) { return std::string("<title>Ferry stays</title><article><h1>Ferry stays</h1>") + kStory + more + "</article>"; }

TEST(HtmlParts, pull_quotes_that_repeat_the_body_are_left_out_and_others_kept) {
  const auto repeated = read_ok(article("<aside class=pullquote><blockquote>We have asked for a new engine</blockquote><cite>Ann Cole</cite></aside>"), "a.html");
  EXPECT_THAT(repeated.text, Not(HasSubstr("\n\nWe have asked")));
  EXPECT_THAT(repeated.text, Not(HasSubstr("— Ann Cole")));
  const auto other = read_ok(article("<aside class=pullquote><blockquote>“The sea does not care for paint”</blockquote><cite>Ann Cole</cite></aside>"), "a.html");
  EXPECT_THAT(other.text, HasSubstr("\n\n“The sea does not care for paint”\n\n— Ann Cole"));
}

TEST(HtmlParts, blockquotes_are_set_off_with_what_they_cite) {
  const auto d = read_ok(article("<blockquote cite='https://board.example/7'><p>The wall will not stand.</p><p>Act before the snow.</p></blockquote><p>Nobody did.</p>"), "a.html");
  ASSERT_EQ(d.set_off.size(), 1u);
  EXPECT_EQ(d.set_off[0].kind, SetOff::Kind::quotation);
  EXPECT_EQ(d.set_off[0].url, "https://board.example/7");
  EXPECT_EQ(CodePoints(d.text).slice(d.set_off[0].span), "The wall will not stand.\n\nAct before the snow.");
}

TEST(HtmlParts, posts_are_set_off_without_their_signature) {
  const auto d = read_ok(article("<blockquote class=twitter-tweet><p>Gutted.</p>— Roz Tempest (@roz) <a href='https://x.com/roz/status/1'>July 7, 2025</a></blockquote>"), "a.html");
  EXPECT_THAT(d.text, HasSubstr("\n\nGutted.\n\n— Roz Tempest (@roz) July 7, 2025"));
  ASSERT_EQ(d.set_off.size(), 1u);
  EXPECT_EQ(d.set_off[0].kind, SetOff::Kind::post);
  EXPECT_EQ(d.set_off[0].at, "2025-07-07");
  EXPECT_EQ(CodePoints(d.text).slice(d.set_off[0].span), "Gutted.");
}

TEST(HtmlParts, hover_boxes_go_and_the_names_that_show_them_stay) {
  const auto d = read_ok(article("<p>Mayor <span class=rollover><a>Tom Reyes</a><span class=rollover-card>Tom Reyes has been mayor since 2019 and keeps bees.</span></span> waited, "
                                 "and so did <a class=tooltip>Jo Hale</a>.</p>"), "a.html");
  EXPECT_THAT(d.text, HasSubstr("Mayor Tom Reyes waited, and so did Jo Hale."));
}

TEST(HtmlParts, words_that_a_sentence_needs_are_no_box) {
  const auto d = read_ok(article("<p>“It will run,” said <span class=tooltip-trigger>Ros Quill<span role=tooltip>Captain since 1999. “I never sank,” she once told the board.</span></span>, “today.”</p>"
                                 "<p>“It will not,” said <button type=button>Pell Oram</button>, “today.” <button>Share</button></p>"
                                 "<p>“Perhaps,” said <span class=author-popup__name>Ned Poole</span>.</p><p><button>Share</button> <button>Tweet this</button></p>"), "a.html");
  EXPECT_TRUE(d.text.ends_with("\n\n“It will run,” said Ros Quill, “today.”\n\n“It will not,” said Pell Oram, “today.”\n\n“Perhaps,” said Ned Poole.")) << d.text;
}

TEST(HtmlParts, quotations_between_the_paragraphs_stay_whatever_their_box_is_called) {
  for (const auto* box : {"<aside><p>#</p><p>Ten things about ferries.</p></aside>", "<p class=promo>#</p>", "<p class=share-quote>#</p>", "<p class=ad-free>#</p>",
                          "<div class=comments-from-traders><p>#</p><p>Ten things about ferries.</p></div>", "<div class=related-quote><p>#</p></div>"}) {
    std::string html = box;
    html.replace(html.find('#'), 1, "“This stands here alone,” Ida Fenn said.");
    const auto d = read_ok(article(html + "<p>The board will meet again on Thursday, when the new engine is expected.</p>"), "a.html");
    EXPECT_THAT(d.text, HasSubstr("\n\n“This stands here alone,” Ida Fenn said.\n\nThe board will")) << box;
  }
}

TEST(HtmlParts, comments_lists_and_share_boxes_stay_out) {
  for (const auto* box : {"<div class=comments><p>“It does not turn a screw,” says Cole. What nonsense!</p></div>", "<div class=share><p>Share this with all of your friends.</p></div>",
                          "<div class=related><h3><a href=x>Ferry sails</a></h3><p>“It sails,” Ida Fenn said.</p></div><p>The board will meet again on Thursday, it says.</p>",
                          "<div class=comment-box><p>“It sails,” Ida Fenn said.</p><p>Reply</p></div><p>The board will meet again on Thursday, it says.</p>"}) {
    const auto d = read_ok(article(box), "a.html");
    EXPECT_THAT(d.text, Not(testing::AnyOf(HasSubstr("nonsense"), HasSubstr("Share"), HasSubstr("It sails")))) << box;
  }
}

TEST(HtmlParts, pull_quotes_by_other_names) {
  for (const auto* box : {"<div class=StoryQuote><p>“We have asked for a new engine”</p><span>Ann Cole</span></div>", "<div class=quote-box>‘We have asked for a new engine’</div>",
                          "<q class=pull>We have asked for a new engine</q>"}) {
    const auto d = read_ok(article(std::string(box) + "<p>The board will meet again on Thursday, it says.</p>"), "a.html");
    EXPECT_TRUE(d.text.find("asked for a new engine") == d.text.rfind("asked for a new engine")) << d.text;
    EXPECT_THAT(d.text, Not(HasSubstr("\n\nAnn Cole"))) << box;
  }
  EXPECT_THAT(read_ok(article("<div class=quote-box>‘The sea does not care for paint’</div>"), "a.html").text, HasSubstr("‘The sea does not care for paint’"));
}

TEST(HtmlParts, captions_in_other_elements) {
  const auto d = read_ok(article("<figure><img src=x><p>Ida Fenn, saying “caption one”.</p></figure><p><img src=x><em>“Caption two,” Ida Fenn said. (Jo Lens/AP)</em></p>"
                                 "<p>Ida Fenn saying “caption three”. Photo: Jo Lens</p><p>“It sails (in May/June),” Ida Fenn said.</p>"), "a.html");
  EXPECT_THAT(d.text, Not(testing::AnyOf(HasSubstr("aption one"), HasSubstr("aption two"), HasSubstr("aption three"))));
  EXPECT_THAT(d.text, HasSubstr("“It sails (in May/June),”"));
}

TEST(HtmlParts, a_headline_that_is_not_the_title_is_no_text_either) {
  const std::string graph = "<meta property='og:title' content='Board speaks'>";
  EXPECT_TRUE(read_ok(graph + "<article><h1 itemprop=headline>Ferry stays in port for two more days</h1>" + kStory + "</article>", "a.html").text.starts_with("The ferry"));
  EXPECT_TRUE(read_ok(graph + "<article><h1>“Never again in this port,” says Cole</h1>" + kStory + "</article>", "a.html").text.starts_with("“Never again in this port,” says Cole\n\n"));
}

TEST(HtmlParts, entries_of_live_blogs_without_telling_names) {
  std::string sections, articles;
  for (const std::string i : {"1", "2", "3"}) {
    const std::string words = "<p>The wind was strong at the port at " + i + " and nobody went out to see the ferry.</p>";
    articles += "<article data-entry=" + i + "><header><time datetime='2025-07-01T0" + i + ":00:00Z'>" + i + "</time></header>" + words + "</article>";
    sections += "<section class=post><p class=post-time>10:1" + i + "am</p>" + words + "</section>";
  }
  const auto timed = read_ok("<h1>Storm</h1>" + articles, "a.html");
  ASSERT_EQ(timed.set_off.size(), 3u);
  EXPECT_EQ(timed.set_off[1].kind, SetOff::Kind::entry);
  EXPECT_EQ(timed.set_off[1].at, "2025-07-01T02:00:00Z");
  EXPECT_EQ(read_ok("<h1>Storm</h1><div>" + sections + "</div>", "a.html").set_off.size(), 3u);
}

TEST(HtmlParts, pages_for_printing) {
  const auto d = read_ok("<title>Print: Ferry stays in port</title><table><tr><td><font size=5><b>Ferry stays in port</b></font><br><i>By Lida Marsh</i><br>6 June 2025<br><br>"
                         "The ferry will not sail before Monday, Ann Cole of the Harbour Board told reporters on the quay.<br><br>Find this article at: http://hill.example/a</td></tr></table>", "a.html");
  EXPECT_EQ(d.title, "Ferry stays in port");
  EXPECT_EQ(d.published, "2025-06-06");
  EXPECT_THAT(d.authors, ElementsAre("Lida Marsh"));
  EXPECT_EQ(d.text, "The ferry will not sail before Monday, Ann Cole of the Harbour Board told reporters on the quay.");
}

TEST(HtmlParts, a_headline_is_text_only_where_it_quotes_more_than_the_body) {
  EXPECT_TRUE(read_ok(std::string("<title>‘Sea does not care’ says Cole</title><article>") + kStory + "</article>", "a.html").text.starts_with("‘Sea does not care’ says Cole\n\n"));
  EXPECT_TRUE(read_ok(std::string("<title>‘Asked for a new engine’ says Cole</title><article>") + kStory + "</article>", "a.html").text.starts_with("The ferry"));
}

TEST(HtmlParts, subhead) {
  const auto d = read_ok("<title>Ferry stays</title><article><h1>Ferry stays</h1><p class=standfirst>Forty people wait on the quay in vain.</p><div>" + std::string(kStory) + "</div></article>", "a.html");
  EXPECT_EQ(d.subhead, "Forty people wait on the quay in vain.");
  EXPECT_TRUE(d.text.starts_with("The ferry"));
}

TEST(PageWarnings, by_what_the_page_says) {
  EXPECT_THAT(codes_of(read_ok(article("<div class=paywall>Subscribe to continue reading</div>"), "a.html")), ElementsAre("paywall-truncated"));
  EXPECT_THAT(codes_of(read_ok("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"isAccessibleForFree\": false}</script>" + article(""), "a.html")),
              ElementsAre("paywall-truncated"));
  EXPECT_THAT(codes_of(read_ok("<title>x</title><div id=root></div><script>run()</script>", "a.html")), ElementsAre("script-only-page"));
  EXPECT_THAT(codes_of(read_ok("<noscript>You need to enable JavaScript to run this app.</noscript><div></div>", "a.html")), ElementsAre("script-only-page"));
  std::string links = "<nav>";
  for (int i = 0; i < 60; ++i) links += "<a href=/>News of the world</a> ";
  EXPECT_THAT(codes_of(read_ok(links + "</nav>", "a.html")), ElementsAre("boilerplate-only"));
  const auto notice = read_ok("<div class=cookie-consent><p>We and our partners use cookies to store and access data on your device, and to show you what you may like.</p></div>", "a.html");
  EXPECT_THAT(codes_of(notice), ElementsAre("boilerplate-only"));
  EXPECT_EQ(notice.text, "");
  EXPECT_THAT(codes_of(read_ok(article(""), "a.html")), IsEmpty());
  EXPECT_THAT(codes_of(read_ok(article("<p>caf\xe9 \x81</p><meta charset=utf-8>"), "a.html")), Contains("encoding-replaced"));
}

// Every code point that has a place is what stands there; how many have none.
std::size_t check_origin(const Document& d, std::string_view source) {
  EXPECT_TRUE(d.origin.has_value());
  const CodePoints text(d.text);
  std::size_t placed = 0;
  for (const SourceRun& run : *d.origin) {
    for (std::uint32_t i = 0; i < run.count; ++i, ++placed) {
      const auto there = source.substr(run.byte + i * run.width, run.width);
      const auto here = text.slice({run.text + i, run.text + i + 1});
      if (here == " " || there[0] == '&') continue;
      EXPECT_EQ(there, here) << "at " << run.byte;
    }
  }
  return text.size() - placed;
}

TEST(HtmlOrigin, text_is_found_again_in_the_page) {
  ReadOptions options;
  options.provenance = true;
  const std::string page = article("<p>It\r\n <b>st</b>ays &amp; w&eacute;&nbsp;&#8220;wait&rdquo;<!-- x --> é &copy 2 <q>here</q> \t AT&T &zzz; x&lt;y.</p>");
  const auto d = read_ok(page, "a.html", options);
  EXPECT_THAT(d.text, HasSubstr("It stays & wé “wait” é © 2 “here” AT&T &zzz; x<y."));
  EXPECT_EQ(check_origin(d, page), 2u + 2u * 2u);  // the marks of <q>, the empty lines between three paragraphs
  for (const auto* words : {"we were given", "st"}) EXPECT_THAT(page, HasSubstr(words));
  EXPECT_FALSE(read_ok(page, "a.html").origin.has_value());
}

TEST(HtmlOrigin, other_encodings_and_texts) {
  ReadOptions options;
  options.provenance = true;
  const std::string page = "<meta charset=windows-1252>" + std::string("<p>The caf\xe9 of Zo\xeb is shut, and nobody has said \x93why\x94 to anybody who came.</p>");
  const auto d = read_ok(page, "a.html", options);
  ASSERT_FALSE(d.origin->empty());
  const auto first = d.origin->front();
  EXPECT_EQ(page.substr(first.byte, 8), "The caf\xe9");
  EXPECT_EQ(first.count, CodePoints(d.text).size());
  const auto text = read_ok("\xef\xbb\xbfZoë said no.", "a.txt", options);
  EXPECT_THAT(*text.origin, ElementsAre(SourceRun{0, 2, 3, 1}, SourceRun{2, 1, 5, 2}, SourceRun{3, 9, 7, 1}));
}

TEST(HtmlOrigin, posts_too) {
  ReadOptions options;
  options.provenance = true;
  const std::string page = article("<blockquote class=tiktok-embed cite='https://www.tiktok.com/@grady/video/7'><a>@grady</a><p>Look at them now</p></blockquote>");
  const auto d = read_ok(page, "a.html", options);
  EXPECT_EQ(check_origin(d, page), std::string_view("\n\n\n\n").size() + CodePoints("\n\n— grady (@grady)").size());
}

}  // namespace
}  // namespace sayso
