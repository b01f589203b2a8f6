#include "check/lint/draft_file.h"

#include <algorithm>
#include <map>

#include "formats/valid_utf8.h"
#include "read/bytes.h"
#include "read/decompress.h"
#include "sayso/provenance.h"
#include "text/paragraphs.h"

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
  const auto directives = read_directives(bytes);
  ReadOptions with_origin = options;
  with_origin.provenance = true;
  auto document = read_bytes(without_directives(bytes, directives), path, with_origin);
  if (!document) return tl::unexpected(document.error());
  DraftFile out;
  out.document_ = std::move(*document);
  const auto& origin = out.document_.origin;
  out.has_origin_ = origin && !origin->empty() && formats::valid_utf8(bytes) == bytes;
  out.lines_ = std::make_unique<const Lines>(out.has_origin_ ? std::move(bytes) : out.document_.text);
  if (out.has_origin_) out.read_silences(directives);
  return out;
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
  out.offset = begin, out.length = end - begin;
  return out;
}

std::string_view DraftFile::line_around(const FilePlace& place, std::uint32_t reach, std::uint32_t& before) const {
  const Span line = lines_->places.line(place.begin.line);
  const std::uint32_t begin = std::max(line.begin, place.offset - std::min(place.offset, reach));
  before = place.offset - begin;
  std::string_view out = lines_->points.slice({begin, std::min(line.end, place.offset + reach)});
  while (!out.empty() && (out.back() == '\n' || out.back() == '\r')) out.remove_suffix(1);
  return out;
}

// The place in the text of what stands at or behind the byte; `end`, that of the text, where nothing does.
std::uint32_t DraftFile::text_at(std::size_t byte, std::uint32_t end) const {
  const auto& runs = *document_.origin;
  const auto behind = std::partition_point(runs.begin(), runs.end(), [&](const SourceRun& run) { return run.byte + run.count * run.width <= byte; });
  if (behind == runs.end()) return end;
  return behind->byte >= byte ? behind->text : behind->text + (static_cast<std::uint32_t>(byte) - behind->byte) / behind->width;
}

void DraftFile::read_silences(const std::vector<Directive>& directives) {
  const CodePoints points(document_.text);
  std::vector<Token> tokens;
  tokenize(points, {0, points.size()}, tokens);
  const auto begins = paragraph_begins(points, tokens);
  const auto paragraph_at = [&](std::uint32_t point) {
    const auto next = std::partition_point(begins.begin(), begins.end(), [&](std::uint32_t token) { return tokens[token].begin <= point; });
    return Span{next == begins.begin() ? 0 : tokens[*std::prev(next)].begin, next == begins.end() ? points.size() : tokens[*next].begin};
  };
  std::map<std::vector<std::string>, std::uint32_t> off;  // since where
  for (const Directive& directive : directives) {
    const std::uint32_t at = text_at(directive.end, points.size());
    if (directive.what == Directive::What::ignore) silences_.push_back({paragraph_at(at), directive.rules});
    if (directive.what == Directive::What::off) off.emplace(directive.rules, at);
    if (directive.what != Directive::What::on) continue;
    if (const auto since = off.extract(directive.rules)) silences_.push_back({{since.mapped(), at}, directive.rules});
  }
  for (const auto& [rules, since] : off) silences_.push_back({{since, points.size() + 1}, rules});
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
