#include "read/html_metadata.h"

#include <algorithm>
#include <utility>

#include "read/dates.h"
#include "read/html_visible.h"
#include "read/language.h"
#include "read/plain.h"

namespace sayso {
namespace {

using namespace std::literals;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::optional<std::string> cleaned(std::string_view text) {
  std::string out;
  append_collapsed(out, text);
  while (out.ends_with(' ')) out.pop_back();
  return out.empty() || out.size() > 1000 ? std::nullopt : std::optional(out);
}

void set(std::optional<std::string>& field, std::optional<std::string> value) {
  if (!field && value) field = std::move(value);
}

void add_author(std::vector<std::string>& authors, std::string_view text) {
  auto name = cleaned(text);
  if (!name || name->find("://") != name->npos || authors.size() >= 50) return;
  for (auto& one : names_in_field(*name)) {
    if (std::find(authors.begin(), authors.end(), one) == authors.end()) authors.push_back(std::move(one));
  }
}

// One source of metadata each, filled in one walk over the page.
struct Sources {
  PageMetadata json_ld, open_graph, microdata, meta, time, visible;
  VisibleDates dates;
  std::uint32_t foreign_end = 0;  // up to this node others speak of themselves
};

void read_meta(const HtmlTree& page, std::uint32_t node, Sources& to) {
  const auto content = page.attribute(node, HtmlAttribute::content);
  if (content.empty()) return;
  const std::string property = lower(page.attribute(node, HtmlAttribute::property));
  const std::string name = lower(page.attribute(node, HtmlAttribute::name));
  const auto is = [&](auto... keys) { return ((property == keys || name == keys) || ...); };
  if (is("og:title")) set(to.open_graph.title, cleaned(content));
  if (is("og:url")) set(to.open_graph.url, cleaned(content));
  if (is("og:site_name")) set(to.open_graph.outlet, cleaned(content));
  if (is("article:published_time", "og:article:published_time")) set(to.open_graph.published, iso_date(content));
  if (is("article:modified_time", "og:updated_time", "og:article:modified_time")) set(to.open_graph.modified, iso_date(content));
  if (is("og:description")) set(to.open_graph.description, cleaned(content));
  if (is("description", "dc.description", "twitter:description")) set(to.meta.description, cleaned(content));
  if (is("last-modified", "lastmod", "dcterms.modified", "article.updated", "datemodified", "revised")) set(to.meta.modified, iso_date(content));
  if (is("article:author")) add_author(to.open_graph.authors, content);
  if (is("author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author")) {
    if (to.meta.authors.empty()) add_author(to.meta.authors, content);
  }
  if (is("date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "parsely-pub-date",
         "sailthru.date", "article.published", "datepublished", "published_at", "originalpublicationdate", "publication_date")) {
    set(to.meta.published, iso_date(content));
  }
  if (is("application-name", "publisher", "dc.publisher", "cre")) set(to.meta.outlet, cleaned(content));
  if (is("title", "dc.title", "twitter:title", "parsely-title")) set(to.meta.title, cleaned(content));
}

constexpr std::uint32_t kMostOfItem = 200;  // nodes of a person or a publisher

std::string microdata_value(const HtmlTree& page, std::uint32_t node) {
  for (const auto name : {HtmlAttribute::content, HtmlAttribute::datetime}) {
    if (const auto given = page.attribute(node, name); !given.empty()) return std::string(given);
  }
  return page.all_text(node);
}

// Of a person or a publisher: the name within, else the whole.
std::string microdata_name(const HtmlTree& page, std::uint32_t node) {
  for (auto i = node + 1; i < page[node].end; ++i) {
    if (page.attribute(i, HtmlAttribute::itemprop) == "name") return microdata_value(page, i);
  }
  return microdata_value(page, node);
}

void read_microdata(const HtmlTree& page, std::uint32_t node, PageMetadata& to) {
  const auto property = page.attribute(node, HtmlAttribute::itemprop);
  if (property.empty()) return;
  const auto value = [&] { return microdata_value(page, node); };
  if (property == "headline") set(to.title, cleaned(value()));
  if (property == "alternativeHeadline") set(to.subhead, cleaned(value()));
  if (property == "dateModified") set(to.modified, iso_date(value()));
  if (property == "inLanguage") set(to.language, language_of_tag(value()));
  if (property == "datePublished") set(to.published, iso_date(value()));
  if (page[node].end - node >= kMostOfItem) return;
  if (property == "author") add_author(to.authors, microdata_name(page, node));
  if (property == "publisher") set(to.outlet, cleaned(microdata_name(page, node)));
}

void read_element(const HtmlTree& page, std::uint32_t node, Sources& to) {
  to.foreign_end = std::max(to.foreign_end, end_of_foreign(page, node));
  switch (page[node].tag) {
    case HtmlTag::meta: read_meta(page, node, to); break;
    case HtmlTag::script:
      if (page.attribute(node, HtmlAttribute::type) == "application/ld+json" && node + 1 < page[node].end) {
        to.json_ld.fill_from(read_json_ld(page.text(node + 1)));
      }
      break;
    case HtmlTag::html:
      set(to.meta.language, language_of_tag(page.attribute(node, HtmlAttribute::lang)));
      set(to.meta.language, language_of_tag(page.attribute(node, HtmlAttribute::xml_lang)));
      break;
    case HtmlTag::link:
      if (page.attribute(node, HtmlAttribute::rel) == "canonical") set(to.meta.url, cleaned(page.attribute(node, HtmlAttribute::href)));
      break;
    case HtmlTag::time:
      if (node >= to.foreign_end) set(to.time.published, iso_date(page.attribute(node, HtmlAttribute::datetime)));
      break;
    case HtmlTag::h1:
      if (!to.visible.title) set(to.visible.title, cleaned(page.all_text(node)));
      break;
    default: break;
  }
  if (node >= to.foreign_end) to.dates.look_at(page, node);
  if (page[node].attributes_begin == page[node].attributes_end) return;
  read_microdata(page, node, to.microdata);
  if (to.visible.authors.empty() && node >= to.foreign_end) to.visible.authors = visible_authors(page, node);
}

// Titles often end with the outlet's name, "Bridge to close | Hill Herald". What readers see as the headline tells it.
void drop_suffix(std::optional<std::string>& title, const std::optional<std::string>& headline,
                 const std::optional<std::string>& outlet) {
  if (!title) return;
  for (const auto separator : {" | "sv, " - "sv, " – "sv, " — "sv, " :: "sv, " » "sv}) {
    const auto at = title->rfind(separator);
    if (at == title->npos || at == 0) continue;
    const auto head = std::string_view(*title).substr(0, at);
    const auto tail = std::string_view(*title).substr(at + separator.size());
    if ((headline && *headline == head) || (outlet && *outlet == tail)) return title->resize(at);
  }
}

// "Bridge to close - Hill Herald" -> the headline alone, where the page names its outlet or parts it off.
std::optional<std::string> window_title(const HtmlTree& page) {
  const auto node = page.find(HtmlTag::title);
  if (node == page.size()) return {};
  auto title = cleaned(page.all_text(node));
  if (!title) return {};
  for (const auto print : {"Print: "sv, "Print - "sv, "Print | "sv, "Printable version: "sv}) {
    if (title->starts_with(print)) title->erase(0, print.size());
  }
  for (const auto separator : {" | "sv, " - "sv, " – "sv, " — "sv, " :: "sv, " » "sv}) {
    const auto at = title->rfind(separator);
    if (at != title->npos && at >= 15) return title->substr(0, at);
  }
  return title;
}

}  // namespace

void PageMetadata::fill_from(PageMetadata&& other) {
  set(url, std::move(other.url));
  set(title, std::move(other.title));
  set(outlet, std::move(other.outlet));
  set(published, std::move(other.published));
  set(modified, std::move(other.modified));
  set(subhead, std::move(other.subhead));
  set(description, std::move(other.description));
  free = free && other.free;
  set(language, std::move(other.language));
  if (authors.empty()) authors = std::move(other.authors);
}

PageMetadata read_metadata(const HtmlTree& page) {
  Sources sources;
  for (std::uint32_t node = 0; node < page.size(); ++node) {
    if (page[node].tag != HtmlTag::text) read_element(page, node, sources);
  }
  const auto headline = sources.visible.title;
  sources.visible.published = sources.dates.published();
  sources.visible.modified = sources.dates.modified();
  PageMetadata out = std::move(sources.json_ld);
  if (sources.meta.url) out.url = std::move(sources.meta.url);  // rel=canonical is the page's address by definition
  for (auto* source : {&sources.open_graph, &sources.microdata, &sources.meta, &sources.time, &sources.visible}) {
    out.fill_from(std::move(*source));
  }
  set(out.title, window_title(page));
  drop_suffix(out.title, headline, out.outlet);
  return out;
}

}  // namespace sayso
