// The index of words: what is found, what lies on the disk, what happens when that is damaged.
#include "trace/index/index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>

#include "trace/index/index_folder.h"
#include "trace/index/scan.h"
#include "trace/index/segment_writer.h"

namespace sayso::trace {
namespace {

namespace fs = std::filesystem;

std::vector<Print> prints_of(std::string_view text) {
  std::vector<Print> out;
  append_prints(text, out);
  return out;
}

std::string random_text(std::mt19937& random, std::size_t words) {
  std::string out;
  for (std::size_t i = 0; i < words; ++i) out += "w" + std::to_string(random() % 400) + (i % 11 == 10 ? ". " : " ");
  return out;
}

Segment segment_of(const std::vector<std::string>& texts) {
  SegmentWriter writer;
  for (std::size_t i = 0; i < texts.size(); ++i) writer.add(static_cast<std::int64_t>(i + 1), i, texts[i]);
  return *Segment::of_bytes(writer.bytes());
}

struct Folder {
  fs::path path = fs::temp_directory_path() /
                  ("sayso-index-" + std::to_string(::getpid()) + "-" + std::to_string(std::random_device()()));
  ~Folder() { fs::remove_all(path); }
  std::string name() const { return path.string(); }
};

void fill(const std::string& folder, const std::vector<std::string>& texts, std::size_t begin, std::size_t end) {
  auto update = IndexUpdate::begin(folder);
  ASSERT_TRUE(update) << update.error().message;
  for (std::size_t i = begin; i < end; ++i) ASSERT_TRUE(update->add(static_cast<std::int64_t>(i + 1), i, texts[i]));
  ASSERT_TRUE(update->commit());
}

TEST(WordPrints, FormsOfOneWordAreOne) {
  EXPECT_EQ(prints_of("Don't sell 1,000 mills!"), prints_of("don\u2019t  SELL 1000 \u201Cmills\u201D"));
  EXPECT_EQ(prints_of("old-fashioned"), prints_of("old fashioned"));
  EXPECT_EQ(prints_of("ÉTÉ"), prints_of("été"));
  EXPECT_EQ(prints_of("町の声").size(), 3U);
  EXPECT_TRUE(prints_of(" … \"!?\" --").empty());
}

TEST(WordPrints, PlacesAreTheWords) {
  const std::string text = "\u201CWe won\u2019t,\u201D she said.";
  std::vector<std::string> words;
  for (const PlacedPrint& p : placed_prints(text)) words.push_back(text.substr(p.begin, p.end - p.begin));
  EXPECT_EQ(words, (std::vector<std::string>{"We", "won\u2019t", "she", "said"}));
}

TEST(Lookup, SixWordsInARowAreAlwaysFound) {
  std::mt19937 random(7);
  std::vector<std::string> texts;
  for (int i = 0; i < 30; ++i) texts.push_back(random_text(random, 80 + random() % 200));
  const Segment segment = segment_of(texts);
  for (std::size_t d = 0; d < texts.size(); ++d) {
    const auto words = segment.prints_of(d);
    for (std::uint32_t begin = 0; begin + kSure <= words.size(); begin += 5) {
      const std::vector<Hit> hits = look_up(segment, words.subspan(begin, kSure));
      const bool found = std::any_of(hits.begin(), hits.end(), [&](const Hit& h) {
        return h.document == static_cast<std::int64_t>(d + 1) && h.at == WordRange{begin, begin + kSure} &&
               h.agreed == kSure;
      });
      EXPECT_TRUE(found) << d << " " << begin;
    }
  }
}

TEST(Lookup, ShortOnesAreFoundByReading) {
  const Segment segment = segment_of({"One two three.", "The mill stays, and the mill pays.", ""});
  EXPECT_EQ(look_up(segment, prints_of("the mill")).size(), 2U);
  EXPECT_EQ(look_up(segment, prints_of("three the")).size(), 0U);  // not across documents
  EXPECT_EQ(look_up(segment, prints_of("")).size(), 0U);
}

TEST(Lookup, AChangedWordPartsAnAgreementNotAHit) {
  const Segment segment =
      segment_of({"He said we will not sell the old mill to anybody in this whole wide town today."});
  const std::vector<Hit> hits =
      look_up(segment, prints_of("we will not sell the old farm to anybody in this whole wide town"));
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].agreed, 13U);
  EXPECT_EQ(hits[0].at, (WordRange{2, 16}));
}

TEST(Scan, NearIsTheLeastDistance) {
  const Segment segment = segment_of({"a b c d e f g h", "x b c y e z g h", "q r s t"});
  const std::vector<Hit> hits = scan_near(segment, prints_of("b c d e f g"), 3, 10);
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].document, 1);
  EXPECT_EQ(hits[0].agreed, 6U);
  EXPECT_EQ(hits[1].agreed, 4U);
}

// The same, a cell at a time (Sellers 1980): the least distance to a stretch of the words, and where the first such stretch ends.
std::pair<std::uint32_t, std::uint32_t> least_distance(std::span<const Print> words, std::span<const Print> pattern) {
  std::vector<std::uint32_t> column(pattern.size() + 1);
  for (std::uint32_t i = 0; i < column.size(); ++i) column[i] = i;
  std::pair<std::uint32_t, std::uint32_t> out = {UINT32_MAX, 0};
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    std::uint32_t before = 0;
    for (std::size_t i = 1; i < column.size(); ++i) {
      const std::uint32_t exchanged = before + (pattern[i - 1] != words[at]);
      before = column[i];
      column[i] = std::min({exchanged, column[i] + 1, column[i - 1] + 1});
    }
    if (column.back() < out.first) out = {column.back(), at + 1};
  }
  return out;
}

TEST(Scan, ManyDocumentsAtOnceAreOneAfterTheOther) {
  std::mt19937 random(29);
  std::vector<std::string> texts = {""};
  for (int i = 0; i < 60; ++i) texts.push_back(random_text(random, random() % (i % 9 == 0 ? 6000 : 70)));
  const Segment segment = segment_of(texts);
  for (std::size_t size = 1; size <= kMostScanned; size += 1 + size / 7) {
    std::vector<Print> pattern = prints_of(random_text(random, size));
    const std::span<const Print> there = segment.prints_of(random() % segment.documents().size());
    if (there.size() >= size) pattern.assign(there.begin(), there.begin() + static_cast<std::ptrdiff_t>(size));
    pattern[size / 2] = 1 + random() % 255;
    const auto edits = static_cast<std::uint32_t>(size / 2);
    std::vector<Hit> expected;
    for (std::size_t i = 0; i < segment.documents().size(); ++i) {
      const auto [least, end] = least_distance(segment.prints_of(i), pattern);
      if (least > std::min<std::size_t>(edits, size - 1)) continue;
      const auto all = static_cast<std::uint32_t>(size);
      expected.push_back({segment.documents()[i].id, segment.documents()[i].hash, {end > all + least ? end - all - least : 0, end}, {0, all}, all - least});
    }
    keep_best(expected, 7);
    const std::vector<Hit> found = scan_near(segment, pattern, edits, 7);
    ASSERT_EQ(found.size(), expected.size()) << size;
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].document, expected[i].document) << size;
      EXPECT_EQ(found[i].at, expected[i].at) << size;
      EXPECT_EQ(found[i].agreed, expected[i].agreed) << size;
    }
  }
}

TEST(Scan, ExactIsFoundWhereverItStands) {
  const Segment segment = segment_of({"the the mill", "mill the the mill the", "", "the mill"});
  const std::vector<Hit> hits = scan_exact(segment, prints_of("the mill"), 10);
  ASSERT_EQ(hits.size(), 3U);
  EXPECT_EQ(hits[0].at, (WordRange{1, 3}));
  EXPECT_EQ(hits[1].at, (WordRange{2, 4}));
  EXPECT_EQ(hits[2].document, 4);
  EXPECT_EQ(scan_exact(segment, prints_of("the mill"), 2).size(), 2U);
  EXPECT_TRUE(scan_exact(segment, prints_of("mill mill"), 2).empty());
}

TEST(Lookup, OddQuotationsEndSoon) {
  std::mt19937 random(3);
  const Segment segment = segment_of(
      {random_text(random, 3000), std::string(20'000, 'a'), std::string(8'000, ' ') + "no no no no no no no no no no"});
  EXPECT_NO_FATAL_FAILURE(look_up(segment, prints_of(random_text(random, 100'000))));
  std::string same;
  for (int i = 0; i < 5000; ++i) same += "no ";
  EXPECT_FALSE(look_up(segment, prints_of(same)).empty());
}

TEST(IndexFolder, ManySmallStepsAreOneBigOne) {
  std::mt19937 random(11);
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i) texts.push_back(random_text(random, 100 + random() % 900));
  Folder folder;
  for (std::size_t i = 0; i < texts.size(); ++i) fill(folder.name(), texts, i, i + 1);
  const auto index = Index::open(folder.name());
  ASSERT_TRUE(index) << index.error().message;
  EXPECT_LE(index->segments().size(), 8U);
  EXPECT_EQ(index->last().id, 40);
  const Segment one = segment_of(texts);
  for (std::size_t d = 0; d < texts.size(); d += 7) {
    const auto words = one.prints_of(d).subspan(10, 20);
    const auto in_order = [](std::vector<Hit> hits) {
      std::vector<std::tuple<std::uint32_t, std::int64_t, std::uint32_t>> out;
      for (const Hit& h : hits) out.emplace_back(h.agreed, h.document, h.at.begin);
      return out;
    };
    EXPECT_EQ(in_order(index->look_up(words)), in_order(look_up(one, words)));
  }
}

TEST(IndexFolder, WhatACrashLeavesIsPassedOver) {
  const std::vector<std::string> texts = {"the first text of all of them", "the second text of all of them"};
  Folder folder;
  fill(folder.name(), texts, 0, 1);
  {
    auto update = IndexUpdate::begin(folder.name());
    ASSERT_TRUE(update);
    ASSERT_TRUE(update->add(2, 1, texts[1]));  // and no commit
  }
  std::ofstream(folder.path / "00000099.words") << "half a segm";
  std::ofstream(folder.path / "manifest.new") << "sayso ind";
  EXPECT_EQ(Index::open(folder.name())->last().id, 1);
  fill(folder.name(), texts, 1, 2);
  EXPECT_EQ(Index::open(folder.name())->last().id, 2);
  EXPECT_FALSE(fs::exists(folder.path / "00000099.words"));
  EXPECT_FALSE(fs::exists(folder.path / "manifest.new"));
}

TEST(IndexFolder, DamageIsToldAndMadeGood) {
  const std::vector<std::string> texts = {"the first text of all of them"};
  for (const char* name : {"manifest", "00000001.words"}) {
    for (const bool cut : {true, false}) {
      Folder folder;
      fill(folder.name(), texts, 0, 1);
      const fs::path path = folder.path / name;
      if (cut)
        fs::resize_file(path, fs::file_size(path) / 2);
      else
        std::ofstream(path, std::ios::trunc) << std::string(fs::file_size(path), 'x');
      const auto index = Index::open(folder.name());
      ASSERT_FALSE(index) << name;
      EXPECT_EQ(index.error().code, ErrorCode::malformed);
      EXPECT_EQ(IndexUpdate::begin(folder.name())->last().id, 0);
      fill(folder.name(), texts, 0, 1);
      EXPECT_TRUE(Index::open(folder.name()));
    }
  }
}

TEST(IndexFolder, DamageInTheMiddleIsSeenOnOpening) {
  const std::vector<std::string> texts = {"the first text of all of them, and some words more"};
  for (const double part : {0.5, 0.7, 0.99}) {
    Folder folder;
    fill(folder.name(), texts, 0, 1);
    const fs::path path = folder.path / "00000001.words";
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    const auto at = static_cast<std::streamoff>(part * static_cast<double>(fs::file_size(path)));
    file.seekg(at);
    const char byte = static_cast<char>(file.get());
    file.seekp(at);
    file.put(static_cast<char>(byte ^ 1));
    file.close();
    const auto index = Index::open(folder.name());
    ASSERT_FALSE(index) << part;
    EXPECT_EQ(index.error().code, ErrorCode::malformed);
    EXPECT_EQ(IndexUpdate::begin(folder.name())->last().id, 0);
  }
}

TEST(IndexFolder, NoFolder) {
  const auto index = Index::open("/nowhere/at/all");
  ASSERT_FALSE(index);
  EXPECT_EQ(index.error().code, ErrorCode::not_found);
  EXPECT_EQ(IndexUpdate::begin("/nowhere/at/all").error().code, ErrorCode::write_failed);
}

TEST(Manifest, WhatIsWrittenIsRead) {
  const Manifest manifest = {{"00000001", 10, 0xFFFFFFFFFFFFFFFFULL, 3, 4}, {"00000007", 1, 0, 1, 1}};
  EXPECT_EQ(*parse_manifest(manifest_text(manifest), "m"), manifest);
  EXPECT_EQ(*parse_manifest(manifest_text({}), "m"), Manifest());
  std::string changed = manifest_text(manifest);
  changed[30] = changed[30] == '1' ? '2' : '1';
  EXPECT_FALSE(parse_manifest(changed, "m"));
  EXPECT_FALSE(parse_manifest("", "m"));
}

}  // namespace
}  // namespace sayso::trace
