// A place of a document where words stand that were asked for, and the whole utterance that they are part of there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "trace/archive.h"
#include "trace/wording.h"

namespace sayso::trace {

enum class Printed : std::uint8_t { quoted, reported, running };  // between marks; as indirect speech; neither

struct Witness {
  SourcePtr source;
  std::vector<Span> pieces;  // of the utterance in the document's text, marks left out, in order
  Wording wording;           // the pieces, a space between them, or a line end behind a sentence; before, …
  std::optional<std::uint32_t> statement;  // index into source->extraction.statements
  Printed printed = Printed::running;
  std::string speaker_text;  // as the text names the source: "she", "the mayor"
};

// The utterance around a stretch of the document's text: the statement that it is content of, the quotation marks
// around it, or the sentences it stands in. None where the span is empty.
std::optional<Witness> witness_at(const SourcePtr& source, Span span);
Witness witness_of_statement(const SourcePtr& source, std::uint32_t statement);

// A span of the wording's text, as spans of the document.
std::vector<Span> in_document(const Witness& witness, Span in_wording);

// The bytes of words [begin, end) of a text, counted as the index counts them, in code points.
Span span_of_words(std::string_view utf8, std::uint32_t begin, std::uint32_t end);

std::string_view name_of(Printed);

}  // namespace sayso::trace
