#include <simdjson.h>

#include <deque>
#include <string_view>
#include <unordered_map>

#include "read/dates.h"
#include "read/html_metadata.h"
#include "read/html_tree.h"
#include "read/language.h"
#include "read/plain.h"

namespace sayso {
namespace {

using simdjson::dom::element;

constexpr std::size_t kMaxThings = 1000;  // of a @graph that are looked at

std::optional<std::string> text_of(element value) {
  std::string_view text;
  if (value.get_string().get(text) != simdjson::SUCCESS) return {};
  std::string out;
  append_collapsed(out, text);
  while (out.ends_with(' ')) out.pop_back();
  return out.empty() ? std::nullopt : std::optional(out);
}

std::optional<std::string> text_at(element object, const char* key) {
  element value;
  if (object.at_key(key).get(value) != simdjson::SUCCESS) return {};
  if (auto text = text_of(value)) return text;
  simdjson::dom::array list;
  if (value.get_array().get(list) != simdjson::SUCCESS || list.size() == 0) return {};
  return text_of(*list.begin());
}

// The things of a script by their "@id", by which others name them.
using Things = std::unordered_map<std::string_view, element>;

std::string_view id_of(element thing) {
  std::string_view id;
  if (!thing.is_object() || thing.at_key("@id").get_string().get(id) != simdjson::SUCCESS) return {};
  return id;
}

std::optional<std::string> name_of(element thing, const Things& things) {
  if (!thing.is_object()) return text_of(thing);
  if (auto name = text_at(thing, "name")) return name;
  const auto meant = things.find(id_of(thing));
  return meant == things.end() ? std::nullopt : text_at(meant->second, "name");
}

// "Ann Cole", {"name": "Ann Cole"}, {"@id": "#ann"} or a list of these.
void append_names(element value, const Things& things, std::vector<std::string>& names) {
  simdjson::dom::array list;
  if (value.get_array().get(list) == simdjson::SUCCESS) {
    for (const element one : list) {
      if (one.is_array()) continue;
      append_names(one, things, names);  // one level: lists in lists are left out
    }
  } else if (auto text = name_of(value, things)) {
    if (names.size() < 50 && !text->starts_with("http")) names.push_back(std::move(*text));
  }
}

// false, or "False" as many write.
bool says_no(element object, const char* key) {
  element value;
  if (object.at_key(key).get(value) != simdjson::SUCCESS) return false;
  bool truth = true;
  if (value.get_bool().get(truth) == simdjson::SUCCESS) return !truth;
  const auto text = text_of(value);
  return text == "False" || text == "false";
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting" || type == "Report";
}

bool is_article(element object) {
  element type;
  if (object.at_key("@type").get(type) != simdjson::SUCCESS) return false;
  std::string_view name;
  if (type.get_string().get(name) == simdjson::SUCCESS) return is_article_type(name);
  simdjson::dom::array list;
  if (type.get_array().get(list) != simdjson::SUCCESS) return false;
  for (const element one : list) {
    if (one.get_string().get(name) == simdjson::SUCCESS && is_article_type(name)) return true;
  }
  return false;
}

PageMetadata read_article(element article, const Things& things) {
  PageMetadata out;
  out.title = text_at(article, "headline");
  if (!out.title) out.title = text_at(article, "name");
  out.url = text_at(article, "url");
  out.subhead = text_at(article, "alternativeHeadline");
  out.description = text_at(article, "description");
  if (const auto date = text_at(article, "datePublished")) out.published = iso_date(*date);
  if (const auto date = text_at(article, "dateModified")) out.modified = iso_date(*date);
  if (const auto language = text_at(article, "inLanguage")) out.language = language_of_tag(*language);
  out.free = !says_no(article, "isAccessibleForFree");
  element value;
  std::vector<std::string> authors, publishers;
  if (article.at_key("author").get(value) == simdjson::SUCCESS) append_names(value, things, authors);
  for (const auto& one : authors) {
    for (auto& name : names_in_field(one)) out.authors.push_back(std::move(name));
  }
  if (article.at_key("publisher").get(value) == simdjson::SUCCESS) append_names(value, things, publishers);
  if (!publishers.empty()) out.outlet = publishers[0];
  return out;
}

// Sites write line ends into strings, and comment marks or a semicolon around the whole: none of it is JSON.
std::string repaired(std::string_view script) {
  const auto begin = script.find_first_of("{[");
  const auto end = script.find_last_of("}]");
  if (begin == script.npos || end == script.npos || end < begin) return {};
  std::string json(script.substr(begin, end - begin + 1));
  for (char& c : json) c = c >= 0 && c < ' ' ? ' ' : c;
  return json;
}

}  // namespace

PageMetadata read_json_ld(std::string_view script) {
  const std::string json = repaired(script);
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(json).get(root) != simdjson::SUCCESS) return {};
  std::deque<element> queue{root};
  std::optional<element> article;
  Things things;
  for (std::size_t seen = 0; !queue.empty() && seen < kMaxThings; ++seen) {
    const element next = queue.front();
    queue.pop_front();
    simdjson::dom::array list;
    if (next.get_array().get(list) == simdjson::SUCCESS) {
      for (const element one : list) queue.push_back(one);
      continue;
    }
    if (!next.is_object()) continue;
    if (const auto id = id_of(next); !id.empty()) things.try_emplace(id, next);
    if (is_article(next) && !article) article = next;
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      element inner;
      if (next.at_key(key).get(inner) == simdjson::SUCCESS) queue.push_back(inner);
    }
  }
  return article ? read_article(*article, things) : PageMetadata();
}

}  // namespace sayso
