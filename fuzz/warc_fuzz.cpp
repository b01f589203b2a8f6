// Any bytes as a web archive: records and faults inside the file, the same however the bytes come in; documents as from any
// other reader; a capture by its URL; an index.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "read/archive/archive_documents.h"
#include "read/archive/cdxj.h"
#include "read/archive/record_reader.h"
#include "read/transcode.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

// Gives a few bytes at a time, and only once.
class Drops final : public sayso::ByteSource {
 public:
  Drops(std::string_view bytes, std::size_t step) : left_(bytes), step_(step) {}
  sayso::Result<std::size_t> read(char* to, std::size_t size) override {
    const auto count = left_.copy(to, std::min(size, step_));
    left_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view left_;
  std::size_t step_;
};

std::vector<std::string> records_of(sayso::RecordReader reader, std::size_t file_size) {
  std::vector<std::string> found;
  while (const auto record = reader.next()) {
    if (!*record) {
      require(!record->error().message.empty(), "faults say what");
      found.push_back(record->error().message);
      continue;
    }
    const auto& header = ***record;
    require(header.offset <= file_size, "records lie in the file");
    const auto block = reader.block(std::size_t{1} << 20);
    found.push_back(std::to_string(header.offset) + " " + std::string(header.url) + " " + (block ? std::string(*block) : block.error().message) +
                    reader.take_fault());
  }
  return found;
}

void check_documents(std::string_view bytes, const sayso::ReadOptions& options) {
  const auto documents = sayso::archive_documents(sayso::memory_bytes(bytes), "a.warc", options);
  while (const auto document = documents->next()) {
    if (*document) require(sayso::valid_utf8((*document)->text) && !(*document)->id.empty(), "documents are valid");
    else require(document->error().where == "a.warc", "errors say where");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto whole = records_of(sayso::RecordReader(sayso::memory_bytes(bytes)), size);
  const auto drops = records_of(sayso::RecordReader(std::make_unique<Drops>(bytes, 61)), size);
  require(whole == drops, "records do not depend on how the bytes come in");
  sayso::ReadOptions options;
  options.max_bytes = std::size_t{1} << 20;
  check_documents(bytes, options);
  options.url = "http://herald.example/1";
  options.at = "2024";
  check_documents(bytes, options);
  (void)sayso::find_captures(sayso::memory_bytes(bytes), "example,herald)/1");
  return 0;
}
