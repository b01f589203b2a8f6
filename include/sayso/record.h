// The record: what was extracted, kept for good. One SQLite file or PostgreSQL database; docs/record.md describes its tables.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/counts.h"
#include "sayso/document.h"
#include "sayso/error.h"
#include "sayso/formats.h"
#include "sayso/people.h"
#include "sayso/search.h"
#include "sayso/statement.h"
#include "sayso/watched_feed.h"

namespace sayso {

enum class RecordAccess { read, write };

// What became of a quotation from one version of a document to the next.
struct Change {
  enum class What { added, removed, reworded };
  What what = What::added;
  std::string before, after;  // contents of statements; empty where there is none
};

struct Added {
  enum class Outcome {
    added,        // a document that was not there
    known,        // the very text was there already, with this title, outlet, day and authors; nothing was changed
    new_version,  // the document was there with another text
    again         // the text was there and was extracted anew: by another model, with corrected metadata, or on request
  };
  Outcome outcome = Outcome::added;
  std::int64_t document = 0;  // its number in the record
  std::int64_t version = 1;
  std::size_t statements = 0;
  std::optional<std::int64_t> near;  // the group of near-duplicates that it is in, by the number of its first document
  std::vector<Change> changes;  // of a new version
};

struct ExportOptions {
  bool old_versions = false;  // also versions of documents that later ones have replaced
  bool appearances = false;   // look for the documents in which each wording stands
};

// Thread safety: none; open one for each thread. Any number of readers work while writers add, one batch at a time.
// Errors: not_found, malformed (no record, damaged, of a newer version), write_failed (disk full; the record is intact), bad_argument.
class Record {
 public:
  // `where`: the path of an SQLite file, or postgresql://…; for writing also a record that is not there yet. Passwords are in no error.
  static Result<Record> open(const std::string& where, RecordAccess access);
  ~Record();
  Record(Record&&) noexcept;
  Record& operator=(Record&&) noexcept;

  // What add() would say of this very text where it is there already, read by this model; nothing where add() would change
  // something. Cheap: no need to extract from what is known.
  Result<std::optional<Added>> knows(const Document& document, std::string_view model);
  // All or nothing for each document, and lasting after the next commit(). A record that is closed without one has lost nothing but
  // what was added since. What came with the document (Document::given) is of its own model. again: replaces what was extracted from the same text before.
  Result<Added> add(const Document& document, const Extraction& extraction, std::string_view model, bool again = false);
  Result<void> commit();

  // Calls for each document (its latest version) with all that was extracted, in the order they were added; one is held at a time.
  // The callback ends it by returning false.
  Result<void> each_document(const std::function<bool(const Document&, const Extraction&)>& use);

  // The same with what the record knows besides, all as it was when it began. Not while a batch is open.
  Result<void> each_kept(const ExportOptions& options, const std::function<bool(const Document&, const Extraction&, const Kept&)>& use);

  // Questions (search.h, counts.h, people.h). bad_argument: a number of nobody, a cursor that is none.
  Result<SearchResult> search(const Search& request);
  Result<Hit> hit(const SearchResult& found, std::size_t item);  // of found.items
  Result<CountTable> count(const Counting& counting);
  // Several tables in one pass; the filter is that of the first.
  Result<std::vector<CountTable>> count(const std::vector<Counting>& tables);
  Result<Understood> people_called(const std::string& name);
  Result<PersonPage> person(std::int64_t id, const Filter& filter = {});
  Result<std::vector<Joining>> joinings(std::int64_t person);

  // A curator's decisions; each is kept at once, can be undone, and holds for what is added later.
  Result<Decision> merge(std::int64_t person, std::int64_t other);
  Result<Decision> split(std::int64_t person, const std::vector<std::int64_t>& documents);
  Result<Decision> rename(std::int64_t person, const std::string& name);
  Result<Decision> undo(std::int64_t decision = 0);  // 0: the last one that stands
  Result<std::vector<Decision>> decisions();
  Result<Listed> add_people(const std::vector<ListedPerson>& list);

  // A search that is asked again and again: up to which statement it has been answered. 0 and an empty request: not yet known.
  struct SavedSearch {
    std::string request;
    std::int64_t last_statement = 0;
  };
  Result<SavedSearch> saved_search(const std::string& name);
  Result<void> save_search(const std::string& name, const SavedSearch& search);

  // The feeds that are watched (src/watch). A feed that is not there yet has the number 0 until it is kept. What is kept becomes lasting
  // with the documents that were added before.
  Result<WatchedFeed> watched_feed(const std::string& url);
  Result<void> keep(WatchedFeed& feed);
  Result<std::optional<WatchedEntry>> watched_entry(std::int64_t feed, const std::string& key);
  // One of any feed that is done, with this URL and stamp, and has a document.
  Result<std::optional<WatchedEntry>> watched_entry_at(const std::string& url, const std::string& stamp);
  Result<void> keep(std::int64_t feed, const WatchedEntry& entry);

  struct State;

 private:
  explicit Record(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

std::string_view name_of(Added::Outcome);
std::string_view name_of(Change::What);

}  // namespace sayso
