#include "extract/statements.h"

#include "extract/enclosing.h"
#include "extract/marks.h"
#include "extract/names_in_marks.h"

namespace sayso {
namespace {

constexpr std::string_view kGap = " … ";

bool is_word_token(const Analysis& a, std::uint32_t token) {
  std::size_t at = a.tokens[token].byte;
  return is_word(decode(a.text.utf8(), at));
}

// How words are quoted. One entry a token.
struct Quoted {
  std::vector<std::uint8_t> depth;  // how many quotations it stands in, marks not counted
  std::vector<std::uint8_t> named;  // how many of those only name something (names_in_marks.h)
  std::vector<bool> mark;
};

// Linear for the nesting that quotation_marks.h allows.
Quoted quoted_words(const Analysis& a) {
  const MarkedTokens marks(a);
  const std::vector<bool> names = names_in_marks(a, marks);
  Quoted out{std::vector<std::uint8_t>(a.tokens.size()), std::vector<std::uint8_t>(a.tokens.size()), std::vector<bool>(a.tokens.size())};
  for (std::uint32_t t = 0; t < a.tokens.size(); ++t) out.mark[t] = marks.opens(t) || marks.closes(t);
  std::size_t first = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Quotation& q = a.quotations.quotations[i];
    while (first < a.tokens.size() && a.tokens[first].begin < q.inside.begin) ++first;
    for (std::size_t t = first; t < a.tokens.size() && a.tokens[t].begin < q.inside.end; ++t) ++out.depth[t], out.named[t] += names[i];
  }
  return out;
}

// Words count as quoted where they stand in more marks than the cue does: what somebody tells within a quotation is not
// itself quoted by it. Names in marks are quoted only where they are all of the content.
Kind kind_of(const Analysis& a, const Quoted& quoted, const Attribution& attribution) {
  if (attribution.set_off) return Kind::direct;
  const int around = attribution.cue.empty() ? 0 : quoted.depth[attribution.cue.begin];
  std::size_t inside = 0, named = 0, words = 0;
  for (const TokenRange& piece : attribution.content) {
    for (std::uint32_t t = piece.begin; t < piece.end; ++t) {
      if (quoted.mark[t] || !is_word_token(a, t)) continue;
      ++words;
      inside += quoted.depth[t] > around;
      named += quoted.depth[t] > around && quoted.depth[t] - quoted.named[t] <= around;
    }
  }
  if (inside == words) return inside == 0 ? Kind::indirect : Kind::direct;
  return inside == named ? Kind::indirect : Kind::mixed;
}

}  // namespace

Passage passage_of(const Analysis& analysis, std::span<const TokenRange> ranges) {
  Passage out;
  for (const TokenRange& r : ranges) {
    const Token& first = analysis.tokens[r.begin];
    const Token& last = analysis.tokens[r.end - 1];
    if (!out.spans.empty()) out.text += kGap;
    out.spans.push_back({first.begin, last.end});
    out.text += analysis.text.utf8().substr(first.byte, last.byte_end - first.byte);
  }
  return out;
}

std::vector<Statement> build_statements(const Analysis& analysis, std::span<const Attribution> attributions) {
  const Quoted quoted = quoted_words(analysis);
  std::vector<Statement> out;
  out.reserve(attributions.size());
  for (const Attribution& a : attributions) {
    Statement s;
    s.kind = kind_of(analysis, quoted, a);
    s.content = passage_of(analysis, a.content);
    if (!a.cue.empty()) s.cue = passage_of(analysis, std::span(&a.cue, 1));
    s.source.passage = passage_of(analysis, a.source);
    s.confidence = a.confidence;
    out.push_back(std::move(s));
  }
  const std::vector<std::int32_t> around = enclosing_statements(attributions);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (around[i] >= 0) out[i].parent = static_cast<std::uint32_t>(around[i]);
  }
  return out;
}

}  // namespace sayso
