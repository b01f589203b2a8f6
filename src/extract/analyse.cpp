#include "extract/analyse.h"

#include <algorithm>

#include "text/paragraphs.h"

namespace sayso {

namespace {

// The quotations and posts that the reader found to be set off, by the tokens in them.
std::vector<SetOffRange> set_off_ranges(const Document& document, const std::vector<Token>& tokens) {
  std::vector<SetOffRange> out;
  for (const SetOff& part : document.set_off) {
    if (part.kind == SetOff::Kind::entry) continue;
    const auto first = std::ranges::partition_point(tokens, [&](const Token& t) { return t.begin < part.span.begin; });
    const auto last = std::ranges::partition_point(tokens, [&](const Token& t) { return t.begin < part.span.end; });
    if (first >= last) continue;
    out.push_back({{static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())}, part.kind});
  }
  return out;
}

}  // namespace

Analysis analyse(const Document& document) {
  Analysis out{CodePoints(document.text), {}, {}, {}, {}, {}, {}};
  tokenize(out.text, {0, out.text.size()}, out.tokens);
  const std::vector<std::uint32_t> begins = paragraph_begins(out.text, out.tokens);
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const bool last = i + 1 == begins.size();
    out.paragraphs.push_back({begins[i], last ? static_cast<std::uint32_t>(out.tokens.size()) : begins[i + 1]});
  }
  out.quotations = parse_quotations(out.text);
  out.set_off = set_off_ranges(document, out.tokens);
  return out;
}

}  // namespace sayso
