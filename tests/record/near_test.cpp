#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "record/near_bands.h"
#include "record/near_groups.h"
#include "record/near_shingles.h"
#include "record/place.h"
#include "sayso/record.h"

namespace sayso::record {
namespace {

// Texts of invented words, so that only what is planted is alike.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::vector<std::string> words(std::size_t count) {
    std::vector<std::string> out(count);
    for (std::string& word : out) {
      for (std::size_t i = 3 + random_() % 7; i > 0; --i) word += static_cast<char>('a' + random_() % 26);
    }
    return out;
  }
  std::size_t below(std::size_t most) { return random_() % most; }

 private:
  std::mt19937 random_;
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) out += (i == 0 ? "" : i % 11 == 0 ? ".\n" : " ") + words[i];
  return out;
}

TEST(NearShingles, MarksCaseAndSpacesDoNotCount) {
  EXPECT_EQ(shingles_of("“We won’t sell,” she said—today."), shingles_of("\"WE WON'T SELL\"  she\nsaid - today"));
  EXPECT_EQ(shingles_of("one two").size(), 0u);
  EXPECT_EQ(shingles_of("one two three").size(), 1u);
  EXPECT_NE(shingles_of("one two three"), shingles_of("one three two"));
  EXPECT_NE(shingles_of("élan vital là"), shingles_of("elan vital la"));
  EXPECT_EQ(shingles_of("\xff\xfe \xe2\x80").size(), 0u);  // no text at all, but no crash
}

TEST(NearShingles, JaccardIsWhatBothHaveOfWhatEitherHas) {
  EXPECT_DOUBLE_EQ(jaccard(ShingleSet({1, 2, 3, 3}), ShingleSet({2, 3, 4})), 0.5);
  EXPECT_DOUBLE_EQ(jaccard(ShingleSet({}), ShingleSet({})), 0);
  EXPECT_EQ(ShingleSet({3, 1, 3, 2, 1}).size(), 3u);
}

// The chance to meet is what near_bands.h says of it.
TEST(NearBands, NearTextsMeetAndOthersDoNot) {
  Writer writer(1);
  int met = 0, met_far = 0;
  constexpr int kPairs = 2000;
  for (int i = 0; i < kPairs; ++i) {
    const std::vector<std::uint64_t> shared = shingles_of(joined(writer.words(142))), a = shingles_of(joined(writer.words(32)));
    const std::vector<std::uint64_t> b = shingles_of(joined(writer.words(32)));
    const auto with = [](std::vector<std::uint64_t> x, const std::vector<std::uint64_t>& y) {
      x.insert(x.end(), y.begin(), y.end());
      return x;
    };
    const auto meet = [](const Bands& x, const Bands& y) {
      for (std::size_t band = 0; band < kBands; ++band) {
        if (x[band] == y[band]) return true;
      }
      return false;
    };
    EXPECT_NEAR(jaccard(ShingleSet(with(shared, a)), ShingleSet(with(shared, b))), 0.7, 0.005);
    met += meet(bands_of(with(shared, a)), bands_of(with(shared, b)));
    met_far += meet(bands_of(with(a, shingles_of(joined(writer.words(100))))), bands_of(with(a, shingles_of(joined(writer.words(100))))));
  }
  EXPECT_GE(met, kPairs * 99 / 100);
  EXPECT_LE(met_far, kPairs * 3 / 100);  // J = 0.13
}

class Groups : public testing::Test {
 protected:
  // The groups that texts end up in, as sets of their indexes, after they were added in this order.
  std::set<std::set<std::size_t>> groups(const std::vector<std::string>& texts, const std::vector<std::size_t>& order) {
    auto record = Record::open(new_file("near.db"), RecordAccess::write);
    const auto add = [&](std::size_t i) {
      Document document;
      document.url = "https://hillherald.example/" + std::to_string(i);
      document.text = texts[i];
      return record->add(document, {}, "fast").value();
    };
    for (const std::size_t i : order) add(i);
    std::map<std::int64_t, std::set<std::size_t>> by_name;
    for (const std::size_t i : order) {
      if (const Added known = add(i); known.near) by_name[*known.near].insert(i);
    }
    std::set<std::set<std::size_t>> out;
    for (const auto& [name, members] : by_name) {
      EXPECT_EQ(order[static_cast<std::size_t>(name - 1)], *std::ranges::min_element(order, {}, [&](std::size_t i) {
        return members.contains(i) ? std::ranges::find(order, i) - order.begin() : static_cast<std::ptrdiff_t>(order.size());
      }));
      out.insert(members);
    }
    return out;
  }
};

// A chain: each text is near the next, the ends are not near each other. And a pair, and texts that stand alone.
TEST_F(Groups, AreTheSameInWhateverOrderTheirDocumentsCome) {
  Writer writer(2);
  const std::vector<std::string> words = writer.words(600);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 6; ++i) texts.push_back(joined({words.begin() + static_cast<int>(i * 50), words.begin() + static_cast<int>(i * 50 + 350)}));
  const std::vector<std::string> pair = writer.words(200);
  texts.push_back(joined(pair));
  texts.push_back("HILL HERALD — share this story. " + joined(pair));
  texts.push_back(joined(writer.words(300)));
  texts.push_back("Too short to tell.");
  texts.push_back("Too short to tell.");
  const std::set<std::set<std::size_t>> expected = {{0, 1, 2, 3, 4, 5}, {6, 7}};
  std::vector<std::size_t> order(texts.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int round = 0; round < 20; ++round) {
    EXPECT_EQ(groups(texts, order), expected);
    for (std::size_t i = order.size() - 1; i > 0; --i) std::swap(order[i], order[writer.below(i + 1)]);
  }
}

TEST_F(Groups, ManyCopiesOfOnePageAreOneGroup) {
  Writer writer(3);
  const std::string page = joined(writer.words(60));
  std::vector<std::string> texts;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < 400; ++i) texts.push_back(page + " " + joined(writer.words(2))), order.push_back(i);
  const auto found = groups(texts, order);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.begin()->size(), 400u);
}

}  // namespace
}  // namespace sayso::record
