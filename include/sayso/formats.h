// Statements -> the formats of `sayso extract`. Each appends to `out`; none fails.
#pragma once

#include <string>

#include "sayso/document.h"
#include "sayso/statement.h"

namespace sayso {

enum class Format { text, json, jsonl, csv, brat, html };

struct FormatOptions {
  bool color = false;     // ANSI colours, text format only
  unsigned width = 80;    // columns, text format only
};

// What stands before the first document and after the last: the CSV header, the HTML frame. Mostly nothing.
void append_header(std::string& out, Format format);
void append_footer(std::string& out, Format format);

// One document's results.
void append_document(std::string& out, Format format, const Document& document, const Extraction& extraction,
                     const FormatOptions& options = {});

}  // namespace sayso
