// Feeds as the reader has them, for bench/feeds.py (as JSON) and for measuring.
#include <ctime>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "formats/json_writer.h"
#include "read/feed/feed.h"
#include "read/feed/feed_documents.h"
#include "read/html_fragment.h"

namespace {

using sayso::formats::JsonWriter;

// `text`: what is read of it where it is HTML.
void write_text(JsonWriter& json, const sayso::FeedText& text) {
  json.begin_object();
  json.key("value").string(text.value);
  json.key("text").string(text.html ? sayso::fragment_line(text.value).value_or("") : text.value);
  json.key("html").boolean(text.html);
  json.end_object();
}

void write_date(JsonWriter& json, const char* key, const sayso::WrittenDate& date) {
  json.key(key).begin_object();
  json.key("written").string(date.written);
  json.key("day").string_or_null(date.day);
  json.key("seconds").string(date.seconds ? std::to_string(*date.seconds) : "");
  json.end_object();
}

void write_item(JsonWriter& json, const sayso::FeedItem& item) {
  json.key("id").string(item.id);
  json.key("link").string(item.url);
  write_text(json.key("title"), item.title);
  write_text(json.key("summary"), item.summary);
  json.key("content").begin_array();
  for (const auto& content : item.contents) write_text(json, content);
  json.end_array();
  json.key("authors").begin_array();
  for (const auto& person : item.authors) {
    json.begin_object();
    json.key("name").string(person.name);
    json.key("email").string(person.email);
    json.key("url").string(person.url);
    json.end_object();
  }
  json.end_array();
  write_date(json, "published", item.published);
  write_date(json, "updated", item.updated);
  write_date(json, "created", item.created);
  json.key("language").string(item.language);
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_feed(JsonWriter& json, const std::string& path, const sayso::Result<sayso::Feed>& feed) {
  json.begin_object();
  json.key("path").string(path);
  if (!feed) {
    json.key("error").string(feed.error().message);
    return json.end_object();
  }
  json.key("encoding").string(feed->encoding);
  write_item(json, *feed);
  json.key("entries").begin_array();
  for (const auto& entry : feed->entries) {
    json.begin_object();
    write_item(json, entry);
    const auto document = sayso::document_of_entry(*feed, entry);
    json.key("text").string(document && *document ? (*document)->text : "");
    if (entry.source) {
      json.key("source").begin_object();
      write_item(json, *entry.source);
      json.end_object();
    }
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

// Lines of standard input: PATH, the charset that HTTP said, the URL that it came from, with tabs between them.
int dump() {
  for (std::string line; std::getline(std::cin, line);) {
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    const std::string path = line.substr(0, first);
    sayso::FeedOrigin origin;
    if (second != line.npos) origin = {line.substr(second + 1), line.substr(first + 1, second - first - 1)};
    std::string out;
    JsonWriter json(out);
    write_feed(json, path, sayso::parse_feed(bytes_of(path), origin));
    std::puts(out.c_str());
  }
  return 0;
}

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Every feed and the documents of its entries, over and over.
int measure(int times, const std::vector<std::string>& paths) {
  std::vector<std::string> all;
  for (const auto& path : paths) all.push_back(bytes_of(path));
  std::size_t feeds = 0;
  std::size_t documents = 0;
  const double begin = cpu_seconds();
  for (int i = 0; i < times; ++i) {
    for (const auto& bytes : all) {
      const auto feed = sayso::parse_feed(bytes);
      ++feeds;
      if (!feed) continue;
      for (const auto& entry : feed->entries) documents += sayso::document_of_entry(*feed, entry).has_value();
    }
  }
  std::printf("{\"records\": %zu, \"documents\": %zu, \"seconds\": %.6f}\n", feeds, documents, cpu_seconds() - begin);
  return 0;
}

}  // namespace

// usage: sayso_feeds < LINES, or sayso_feeds TIMES FILE...
int main(int argc, char** argv) {
  if (argc == 1) return dump();
  return measure(std::atoi(argv[1]), {argv + 2, argv + argc});
}
