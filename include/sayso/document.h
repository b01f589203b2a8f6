// Documents and places in them.
//
// Units: every offset in Sayso counts Unicode code points of Document::text, half-open [begin, end).
// Text is UTF-8 and always valid: readers replace what is not and say so in a warning.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sayso {

// A stretch of a document's text, in code points, half-open.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin >= end; }
  std::uint32_t size() const { return empty() ? 0 : end - begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

// Something doubtful in the input, with its place. Warnings never stop the work.
struct Warning {
  std::string code;  // stable, lower case with hyphens: "unclosed-quotation"
  Span span;         // empty at 0 where the whole document is meant
  std::string message;

  friend bool operator==(const Warning&, const Warning&) = default;
};

struct Given;  // sayso/statement.h
// A part of the text that its page sets off from the rest.
struct SetOff {
  enum class Kind : std::uint8_t {
    quotation,  // a <blockquote>
    post,       // of social media; who wrote it stands behind it: "— Roz Tempest (@roztempest) July 7, 2025"
    entry       // of a live blog
  };
  Kind kind = Kind::quotation;
  Span span;
  std::optional<std::string> url;  // of the post, or what the quotation cites
  std::optional<std::string> at;   // ISO date, or date and time, of a post or an entry

  friend bool operator==(const SetOff&, const SetOff&) = default;
};

// Code points of the text and the bytes that they were read from: the first stands at byte `byte`, each has `width` bytes.
struct SourceRun {
  std::uint32_t text = 0;   // the first one's place in the text
  std::uint32_t count = 0;
  std::uint32_t byte = 0;   // in the text or page as it was read, unpacked
  std::uint32_t width = 1;  // more than four where it is written as a reference: "&rdquo;"

  friend bool operator==(const SourceRun&, const SourceRun&) = default;
};

// One article, as a reader found it. A value: copy and move it freely.
struct Document {
  std::string id;    // the input's own identifier, or a hash of the text
  std::string path;  // where it was read, as the user named it; "-" for standard input
  std::optional<std::string> url;
  std::optional<std::string> title;
  std::optional<std::string> outlet;
  std::vector<std::string> authors;
  std::optional<std::string> subhead;    // what stands between headline and body
  std::optional<std::string> published;  // ISO date, YYYY-MM-DD
  std::optional<std::string> modified;   // the same
  std::optional<std::string> language;   // ISO 639-1
  std::string text;                      // valid UTF-8, line ends as in the input
  std::vector<SetOff> set_off;           // in text order; pages only
  std::vector<Warning> warnings;         // what the reader doubted
  std::shared_ptr<const Given> given;    // statements that came with it, in our own JSON: kept as they are, not looked for anew
  // Where the text stands in what was read, in text order; what the reader added (the marks of <q>) is in no run. Only if asked for
  // (ReadOptions::provenance); empty where it is not known, as of JSON.
  std::optional<std::vector<SourceRun>> origin;
};

std::string_view name_of(SetOff::Kind);  // "quotation", "post", "entry"

}  // namespace sayso
