#include "read/decompress.h"

#include "fixture.h"

namespace sayso {
namespace {

using testing::ElementsAre;

// Reads in small steps, so that every boundary lies inside some stream.
Result<std::string> unpacked(std::string_view bytes, std::size_t step = 7) {
  auto source = decompressed(memory_bytes(bytes));
  if (!source) return tl::unexpected(source.error());
  std::string out;
  std::string piece(step, '\0');
  for (;;) {
    const auto got = (*source)->read(piece.data(), piece.size());
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) return out;
    out.append(piece, 0, *got);
  }
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 60000; ++i) text += "line " + std::to_string(i * 7919) + "\n";
  return text;
}

TEST(Decompress, plain_bytes_stay) { EXPECT_EQ(unpacked("plain"), "plain"); }
TEST(Decompress, nothing_stays_nothing) { EXPECT_EQ(unpacked(""), ""); }

TEST(Decompress, gzip_and_zstd_in_any_steps) {
  const auto text = long_text();
  for (const std::size_t step : {1u, 7u, 4096u, 1u << 20}) {
    EXPECT_EQ(unpacked(gzip(text), step), text);
    EXPECT_EQ(unpacked(zstd(text), step), text);
  }
}

TEST(Decompress, empty_contents) {
  EXPECT_EQ(unpacked(gzip("")), "");
  EXPECT_EQ(unpacked(zstd("")), "");
}

TEST(Decompress, several_members_and_frames) {
  EXPECT_EQ(unpacked(gzip("one ") + gzip("") + gzip("two")), "one two");
  EXPECT_EQ(unpacked(zstd("one ") + zstd("") + zstd("two")), "one two");
  const std::string skippable("\x50\x2a\x4d\x18\x03\x00\x00\x00xyz", 11);
  EXPECT_EQ(unpacked(skippable + zstd("two")), "two");
}

TEST(Decompress, garbage_behind_the_end_is_ignored) {
  EXPECT_EQ(unpacked(gzip("one") + std::string(600, '\0')), "one");
  EXPECT_EQ(unpacked(gzip("one") + "garbage"), "one");
  EXPECT_EQ(unpacked(zstd("one") + "garbage"), "one");
}

TEST(Decompress, cut_off_and_broken_streams_are_malformed) {
  for (const auto& packed : {gzip(long_text()), zstd(long_text())}) {
    const auto cut = unpacked(std::string_view(packed).substr(0, packed.size() / 2));
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code, ErrorCode::malformed);
    std::string broken = packed;
    for (std::size_t i = 20; i < 200; ++i) broken[i] = '\xff';
    EXPECT_FALSE(unpacked(broken));
  }
  EXPECT_EQ(unpacked("\x1f\x8b").error().message, "gzip data ends too early");
}

TEST(Decompress, documents_before_the_break_are_kept) {
  const Folder folder;
  std::string lines;
  for (int i = 0; i < 30000; ++i) lines += "{\"text\": \"number " + std::to_string(i * 7919) + "\"}\n";
  auto packed = gzip(lines);
  packed.resize(packed.size() / 2);
  const auto found = texts_of({folder.write("cut.jsonl.gz", packed)}, {}, folder.path());
  ASSERT_GT(found.size(), 5000u);
  EXPECT_EQ(found[0], "number 0");
  EXPECT_EQ(found.back(), "!cut.jsonl.gz: gzip data ends too early");
}

TEST(Decompress, by_magic_bytes_whatever_the_name) {
  const Folder folder;
  EXPECT_THAT(texts_of({folder.write("a.txt", gzip("A ferry.")), folder.write("b.txt.gz", "No gzip."),
                        folder.write("c.html.zst", zstd("<p>It sails.</p>"))}),
              ElementsAre("A ferry.", "No gzip.", "It sails."));
}

TEST(Decompress, a_bomb_ends_with_an_error) {
  const Folder folder;
  ReadOptions options;
  options.max_bytes = 1000;
  EXPECT_THAT(texts_of({folder.write("bomb.txt.gz", gzip(std::string(1 << 20, 'a')))}, options, folder.path()),
              ElementsAre("!bomb.txt.gz: larger than 1000 bytes"));
}

}  // namespace
}  // namespace sayso
