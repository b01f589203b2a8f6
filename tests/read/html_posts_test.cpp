#include "read/html_posts.h"

#include "fixture.h"
#include "read/html_blocks.h"
#include "read/html_post_url.h"

namespace sayso {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

std::vector<PagePost> posts(std::string_view html) {
  const auto page = HtmlTree::parse(html);
  EXPECT_TRUE(page.has_value());
  auto skip = hopeless_nodes(*page);
  return posts_of(*page, skip);
}

TEST(HtmlPosts, of_x_keep_their_own_signature) {
  const auto found = posts("<blockquote class=twitter-tweet><p>Gutted.<br><br>Not paid.</p>&mdash; Roz Tempest (@roz) "
                           "<a href='https://twitter.com/roz/status/12?ref_src=x'>July 7, 2025</a></blockquote>");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].text, "Gutted.\n\nNot paid.");
  EXPECT_EQ(found[0].signature, "— Roz Tempest (@roz) July 7, 2025");
  EXPECT_EQ(found[0].url, "https://twitter.com/roz/status/12");
  EXPECT_EQ(found[0].date, "2025-07-07");
}

TEST(HtmlPosts, of_other_platforms_get_the_same_form) {
  const auto instagram = posts("<blockquote class=instagram-media data-instgrm-permalink='https://www.instagram.com/p/abc/?utm=1'>"
      "<a href=x>View this post on Instagram</a><p>No stage.</p><p>A post shared by <a>June Marsh</a> (@june) on "
      "<time datetime='2025-07-08T10:00:00+00:00'>Jul 8, 2025 at 3:00am PDT</time></p></blockquote>");
  ASSERT_THAT(instagram, SizeIs(1));
  EXPECT_EQ(instagram[0].text, "No stage.");
  EXPECT_EQ(instagram[0].signature, "— June Marsh (@june) July 8, 2025");
  EXPECT_EQ(instagram[0].url, "https://www.instagram.com/p/abc/");
  const auto tiktok = posts("<blockquote class=tiktok-embed cite='https://www.tiktok.com/@grady/video/7'><section><a href=x>@grady</a>"
                            "<p>Look at them now</p><a>♬ original sound</a></section></blockquote>");
  ASSERT_THAT(tiktok, SizeIs(1));
  EXPECT_EQ(tiktok[0].text, "Look at them now");
  EXPECT_EQ(tiktok[0].signature, "— grady (@grady)");
  const auto facebook = posts("<div class=fb-post data-href='https://www.facebook.com/mill/posts/1'><blockquote><p>We shut.</p>Posted by "
                              "<a href=x>Lena Fisk</a> on <a href=x>Friday, 28 March 2025</a></blockquote></div>");
  ASSERT_THAT(facebook, SizeIs(1));
  EXPECT_EQ(facebook[0].signature, "— Lena Fisk (@mill) March 28, 2025");
  const auto mastodon = posts("<blockquote data-embed-url='https://social.example/@garland/11/embed'><p>Cards and pencils.</p></blockquote>");
  ASSERT_THAT(mastodon, SizeIs(1));
  EXPECT_EQ(mastodon[0].signature, "— garland (@garland@social.example)");
}

TEST(HtmlPosts, names_keep_their_first_and_last_letters) {
  const auto found = posts("<blockquote class=bluesky-embed><p>Gone.</p><div>Post by · €uro Ä • on 7 July 2025</div></blockquote>");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].signature, "— €uro Ä July 7, 2025");
}

TEST(HtmlPosts, without_words_are_none) {
  EXPECT_THAT(posts("<blockquote class=instagram-media><a href=x>View this post on Instagram</a></blockquote>"), IsEmpty());
}

TEST(HtmlPosts, quotations_that_link_to_a_post_are_none) {
  EXPECT_THAT(posts("<blockquote><p>He <a href='https://twitter.com/roz/status/12'>tweeted</a> that it was over.</p></blockquote>"), IsEmpty());
  EXPECT_THAT(posts("<blockquote><p>We shall not sell.</p></blockquote>"), IsEmpty());
  EXPECT_THAT(posts("<blockquote><p>Gutted.</p>— Roz Tempest (@roz) <a href='https://x.com/roz/status/1'>July 7, 2025</a></blockquote>"), SizeIs(1));
}

TEST(HtmlPosts, addresses) {
  EXPECT_EQ(post_address("https://mobile.twitter.com/roz/status/1")->handle, "roz");
  EXPECT_EQ(post_address("https://www.threads.net/@dan/post/C")->handle, "dan");
  EXPECT_EQ(post_address("https://bsky.app/profile/ines.example/post/3")->handle, "ines.example");
  EXPECT_EQ(post_address("https://bsky.app/profile/did:plc:x/post/3")->handle, "");
  EXPECT_TRUE(post_address("https://youtu.be/abc"));
  for (const auto* other : {"", "//", "https://", "https://x.com/roz", "https://hill.example/status/1", "ftp", "https://facebook.com/mill"}) {
    EXPECT_FALSE(post_address(other)) << other;
  }
}

}  // namespace
}  // namespace sayso
