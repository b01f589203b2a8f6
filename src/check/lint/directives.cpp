#include "check/lint/directives.h"

#include <optional>

#include "text/words/word_set.h"

namespace sayso::lint {
namespace {

constexpr std::string_view kOpen = "<!--", kClose = "-->", kName = "sayso:";
constexpr std::size_t kLongest = 400;  // bytes of a directive

std::optional<Directive> read_one(std::string_view inside) {
  const std::size_t first = inside.find_first_not_of(" \t\r\n");
  if (first == inside.npos || !inside.substr(first).starts_with(kName)) return {};
  std::optional<Directive> out;
  bool is_first = true;
  for_each_word(inside.substr(first + kName.size()), [&](std::string_view word) {
    if (!is_first) {
      if (out) out->rules.emplace_back(word);
      return;
    }
    is_first = false;
    if (word == "ignore") out.emplace().what = Directive::What::ignore;
    if (word == "off") out.emplace().what = Directive::What::off;
    if (word == "on") out.emplace().what = Directive::What::on;
  });
  return out;
}

}  // namespace

std::vector<Directive> read_directives(std::string_view bytes) {
  std::vector<Directive> out;
  for (std::size_t at = bytes.find(kOpen); at != bytes.npos; at = bytes.find(kOpen, at)) {
    const std::size_t inside = at + kOpen.size();
    const std::size_t close = bytes.substr(inside, kLongest).find(kClose);
    if (close == bytes.npos) {
      at = inside;
      continue;
    }
    const std::size_t end = inside + close + kClose.size();
    if (auto directive = read_one(bytes.substr(inside, close))) {
      directive->begin = at;
      directive->end = end;
      out.push_back(std::move(*directive));
    }
    at = end;
  }
  return out;
}

// In Markdown spaces at the head of a line would make code of it: an empty tag stands for the comment where words follow on its line.
std::string without_directives(std::string bytes, const std::vector<Directive>& directives, InputKind kind) {
  for (auto directive = directives.rbegin(); directive != directives.rend(); ++directive) {
    const std::size_t size = directive->end - directive->begin;
    bytes.replace(directive->begin, size, size, ' ');
    const std::size_t next = bytes.find_first_not_of(" \t", directive->end);
    if (kind != InputKind::markdown || next == bytes.npos || bytes[next] == '\n' || bytes[next] == '\r') continue;
    bytes.replace(directive->begin, 2, "<i");
    bytes[directive->end - 1] = '>';
  }
  return bytes;
}

}  // namespace sayso::lint
