#include "read/feed/feed.h"

#include "fixture.h"
#include "read/feed/feed_links.h"
#include "read/feed/xml_tree.h"
#include "read/html_fragment.h"
#include "read/url.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Feed parsed(std::string bytes, const FeedOrigin& origin = {}) {
  auto feed = parse_feed(std::move(bytes), origin);
  EXPECT_TRUE(feed) << (feed ? "" : feed.error().message);
  return feed ? std::move(*feed) : Feed{};
}

FeedEntry first_entry(std::string bytes, const FeedOrigin& origin = {}) {
  Feed feed = parsed(std::move(bytes), origin);
  EXPECT_FALSE(feed.entries.empty());
  return feed.entries.empty() ? FeedEntry{} : std::move(feed.entries[0]);
}

std::string rss(std::string_view item) { return "<rss version='2.0'><channel><title>Hill Herald</title><item>" + std::string(item) + "</item></channel></rss>"; }

class FeedFile : public testing::Test {
 protected:
  std::vector<Document> documents(std::string_view bytes, const std::string& name = "a.xml") {
    std::vector<Document> found;
    Reader reader({folder_.write(name, bytes)});
    while (auto document = reader.next()) {
      EXPECT_TRUE(*document) << (*document ? "" : document->error().message);
      if (*document) found.push_back(**document);
    }
    return found;
  }
  Folder folder_;
};

TEST_F(FeedFile, an_entry_is_a_document) {
  const auto found = documents(
      "<?xml version='1.0'?><rss xmlns:c='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
      "<title>Hill Herald</title><language>en-GB</language><item><title>Ferry &amp;amp; mill</title><link>http://herald.example/1</link>"
      "<guid isPermaLink='false'>h1</guid><pubDate>Wed, 20 Nov 2024 23:15:00 -0500</pubDate><dc:creator>By Ann Cole and Jo Reyes</dc:creator>"
      "<description>Short.</description><c:encoded><![CDATA[<p>She said <q>it sails</q>.</p><script>no()</script><blockquote>“Ours.”</blockquote>"
      "<p>Read more</p>]]></c:encoded></item></channel></rss>");
  ASSERT_EQ(found.size(), 1u);
  const Document& d = found[0];
  EXPECT_EQ(d.text, "Ferry & mill\n\nShe said “it sails”.\n\n“Ours.”");
  EXPECT_EQ(d.title, "Ferry & mill");
  EXPECT_EQ(d.id, "h1");
  EXPECT_EQ(d.url, "http://herald.example/1");
  EXPECT_EQ(d.outlet, "Hill Herald");
  EXPECT_THAT(d.authors, ElementsAre("Ann Cole", "Jo Reyes"));
  EXPECT_EQ(d.published, "2024-11-20");  // the outlet's day, not that of UTC
  EXPECT_EQ(d.language, "en");
  EXPECT_THAT(d.warnings, IsEmpty());
}

TEST_F(FeedFile, what_has_no_text_says_so) {
  const auto found = documents(rss("<title>Ferry</title><description>It sails, she said.</description>"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].text, "Ferry\n\nIt sails, she said.");
  EXPECT_THAT(codes_of(found[0]), ElementsAre("summary-only"));
  EXPECT_THAT(codes_of(documents(rss("<title>Ferry sails</title>")).at(0)), ElementsAre("summary-only"));
  EXPECT_THAT(documents(rss("<link>http://herald.example/1</link>")), IsEmpty());
}

TEST_F(FeedFile, atom_authors_of_the_feed_and_sources) {
  const auto found = documents(
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>Planet</title><author><name>Ann Cole</name></author>"
      "<entry><id>1</id><title>One</title><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>One <b>and</b> two.</div></content></entry>"
      "<entry><id>2</id><title type='html'>&lt;i&gt;Two&lt;/i&gt;</title><author><name>Jo Reyes</name></author><summary>Three.</summary>"
      "<source><title>Hill Herald</title></source></entry></feed>");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].text, "One\n\nOne and two.");
  EXPECT_THAT(found[0].authors, ElementsAre("Ann Cole"));
  EXPECT_EQ(found[0].outlet, "Planet");
  EXPECT_EQ(found[1].title, "Two");
  EXPECT_THAT(found[1].authors, ElementsAre("Jo Reyes"));
  EXPECT_EQ(found[1].outlet, "Hill Herald");
}

TEST_F(FeedFile, json_feed_whatever_its_name) {
  const char* feed =
      R"({"version":"https:\/\/jsonfeed.org\/version\/1.1","title":"Hill Herald","home_page_url":"http://herald.example/","items":[
        {"id":7,"url":"/7","title":"Ferry","content_html":"<p>It sails.</p>","authors":[{"name":"Ann Cole"}],"date_published":"2024-11-20T10:00:00+01:00"},
        {"id":"8","content_text":"It does not.","summary":"No."}]})";
  for (const auto* name : {"a.json", "a"}) {
    const auto found = documents(feed, name);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].text, "Ferry\n\nIt sails.");
    EXPECT_EQ(found[0].id, "7");
    EXPECT_EQ(found[0].url, "http://herald.example/7");
    EXPECT_EQ(found[0].published, "2024-11-20");
    EXPECT_EQ(found[1].text, "It does not.");
  }
}

TEST_F(FeedFile, no_feed) {
  EXPECT_THAT(texts_of({folder_.write("a.rss", "<html><body><p>Not found.</p></body></html>")}), ElementsAre(HasSubstr("is no feed")));
  EXPECT_THAT(texts_of({folder_.write("a.opml", "<opml><body/></opml>")}), ElementsAre(HasSubstr("is a list of feeds")));
  EXPECT_THAT(texts_of({folder_.write("b.rss", "")}), ElementsAre(HasSubstr("is no feed")));
  EXPECT_THAT(texts_of({folder_.write("c.rss", "{\"version\":")}), ElementsAre(HasSubstr("broken JSON")));
}

TEST(Feeds, broken_xml_is_read_all_the_same) {
  const Feed feed = parsed("<rss><channel><title>A & B</title><item><title>One</title><description>1 < 2 <b>bold</description></item>"
                           "<item><title>Two</title><link>http://a.example/?a=1&b=2</link><description><![CDATA[cut of");
  EXPECT_TRUE(feed.repaired);
  EXPECT_EQ(feed.title.value, "A & B");
  ASSERT_EQ(feed.entries.size(), 2u);
  EXPECT_EQ(feed.entries[0].summary.value, "1 &lt; 2 <b>bold</b>");
  EXPECT_EQ(feed.entries[1].url, "http://a.example/?a=1&b=2");
  EXPECT_EQ(feed.entries[1].summary.value, "cut of");
}

TEST(Feeds, repaired_xml) {
  EXPECT_EQ(repaired_xml("junk <a b=c d e='x\"<'>1 < 2</x></a></a>"), "<a b=\"c\" d=\"d\" e=\"x&quot;&lt;\">1 &lt; 2</a>");
  EXPECT_EQ(repaired_xml("<a><b>x</a>"), "<a><b>x</b></a>");
  EXPECT_EQ(repaired_xml("<a><![CDATA[x"), "<a><![CDATA[x]]></a>");
  EXPECT_EQ(repaired_xml("<a b=\"x>y"), "<a b=\"x\">y</a>");
  EXPECT_EQ(repaired_xml("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;"), "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>");
}

TEST(Feeds, references) {
  const std::string head = "<!DOCTYPE rss [<!ENTITY mill \"Mill\"><!ENTITY e8 \"&#8217;\"><!ENTITY deep \"&mill;&mill;\"><!ENTITY file SYSTEM \"/etc/passwd\">]>";
  EXPECT_EQ(first_entry(head + rss("<title>&mill; don&e8;t &eacute; &#146; &#x2019; &deep; &file; &none; AT&T</title>")).title.value,
            "Mill don’t é ’ ’ &deep; &file; &none; AT&T");
}

TEST(Feeds, entities_add_little) {
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "&a;";
  const auto entry = first_entry("<!DOCTYPE rss [<!ENTITY a \"" + std::string(64, 'x') + "\">]>" + rss("<title>" + many + "</title>"));
  EXPECT_LT(entry.title.value.size(), std::size_t{2} << 20);
  EXPECT_GT(entry.title.value.size(), std::size_t{1} << 20);
}

TEST(Feeds, titles_that_are_html_though_nobody_says_so) {
  EXPECT_EQ(first_entry(rss("<title>The &lt;i&gt;Herald&lt;/i&gt;</title>")).title.html, true);
  EXPECT_EQ(first_entry(rss("<title>1 &lt; 2 and a &lt;tag&gt;</title>")).title.html, false);
  EXPECT_EQ(first_entry("<feed><entry><title type='text'>a &lt;b&gt;</title></entry></feed>").title.value, "a <b>");
}

TEST(Feeds, persons) {
  const auto entry = first_entry(rss("<author>ann@herald.example (Ann Cole)</author><author>Jo Reyes &lt;jo@herald.example&gt;</author><author>Desk</author>"));
  ASSERT_EQ(entry.authors.size(), 3u);
  EXPECT_EQ(entry.authors[0].name, "Ann Cole");
  EXPECT_EQ(entry.authors[0].email, "ann@herald.example");
  EXPECT_EQ(entry.authors[1].name, "Jo Reyes");
  EXPECT_EQ(entry.authors[2].name, "Desk");
}

TEST(Feeds, links_are_absolute) {
  const FeedOrigin origin{"http://herald.example/feeds/all.xml", {}};
  EXPECT_EQ(first_entry(rss("<link>../1</link>"), origin).url, "http://herald.example/1");
  EXPECT_EQ(first_entry("<feed xml:base='http://a.example/x/'><entry xml:base='y/'><link href='z'/></entry></feed>", origin).url, "http://a.example/x/y/z");
  EXPECT_EQ(first_entry(rss("<guid>http://herald.example/2</guid>")).url, "http://herald.example/2");
  EXPECT_EQ(first_entry(rss("<guid isPermaLink='false'>2</guid>")).url, "");
  EXPECT_EQ(first_entry("<feed><entry><link rel='self' href='a'/><link rel='alternate' href='b'/><link rel='enclosure' href='c'/></entry></feed>").url, "b");
}

TEST(Feeds, references_against_a_base) {
  const std::string base = "http://a/b/c/d;p?q";
  for (const auto& [reference, target] : std::vector<std::pair<std::string, std::string>>{
           {"g:h", "g:h"}, {"g", "http://a/b/c/g"}, {"./g", "http://a/b/c/g"}, {"g/", "http://a/b/c/g/"}, {"/g", "http://a/g"}, {"//g", "http://g"},
           {"?y", "http://a/b/c/d;p?y"}, {"g?y", "http://a/b/c/g?y"}, {"#s", "http://a/b/c/d;p?q#s"}, {"", "http://a/b/c/d;p?q"}, {".", "http://a/b/c/"},
           {"..", "http://a/b/"}, {"../g", "http://a/b/g"}, {"../../../g", "http://a/g"}, {"g;x=1/../y", "http://a/b/c/y"}, {"g#s/../x", "http://a/b/c/g#s/../x"}}) {
    EXPECT_EQ(resolve_url(base, reference), target) << reference;
  }
}

TEST(Feeds, lists_of_feeds) {
  const auto links = feeds_of_opml("<opml version='2.0'><body><outline text='News'><outline text='Herald' xmlUrl='http://a.example/f'/>"
                                   "<outline title='Echo' text='x' xmlUrl='/g'/><outline xmlUrl='http://a.example/f'/></outline></body></opml>", "http://b.example/l");
  ASSERT_TRUE(links);
  ASSERT_EQ(links->size(), 2u);
  EXPECT_EQ((*links)[0].title, "Herald");
  EXPECT_EQ((*links)[1].url, "http://b.example/g");
  EXPECT_FALSE(feeds_of_opml("<rss/>"));
}

TEST(Feeds, are_told_by_their_beginning_whatever_their_name) {
  const Folder folder;
  const std::string feed = "<?xml version=\"1.0\"?>\n<!-- c --><rss version=\"2.0\"><channel><item><title>Ferry</title><description>It sails.</description></item></channel></rss>";
  EXPECT_THAT(texts_of({folder.write("a.txt", feed), folder.write("b.html", feed.substr(feed.find("<rss"))), folder.write("c.xml", "Warning: in line 7\n" + feed)}),
              testing::ElementsAre("Ferry\n\nIt sails.", "Ferry\n\nIt sails.", "Ferry\n\nIt sails."));
  EXPECT_THAT(texts_of({folder.write("d.txt", "They wrote <rss> into it.")}), testing::ElementsAre("They wrote <rss> into it."));
}

TEST(Feeds, an_entry_that_nobody_closed_ends_where_the_next_begins) {
  const Folder folder;
  EXPECT_THAT(texts_of({folder.write("a.rss", "<rss><channel><item><title>One</title><description>\"First,\" she said.<item><title>Two</title><description>\"Second,\" he said.")}),
              testing::ElementsAre("One\n\n\"First,\" she said.", "Two\n\n\"Second,\" he said."));
}

TEST(Feeds, that_a_page_names) {
  const auto links = feeds_of_page("<head><base href='/x/'><link rel='stylesheet' href='s'><link rel='Alternate home' type='application/rss+xml; charset=utf-8' href='rss' title='All'>"
                                   "<link rel=alternate hreflang=fr href=fr></head>", {}, "http://a.example/");
  ASSERT_TRUE(links);
  ASSERT_EQ(links->size(), 1u);
  EXPECT_EQ((*links)[0].url, "http://a.example/x/rss");
  EXPECT_EQ((*links)[0].title, "All");
}

TEST(Feeds, fragments_lose_nothing_to_tags_that_end_themselves) {
  EXPECT_EQ(fragment_text("<p>One.</p><iframe src='x'/><p>Two <script src='y' />and three.</p>").value_or("!"), "One.\n\nTwo and three.");
  EXPECT_EQ(fragment_text("One<br><br>Two").value_or("!"), "One\n\nTwo");
  EXPECT_EQ(fragment_text("plain  text").value_or("!"), "plain text");
}

}  // namespace
}  // namespace sayso
