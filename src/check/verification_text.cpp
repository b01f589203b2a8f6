#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "check/verification_json.h"
#include "formats/columns.h"
#include "text/code_points.h"
#include "trace/sentence_ends.h"
#include "trace/witness_json.h"

namespace sayso::check {
namespace {

using Out = std::back_insert_iterator<std::string>;

std::string painted(const trace::TextOptions& options, std::string_view code, std::string_view text) {
  return options.color ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string_view in_words(Verdict verdict) {
  switch (verdict) {
    case Verdict::verbatim:
      return "in these very words";
    case Verdict::trimmed:
      return "in these words, cut inside a sentence; the sense is kept";
    case Verdict::elided:
      return "in these words, with a gap that is marked";
    case Verdict::altered:
      return "in other words";
    case Verdict::spliced:
      return "made of pieces that stand apart, without a mark between them";
    case Verdict::other_speaker:
      return "the words are there, said by somebody else";
    case Verdict::paraphrase:
      return "reported as indirect speech only, never as a quotation";
    case Verdict::ambiguous:
      return "several utterances fit equally; more words or --by would tell";
    case Verdict::not_found:
      break;
  }
  return "not in what was searched, which does not make it false";
}

std::string_view color_of(Verdict verdict) {
  if (verdict == Verdict::verbatim) return "1;32";
  return verdict <= Verdict::elided || verdict == Verdict::ambiguous ? "1;33" : "1;31";
}

void append_wrapped(std::string& out, std::string_view text, std::size_t indent, const trace::TextOptions& options,
                    std::string_view code = {}) {
  for (const std::string& line : formats::wrapped(formats::one_line(text), options.width - indent))
    fmt::format_to(Out(out), "{}{}\n", std::string(indent, ' '), code.empty() ? line : painted(options, code, line));
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

// "…," she said. "It …": between two pieces the comma stands for a full stop.
std::string joined(std::string text) {
  for (std::size_t at = text.find(",\n"); at != std::string::npos; at = text.find(",\n", at)) text.replace(at, 2, ". ");
  return text;
}

// The sentences around the words, with what differs.
std::string excerpt(const Finding& f) {
  constexpr std::uint32_t kLong = 1000;  // code points
  const CodePoints points(f.witness.wording.text);
  Span around = trace::sentences_around(points, f.in_wording);
  if (around.size() > kLong) around.end = around.begin + kLong;
  std::vector<trace::Edit> edits;
  for (trace::Edit edit : f.edits) {
    if (!around.contains(edit.a) || edit.a.begin < around.begin) continue;
    edit.a = {edit.a.begin - around.begin, edit.a.end - around.begin};
    edits.push_back(std::move(edit));
  }
  const std::string marked = trace::marked_wording(points.slice(around), edits, true);
  return (around.begin > 0 ? "\u2026 " : "") + joined(marked) + (around.end < points.size() ? " \u2026" : "");
}

void append_words(std::string& out, const Finding& f, const trace::TextOptions& options) {
  constexpr std::size_t kIndent = 4;
  if (f.verdict == Verdict::verbatim) return;
  append_wrapped(out, excerpt(f), kIndent, options);
  if (f.cut.turns_sense)
    append_wrapped(out, "! cut off: " + joined(f.cut.after.empty() ? f.cut.before + " \u2026" : "\u2026" + f.cut.after),
                   kIndent, options, "31");
  if (f.verdict != Verdict::paraphrase) trace::append_edit_list(out, f.edits, options);
}

void append_finding(std::string& out, const Finding& f, bool with_verdict, const trace::TextOptions& options) {
  const std::string line =
      trace::witness_line(f.witness) + (with_verdict ? fmt::format(" \u00B7 {}", name_of(f.verdict)) : "");
  fmt::format_to(Out(out), "  {}\n",
                 painted(options, "1", formats::clipped(formats::one_line(line), options.width - 2)));
  fmt::format_to(
      Out(out), "    {}\n",
      painted(options, "2",
              formats::clipped(formats::one_line(trace::witness_place(f.witness, f.spans)), options.width - 4)));
  append_words(out, f, options);
}

std::string summary(const Verification& v) {
  std::set<std::string> outlets;
  std::set<std::int64_t> documents;
  for (const Finding& f : v.witnesses) {
    const bool several = v.verdict == Verdict::ambiguous && f.verdict <= Verdict::elided;
    if (f.verdict != v.witnesses.front().verdict && !several) continue;
    documents.insert(f.witness.source->number);
    if (!f.witness.wording.outlet.empty()) outlets.insert(f.witness.wording.outlet);
  }
  std::string out = counted(documents.size(), "document");
  if (!outlets.empty()) out += " of " + counted(outlets.size(), "outlet");
  return out;
}

}  // namespace

void append_text(std::string& out, const Verification& v, const trace::TextOptions& options) {
  const bool by_cut = v.verdict == Verdict::altered && v.witnesses.front().edits.empty();
  const std::string head =
      fmt::format("{}: {}", name_of(v.verdict),
                  by_cut ? "in these words, but what was cut turns their sense" : in_words(v.verdict));
  bool first = true;
  for (const std::string& line :
       formats::wrapped(head + (v.witnesses.empty() ? "" : " (" + summary(v) + ")"), options.width)) {
    out += first ? painted(options, color_of(v.verdict), line) : line;
    out += '\n';
    first = false;
  }
  if (v.sense_changed) fmt::format_to(Out(out), "{}\n", painted(options, "1;31", "The sense is changed."));
  if (v.disputed) fmt::format_to(Out(out), "{}\n", painted(options, "1;33", "Others print it in words of another sense."));
  out += '\n';
  append_wrapped(out, "\u201C" + v.quotation + "\u201D" + (v.by.empty() ? "" : " \u2014 " + v.by), 2, options);
  if (!v.witnesses.empty()) out += '\n';
  for (const Finding& f : v.witnesses) append_finding(out, f, f.verdict != v.verdict, options);
  if (v.more) append_wrapped(out, "There are more; --limit tells how many are shown.", 2, options);
  if (!v.near.empty()) fmt::format_to(Out(out), "\n{}\n", painted(options, "1", "Most like it:"));
  for (const Finding& f : v.near) append_finding(out, f, false, options);
  out += '\n';
  append_wrapped(out, trace::coverage_line(v.covers), 0, options, "2");
}

}  // namespace sayso::check
