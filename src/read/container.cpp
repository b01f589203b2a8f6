#include "read/container.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include "read/decompress.h"
#include "read/kind.h"
#include "read/walk.h"

namespace sayso {
namespace {

using namespace std::literals;

// A libarchive reader over a source.
class Container {
 public:
  Container(std::unique_ptr<ByteSource> bytes, ContainerKind kind) : bytes_(std::move(bytes)), reader_(archive_read_new()) {
    if (kind == ContainerKind::zip) archive_read_support_format_zip_streamable(reader_);
    else archive_read_support_format_tar(reader_);
    archive_read_open(reader_, this, nullptr, &Container::read_more, nullptr);
  }
  ~Container() { archive_read_free(reader_); }
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  // The next file or folder; null at the end, or where the container breaks.
  archive_entry* next_entry() {
    archive_entry* entry = nullptr;
    if (fatal_) return nullptr;  // told with the file that it broke in
    const int state = archive_read_next_header(reader_, &entry);
    bomb_ = BombGuard();
    packed_before_ = archive_filter_bytes(reader_, -1);
    broken_ = state != ARCHIVE_EOF && state != ARCHIVE_OK && state != ARCHIVE_WARN;
    return state == ARCHIVE_EOF || broken_ ? nullptr : entry;
  }
  bool broken() const { return broken_; }
  std::string why() const {
    const char* told = archive_error_string(reader_);
    return fmt::format("broken: {}", told == nullptr ? "unknown format" : told);
  }

  Result<std::size_t> read(char* to, std::size_t size) {
    const auto got = archive_read_data(reader_, to, size);
    fatal_ = got == ARCHIVE_FATAL;
    if (got < 0) return tl::unexpected(Error{ErrorCode::malformed, {}, why()});
    const auto packed = archive_filter_bytes(reader_, -1) - packed_before_ + static_cast<la_int64_t>(chunk_.size());
    if (bomb_.is_bomb(static_cast<std::uint64_t>(packed), static_cast<std::size_t>(got))) return tl::unexpected(BombGuard::error());
    return static_cast<std::size_t>(got);
  }

 private:
  static la_ssize_t read_more(archive* reader, void* self, const void** buffer) {
    auto* container = static_cast<Container*>(self);
    const auto got = container->bytes_->read(container->chunk_.data(), container->chunk_.size());
    if (!got) {
      archive_set_error(reader, ARCHIVE_FATAL, "%s", got.error().message.c_str());
      return -1;
    }
    *buffer = container->chunk_.data();
    return static_cast<la_ssize_t>(*got);
  }

  std::unique_ptr<ByteSource> bytes_;
  std::string chunk_ = std::string(std::size_t{64} << 10, '\0');
  archive* reader_;
  BombGuard bomb_;  // of the file that it stands at
  la_int64_t packed_before_ = 0;
  bool broken_ = false;
  bool fatal_ = false;
};

// The file that the container stands at.
class EntryBytes final : public ByteSource {
 public:
  explicit EntryBytes(std::shared_ptr<Container> container) : container_(std::move(container)) {}
  Result<std::size_t> read(char* to, std::size_t size) override { return container_->read(to, size); }

 private:
  std::shared_ptr<Container> container_;
};

// Nothing is written anywhere, so a path that leads out of the container is as good as any.
std::string_view without_steps(std::string_view path) {
  for (;;) {
    if (path.starts_with("./")) path.remove_prefix(2);
    else if (path.starts_with("../")) path.remove_prefix(3);
    else if (path.starts_with('/')) path.remove_prefix(1);
    else return path;
  }
}

bool is_hidden(std::string_view path) {
  return path.starts_with('.') || path.find("/.") != path.npos || path.starts_with("__MACOSX/");
}

class ContainerDocuments final : public DocumentSource {
 public:
  ContainerDocuments(std::unique_ptr<ByteSource> bytes, ContainerKind kind, std::string path, const ReadOptions& options)
      : container_(std::make_shared<Container>(std::move(bytes), kind)), path_(std::move(path)), options_(options) {}

  std::optional<Result<Document>> next() override {
    for (;;) {
      if (current_) {
        if (auto document = current_->next()) return document;
        current_.reset();
      }
      if (over_) return {};
      archive_entry* entry = container_->next_entry();
      if (entry == nullptr) {
        over_ = true;
        if (!container_->broken()) return {};
        return tl::unexpected(Error{ErrorCode::malformed, path_, container_->why()});
      }
      auto opened = open(entry);
      if (!opened) return tl::unexpected(std::move(opened.error()));
      current_ = std::move(*opened);
    }
  }

 private:
  Result<std::unique_ptr<DocumentSource>> open(archive_entry* entry) {
    const char* told = archive_entry_pathname(entry);
    if (told == nullptr || archive_entry_filetype(entry) != AE_IFREG) return nullptr;
    const std::string_view name = without_steps(told);
    if (is_hidden(name) || is_no_document(name)) return nullptr;
    const std::string path = path_ + "/" + std::string(name);
    if (archive_entry_is_encrypted(entry) != 0) return tl::unexpected(Error{ErrorCode::unreadable, path, "is encrypted"});
    return open_documents(std::make_unique<EntryBytes>(container_), path, options_, Found::inside);
  }

  std::shared_ptr<Container> container_;
  std::unique_ptr<DocumentSource> current_;
  std::string path_;
  ReadOptions options_;
  bool over_ = false;
};

}  // namespace

ContainerKind container_kind(std::string_view head, const std::string& path) {
  const std::string ending = ending_of(path);
  if (head.size() > 262 && head.substr(257, 5) == "ustar") return ContainerKind::tar;
  if (!head.starts_with("PK\x03\x04"sv)) return ContainerKind::none;
  return ending == "zip" || path == "-" ? ContainerKind::zip : ContainerKind::none;
}

std::unique_ptr<DocumentSource> container_documents(std::unique_ptr<ByteSource> bytes, ContainerKind kind, std::string path,
                                                    const ReadOptions& options) {
  return std::make_unique<ContainerDocuments>(std::move(bytes), kind, std::move(path), options);
}

}  // namespace sayso
