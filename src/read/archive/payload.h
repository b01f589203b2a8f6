// One record of a web archive -> a document, if it holds one.
#pragma once

#include <optional>
#include <string>

#include "read/archive/record_reader.h"
#include "sayso/document.h"
#include "sayso/reader.h"

namespace sayso {

// What a record holds, as far as its head and the head of its HTTP response tell.
struct Payload {
  bool wanted = false;          // a page or a text, or perhaps one
  bool http = false;            // the block begins with an HTTP head
  int status = 0;
  std::string type, charset;    // "text/html"
};

// Reads the beginning of the current record's block.
Payload payload_of(RecordReader& reader, const RecordHeader& record);

// The document of the current record; nothing where its bytes are none after all. Faults of the block become its warning.
std::optional<Result<Document>> document_of(RecordReader& reader, const RecordHeader& record, const Payload& payload,
                                            const ReadOptions& options);

// The record's own identifier, or DATE/URL.
std::string id_of(const RecordHeader& record);
// The digits of a date, up to the second: 20241120101500.
std::string time_of(std::string_view date);
// Of such digits, of which the last may be missing: seconds since the year 0, near enough to tell which of two is nearer to a third.
std::int64_t seconds_of(std::string time);

}  // namespace sayso
