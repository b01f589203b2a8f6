// RSS, Atom and CDF: elements -> a feed.
#include "read/feed/feed_xml.h"

#include <algorithm>
#include <array>
#include <utility>

#include "read/feed/feed_parts.h"
#include "read/feed/xml_tree.h"
#include "read/url.h"
#include "text/ascii.h"

namespace sayso {
namespace {

using namespace std::literals;
using pugi::xml_node;

enum class Element {
  unknown, feed, entry, aside, group, title, media_title, link, id, summary, weak_summary, abstract, subtitle, content, body,
  published, updated, created, author, source, language
};

struct KnownElement {
  XmlSpace space;
  std::string_view local;
  Element element;
};

constexpr std::array kElements = {
    KnownElement{XmlSpace::core, "rss"sv, Element::feed},           KnownElement{XmlSpace::rdf, "rdf"sv, Element::feed},
    KnownElement{XmlSpace::core, "rdf"sv, Element::feed},           KnownElement{XmlSpace::core, "channel"sv, Element::feed},
    KnownElement{XmlSpace::core, "feed"sv, Element::feed},          KnownElement{XmlSpace::core, "item"sv, Element::entry},
    KnownElement{XmlSpace::core, "entry"sv, Element::entry},        KnownElement{XmlSpace::core, "image"sv, Element::aside},
    KnownElement{XmlSpace::core, "textinput"sv, Element::aside},    KnownElement{XmlSpace::core, "contributor"sv, Element::aside},
    KnownElement{XmlSpace::media, "group"sv, Element::group},       KnownElement{XmlSpace::media, "content"sv, Element::group},
    KnownElement{XmlSpace::core, "title"sv, Element::title},        KnownElement{XmlSpace::dc, "title"sv, Element::title},
    KnownElement{XmlSpace::media, "title"sv, Element::media_title}, KnownElement{XmlSpace::core, "link"sv, Element::link},
    KnownElement{XmlSpace::core, "id"sv, Element::id},              KnownElement{XmlSpace::core, "guid"sv, Element::id},
    KnownElement{XmlSpace::core, "description"sv, Element::summary}, KnownElement{XmlSpace::core, "summary"sv, Element::subtitle},
    KnownElement{XmlSpace::core, "abstract"sv, Element::abstract},  KnownElement{XmlSpace::dc, "description"sv, Element::weak_summary},
    KnownElement{XmlSpace::media, "description"sv, Element::weak_summary}, KnownElement{XmlSpace::itunes, "summary"sv, Element::weak_summary},
    KnownElement{XmlSpace::core, "subtitle"sv, Element::subtitle},  KnownElement{XmlSpace::core, "tagline"sv, Element::subtitle},
    KnownElement{XmlSpace::itunes, "subtitle"sv, Element::subtitle}, KnownElement{XmlSpace::content, "encoded"sv, Element::content},
    KnownElement{XmlSpace::core, "fullitem"sv, Element::content},   KnownElement{XmlSpace::core, "content"sv, Element::content},
    KnownElement{XmlSpace::core, "body"sv, Element::body},          KnownElement{XmlSpace::xhtml, "body"sv, Element::body},
    KnownElement{XmlSpace::core, "pubdate"sv, Element::published},  KnownElement{XmlSpace::core, "published"sv, Element::published},
    KnownElement{XmlSpace::core, "issued"sv, Element::published},   KnownElement{XmlSpace::dcterms, "issued"sv, Element::published},
    KnownElement{XmlSpace::core, "updated"sv, Element::updated},    KnownElement{XmlSpace::core, "modified"sv, Element::updated},
    KnownElement{XmlSpace::core, "lastbuilddate"sv, Element::updated}, KnownElement{XmlSpace::dc, "date"sv, Element::updated},
    KnownElement{XmlSpace::dcterms, "modified"sv, Element::updated}, KnownElement{XmlSpace::core, "created"sv, Element::created},
    KnownElement{XmlSpace::dcterms, "created"sv, Element::created}, KnownElement{XmlSpace::core, "author"sv, Element::author},
    KnownElement{XmlSpace::core, "managingeditor"sv, Element::author}, KnownElement{XmlSpace::dc, "creator"sv, Element::author},
    KnownElement{XmlSpace::dc, "author"sv, Element::author},        KnownElement{XmlSpace::itunes, "author"sv, Element::author},
    KnownElement{XmlSpace::core, "source"sv, Element::source},      KnownElement{XmlSpace::core, "language"sv, Element::language},
    KnownElement{XmlSpace::dc, "language"sv, Element::language}};

Element element_of(const XmlName& name) {
  const auto found = std::find_if(kElements.begin(), kElements.end(), [&](const KnownElement& one) { return name.is(one.space, one.local); });
  return found == kElements.end() ? Element::unknown : found->element;
}

// Reads one feed, entry or source from its elements.
class ItemReader {
 public:
  ItemReader(XmlTree& xml, const std::string& url, FeedItem& out, bool is_entry) : xml_(xml), url_(url), out_(out), is_entry_(is_entry) {}

  // The attributes in which CDF and RDF keep fields.
  void take_attributes(xml_node node) {
    if (auto about = xml_.attribute(node, "about"); !about.empty() && is_entry_) out_.id = std::move(about);
    if (auto href = xml_.attribute(node, "href"); !href.empty()) take_url(node, href);
    if (const auto changed = xml_.attribute(node, "lastmod"); !changed.empty()) out_.updated = written_date(changed);
  }

  void take(xml_node node, Element element) {
    switch (element) {
      case Element::title: return take_title(node);
      case Element::media_title: return fill(out_.title, read_text(xml_, node, TextDefault::guess));
      case Element::link: return take_link(node);
      case Element::id: return take_id(node);
      case Element::abstract: return static_cast<void>(out_.summary = read_text(xml_, node, TextDefault::guess));
      case Element::summary: return take_summary(node, TextDefault::html);
      case Element::subtitle: return take_summary(node, TextDefault::guess);
      case Element::weak_summary: return take_weak_summary(node);
      case Element::content: return take_content(node, xml_.name_of(node).local == "content" ? TextDefault::plain : TextDefault::html);
      case Element::body: return out_.contents.push_back({std::string(without_space(xml_.markup(node))), true});
      case Element::published: return static_cast<void>(out_.published = written_date(xml_.text(node)));
      case Element::updated: return static_cast<void>(out_.updated = written_date(xml_.text(node)));
      case Element::created: return static_cast<void>(out_.created = written_date(xml_.text(node)));
      case Element::author: return take_author(node);
      case Element::language: return static_cast<void>(out_.language = without_space(xml_.text(node)));
      default: return;
    }
  }

 private:
  static void fill(FeedText& text, FeedText&& value) {
    if (text.empty()) text = std::move(value);
  }

  void take_title(xml_node node) {
    auto title = read_text(xml_, node, TextDefault::guess);
    if (!title.empty() && !titled_) out_.title = std::move(title);
    titled_ = titled_ || !out_.title.empty();
  }

  // A second description is the text itself.
  void take_summary(xml_node node, TextDefault when_silent) {
    auto summary = read_text(xml_, node, when_silent);
    const bool longer = !is_entry_ || out_.summary.empty() || weak_;
    if (longer || !out_.contents.empty()) out_.summary = std::move(summary);
    else if (!summary.empty()) out_.contents.push_back(std::move(summary));
    weak_ = false;
  }

  void take_weak_summary(xml_node node) {
    if (!out_.summary.empty()) return;
    out_.summary = read_text(xml_, node, TextDefault::html);
    weak_ = true;
  }

  void take_content(xml_node node, TextDefault when_silent) {
    auto content = read_text(xml_, node, when_silent);
    if (!content.empty()) out_.contents.push_back(std::move(content));
  }

  void take_author(xml_node node) {
    auto person = read_person(xml_, node);
    if (!person.url.empty()) person.url = resolve_url(xml_.base_of(node, url_), person.url);
    if (!person.name.empty() || !person.email.empty() || !person.url.empty()) out_.authors.push_back(std::move(person));
  }

  void take_url(xml_node node, std::string_view reference) {
    reference = without_space(reference);
    if (reference.empty()) return;
    out_.url = resolve_url(xml_.base_of(node, url_), reference);
    linked_ = true;
  }

  void take_link(xml_node node) {
    const std::string href = xml_.attribute(node, "href");
    const std::string rel = xml_.attribute(node, "rel");
    const std::string type = xml_.attribute(node, "type");
    const bool page = type.empty() || type == "text/html" || type == "application/xhtml+xml" || type == "html" || type == "xhtml";
    if ((rel.empty() || rel == "alternate") && page) take_url(node, href.empty() ? xml_.text(node) : href);
  }

  // A guid is a link too unless it says that it is none, or there is a link.
  void take_id(xml_node node) {
    out_.id = without_space(xml_.text(node));
    const bool guid = xml_.name_of(node).local == "guid";
    if (!guid) return;
    const std::string permanent = xml_.attribute(node, "ispermalink");
    if (!permanent.empty() && permanent != "true") return;
    out_.id = resolve_url(xml_.base_of(node, url_), out_.id);
    if (!linked_) out_.url = out_.id;
  }

  XmlTree& xml_;
  const std::string& url_;
  FeedItem& out_;
  bool is_entry_;
  bool titled_ = false;  // by a title of its own, not of its pictures
  bool linked_ = false;
  bool weak_ = false;    // the summary is one of media or iTunes
};

class FeedReader {
 public:
  FeedReader(XmlTree& xml, const std::string& url) : xml_(xml), url_(url), feed_item_(xml, url, feed_, false) {}

  std::optional<Feed> run() {
    bool descend = true;
    for (xml_node node = next_element(xml_.root(), xml_.root(), true); node; node = next_element(node, xml_.root(), descend)) {
      const XmlName name = xml_.name_of(node);
      const Element element = element_of(name);
      descend = element == Element::feed || (element == Element::unknown && (name.space == XmlSpace::core || name.space == XmlSpace::rdf));
      if (element == Element::feed) {
        begin_feed(node, name);
      } else if (element == Element::entry) {
        read_entry(node);
      } else if (found_ && element != Element::unknown) {
        feed_item_.take(node, element);
      }
    }
    if (!found_) return {};
    feed_.repaired = xml_.was_repaired();
    return std::move(feed_);
  }

 private:
  void begin_feed(xml_node node, const XmlName& name) {
    found_ = true;
    feed_.atom = feed_.atom || name.local == "feed";
    if (name.local == "channel") feed_item_.take_attributes(node);
    if (auto language = xml_.attribute(node, "lang"); !language.empty()) feed_.language = std::move(language);
  }

  void read_entry(xml_node top) {
    FeedEntry entry;
    ItemReader item(xml_, url_, entry, true);
    item.take_attributes(top);
    entry.language = xml_.language_of(top);
    bool descend = true;
    for (xml_node node = next_element(top, top, true); node; node = next_element(node, top, descend)) {
      const Element element = element_of(xml_.name_of(node));
      descend = element == Element::group;
      if (element == Element::source) entry.source = std::make_unique<FeedItem>(read_source(node));
      else item.take(node, element);
    }
    feed_.entries.push_back(std::move(entry));
  }

  // <source url="…">title</source>, or a feed's elements.
  FeedItem read_source(xml_node top) {
    FeedItem source;
    ItemReader item(xml_, url_, source, false);
    source.url = xml_.attribute(top, "url");
    bool any = false;
    for (xml_node node = next_element(top, top, true); node; node = next_element(node, top, false)) {
      item.take(node, element_of(xml_.name_of(node)));
      any = true;
    }
    if (!any) source.title = {std::string(without_space(xml_.text(top))), false};
    return source;
  }

  XmlTree& xml_;
  const std::string& url_;
  Feed feed_;
  ItemReader feed_item_;
  bool found_ = false;
};

}  // namespace

std::optional<Feed> feed_of_xml(XmlTree& xml, const std::string& url) { return FeedReader(xml, url).run(); }

}  // namespace sayso
