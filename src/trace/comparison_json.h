// A comparison as JSON, and for people.
#pragma once

#include <string>
#include <string_view>

#include "formats/json_writer.h"
#include "trace/comparison.h"
#include "trace/wording.h"

namespace sayso::trace {

// One line with its line end: {"id", "same_utterance", "relation", "edits", "sense_changed", "score"}. `id` is JSON, and the
// key is left out where it is empty. Keys of edits: docs/compare.md.
void append_json(std::string& out, std::string_view id, const Comparison& comparison);

// The array of edits, and one span, as values of keys.
void append_edits(formats::JsonWriter& json, const std::vector<Edit>& edits);
void append_span(formats::JsonWriter& json, Span span);

struct TextOptions {
  bool color = false;
  unsigned width = 80;
};

// The verdict, the two wordings one under the other with their differences marked, and a list of what changed.
void append_text(std::string& out, const Wording& a, const Wording& b, const Comparison& comparison, const TextOptions& options = {});

// A wording with what differs in it between marks, [-only in a-] or {+only in b+}; and the list of what changed.
std::string marked_wording(std::string_view text, const std::vector<Edit>& edits, bool is_a);
void append_edit_list(std::string& out, const std::vector<Edit>& edits, const TextOptions& options);

}  // namespace sayso::trace
