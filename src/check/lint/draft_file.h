// A draft as a file: its document, where the document's text stands in it, what its comments tell the checker.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/lint/check.h"
#include "check/lint/directives.h"
#include "formats/text_places.h"
#include "read/kind.h"
#include "sayso/document.h"
#include "sayso/error.h"
#include "sayso/reader.h"
#include "text/code_points.h"

namespace sayso::lint {

// Where a span of the draft's text stands in the file. Lines and columns count from 1, columns in code points; the end is behind the last.
// Of .docx the lines are the paragraphs; where else the file's own places are not known, the lines are those of the text.
struct FilePlace {
  formats::TextPlace begin, end;
  std::uint32_t offset = 0, length = 0;  // code points of the file
};

class DraftFile {
 public:
  // Text, HTML, Markdown, .docx, e-mail; packed or not; "-" for standard input. Of a file with several documents the first. Errors as of
  // read_bytes.
  static Result<DraftFile> read(const std::string& path, const ReadOptions& options);
  static Result<DraftFile> of_bytes(std::string bytes, const std::string& path, const ReadOptions& options);

  // Its text without the marks and stops of code: "_" stands in their place.
  const Document& document() const { return document_; }
  // With them.
  const std::string& text() const { return has_code_ ? text_ : document_.text; }
  const std::vector<Silence>& silences() const { return silences_; }
  FilePlace place_of(Span span) const;
  // Of the line that the place begins in, without its end, at most `reach` code points to either side of where it begins; `before`: how many
  // of them stand before. Lines may be as long as the file.
  std::string_view line_around(const FilePlace& place, std::uint32_t reach, std::uint32_t& before) const;
  // The span as it stands in the file, markup included.
  std::string_view words_at(const FilePlace& place) const { return lines_->points.slice({place.offset, place.offset + place.length}); }

  // Whether the file can be mended: UTF-8 text of which is known where each word stands.
  bool can_mend() const { return has_origin_; }
  // The file with the fixes of these findings, in their order; one that overlaps an earlier one is left out. `made`: how many findings
  // were mended.
  std::string mended(const std::vector<Finding>& findings, std::size_t& made) const;

 private:
  // What lines and columns are counted in.
  struct Lines {
    explicit Lines(std::string t) : text(std::move(t)), points(text), places(text) {}
    const std::string text;
    const CodePoints points;
    const formats::TextPlaces places;
  };

  std::pair<std::size_t, std::size_t> bytes_of(Span span) const;
  void hide_code(InputKind kind);
  void number_paragraphs(std::string_view docx);
  void place_in_paragraph(std::uint32_t point, formats::TextPlace& place) const;

  std::unique_ptr<const Lines> lines_;  // of the file; of the text where its origin is not known
  bool has_origin_ = false;
  Document document_;
  std::vector<Silence> silences_;
  bool has_code_ = false;
  std::string text_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> paragraphs_;  // of .docx: where each begins in the text, and its number
};

}  // namespace sayso::lint
