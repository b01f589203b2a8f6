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
#include "sayso/document.h"
#include "sayso/error.h"
#include "sayso/reader.h"
#include "text/code_points.h"

namespace sayso::lint {

// Where a span of the draft's text stands in the file. Lines and columns count from 1, columns in code points; the end is behind the last.
// Where the file has no lines of its own (.docx) those of the text are counted, which are its paragraphs.
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

  const Document& document() const { return document_; }
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
  void read_silences(const std::vector<Directive>& directives);
  std::uint32_t text_at(std::size_t byte, std::uint32_t end) const;

  std::unique_ptr<const Lines> lines_;  // of the file; of the text where its origin is not known
  bool has_origin_ = false;
  Document document_;
  std::vector<Silence> silences_;
};

}  // namespace sayso::lint
