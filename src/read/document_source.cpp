#include "read/document_source.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "read/decompress.h"
#include "read/encoding.h"
#include "read/html_body.h"
#include "read/html_metadata.h"
#include "read/json_chunks.h"
#include "read/json_document.h"
#include "read/kind.h"
#include "read/language.h"
#include "read/plain.h"
#include "read/warnings.h"

namespace sayso {
namespace {

constexpr std::size_t kTellsItsLanguage = 200;  // bytes of text

tl::unexpected<Error> failed(Error error, const std::string& where) {
  if (error.where.empty()) error.where = where;
  return tl::unexpected(std::move(error));
}

Result<Document> document_of_text(std::string&& bytes) {
  Document document;
  Decoded decoded = decode_bytes(std::move(bytes));
  document.text = std::move(decoded.text);
  if (decoded.replaced > 0) warn_of_replaced(document, decoded.replaced);
  read_top(document);
  return document;
}

Result<Document> document_of_html(std::string&& bytes) {
  const std::string label = declared_charset(bytes);
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

// A text or a page: the whole input is one document.
class OneDocument final : public DocumentSource {
 public:
  OneDocument(std::unique_ptr<ByteSource> bytes, InputKind kind, std::string path, const ReadOptions& options)
      : bytes_(std::move(bytes)), kind_(kind), path_(std::move(path)), options_(options) {}

  std::optional<Result<Document>> next() override {
    if (!bytes_) return {};
    auto document = read();
    bytes_.reset();
    if (!document) return failed(document.error(), path_);
    document->path = path_;
    finish_document(*document, options_);
    return document;
  }

 private:
  Result<Document> read() {
    // A page that is too large for its parser need not be read to its end.
    const auto limit = kind_ == InputKind::html ? std::min(options_.max_bytes, kMaxPageBytes) : options_.max_bytes;
    auto bytes = read_all(*bytes_, limit);
    if (!bytes) return tl::unexpected(bytes.error());
    return kind_ == InputKind::html ? document_of_html(std::move(*bytes)) : document_of_text(std::move(*bytes));
  }

  static constexpr std::size_t kMaxPageBytes = std::size_t{40} << 20;  // UTF-32 at worst; the parser's own limit is lower
  std::unique_ptr<ByteSource> bytes_;
  InputKind kind_;
  std::string path_;
  ReadOptions options_;
};

class ManyDocuments final : public DocumentSource {
 public:
  ManyDocuments(std::unique_ptr<PeekableBytes> bytes, std::string path, const ReadOptions& options, Found found)
      : chunks_(std::move(bytes), options.max_bytes), path_(std::move(path)), options_(options), found_(found) {}

  std::optional<Result<Document>> next() override {
    if (done_) return {};
    const auto chunk = chunks_.next();
    done_ = !chunk || !*chunk;
    if (!chunk) return failed(chunk.error(), path_);
    if (done_) return {};
    auto document = read(**chunk);
    const bool first = std::exchange(first_, false);
    if (document) {
      finish_document(*document, options_);
      return document;
    }
    // A .json file beside the documents that is none itself, met while walking.
    done_ = first && found_ == Found::walking && ending_of(path_) == "json" && document.error().message == kNoText;
    if (done_) return {};
    return failed(document.error(), fmt::format("{}:{}", path_, (*chunk)->line));
  }

 private:
  Result<Document> read(const JsonChunk& chunk) {
    if (chunk.too_large) {
      return tl::unexpected(Error{ErrorCode::too_large, {}, fmt::format("larger than {} bytes", options_.max_bytes)});
    }
    if (chunk.cut_off) return tl::unexpected(Error{ErrorCode::malformed, {}, "JSON ends in the middle of an object"});
    return documents_.read(chunk.text, path_);
  }

  JsonChunks chunks_;
  JsonDocuments documents_;
  std::string path_;
  ReadOptions options_;
  Found found_;
  bool first_ = true;
  bool done_ = false;
};

// JSON in UTF-16: read whole, since it cannot be cut into lines before it is decoded.
Result<std::unique_ptr<PeekableBytes>> narrowed(std::unique_ptr<PeekableBytes> bytes, std::size_t max_bytes) {
  auto whole = read_all(*bytes, max_bytes);
  if (!whole) return tl::unexpected(whole.error());
  return std::make_unique<PeekableBytes>(memory_bytes(decode_bytes(std::move(*whole)).text));
}

const char* refusal(InputKind kind) {
  switch (kind) {
    case InputKind::binary: return "is binary, not text";
    case InputKind::warc: return "WARC archives are not read yet";
    case InputKind::feed: return "feeds are not read yet";
    default: return nullptr;
  }
}

}  // namespace

Result<std::unique_ptr<DocumentSource>> open_documents(std::unique_ptr<ByteSource> source, std::string path,
                                                       const ReadOptions& options, Found found) {
  auto bytes = decompressed(std::move(source));
  if (!bytes) return failed(bytes.error(), path);
  const auto head = (*bytes)->peek(kSniffBytes);
  if (!head) return failed(head.error(), path);
  const InputKind kind = kind_of(head->substr(0, kSniffBytes), path);
  if (kind == InputKind::binary && found == Found::walking) return nullptr;
  if (const char* why = refusal(kind)) return failed({ErrorCode::not_text, {}, why}, path);
  if (kind != InputKind::json) return std::make_unique<OneDocument>(std::move(*bytes), kind, std::move(path), options);
  if (is_wide(*head)) {
    bytes = narrowed(std::move(*bytes), options.max_bytes);
    if (!bytes) return failed(bytes.error(), path);
  }
  return std::make_unique<ManyDocuments>(std::move(*bytes), std::move(path), options, found);
}

void finish_document(Document& document, const ReadOptions& options) {
  if (options.date) document.published = options.date;
  if (options.outlet) document.outlet = options.outlet;
  if (document.id.empty()) document.id = fmt::format("{:016x}", XXH3_64bits(document.text.data(), document.text.size()));
  // Pages often say another language than that of their article; short texts tell less than a label.
  if (!document.language || document.text.size() >= kTellsItsLanguage) {
    if (auto told = language_of(document.text)) document.language = std::move(told);
  }
  warn_of_control_characters(document);
}

}  // namespace sayso
