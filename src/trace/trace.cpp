#include "trace/trace.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "text/code_points.h"
#include "trace/candidates.h"
#include "trace/compare.h"
#include "trace/context.h"
#include "trace/independence.h"
#include "trace/lineage.h"
#include "trace/readings.h"
#include "trace/words.h"

namespace sayso::trace {
namespace {

std::size_t overlap(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

// What is too common to be told for one utterance is a witness still, where it is there to the word.
bool has_all(const Comparison& compared, const CutWording& asked) {
  const std::vector<Word>& words = asked.words().words;
  return compared.relation <= Relation::trimmed && !words.empty() &&
         compared.shared_a.contains({words.front().span.begin, words.back().span.end});
}

// Words beside names: "with Kim Jong Un" is in what many say of him.
double weight_in(const CutWording& wording, Span span) {
  double out = 0;
  for (const Word& word : wording.words().words)
    if (word.kind != WordClass::name && span.contains(word.span)) out += word.weight;
  return out;
}

// Whether what both share is more than a name.
bool shares_more_than_names(const Comparison& compared, const CutWording& asked, const CutWording& witness) {
  constexpr double kLeast = 0.4;  // share of the words of the shorter
  double agreed = weight_in(asked, compared.shared_a);
  for (const Edit& edit : compared.edits)
    if (edit.type == EditType::substitute || edit.type == EditType::remove) agreed -= weight_in(asked, edit.a);
  const auto all = [](const CutWording& wording) { return weight_in(wording, {0, wording.points().size()}); };
  return agreed >= kLeast * std::min(all(asked), all(witness));
}

class Collector {
 public:
  Collector(Archive& archive, const CutWording& asked, std::size_t most) : archive_(archive), asked_(asked), most_(most) {}

  Result<std::vector<TracedWitness>> collect() {
    if (const Result<void> found = add_like(asked_, {}); !found) return tl::unexpected(found.error());
    // Those that cut it elsewhere, or changed it otherwise, may be like the fullest one only.
    if (const std::optional<Wording> fullest = fullest_one()) {
      const CutWording whole(*fullest);
      const Span asked_in_it = compare_words(whole, asked_).shared_a;
      if (const Result<void> found = add_like(whole, asked_in_it); !found) return tl::unexpected(found.error());
    }
    std::stable_sort(out_.begin(), out_.end(), [](const TracedWitness& a, const TracedWitness& b) {
      const auto key = [](const TracedWitness& t) {
        const std::string& date = t.witness.wording.date;
        return std::tuple(date.empty() ? std::string("~") : date, outlet_name(t.witness), t.witness.source->number,
                          t.witness.pieces);
      };
      return key(a) < key(b);
    });
    return std::move(out_);
  }

  bool more() const { return more_; }
  std::uint32_t reported() const { return reported_; }

 private:
  // `within`: of the wording, what was asked for; empty for all of it.
  Result<void> add_like(const CutWording& wording, Span within) {
    Result<std::vector<Witness>> like = witnesses_like(archive_, wording, {most_ + 1, true});
    if (!like) return tl::unexpected(like.error());
    more_ = more_ || like->size() > most_;
    for (Witness& witness : *like) {
      if (out_.size() >= most_) break;
      if (!seen_.emplace(witness.source->number, witness.pieces).second) continue;
      if (witness.printed == Printed::reported) {
        reported_ += compare_words(wording, CutWording(witness.wording)).same_utterance;
        continue;
      }
      const CutWording other(witness.wording);
      const Comparison compared = compare_words(wording, other);
      if (!compared.same_utterance && !has_all(compared, wording)) continue;
      if (!shares_more_than_names(compared, wording, other)) continue;
      const std::size_t shared = overlap(compared.shared_a, within);
      if (!within.empty() && shared * 2 < std::min(within.size(), compared.shared_a.size())) continue;
      if (is_known(witness, compared.shared_b)) continue;
      TracedWitness one;
      one.witness = std::move(witness);
      out_.push_back(std::move(one));
    }
    return {};
  }

  // The same place of the same document, set in another stretch of words.
  bool is_known(const Witness& witness, Span shared) {
    auto& places = places_[witness.source->number];
    const std::vector<Span> spans = in_document(witness, shared);
    const auto overlaps = [&spans](Span known) {
      return std::any_of(spans.begin(), spans.end(), [known](Span s) { return s.overlaps(known); });
    };
    if (std::any_of(places.begin(), places.end(), overlaps)) return true;
    places.insert(places.end(), spans.begin(), spans.end());
    return false;
  }

  std::optional<Wording> fullest_one() const {
    constexpr std::size_t kLong = 4000;  // bytes: an utterance, no speech
    const TracedWitness* best = nullptr;
    for (const TracedWitness& one : out_) {
      const std::size_t size = one.witness.wording.text.size();
      if (size <= kLong && (!best || size > best->witness.wording.text.size())) best = &one;
    }
    if (!best || best->witness.wording.text.size() <= asked_.wording().text.size() + 8) return std::nullopt;
    return best->witness.wording;
  }

  Archive& archive_;
  const CutWording& asked_;
  const std::size_t most_;
  std::vector<TracedWitness> out_;
  std::set<std::pair<std::int64_t, std::vector<Span>>> seen_;
  std::map<std::int64_t, std::vector<Span>> places_;  // that are witnesses, of each document
  bool more_ = false;
  std::uint32_t reported_ = 0;
};

std::vector<std::vector<std::uint32_t>> near_groups(const std::vector<TracedWitness>& witnesses) {
  std::vector<std::vector<std::uint32_t>> out;
  std::vector<std::int64_t> groups;
  for (std::uint32_t i = 0; i < witnesses.size(); ++i) {
    const auto near = witnesses[i].witness.source->near;
    if (!near) continue;
    const auto at = static_cast<std::size_t>(std::find(groups.begin(), groups.end(), *near) - groups.begin());
    if (at == groups.size()) groups.push_back(*near), out.emplace_back();
    out[at].push_back(i);
  }
  std::erase_if(out, [](const auto& group) { return group.size() < 2; });
  return out;
}

// Whether the text of one names the other's speaker: then one of the two errs, or quotes him.
bool names_speaker(const Witness& in, const Wording& of) {
  const std::string_view name = of.speaker;
  const std::size_t space = name.rfind(' ');
  return in.source->document.text.find(name.substr(space == name.npos ? 0 : space + 1)) != std::string::npos;
}

// Several people have said it, and the words are too few and common to be one of them, or much time lies between.
bool is_ambiguous(const std::vector<TracedWitness>& witnesses, const CutWording& asked) {
  constexpr double kTelling = 6;  // weight of words that are enough to know an utterance by
  constexpr int kLongApart = 180;  // days
  double weight = 0;
  for (const Word& word : asked.words().words) weight += word.weight;
  const Witness* last = nullptr;
  for (const TracedWitness& one : witnesses) {
    const Wording& w = one.witness.wording;
    if (w.speaker.empty()) continue;
    const bool others = last && compare_speakers(last->wording.speaker, w.speaker) < 0;
    if (others && weight < kTelling) return true;
    const bool long_apart = others && days_between(last->wording.date, w.date) > kLongApart;
    if (long_apart && !names_speaker(*last, w) && !names_speaker(one.witness, last->wording)) return true;
    last = &one.witness;
  }
  return false;
}

}  // namespace

Result<Tracing> trace(Archive& archive, const Wording& asked, const TraceOptions& options) {
  Tracing out;
  out.quotation = asked.text;
  const CutWording cut(asked);
  Collector collector(archive, cut, options.witnesses);
  Result<std::vector<TracedWitness>> witnesses = collector.collect();
  if (!witnesses) return tl::unexpected(witnesses.error());
  Result<record::Coverage> covers = archive.covers();
  if (!covers) return tl::unexpected(covers.error());
  out.covers = std::move(*covers);
  out.more = collector.more();
  out.reported = collector.reported();
  out.witnesses = std::move(*witnesses);
  if (out.witnesses.empty()) return out;
  out.ambiguous = is_ambiguous(out.witnesses, cut);
  out.near_groups = near_groups(out.witnesses);
  set_readings(out, cut);
  out.lineage = lineage_of(out);
  set_independence(out);
  return out;
}

Result<Wording> wording_of_statement(Archive& archive, std::int64_t number) {
  const auto place = archive.statement(number);
  if (!place) return tl::unexpected(place.error());
  if (!*place)
    return tl::unexpected(Error{ErrorCode::not_found, {}, "no statement " + std::to_string(number) + " in the record"});
  const Result<SourcePtr> source = archive.source((*place)->document);
  if (!source) return tl::unexpected(source.error());
  if (!*source || (*place)->number >= (*source)->extraction.statements.size())
    return tl::unexpected(Error{
        ErrorCode::not_found, {}, "statement " + std::to_string(number) + " is of an old version of its document"});
  return witness_of_statement(*source, (*place)->number).wording;
}

std::string_view name_of(EdgeType type) {
  switch (type) {
    case EdgeType::stated:
      return "stated";
    case EdgeType::credited:
      return "credited";
    case EdgeType::linked:
      return "linked";
    case EdgeType::shared_reading:
      return "shared_reading";
    case EdgeType::shared_text:
      return "shared_text";
    case EdgeType::contained:
      return "contained";
    case EdgeType::publisher:
      break;
  }
  return "publisher";
}

std::string outlet_name(const Witness& witness) {
  if (!witness.wording.outlet.empty()) return witness.wording.outlet;
  const Document& d = witness.source->document;
  return d.path.empty() ? d.id : d.path;
}

}  // namespace sayso::trace
