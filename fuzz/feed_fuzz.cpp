// Any bytes as a feed, a list of feeds, a page that names feeds: values are valid UTF-8, documents as of any other reader, repair
// makes XML that the parser takes and that repairing again leaves alone.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "read/encoding.h"
#include "read/feed/feed.h"
#include "read/feed/feed_documents.h"
#include "read/feed/feed_links.h"
#include "read/feed/xml_tree.h"
#include "read/transcode.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

void check_item(const sayso::FeedItem& item) {
  for (const auto* text : {&item.id, &item.url, &item.title.value, &item.summary.value, &item.language, &item.published.written}) {
    require(sayso::valid_utf8(*text), "values are UTF-8");
  }
  for (const auto& content : item.contents) require(sayso::valid_utf8(content.value), "contents are UTF-8");
  for (const auto& person : item.authors) require(sayso::valid_utf8(person.name) && sayso::valid_utf8(person.email), "persons are UTF-8");
}

void check_repair(std::string_view bytes) {
  const std::string utf8 = sayso::decode_bytes(std::string(bytes)).text;
  const std::string once = sayso::repaired_xml(utf8);
  require(sayso::repaired_xml(once) == once, "what is repaired needs no repair");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto feed = sayso::parse_feed(std::string(bytes), {"http://herald.example/feed", {}})) {
    check_item(*feed);
    for (const auto& entry : feed->entries) check_item(entry);
  }
  const auto documents = sayso::feed_documents(sayso::memory_bytes(bytes), "a.rss", {});
  while (const auto document = documents->next()) {
    if (*document) require(sayso::valid_utf8((*document)->text) && !(*document)->id.empty(), "documents are valid");
    else require(document->error().where.starts_with("a.rss"), "errors say where");
  }
  (void)sayso::feeds_of_opml(std::string(bytes));
  (void)sayso::feeds_of_page(std::string(bytes), {}, "http://herald.example/");
  check_repair(bytes);
  (void)sayso::written_date(sayso::decode_bytes(std::string(bytes)).text);
  return 0;
}
