#include "read/feed/feed_json.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "read/url.h"

namespace sayso {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// A string, or a number as some write ids; empty where there is none.
std::string string_at(object from, std::string_view key) {
  element value;
  std::string_view string;
  std::int64_t number = 0;
  if (from.at_key(key).get(value) != simdjson::SUCCESS) return {};
  if (value.get_string().get(string) == simdjson::SUCCESS) return std::string(string);
  return value.get_int64().get(number) == simdjson::SUCCESS ? fmt::format("{}", number) : std::string();
}

void add_person(element from, std::vector<FeedPerson>& to) {
  object person;
  if (from.get_object().get(person) != simdjson::SUCCESS) return;
  FeedPerson out{string_at(person, "name"), {}, string_at(person, "url")};
  if (!out.name.empty()) to.push_back(std::move(out));
}

// "authors", and "author" of version 1.0.
std::vector<FeedPerson> authors_of(object from) {
  std::vector<FeedPerson> out;
  array list;
  element one;
  if (from.at_key("authors").get_array().get(list) == simdjson::SUCCESS) {
    for (const element author : list) add_person(author, out);
  } else if (from.at_key("author").get(one) == simdjson::SUCCESS) {
    add_person(one, out);
  }
  return out;
}

FeedEntry entry_of(object item, const std::string& url) {
  FeedEntry out;
  out.id = string_at(item, "id");
  out.url = string_at(item, "url");
  if (out.url.empty()) out.url = string_at(item, "external_url");
  if (!out.url.empty()) out.url = resolve_url(url, out.url);
  out.title = {string_at(item, "title"), false};
  out.summary = {string_at(item, "summary"), false};
  FeedText html{string_at(item, "content_html"), true};
  FeedText text{string_at(item, "content_text"), false};
  if (!html.empty()) out.contents.push_back(std::move(html));
  else if (!text.empty()) out.contents.push_back(std::move(text));
  out.authors = authors_of(item);
  out.published = written_date(string_at(item, "date_published"));
  out.updated = written_date(string_at(item, "date_modified"));
  out.language = string_at(item, "language");
  return out;
}

tl::unexpected<Error> malformed(std::string message) { return tl::unexpected(Error{ErrorCode::malformed, {}, std::move(message)}); }

}  // namespace

Result<Feed> feed_of_json(std::string_view utf8, const std::string& url) {
  simdjson::dom::parser parser;
  object top;
  if (parser.parse(utf8.data(), utf8.size()).get_object().get(top) != simdjson::SUCCESS) return malformed("broken JSON");
  array items;
  if (top.at_key("items").get_array().get(items) != simdjson::SUCCESS) return malformed("JSON, but no feed");
  Feed feed;
  feed.atom = true;  // an item without authors has those of the feed
  feed.url = string_at(top, "home_page_url");
  feed.id = string_at(top, "feed_url");
  feed.title = {string_at(top, "title"), false};
  feed.summary = {string_at(top, "description"), false};
  feed.authors = authors_of(top);
  feed.language = string_at(top, "language");
  for (const element item : items) {
    object fields;
    if (item.get_object().get(fields) == simdjson::SUCCESS) feed.entries.push_back(entry_of(fields, url.empty() ? feed.url : url));
  }
  return feed;
}

}  // namespace sayso
