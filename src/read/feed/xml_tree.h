// The XML of feeds as a tree of raw text. The parser (pugixml) is known to the files of this folder alone.
#pragma once

#include <pugixml.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/feed/xml_references.h"
#include "sayso/error.h"

namespace sayso {

// Whose element it is, whatever prefix the document gives that namespace. `core`: RSS, Atom and what has no prefix.
enum class XmlSpace : std::uint8_t { core, content, dc, dcterms, itunes, media, rdf, xhtml, other };

struct XmlName {
  XmlSpace space = XmlSpace::core;
  std::string local;  // lower case
  bool is(XmlSpace of, std::string_view name) const { return space == of && local == name; }
};

class XmlTree {
 public:
  // `utf8` must be valid. What is not well-formed is repaired first: tags closed, loose "<" and "&" taken as text. Errors: too_large,
  // malformed where there is no element at all.
  static Result<XmlTree> parse(std::string utf8);

  pugi::xml_node root() const { return document_; }
  XmlName name_of(pugi::xml_node element) const;

  // The value of the attribute of that name in lower case, with or without a prefix, references decoded; empty where it is missing.
  std::string attribute(pugi::xml_node element, std::string_view name);
  // All text in it, references decoded.
  std::string text(pugi::xml_node element);
  // What stands in it as HTML: tags without prefixes, text as it is.
  std::string markup(pugi::xml_node element);
  bool was_repaired() const { return repaired_; }
  // The xml:base of an element and of those around it, outermost first, applied to `url`.
  std::string base_of(pugi::xml_node element, const std::string& url);
  // xml:lang of the element or the nearest around it.
  std::string language_of(pugi::xml_node element);

 private:
  void learn_prefixes();

  std::vector<char> source_;  // the parser works in it
  pugi::xml_document document_;
  XmlReferences references_;
  std::vector<std::pair<std::string, XmlSpace>> prefixes_;
  bool repaired_ = false;
  bool has_base_ = false;
};

// The element behind `element` in document order, within `top`; with `descend` its first child element. Null at the end.
pugi::xml_node next_element(pugi::xml_node element, pugi::xml_node top, bool descend);

// Makes well-formed XML of what is not: see XmlTree::parse. Linear.
std::string repaired_xml(std::string_view broken);

}  // namespace sayso
