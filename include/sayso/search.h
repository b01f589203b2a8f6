// Questions to a record: which statements, by whom, how many. Asked through Record (record.h).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sayso/document.h"
#include "sayso/statement.h"

namespace sayso {

namespace record {
class TermMatcher;
}

// Which statements are meant. Of each list one must fit, and all that is given must hold; empty: everything.
struct Filter {
  std::string query;                      // words of the content: docs/cli.md
  std::vector<std::string> by, to, via;   // a person or body: name, one of its variants, or the record's number ("12", "#12")
  std::vector<std::string> outlets;       // names; case makes no difference
  std::optional<std::string> since, until;  // days YYYY-MM-DD, both included; of the saying, else of the publication
  std::vector<Kind> kinds;
  std::vector<Stance> stances;
  std::vector<ChannelType> channels;
  std::vector<SourceType> types;          // of the source
  bool old_versions = false;              // also what only earlier versions of documents have
};

struct Search {
  Filter filter;
  enum class Order { best, newest } order = Order::best;  // without a query: newest
  std::size_t limit = 0;                  // statements of a page; 0: all
  std::string after;                      // SearchResult::next of the page before
  std::int64_t above = 0;                 // only statements that were added after this one; a further page (after) has that of the first
  bool group = true;                      // what several documents have word for word is one result
  bool correct = true;                    // look for a similar word in place of one that nobody has used
};

// A person or body of the record.
struct Person {
  std::int64_t id = 0;
  std::string name;
  std::string type;                       // "person", "organization", …
  std::size_t statements = 0;

  friend bool operator==(const Person&, const Person&) = default;
};

// Whom the words of a filter mean.
struct Understood {
  std::string asked;
  std::vector<Person> people;              // several of one name: all are meant; the most quoted first
  bool similar = false;                   // nobody is called so; these have a similar name
};

// What was found, as numbers; Record::hit() gets the statements themselves.
struct SearchResult {
  struct Item {
    std::int64_t statement = 0;
    std::vector<std::int64_t> copies;     // with the same words, from other documents
  };
  std::vector<Item> items;                // of this page, in their order
  std::size_t total = 0;                  // statements that were found, on all pages
  bool at_least = false;                  // there are more than total, which were not counted
  std::size_t ranked = 0;                 // so many were ranked by how well they answer; the others follow by their day
  std::string next;                       // the cursor of the next page; empty: this is the last one
  std::vector<Understood> who;
  std::vector<std::pair<std::string, std::string>> corrected;  // typed word, word that was looked for
  std::vector<std::string> notes;         // for people: a query that was cut, an outlet that is not there
  std::int64_t last_statement = 0;        // of the record when the first page was asked for
  std::shared_ptr<record::TermMatcher> matcher;  // what to mark in contents
};

// Where else the same words stand.
struct Copy {
  std::int64_t statement = 0;
  std::optional<std::string> outlet, published, url;
};

struct Hit {
  std::int64_t statement = 0, document = 0;  // the record's numbers
  std::uint32_t number = 0;                  // in its document, from 0
  Document head;                             // without text
  Statement said;
  std::optional<Person> person;               // the source across documents
  std::vector<Span> marks;                   // words of the query in said.content.text, code points
  std::vector<Copy> copies;
};

}  // namespace sayso
