#include "read/html_metadata.h"

#include "fixture.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

PageMetadata metadata(std::string_view html) {
  const auto page = HtmlTree::parse(html);
  EXPECT_TRUE(page.has_value());
  return read_metadata(*page);
}

TEST(HtmlMetadata, json_ld_is_trusted_most) {
  const auto m = metadata(R"(<html lang="en-US"><head><title>Window - Hill Herald</title>
    <meta property="og:title" content="Graph"><meta property="og:site_name" content="Graph Outlet">
    <meta property="article:published_time" content="2020-01-02T00:00:00Z">
    <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry &amp; port",
      "datePublished": "2024-11-20T10:15:00+01:00", "dateModified": "2024-12-01", "author": [{"@type": "Person", "name": "Ann Cole"},
      {"name": "Jo Reyes"}], "publisher": {"@type": "Organization", "name": "Hill Herald"}, "url": "https://hill.example/a"}</script>)");
  EXPECT_EQ(m.title, "Ferry &amp; port");  // a script's text has no entities
  EXPECT_EQ(m.published, "2024-11-20");
  EXPECT_EQ(m.outlet, "Hill Herald");
  EXPECT_THAT(m.authors, ElementsAre("Ann Cole", "Jo Reyes"));
  EXPECT_EQ(m.language, "en");
  EXPECT_EQ(m.url, "https://hill.example/a");
}

TEST(HtmlMetadata, json_ld_in_graphs_lists_and_with_line_ends_in_strings) {
  EXPECT_EQ(read_json_ld(R"({"@graph": [{"@type": "WebSite", "name": "no"}, {"@type": ["Thing", "BlogPosting"], "headline": "yes"}]})").title, "yes");
  EXPECT_EQ(read_json_ld("[{\"@type\": \"Article\", \"headline\": \"two\nlines\"}];").title, "two lines");
  EXPECT_EQ(read_json_ld(R"({"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "author": "Ann Cole"}})").authors[0], "Ann Cole");
  EXPECT_EQ(read_json_ld(R"({"@type": "NewsArticle", "author": ["https://x.example/ann", [["deep"]]], "headline": 5})").title, std::nullopt);
}

TEST(HtmlMetadata, broken_json_ld_is_passed_over) {
  for (const auto* json : {"", "{", "{\"@type\": \"NewsArticle\", }", "null", "[[[[]]]]", "\"NewsArticle\""}) {
    EXPECT_EQ(read_json_ld(json).title, std::nullopt) << json;
  }
  EXPECT_EQ(metadata("<script type='application/ld+json'>{]</script><meta property='og:title' content='Ferry'>").title, "Ferry");
}

TEST(HtmlMetadata, open_graph_before_microdata_before_meta_before_time) {
  const std::string time = "<time datetime='2021-04-04'>4 April</time>";
  const std::string meta = "<meta name='date' content='2021-03-03'><meta name=author content='By Ann Cole'>";
  const std::string microdata = "<span itemprop='datePublished' content='2021-02-02'></span><h1 itemprop=headline>Micro</h1>";
  const std::string graph = "<meta property='article:published_time' content='2021-01-01T09:00'><meta property='og:title' content='Graph'>";
  EXPECT_EQ(metadata(time).published, "2021-04-04");
  EXPECT_EQ(metadata(time + meta).published, "2021-03-03");
  EXPECT_EQ(metadata(time + meta + microdata).published, "2021-02-02");
  EXPECT_EQ(metadata(time + meta + microdata + graph).published, "2021-01-01");
  EXPECT_EQ(metadata(microdata).title, "Micro");
  EXPECT_EQ(metadata(microdata + graph).title, "Graph");
  EXPECT_THAT(metadata(meta).authors, ElementsAre("Ann Cole"));
}

TEST(HtmlMetadata, what_readers_see) {
  const auto m = metadata("<title>Ferry stays in port | Hill Herald</title><h1>Ferry stays <i>in</i>\n port</h1><p class=byline>By Ann Cole and Jo Reyes</p>");
  EXPECT_EQ(m.title, "Ferry stays in port");
  EXPECT_THAT(m.authors, ElementsAre("Ann Cole", "Jo Reyes"));
  EXPECT_EQ(metadata("<title>Ferry stays in port - Hill Herald</title><p>x").title, "Ferry stays in port");
  EXPECT_THAT(metadata("<p class=byline>Read all about it today</p>").authors, IsEmpty());
  EXPECT_THAT(metadata("<p itemprop=author><span>Ann Cole</span><div itemprop=author>Jo Reyes<div>Hill Herald</div></div>").authors,
              ElementsAre("Ann Cole", "Jo Reyes Hill Herald"));
}

TEST(HtmlMetadata, the_outlets_name_is_no_part_of_the_title) {
  EXPECT_EQ(metadata("<meta property='og:title' content='Ferry — Hill Herald'><meta property='og:site_name' content='Hill Herald'>").title, "Ferry");
  EXPECT_EQ(metadata("<meta property='og:title' content='Cole - a life'><meta property='og:site_name' content='Hill Herald'>").title, "Cole - a life");
}

TEST(HtmlMetadata, canonical_address) {
  EXPECT_EQ(metadata("<meta property='og:url' content='https://a.example/og'><link rel=canonical href='https://a.example/c'>").url, "https://a.example/c");
}

TEST(HtmlMetadata, json_ld_names_things_by_their_id) {
  const auto m = read_json_ld(R"({"@graph": [{"@type": "NewsArticle", "author": [{"@id": "#p"}, {"@id": "#none"}], "publisher": {"@id": "#o"}},
    {"@type": "Person", "@id": "#p", "name": "Lida Marsh"}, {"@type": "Organization", "@id": "#o", "name": "Hill Herald"}]})");
  EXPECT_THAT(m.authors, ElementsAre("Lida Marsh"));
  EXPECT_EQ(m.outlet, "Hill Herald");
  EXPECT_THAT(read_json_ld(R"({"@type": "NewsArticle", "author": "Lida Marsh; Ned Poole"})").authors, ElementsAre("Lida Marsh", "Ned Poole"));
}

TEST(HtmlMetadata, names_within_microdata) {
  const std::string meta = "<meta name=application-name content='Meta Herald'>";
  for (const auto* name : {"<span itemprop=name>Hill Herald</span>, since 1850", "<meta itemprop=name content='Hill Herald'>"}) {
    EXPECT_EQ(metadata(meta + "<p><span itemprop=publisher itemscope>" + name + "</span>").outlet, "Hill Herald");
  }
  EXPECT_THAT(metadata("<p itemprop=author itemscope><b itemprop=x>Our writer</b> <span itemprop=name>Ann Cole</span></p>").authors, ElementsAre("Ann Cole"));
}

TEST(HtmlMetadata, days_that_readers_see) {
  for (const auto* line : {"<time>June 6, 2025</time>", "<time pubdate>6 June 2025</time>", "<p class=date>Published 6 June 2025</p>", "<p class=byline>By Ann Cole | 6 June 2025</p>",
                           "<span class=timestamp>Updated 10:15, 6 June 2025</span>", "<p class='post date'>Updated 7 June 2025, published 6 June 2025</p>"}) {
    EXPECT_EQ(metadata(std::string("<p class=date>Today is 1 July 2025</p><h1>Ferry</h1>") + line).published, "2025-06-06") << line;
    EXPECT_EQ(metadata(std::string("<article>") + line + "<h1>Ferry</h1>").published, "2025-06-06") << line;
  }
  EXPECT_EQ(metadata("<h1>Ferry</h1><p class=dates>The wharf of 6 June 2025</p><aside><time>June 6, 2025</time></aside>").published, std::nullopt);
}

TEST(HtmlMetadata, the_day_of_a_post_is_not_that_of_the_page) {
  for (const auto* post : {"<blockquote class=twitter-tweet><p>Rotten.</p>— Roz Tempest (@roz) <a href='https://x.com/roz/status/1'>July 7, 2019</a></blockquote>",
                           "<blockquote class=bluesky-embed><p>Rotten.</p><time datetime=2019-07-07>July 7</time></blockquote>",
                           "<div class=fb-post data-href='https://www.facebook.com/roz/posts/1'><blockquote>Rotten.<p>Posted by Roz Tempest on <a>July 7, 2019</a></p></blockquote></div>"}) {
    const std::string page = std::string("<article><h1>Ferry stays</h1><p>The ferry will not sail before Monday, Ann Cole of the board said.</p>") + post + "</article>";
    EXPECT_EQ(read_ok(page, "a.html").published, std::nullopt) << post;
    EXPECT_EQ(read_ok(page + "<p class=date>6 June 2025</p>", "a.html").published, "2025-06-06") << post;
  }
}

TEST(HtmlMetadata, bylines_within_a_line_about_the_entry) {
  EXPECT_THAT(metadata("<div class=entry-meta>Posted by <span class='author vcard'><a class='url fn n'>Lida Marsh</a></span></div>").authors, ElementsAre("Lida Marsh"));
  EXPECT_THAT(metadata("<p class=byline>Words by Lida Marsh</p>").authors, ElementsAre("Lida Marsh"));
  EXPECT_THAT(metadata("<h4 class=author>About The Author</h4>").authors, IsEmpty());
}

TEST(HtmlMetadata, nothing_in_nothing) {
  const auto m = metadata("");
  EXPECT_EQ(m.title, std::nullopt);
  EXPECT_EQ(m.language, std::nullopt);
  EXPECT_EQ(metadata("<html lang='x-klingon'><meta><link><time><title></title>").language, std::nullopt);
}

}  // namespace
}  // namespace sayso
