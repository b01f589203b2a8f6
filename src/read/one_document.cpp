#include "read/one_document.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "read/docx.h"
#include "read/encoding.h"
#include "read/guess_encoding.h"
#include "read/html_body.h"
#include "read/html_metadata.h"
#include "read/language.h"
#include "read/markdown.h"
#include "read/plain.h"
#include "read/warnings.h"

namespace sayso {
namespace {

constexpr std::size_t kTellsItsLanguage = 200;  // bytes of text
constexpr std::size_t kMaxPageBytes = std::size_t{40} << 20;  // UTF-32 at worst; the parser's own limit is lower

Document document_of_text(std::string&& bytes, std::string_view charset, bool provenance) {
  Document document;
  const std::string original = provenance ? bytes : std::string();
  Decoded decoded = decode_bytes(std::move(bytes), charset);
  if (provenance) document.origin = origin_of_text(SourceMap(original, decoded), decoded.text);
  document.text = std::move(decoded.text);
  if (decoded.replaced > 0) warn_of_replaced(document, decoded.replaced);
  read_top(document);
  return document;
}

void take(Document& document, PageMetadata&& metadata) {
  document.url = std::move(metadata.url);
  document.title = std::move(metadata.title);
  document.outlet = std::move(metadata.outlet);
  document.authors = std::move(metadata.authors);
  document.published = std::move(metadata.published);
  document.modified = std::move(metadata.modified);
  document.language = std::move(metadata.language);
}

void take(Document& document, PageArticle&& article) {
  document.text = std::move(article.text);
  document.subhead = std::move(article.subhead);
  document.set_off = std::move(article.set_off);
  document.warnings = std::move(article.warnings);
}

Result<Document> document_of_html(std::string&& bytes, std::string_view charset, bool provenance) {
  const std::string original = provenance ? bytes : std::string();
  const std::string label = usable_label(charset, bytes).empty() ? declared_charset(bytes) : std::string(charset);
  const Decoded decoded = decode_bytes(std::move(bytes), label);
  const auto page = HtmlTree::parse(decoded.text, provenance);
  if (!page) return tl::unexpected(page.error());
  std::optional<SourceMap> map;
  if (provenance) map.emplace(original, decoded);
  PageMetadata metadata = read_metadata(*page);
  PageArticle article = read_article(*page, metadata, map ? &*map : nullptr);
  if (metadata.authors.empty()) metadata.authors = std::move(article.authors);
  if (!metadata.published) metadata.published = std::move(article.published);
  Document document;
  if (provenance) document.origin = std::move(article.origin);
  take(document, std::move(article));
  take(document, std::move(metadata));
  if (decoded.replaced > 0) warn_of_replaced(document, decoded.replaced);
  read_top(document);
  return document;
}

Document document_of_markdown(std::string&& bytes, std::string_view charset, bool provenance) {
  Document document;
  const std::string original = provenance ? bytes : std::string();
  const Decoded decoded = decode_bytes(std::move(bytes), charset);
  const std::optional<SourceMap> map = provenance ? std::optional<SourceMap>(std::in_place, original, decoded) : std::nullopt;
  MarkdownText markdown = read_markdown(decoded.text, map ? &*map : nullptr);
  document.text = std::move(markdown.text);
  document.title = std::move(markdown.title);
  document.published = std::move(markdown.date);
  document.authors = std::move(markdown.authors);
  if (provenance) document.origin = std::move(markdown.origin);
  if (decoded.replaced > 0) warn_of_replaced(document, decoded.replaced);
  read_top(document);
  return document;
}

}  // namespace

std::size_t most_bytes(InputKind kind, const ReadOptions& options) {
  return kind == InputKind::html ? std::min(options.max_bytes, kMaxPageBytes) : options.max_bytes;
}

Result<Document> document_of_bytes(std::string&& bytes, InputKind kind, std::string_view charset, bool provenance) {
  if (kind == InputKind::html) return document_of_html(std::move(bytes), charset, provenance);
  if (kind == InputKind::markdown) return document_of_markdown(std::move(bytes), charset, provenance);
  if (kind == InputKind::docx) return document_of_docx(bytes);
  return document_of_text(std::move(bytes), charset, provenance);
}

void finish_document(Document& document, const ReadOptions& options) {
  if (options.date) document.published = options.date;
  if (options.outlet) document.outlet = options.outlet;
  if (document.id.empty()) document.id = fmt::format("{:016x}", XXH3_64bits(document.text.data(), document.text.size()));
  if (document.given) return;
  // Pages often say another language than that of their article; short texts tell less than a label.
  if (!document.language || document.text.size() >= kTellsItsLanguage) {
    if (auto told = language_of(document.text)) document.language = std::move(told);
  }
  warn_of_control_characters(document);
}

}  // namespace sayso
