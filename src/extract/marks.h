// Quotation marks by token.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/analysis.h"

namespace sayso {

// For each token whether it is (part of) a mark that opens or closes, and of which quotation. Memory: four bytes a token.
class MarkedTokens {
 public:
  explicit MarkedTokens(const Analysis& analysis);

  bool opens(std::uint32_t token) const { return role_[token] > 0; }
  bool closes(std::uint32_t token) const { return role_[token] < 0; }
  // First token of the quotation that the mark at `token` opens or closes. Only for tokens that are marks.
  std::uint32_t opening_of(std::uint32_t token) const { return first_[quotation_of(token)]; }
  // One past the last token of that quotation.
  std::uint32_t end_of(std::uint32_t token) const { return last_[quotation_of(token)]; }
  // The quotations as token ranges, marks included, in the order of Analysis::quotations.
  TokenRange range(std::size_t quotation) const { return {first_[quotation], last_[quotation]}; }

 private:
  std::size_t quotation_of(std::uint32_t token) const;

  std::vector<std::int32_t> role_;  // 0: no mark; +(quotation + 1) opens, -(quotation + 1) closes
  std::vector<std::uint32_t> first_, last_;
};

}  // namespace sayso
