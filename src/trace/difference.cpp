#include "trace/difference.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>
#include <string>

#include "trace/word_classes.h"

namespace sayso::trace {
namespace {

constexpr std::uint32_t kBracketed = 4;      // words that a bracket beside them may stand for
constexpr std::uint32_t kShortOmission = 3;  // words; longer ones are elisions

// One wording and its part of a difference.
struct Side {
  const std::vector<Word>& words;
  Range range;
  bool gap_behind_all;  // the wording ends with an ellipsis

  const Word& at(std::uint32_t i) const { return words[i]; }
  bool empty() const { return range.empty(); }
  std::uint32_t size() const { return range.size(); }

  // Where its words stand, or would.
  Span span() const {
    if (!empty()) return {words[range.begin].span.begin, words[range.end - 1].span.end};
    const std::uint32_t place = range.begin > 0 ? words[range.begin - 1].span.end : words.empty() ? 0 : words.front().span.begin;
    return {place, place};
  }
  std::string text() const {
    if (empty()) return {};
    const char* begin = words[range.begin].surface.data();
    const std::string_view last = words[range.end - 1].surface;
    return std::string(begin, static_cast<std::size_t>(last.data() + last.size() - begin));
  }
  // An ellipsis before, inside or right behind the words.
  bool has_gap() const {
    for (std::uint32_t i = range.begin; i <= range.end && i < words.size(); ++i)
      if (words[i].gap_before) return true;
    return range.end == words.size() && gap_behind_all;
  }
  std::uint32_t unbracketed() const {
    std::uint32_t out = 0;
    for (std::uint32_t i = range.begin; i < range.end; ++i) out += !words[i].bracketed;
    return out;
  }
  std::uint32_t printed() const {  // words as printed: "can't" is one
    std::uint32_t out = 0;
    for (std::uint32_t i = range.begin; i < range.end; ++i) out += !words[i].clitic;
    return out;
  }
  bool has_ordinal() const {  // "third", of which "3rd" is the key
    const auto is = [](const Word& w) { return std::isdigit(static_cast<unsigned char>(w.key.front())) && w.key.ends_with(w.key.ends_with("rd") ? "rd" : "th"); };
    return std::any_of(words.begin() + range.begin, words.begin() + range.end, is);
  }
  std::string letters() const {
    std::string out;
    for (std::uint32_t i = range.begin; i < range.end; ++i) out += words[i].key;
    return out;
  }
};

// Dialect written as it sounds.
std::string spelled_out(std::string letters) {
  for (const auto& [from, to] : {std::pair{"gonna", "goingto"}, {"wanna", "wantto"}, {"gotta", "gotto"}, {"kinda", "kindof"}, {"percent", "percent"}})
    if (letters == from) return to;
  return letters;
}

// Letters alone: "ain't" and "aint".
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (std::isalnum(static_cast<unsigned char>(c))) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out.empty() ? std::string(text) : out;
}

// "Stevens'" and "Stevens's".
bool is_possessive(const Side& with, const Side& without) {
  if (with.size() != 1 || !without.empty() || with.range.begin == 0) return false;
  return with.at(with.range.begin).key == "'s" && with.at(with.range.begin - 1).key.ends_with('s');
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

double scale_of(std::string_view key) {
  return key == "thousand" ? 1e3 : key == "million" ? 1e6 : key == "billion" ? 1e9 : key == "trillion" ? 1e12 : 0;
}

// The value of words that are all numbers: "two hundred and fifty" and "250", "half a million" and "500,000".
std::optional<double> value_of(const Side& side) {
  double total = 0, part = 0;
  bool any = false;
  for (std::uint32_t i = side.range.begin; i < side.range.end; ++i) {
    const std::string& key = side.at(i).key;
    if (key == "and" || key == "a") continue;
    if (key == "half") part += 0.5;
    else if (key == "hundred" || key == "dozen") part = (part > 0 ? part : 1) * (key == "dozen" ? 12 : 100);
    else if (const double scale = scale_of(key); scale > 0) total += (part > 0 ? part : 1) * scale, part = 0;
    else if (const auto number = number_of(key)) part += *number;
    else return std::nullopt;
    any = true;
  }
  return any ? std::optional(total + part) : std::nullopt;
}

// But for how far 0.1 and the like are told in binary.
bool same_value(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

// Whether a stretch left out is one or more whole sentences; it may be moved along where the words at its ends repeat.
bool whole_sentences(const Side& side) {
  const auto& w = side.words;
  Range r = side.range;
  const auto whole = [&] { return w[r.begin].sentence_begin && w[r.end - 1].sentence_end && r.begin > 0 && w[r.begin - 1].sentence_end; };
  if (whole()) return true;
  while (r.begin > 1 && w[r.begin - 1].key == w[r.end - 1].key) {
    --r.begin, --r.end;
    if (whole()) return true;
  }
  for (r = side.range; r.end < w.size() && w[r.begin].key == w[r.end].key;) {
    ++r.begin, ++r.end;
    if (whole()) return true;
  }
  return false;
}

// Whole sentences inside a stretch.
std::uint32_t sentences_inside(const Side& side) {
  std::uint32_t out = 0;
  bool begun = false;
  for (std::uint32_t i = side.range.begin; i < side.range.end; ++i) {
    begun = begun || side.at(i).sentence_begin;
    if (!side.at(i).sentence_end) continue;
    out += begun;
    begun = false;
  }
  return out;
}

Relation relation_of_omission(const Side& full) {
  if (full.printed() <= kShortOmission) return Relation::altered;
  if (whole_sentences(full) || sentences_inside(full) > 1) return Relation::spliced;
  return Relation::elided_unmarked;
}

Relation relation_of_exchange(const Side& a, const Side& b) {
  const Side& longer = a.size() > b.size() ? a : b;
  const Side& shorter = a.size() > b.size() ? b : a;
  const bool sentence_left_out = shorter.size() <= kShortOmission && longer.size() > 2 * kShortOmission && sentences_inside(longer) > 0;
  return sentence_left_out ? Relation::spliced : Relation::altered;
}

bool beside_bracket(const Side& side) {
  const std::uint32_t i = side.range.begin;
  return (i > 0 && side.at(i - 1).bracketed) || (i < side.words.size() && side.at(i).bracketed);
}

// A slip of the pen: one letter more, less, other, or two exchanged, in a long word that is not inflected by it.
bool is_misprint(const Side& a, const Side& b) {
  if (a.size() != 1 || b.size() != 1) return false;
  std::string_view x = a.at(a.range.begin).key, y = b.at(b.range.begin).key;
  if (x.size() > y.size()) std::swap(x, y);
  if (x.size() < 5 || y.size() - x.size() > 1 || weight_of(x) + weight_of(y) < 2.5F) return false;
  const auto front = static_cast<std::size_t>(std::mismatch(x.begin(), x.end(), y.begin(), y.end()).first - x.begin());
  const auto back = static_cast<std::size_t>(std::mismatch(x.rbegin(), x.rend(), y.rbegin(), y.rend()).first - x.rbegin());
  if (front >= x.size()) return false;  // an ending: an inflection
  if (x.size() == y.size() && front + 2 < x.size() + 1 && front + back + 2 == x.size()) return x[front] == y[front + 1] && x[front + 1] == y[front];
  return front > 0 && front + back + 1 >= y.size();
}

// A swear word with letters masked: "s---hole", "f**k".
bool is_masked(const Side& a, const Side& b) {
  if (a.size() != 1 || b.size() != 1) return false;
  const std::string& x = a.at(a.range.begin).key;
  const std::string& y = b.at(b.range.begin).key;
  const auto masked = [](const std::string& key) { return key.find("**") != std::string::npos || key.find("--") != std::string::npos; };
  return (masked(x) || masked(y)) && x.front() == y.front();
}

}  // namespace

namespace {

// With the bracket that its words stand in, where that is not all inside: "teh [sic]".
void take_brackets(const Side& side, Span& span, std::string& text) {
  if (side.empty()) return;
  const Word &first = side.at(side.range.begin), &last = side.at(side.range.end - 1);
  // Of a word in brackets both stand in the text, so that there is a byte before it and one behind.
  const char before = first.bracketed ? first.surface.data()[-1] : ' ';
  const char after = last.bracketed ? last.surface.data()[last.surface.size()] : ' ';
  const bool opens = before == '[' || before == '(', closes = after == ']' || after == ')';
  const auto more = [&text](std::string_view of, std::string_view than) {
    const auto count = [&text](std::string_view marks) { return std::ranges::count_if(text, [marks](char c) { return marks.find(c) != marks.npos; }); };
    return count(of) > count(than);
  };
  const bool takes_open = opens && (closes || more("])", "[(")), takes_close = closes && (opens || more("[(", "])"));
  if (takes_open) text.insert(text.begin(), before), --span.begin;
  if (takes_close) text.push_back(after), ++span.end;
}

TypedEdit type_difference(const Words& a, const Words& b, const Difference& d) {
  const Side x{a.words, d.a, a.gap_after}, y{b.words, d.b, b.gap_after};
  TypedEdit out;
  out.edit = {x.empty() ? EditType::insert : y.empty() ? EditType::remove : EditType::substitute, x.span(), y.span(), x.text(), y.text(),
              Touches::nothing, false};
  const auto is = [&out](EditType type, Relation makes) {
    out.edit.type = type;
    out.makes = makes;
    return out;
  };
  const auto of_mark = [](const Side& side, const Side& other, bool mark) { return mark && side.unbracketed() == 0 && (!other.empty() || !side.empty()); };
  if (spelled_out(x.letters()) == spelled_out(y.letters()) || bare(x.text()) == bare(y.text()) || is_possessive(x, y) || is_possessive(y, x)) return is(EditType::spelling, Relation::formatting);
  const auto value_x = value_of(x), value_y = value_of(y);
  if (value_x && value_y) {
    const bool one_ordinal = x.has_ordinal() != y.has_ordinal() && !has_digit(x.text()) && !has_digit(y.text());  // "October 3rd" is "October 3"
    const bool same = same_value(*value_x, *value_y) && !one_ordinal;
    return is(EditType::number, same ? Relation::formatting : Relation::altered);
  }
  if ((x.empty() && y.size() <= kBracketed && beside_bracket(x)) || (y.empty() && x.size() <= kBracketed && beside_bracket(y)))
    return is(EditType::bracket, Relation::bracketed);
  if ((x.size() == 1 && x.at(x.range.begin).mended) || (y.size() == 1 && y.at(y.range.begin).mended)) return is(EditType::bracket, Relation::bracketed);
  const bool bracket_x = x.unbracketed() < x.size(), bracket_y = y.unbracketed() < y.size();
  if (of_mark(x, y, bracket_x) || of_mark(y, x, bracket_y)) return is(EditType::bracket, Relation::bracketed);
  if ((x.empty() && x.has_gap()) || (y.empty() && y.has_gap())) return is(EditType::ellipsis, Relation::elided_marked);
  out.omission = x.empty() != y.empty();
  if (x.empty() || y.empty()) return is(out.edit.type, relation_of_omission(x.empty() ? y : x));
  if (is_misprint(x, y) || is_masked(x, y)) return is(EditType::spelling, Relation::formatting);
  return is(EditType::substitute, relation_of_exchange(x, y));
}

}  // namespace

TypedEdit typed_difference(const Words& a, const Words& b, const Difference& d) {
  TypedEdit out = type_difference(a, b, d);
  take_brackets({a.words, d.a, a.gap_after}, out.edit.a, out.edit.from);
  take_brackets({b.words, d.b, b.gap_after}, out.edit.b, out.edit.to);
  return out;
}

}  // namespace sayso::trace
