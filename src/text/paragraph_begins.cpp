#include "text/paragraphs.h"

namespace sayso {
namespace {

// Whether the white space between two tokens ends a paragraph: a line end, or a blank line where lines are wrapped.
bool parts(std::string_view gap, bool hard_wrapped) {
  int line_ends = 0;
  for (std::size_t at = 0; at < gap.size();) {
    const std::size_t size = line_end_at(gap, at);
    line_ends += size > 0;
    at += size > 0 ? size : 1;
  }
  return line_ends > (hard_wrapped ? 1 : 0);
}

}  // namespace

std::vector<std::uint32_t> paragraph_begins(const CodePoints& text, std::span<const Token> tokens) {
  const bool hard_wrapped = is_hard_wrapped(text.utf8());
  std::vector<std::uint32_t> out;
  std::size_t byte = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (i == 0 || parts(text.utf8().substr(byte, tokens[i].byte - byte), hard_wrapped)) out.push_back(i);
    byte = tokens[i].byte_end;
  }
  return out;
}

}  // namespace sayso
