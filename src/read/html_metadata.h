// What a page says about itself, by trust: JSON-LD, Open Graph, microdata, <meta>, <time>, then what readers see.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/html_tree.h"

namespace sayso {

struct PageMetadata {
  std::optional<std::string> url;
  std::optional<std::string> title;
  std::optional<std::string> outlet;
  std::vector<std::string> authors;
  std::optional<std::string> published;  // ISO
  std::optional<std::string> modified;   // ISO
  std::optional<std::string> subhead;
  std::optional<std::string> description;  // for search engines; often the subhead or the first paragraph
  std::optional<std::string> language;   // ISO 639-1

  bool free = true;                      // not for subscribers alone

  // Takes what is missing here from a source that is trusted less.
  void fill_from(PageMetadata&& other);
};

PageMetadata read_metadata(const HtmlTree& page);

// The NewsArticle, Article, … of one JSON-LD script; empty where there is none or the JSON is broken.
PageMetadata read_json_ld(std::string_view json);

}  // namespace sayso
