#include "read/one_document.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "read/encoding.h"
#include "read/guess_encoding.h"
#include "read/html_body.h"
#include "read/html_metadata.h"
#include "read/language.h"
#include "read/plain.h"
#include "read/warnings.h"

namespace sayso {
namespace {

constexpr std::size_t kTellsItsLanguage = 200;  // bytes of text
constexpr std::size_t kMaxPageBytes = std::size_t{40} << 20;  // UTF-32 at worst; the parser's own limit is lower

Document document_of_text(std::string&& bytes, std::string_view charset) {
  Document document;
  Decoded decoded = decode_bytes(std::move(bytes), charset);
  document.text = std::move(decoded.text);
  if (decoded.replaced > 0) warn_of_replaced(document, decoded.replaced);
  read_top(document);
  return document;
}

Result<Document> document_of_html(std::string&& bytes, std::string_view charset) {
  const std::string label = usable_label(charset, bytes).empty() ? declared_charset(bytes) : std::string(charset);
  const Decoded decoded = decode_bytes(std::move(bytes), label);
  const auto page = HtmlTree::parse(decoded.text);
  if (!page) return tl::unexpected(page.error());
  PageMetadata metadata = read_metadata(*page);
  Document document;
  document.text = article_text(*page, metadata);
  document.url = std::move(metadata.url);
  document.title = std::move(metadata.title);
  document.outlet = std::move(metadata.outlet);
  document.authors = std::move(metadata.authors);
  document.published = std::move(metadata.published);
  document.language = std::move(metadata.language);
  if (decoded.replaced > 0) warn_of_replaced(document, decoded.replaced);
  read_top(document);
  return document;
}

}  // namespace

std::size_t most_bytes(InputKind kind, const ReadOptions& options) {
  return kind == InputKind::html ? std::min(options.max_bytes, kMaxPageBytes) : options.max_bytes;
}

Result<Document> document_of_bytes(std::string&& bytes, InputKind kind, std::string_view charset) {
  if (kind == InputKind::html) return document_of_html(std::move(bytes), charset);
  return document_of_text(std::move(bytes), charset);
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
