#include "read/archive/cdxj.h"

#include <fmt/format.h>
#include <simdjson.h>
#include <unistd.h>

#include <algorithm>

#include "read/archive/archive_documents.h"
#include "read/archive/fields.h"
#include "read/archive/payload.h"
#include "read/archive/url_key.h"
#include "read/decompress.h"

namespace sayso {
namespace {

constexpr std::size_t kMaxLine = std::size_t{64} << 10;
constexpr std::uint64_t kNear = 256 << 10;  // bytes: read through rather than halved

struct Line {
  std::string_view key, time, json;
};

std::optional<Line> line_of(std::string_view text) {
  const auto first = text.find(' ');
  const auto second = first == text.npos ? text.npos : text.find(' ', first + 1);
  if (second == text.npos) return {};
  Line line{text.substr(0, first), text.substr(first + 1, second - first - 1), without_space(text.substr(second))};
  const bool digits = line.time.size() == 14 && line.time.find_first_not_of("0123456789") == line.time.npos;
  return digits && line.json.starts_with('{') ? std::optional(line) : std::nullopt;
}

std::string string_of(simdjson::dom::object object, const char* name) {
  simdjson::dom::element value;
  std::string_view text;
  std::uint64_t number = 0;
  if (object.at_key(name).get(value) != simdjson::SUCCESS) return {};
  if (value.get_string().get(text) == simdjson::SUCCESS) return std::string(text);
  return value.get_uint64().get(number) == simdjson::SUCCESS ? fmt::format("{}", number) : std::string();
}

std::optional<Capture> capture_of(const Line& line, simdjson::dom::parser& parser) {
  simdjson::dom::object object;
  if (parser.parse(line.json.data(), line.json.size()).get_object().get(object) != simdjson::SUCCESS) return {};
  const auto offset = number_of(string_of(object, "offset"));
  if (!offset) return {};
  return Capture{std::string(line.time), string_of(object, "filename"), string_of(object, "mime"), string_of(object, "digest"), *offset};
}

// Lines of a source, those that are longer than any index has left out.
class Lines {
 public:
  explicit Lines(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  // False at the end, or where reading fails.
  bool next(std::string_view& line) {
    for (;;) {
      const auto found = ahead_.find('\n', used_);
      if (found != ahead_.npos) {
        line = std::string_view(ahead_).substr(used_, found - used_);
        used_ = found + 1;
        return true;
      }
      if (at_end_) {
        line = std::string_view(ahead_).substr(used_);
        used_ = ahead_.size();
        return !line.empty();
      }
      fill();
    }
  }
  const std::optional<Error>& failure() const { return failure_; }

 private:
  void fill() {
    ahead_.erase(0, used_);
    used_ = 0;
    if (ahead_.size() > kMaxLine) ahead_.clear();
    const auto had = ahead_.size();
    ahead_.resize(had + kMaxLine);
    const auto got = source_->read(ahead_.data() + had, kMaxLine);
    ahead_.resize(had + got.value_or(0));
    if (!got) failure_ = got.error();
    at_end_ = !got || *got == 0;
  }

  std::unique_ptr<ByteSource> source_;
  std::string ahead_;
  std::size_t used_ = 0;
  bool at_end_ = false;
  std::optional<Error> failure_;
};

// The first whole line behind an offset; nothing at the end.
std::optional<std::string> key_behind(const ByteSource& index, std::uint64_t offset) {
  auto source = index.from(offset);
  if (!source) return {};
  Lines lines(std::move(source));
  std::string_view line;
  if (!lines.next(line)) return {};  // the rest of one
  while (lines.next(line)) {
    if (const auto read = line_of(line)) return std::string(read->key);
  }
  return {};
}

// An offset before which no line has the key: bytes, near the first that has.
std::uint64_t offset_before(const ByteSource& index, const std::string& key) {
  std::uint64_t low = 0;
  std::uint64_t high = 1;
  while (high < (std::uint64_t{1} << 50)) {  // the size is not known: doubled until it is passed
    const auto there = key_behind(index, high);
    if (!there || *there >= key) break;
    low = high;
    high *= 2;
  }
  while (high - low > kNear) {
    const auto middle = low + (high - low) / 2;
    const auto there = key_behind(index, middle);
    (there && *there < key ? low : high) = middle;
  }
  return low;
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == path.npos ? std::string() : path.substr(0, slash + 1);
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// Whether one of two times (14 digits) is nearer to a third, which may be shorter. Without a third the later is.
bool is_nearer(const std::string& time, const std::string& than, const std::optional<std::string>& at) {
  if (!at) return time > than;
  return std::abs(seconds_of(time) - seconds_of(*at)) < std::abs(seconds_of(than) - seconds_of(*at));
}

class IndexedDocument final : public DocumentSource {
 public:
  IndexedDocument(std::string index, std::string archive, const ReadOptions& options)
      : index_(std::move(index)), archive_(std::move(archive)), options_(options) {}

  std::optional<Result<Document>> next() override {
    if (done_) return {};
    done_ = true;
    return read();
  }

 private:
  Result<Document> read() {
    const std::string key = url_key(*options_.url);
    auto bytes = open_bytes(index_);
    if (!bytes) return failed(bytes.error());
    auto captures = find_captures(std::move(*bytes), key);
    if (!captures) return failed(captures.error());
    std::erase_if(*captures, [&](const Capture& one) { return !is_meant(one); });
    const Capture* best = nullptr;
    for (const Capture& one : *captures) {
      if (best == nullptr || is_nearer(one.time, best->time, options_.at)) best = &one;
    }
    if (best == nullptr) return failed({ErrorCode::not_found, {}, fmt::format("lists no capture of {}", *options_.url)});
    if (best->mime == "warc/revisit") best = original_of(*best, *captures);
    const std::string path = archive_of(*best);
    auto archive = open_bytes(path);
    if (!archive) return tl::unexpected(Error{archive.error().code, path, archive.error().message});
    return document_at(std::move(*archive), path, best->offset, key, best->time, options_);
  }

  bool is_meant(const Capture& capture) const {
    return archive_.empty() || capture.file.empty() || name_of(capture.file) == name_of(archive_);
  }

  // The page that a revisit stands for; itself where it is not listed under the same URL.
  static const Capture* original_of(const Capture& revisit, const std::vector<Capture>& captures) {
    for (const Capture& one : captures) {
      if (one.mime != "warc/revisit" && !one.digest.empty() && one.digest == revisit.digest) return &one;
    }
    return &revisit;
  }

  // Beside the index: what it says of folders, and of files elsewhere, is of another machine.
  std::string archive_of(const Capture& capture) const {
    return !archive_.empty() ? archive_ : folder_of(index_) + name_of(capture.file);
  }

  tl::unexpected<Error> failed(Error error) const {
    error.where = index_;
    return tl::unexpected(std::move(error));
  }

  std::string index_, archive_;
  ReadOptions options_;
  bool done_ = false;
};

}  // namespace

bool is_cdxj(std::string_view head) {
  const auto line = head.substr(0, head.find('\n'));
  return line.starts_with("!meta ") || line_of(line).has_value();
}

Result<std::vector<Capture>> find_captures(std::unique_ptr<ByteSource> index, const std::string& key) {
  auto head = std::make_unique<PeekableBytes>(std::move(index));
  const auto beginning = head->peek(4);
  if (!beginning) return tl::unexpected(beginning.error());
  std::unique_ptr<ByteSource> source;
  if (packing_of(*beginning) == Packing::none) source = head->from(offset_before(*head, key));
  if (!source) {
    auto unpacked = decompressed(std::move(head));
    if (!unpacked) return tl::unexpected(unpacked.error());
    source = std::move(*unpacked);
  }
  std::vector<Capture> captures;
  simdjson::dom::parser parser;
  Lines lines(std::move(source));
  for (std::string_view text; lines.next(text);) {
    const auto line = line_of(text);
    if (!line || line->key != key) {
      if (line && line->key > key && !captures.empty()) break;
      continue;
    }
    if (auto capture = capture_of(*line, parser)) captures.push_back(std::move(*capture));
  }
  if (lines.failure()) return tl::unexpected(*lines.failure());
  std::stable_sort(captures.begin(), captures.end(), [](const Capture& a, const Capture& b) { return a.time < b.time; });
  return captures;
}

std::string index_beside(const std::string& archive) {
  const std::size_t name = archive.rfind('/') + 1;  // npos + 1 is 0
  for (std::string stem = archive;;) {
    if (const std::string index = stem + ".cdxj"; ::access(index.c_str(), R_OK) == 0) return index;
    const auto dot = stem.rfind('.');
    if (dot == stem.npos || dot <= name) return {};
    stem.resize(dot);
  }
}

std::unique_ptr<DocumentSource> indexed_document(std::string index, std::string archive, const ReadOptions& options) {
  return std::make_unique<IndexedDocument>(std::move(index), std::move(archive), options);
}

}  // namespace sayso
