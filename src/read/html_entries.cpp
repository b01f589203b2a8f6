#include "read/html_entries.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "text/ascii.h"

namespace sayso {
namespace {

using enum HtmlTag;

constexpr int kReach = 4;                  // elements up from a block
constexpr std::uint32_t kTopNodes = 10;    // in which an entry has its time
constexpr std::size_t kLongestTime = 10;   // bytes
constexpr std::uint32_t kFewest = 3;       // entries

// "10:15am", "8.30 pm"
bool is_time_of_day(std::string_view text) {
  text = without_space(text);
  if (text.size() > kLongestTime || text.find_first_of("0123456789") != 0) return false;
  const auto mark = text.find_first_of(":.");
  return mark != text.npos && mark <= 2 && mark + 2 < text.size() && text.find_first_not_of("0123456789:. apmAPMh") == text.npos;
}

bool begins_with_time(const HtmlTree& page, std::uint32_t node) {
  for (auto i = node + 1; i < std::min(page[node].end, node + kTopNodes); ++i) {
    if (page[i].tag == HtmlTag::time) return true;
    if (page[i].tag == text && is_time_of_day(page.text(i))) return true;
    if (page[i].tag == p && !is_time_of_day(page.all_text(i, kLongestTime + 1))) return false;
  }
  return false;
}

}  // namespace

std::vector<std::uint32_t> entries_of(const HtmlTree& page, const std::vector<HtmlBlock>& kept) {
  std::unordered_set<std::uint32_t> seen;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> siblings;  // by their parent
  for (const HtmlBlock& block : kept) {
    auto node = block.node;
    for (int up = 0; up < kReach && node != 0; ++up, node = page[node].parent) {
      const HtmlTag tag = page[node].tag;
      if ((tag != article && tag != section && tag != div) || !seen.insert(node).second) continue;
      if (begins_with_time(page, node)) siblings[page[node].parent].push_back(node);
    }
  }
  std::vector<std::uint32_t> entries;
  for (const auto& [parent, found] : siblings) {
    if (found.size() >= kFewest) entries.insert(entries.end(), found.begin(), found.end());
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace sayso
