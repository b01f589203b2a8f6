#include "sayso/reader.h"

#include <utility>

#include "read/bytes.h"
#include "read/document_source.h"
#include "read/walk.h"

namespace sayso {

struct Reader::State {
  std::vector<std::string> inputs;
  ReadOptions options;
  std::size_t next_input = 0;
  std::optional<Walk> walk;                 // of the current input, where it is a directory
  std::unique_ptr<DocumentSource> current;  // documents of the current file

  // Opens the next file; nothing if there is none, and null where a file holds no document.
  std::optional<Result<std::unique_ptr<DocumentSource>>> open_next();
  Result<std::unique_ptr<DocumentSource>> open(const std::string& path, Found found);
};

Result<std::unique_ptr<DocumentSource>> Reader::State::open(const std::string& path, Found found) {
  auto bytes = open_bytes(path);
  if (!bytes) {
    bytes.error().where = path;
    return tl::unexpected(std::move(bytes.error()));
  }
  return open_documents(std::move(*bytes), path, options, found);
}

std::optional<Result<std::unique_ptr<DocumentSource>>> Reader::State::open_next() {
  for (;;) {
    if (walk) {
      auto file = walk->next();
      if (file && *file) return open(**file, Found::walking);
      if (file) return tl::unexpected(std::move(file->error()));
      walk.reset();
    }
    if (next_input == inputs.size()) return {};
    const std::string& input = inputs[next_input++];
    if (input == "-" || !is_directory(input)) return open(input, Found::named);
    walk.emplace(input);
  }
}

Reader::Reader(std::vector<std::string> inputs, ReadOptions options) : state_(std::make_unique<State>()) {
  state_->inputs = std::move(inputs);
  state_->options = std::move(options);
}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

std::optional<Result<Document>> Reader::next() {
  for (;;) {
    if (state_->current) {
      if (auto document = state_->current->next()) return document;
      state_->current.reset();
    }
    auto opened = state_->open_next();
    if (!opened) return {};
    if (!*opened) return tl::unexpected(std::move(opened->error()));
    state_->current = std::move(**opened);
  }
}

Result<Document> read_bytes(std::string_view bytes, std::string name, const ReadOptions& options) {
  auto source = open_documents(memory_bytes(bytes), name, options, Found::named);
  if (!source) return tl::unexpected(std::move(source.error()));
  auto document = (*source)->next();
  if (!document) return tl::unexpected(Error{ErrorCode::malformed, std::move(name), "holds no document"});
  if (*document && (*source)->next()) {
    return tl::unexpected(Error{ErrorCode::bad_argument, std::move(name), "holds more than one document"});
  }
  return std::move(*document);
}

}  // namespace sayso
