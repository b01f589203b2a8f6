#include "formats/tei_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "formats/statement_json.h"
#include "formats/valid_utf8.h"
#include "text/code_points.h"
#include "text/paragraphs.h"

namespace sayso::formats {
namespace {

constexpr std::size_t kDeepest = 64;  // marks inside each other; each of them is opened anew in every paragraph that it runs through

enum class Role : std::uint8_t { said, source, cue, addressee, via, channel, day };

struct Mark {
  Span span;
  Role role = Role::said;
  std::uint32_t statement = 0;
  const Party* party = nullptr;
};

void add_marks(std::vector<Mark>& marks, const Passage& passage, Role role, std::uint32_t statement, const Party* party = nullptr) {
  for (const Span span : passage.spans) {
    if (!span.empty()) marks.push_back({span, role, statement, party});
  }
}

// In the order in which they open: the longer outside.
std::vector<Mark> marks_of(const std::vector<Statement>& statements) {
  std::vector<Mark> marks;
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    const Statement& s = statements[i];
    add_marks(marks, s.content, Role::said, i);
    add_marks(marks, s.source.passage, Role::source, i, &s.source);
    if (s.cue) add_marks(marks, *s.cue, Role::cue, i);
    if (s.addressee) add_marks(marks, s.addressee->passage, Role::addressee, i, &*s.addressee);
    for (const Party& relay : s.via) add_marks(marks, relay.passage, Role::via, i, &relay);
    if (s.channel) add_marks(marks, s.channel->passage, Role::channel, i);
    if (s.said_at) add_marks(marks, s.said_at->passage, Role::day, i);
  }
  std::ranges::stable_sort(marks, [](const Mark& a, const Mark& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return marks;
}

// Blocks of lines between blank ones, in code points.
std::vector<Span> blocks_of(const CodePoints& text) {
  const std::string_view bytes = text.utf8();
  std::vector<Span> out;
  std::size_t begin = 0, end = 0;  // of the block; end before its last line end
  for (std::size_t at = 0; at < bytes.size();) {
    const bool blank = is_blank_line(bytes, at);
    if (blank && end > begin) out.push_back({text.index_of(begin), text.index_of(end)});
    std::size_t line_end = at;
    while (line_end < bytes.size() && line_end_at(bytes, line_end) == 0) ++line_end;
    const std::size_t next = line_end + (line_end < bytes.size() ? line_end_at(bytes, line_end) : 0);
    if (blank) begin = end = next;
    else end = line_end;
    at = next;
  }
  if (end > begin) out.push_back({text.index_of(begin), text.index_of(end)});
  return out;
}

class Marked {
 public:
  Marked(std::string& out, const CodePoints& text, const Extraction& extraction, std::string_view anchor)
      : out_(out), text_(text), extraction_(extraction), anchor_(anchor), marks_(marks_of(extraction.statements)) {}

  void append() {
    // Once to count the pieces of each content, so that the last one is known not to have a next.
    const std::size_t begin = out_.size();
    total_.assign(extraction_.statements.size(), 0);
    run();
    total_ = piece_;
    out_.resize(begin);
    run();
  }

 private:
  void run() {
    piece_.assign(extraction_.statements.size(), 0);
    next_ = 0;
    active_.clear();
    const std::vector<Span> blocks = blocks_of(text_);
    for (const Span block : blocks) paragraph(block);
    if (blocks.empty()) out_ += "<p/>\n";
  }

  void paragraph(Span block) {
    out_ += "<p>";
    // What began before and runs on; those that ended in between go.
    std::erase_if(active_, [&](const Mark* mark) { return mark->span.end <= block.begin; });
    for (const Mark* mark : active_) open(*mark);
    std::uint32_t at = block.begin;
    while (at < block.end) {
      while (next_ < marks_.size() && marks_[next_].span.begin <= at) begin_mark(marks_[next_++], at);
      const std::uint32_t to = next_edge(at, block.end);
      append_xml(out_, text_.slice({at, to}));
      at = to;
      end_marks(at);
    }
    for (auto mark = active_.rbegin(); mark != active_.rend(); ++mark) close(**mark);
    out_ += "</p>\n";
  }

  void begin_mark(const Mark& mark, std::uint32_t at) {
    if (active_.size() >= kDeepest || mark.span.end <= at) return;
    active_.push_back(&mark);
    open(mark);
  }

  std::uint32_t next_edge(std::uint32_t at, std::uint32_t end) const {
    if (next_ < marks_.size()) end = std::min(end, std::max(at + 1, marks_[next_].span.begin));
    for (const Mark* mark : active_) end = std::min(end, std::max(at + 1, mark->span.end));
    return end;
  }

  // Those inside one that ends, but do not end here, are closed with it and opened again.
  void end_marks(std::uint32_t at) {
    const auto ended = [&](const Mark* mark) { return mark->span.end <= at; };
    const auto first = std::ranges::find_if(active_, ended);
    if (first == active_.end()) return;
    for (auto mark = active_.end(); mark != first;) close(**--mark);
    const auto rest = std::stable_partition(first, active_.end(), [&](const Mark* mark) { return !ended(mark); });
    const auto reopened = first - active_.begin();
    active_.erase(rest, active_.end());
    for (std::size_t i = static_cast<std::size_t>(reopened); i < active_.size(); ++i) open(*active_[i]);
  }

  std::string_view element_of(Role role) const {
    switch (role) {
      case Role::said: return "said";
      case Role::cue:
      case Role::channel: return "seg";
      case Role::day: return "date";
      default: return "rs";
    }
  }

  void close(const Mark& mark) { fmt::format_to(std::back_inserter(out_), "</{}>", element_of(mark.role)); }

  void open(const Mark& mark) {
    constexpr std::string_view kTypes[] = {"", "source", "cue", "addressee", "via", "channel", ""};
    const Statement& s = extraction_.statements[mark.statement];
    fmt::format_to(std::back_inserter(out_), "<{}", element_of(mark.role));
    if (mark.role == Role::said) return open_said(mark.statement, s);
    if (mark.role == Role::day) attribute("when", s.said_at->date);
    else attribute("type", kTypes[static_cast<std::size_t>(mark.role)]);
    if (mark.party) references("ref", *mark.party);
    fmt::format_to(std::back_inserter(out_), " corresp=\"#{}-{}.1\">", anchor_, statement_id(mark.statement));
  }

  void open_said(std::uint32_t number, const Statement& s) {
    const std::string id = fmt::format("{}-{}", anchor_, statement_id(number));
    const std::uint32_t piece = ++piece_[number];
    attribute("xml:id", fmt::format("{}.{}", id, piece));
    references("who", s.source);
    if (s.addressee) references("toWhom", *s.addressee);
    attribute("direct", s.kind == Kind::direct ? "true" : s.kind == Kind::indirect ? "false" : "unknown");
    attribute("ana", fmt::format("#{} #{}", name_of(s.kind), name_of(s.stance)) + (s.channel ? fmt::format(" #{}", name_of(s.channel->type)) : ""));
    attribute("cert", short_probability(s.confidence));
    if (piece > 1) attribute("prev", fmt::format("#{}.{}", id, piece - 1));
    if (piece < total_[number]) attribute("next", fmt::format("#{}.{}", id, piece + 1));
    out_ += '>';
  }

  void attribute(std::string_view name, std::string_view value) {
    fmt::format_to(std::back_inserter(out_), " {}=\"", name);
    append_xml(out_, value);
    out_ += '"';
  }

  // To the entities; nothing where there is none.
  void references(std::string_view name, const Party& party) {
    std::string ids;
    for (const std::uint32_t entity : party.entities) ids += fmt::format("{}#{}-{}", ids.empty() ? "" : " ", anchor_, entity_id(entity));
    if (ids.empty() && party.entity) ids = fmt::format("#{}-{}", anchor_, entity_id(*party.entity));
    if (!ids.empty()) attribute(name, ids);
  }

  std::string& out_;
  const CodePoints& text_;
  const Extraction& extraction_;
  std::string_view anchor_;
  std::vector<Mark> marks_;
  std::vector<const Mark*> active_;      // from the outside in
  std::size_t next_ = 0;                 // mark to open
  std::vector<std::uint32_t> piece_;     // of each content, written so far
  std::vector<std::uint32_t> total_;     // and in all
};

bool is_allowed(std::string_view c) {
  if (c.size() == 1) return static_cast<unsigned char>(c[0]) >= 0x20 || c[0] == '\n' || c[0] == '\t' || c[0] == '\r';
  return c != "\xEF\xBF\xBE" && c != "\xEF\xBF\xBF";
}

}  // namespace

void append_xml(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view c = next_code_point(text, at);
    if (c == "&") out += "&amp;";
    else if (c == "<") out += "&lt;";
    else if (c == ">") out += "&gt;";
    else if (c == "\"") out += "&quot;";
    else if (c == "\r") out += "&#13;";  // a parser would make it a line feed
    else out += is_allowed(c) ? c : kReplacement;
  }
}

void append_tei_paragraphs(std::string& out, const Document& document, const Extraction& extraction, std::string_view anchor) {
  const CodePoints text(document.text);
  Marked(out, text, extraction, anchor).append();
}

}  // namespace sayso::formats
