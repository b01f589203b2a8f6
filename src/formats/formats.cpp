#include "sayso/formats.h"

#include "formats/write.h"

namespace sayso {

void append_header(std::string& out, Format format) {
  if (format == Format::csv) formats::append_csv_header(out);
  if (format == Format::html) formats::append_html_header(out);
  if (format == Format::tei) formats::append_tei_header(out);
}

void append_footer(std::string& out, Format format, bool empty) {
  if (format == Format::html) formats::append_html_footer(out);
  if (format == Format::tei) formats::append_tei_footer(out, empty);
}

void append_document(std::string& out, Format format, const Document& document, const Extraction& extraction,
                     const FormatOptions& options) {
  switch (format) {
    case Format::text:
      return formats::append_text(out, document, extraction, options);
    case Format::json:
      return formats::append_json(out, document, extraction, options);
    case Format::jsonl:
      return formats::append_jsonl(out, document, extraction, options);
    case Format::csv:
      return formats::append_csv(out, document, extraction);
    case Format::brat:
      return formats::append_brat(out, document, extraction);
    case Format::html:
      return formats::append_html(out, document, extraction);
    case Format::claimreview:
      return formats::append_claimreview(out, document, extraction, options);
    case Format::webannotation:
      return formats::append_webannotation(out, document, extraction);
    case Format::tei:
      return formats::append_tei(out, document, extraction);
  }
}

}  // namespace sayso
