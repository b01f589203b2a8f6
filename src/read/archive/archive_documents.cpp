#include "read/archive/archive_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "read/archive/captures.h"
#include "read/archive/payload.h"
#include "read/archive/url_key.h"
#include "read/decompress.h"
#include "read/one_document.h"

namespace sayso {
namespace {

std::string digest_of(const RecordHeader& record) { return std::string(record.fields.get("WARC-Payload-Digest")); }

class ArchiveDocuments final : public DocumentSource {
 public:
  ArchiveDocuments(std::unique_ptr<ByteSource> bytes, std::string path, const ReadOptions& options)
      : again_(bytes->from(0)), reader_(std::move(bytes)), path_(std::move(path)), options_(options) {
    if (options_.url) key_ = url_key(*options_.url);
  }

  std::optional<Result<Document>> next() override {
    if (options_.url) return next_chosen();
    return next_any();
  }

 private:
  std::optional<Result<Document>> next_any() {
    while (auto record = reader_.next()) {
      if (!*record) return failed(record->error());
      auto document = read(***record);
      if (!document) continue;
      if (!*document) return failed(document->error());
      return finished(std::move(**document));
    }
    return {};
  }

  // Reads to the end and keeps the best; faults on the way are told first.
  std::optional<Result<Document>> next_chosen() {
    while (auto record = reader_.next()) {
      if (!*record) return failed(record->error());
      const RecordHeader& header = ***record;
      const std::string time = time_of(header.date);
      const bool better = key_ == url_key(header.url) && is_better(time);
      auto document = better || header.type != "revisit" ? read(header, !better) : std::nullopt;
      if (!document || !better) continue;
      if (!*document) return failed(document->error());
      best_ = std::move(**document);
      best_time_ = time;
    }
    if (best_) return finished(*std::exchange(best_, std::nullopt));
    if (std::exchange(told_, true)) return {};
    if (!best_time_.empty()) return {};
    return failed({ErrorCode::not_found, {}, fmt::format("holds no page or text of {}", *options_.url)});
  }

  bool is_better(const std::string& time) const {
    if (best_time_.empty()) return true;
    if (!options_.at) return time >= best_time_;
    const auto wanted = seconds_of(*options_.at);
    return std::abs(seconds_of(time) - wanted) < std::abs(seconds_of(best_time_) - wanted);
  }

  std::optional<Result<Document>> read(const RecordHeader& record, bool only_note = false) {
    const Payload payload = payload_of(reader_, record);
    if (!payload.wanted) return {};
    if (record.type == "revisit") return revisited(record);
    captures_.add(digest_of(record), record.url, record.date, record.offset);
    return only_note ? std::nullopt : document_of(reader_, record, payload, options_);
  }

  // A revisit has the HTTP head at most; the page is that of the capture it refers to.
  std::optional<Result<Document>> revisited(const RecordHeader& record) {
    const auto fail = [&](std::string_view why) {
      return tl::unexpected(Error{ErrorCode::not_found, {}, fmt::format("at byte {}: {}: {}", record.offset, record.url, why)});
    };
    const std::string_view refers_to = record.fields.get("WARC-Refers-To-Target-URI");
    const auto offset = captures_.find(digest_of(record), refers_to.empty() ? record.url : refers_to, record.fields.get("WARC-Refers-To-Date"));
    if (!offset) return fail("a revisit of a capture that is not in this archive");
    if (!again_) return fail("a revisit, whose first capture cannot be read again from a pipe");
    RecordReader originals(again_->from(0));
    if (!originals.jump(*offset)) return fail("a revisit, whose first capture cannot be read again");
    auto original = originals.next();
    if (!original || !*original || (**original)->offset != *offset || !refers_well(record, ***original)) {
      return fail("a revisit, whose first capture cannot be found again");
    }
    auto document = document_of(originals, ***original, payload_of(originals, ***original), options_);
    if (!document || !*document) return document;
    (*document)->url = record.url;
    (*document)->id = id_of(record);
    return document;
  }

  // In a file of one packed member all records have one offset.
  static bool refers_well(const RecordHeader& revisit, const RecordHeader& original) {
    const auto digest = digest_of(revisit);
    return digest.empty() ? original.date == revisit.fields.get("WARC-Refers-To-Date") : digest == digest_of(original);
  }

  Result<Document> finished(Document document) const {
    document.path = path_;
    finish_document(document, options_);
    return document;
  }

  tl::unexpected<Error> failed(Error error) const {
    error.where = path_;
    return tl::unexpected(std::move(error));
  }

  std::unique_ptr<ByteSource> again_;
  RecordReader reader_;
  std::string path_;
  ReadOptions options_;
  Captures captures_;
  std::string key_;
  std::optional<Document> best_;
  std::string best_time_;
  bool told_ = false;
};

}  // namespace

std::unique_ptr<DocumentSource> archive_documents(std::unique_ptr<ByteSource> bytes, std::string path, const ReadOptions& options) {
  return std::make_unique<ArchiveDocuments>(std::move(bytes), std::move(path), options);
}

Result<Document> document_at(std::unique_ptr<ByteSource> bytes, std::string path, std::uint64_t offset, const std::string& key,
                             const std::string& time, const ReadOptions& options) {
  const auto fail = [&](ErrorCode code, std::string message) {
    return tl::unexpected(Error{code, path, fmt::format("at byte {}: {}", offset, message)});
  };
  RecordReader reader(std::move(bytes));
  if (!reader.jump(offset)) return fail(ErrorCode::unreadable, "cannot be read from the middle");
  auto record = reader.next();
  if (!record) return fail(ErrorCode::not_found, "nothing is there");
  if (!*record) return tl::unexpected(Error{record->error().code, path, record->error().message});
  const RecordHeader& header = ***record;
  if (header.offset != offset || url_key(header.url) != key || (!time.empty() && time_of(header.date) != time)) {
    return fail(ErrorCode::not_found, "another record is there than the index says");
  }
  const Payload payload = payload_of(reader, header);
  auto document = payload.wanted && header.type != "revisit" ? document_of(reader, header, payload, options) : std::nullopt;
  if (!document) return fail(ErrorCode::not_text, header.type == "revisit" ? "a revisit, not the capture itself" : "is no page and no text");
  if (!*document) return tl::unexpected(Error{document->error().code, path, document->error().message});
  (*document)->path = path;
  finish_document(**document, options);
  return std::move(*document);
}

bool is_archive(std::string_view head) {
  if (begins_record(head)) return true;
  if (head.starts_with("\x5d\x2a\x4d\x18")) return true;  // a zstd dictionary: only WARC files begin with one
  auto unpacked = decompressed(memory_bytes(head));
  if (!unpacked) return false;
  std::string bytes;
  for (;;) {  // a head of a packed file is cut off: what comes before the cut counts
    char piece[kRecordBeginBytes];
    const auto got = (*unpacked)->read(piece, sizeof piece);
    if (!got || *got == 0 || bytes.size() >= kRecordBeginBytes) return begins_record(bytes);
    bytes.append(piece, *got);
  }
}

}  // namespace sayso
