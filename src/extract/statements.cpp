#include "extract/statements.h"

#include "extract/enclosing.h"

namespace sayso {
namespace {

constexpr std::string_view kGap = " … ";

bool is_word_token(const Analysis& a, std::uint32_t token) {
  std::size_t at = a.tokens[token].byte;
  return is_word(decode(a.text.utf8(), at));
}

// How many quotations each token stands in, marks not counted. Linear for the nesting that quotation_marks.h allows.
std::vector<std::uint8_t> quotation_depth(const Analysis& a) {
  std::vector<std::uint8_t> out(a.tokens.size());
  std::size_t first = 0;
  for (const Quotation& q : a.quotations.quotations) {
    while (first < a.tokens.size() && a.tokens[first].begin < q.inside.begin) ++first;
    for (std::size_t t = first; t < a.tokens.size() && a.tokens[t].begin < q.inside.end; ++t) ++out[t];
  }
  return out;
}

// Words count as quoted where they stand in more marks than the cue does: what somebody tells within a quotation is not
// itself quoted by it.
Kind kind_of(const Analysis& a, const std::vector<std::uint8_t>& depth, const Attribution& attribution) {
  if (attribution.set_off) return Kind::direct;
  const std::uint8_t around = attribution.cue.empty() ? 0 : depth[attribution.cue.begin];
  std::size_t inside = 0, words = 0;
  for (const TokenRange& piece : attribution.content) {
    for (std::uint32_t t = piece.begin; t < piece.end; ++t) {
      const bool word = is_word_token(a, t);
      words += word;
      inside += word && depth[t] > around;
    }
  }
  if (inside == 0) return Kind::indirect;
  return inside == words ? Kind::direct : Kind::mixed;
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
  const std::vector<std::uint8_t> depth = quotation_depth(analysis);
  std::vector<Statement> out;
  out.reserve(attributions.size());
  for (const Attribution& a : attributions) {
    Statement s;
    s.kind = kind_of(analysis, depth, a);
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
