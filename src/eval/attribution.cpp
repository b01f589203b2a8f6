#include "eval/attribution.h"

#include <algorithm>
#include <string>

#include "text/tokens.h"

namespace sayso::eval {
namespace {

Piece trimmed(Piece piece, std::u32string_view text) {
  const auto space_at = [text](std::int64_t at) {
    return at >= 0 && at < static_cast<std::int64_t>(text.size()) && is_space(text[static_cast<std::size_t>(at)]);
  };
  while (piece.begin < piece.end && space_at(piece.begin)) ++piece.begin;
  while (piece.end > piece.begin && space_at(piece.end - 1)) --piece.end;
  return piece;
}

void replace_pairs(std::u32string& text, char32_t mark) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == mark && i + 1 < text.size() && text[i + 1] == mark;
    out += pair ? U'"' : text[i];
    i += pair;
  }
  text = std::move(out);
}

// The content as one line of thought: pieces on lines of their own, typed marks as straight ones.
std::u32string body_of(const RolePieces& attribution, std::u32string_view text) {
  std::u32string joined;
  for (const Piece piece : attribution.of[kContent]) (joined += U'\n') += slice(text, piece);
  std::u32string body(strip(joined));
  replace_pairs(body, U'`');
  replace_pairs(body, U'\'');
  return body;
}

bool stands_in(const RolePieces& inner, const RolePieces& outer) {
  const auto covered = [&outer](Piece piece) {
    const auto around = [piece](Piece p) { return p.begin <= piece.begin && piece.end <= p.end; };
    return std::any_of(outer.of[kContent].begin(), outer.of[kContent].end(), around);
  };
  const auto all_covered = [&](Role role) { return std::all_of(inner.of[role].begin(), inner.of[role].end(), covered); };
  return all_covered(kContent) && all_covered(kCue);
}

}  // namespace

std::vector<Piece> merged(std::vector<Piece> pieces, std::u32string_view text) {
  std::sort(pieces.begin(), pieces.end());
  std::vector<Piece> out;
  for (const Piece untrimmed : pieces) {
    const Piece piece = trimmed(untrimmed, text);
    if (piece.begin >= piece.end) continue;
    if (!out.empty() && (piece.begin <= out.back().end || all_space(slice(text, {out.back().end, piece.begin})))) {
      out.back().end = std::max(out.back().end, piece.end);
    } else {
      out.push_back(piece);
    }
  }
  return out;
}

Kind kind_of(const RolePieces& attribution, std::u32string_view text) {
  constexpr std::u32string_view opening = U"“„«‘", closing = U"”»’";
  const std::u32string body = body_of(attribution, text);
  const bool single = !body.empty() && body.front() == U'‘';
  bool inside = false, marked = false;
  std::size_t quoted = 0, plain = 0;
  char32_t before = 0;
  for (const char32_t c : body) {
    if (opening.find(c) != opening.npos && (single || c != U'‘')) {
      inside = marked = true;
    } else if (closing.find(c) != closing.npos && (single || c != U'’')) {
      inside = false, marked = true;
    } else if (c == U'"') {
      inside = !inside || before == U'\n', marked = true;
    } else if (is_alnum(c)) {
      ++(inside ? quoted : plain);
    }
    if (c == U'\n' || !is_space(c)) before = c;
  }
  if (!marked || quoted == 0) return Kind::indirect;
  return plain > 0 ? Kind::mixed : Kind::direct;
}

std::vector<RolePieces> without_nested(const std::vector<RolePieces>& attributions) {
  std::vector<RolePieces> out;
  for (const RolePieces& inner : attributions) {
    const auto holds_it = [&inner](const RolePieces& outer) {
      return &outer != &inner && stands_in(inner, outer) && !stands_in(outer, inner);
    };
    if (std::none_of(attributions.begin(), attributions.end(), holds_it)) out.push_back(inner);
  }
  return out;
}

}  // namespace sayso::eval
