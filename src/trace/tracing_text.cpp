#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "formats/columns.h"
#include "record/near_groups.h"
#include "text/code_points.h"
#include "trace/tracing_json.h"
#include "trace/witness_json.h"

namespace sayso::trace {
namespace {

using Out = std::back_insert_iterator<std::string>;

std::string counted(std::size_t count, std::string_view what) {
  const std::string_view ending = count == 1 ? "" : what.ends_with('s') ? "es" : "s";
  return fmt::format("{} {}{}", count, what, ending);
}

class Printer {
 public:
  Printer(std::string& out, const Tracing& tracing, const TextOptions& options)
      : out_(out), t_(tracing), options_(options) {}

  void print() {
    wrapped("\u201C" + t_.quotation + "\u201D", 0, "1");
    out_ += '\n';
    if (t_.witnesses.empty()) {
      wrapped(t_.reported > 0 ? "Nobody in the record has it in these words; " + std::to_string(t_.reported) +
                                    (t_.reported == 1 ? " place has" : " places have") + " it in indirect speech."
                              : "Nobody in the record has it.", 0);
    } else {
      summary();
      readings();
      witnesses();
      lineage();
      sources();
      remarks();
    }
    out_ += '\n';
    wrapped(coverage_line(t_.covers), 0, "2");
  }

 private:
  std::string paint(std::string_view code, std::string_view text) const {
    return options_.color && !code.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }

  // The first line after `first`, the others below it.
  void wrapped(std::string_view text, std::size_t indent, std::string_view code = {}, std::string_view first = {}) {
    bool head = true;
    for (const std::string& line : formats::wrapped(formats::one_line(text), options_.width - indent)) {
      const std::string before = head && !first.empty() ? std::string(first) : std::string(indent, ' ');
      fmt::format_to(Out(out_), "{}{}\n", before, paint(code, line));
      head = false;
    }
  }

  void heading(std::string_view text) { fmt::format_to(Out(out_), "\n{}\n", paint("1", text)); }

  std::string name(std::uint32_t i) const {
    const Wording& w = t_.witnesses[i].witness.wording;
    return outlet_name(t_.witnesses[i].witness) + (w.date.empty() ? "" : ", " + w.date);
  }

  void summary() {
    std::set<std::string> outlets;
    for (const TracedWitness& one : t_.witnesses) outlets.insert(outlet_name(one.witness));
    const Independence& n = t_.independent_sources;
    std::string line;
    if (!t_.witnesses.front().witness.wording.date.empty())
      line = fmt::format("First seen {} in {}. ", t_.witnesses.front().witness.wording.date,
                         outlet_name(t_.witnesses.front().witness));
    line += fmt::format("{} in {}, {}, ", counted(t_.witnesses.size(), "witness"), counted(outlets.size(), "outlet"),
                        counted(t_.readings.size(), "reading"));
    line += n.least == n.most ? counted(n.most, "independent source")
                              : fmt::format("{} to {} independent sources", n.least, n.most);
    wrapped(line + ".", 0);
    if (t_.ambiguous) wrapped("Several people have said it, in few and common words or long apart: maybe not one utterance.", 0, "33");
    if (t_.more) wrapped("There are more; --limit tells how many are looked at.", 0);
  }

  void readings() {
    heading("Readings");
    for (std::uint32_t r = 0; r < t_.readings.size(); ++r) {
      const Reading& reading = t_.readings[r];
      const std::string text = marked_wording(reading.text, reading.edits, false);
      wrapped(text, 6, reading.sense_changed ? "31" : "", fmt::format("  {:<3} ", reading_name(r)));
      std::string note = counted(reading.witnesses.size(), "witness");
      if (reading.sense_changed) note += "; the sense is changed";
      if (r > 0) {
        std::vector<Edit> edits = reading.edits;
        std::erase_if(edits,
                      [](const Edit& e) { return e.type == EditType::case_change || e.type == EditType::punctuation; });
        note += edits.empty() ? "" : ":";
        wrapped(note, 6, "2");
        append_edit_list(out_, edits, options_);
      } else {
        wrapped(note, 6, "2");
      }
    }
  }

  void witnesses() {
    heading("Witnesses");
    for (const TracedWitness& one : t_.witnesses) {
      const Wording& w = one.witness.wording;
      const std::string speaker = w.speaker.empty() ? one.witness.speaker_text : w.speaker;
      std::string line =
          outlet_name(one.witness) + (speaker.empty() ? "" : " \u00B7 " + speaker) + (one.cut ? " \u00B7 in part" : "");
      fmt::format_to(Out(out_), "  {:<10}  {:<3} {}\n", w.date.empty() ? "undated" : w.date, reading_name(one.reading),
                     formats::clipped(formats::one_line(line), options_.width - 18));
      fmt::format_to(
          Out(out_), "                  {}\n",
          paint("2", formats::clipped(formats::one_line(witness_place(one.witness, one.spans)), options_.width - 18)));
    }
  }

  static std::string_view arrow(EdgeType type) {
    switch (type) {
      case EdgeType::stated:
        return "says it has it from";
      case EdgeType::credited:
        return "credits";
      case EdgeType::linked:
        return "links to";
      case EdgeType::shared_reading:
        return "has the same change as";
      case EdgeType::shared_text:
        return "has the same text around it as";
      case EdgeType::contained:
        return "has a part of what stands in";
      case EdgeType::publisher:
        break;
    }
    return "is of one publisher with";
  }

  void lineage() {
    if (t_.lineage.empty()) return;
    heading("Who had it from whom");
    std::vector<std::pair<std::string, std::size_t>> lines;  // with how often they are true
    for (const Edge& edge : t_.lineage) {
      if (edge.type == EdgeType::publisher && is_joined_otherwise(edge)) continue;
      std::string line = line_of(edge);
      const auto at =
          std::find_if(lines.begin(), lines.end(), [&line](const auto& other) { return other.first == line; });
      if (at != lines.end())
        ++at->second;
      else
        lines.emplace_back(std::move(line), 1);
    }
    for (const auto& [line, times] : lines)
      wrapped(times > 1 ? fmt::format("{} ({} times)", line, times) : line, 4, {}, "  ");
  }

  std::string line_of(const Edge& edge) const {
    std::string out = fmt::format("{} {} {}", name(edge.from), arrow(edge.type), edge.to ? name(*edge.to) : edge.name);
    if (edge.type != EdgeType::publisher && edge.type != EdgeType::contained)
      out += ": \u201C" + edge.evidence + "\u201D";
    return out;
  }

  bool is_joined_otherwise(const Edge& publisher) const {
    return std::any_of(t_.lineage.begin(), t_.lineage.end(), [&publisher](const Edge& e) {
      return e.from == publisher.from && e.to == publisher.to && e.type != publisher.type;
    });
  }

  void sources() {
    const Independence& n = t_.independent_sources;
    if (n.reasons.empty()) return;
    heading(n.least == n.most ? fmt::format("Independent sources: {}", n.most)
                              : fmt::format("Independent sources: {} to {}", n.least, n.most));
    for (const std::string& reason : n.reasons) wrapped(reason, 4, {}, "  ");
  }

  void remarks() {
    std::vector<std::string> lines;
    for (const OddWitness& odd : t_.odd_witnesses)
      lines.push_back(fmt::format("Only {} has reading {}, against {} independent sources of reading A.",
                                  name(odd.witness), reading_name(odd.reading), odd.against));
    for (const auto& circle : t_.circles) {
      std::string line = circle.front();
      for (std::size_t i = 1; i < circle.size(); ++i) line += " \u2192 " + circle[i];
      lines.push_back("In a circle: " + line + " \u2192 " + circle.front() + ".");
    }
    if (t_.origin) lines.push_back("Every path ends in " + *t_.origin + ".");
    for (const auto& group : t_.near_groups) {
      std::string line = fmt::format("Nearly the same article ({:.0f} % and more of their runs of three words): ",
                                     100 * record::kLeastNear);
      for (std::size_t i = 0; i < group.size(); ++i) line += (i ? "; " : "") + name(group[i]);
      lines.push_back(line + ".");
    }
    if (lines.empty()) return;
    heading("Worth a look");
    for (const std::string& line : lines) wrapped(line, 4, {}, "  ");
  }

  std::string& out_;
  const Tracing& t_;
  const TextOptions& options_;
};

}  // namespace

void append_text(std::string& out, const Tracing& tracing, const TextOptions& options) {
  Printer(out, tracing, options).print();
}

std::string reading_name(std::uint32_t reading) {
  std::string out;
  for (std::uint64_t left = std::uint64_t{reading} + 1; left > 0; left = (left - 1) / 26)
    out.insert(out.begin(), static_cast<char>('A' + (left - 1) % 26));
  return out;
}

}  // namespace sayso::trace
