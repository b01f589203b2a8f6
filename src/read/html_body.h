// The article of a page: its body's paragraphs, without what surrounds them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/html_metadata.h"
#include "read/source_map.h"
#include "sayso/document.h"

namespace sayso {

struct PageArticle {
  std::string text;  // paragraphs joined by an empty line; <q> with marks, entities decoded, white space collapsed
  std::optional<std::string> subhead;
  std::vector<std::string> authors;      // of lines over the body that no markup names
  std::optional<std::string> published;  // the same
  std::vector<SetOff> set_off;    // in order
  std::vector<Warning> warnings;
  std::vector<SourceRun> origin;  // only where a map is given
};

// The headline is no part of the text, unless it quotes words that stand nowhere else. A paragraph that opens with a quotation mark is never
// left out, but for pull quotes that repeat the body.
// `map`: of the page, which has kept its places.
PageArticle read_article(const HtmlTree& page, const PageMetadata& metadata, const SourceMap* map = nullptr);

}  // namespace sayso
