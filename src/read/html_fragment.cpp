#include "read/html_fragment.h"

#include <utility>
#include <vector>

#include "read/html_blocks.h"
#include "read/html_hints.h"
#include "read/html_tree.h"

namespace sayso {
namespace {

using namespace std::literals;

// Neither tags nor references: no parser is needed.
bool is_plain(std::string_view html) { return html.find_first_of("<&") == html.npos; }

std::string collapsed(std::string_view text) {
  std::string out;
  append_collapsed(out, text);
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// <iframe …/> and the like, which those write who think in XML: in HTML they would swallow all that follows.
std::string with_ends(std::string_view html) {
  std::string out;
  for (;;) {
    const auto tag = html.find('<');
    const auto end = tag == html.npos ? tag : html.find_first_of("<>", tag + 1);
    if (end == html.npos) return out.append(html);
    out += html.substr(0, end);
    for (const auto name : {"iframe"sv, "script"sv, "style"sv, "textarea"sv, "title"sv, "object"sv, "video"sv, "audio"sv, "noscript"sv}) {
      if (html[end] == '>' && html[end - 1] == '/' && html.substr(tag + 1).starts_with(name)) out.append("></").append(name);
    }
    html.remove_prefix(end);
  }
}

// Nothing is left out here for being beside the article: what an unclosed <object> holds is the rest of the text.
std::vector<bool> skipped(const HtmlTree& page) {
  auto skip = hopeless_nodes(page);
  for (std::uint32_t node = 0; node < page.size(); ++node) skip[node] = skip[node] && page[node].tag != HtmlTag::object;
  return skip;
}

Result<std::vector<HtmlBlock>> blocks_of_fragment(std::string_view html) {
  const auto page = html.find("/>") == html.npos ? HtmlTree::parse(html) : HtmlTree::parse(with_ends(html));
  if (!page) return tl::unexpected(page.error());
  return page->size() == 0 ? std::vector<HtmlBlock>() : blocks_of(*page, skipped(*page));
}

}  // namespace

Result<std::string> fragment_text(std::string_view html) {
  if (is_plain(html)) return collapsed(html);
  const auto blocks = blocks_of_fragment(html);
  if (!blocks) return tl::unexpected(blocks.error());
  std::string out;
  for (const HtmlBlock& block : *blocks) {
    if (is_boilerplate(block.text) && !opens_with_quotation(block.text)) continue;
    if (!out.empty()) out += "\n\n";
    out += block.text;
  }
  return out;
}

Result<std::string> fragment_line(std::string_view html) {
  if (is_plain(html)) return collapsed(html);
  const auto blocks = blocks_of_fragment(html);
  if (!blocks) return tl::unexpected(blocks.error());
  std::string out;
  for (const HtmlBlock& block : *blocks) {
    if (!out.empty()) out += ' ';
    out += block.text;
  }
  return out;
}

}  // namespace sayso
