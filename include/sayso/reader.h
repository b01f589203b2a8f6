// Inputs -> documents: files, directories, standard input; text, HTML, JSON Lines, CSV, feeds, mail, web archives; plain, gzip, zstd, lz4.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sayso/document.h"
#include "sayso/error.h"

namespace sayso {

// Where a field of a document stands in JSON objects and in the rows of tables.
struct FieldName {
  std::string field;  // text, id, url, title, outlet, authors, published, language
  std::string name;   // the key or the column
};

struct ReadOptions {
  std::size_t max_bytes = std::size_t{512} << 20;  // of one document, decompressed; more is an error for that document
  std::optional<std::string> date;                 // overrides what the document says, ISO
  std::optional<std::string> outlet;
  bool provenance = false;         // fills Document::origin
  std::vector<FieldName> map;      // for JSON; fields that are not in it have their usual names
  std::optional<std::string> url;  // of a web archive or its CDXJ index: only the capture of this URL
  std::optional<std::string> at;   // that is nearest to this time, YYYYMMDDhhmmss or its beginning; else the latest
};

// Pulls documents one after another out of a list of inputs. Streaming: holds one document (a JSON line, a page, a record) at a
// time. One unreadable input is one Error in the stream; the next call goes on with the next document.
// Order: inputs as given; a directory's files sorted by path, links to directories already seen are skipped. In a
// directory, hidden files, binary ones and those that are no documents by their ending (.css, .js, .ann, .csv, …) are
// passed over in silence; named by themselves they are read or reported.
// Thread safety: none; one thread at a time calls next().
class Reader {
 public:
  explicit Reader(std::vector<std::string> inputs, ReadOptions options = {});
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  // The next document or what went wrong in its place; nothing at the end.
  std::optional<Result<Document>> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// One document from bytes in memory. `name` is kept as the path and its ending helps to tell the kind of input.
Result<Document> read_bytes(std::string_view bytes, std::string name, const ReadOptions& options = {});

}  // namespace sayso
