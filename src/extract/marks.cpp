#include "extract/marks.h"

#include <algorithm>
#include <cstdlib>

namespace sayso {
namespace {

std::uint32_t first_token_from(const Analysis& a, std::uint32_t code_point) {
  const auto at = std::lower_bound(a.tokens.begin(), a.tokens.end(), code_point,
                                   [](const Token& t, std::uint32_t place) { return t.begin < place; });
  return static_cast<std::uint32_t>(at - a.tokens.begin());
}

}  // namespace

MarkedTokens::MarkedTokens(const Analysis& analysis) : role_(analysis.tokens.size()) {
  const auto& all = analysis.quotations.quotations;
  for (const Quotation& q : all) {
    first_.push_back(first_token_from(analysis, q.span.begin));
    last_.push_back(first_token_from(analysis, q.span.end));
  }
  std::size_t token = 0;
  for (const QuotationMark& m : analysis.quotations.marks) {
    while (token < role_.size() && analysis.tokens[token].begin < m.span.begin) ++token;
    const auto number = static_cast<std::int32_t>(m.quotation) + 1;
    for (; token < role_.size() && analysis.tokens[token].begin < m.span.end; ++token) {
      role_[token] = m.role == MarkRole::close ? -number : number;
    }
  }
}

std::size_t MarkedTokens::quotation_of(std::uint32_t token) const {
  return static_cast<std::size_t>(std::abs(role_[token])) - 1;
}

}  // namespace sayso
