// The open elements of a page as its parser will see them, simplified: never fewer than it has.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/html_names.h"

namespace sayso {

class HtmlNesting {
 public:
  void open(std::string_view name, HtmlRole role);
  void close(std::string_view name, HtmlRole role);
  void touch() { steps_ += stack_.size(); }  // <p>, <li>, … look up the stack too
  // Deeper than `depth`, or so that closing tags cost the parser too much, which looks for their partners up the stack.
  bool too_deep(std::size_t depth) const;

 private:
  struct Open {
    std::size_t name;  // its hash
    HtmlRole role;     // ordinary, special or barrier
  };
  std::vector<Open> stack_;
  std::size_t steps_ = 0;
};

}  // namespace sayso
