#include "extract/analyse.h"

#include "text/paragraphs.h"

namespace sayso {

Analysis analyse(const Document& document) {
  Analysis out{CodePoints(document.text), {}, {}, {}, {}};
  tokenize(out.text, {0, out.text.size()}, out.tokens);
  const std::vector<std::uint32_t> begins = paragraph_begins(out.text, out.tokens);
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const bool last = i + 1 == begins.size();
    out.paragraphs.push_back({begins[i], last ? static_cast<std::uint32_t>(out.tokens.size()) : begins[i + 1]});
  }
  out.quotations = parse_quotations(out.text);
  return out;
}

}  // namespace sayso
