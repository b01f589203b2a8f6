// brat: stand-off annotation as in PolNeAR, one file a document.
//
//   T<n>  TAB  Source|Cue|Content|Attribution  SP  b SP e [;b SP e]...  TAB  text  LF
//   E<n>  TAB  Attribution:T<n> [Source:T<n>] [Cue:T<n>] Content:T<n>  LF
//
// A piece never crosses a line end: brat cannot draw one that does. The Attribution stands on the cue, or on the
// content where there is no cue.
#include <fmt/format.h>

#include <iterator>

#include "formats/write.h"
#include "text/code_points.h"
#include "text/tokens.h"

namespace sayso::formats {
namespace {

bool ends_line(char32_t c) { return c == '\n' || c == '\r'; }

// The parts of a span between line ends; those of white space alone are left out.
void append_lines_of(const CodePoints& text, Span span, std::vector<Span>& out) {
  const std::string_view bytes = text.slice(span);
  Span line{span.begin, span.begin};
  bool blank = true;
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t c = decode(bytes, at);
    if (!ends_line(c)) {
      blank = blank && is_space(c);
      ++line.end;
      continue;
    }
    if (!blank) out.push_back(line);
    line = {line.end + 1, line.end + 1};
    blank = true;
  }
  if (!blank) out.push_back(line);
}

class Annotations {
 public:
  Annotations(std::string& out, std::string_view text) : out_(out), text_(text) {}

  void add(const Statement& statement) {
    std::string roles;
    add_role(roles, "Source", statement.source.passage);
    if (statement.cue) add_role(roles, "Cue", *statement.cue);
    add_role(roles, "Content", statement.content);
    const bool has_cue = statement.cue && !statement.cue->empty();
    const std::size_t anchor = add_span("Attribution", has_cue ? *statement.cue : statement.content);
    if (anchor > 0) fmt::format_to(std::back_inserter(out_), "E{}\tAttribution:T{}{}\n", ++events_, anchor, roles);
  }

 private:
  void add_role(std::string& roles, std::string_view role, const Passage& passage) {
    if (const std::size_t number = add_span(role, passage); number > 0) roles += fmt::format(" {}:T{}", role, number);
  }

  // The number of the T line; 0 where the passage is empty.
  std::size_t add_span(std::string_view type, const Passage& passage) {
    std::vector<Span> pieces;
    for (const Span span : passage.spans) append_lines_of(text_, span, pieces);
    if (pieces.empty()) return 0;
    fmt::format_to(std::back_inserter(out_), "T{}\t{}", ++spans_, type);
    char before = ' ';
    for (const Span piece : pieces) {
      fmt::format_to(std::back_inserter(out_), "{}{} {}", before, piece.begin, piece.end);
      before = ';';
    }
    before = '\t';
    for (const Span piece : pieces) {
      out_ += before;
      append_on_one_line(text_.slice(piece));
      before = ' ';
    }
    out_ += '\n';
    return spans_;
  }

  void append_on_one_line(std::string_view piece) {
    for (const char c : piece) out_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }

  std::string& out_;
  CodePoints text_;
  std::size_t spans_ = 0;
  std::size_t events_ = 0;
};

}  // namespace

void append_brat(std::string& out, const Document& document, const Extraction& extraction) {
  Annotations annotations(out, document.text);
  for (const Statement& statement : extraction.statements) annotations.add(statement);
}

}  // namespace sayso::formats
