#include "record/sketch_reader.h"

#include <unicode/uchar.h>

#include "record/identity_parts.h"
#include "record/names.h"
#include "text/words/nouns.h"
#include "text/words/place_names.h"
#include "text/words/pronouns.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso::record {
namespace {

constexpr std::uint32_t kBehind = 12;  // tokens read behind a mention

bool is_person_noun(std::string_view word) {
  static const WordSet none("source others member fan fellow person man woman friend mother father son daughter wife husband brother sister partner child "
                            "resident local guest host winner loser victim witness suspect neighbor neighbour cousin uncle aunt ally rival critic user");
  if (none.contains(word)) return false;
  if (fields_of(word) != 0) return true;
  const Noun found = noun(word);
  return found.kind == NounKind::person && !found.plural;
}

bool goes_before_head(std::string_view word) {
  static const WordSet set("prime foreign finance defence defense interior health justice education transport trade home police fire attorney lieutenant "
                           "solicitor deputy vice chief secretary prosecutor press shadow labor labour agriculture energy environment");
  return set.contains(word);
}

// Where a noun phrase behind a mention ends at the latest.
bool is_verb_like(std::string_view word) {
  static const WordSet set("said says told added asked wrote has had have is was were are be been will would could can who whose which that but and "
                           "when while because after before if as with told tells thinks believes declined");
  return set.contains(word);
}

bool leads_to_place(std::string_view word) { return word == "of" || word == "for" || word == "from" || word == "in" || word == "at"; }

// What may stand between a name and the other one, ", the singer better known as": not "vowed to repeal the law known as".
bool leads_to_other_name(std::string_view word) {
  static const WordSet set("who whose is was are the a an and now then once also better best widely professionally previously sometimes commonly "
                           "real birth maiden stage given full legal own pen screen , ( – — - ’ ' \"");
  return set.contains(word) || is_person_noun(word);
}

void add_gender(Sketch& sketch, Gender gender) {
  sketch.she += gender == Gender::female;
  sketch.he += gender == Gender::male;
}

}  // namespace

SketchReader::SketchReader(const CodePoints& text, int year) : text_(text), year_(year) { tokenize(text, {0, text.size()}, tokens_); }

std::string SketchReader::lower(std::uint32_t t) const {
  const std::string_view word = raw(t);
  std::string out(word);
  bool ascii = true;
  for (char& c : out) {
    ascii &= static_cast<unsigned char>(c) < 0x80;
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return ascii ? out : fold_name(word);
}

bool SketchReader::is_capital(std::uint32_t t) const {
  const std::string_view word = raw(t);
  if (word.empty()) return false;
  std::size_t at = 0;
  return u_isupper(static_cast<UChar32>(decode(word, at))) != 0;
}

// The end of a sentence, as far as one can see without reading it all.
bool SketchReader::is_end(std::uint32_t t) const {
  const std::string_view word = raw(t);
  return word.empty() || word == "." || word == "!" || word == "?" || word == ";" || word == ":" || word == "\"" || word == "“" || word == "”";
}

std::uint32_t SketchReader::token_at(std::uint32_t code_point, std::uint32_t from) const {
  while (from < tokens_.size() && tokens_[from].begin < code_point) ++from;
  return from;
}

void SketchReader::read(Span mention, std::uint32_t first_token, Sketch& sketch) const {
  Range m{first_token, first_token};
  while (m.end < tokens_.size() && tokens_[m.end].begin < mention.end) ++m.end;
  if (m.begin == m.end) return;
  const std::string first = lower(m.begin);
  if (m.end == m.begin + 1) {
    if (first == "she" || first == "her" || first == "hers" || first == "herself") return void(++sketch.she);
    if (first == "he" || first == "him" || first == "his" || first == "himself") return void(++sketch.he);
    if (!is_capital(m.begin)) return;
  }
  inside(m, sketch);
  before(m, sketch);
  behind(m.end, sketch);
}

// Titles that are part of the mention: "Sen. Ann Cole", "Prime Minister Cole".
void SketchReader::inside(Range m, Sketch& sketch) const {
  for (std::uint32_t t = m.begin; t + 1 < m.end; ++t) {
    if (is(t, ".")) continue;
    const std::string word = lower(t);
    if (!is_title(word) && !goes_before_head(word)) return;
    add_gender(sketch, title_gender(word));
    if (is_honorific(word)) continue;
    if (!is_title(lower(t + 1)) || t + 2 >= m.end) role(t, m.end, sketch);
  }
}

// "Hill mayor Ann Cole", "41-year-old nurse Ann Cole", "Mr Cole".
void SketchReader::before(Range m, Sketch& sketch) const {
  if (m.begin == 0) return;
  std::uint32_t t = m.begin - 1;
  if (is(t, ".") && t > 0 && is_abbreviated_title(lower(t - 1))) --t;
  const std::string word = lower(t);
  add_gender(sketch, title_gender(word));
  if (is_honorific(word) && fields_of(word) == 0) return;
  if (!is_person_noun(word) && !is_title(word)) return;
  if (role(t, m.end, sketch)) add_gender(sketch, noun(word).gender);
  if (t > 5 && is(t - 2, "-") && lower(t - 1) == "old" && is(t - 4, "-")) age(t - 5, sketch);
}

// ", 41, the mayor of Hill", " (R-Ohio)", " is a nurse", ", who coaches".
void SketchReader::behind(std::uint32_t end, Sketch& sketch) const {
  std::uint32_t t = end;
  other_name(end, sketch);
  if (is(t, "(") && is(t + 2, "-")) return party(t, sketch);
  if (is(t, ",") || is(t, "(") || is(t, "–") || is(t, "—")) {
    ++t;
    if (raw(t).size() == 2 && (is(t + 1, ",") || is(t + 1, ")") || is(t + 1, "."))) age(t, sketch), t += 2;
    return apposition(t, sketch);
  }
  const std::string verb = lower(t);
  if (verb != "is" && verb != "was") return;
  const std::string article = lower(t + 1);
  if (article == "a" || article == "an" || article == "the") apposition(t + 2, sketch);
}

void SketchReader::apposition(std::uint32_t begin, Sketch& sketch) const {
  bool found = false;
  if (lower(begin) == "who" && lower(begin + 1) != "is" && lower(begin + 1) != "was") {
    const std::string verb = lower(begin + 1);  // "who coaches"
    const std::string base(singular(verb));
    if (base != verb && fields_of(base) != 0) count(sketch.roles, base);
    return;
  }
  if (lower(begin) == "who") begin += 2;
  int commas = 0;
  for (std::uint32_t t = begin; t < begin + kBehind && !is_end(t); ++t) {
    if (is(t, ",") && ++commas == 2) return;
    const std::string word = lower(t);
    if (found && commas > 0 && word != "a" && word != "an" && word != "the" && word != "now" && !is_person_noun(word)) {
      if (!is(t, ",")) return;
    }
    if (is_verb_like(word) && word != "and" && word != "with") return;
    if (leads_to_place(word) && !found) return;
    if (is_person_noun(word) && !(is_capital(t) && !is_title(word)) && !is_person_noun(lower(t + 1))) found |= role(t, t, sketch);
  }
}

// "(R-Ohio)", "(D-Vt.)".
void SketchReader::party(std::uint32_t bracket, Sketch& sketch) const {
  const std::string_view letter = raw(bracket + 1);
  if (letter.size() != 1 || !is_capital(bracket + 3)) return;
  const std::string party = letter == "R" ? "republican" : letter == "D" ? "democrat" : "politician";
  count(sketch.roles, party + " of " + fold_name(raw(bracket + 3)));
}

// Adds the role whose noun stands at a token, with what belongs to it: "Bishop Gray of Orne", where the name ends at `end`.
bool SketchReader::role(std::uint32_t noun, std::uint32_t end, Sketch& sketch) const {
  std::string text(office_of(lower(noun)));
  std::uint32_t first = noun;
  if (noun > 0 && goes_before_head(lower(noun - 1)) && text != "spokesman") text = lower(--first) + " " + text;
  std::string place = place_behind(noun);
  if (place.empty()) place = place_before(first);
  if (place.empty() && end > noun && is(end, "of")) place = place_behind(end - 1);
  if (!place.empty()) text += " of " + place;
  count(sketch.roles, text);
  return true;
}

// "mayor of Hill", "professor at Hill University", behind a noun.
std::string SketchReader::place_behind(std::uint32_t noun) const {
  std::uint32_t t = noun + 1;
  if (!leads_to_place(lower(t))) return {};
  if (lower(++t) == "the") ++t;
  std::string out;
  for (std::uint32_t n = 0; n < 4 && is_capital(t); ++n, ++t) out += (out.empty() ? "" : " ") + fold_name(raw(t));
  return out;
}

// "Hill mayor": capitals before a noun that are a place, not a people or the beginning of a sentence.
std::string SketchReader::place_before(std::uint32_t noun) const {
  if (noun == 0 || !is_capital(noun - 1) || is_capital(noun)) return {};
  const std::string word = lower(noun - 1);
  if (is_people_adjective(word) || is_title(word) || word == "former" || word == "the" || word == "a") return {};
  return fold_name(raw(noun - 1));
}

void SketchReader::age(std::uint32_t number, Sketch& sketch) const {
  const std::string_view digits = raw(number);
  if (year_ == 0 || digits.size() != 2 || digits[0] < '1' || digits[0] > '9' || digits[1] < '0' || digits[1] > '9') return;
  count(sketch.born, std::to_string(year_ - (digits[0] - '0') * 10 - (digits[1] - '0')));
}

// "née Reyes", "formerly Ann Reyes", "better known as Lady Copper", "whose real name is Greg Plum".
void SketchReader::other_name(std::uint32_t end, Sketch& sketch) const {
  for (std::uint32_t t = end; t < end + kBehind && !is(t, ".") && !raw(t).empty(); ++t) {
    const std::string word = lower(t);
    if ((word == "nee" || word == "formerly" || word == "born") && is_capital(t + 1)) return add_other_name(t + 1, sketch);
    const bool known = word == "known" || word == "performs" || word == "records" || word == "writes" || word == "performing" || word == "writing";
    if (known && lower(t + 1) == "as") return add_other_name(t + 2, sketch);
    if (word == "name" && t > end && (lower(t + 1) == "is" || lower(t + 1) == "was")) return add_other_name(t + 2, sketch);
    if (word == "alias" || word == "aka") return add_other_name(t + 1, sketch);
    if (word == "a" && is(t + 1, ".") && lower(t + 2) == "k" && lower(t + 4) == "a") return add_other_name(t + (is(t + 5, ".") ? 6 : 5), sketch);
    if (word == "formerly" && lower(t + 1) == "known") continue;
    if (is_end(t) || !leads_to_other_name(word)) return;
  }
}

void SketchReader::add_other_name(std::uint32_t begin, Sketch& sketch) const {
  if (is(begin, "“") || is(begin, "\"") || is(begin, "'") || is(begin, "‘")) ++begin;
  std::uint32_t end = begin;
  while (end < begin + 6 && (is_capital(end) || ((is(end, "-") || is(end, "’") || is(end, "'")) && joined(end) && joined(end + 1) && end > begin))) ++end;
  if (end == begin) return;
  const std::size_t from = tokens_[begin].byte;
  count(sketch.other_names, text_.utf8().substr(from, tokens_[end - 1].byte_end - from));
}

}  // namespace sayso::record
