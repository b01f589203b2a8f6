// What makes two readings the same document.
#pragma once

#include <cstdint>
#include <string>

#include "sayso/document.h"

namespace sayso::record {

// By its URL, else by its outlet and the identifier it came with, else by the file it is; a text that came with none of these
// (a line of JSON, standard input) is only itself.
std::string key_of(const Document& document);
// Of the text, 64 bits.
std::int64_t hash_of(const Document& document);
// Without what does not tell pages apart: the fragment, trackers' parameters, "www.", a slash at the end, the scheme.
std::string plain_url(std::string_view url);

}  // namespace sayso::record
