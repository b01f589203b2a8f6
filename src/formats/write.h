// One function a format, each in the file of its name. All text that goes out passes valid_utf8.h: whatever bytes a
// path or an identifier has, every format is valid UTF-8.
#pragma once

#include <string>

#include "sayso/document.h"
#include "sayso/formats.h"
#include "sayso/statement.h"

namespace sayso::formats {

void append_text(std::string& out, const Document& document, const Extraction& extraction,
                 const FormatOptions& options);
void append_json(std::string& out, const Document& document, const Extraction& extraction, const FormatOptions& options);
void append_jsonl(std::string& out, const Document& document, const Extraction& extraction, const FormatOptions& options);
void append_csv_header(std::string& out);
void append_csv(std::string& out, const Document& document, const Extraction& extraction);
void append_brat(std::string& out, const Document& document, const Extraction& extraction);
void append_html_header(std::string& out);
void append_html(std::string& out, const Document& document, const Extraction& extraction);
void append_html_footer(std::string& out);
void append_claimreview(std::string& out, const Document& document, const Extraction& extraction, const FormatOptions& options);
void append_webannotation(std::string& out, const Document& document, const Extraction& extraction);
void append_tei_header(std::string& out);
void append_tei(std::string& out, const Document& document, const Extraction& extraction);
void append_tei_footer(std::string& out, bool empty);

}  // namespace sayso::formats
