#include "extract/order.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace sayso {

void sort_by_content(std::vector<Attribution>& attributions) {
  std::stable_sort(attributions.begin(), attributions.end(), [](const Attribution& a, const Attribution& b) {
    return std::tie(a.content.front().begin, a.cue.begin) < std::tie(b.content.front().begin, b.cue.begin);
  });
}

std::vector<Warning> merge_warnings(std::vector<Warning> reader, std::vector<Warning> extractor) {
  reader.insert(reader.end(), std::make_move_iterator(extractor.begin()), std::make_move_iterator(extractor.end()));
  std::stable_sort(reader.begin(), reader.end(), [](const Warning& a, const Warning& b) { return a.span < b.span; });
  return reader;
}

}  // namespace sayso
