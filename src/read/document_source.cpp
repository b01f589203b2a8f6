#include "read/document_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "read/archive/archive_documents.h"
#include "read/archive/cdxj.h"
#include "read/container.h"
#include "read/decompress.h"
#include "read/encoding.h"
#include "read/feed/feed_documents.h"
#include "read/json_chunks.h"
#include "read/json_document.h"
#include "read/kind.h"
#include "read/mail/mail.h"
#include "read/one_document.h"
#include "read/table_documents.h"

namespace sayso {
namespace {

tl::unexpected<Error> failed(Error error, const std::string& where) {
  if (error.where.empty()) error.where = where;
  return tl::unexpected(std::move(error));
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
    auto bytes = read_all(*bytes_, most_bytes(kind_, options_));
    if (!bytes) return tl::unexpected(bytes.error());
    return document_of_bytes(std::move(*bytes), kind_, {}, options_.provenance);
  }

  std::unique_ptr<ByteSource> bytes_;
  InputKind kind_;
  std::string path_;
  ReadOptions options_;
};

class ManyDocuments final : public DocumentSource {
 public:
  ManyDocuments(std::unique_ptr<PeekableBytes> bytes, std::string path, const ReadOptions& options, Found found)
      : chunks_(std::move(bytes), options.max_bytes), documents_(options.map), path_(std::move(path)), options_(options), found_(found) {}

  std::optional<Result<Document>> next() override {
    if (done_) return {};
    const auto chunk = next_chunk();
    done_ = !chunk || !*chunk;
    if (!chunk) return failed(chunk.error(), path_);
    if (done_) return {};
    const std::size_t line = (*chunk)->line;
    auto document = read(**chunk);
    if (document && documents_.has_own()) document = read_on();
    const bool first = std::exchange(first_, false);
    if (document) {
      finish_document(*document, options_);
      return document;
    }
    // A .json file beside the documents that is none itself, met while walking.
    done_ = first && found_ != Found::named && ending_of(path_) == "json" && document.error().message == kNoText;
    if (done_) return {};
    return failed(document.error(), fmt::format("{}:{}", path_, line));
  }

 private:
  Result<std::optional<JsonChunk>> next_chunk() {
    if (!ahead_) return chunks_.next();
    return std::exchange(ahead_, std::nullopt).value();
  }

  Result<Document> read(const JsonChunk& chunk) {
    if (chunk.too_large) {
      return tl::unexpected(Error{ErrorCode::too_large, {}, fmt::format("larger than {} bytes", options_.max_bytes)});
    }
    if (chunk.cut_off) return tl::unexpected(Error{ErrorCode::malformed, {}, "JSON ends in the middle of an object"});
    return documents_.read(chunk.text, path_);
  }

  // The further lines of a document of ours; the first one that is none of it waits.
  Result<Document> read_on() {
    do {
      ahead_ = chunks_.next();
    } while (*ahead_ && **ahead_ && !(**ahead_)->too_large && !(**ahead_)->cut_off && documents_.goes_on_with((**ahead_)->text));
    return documents_.finish();
  }

  JsonChunks chunks_;
  JsonDocuments documents_;
  std::string path_;
  ReadOptions options_;
  Found found_;
  std::optional<Result<std::optional<JsonChunk>>> ahead_;  // read already
  bool first_ = true;
  bool done_ = false;
};

// JSON and tables in UTF-16: read whole, since they cannot be cut into lines before they are decoded.
Result<std::unique_ptr<PeekableBytes>> narrowed(std::unique_ptr<PeekableBytes> bytes, std::size_t max_bytes) {
  auto whole = read_all(*bytes, max_bytes);
  if (!whole) return tl::unexpected(whole.error());
  return std::make_unique<PeekableBytes>(memory_bytes(decode_bytes(std::move(*whole)).text));
}

// Of the file as it stands; packed, they unpack to the first record's first line.
constexpr std::size_t kArchiveSniffBytes = std::size_t{8} << 10;

}  // namespace

Result<std::unique_ptr<DocumentSource>> open_documents(std::unique_ptr<ByteSource> source, std::string path,
                                                       const ReadOptions& options, Found found) {
  auto packed = std::make_unique<PeekableBytes>(std::move(source));
  const auto beginning = packed->peek_to_tell(kArchiveSniffBytes);
  if (!beginning) return failed(beginning.error(), path);
  const std::string ending = ending_of(path);
  if (is_archive(*beginning) || ((ending == "warc" || ending == "arc") && !beginning->empty())) {
    const std::string index = options.url && packed->from(0) ? index_beside(path) : std::string();
    if (!index.empty()) return indexed_document(index, std::move(path), options);
    return archive_documents(std::move(packed), std::move(path), options);
  }
  if (ending == "cdxj" || is_cdxj(*beginning)) {
    if (options.url) return indexed_document(path, {}, options);
    if (found != Found::named) return nullptr;
    return failed({ErrorCode::bad_argument, {}, "is the index of an archive: name the URL to read, or read the archive"}, path);
  }
  if (options.url) return failed({ErrorCode::bad_argument, {}, "is no web archive in which to look for a URL"}, path);
  auto bytes = decompressed(std::move(packed));
  if (!bytes) return failed(bytes.error(), path);
  const auto head = (*bytes)->peek_to_tell(kSniffBytes);
  if (!head) return failed(head.error(), path);
  const ContainerKind container = container_kind(head->substr(0, kSniffBytes), path);
  if (container != ContainerKind::none && found != Found::inside) {
    return container_documents(std::move(*bytes), container, std::move(path), options);
  }
  const InputKind kind = kind_of(head->substr(0, kSniffBytes), path);
  if (kind == InputKind::binary) {
    if (found != Found::named) return nullptr;
    return failed({ErrorCode::not_text, {}, "is binary, not text"}, path);
  }
  if (kind == InputKind::feed) return feed_documents(std::move(*bytes), std::move(path), options);
  if (kind == InputKind::mail) return mail_documents(std::move(*bytes), std::move(path), options);
  const bool table = kind == InputKind::text && (ending == "csv" || ending == "tsv");
  if (kind != InputKind::json && !table) return std::make_unique<OneDocument>(std::move(*bytes), kind, std::move(path), options);
  if (is_wide(*head)) {
    bytes = narrowed(std::move(*bytes), options.max_bytes);
    if (!bytes) return failed(bytes.error(), path);
  }
  if (table) return table_documents(std::move(*bytes), std::move(path), options);
  return std::make_unique<ManyDocuments>(std::move(*bytes), std::move(path), options, found);
}

}  // namespace sayso
