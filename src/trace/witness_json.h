// Where a witness stands, as JSON and in a line.
#pragma once

#include <string>

#include "formats/json_writer.h"
#include "trace/witness.h"

namespace sayso::trace {

// Keys of an object that is open: "document" {number, id, path, url, title, outlet, published}, "statement", "speaker",
// "speaker_text", "printed", "text".
void append_witness_keys(formats::JsonWriter& json, const Witness& witness);

void append_string_or_null(formats::JsonWriter& json, std::string_view key, std::string_view text);

// What was searched: {"documents", "outlets", "first", "last"}, and "Searched: 12 documents of 3 outlets, 2025-03-31 to
// …".
void append_coverage(formats::JsonWriter& json, const record::Coverage& covers);
std::string coverage_line(const record::Coverage& covers);

// "2025-03-31 · Hill Herald · Ann Cole", what is unknown left out; the path where nothing is known.
std::string witness_line(const Witness& witness);
// The address, else the path, with the place: "https://… (120–146)".
std::string witness_place(const Witness& witness, const std::vector<Span>& spans);

}  // namespace sayso::trace
