#include "read/html_nesting.h"

#include <functional>

namespace sayso {
namespace {

constexpr std::size_t kMaxSteps = 100'000'000;

}  // namespace

void HtmlNesting::open(std::string_view name, HtmlRole role) {
  stack_.push_back({std::hash<std::string_view>{}(name), role});
  steps_ += stack_.size();
}

void HtmlNesting::close(std::string_view name, HtmlRole role) {
  const auto hash = std::hash<std::string_view>{}(name);
  for (std::size_t i = stack_.size(); i-- > 0; ++steps_) {
    if (stack_[i].name == hash) return stack_.resize(i);
    if (stack_[i].role > role) return;
  }
}

bool HtmlNesting::too_deep(std::size_t depth) const { return stack_.size() > depth || steps_ > kMaxSteps; }

}  // namespace sayso
