#include "archive_fixture.h"

#include "read/archive/record_reader.h"

namespace sayso {
namespace {

using namespace std::literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ArchiveTest : public testing::Test {
 protected:
  std::vector<std::string> texts(std::string_view bytes, const std::string& name = "a.warc", const ReadOptions& options = {}) {
    return texts_of({folder_.write(name, bytes)}, options, folder_.path());
  }
  std::vector<Document> documents(std::string_view bytes, const std::string& name = "a.warc", const ReadOptions& options = {}) {
    std::vector<Document> found;
    Reader reader({folder_.write(name, bytes)}, options);
    while (auto document = reader.next()) {
      EXPECT_TRUE(*document) << (*document).error().message;
      if (*document) found.push_back(**document);
    }
    return found;
  }
  Folder folder_;
};

std::vector<std::string> damage_of(const Document& document) {
  std::vector<std::string> found;
  for (const auto& warning : document.warnings) {
    if (warning.code == "archive-damaged") found.push_back(warning.message);
  }
  return found;
}

TEST_F(ArchiveTest, a_page_with_what_its_record_says) {
  const auto found = documents(warc({.url = "http://herald.example/a", .id = "urn:uuid:7", .block = http(page("The ferry stays."))}));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].text, "The ferry stays.");
  EXPECT_EQ(found[0].url, "http://herald.example/a");
  EXPECT_EQ(found[0].id, "urn:uuid:7");
  EXPECT_EQ(found[0].path, folder_ / "a.warc");
  EXPECT_EQ(found[0].published, std::nullopt);  // when it was captured is not when it was published
  EXPECT_THAT(damage_of(found[0]), IsEmpty());
}

TEST_F(ArchiveTest, packed_in_every_way) {
  const auto one = capture(1, "One."), two = capture(2, "Two.");
  EXPECT_THAT(texts(one + two), ElementsAre("One.", "Two."));
  EXPECT_THAT(texts(gzip(one) + gzip(two)), ElementsAre("One.", "Two."));
  EXPECT_THAT(texts(gzip(one + two)), ElementsAre("One.", "Two."));
  EXPECT_THAT(texts(zstd(one) + zstd(two)), ElementsAre("One.", "Two."));
  EXPECT_THAT(texts(lz4(one) + lz4(two)), ElementsAre("One.", "Two."));
  EXPECT_THAT(texts(gzip(one) + gzip("") + zstd(two)), ElementsAre("One.", "Two."));
  EXPECT_THAT(texts(gzip(one) + gzip(two), "named.txt"), ElementsAre("One.", "Two."));
}

TEST_F(ArchiveTest, what_is_no_page_is_passed_over) {
  EXPECT_THAT(texts(warc({.type = "warcinfo", .block = "software: x"}) + warc({.type = "request", .block = "GET / HTTP/1.1\r\n\r\n"}) +
                    warc({.block = http("\x89PNG\r\n", "Content-Type: image/png\r\n")}) + warc({.block = http("a{}", "Content-Type: text/css\r\n")}) +
                    warc({.block = http(page("Not found."), "Content-Type: text/html\r\n", "404 Not Found")}) +
                    warc({.block = http(page("Moved."), "Location: /b\r\nContent-Type: text/html\r\n", "301 Moved")}) +
                    warc({.block = http("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s, "Content-Type: text/html\r\n")}) +
                    warc({.url = "dns:herald.example", .block = "20241120 herald.example 192.0.2.1", .more = "Content-Type: text/dns\r\n"}) +
                    warc({.url = "http://a.example/robots.txt", .block = http("User-agent: *", "Content-Type: text/plain\r\n")}) +
                    warc({.type = "metadata", .block = "outlink: x"}) + capture(1, "One.")),
              ElementsAre("One."));
}

TEST_F(ArchiveTest, texts_resources_and_conversions) {
  EXPECT_THAT(texts(warc({.block = http("Plain words.", "Content-Type: text/plain\r\n")}) +
                    warc({.type = "conversion", .block = "From a WET file.", .more = "Content-Type: text/plain\r\n"}) +
                    warc({.type = "resource", .block = page("A file."), .more = "Content-Type: text/html; charset=utf-8\r\n"}) +
                    warc({.block = http(page("No type."), "")})),
              ElementsAre("Plain words.", "From a WET file.", "A file.", "No type."));
}

TEST_F(ArchiveTest, arc_of_both_versions) {
  const auto head = "filedesc://a.arc 0.0.0.0 20141120101500 text/plain 75\n1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n\n\n\n\n"s;
  EXPECT_THAT(texts(head + arc("http://herald.example/a b", "text/html", http(page("One."))) + arc("http://herald.example/2", "image/png", http("x", "Content-Type: image/png\r\n")) +
                        arc("http://herald.example/3", "text/html", http(page("Three."))),
                    "a.arc"),
              testing::Contains("Three."));
  const auto found = documents(arc("http://herald.example/a b", "text/html", http(page("One."))), "b.arc");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].url, "http://herald.example/a b");
  EXPECT_EQ(found[0].id, "20141120101500/http://herald.example/a b");
  const auto body = http(page("Two."));
  EXPECT_THAT(texts("http://herald.example/ 192.0.2.1 20141120101500 text/html 200 - - 0 a.arc.gz " + std::to_string(body.size()) + "\n" + body + "\n", "c.arc"),
              ElementsAre("Two."));
}

TEST_F(ArchiveTest, heads_that_are_written_otherwise) {
  EXPECT_THAT(texts("WARC/1.1\nwarc-type: response\nWARC-Target-URI: <http://herald.example/a\n  b>\nno colon here\nContent-Length: " +
                    std::to_string(http(page("One.")).size()) + "\n\n" + http(page("One.")) + "\n\n" + capture(2, "Two.")),
              ElementsAre("One.", "Two."));
}

TEST_F(ArchiveTest, bodies_in_chunks_and_packed) {
  const auto chunks = "5\r\n<p>Th\r\n8;x=y\r\ne ferry.\r\n0\r\nTrailer: x\r\n\r\n"s;
  EXPECT_THAT(texts(warc({.block = http(chunks, "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")}) +
                    warc({.block = http(gzip(page("Gzip.")), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")}) +
                    warc({.block = http("\x8b\x02\x80<p>Brotli.\x03"s, "Content-Type: text/html\r\nContent-Encoding: br\r\n")}) +
                    warc({.block = http(zstd(page("Zstd.")), "Content-Type: text/html\r\nContent-Encoding: zstd\r\n")})),
              testing::IsSupersetOf({"The ferry."s, "Gzip."s, "Zstd."s}));
}

TEST_F(ArchiveTest, the_charset_that_http_names) {
  EXPECT_THAT(texts(warc({.block = http("<p>Caf\xe9 \xa4 in \xe8t\xe9.</p>", "Content-Type: text/html; charset=\"iso-8859-15\"\r\n")})),
              ElementsAre("Café € in èté."));
}

TEST_F(ArchiveTest, bodies_that_are_not_what_they_are_said_to_be) {
  const auto found = documents(warc({.block = http(page("Not in chunks."), "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")}) +
                               warc({.block = http(page("Not packed."), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")}) +
                               warc({.block = http("4\r\n<p>A\r\n99\r\n ferry stays.", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")}));
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].text, "Not in chunks.");
  EXPECT_THAT(damage_of(found[0]), ElementsAre("at byte 0: the body is said to be in chunks, and is not"));
  EXPECT_EQ(found[1].text, "Not packed.");
  EXPECT_THAT(damage_of(found[1]), ElementsAre(HasSubstr("the body is said to be gzip, and is not")));
  EXPECT_EQ(found[2].text, "A ferry stays.");
  EXPECT_THAT(damage_of(found[2]), ElementsAre(HasSubstr("ends after 13 of 153 bytes")));
}

TEST_F(ArchiveTest, bodies_that_are_packed_though_nobody_says_so) {
  const auto found = documents(warc({.block = http(gzip(page("Packed.")))}) + warc({.block = http(zstd("Words."), "Content-Type: text/plain\r\n")}) +
                               warc({.block = http(gzip("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s))}));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].text, "Packed.");
  EXPECT_THAT(damage_of(found[0]), ElementsAre("at byte 0: the body is packed with gzip, and its head does not say so"));
  EXPECT_EQ(found[1].text, "Words.");
}

TEST_F(ArchiveTest, junk_between_records_and_behind_them) {
  const auto one = capture(1, "One."), two = capture(2, "Two.");
  const auto at = std::to_string(one.size());
  EXPECT_THAT(texts(one + "junk\nand more\n" + two + "\0\0\0"s),
              ElementsAre("One.", "!a.warc: at byte " + at + ": 14 bytes that are no record", "Two.",
                          "!a.warc: at byte " + std::to_string(one.size() + 14 + two.size()) + ": 3 bytes that are no record"));
  EXPECT_THAT(texts("junk\n" + one), ElementsAre("!a.warc: at byte 0: 5 bytes that are no record", "One."));
  const auto packed = gzip(one);
  EXPECT_THAT(texts(packed + "junk" + gzip(two) + "tail"),
              ElementsAre("One.", "!a.warc: at byte " + std::to_string(packed.size()) + ": what follows is not packed with gzip", "Two.",
                          HasSubstr("what follows is not packed with gzip")));
}

TEST_F(ArchiveTest, lengths_that_are_wrong) {
  const auto with_length = [](const std::string& length) { return warc({.block = http(page("One.")), .length = length}); };
  const auto two = capture(2, "Two.");
  for (const auto* length : {"93", "50", "5000", "400000000000", "99999999999999999999999", "-1", "abc"}) {
    const auto found = documents(with_length(length) + two);
    ASSERT_EQ(found.size(), 2u) << length;
    EXPECT_EQ(found[0].text, "One.") << length;
    EXPECT_EQ(damage_of(found[0]).size(), 1u) << length;
    EXPECT_EQ(found[1].text, "Two.") << length;
    EXPECT_THAT(damage_of(found[1]), IsEmpty());
  }
}

TEST_F(ArchiveTest, a_length_that_reaches_into_the_next_head) {
  const auto block = http(page("One."));
  for (std::size_t more = 1; more < 40; ++more) {
    const auto wrong = warc({.block = block, .length = std::to_string(block.size() + more)});
    const auto found = documents(wrong + capture(2, "Two.") + capture(3, "Three."));
    ASSERT_EQ(found.size(), 3u) << more;
    EXPECT_EQ(found[0].text, "One.");
    EXPECT_EQ(found[1].text, "Two.");
  }
}

TEST_F(ArchiveTest, line_ends_that_somebody_has_changed) {
  std::string all = capture(1, "One.") + capture(2, "Two.") + capture(3, "Three.") + capture(4, "Four.");
  std::erase(all, '\r');
  const auto found = documents(all);
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[3].text, "Four.");
}

TEST_F(ArchiveTest, records_that_begin_within_a_line) {
  const auto one = capture(1, "One."), two = capture(2, "Two. " + std::string(300, 'x')), three = capture(3, "Three.");
  const auto cut = documents(one + two.substr(0, two.size() - 100) + three);
  ASSERT_EQ(cut.size(), 3u);
  EXPECT_THAT(cut[1].text, testing::StartsWith("Two. xxx"));
  EXPECT_THAT(cut[1].text, testing::Not(HasSubstr("WARC")));
  EXPECT_EQ(cut[2].text, "Three.");
  EXPECT_THAT(texts(one + "xx" + two + three), ElementsAre("One.", HasSubstr("2 bytes that are no record"), HasSubstr("Two."), "Three."));
  // Words about archives are none.
  const auto about = capture(1, "A file that begins with WARC/1.0\r\nis an archive.");
  EXPECT_THAT(texts(about + "xx" + about).size(), 3u);
}

TEST_F(ArchiveTest, records_of_arc_that_begin_within_a_line) {
  const auto record = [](const std::string& url, const std::string& words) { return arc(url, "text/html", http(page(words))); };
  const auto one = record("http://herald.example/1", "One."), two = record("http://herald.example/2", "Two. " + std::string(300, 'x'));
  const auto three = record("http://archive.example/web/http://herald.example/3", "Three."), four = record("https://herald.example/4", "Four.");
  const auto cut = documents(one + two.substr(0, two.size() - 100) + three + four, "a.arc");
  ASSERT_EQ(cut.size(), 4u);
  EXPECT_THAT(cut[1].text, testing::Not(HasSubstr("192.0.2.1")));
  EXPECT_EQ(cut[2].url, "http://archive.example/web/http://herald.example/3");
  EXPECT_THAT(texts(one + "xx" + three + four, "a.arc"), ElementsAre("One.", HasSubstr("2 bytes that are no record"), "Three.", "Four."));
}

TEST_F(ArchiveTest, a_block_that_is_cut_off) {
  const auto whole = capture(1, "One. " + std::string(3000, 'x')) + capture(2, "Two. " + std::string(3000, 'y'));
  const auto found = documents(whole.substr(0, whole.size() - 2000));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_THAT(found[1].text, HasSubstr("Two. yyy"));
  EXPECT_THAT(damage_of(found[1]), ElementsAre(HasSubstr("the block ends after")));
}

std::string noise(std::size_t size) {
  std::string out;
  std::uint32_t state = 7;
  for (std::size_t i = 0; i < size; ++i) {
    state = state * 1664525 + 1013904223;
    out += static_cast<char>('a' + (state >> 24) % 26);
    if (i % 7 == 6) out += ' ';
  }
  return out;
}

TEST_F(ArchiveTest, members_that_are_cut_off_or_broken) {
  const auto one = gzip(capture(1, "One. " + noise(20000))), two = gzip(capture(2, "Two.")), three = gzip(capture(3, "Three."));
  for (const bool zeroed : {false, true}) {
    std::string bad = zeroed ? one : one.substr(0, one.size() / 2);
    if (zeroed) std::fill(bad.begin() + 5000, bad.begin() + 5100, '\0');
    const auto found = documents(bad + two + three);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_THAT(found[0].text, testing::StartsWith("One. "));
    EXPECT_THAT(damage_of(found[0]), ElementsAre(HasSubstr("gzip data is broken")));
    EXPECT_EQ(found[1].text, "Two.");
    EXPECT_EQ(found[2].text, "Three.");
  }
  const auto last = documents(two + one.substr(0, one.size() / 2));
  ASSERT_EQ(last.size(), 2u);
  EXPECT_THAT(damage_of(last[1]), ElementsAre(HasSubstr("gzip data ends too early")));
}

TEST_F(ArchiveTest, what_a_member_that_is_cut_off_unpacks_of_the_next_is_no_text) {
  const auto one = capture(1, "One. " + noise(800)), two = capture(2, "Two. " + noise(900)), three = capture(3, "Three.");
  for (const std::size_t less : {4, 9, 40, 150, 300}) {
    const auto cut = gzip(two).substr(0, gzip(two).size() - less);
    const auto found = documents(gzip(one) + cut + gzip(three));
    ASSERT_EQ(found.size(), 3u) << less;
    EXPECT_THAT("Two. " + noise(900), testing::StartsWith(found[1].text.substr(0, found[1].text.find('<'))));
    EXPECT_GT(found[1].text.size(), 300u);
    EXPECT_THAT(damage_of(found[1]), ElementsAre(HasSubstr("gzip data ")));
    EXPECT_EQ(found[2].text, "Three.");
  }
  // These unpack whole blocks or nothing.
  EXPECT_EQ(texts(zstd(one) + zstd(two).substr(0, 500) + zstd(three)).back(), "Three.");
  EXPECT_EQ(texts(lz4(one) + lz4(two).substr(0, 500) + lz4(three)).back(), "Three.");
}

TEST_F(ArchiveTest, heads_without_end) {
  const auto one = capture(1, "One.");
  const auto endless = "WARC/1.0\r\nWARC-Type: response\r\nX: " + std::string(10 << 20, 'x');
  EXPECT_THAT(texts(endless + "\r\n\r\n" + one), ElementsAre("!a.warc: at byte 0: a head of more than 1048576 bytes", "One."));
  EXPECT_THAT(texts(one + "WARC/1.0\r\nWARC-Type: resp"), ElementsAre("One.", HasSubstr("the head of a record ends too early")));
  std::string folded = "WARC/1.0\r\nWARC-Type: response\r\n";
  for (int i = 0; i < 200000; ++i) folded += " x\r\n";
  EXPECT_THAT(texts(folded + "\r\n" + one).back(), "One.");
}

TEST_F(ArchiveTest, bombs) {
  ReadOptions options;
  options.max_bytes = 1 << 20;
  const auto bomb = http(gzip(std::string(8 << 20, 'a')), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n");
  EXPECT_THAT(texts(warc({.block = bomb}) + capture(2, "Two."), "a.warc", options),
              ElementsAre(HasSubstr("unpacks to more than 1048576 bytes"), "Two."));
  const auto large = gzip(warc({.block = http(std::string(40 << 20, 'a'))}));
  EXPECT_THAT(texts(large + gzip(capture(2, "Two.")), "a.warc", options), ElementsAre(HasSubstr("larger than"), "Two."));
}

TEST_F(ArchiveTest, large_blocks_that_nobody_wants_are_streamed_past) {
  const auto picture = http(std::string(20 << 20, '\xff'), "Content-Type: image/png\r\n");
  EXPECT_THAT(texts(warc({.block = picture}) + capture(2, "Two.")), ElementsAre("Two."));
  EXPECT_THAT(texts(gzip(warc({.block = picture})) + gzip(capture(2, "Two."))), ElementsAre("Two."));
  const auto wrong = warc({.block = http("x", "Content-Type: image/png\r\n"), .length = "30000000"});
  EXPECT_THAT(texts(wrong + capture(2, "Two.")), ElementsAre(HasSubstr("a record begins inside it"), "Two."));
  EXPECT_THAT(texts(gzip(wrong) + gzip(capture(2, "Two."))), ElementsAre(HasSubstr("the next record begins after"), "Two."));
}

TEST_F(ArchiveTest, revisits) {
  const auto digest = "WARC-Payload-Digest: sha1:AAAA\r\n"s;
  const auto original = warc({.url = "http://herald.example/a", .block = http(page("One.")), .more = digest});
  const auto revisit = warc({.type = "revisit", .url = "http://herald.example/b", .id = "urn:uuid:2", .block = http(""), .more = digest});
  for (const bool packed : {false, true}) {
    const auto found = documents(packed ? gzip(original) + gzip(revisit) : original + revisit);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[1].text, "One.");
    EXPECT_EQ(found[1].url, "http://herald.example/b");
    EXPECT_EQ(found[1].id, "urn:uuid:2");
  }
  EXPECT_THAT(texts(revisit), ElementsAre(HasSubstr("a revisit of a capture that is not in this archive")));
  const auto picture = warc({.type = "revisit", .block = http("", "Content-Type: image/png\r\n"), .more = digest});
  EXPECT_THAT(texts(picture), IsEmpty());
}

TEST_F(ArchiveTest, one_capture_by_url_and_time) {
  const auto at = [](const std::string& date, const std::string& words) {
    return gzip(warc({.url = "https://www.Herald.example:443/a?y=2&x=1", .date = date, .block = http(page(words))}));
  };
  const auto all = gzip(capture(9, "Nine.")) + at("2024-03-01T00:00:00Z", "March.") + at("2024-05-01T00:00:00Z", "May.") + at("2024-04-01T00:00:00Z", "April.");
  ReadOptions options;
  options.url = "http://herald.example/a?x=1&y=2#top";
  EXPECT_THAT(texts(all, "a.warc.gz", options), ElementsAre("May."));
  options.at = "20240309";
  EXPECT_THAT(texts(all, "a.warc.gz", options), ElementsAre("March."));
  options.url = "http://herald.example/b";
  EXPECT_THAT(texts(all, "a.warc.gz", options), ElementsAre("!a.warc.gz: holds no page or text of http://herald.example/b"));
  EXPECT_THAT(texts("A text.", "a.txt", options), ElementsAre("!a.txt: is no web archive in which to look for a URL"));
}

TEST_F(ArchiveTest, one_capture_by_an_index) {
  std::string all, index;
  for (int i = 0; i < 3000; ++i) {
    const auto number = std::to_string(10000 + i);
    index += "example,herald)/" + number + " 20241120101500 {\"offset\": \"" + std::to_string(all.size()) +
             "\", \"mime\": \"text/html\", \"filename\": \"crawl/a.warc.gz\", \"url\": \"http://herald.example/" + number + "\", \"padding\": \"" +
             std::string(200, 'x') + "\"}\n";
    all += gzip(capture(10000 + i, "Page " + number + "."));
  }
  const auto archive = folder_.write("a.warc.gz", all);
  const auto cdxj = folder_.write("a.cdxj", "!meta {}\n" + index);
  ReadOptions options;
  for (const auto* number : {"10000", "11234", "12999"}) {
    options.url = "http://herald.example/"s + number;
    EXPECT_THAT(texts_of({cdxj}, options), ElementsAre("Page "s + number + "."));
    EXPECT_THAT(texts_of({archive}, options), ElementsAre("Page "s + number + "."));
    EXPECT_THAT(texts_of({folder_.write("packed.cdxj", gzip(index))}, options), ElementsAre("Page "s + number + "."));
  }
  options.url = "http://herald.example/9";
  EXPECT_THAT(texts_of({cdxj}, options, folder_.path()), ElementsAre("!a.cdxj: lists no capture of http://herald.example/9"));
  EXPECT_THAT(texts_of({cdxj}, {}, folder_.path()), ElementsAre(HasSubstr("name the URL to read")));
  folder_.write("a.warc.gz", gzip(capture(1, "Another.")));
  options.url = "http://herald.example/10000";
  EXPECT_THAT(texts_of({archive}, options, folder_.path()), ElementsAre(HasSubstr("another record is there than the index says")));
}

TEST_F(ArchiveTest, memory_of_the_reader_does_not_grow_with_the_file) {
  std::string bytes;
  for (int i = 0; i < 2000; ++i) bytes += capture(i, noise(500));
  RecordReader reader(memory_bytes(std::string_view(bytes)));
  std::size_t records = 0;
  std::size_t longest = 0;
  while (auto record = reader.next()) {
    ASSERT_TRUE(*record);
    ++records;
    longest = std::max(longest, reader.peek(1).size());
  }
  EXPECT_EQ(records, 2000u);
  EXPECT_LT(longest, std::size_t{4} << 20);
}

}  // namespace
}  // namespace sayso
