#include "trace/lineage.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "text/code_points.h"
#include "text/quotation_marks.h"
#include "trace/compare.h"
#include "trace/credits.h"

namespace sayso::trace {
namespace {

constexpr std::size_t kShared = 8;  // words in a row that only one text has by chance
constexpr std::ptrdiff_t kMostQuoted = 3;  // of them inside marks: the others are the reporter's

class Builder {
 public:
  explicit Builder(const Tracing& tracing) : tracing_(tracing) {}

  std::vector<Edge> build() {
    std::set<std::int64_t> seen;
    for (std::uint32_t i = 0; i < tracing_.witnesses.size(); ++i) {
      add_stated(i);
      if (seen.insert(witness(i).source->number).second) add_credited(i), add_linked(i);
    }
    add_shared_readings();
    add_shared_text();
    add_contained();
    add_publishers();
    std::stable_sort(out_.begin(), out_.end(), [](const Edge& a, const Edge& b) {
      return std::pair(a.from, a.type) < std::pair(b.from, b.type);
    });
    return std::move(out_);
  }

 private:
  const Witness& witness(std::uint32_t i) const { return tracing_.witnesses[i].witness; }
  const std::string& date(std::uint32_t i) const { return witness(i).wording.date; }
  bool same_document(std::uint32_t a, std::uint32_t b) const {
    return witness(a).source->number == witness(b).source->number;
  }
  bool is_outlet(std::uint32_t i, std::string_view name) const {
    return !witness(i).wording.outlet.empty() && same_outlet(witness(i).wording.outlet, name);
  }

  // The first witness of that name, rather one that is no later: an outlet that printed it later may have told it before.
  std::optional<std::uint32_t> witness_named(std::uint32_t from, std::string_view name) const {
    std::optional<std::uint32_t> later;
    for (std::uint32_t i = 0; i < tracing_.witnesses.size(); ++i) {
      if (same_document(i, from) || !is_outlet(i, name)) continue;
      if (date(i).empty() || date(from).empty() || date(i) <= date(from)) return i;
      if (!later) later = i;
    }
    return later;
  }

  void add_named(EdgeType type, std::uint32_t from, const std::string& name, std::string evidence,
                 std::vector<Span> spans) {
    constexpr std::size_t kShortest = 3;  // letters of a name: "US" is no outlet
    if (is_outlet(from, name) || (name.size() < kShortest && !same_outlet(name, "Associated Press"))) return;
    Edge edge{type, from, witness_named(from, name), name, std::move(evidence), std::move(spans)};
    if (edge.to) edge.name = outlet_name(witness(*edge.to));
    out_.push_back(std::move(edge));
  }

  void add_stated(std::uint32_t i) {
    const Witness& w = witness(i);
    if (!w.statement) return;
    for (const Party& via : w.source->extraction.statements[*w.statement].via)
      add_named(EdgeType::stated, i, via.name.value_or(via.passage.text), via.passage.text, via.passage.spans);
  }

  void add_credited(std::uint32_t i) {
    for (const Credit& credit : credits_of(witness(i).source->document))
      add_named(EdgeType::credited, i, credit.name, credit.evidence,
                credit.span.empty() ? std::vector<Span>() : std::vector{credit.span});
  }

  void add_linked(std::uint32_t i) {
    const Document& d = witness(i).source->document;
    std::set<std::int64_t> seen;
    for (std::uint32_t other = 0; other < tracing_.witnesses.size(); ++other) {
      const auto& url = witness(other).source->document.url;
      if (!url || same_document(i, other) || url->size() < 16) continue;
      const std::size_t at = d.text.find(*url);
      if (at == std::string::npos || !seen.insert(witness(other).source->number).second) continue;
      const CodePoints points(d.text);
      out_.push_back({EdgeType::linked,
                      i,
                      other,
                      outlet_name(witness(other)),
                      *url,
                      {{points.index_of(at), points.index_of(at + url->size() - 1) + 1}}});
    }
  }

  // From each witness of a reading that fewer have to the first one that has it.
  void add_shared_readings() {
    for (std::uint32_t r = 1; r < tracing_.readings.size(); ++r) {
      const Reading& reading = tracing_.readings[r];
      if (reading.witnesses.size() >= tracing_.readings[0].witnesses.size()) continue;
      for (std::size_t k = 1; k < reading.witnesses.size(); ++k)
        if (!same_document(reading.witnesses[0], reading.witnesses[k]))
          add_shared(EdgeType::shared_reading, reading.witnesses[k], reading.witnesses[0], changes(reading));
    }
  }

  static std::string changes(const Reading& reading) {
    std::string out;
    for (const Edit& e : reading.edits) {
      if (e.type == EditType::case_change || e.type == EditType::punctuation) continue;
      out += (out.empty() ? "" : "; ") +
             fmt::format("{} \u2192 {}", e.from.empty() ? "\u2014" : e.from, e.to.empty() ? "\u2014" : e.to);
    }
    return out;
  }

  void add_shared(EdgeType type, std::uint32_t from, std::uint32_t to, std::string evidence) {
    if (!date(from).empty() && (date(to).empty() || date(from) < date(to))) std::swap(from, to);
    out_.push_back({type, from, to, outlet_name(witness(to)), std::move(evidence), {}});
  }

  // Runs of words around the quotation that two documents have.
  void add_shared_text() {
    std::unordered_map<std::uint64_t, std::uint32_t> first;
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (std::uint32_t i = 0; i < tracing_.witnesses.size(); ++i) {
      const Wording& w = witness(i).wording;
      for (const std::string* text : {&w.before, &w.after}) {
        const std::vector<PlacedPrint> prints = placed_prints(*text);
        const std::vector<bool> quoted = in_quotations(witness(i), *text, prints);
        for (std::size_t k = 0; k + kShared <= prints.size(); ++k) {
          std::uint64_t run = 0;
          for (std::size_t j = k; j < k + kShared; ++j) run = run << 8 | prints[j].print;
          if (std::count(quoted.begin() + static_cast<std::ptrdiff_t>(k),
                         quoted.begin() + static_cast<std::ptrdiff_t>(k + kShared), true) > kMostQuoted)
            continue;
          if (is_of_the_quotation(run)) continue;
          const auto [at, is_new] = first.try_emplace(run, i);
          if (is_new || same_document(at->second, i) || !seen.emplace(at->second, i).second) continue;
          add_shared(EdgeType::shared_text, i, at->second,
                     text->substr(prints[k].begin, prints[k + kShared - 1].end - prints[k].begin));
        }
      }
    }
  }

  // Which words of what stands before or after a witness are quoted as well: two reporters who heard one speech share those.
  std::vector<bool> in_quotations(const Witness& w, const std::string& text, const std::vector<PlacedPrint>& prints) {
    std::vector<bool> out(prints.size());
    if (w.pieces.empty()) return out;
    const CodePoints points(text);
    const bool is_before = &text == &w.wording.before;
    const std::uint32_t begin = is_before ? w.pieces.front().begin - points.size() : w.pieces.back().end;
    const std::vector<Span>& quoted = quotations_of(w);
    for (std::size_t k = 0; k < prints.size(); ++k) {
      const std::uint32_t at = begin + points.index_of(prints[k].begin);
      out[k] = std::any_of(quoted.begin(), quoted.end(), [at](Span s) { return s.begin <= at && at < s.end; });
    }
    return out;
  }

  const std::vector<Span>& quotations_of(const Witness& w) {
    const auto [at, is_new] = quotations_.try_emplace(w.source->number);
    if (!is_new) return at->second;
    const CodePoints points(w.source->document.text);
    for (const Quotation& q : parse_quotations(points).quotations)
      if (q.parent < 0) at->second.push_back(q.inside);
    return at->second;
  }

  // Other copies of the words themselves, which stand around some.
  bool is_of_the_quotation(std::uint64_t run) {
    if (own_.empty()) {
      own_.insert(0);
      for (const Reading& reading : tracing_.readings) {
        std::vector<Print> prints;
        append_prints(reading.text, prints);
        for (std::size_t k = 0; k + kGram <= prints.size(); ++k) own_.insert(four(prints.data() + k));
      }
    }
    for (std::size_t shift = 0; shift + kGram <= kShared; ++shift)
      if (own_.contains(static_cast<std::uint32_t>(run >> (8 * shift)))) return true;
    return false;
  }
  static std::uint32_t four(const Print* at) {
    return std::uint32_t{at[0]} << 24 | std::uint32_t{at[1]} << 16 | std::uint32_t{at[2]} << 8 | std::uint32_t{at[3]};
  }

  // A cut one, from the nearest earlier one that has all that it has, if nothing better is known of it.
  void add_contained() {
    for (std::uint32_t i = 0; i < tracing_.witnesses.size(); ++i) {
      const bool known = std::any_of(out_.begin(), out_.end(), [i](const Edge& e) { return e.from == i && e.to; });
      if (known || !tracing_.witnesses[i].cut || date(i).empty()) continue;
      for (std::uint32_t other = i; other-- > 0;) {
        if (tracing_.witnesses[other].cut || date(other) >= date(i) ||
            tracing_.witnesses[other].reading != tracing_.witnesses[i].reading)
          continue;
        out_.push_back({EdgeType::contained, i, other, outlet_name(witness(other)), witness(i).wording.text,
                        tracing_.witnesses[i].spans});
        break;
      }
    }
  }

  void add_publishers() {
    std::map<std::string, std::uint32_t> first;
    for (std::uint32_t i = 0; i < tracing_.witnesses.size(); ++i) {
      const std::string& outlet = witness(i).wording.outlet;
      if (outlet.empty()) continue;
      const auto [at, is_new] = first.try_emplace(outlet, i);
      if (!is_new && !same_document(at->second, i))
        out_.push_back({EdgeType::publisher, i, at->second, outlet, outlet, {}});
    }
  }

  const Tracing& tracing_;
  std::vector<Edge> out_;
  std::map<std::int64_t, std::vector<Span>> quotations_;  // of each document
  std::unordered_set<std::uint32_t> own_;  // runs of four words of the readings
};

}  // namespace

std::vector<Edge> lineage_of(const Tracing& tracing) { return Builder(tracing).build(); }

}  // namespace sayso::trace
