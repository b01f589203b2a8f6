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

std::string without_directives(std::string bytes, const std::vector<Directive>& directives) {
  for (const Directive& directive : directives) bytes.replace(directive.begin, directive.end - directive.begin, directive.end - directive.begin, ' ');
  return bytes;
}

}  // namespace sayso::lint
