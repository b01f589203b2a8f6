// What kind of input some bytes are: told by their beginning, then by the name.
#pragma once

#include <string>
#include <string_view>

namespace sayso {

enum class InputKind { text, html, markdown, docx, json, binary, warc, feed, mail };

// How many bytes of the beginning tell the kind.
inline constexpr std::size_t kSniffBytes = 4096;

// `head`: the first bytes, decompressed. `name`: the path; its ending decides between the kinds of text.
InputKind kind_of(std::string_view head, std::string_view name);

// The name's ending in lower case, without ".gz", ".zst" and ".lz4": "html" of "a/B.HTML.gz"; empty where there is none.
std::string ending_of(std::string_view name);

}  // namespace sayso
