#include "check/lint/draft_file.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "check/lint/code.h"
#include "check/lint/silences.h"
#include "formats/valid_utf8.h"
#include "read/bytes.h"
#include "read/decompress.h"
#include "read/docx.h"
#include "sayso/provenance.h"

namespace sayso::lint {

Result<DraftFile> DraftFile::read(const std::string& path, const ReadOptions& options) {
  const auto fail = [&](const Error& error) { return tl::unexpected(Error{error.code, path, error.message}); };
  auto source = open_bytes(path);
  if (!source) return fail(source.error());
  auto unpacked = decompressed(std::move(*source));
  if (!unpacked) return fail(unpacked.error());
  auto bytes = read_all(**unpacked, options.max_bytes);
  if (!bytes) return fail(bytes.error());
  return of_bytes(std::move(*bytes), path, options);
}

Result<DraftFile> DraftFile::of_bytes(std::string bytes, const std::string& path, const ReadOptions& options) {
  const InputKind kind = kind_of(std::string_view(bytes).substr(0, kSniffBytes), path);
  const auto directives = read_directives(bytes);
  ReadOptions with_origin = options;
  with_origin.provenance = true;
  auto document = read_bytes(without_directives(bytes, directives, kind), path, with_origin);
  if (!document) return tl::unexpected(document.error());
  DraftFile out;
  out.document_ = std::move(*document);
  const auto& origin = out.document_.origin;
  out.has_origin_ = origin && !origin->empty() && formats::valid_utf8(bytes) == bytes;
  if (kind == InputKind::docx) out.number_paragraphs(bytes);
  out.lines_ = std::make_unique<const Lines>(out.has_origin_ ? std::move(bytes) : out.document_.text);
  if (!out.has_origin_) return out;
  out.silences_ = silences_of(directives, out.lines_->text, out.document_);
  out.hide_code(kind);
  return out;
}

void DraftFile::hide_code(InputKind kind) {
  const auto code = code_in(lines_->text, kind);
  has_code_ = !code.empty();
  if (!has_code_) return;
  text_ = without_marks_in(document_, code);
  std::swap(text_, document_.text);
}

void DraftFile::number_paragraphs(std::string_view docx) {
  const auto read = paragraphs_of_docx(docx);
  if (!read) return;
  const CodePoints points(document_.text);
  for (const DocxParagraph& paragraph : *read) paragraphs_.emplace_back(points.index_of(paragraph.begin), paragraph.number);
}

// An empty span lies behind what stands before it: there something is put in.
std::pair<std::size_t, std::size_t> DraftFile::bytes_of(Span span) const {
  const bool empty = span.empty();
  const Span near = empty && span.begin > 0 ? Span{span.begin - 1, span.begin} : empty ? Span{0, 1} : span;
  const auto bytes = source_bytes(document_, near);
  if (!bytes) return {0, 0};
  if (!empty) return {bytes->begin, bytes->end};
  const std::size_t at = span.begin > 0 ? bytes->end : bytes->begin;
  return {at, at};
}

FilePlace DraftFile::place_of(Span span) const {
  FilePlace out;
  std::uint32_t begin = span.begin, end = std::max(span.begin, span.end);
  if (has_origin_) {
    const auto [first, last] = bytes_of(span);
    begin = lines_->points.index_of(first), end = lines_->points.index_of(last);
  }
  out.begin = lines_->places.at(begin), out.end = lines_->places.at(end);
  place_in_paragraph(begin, out.begin), place_in_paragraph(end, out.end);
  out.offset = begin, out.length = end - begin;
  return out;
}

void DraftFile::place_in_paragraph(std::uint32_t point, formats::TextPlace& place) const {
  const auto behind = std::partition_point(paragraphs_.begin(), paragraphs_.end(), [&](const auto& paragraph) { return paragraph.first <= point; });
  if (behind != paragraphs_.begin()) place = {std::prev(behind)->second, point - std::prev(behind)->first + 1};
}

std::string_view DraftFile::line_around(const FilePlace& place, std::uint32_t reach, std::uint32_t& before) const {
  const Span line = lines_->places.line(lines_->places.at(place.offset).line);
  const std::uint32_t begin = std::max(line.begin, place.offset - std::min(place.offset, reach));
  before = place.offset - begin;
  std::string_view out = lines_->points.slice({begin, std::min(line.end, place.offset + reach)});
  while (!out.empty() && (out.back() == '\n' || out.back() == '\r')) out.remove_suffix(1);
  return out;
}

std::string DraftFile::mended(const std::vector<Finding>& findings, std::size_t& made) const {
  struct Change {
    std::size_t begin, end;
    const std::string* text;
  };
  std::vector<Change> changes;
  for (const Finding& finding : findings) {
    for (const Fix& fix : finding.fixes) {
      const auto [begin, end] = bytes_of(fix.span);
      changes.push_back({begin, end, &fix.text});
    }
  }
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.begin < b.begin; });
  std::string out;
  std::size_t at = 0;
  made = 0;
  for (const Change& change : changes) {
    if (change.begin < at) continue;
    out.append(lines_->text, at, change.begin - at).append(*change.text);
    at = change.end;
    ++made;
  }
  return out.append(lines_->text, at);
}

}  // namespace sayso::lint
