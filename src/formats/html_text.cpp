#include "formats/html_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "formats/valid_utf8.h"
#include "text/code_points.h"

namespace sayso::formats {
namespace {

enum class Role : std::uint8_t { content, source, cue, addressee, via, channel, day };
constexpr std::array<std::string_view, 7> kRoleNames = {"content", "source",  "cue", "addressee",
                                                        "via",     "channel", "day"};
constexpr std::size_t kMostNumbers = 8;  // of one stretch: deep nesting must not make the page quadratic

struct Mark {
  Role role;
  std::uint32_t statement;
  friend auto operator<=>(const Mark&, const Mark&) = default;
};

// Where a mark begins or ends.
struct Edge {
  std::uint32_t at;
  bool opens;
  Mark mark;
};

void add_edges(std::vector<Edge>& edges, const Passage& passage, Mark mark) {
  for (const Span span : passage.spans) {
    if (span.empty()) continue;
    edges.push_back({span.begin, true, mark});
    edges.push_back({span.end, false, mark});
  }
}

std::vector<Edge> edges_of(const std::vector<Statement>& statements) {
  std::vector<Edge> edges;
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    const Statement& s = statements[i];
    add_edges(edges, s.content, {Role::content, i});
    add_edges(edges, s.source.passage, {Role::source, i});
    if (s.cue) add_edges(edges, *s.cue, {Role::cue, i});
    if (s.addressee) add_edges(edges, s.addressee->passage, {Role::addressee, i});
    for (const Party& relay : s.via) add_edges(edges, relay.passage, {Role::via, i});
    if (s.channel) add_edges(edges, s.channel->passage, {Role::channel, i});
    if (s.said_at) add_edges(edges, s.said_at->passage, {Role::day, i});
  }
  std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.at < b.at; });
  return edges;
}

class MarkedText {
 public:
  MarkedText(std::string& out, const Document& document, const Extraction& extraction, std::string_view prefix)
      : out_(out), text_(document.text), statements_(extraction.statements), prefix_(prefix) {}

  void append() {
    std::uint32_t at = 0;
    for (const Edge& edge : edges_of(statements_)) {
      stretch({at, edge.at});
      at = std::max(at, edge.at);
      if (edge.opens)
        open(edge);
      else
        active_.erase(active_.find(edge.mark));
    }
    stretch({at, text_.size()});
  }

 private:
  void open(const Edge& edge) {
    active_.insert(edge.mark);
    const bool first =
        edge.mark.role == Role::content && statements_[edge.mark.statement].content.spans.front().begin == edge.at;
    if (!first) return;
    const std::uint32_t number = edge.mark.statement + 1;
    fmt::format_to(std::back_inserter(out_), "<a class=\"no\" id=\"{0}-s{1}\" href=\"#{0}-r{1}\">{1}</a>", prefix_,
                   number);
  }

  void stretch(Span span) {
    if (span.empty()) return;
    if (active_.empty()) return append_escaped(out_, text_.slice(span));
    fmt::format_to(std::back_inserter(out_), "<span class=\"{}\" data-s=\"{}\">", classes(), numbers());
    append_escaped(out_, text_.slice(span));
    out_ += "</span>";
  }

  // The innermost content gives the kind: statements are ordered by their begin.
  std::string classes() const {
    std::string out;
    const auto after = active_.upper_bound({Role::content, ~std::uint32_t{0}});
    if (after != active_.begin())
      out = fmt::format("content {}", name_of(statements_[std::prev(after)->statement].kind));
    for (std::size_t role = 1; role < kRoleNames.size(); ++role) {
      const auto first = active_.lower_bound({static_cast<Role>(role), 0});
      if (first == active_.end() || first->role != static_cast<Role>(role)) continue;
      out += fmt::format("{}{}", out.empty() ? "" : " ", kRoleNames[role]);
    }
    return out;
  }

  // Innermost first, so that pointing at a stretch means the statement that it is most particular to.
  std::string numbers() const {
    std::string out;
    std::size_t count = 0;
    for (auto mark = active_.rbegin(); mark != active_.rend() && count < kMostNumbers; ++mark, ++count)
      out += fmt::format("{}{}", out.empty() ? "" : " ", mark->statement + 1);
    return out;
  }

  std::string& out_;
  CodePoints text_;
  const std::vector<Statement>& statements_;
  std::string_view prefix_;
  std::multiset<Mark> active_;
};

bool is_allowed(std::string_view c) {
  if (c.size() > 1) return !(c[0] == '\xC2' && static_cast<unsigned char>(c[1]) < 0xA0);
  return static_cast<unsigned char>(c[0]) >= 0x20 ? c[0] != 0x7F : c[0] == '\n' || c[0] == '\t';
}

void append_escaped(std::string& out, char c) {
  switch (c) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '"':
      out += "&quot;";
      return;
    case '\'':
      out += "&#39;";
      return;
    default:
      out += c;
      return;
  }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view c = next_code_point(text, at);
    const bool before_lf = at < text.size() && text[at] == '\n';
    if (c == "\r")
      out += before_lf ? "" : "\n";
    else if (!is_allowed(c))
      out += kReplacement;
    else if (c.size() == 1)
      append_escaped(out, c[0]);
    else
      out += c;
  }
}

void append_marked_text(std::string& out, const Document& document, const Extraction& extraction,
                        std::string_view prefix) {
  MarkedText(out, document, extraction, prefix).append();
}

}  // namespace sayso::formats
