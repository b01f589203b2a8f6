// The elements and attributes of HTML that reading an article turns on.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sayso {

// What an element means for the nesting of others.
enum class HtmlRole : std::uint8_t {
  ordinary,
  special,      // closing tags of ordinary elements do not reach beyond it
  barrier,      // no closing tag from inside reaches beyond it but its own
  never_nests,  // never stays open, or is closed by its own kind and parts of tables
  raw,          // holds text only: markup in it means nothing
  no_tag,       // its tags say nothing about the text: <b>, <img>
  nothing       // it says nothing with all that it holds: <style>, <svg>
};
struct HtmlElement {
  HtmlRole role = HtmlRole::ordinary;
  bool breaks = false;  // text does not go on across its tags, so that white space beside them says nothing
};
// `name` in lower case.
HtmlElement element_named(std::string_view name);

// Those that are looked at; all others are taken out before the page is parsed.
enum class HtmlAttribute : std::uint8_t {
  aria_hidden, cite, class_, content, data_bluesky_uri, data_embed_url, data_href, data_instgrm_permalink,
  data_text_post_permalink, datetime, hidden, href, id, itemprop, lang, name, property, rel, role, style, title, type, xml_lang
};
// Small and capital letters are the same.
std::optional<HtmlAttribute> attribute_named(std::string_view name);

}  // namespace sayso
