// Markdown -> the words that a reader sees of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/source_map.h"
#include "sayso/document.h"

namespace sayso {

struct MarkdownText {
  std::string text;  // a line a paragraph, heading or item, with blank lines between; code, HTML and pictures left out
  std::optional<std::string> title;  // of the front matter, else the first heading of the first level
  std::optional<std::string> date;   // of the front matter, ISO
  std::vector<std::string> authors;  // of the front matter
  std::vector<SourceRun> origin;     // only where a map is given
  std::vector<Span> code;            // code spans: bytes of the source, ascending
};

// CommonMark with tables (md4c). `utf8` must be valid; front matter between lines "---" is read as "key: value" lines. Linear but for
// what md4c takes.
MarkdownText read_markdown(std::string_view utf8, const SourceMap* map = nullptr);

}  // namespace sayso
