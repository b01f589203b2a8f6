// A small record for tests: invented people, a statement an article unless more are given.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "record/place.h"
#include "sayso/record.h"

namespace sayso {

struct Says {
  std::string who, what;  // who: "" for nobody, "*officials" for somebody who is not named
  Kind kind = Kind::direct;
  SourceType type = SourceType::person;
};

struct Article {
  std::string url, outlet, day;
  std::vector<Says> said;
  std::string around = "";  // words behind the statements: what tells people apart
};

inline void add_statement(const Says& says, Document& document, Extraction& extraction) {
  Statement s;
  const auto put = [&](const std::string& text) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += text + " ";
    return Passage{text, {{begin, begin + static_cast<std::uint32_t>(text.size())}}};
  };
  s.content = put(says.what);
  s.kind = says.kind;
  s.confidence = 0.9;
  s.source.type = says.who.empty() ? SourceType::none : says.who[0] == '*' ? SourceType::anonymous : says.type;
  if (!says.who.empty()) {
    s.source.passage = put(says.who[0] == '*' ? says.who.substr(1) : says.who);
    s.cue = put("said.");
  }
  if (!says.who.empty() && says.who[0] != '*') {
    auto& all = extraction.entities;
    std::size_t at = 0;
    while (at < all.size() && all[at].name != says.who) ++at;
    if (at == all.size()) all.push_back({says.who, says.type, {}, {}});
    all[at].mentions.push_back(s.source.passage.spans.front());
    s.source.name = says.who;
    s.source.entity = static_cast<std::uint32_t>(at);
    s.source.entities = {static_cast<std::uint32_t>(at)};
  }
  extraction.statements.push_back(std::move(s));
}

inline Added add(Record& record, const Article& article, bool again = false) {
  Document document;
  document.id = document.path = article.url;
  document.url = "https://example.org/" + article.url;
  if (!article.outlet.empty()) document.outlet = article.outlet;
  if (!article.day.empty()) document.published = article.day;
  document.title = "About " + article.url;
  Extraction extraction;
  for (const Says& says : article.said) add_statement(says, document, extraction);
  document.text += article.around;
  const auto added = record.add(document, extraction, "fast", again);
  EXPECT_TRUE(added) << added.error().message;
  return added.value_or(Added{});
}

inline Record archive(const std::string& name, const std::vector<Article>& articles) {
  auto record = Record::open(new_place(name), RecordAccess::write);
  if (!record) ADD_FAILURE() << record.error().message;
  for (const Article& article : articles) add(*record, article);
  EXPECT_TRUE(record->commit());
  return std::move(*record);
}

// The contents of what is found, in their order.
inline std::vector<std::string> contents(Record& record, const Search& request) {
  std::vector<std::string> out;
  const auto found = record.search(request);
  if (!found) ADD_FAILURE() << found.error().message;
  for (std::size_t i = 0; found && i < found->items.size(); ++i) out.push_back(record.hit(*found, i)->said.content.text);
  return out;
}

inline Search search_for(std::string query) {
  Search out;
  out.filter.query = std::move(query);
  return out;
}

}  // namespace sayso
