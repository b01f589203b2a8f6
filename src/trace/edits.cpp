#include "trace/edits.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "trace/difference.h"
#include "trace/touches.h"
#include "trace/word_classes.h"

namespace sayso::trace {
namespace {

// Letters with apostrophes made one.
std::string plain(std::string_view surface) {
  std::string out;
  while (!surface.empty()) {
    const bool curly = surface.starts_with("\u2019") || surface.starts_with("\u2018");
    out += curly ? '\'' : surface.front();
    surface.remove_prefix(curly ? 3 : 1);
  }
  return out;
}

bool same_but_case(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if ((static_cast<unsigned char>(a[i]) | 0x20) != (static_cast<unsigned char>(b[i]) | 0x20)) return false;
  return true;
}

Edit edit_of_words(EditType type, const Word& x, const Word& y) {
  return {type, x.span, y.span, std::string(x.surface), std::string(y.surface), Touches::nothing, false};
}

// "he is" and "he's": with the word that the short form is written to.
Edit contraction(const Words& a, const Words& b, Pair p) {
  const auto from = [](std::uint32_t i) { return i > 0 ? i - 1 : i; };
  const Word &x = a.words[from(p.a)], &y = b.words[from(p.b)];
  Edit out = edit_of_words(EditType::expand_contraction, a.words[p.a], b.words[p.b]);
  out.a.begin = x.span.begin, out.b.begin = y.span.begin;
  const auto text = [](const Word& first, const Word& last) {
    return std::string(first.surface.data(), static_cast<std::size_t>(last.surface.data() + last.surface.size() - first.surface.data()));
  };
  out.from = text(x, a.words[p.a]), out.to = text(y, b.words[p.b]);
  return out;
}

// "wo" of "won't", "ca" of "can't": the pair behind it tells.
bool is_bound_form(const Word& w) { return w.key == "will" || w.key == "can" || w.key == "shall"; }

void add_pair(const Words& words_a, const Words& words_b, Pair p, std::vector<TypedEdit>& out) {
  const Word& x = words_a.words[p.a];
  const Word& y = words_b.words[p.b];
  if (x.mended != y.mended || x.bracketed != y.bracketed) return out.push_back({edit_of_words(EditType::bracket, x, y), Relation::bracketed});
  const std::string a = plain(x.surface), b = plain(y.surface);
  if (a == b) return;
  if (same_but_case(a, b)) return out.push_back({edit_of_words(EditType::case_change, x, y), Relation::formatting});
  const auto has_digit = [](const std::string& text) { return std::isdigit(static_cast<unsigned char>(text.front())) != 0; };
  if (x.kind == WordClass::number || has_digit(a) != has_digit(b)) return out.push_back({edit_of_words(EditType::number, x, y), Relation::formatting});
  if (x.clitic || y.clitic || x.key != y.key)
    return out.push_back({contraction(words_a, words_b, p), Relation::altered});
  if (!x.clitic && !is_bound_form(x)) out.push_back({edit_of_words(EditType::spelling, x, y), Relation::formatting});
}

// Punctuation before two words that agree, behind two that agree as well.
void add_marks(const Word& x, const Word& y, std::vector<TypedEdit>& out) {
  if (x.marks == y.marks && x.gap_before == y.gap_before) return;
  const auto shown = [](const Word& w) { return w.marks + (w.gap_before ? "\u2026" : ""); };
  Edit edit{EditType::punctuation, {x.span.begin, x.span.begin}, {y.span.begin, y.span.begin}, shown(x), shown(y), Touches::nothing, false};
  out.push_back({edit, Relation::formatting});
}

// One figure written in two ways.
bool is_same_number(const TypedEdit& typed) {
  return typed.edit.type == EditType::number && typed.makes == Relation::formatting;
}

// Words left out at one place and put in at another are one that moved.
void join_moves(std::vector<TypedEdit>& edits) {
  constexpr std::size_t kFar = 64;  // edits apart
  for (std::size_t i = 0; i < edits.size(); ++i) {
    Edit& x = edits[i].edit;
    if (x.type != EditType::insert && x.type != EditType::remove) continue;
    for (std::size_t j = i + 1; j < edits.size() && j < i + kFar; ++j) {
      Edit& y = edits[j].edit;
      const bool opposite = (x.type == EditType::insert && y.type == EditType::remove) || (x.type == EditType::remove && y.type == EditType::insert);
      if (!opposite || !same_but_case(x.from + x.to, y.from + y.to)) continue;
      if (x.type == EditType::remove) x.b = y.b, x.to = y.to;
      else x.a = y.a, x.from = y.from;
      x.type = EditType::move;
      x.touches = Touches::nothing;
      x.sense_critical = false;
      edits[i].makes = Relation::altered;
      edits.erase(edits.begin() + static_cast<std::ptrdiff_t>(j));
      break;
    }
  }
}

}  // namespace

std::vector<TypedEdit> edits_of(const Words& a, const Words& b, const Shared& shared) {
  std::vector<TypedEdit> out;
  auto difference = shared.differences.begin();
  Pair last{UINT32_MAX - 1, UINT32_MAX - 1};
  const auto add_differences_before = [&](std::uint32_t i, std::uint32_t j) {
    for (; difference != shared.differences.end() && difference->a.end <= i && difference->b.end <= j; ++difference)
      out.push_back(typed_difference(a, b, *difference));
  };
  for (const Pair p : shared.pairs) {
    add_differences_before(p.a, p.b);
    if (last.a + 1 == p.a && last.b + 1 == p.b) add_marks(a.words[p.a], b.words[p.b], out);
    add_pair(a, b, p, out);
    last = p;
  }
  add_differences_before(UINT32_MAX, UINT32_MAX);
  for (TypedEdit& typed : out)
    if (!is_same_number(typed)) set_touches(typed.edit, a, b);
  join_moves(out);
  return out;
}

}  // namespace sayso::trace
