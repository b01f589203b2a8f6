// A tracing as JSON, for people, and as a graph. Keys: docs/trace.md.
#pragma once

#include <string>

#include "trace/comparison_json.h"
#include "trace/tracing.h"

namespace sayso::trace {

// One line with its line end.
void append_json(std::string& out, const Tracing& tracing);
void append_text(std::string& out, const Tracing& tracing, const TextOptions& options = {});
// Graphviz: witnesses as boxes, readings as colours, edges from the source to who has it from there.
void append_dot(std::string& out, const Tracing& tracing);

// "A", "B", … "Z", "AA": what readings are called for people.
std::string reading_name(std::uint32_t reading);

}  // namespace sayso::trace
