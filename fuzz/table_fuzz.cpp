// Any bytes as a table, and as a zip or tar file: documents are valid, errors say where, the same every time.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "read/container.h"
#include "read/table_documents.h"
#include "read/transcode.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

std::vector<std::string> texts_of(sayso::DocumentSource& documents) {
  std::vector<std::string> found;
  while (const auto document = documents.next()) {
    if (!*document) {
      require(document->error().where.starts_with("a."), "errors say where");
      found.push_back(document->error().message);
      continue;
    }
    require(sayso::valid_utf8((*document)->text) && !(*document)->id.empty(), "documents are valid");
    found.push_back((*document)->text);
  }
  return found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  sayso::ReadOptions options;
  options.max_bytes = std::size_t{1} << 16;
  const auto open = [&] { return std::make_unique<sayso::PeekableBytes>(sayso::memory_bytes(bytes)); };
  const auto table = sayso::table_documents(open(), "a.csv", options);
  const auto again = sayso::table_documents(open(), "a.csv", options);
  require(texts_of(*table) == texts_of(*again), "a table is the same every time");
  for (const auto kind : {sayso::ContainerKind::zip, sayso::ContainerKind::tar}) {
    texts_of(*sayso::container_documents(open(), kind, "a.zip", options));
  }
  return 0;
}
