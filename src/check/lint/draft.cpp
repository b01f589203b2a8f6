#include "check/lint/draft.h"

#include <algorithm>
#include <numeric>

#include "extract/analyse.h"
#include "extract/headline.h"
#include "extract/marks.h"
#include "extract/names_in_marks.h"
#include "text/words/cue_verbs.h"

namespace sayso::lint {

Draft::Draft(const Document& document, const Extraction& said)
    : document_(document),
      said_(said),
      analysis_(analyse(document)),
      forms_(analysis_),
      title_(title_of(analysis_)),
      names_(names_in_marks(analysis_, MarkedTokens(analysis_))) {
  find_statements();
  find_told();
}

void Draft::find_told() {
  told_.assign(forms_.size() + 1, 0);
  for (const Statement& statement : said_.statements) {
    for (const Span& span : statement.content.spans) {
      const TokenRange range = tokens_in(span);
      ++told_[range.begin], --told_[range.end];
    }
  }
  std::partial_sum(told_.begin(), told_.end(), told_.begin());
}

// Contents are walked once; where several statements hold a quotation, the one with the fewest other words has it.
void Draft::find_statements() {
  const auto& all = quotations();
  statement_of_.assign(all.size(), -1);
  std::vector<std::uint32_t> sizes(all.size(), 0);
  for (std::size_t s = 0; s < said_.statements.size(); ++s) {
    const auto& spans = said_.statements[s].content.spans;
    std::uint32_t size = 0;
    for (const Span& span : spans) size += span.size();
    for (const Span& span : spans) {
      auto at = std::partition_point(all.begin(), all.end(), [&](const Quotation& q) { return q.inside.begin < span.begin; });
      for (; at != all.end() && at->inside.begin < span.end; ++at) {
        const auto q = static_cast<std::size_t>(at - all.begin());
        if (statement_of_[q] >= 0 && sizes[q] <= size) continue;
        statement_of_[q] = static_cast<std::int32_t>(s);
        sizes[q] = size;
      }
    }
  }
}

std::uint32_t Draft::token_at(std::uint32_t point) const {
  const auto& tokens = analysis_.tokens;
  return static_cast<std::uint32_t>(std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.begin < point; }) -
                                    tokens.begin());
}

TokenRange Draft::tokens_in(Span span) const { return {token_at(span.begin), token_at(span.end)}; }

Span Draft::span_of(TokenRange tokens) const {
  if (tokens.empty()) return {};
  return {analysis_.tokens[tokens.begin].begin, analysis_.tokens[tokens.end - 1].end};
}

std::uint32_t Draft::words_in(TokenRange tokens) const {
  std::uint32_t words = 0;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) words += forms_.is_word(t);
  return words;
}

std::uint32_t Draft::sentences_in(TokenRange tokens) const {
  std::uint32_t sentences = 0;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) sentences += forms_.is_word(t) && forms_.begins_sentence(t);
  return sentences;
}

TokenRange Draft::paragraph_of(std::uint32_t token) const {
  if (token >= forms_.size()) return {};
  return analysis_.paragraphs[forms_.paragraph(token)];
}

TokenRange Draft::sentence_of(std::uint32_t token) const {
  if (token >= forms_.size()) return {};
  const TokenRange paragraph = paragraph_of(token);
  TokenRange out{token, token + 1};
  while (out.begin > paragraph.begin && forms_.sentence(out.begin - 1) == forms_.sentence(token)) --out.begin;
  while (out.end < paragraph.end && forms_.sentence(out.end) == forms_.sentence(token)) ++out.end;
  return out;
}

std::uint32_t Draft::cue_verb(const Statement& statement) const {
  std::uint32_t last = forms_.size(), verb = forms_.size();
  if (!statement.cue) return last;
  for (const Span& span : statement.cue->spans) {
    const TokenRange range = tokens_in(span);
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (!forms_.is_word(t)) continue;
      last = t;
      if (sayso::cue_verb(forms_.folded(t)) != CueVerb::none) verb = t;
    }
  }
  return verb < forms_.size() ? verb : last;
}

}  // namespace sayso::lint
