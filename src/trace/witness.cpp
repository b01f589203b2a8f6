#include "trace/witness.h"

#include <algorithm>

#include "text/code_points.h"
#include "text/quotation_marks.h"
#include "trace/sentence_ends.h"

namespace sayso::trace {
namespace {

constexpr std::uint32_t kAround = 400;  // code points of context on either side

std::uint32_t overlap(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

std::uint32_t overlap(const std::vector<Span>& spans, Span with) {
  std::uint32_t out = 0;
  for (const Span s : spans) out += overlap(s, with);
  return out;
}

std::uint32_t size_of(const std::vector<Span>& spans) {
  std::uint32_t out = 0;
  for (const Span s : spans) out += s.size();
  return out;
}

// Without white space and quotation marks at the ends.
Span bare(const CodePoints& text, Span span) {
  static constexpr std::u32string_view kShed =
      U" \t\n\r\u00A0\"'\u201C\u201D\u2018\u2019\u201E\u00AB\u00BB\u2039\u203A";
  const auto at = [&text](std::uint32_t index) {
    std::size_t byte = text.byte_of(index);
    return decode(text.utf8(), byte);
  };
  while (span.begin < span.end && kShed.find(at(span.begin)) != std::u32string_view::npos) ++span.begin;
  while (span.begin < span.end && kShed.find(at(span.end - 1)) != std::u32string_view::npos) --span.end;
  return span;
}

// The quotations inside a content that is partly quoted.
std::vector<Span> quoted_parts(const Quotations& marks, const std::vector<Span>& content) {
  std::vector<Span> out;
  for (const Quotation& q : marks.quotations)
    if (q.parent < 0 && overlap(content, q.inside) * 2 > q.inside.size()) out.push_back(q.inside);
  return out;
}

class Finder {
 public:
  explicit Finder(const SourcePtr& source)
      : source_(source), text_(source->document.text) {}

  std::optional<Witness> at(Span span) {
    if (span.empty()) return std::nullopt;
    if (const auto statement = best_statement(span)) {
      Witness found = with_neighbours(of_statement(*statement, span), *statement, span);
      // "predicted that widespread": words that run into what is reported are the text's own.
      const bool runs_in = found.printed == Printed::reported && overlap(found.pieces, span) * 20 < span.size() * 19;
      return runs_in ? made({sentences_around(text_, span)}, Printed::running, std::nullopt) : std::move(found);
    }
    if (const auto quotation = best_quotation(span)) return made(chain(*quotation), Printed::quoted, std::nullopt);
    return made({sentences_around(text_, span)}, Printed::running, std::nullopt);
  }

  Witness of_statement(std::uint32_t number, Span span) {
    const Statement& s = source_->extraction.statements[number];
    if (s.kind == Kind::direct) return made(s.content.spans, Printed::quoted, number);
    if (s.kind == Kind::mixed) {
      std::vector<Span> parts = quoted_parts(marks(), s.content.spans);
      if (overlap(parts, span) * 5 >= span.size() * 4) return made(std::move(parts), Printed::quoted, number);
    }
    return made(s.content.spans, Printed::reported, number);
  }

 private:
  // Where the words run on into other statements of the same source, those belong to it.
  Witness with_neighbours(Witness found, std::uint32_t number, Span span) const {
    const auto& statements = source_->extraction.statements;
    if (overlap(found.pieces, span) * 10 >= span.size() * 9) return found;
    std::vector<Span> pieces = found.pieces;
    for (const Statement& other : statements) {
      const bool same = other.source.entity == statements[number].source.entity && other.source.entity;
      if (!same || other.kind == Kind::indirect || overlap(other.content.spans, span) == 0) continue;
      for (const Span piece : words_in_marks(other))
        if (overlap(pieces, piece) == 0) pieces.push_back(piece);
    }
    std::sort(pieces.begin(), pieces.end());
    return pieces.size() > found.pieces.size() ? made(std::move(pieces), found.printed, number) : found;
  }

  // The one that holds most of the span; of those that hold nearly all, the shortest.
  std::optional<std::uint32_t> best_statement(Span span) const {
    std::optional<std::uint32_t> best;
    std::uint32_t most = span.size() / 2, size = UINT32_MAX;
    for (std::uint32_t i = 0; i < source_->extraction.statements.size(); ++i) {
      const std::vector<Span>& content = source_->extraction.statements[i].content.spans;
      if (is_told_in_marks(i, span)) continue;
      const std::uint32_t held = std::min(overlap(content, span), span.size() * 9 / 10), all = size_of(content);
      if (held < most || (held == most && all >= size) || held == 0) continue;
      best = i, most = held, size = all;
    }
    return best;
  }

  std::vector<Span> words_in_marks(const Statement& s) const {
    return s.kind == Kind::direct ? s.content.spans : quoted_parts(marks(), s.content.spans);
  }

  // Indirect speech inside a direct quotation: the words are those of whoever is quoted.
  bool is_told_in_marks(std::uint32_t number, Span span) const {
    const auto& statements = source_->extraction.statements;
    if (statements[number].kind == Kind::direct) return false;
    auto parent = statements[number].parent;
    for (std::size_t left = statements.size(); parent && *parent < statements.size() && left > 0; --left) {
      const Statement& outer = statements[*parent];
      if (outer.kind != Kind::indirect && overlap(words_in_marks(outer), span) == span.size()) return true;
      parent = outer.parent;
    }
    return false;
  }

  // Of the whole document: only where they are asked for.
  const Quotations& marks() const {
    if (!marks_) marks_ = parse_quotations(text_);
    return *marks_;
  }

  std::optional<std::size_t> best_quotation(Span span) const {
    std::optional<std::size_t> best;
    std::uint32_t most = span.size() / 2, size = UINT32_MAX;
    for (std::size_t i = 0; i < marks().quotations.size(); ++i) {
      const Span inside = marks().quotations[i].inside;
      const std::uint32_t held = std::min(overlap(inside, span), span.size() * 9 / 10);
      if (held < most || (held == most && inside.size() >= size) || held == 0) continue;
      best = i, most = held, size = inside.size();
    }
    return best;
  }

  // The quotation with its pieces in other paragraphs.
  std::vector<Span> chain(std::size_t at) const {
    const auto& all = marks().quotations;
    while (all[at].continues >= 0) at = static_cast<std::size_t>(all[at].continues);
    std::vector<Span> out = {all[at].inside};
    for (std::size_t i = at + 1, last = at; i < all.size(); ++i)
      if (all[i].continues == static_cast<std::int32_t>(last)) out.push_back(all[i].inside), last = i;
    return out;
  }

  Witness made(std::vector<Span> pieces, Printed printed, std::optional<std::uint32_t> statement) const {
    Witness out;
    out.source = source_;
    out.printed = printed;
    out.statement = statement;
    for (const Span piece : pieces)
      if (const Span span = bare(text_, piece); !span.empty()) out.pieces.push_back(span);
    for (std::size_t i = 0; i < out.pieces.size(); ++i) {
      if (i > 0) out.wording.text += ends_between(out.pieces[i - 1].end, out.pieces[i].begin) ? '\n' : ' ';
      out.wording.text += text_.slice(out.pieces[i]);
    }
    if (!out.pieces.empty()) {
      const std::uint32_t begin = out.pieces.front().begin, end = out.pieces.back().end;
      out.wording.before = text_.slice({begin > kAround ? begin - kAround : 0, begin});
      out.wording.after = text_.slice({end, std::min(text_.size(), end + kAround)});
    }
    const Document& document = source_->document;
    out.wording.outlet = document.outlet.value_or("");
    out.wording.date = document.published.value_or("");
    if (statement) set_speaker(out, source_->extraction.statements[*statement]);
    return out;
  }

  // "…," she said. "…": the comma stands for a full stop.
  bool ends_between(std::uint32_t begin, std::uint32_t end) const {
    return text_.slice({begin, end}).find_first_of(".!?\n") != std::string_view::npos;
  }

  void set_speaker(Witness& out, const Statement& s) const {
    out.speaker_text = s.source.passage.text;
    if (s.source.name) out.wording.speaker = *s.source.name;
    if (s.source.entity && *s.source.entity < source_->people.size())
      out.wording.speaker = source_->people[*s.source.entity];
  }

  const SourcePtr& source_;
  CodePoints text_;
  mutable std::optional<Quotations> marks_;
};

}  // namespace

std::optional<Witness> witness_at(const SourcePtr& source, Span span) { return Finder(source).at(span); }

Witness witness_of_statement(const SourcePtr& source, std::uint32_t statement) {
  const std::vector<Span>& spans = source->extraction.statements[statement].content.spans;
  return Finder(source).of_statement(statement, spans.empty() ? Span{} : Span{spans.front().begin, spans.back().end});
}

std::vector<Span> in_document(const Witness& witness, Span in_wording) {
  std::vector<Span> out;
  std::uint32_t at = 0;  // where the piece begins in the wording
  for (const Span piece : witness.pieces) {
    const std::uint32_t begin = std::max(in_wording.begin, at), end = std::min(in_wording.end, at + piece.size());
    if (begin < end) out.push_back({piece.begin + begin - at, piece.begin + end - at});
    at += piece.size() + 1;
  }
  return out;
}

Span span_of_words(std::string_view utf8, std::uint32_t begin, std::uint32_t end) {
  const std::vector<PlacedPrint> words = placed_prints(utf8, end);
  end = std::min(end, static_cast<std::uint32_t>(words.size()));
  if (begin >= end) return {};
  const CodePoints points(utf8);
  return {points.index_of(words[begin].begin), points.index_of(words[end - 1].end - 1) + 1};
}

std::string_view name_of(Printed printed) {
  switch (printed) {
    case Printed::quoted:
      return "quoted";
    case Printed::reported:
      return "reported";
    case Printed::running:
      break;
  }
  return "text";
}

}  // namespace sayso::trace
