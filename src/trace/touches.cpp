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

// "somebody" and "someone" say one thing.
std::string one_form(std::string_view key) {
  return key.ends_with("body") && key.size() > 4 ? std::string(key.substr(0, key.size() - 4)) + "one" : std::string(key);
}

bool has_form(const std::vector<const Word*>& words, std::string_view key) {
  return std::any_of(words.begin(), words.end(), [form = one_form(key)](const Word* w) { return one_form(w->key) == form; });
}

// Words of one class that only one side has.
bool differ_in(WordClass kind, const std::vector<const Word*>& a, const std::vector<const Word*>& b) {
  const auto only_in = [kind](const auto& from, const auto& other) {
    return std::any_of(from.begin(), from.end(), [&](const Word* w) { return w->kind == kind && !has_form(other, w->key); });
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

bool is_name(const Word* w) { return w->kind == WordClass::name || w->maybe_name; }

// One name for another. At the beginning of a sentence capitals tell little: both must look like one.
bool exchanges_names(const std::vector<const Word*>& a, const std::vector<const Word*>& b) {
  return !a.empty() && a.size() == b.size() && std::ranges::all_of(a, is_name) && std::ranges::all_of(b, is_name);
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
  else if (differ_in(WordClass::name, x, y) || exchanges_names(x, y)) edit.touches = Touches::name;
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

// Words that stand close by once more: a false start ("didn't have - did not have"), or one of several clauses that begin
// alike ("I have not broken any laws, I have not violated …").
bool is_repeated(const Words& words, const std::vector<const Word*>& said) {
  constexpr std::size_t kNear = 9;  // words
  if (said.empty()) return false;
  const auto first = static_cast<std::size_t>(said.front() - words.words.data());
  const auto equal_at = [&](std::size_t at) {
    for (std::size_t k = 0; k < said.size(); ++k)
      if (at + k >= words.words.size() || words.words[at + k].key != said[k]->key) return false;
    return true;
  };
  for (std::size_t at = first > kNear ? first - kNear : 0; at <= first + kNear; ++at)
    if ((at + said.size() <= first || at >= first + said.size()) && equal_at(at)) return true;
  return false;
}

// Negations from a few words before the edit to its end, in one wording.
std::size_t negations_up_to(const Words& words, Span span) {
  constexpr std::ptrdiff_t kBefore = 6;  // words: "I don't think we have" is "we have not"
  const auto first = std::lower_bound(words.words.begin(), words.words.end(), span.begin, [](const Word& w, std::uint32_t begin) { return w.span.begin < begin; });
  std::size_t out = 0;
  for (auto w = first - std::min(kBefore, first - words.words.begin()); w != words.words.end() && w->span.end <= span.end; ++w)
    out += w->kind == WordClass::negation;
  return out;
}

bool negates(const Edit& edit, const Words& a, const Words& b, const std::vector<const Word*>& x, const std::vector<const Word*>& y) {
  if (turned_by_form(x, y)) return true;
  if (negations_up_to(a, edit.a) % 2 == negations_up_to(b, edit.b) % 2) return false;
  return !(x.empty() && is_repeated(b, y)) && !(y.empty() && is_repeated(a, x));
}

bool is_content(const Word& w) { return w.kind == WordClass::other && w.weight > 1.5F && w.key.size() >= 4; }

// No form of the other and no slip.
bool look_unlike(const std::string& p, const std::string& q) {
  const auto front = std::mismatch(p.begin(), p.end(), q.begin(), q.end()).first - p.begin();
  const auto back = std::mismatch(p.rbegin(), p.rend(), q.rbegin(), q.rend()).first - p.rbegin();
  return 2 * (front + back) < static_cast<std::ptrdiff_t>(std::min(p.size(), q.size()));
}

// One uncommon word for another that does not look like it.
bool exchanges_content(const Edit& edit, const std::vector<const Word*>& x, const std::vector<const Word*>& y) {
  if (edit.type != EditType::substitute || x.size() != 1 || y.size() != 1 || !is_content(*x[0]) || !is_content(*y[0])) return false;
  return look_unlike(x[0]->key, y[0]->key);
}

// "May" for "will" or "must", "should" for "must": what is sure or ordered becomes what is possible or advised. Others are times of one
// ("will", "would") or come near each other ("must", "will").
bool exchanges_modals(const Edit& edit, const std::vector<const Word*>& x, const std::vector<const Word*>& y) {
  if (edit.type != EditType::substitute || x.size() != 1 || y.size() != 1) return false;
  const auto is = [](const Word* w, std::initializer_list<std::string_view> keys) { return std::ranges::find(keys, w->key) != keys.end(); };
  const auto weakens = [&is](const Word* strong, const Word* weak) {
    return (is(strong, {"will", "shall", "must"}) && is(weak, {"may", "might"})) || (is(strong, {"must"}) && is(weak, {"should", "ought"}));
  };
  return weakens(x[0], y[0]) || weakens(y[0], x[0]);
}

// A condition left out: "Those ducks, if they are ducks, …".
bool leaves_out_condition(const std::vector<const Word*>& x, const std::vector<const Word*>& y) {
  if (x.empty() == y.empty()) return false;
  const std::string& first = (x.empty() ? y : x).front()->key;
  return first == "if" || first == "unless" || first == "except" || first == "provided";
}

// "in the United States": a phrase that narrows what is said, left out.
bool leaves_out_where(const Edit& edit, const std::vector<const Word*>& x, const std::vector<const Word*>& y) {
  const std::vector<const Word*>& full = x.empty() ? y : x;
  if ((!x.empty() && !y.empty()) || full.size() < 2) return false;
  const std::string& first = full.front()->key;
  return edit.touches == Touches::name && (first == "in" || first == "from" || first == "outside" || first == "except" || first == "against" || first == "with");
}

// "some" put in, or "all" before "the": the same thing said of a part, of everything. "It's all coming out" is neither.
bool quantifies(const Edit& edit, const Words& a, const Words& b, const std::vector<const Word*>& x, const std::vector<const Word*>& y) {
  if ((has_universal(x) && has_partial(y)) || (has_partial(x) && has_universal(y))) return true;
  if (x.size() + y.size() != 1) return false;
  const Word* word = x.empty() ? y[0] : x[0];
  const Words& side = x.empty() ? b : a;
  const bool last = word == &side.words.back();
  if (word->key == "some" || word->key == "most" || word->key == "few") return edit.type != EditType::move && !last;
  return word->key == "all" && !last && is_one_of({word + 1}, {"the", "these", "those", "our", "my", "your", "his", "her", "their", "its"});
}

bool turns(const Edit& edit, const Words& a, const Words& b) {
  constexpr std::size_t kMost = 4;  // words; a longer passage that is left out is an elision
  const std::vector<const Word*> x = words_in(a, edit.a), y = words_in(b, edit.b);
  if (leaves_out_condition(x, y)) return true;
  if (x.size() > kMost || y.size() > kMost) return false;
  switch (edit.touches) {
    case Touches::negation: return negates(edit, a, b, x, y);
    case Touches::number: return edit.type == EditType::number;
    case Touches::quantifier: return quantifies(edit, a, b, x, y);
    case Touches::modal: return exchanges_modals(edit, x, y);
    case Touches::name:
      if (edit.type == EditType::substitute && exchanges_names(x, y)) return look_unlike(x.back()->key, y.back()->key);
      return leaves_out_where(edit, x, y) || (has_universal(x) && has_partial(y)) || (has_partial(x) && has_universal(y));
    default: return exchanges_content(edit, x, y);
  }
}

}  // namespace

bool turns_sense(const std::vector<Edit>& edits, const Words& a, const Words& b) {
  const auto of_negation = [](const Edit& e) { return e.sense_critical && e.touches == Touches::negation; };
  const auto negating = std::count_if(edits.begin(), edits.end(), of_negation);
  return std::any_of(edits.begin(), edits.end(), [&](const Edit& edit) {
    if (of_negation(edit) && negating % 2 == 0) return false;
    if (!edit.sense_critical && edit.touches != Touches::nothing) return false;
    return turns(edit, a, b);
  });
}

}  // namespace sayso::trace
