// text: for people at a terminal. A heading, the statements with nested ones indented, doubts, one line of summary.
#include <fmt/format.h>

#include <algorithm>

#include "formats/columns.h"
#include "formats/explanation.h"
#include "formats/labels.h"
#include "formats/statement_tree.h"
#include "formats/text_places.h"
#include "formats/write.h"

namespace sayso::formats {
namespace {

constexpr std::string_view kBold = "\x1b[1m", kDim = "\x1b[2m", kPlain = "";
constexpr std::size_t kIndent = 2;
constexpr std::uint32_t kDeepest = 4;       // deeper nesting is indented no further
constexpr std::size_t kCalledColumns = 32;  // of "(she)", "(the chief executive of …)"

std::string_view color_of(Kind kind) {
  switch (kind) {
    case Kind::direct:
      return "\x1b[32m";
    case Kind::mixed:
      return "\x1b[33m";
    case Kind::indirect:
      return "\x1b[36m";
  }
  return kPlain;
}

class Report {
 public:
  Report(std::string& out, const Document& document, const FormatOptions& options)
      : out_(out), document_(document), options_(options), places_(document.text), path_(one_line(document.path)) {}

  void heading() {
    const std::string title = document_.title ? one_line(*document_.title) : "";
    std::string facts;
    if (document_.outlet) add_to_line(facts, one_line(*document_.outlet));
    if (document_.published) add_to_line(facts, one_line(*document_.published));
    if (!title.empty()) add_to_line(facts, path_);
    lines(wrapped(title.empty() ? path_ : title, options_.width), 0, kBold);
    lines(wrapped(facts, options_.width), 0, kDim);
    out_ += '\n';
  }

  void statement(const Statement& statement, std::uint32_t depth) {
    const std::size_t indent = kIndent + 2 * kIndent * std::min(depth, kDeepest);
    const std::size_t columns = options_.width - indent - kIndent;
    const bool placed = who(statement, indent, place_of(statement));
    std::vector<std::string> facts = wrapped(circumstances_for_people(statement), columns);
    const std::string first = with_colored_kind(facts.front(), statement.kind);
    facts.erase(facts.begin());
    lines({first}, indent + kIndent, kPlain);
    lines(facts, indent + kIndent, kDim);
    lines(wrapped(one_line(statement.content.text), columns), indent + kIndent, kPlain);
    if (!placed) lines({clipped(place_of(statement), columns)}, indent + kIndent, kDim);
    if (options_.explain) reasons(statement.source, indent + kIndent);
    out_ += '\n';
  }

  // Names that were taken for one.
  void merges(const Extraction& extraction) {
    bool any = false;
    const CodePoints text(document_.text);
    for (const Entity& entity : extraction.entities) {
      const std::string line = merges_for_people(extraction, entity, text);
      if (line.empty()) continue;
      if (!any) lines({"names taken for one"}, kIndent, kBold);
      any = true;
      lines(wrapped(line, options_.width - 2 * kIndent), 2 * kIndent, kPlain);
    }
    if (any) out_ += '\n';
  }

  void warning(const Warning& warning) {
    const TextPlace place = places_.at(warning.span.begin);
    const std::string line = fmt::format("{}:{}:{}: {} [{}]", path_, place.line, place.column,
                                         one_line(warning.message), one_line(warning.code));
    lines(wrapped(line, options_.width - kIndent), kIndent, kDim);
  }

  void summary(const Extraction& extraction) {
    if (!extraction.warnings.empty()) out_ += '\n';
    lines(wrapped(summary_of(extraction), options_.width - kIndent), kIndent, kDim);
    out_ += '\n';
  }

 private:
  std::string place_of(const Statement& statement) const {
    const std::vector<Span>& spans = statement.content.spans;
    return fmt::format("{}:{}", path_, places_.at(spans.empty() ? 0 : spans.front().begin).line);
  }

  // "Ann Cole (she) → reporters" with the place at the right; false if there was no room for the place.
  bool who(const Statement& statement, std::size_t indent, const std::string& place) {
    const std::string name = name_for_people(statement.source);
    std::string rest = clipped(called_in_text(statement.source), kCalledColumns);
    if (!rest.empty()) rest = " (" + rest + ")";
    if (statement.addressee) rest += " → " + name_for_people(*statement.addressee);
    const std::size_t used = indent + columns_of(name + rest), wide = columns_of(place);
    if (used > options_.width) {
      lines(wrapped(name + rest, options_.width - indent), indent, kBold);
      return false;
    }
    out_.append(indent, ' ') += styled(name, kBold) + rest;
    const bool fits = used + 2 + wide <= options_.width;
    if (fits) out_.append(options_.width - used - wide, ' ') += styled(place, kDim);
    out_ += '\n';
    return fits;
  }

  void reasons(const Party& source, std::size_t indent) {
    std::size_t further = 0;  // candidates stand under the line that names them all
    for (const std::string& line : reasons_for_people(source)) {
      lines(wrapped(line, options_.width - indent - further), indent + further, kDim);
      further = kIndent;
    }
  }

  // The kind is the first word of the line.
  std::string with_colored_kind(const std::string& line, Kind kind) const {
    const std::size_t size = name_of(kind).size();
    return styled(line.substr(0, size), color_of(kind)) + styled(line.substr(size), kDim);
  }

  std::string styled(const std::string& text, std::string_view style) const {
    if (!options_.color || style.empty() || text.empty()) return text;
    return std::string(style) + text + "\x1b[0m";
  }

  void lines(const std::vector<std::string>& all, std::size_t indent, std::string_view style) {
    for (const std::string& line : all) out_.append(indent, ' ') += styled(line, style) + "\n";
  }

  std::string& out_;
  const Document& document_;
  FormatOptions options_;
  TextPlaces places_;
  std::string path_;
};

}  // namespace

void append_text(std::string& out, const Document& document, const Extraction& extraction,
                 const FormatOptions& options) {
  FormatOptions sane = options;
  sane.width = std::max(sane.width, 40u);  // room for the deepest indent
  Report report(out, document, sane);
  report.heading();
  for (const TreeNode node : in_tree_order(extraction.statements))
    report.statement(extraction.statements[node.statement], node.depth);
  if (sane.explain) report.merges(extraction);
  for (const Warning& warning : extraction.warnings) report.warning(warning);
  report.summary(extraction);
}

}  // namespace sayso::formats
