// Statements -> the formats of `sayso extract` and `sayso export`. Each appends to `out`; none fails.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/document.h"
#include "sayso/statement.h"

namespace sayso {

enum class Format { text, json, jsonl, csv, brat, html, claimreview, webannotation, tei };

// A document in which a wording stands.
struct Appearance {
  std::optional<std::string> url, title, outlet, published;
  std::string path;
};

// What a record knows of a document besides its text and what was found in it.
struct Kept {
  std::string model;  // that it was read by
  // Of each statement: all documents with the same wording, the first first; none: only this one. Only where they are asked for.
  std::vector<std::vector<Appearance>> appearances;
  std::vector<bool> told;  // of each statement: an earlier statement of the record has the same wording
};

struct FormatOptions {
  bool color = false;          // ANSI colours, text format only
  unsigned width = 80;         // columns, text format only
  bool explain = false;        // why each source was told so, and names taken for one; text, json and jsonl
  const Kept* kept = nullptr;  // out of a record: json and jsonl have all that it takes to read them back
};

// What stands before the first document and after the last: the CSV header, the HTML or TEI frame. Mostly nothing.
void append_header(std::string& out, Format format);
// empty: there was no document between them, which some frames have to fill.
void append_footer(std::string& out, Format format, bool empty = false);

// One document's results.
void append_document(std::string& out, Format format, const Document& document, const Extraction& extraction,
                     const FormatOptions& options = {});

}  // namespace sayso
