#include "trace/touches.h"

#include <algorithm>
#include <vector>

#include "trace/word_classes.h"

namespace sayso::trace {
namespace {

std::vector<const Word*> words_in(const Words& words, Span span) {
  std::vector<const Word*> out;
  const auto first = std::lower_bound(words.words.begin(), words.words.end(), span.begin,
                                      [](const Word& w, std::uint32_t begin) { return w.span.begin < begin; });
  for (auto w = first; w != words.words.end() && w->span.end <= span.end; ++w) out.push_back(&*w);
  return out;
}

bool has(const std::vector<const Word*>& words, std::string_view key) {
  return std::any_of(words.begin(), words.end(), [key](const Word* w) { return w->key == key; });
}

// Words of one class that only one side has.
bool differ_in(WordClass kind, const std::vector<const Word*>& a, const std::vector<const Word*>& b) {
  const auto only_in = [kind](const auto& from, const auto& other) {
    return std::any_of(from.begin(), from.end(), [&](const Word* w) { return w->kind == kind && !has(other, w->key); });
  };
  return only_in(a, b) || only_in(b, a);
}

std::size_t negations(const std::vector<const Word*>& words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](const Word* w) { return w->kind == WordClass::negation; }));
}

bool turned_by_form(const std::vector<const Word*>& a, const std::vector<const Word*>& b) {
  for (const Word* x : a)
    for (const Word* y : b)
      if (opposite_forms(x->key, y->key)) return true;
  return false;
}

}  // namespace

void set_touches(Edit& edit, const Words& a, const Words& b) {
  switch (edit.type) {
    case EditType::case_change:
    case EditType::punctuation:
    case EditType::spelling:
    case EditType::expand_contraction:
    case EditType::move: return;
    default: break;
  }
  constexpr std::uint32_t kLong = 400;  // code points: a passage left out is no edit of a word
  if (edit.a.size() > kLong || edit.b.size() > kLong) return;
  const std::vector<const Word*> x = words_in(a, edit.a), y = words_in(b, edit.b);
  const bool turned = turned_by_form(x, y);
  if (negations(x) % 2 != negations(y) % 2 ? !turned : turned) edit.touches = Touches::negation;
  else if (differ_in(WordClass::number, x, y)) edit.touches = Touches::number;
  else if (differ_in(WordClass::modal, x, y)) edit.touches = Touches::modal;
  else if (differ_in(WordClass::name, x, y)) edit.touches = Touches::name;
  else if (differ_in(WordClass::quantifier, x, y)) edit.touches = Touches::quantifier;
  // An ellipsis or a bracket declares itself.
  const bool declared = edit.type == EditType::ellipsis || edit.type == EditType::bracket;
  edit.sense_critical = edit.touches != Touches::nothing && !declared;
}

namespace {

bool is_one_of(const std::vector<const Word*>& words, std::initializer_list<std::string_view> keys) {
  return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return has(words, key); });
}

bool has_universal(const std::vector<const Word*>& words) { return is_one_of(words, {"all", "every", "each", "everyone", "everybody", "always", "only"}); }
bool has_partial(const std::vector<const Word*>& words) { return is_one_of(words, {"some", "many", "most", "few", "several", "sometimes", "often"}); }

// Words that the speaker said twice, one of which was left out: "didn't have - did not have".
bool is_repeated(const Words& words, const std::vector<const Word*>& said) {
  if (said.empty()) return false;
  const auto first = static_cast<std::size_t>(said.front() - words.words.data());
  const auto equal_at = [&](std::size_t at) {
    for (std::size_t k = 0; k < said.size(); ++k)
      if (at + k >= words.words.size() || words.words[at + k].key != said[k]->key) return false;
    return true;
  };
  const std::size_t size = said.size();
  return equal_at(first + size) || equal_at(first + size + 1) || (first >= size && equal_at(first - size)) ||
         (first > size && equal_at(first - size - 1));
}

bool turns(const Edit& edit, const Words& a, const Words& b) {
  constexpr std::size_t kMost = 4;  // words; a longer passage that is left out is an elision
  const std::vector<const Word*> x = words_in(a, edit.a), y = words_in(b, edit.b);
  if (x.size() > kMost || y.size() > kMost) return false;
  switch (edit.touches) {
    case Touches::negation: return !(x.empty() && is_repeated(b, y)) && !(y.empty() && is_repeated(a, x));
    case Touches::number: return edit.type == EditType::number;
    case Touches::quantifier: return (has_universal(x) && has_partial(y)) || (has_partial(x) && has_universal(y));
    case Touches::name: return (has_universal(x) && has_partial(y)) || (has_partial(x) && has_universal(y));
    default: return false;
  }
}

}  // namespace

bool turns_sense(const std::vector<Edit>& edits, const Words& a, const Words& b) {
  const auto of_negation = [](const Edit& e) { return e.sense_critical && e.touches == Touches::negation; };
  const auto negating = std::count_if(edits.begin(), edits.end(), of_negation);
  return std::any_of(edits.begin(), edits.end(), [&](const Edit& edit) {
    if (!edit.sense_critical || (of_negation(edit) && negating % 2 == 0)) return false;
    return turns(edit, a, b);
  });
}

}  // namespace sayso::trace
