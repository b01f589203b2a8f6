// Words of a document -> bytes: only where they stand, as the document's text has them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/bytes.h"
#include "sayso/statement.h"
#include "text/code_points.h"

namespace sayso::record {

// A span that begins a little before or behind `at` takes two bytes; `at` moves to its end.
void put_span(BytesOut& out, Span span, std::int64_t& at);
Span get_span(BytesIn& in, std::int64_t& at);

// Its words too where they are not what stands at its spans.
void put_passage(BytesOut& out, const Passage& passage, const CodePoints& text, std::int64_t at);
// Only passes over it, but gives where it begins; `at` where it has no place.
std::int64_t skip_passage(BytesIn& in, std::int64_t at);
Passage get_passage(BytesIn& in, const CodePoints& text, std::int64_t at);

}  // namespace sayso::record
