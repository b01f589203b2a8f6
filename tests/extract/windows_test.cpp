#include "extract/windows.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {

using Ranges = std::vector<TokenRange>;

TEST(Windows, WholeParagraphsArePacked) {
  EXPECT_EQ(windows_of(Ranges{{0, 4}, {4, 7}, {7, 12}}, {}, 8), (Ranges{{0, 7}, {7, 12}}));
  EXPECT_EQ(windows_of(Ranges{}, {}, 8), Ranges{});
}

TEST(Windows, ALongParagraphIsCutAndItsRestPackedWithTheNextOne) {
  EXPECT_EQ(windows_of(Ranges{{0, 2}, {2, 21}, {21, 24}}, {}, 8), (Ranges{{0, 2}, {2, 10}, {10, 18}, {18, 24}}));
}

TEST(Windows, UnitsCountNotTokens) {
  const std::vector<std::uint32_t> units{0, 3, 6, 7, 8, 14, 15};
  EXPECT_EQ(windows_of(Ranges{{0, 2}, {2, 4}, {4, 6}}, units, 8), (Ranges{{0, 4}, {4, 6}}));
  EXPECT_EQ(windows_of(Ranges{{0, 6}}, units, 6), (Ranges{{0, 2}, {2, 4}, {4, 5}, {5, 6}}));
}

TEST(Windows, NothingReachesOverWhatIsLeftOut) {
  EXPECT_EQ(windows_of(Ranges{{0, 2}, {4, 6}}, {}, 8), (Ranges{{0, 2}, {4, 6}}));
}

}  // namespace
}  // namespace sayso
