#include <fmt/format.h>

#include <iterator>
#include <set>

#include "formats/columns.h"
#include "trace/tracing_json.h"

namespace sayso::trace {
namespace {

using Out = std::back_insert_iterator<std::string>;

// In quotation marks, as DOT wants it; "\n" parts lines.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + '"';
}

std::string color_of(std::uint32_t reading) {
  constexpr const char* kColors[] = {"#e8f0e8", "#fde0dc", "#fff1cc", "#dce8fd", "#ecdcfd", "#dcfdf8"};
  return kColors[reading % std::size(kColors)];
}

bool has_direction(EdgeType type) {
  return type != EdgeType::shared_text && type != EdgeType::shared_reading && type != EdgeType::publisher;
}

}  // namespace

void append_dot(std::string& out, const Tracing& t) {
  fmt::format_to(
      Out(out),
      "digraph trace {{\n  label={};\n  rankdir=LR;\n  node [shape=box, style=filled, fontname=\"sans-serif\"];\n",
      quoted(formats::clipped(formats::one_line(t.quotation), 100)));
  for (std::uint32_t i = 0; i < t.witnesses.size(); ++i) {
    const TracedWitness& one = t.witnesses[i];
    const std::string label = fmt::format("{}\n{}\nreading {}", formats::one_line(outlet_name(one.witness)),
                                          one.witness.wording.date, reading_name(one.reading));
    fmt::format_to(Out(out), "  w{} [label={}, fillcolor=\"{}\"];\n", i, quoted(label), color_of(one.reading));
  }
  std::set<std::string> named;
  for (const Edge& edge : t.lineage) {
    const std::string to = edge.to ? fmt::format("w{}", *edge.to) : quoted(formats::one_line(edge.name));
    if (!edge.to && named.insert(edge.name).second)
      fmt::format_to(Out(out), "  {} [shape=ellipse, fillcolor=white];\n", to);
    fmt::format_to(Out(out), "  {} -> w{} [label={}{}];\n", to, edge.from, quoted(name_of(edge.type)),
                   has_direction(edge.type) ? "" : ", dir=none, style=dashed");
  }
  out += "}\n";
}

}  // namespace sayso::trace
