// The head of one record of a web archive: WARC 0.17 to 1.1, ARC 1 and 2.
//
//   WARC/1.0 CRLF  *( Name ": " value CRLF )  CRLF  block  CRLF CRLF         (ISO 28500)
//   URL SP IP SP date SP type SP [… SP] length LF  block  LF                 (ARC)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "read/archive/fields.h"

namespace sayso {

struct RecordHeader {
  enum class Format { warc, arc };
  Format format = Format::warc;
  std::uint64_t offset = 0;              // in the file: of the record, or of the packed member that it lies in
  std::string_view type;                 // "response", "revisit", …; of ARC "response" or "warcinfo"
  std::string_view url;
  std::string_view date;                 // as it stands: 2024-11-20T10:15:00Z, or 20241120101500 in ARC
  std::string_view id;                   // without its angle brackets; empty in ARC
  std::string_view content_type;         // of the block; of ARC that of the page
  std::optional<std::uint64_t> length;   // of the block, nothing where the head does not tell
  Fields fields;                         // WARC only
};

// No longer head is read.
inline constexpr std::size_t kMaxHead = std::size_t{1} << 20;
// As much as begins_record() needs to see.
inline constexpr std::size_t kRecordBeginBytes = 4096;

// Whether a record begins here: a version line of WARC, or a line of ARC.
bool begins_record(std::string_view text);
// The first place in [from, to) where a record begins, npos where there is none: at the start of a line, or within one where
// what follows is plainly a head (its block was cut off, or stray bytes stand before it). What stands behind `to` is looked at, so
// kRecordBeginBytes should be there. `line_begins`: whether `text` begins with a line.
std::size_t find_record(std::string_view text, std::size_t from, std::size_t to, bool line_begins = true);

// How long the head at the beginning of `text` is, its empty line included; npos where its end is not in it.
std::size_t head_size(std::string_view text);
// Reads a head of that size. All views are into `head`.
void read_head(std::string_view head, RecordHeader& out);

}  // namespace sayso
