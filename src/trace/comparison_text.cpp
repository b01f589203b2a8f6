#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "formats/columns.h"
#include "text/code_points.h"
#include "trace/comparison_json.h"

namespace sayso::trace {
namespace {

using Out = std::back_insert_iterator<std::string>;

struct Paint {
  bool on;
  std::string operator()(std::string_view code, std::string_view text) const {
    return on ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }
};

std::string_view in_words(Relation relation) {
  switch (relation) {
    case Relation::identical: return "the same words";
    case Relation::formatting: return "the same words, written otherwise";
    case Relation::trimmed: return "one is cut at its ends";
    case Relation::overlap: return "each goes on where the other is cut";
    case Relation::elided_marked: return "words left out, and marked";
    case Relation::bracketed: return "words in brackets";
    case Relation::elided_unmarked: return "words left out without a mark";
    case Relation::altered: return "words changed";
    case Relation::spliced: return "sentences between two pieces are missing without a mark";
    case Relation::different_utterance: break;
  }
  return "another utterance";
}

void append_wording(std::string& out, std::string_view label, const Wording& wording, const std::string& text, const TextOptions& options) {
  const Paint paint{options.color};
  std::string from = wording.speaker;
  for (const std::string* part : {&wording.outlet, &wording.date})
    if (!part->empty()) from += (from.empty() ? "" : " \u00B7 ") + *part;
  if (!from.empty()) fmt::format_to(Out(out), "  {}  {}\n", paint("1", label), paint("2", formats::clipped(formats::one_line(from), options.width - 5)));
  bool head = from.empty();
  for (const std::string& line : formats::wrapped(formats::one_line(text), options.width - 5)) {
    fmt::format_to(Out(out), "  {}  {}\n", head ? paint("1", label) : " ", line);
    head = false;
  }
  out += '\n';
}

std::string shown(std::string_view words) { return words.empty() ? "\u2014" : formats::one_line(words); }

void append_edit(std::string& out, const Edit& edit, const TextOptions& options) {
  constexpr std::size_t kIndent = 22;
  const Paint paint{options.color};
  std::string what = edit.to.empty() ? shown(edit.from) : edit.from.empty() ? shown(edit.to) : shown(edit.from) + " \u2192 " + shown(edit.to);
  if (edit.sense_critical) what += fmt::format("  ({})", name_of(edit.touches));
  bool head = true;
  for (const std::string& line : formats::wrapped(what, options.width - kIndent)) {
    const std::string label = fmt::format("{} {:18}", edit.sense_critical ? '!' : ' ', head ? name_of(edit.type) : "");
    fmt::format_to(Out(out), "  {}{}\n", paint(edit.sense_critical ? "31" : "2", label), line);
    head = false;
  }
}

void append_count(std::string& out, std::size_t count, std::string_view what) {
  if (count > 0) fmt::format_to(Out(out), "    {} of {} only\n", count, what);
}

}  // namespace

std::string marked_wording(std::string_view text, const std::vector<Edit>& edits, bool is_a) {
  const CodePoints points(text);
  std::string out;
  std::uint32_t at = 0;
  for (const Edit& edit : edits) {
    const Span span = is_a ? edit.a : edit.b;
    if (span.empty() || span.begin < at || edit.type == EditType::case_change || edit.type == EditType::punctuation) continue;
    out += points.slice({at, span.begin});
    out += is_a ? "[-" : "{+";
    out += points.slice(span);
    out += is_a ? "-]" : "+}";
    at = span.end;
  }
  return out += points.slice({at, points.size()});
}

void append_edit_list(std::string& out, const std::vector<Edit>& edits, const TextOptions& options) {
  std::size_t letters = 0, marks = 0;
  for (const Edit& edit : edits) {
    if (edit.type == EditType::case_change) ++letters;
    else if (edit.type == EditType::punctuation) ++marks;
    else append_edit(out, edit, options);
  }
  append_count(out, letters, "case");
  append_count(out, marks, "punctuation");
}

void append_text(std::string& out, const Wording& a, const Wording& b, const Comparison& c, const TextOptions& options) {
  const Paint paint{options.color};
  const std::string verdict = c.same_utterance ? "Same utterance" : "Not the same utterance";
  fmt::format_to(Out(out), "{}: {} ({})\n", paint("1", verdict), in_words(c.relation), name_of(c.relation));
  if (c.sense_changed) fmt::format_to(Out(out), "{}\n", paint("1;31", "The sense is changed."));
  out += '\n';
  append_wording(out, "A", a, marked_wording(a.text, c.edits, true), options);
  append_wording(out, "B", b, marked_wording(b.text, c.edits, false), options);
  append_edit_list(out, c.edits, options);
  fmt::format_to(Out(out), "    score {:.2f}\n", c.score);
}

}  // namespace sayso::trace
