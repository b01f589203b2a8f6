// Any bytes as a mail, a mailbox, a header: documents are valid, errors say where, the same every time.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "read/mail/mail.h"
#include "read/mail/mail_header.h"
#include "read/transcode.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

std::vector<std::string> texts_of(std::string_view bytes) {
  sayso::ReadOptions options;
  options.max_bytes = std::size_t{1} << 18;
  const auto documents = sayso::mail_documents(std::make_unique<sayso::PeekableBytes>(sayso::memory_bytes(bytes)), "a.eml", options);
  std::vector<std::string> found;
  while (const auto document = documents->next()) {
    if (!*document) {
      require(document->error().where.starts_with("a.eml"), "errors say where");
      found.push_back(document->error().message);
      continue;
    }
    const sayso::Document& d = **document;
    require(sayso::valid_utf8(d.text) && sayso::valid_utf8(d.id) && !d.id.empty(), "documents are valid");
    for (const auto& author : d.authors) require(sayso::valid_utf8(author), "names are valid");
    for (const auto& warning : d.warnings) require(sayso::valid_utf8(warning.message), "warnings are valid");
    found.push_back(d.text);
  }
  return found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  require(texts_of(bytes) == texts_of(bytes), "a mail is the same every time");
  require(sayso::valid_utf8(sayso::decoded_words(bytes)), "headers are valid");
  (void)sayso::names_of_addresses(bytes);
  (void)sayso::parameter_of(bytes, "charset");
  (void)sayso::is_mailbox(bytes);
  return 0;
}
