#include "extract/name_run.h"

#include <algorithm>

#include "text/words/given_names.h"
#include "text/words/nouns.h"
#include "text/words/organization_words.h"
#include "text/words/place_names.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kMaxRun = 24;       // tokens; longer runs of capitals are no names
constexpr std::uint32_t kMaxNickname = 4;   // tokens

bool is_particle(std::string_view word) {
  static const WordSet set("de da di do dos das du del della der den des la le van von zu zum zur bin ibn bint al el ul ten ter af av e y");
  return set.contains(word);
}

// Behind a hyphen these make an adjective of the name before it.
bool makes_adjective(std::string_view word) {
  static const WordSet set("based born led backed run style owned controlled era funded trained made educated friendly bashing aligned occupied "
                           "administered area style like leaning held dominated affiliated appointed wide related");
  return set.contains(word);
}

class Reader {
 public:
  Reader(const WordForms& forms, const Capitals& capitals, std::uint32_t begin) : f_(forms), c_(capitals), at_(begin + 1) {
    run_.all.begin = begin;
  }

  NameRun read() {
    while (at_ - run_.all.begin < kMaxRun && step()) {
    }
    run_.all.end = at_;
    run_.resume = at_;
    cut_before_glued();
    run_.possessive = possessive(run_.all.end);
    return run_;
  }

 private:
  std::uint32_t last() const { return at_ - 1; }
  bool joined(std::uint32_t t) const { return t < f_.size() && !f_.is_spaced(t); }
  bool capital_word(std::uint32_t t) const {
    return f_.is_capital(t) && !f_.begins_paragraph(t) && !f_.begins_sentence(t) && c_.may_be_name(t);
  }

  bool possessive(std::uint32_t t) const {
    if (!f_.is(t, "'") || !joined(t)) return false;
    if (f_.is(t + 1, "s") && joined(t + 1)) return true;
    return f_.folded(t - 1).ends_with('s') && f_.is_spaced(t + 1);
  }

  // "Cole Ann Jane ColeReyes wins …": pages that glue a profile and headlines to a name. A word of the run that comes
  // back with another capital inside ends the name where it came first.
  void cut_before_glued() {
    for (std::uint32_t t = run_.all.begin + 1; t < run_.all.begin + 10; ++t) {
      if (f_.begins_paragraph(t) || !f_.is_capital(t)) continue;
      for (std::uint32_t w = run_.all.begin; w < t && w < run_.all.end; ++w) {
        const std::string_view word = f_.text(w), glued = f_.text(t);
        const bool back = word.size() > 2 && glued.size() > word.size() && glued.starts_with(word) && f_.is_capital(w) &&
                          glued[word.size()] >= 'A' && glued[word.size()] <= 'Z' && !f_.is_upper(t);
        if (!back) continue;
        run_.all.end = w + 1;
        run_.resume = t + 1;
        return;
      }
    }
  }

  bool take(std::uint32_t end) {
    at_ = end;
    return true;
  }

  bool step() {
    if (f_.begins_paragraph(at_)) return false;
    if (joined(at_)) return joint();
    if (capital_word(at_)) return !is_credit() && take(at_ + 1);
    if (f_.is(at_, "&") && capital_word(at_ + 1) && f_.is_spaced(at_ + 1)) return take(at_ + 2);  // "Brindle & Hoare"
    return particle() || nickname(at_) || bracket() || linked();
  }

  // "REUTERS Ann Cole": a credit and a name are two.
  bool is_credit() const {
    return last() == run_.all.begin && f_.is_upper(last()) && !f_.is_upper(at_) && is_known_outlet(f_.folded(last())) &&
           f_.folded(last()).size() > 2 && !is_organization_word(f_.folded(at_));
  }

  // "Chad [Griffin]": a name that an editor completed.
  bool bracket() {
    return f_.is(at_, "[") && f_.is_capital(at_ + 1) && f_.is(at_ + 2, "]") && !f_.is_spaced(at_ + 2) && take(at_ + 3);
  }

  // What stands without a space: full stops, hyphens, apostrophes, ampersands.
  bool joint() {
    const std::string_view mark = f_.folded(at_);
    if (mark == ".") return full_stop();
    if (mark == "-") return hyphen();
    if (mark == "'") return apostrophe();
    if (mark == "&") return f_.is_capital(at_ + 1) && take(at_ + 2);
    if (mark == ",") return comma();
    return false;
  }

  bool full_stop() {
    const std::string_view word = f_.folded(last());
    const bool initial = f_.is_letter(last());
    const bool short_form = is_abbreviated_title(word) || is_company_suffix(word);
    if (!initial && !short_form) return false;
    const bool more = joined(at_ + 1) ? f_.is_capital(at_ + 1) : capital_word(at_ + 1) || f_.is(at_ + 1, ",");
    if (more && f_.is_capital(at_ + 1)) return take(at_ + 2);
    if (initial || is_name_suffix(word) || is_company_suffix(word)) at_ = at_ + 1;  // the stop belongs to the name
    return initial && last_linked();
  }
  bool last_linked() { return particle() || nickname(at_); }

  bool hyphen() {
    if (!joined(at_ + 1) || !f_.is_word(at_ + 1)) return false;
    if (!f_.is_capital(at_ + 1) && makes_adjective(f_.folded(at_ + 1))) {
      run_.adjective = true;
      return false;
    }
    return take(at_ + 2);
  }

  bool apostrophe() {
    if (possessive(at_)) return possessive_of_a_body();
    if (!joined(at_ + 1) || !f_.is_capital(at_ + 1)) return false;
    return take(at_ + 2);
  }

  // "Metalworkers' Union", "St. John's Hospital": the name goes on where a body's word follows soon.
  bool possessive_of_a_body() {
    const std::uint32_t next = f_.is(at_ + 1, "s") ? at_ + 2 : at_ + 1;
    if (is_given_name(f_.folded(run_.all.begin))) return false;
    std::uint32_t end = next;
    while (end < next + 3 && capital_word(end) && f_.is_spaced(end)) ++end;
    return end > next && is_organization_word(f_.folded(end - 1)) && take(end);
  }

  // "Bob Cole, Jr."; "Apple, Inc."
  bool comma() {
    const std::string_view word = f_.folded(at_ + 1);
    if (!f_.is_capital(at_ + 1) || !(is_name_suffix(word) || is_company_suffix(word))) return false;
    return take(at_ + 2);
  }

  // "van der Bellen": small words between capitals.
  bool particle() {
    std::uint32_t t = at_;
    while (t < at_ + 3 && f_.is_lower(t) && f_.is_spaced(t) && is_particle(f_.folded(t))) ++t;
    if (t == at_) return false;
    const bool hyphenated = f_.is(t, "-") && f_.is_capital(t + 1);
    if (hyphenated) return take(t + 2);
    return capital_word(t) && take(t + 1);
  }

  // Ann “Ace” Cole; Ann (“Ace”) Cole; Patrick 'Paddy' Odell; Tiffany ''Tiff'' Odell; Hector ‘Half-Past’ Mundy.
  bool nickname(std::uint32_t t) {
    const bool bracket = f_.is(t, "(");
    const std::uint32_t mark = bracket ? t + 1 : t;
    const std::uint32_t open = mark + mark_size(mark);
    if (!run_.nickname.empty() || open == mark || !f_.is_capital(open)) return false;
    std::uint32_t close = open;
    while (close <= open + kMaxNickname && (f_.is_word(close) || (f_.is(close, "-") && joined(close)))) ++close;
    if (mark_size(close) == 0) return false;
    const std::uint32_t behind = close + mark_size(close);
    if (bracket && !f_.is(behind, ")")) return false;
    const std::uint32_t next = bracket ? behind + 1 : behind;
    if (!f_.is_capital(next) || !f_.is_spaced(next) || f_.begins_paragraph(next)) return false;
    run_.nickname = {open, close};
    return take(next + 1);
  }
  // Tokens of the mark at `t`: two where apostrophes are doubled, none where it is no mark.
  std::uint32_t mark_size(std::uint32_t t) const {
    if (f_.is(t, "'") && f_.is(t + 1, "'") && joined(t + 1)) return 2;
    return f_.is_mark(t) || f_.is(t, "'") || f_.is(t, "`") ? 1 : 0;
  }

  // "of", "for" and "and" inside the name of a body.
  bool linked() {
    const std::string_view link = f_.folded(at_);
    const std::string_view before = f_.folded(last());
    const std::uint32_t next = f_.is(at_ + 1, "the") ? at_ + 2 : at_ + 1;
    if (!capital_word(next)) return false;
    if (link == "of" && (continues_with_of(before) || before == "secretary" || before == "director")) return take(next + 1);
    if (link == "for" && continues_with_for(before)) return take(next + 1);
    if (link == "and" && next == at_ + 1) return and_inside_a_body();
    return false;
  }

  // "Department of Health and Human Services"; "the Food and Drug Administration".
  bool and_inside_a_body() {
    std::uint32_t end = at_ + 1;
    while (end < at_ + 5 && capital_word(end)) ++end;
    bool has_of = false;
    for (std::uint32_t t = run_.all.begin; t < at_; ++t) has_of |= f_.is(t, "of") && !is_title(f_.folded(t - 1));
    const bool ends_in_body = is_organization_word(f_.folded(end - 1)) && !is_ambiguous_organization_word(f_.folded(end - 1));
    if (has_of) return (ends_in_body || !f_.is(end, "'")) && !is_given_name(f_.folded(at_ + 1)) && take(end);
    const bool short_so_far = last() == run_.all.begin || (f_.is(last() - 1, ".") && !is_title(f_.folded(run_.all.begin)));  // "U.S. Fish and …"
    const bool article = f_.is(run_.all.begin - 1, "the") || f_.is(run_.all.begin - 1, "a");
    return short_so_far && article && ends_in_body && end > at_ + 2 && take(end);
  }

  const WordForms& f_;
  const Capitals& c_;
  std::uint32_t at_;
  NameRun run_;
};

bool names_a_body(const WordForms& f, TokenRange range) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (is_organization_word(f.folded(t)) && !is_ambiguous_organization_word(f.folded(t))) return true;
  }
  return range.size() == 1 && is_organization_word(f.folded(range.begin));
}

// "Secretary of State | Ann Cole", "Director of National Intelligence | James Halse": up to the given name, or one word.
std::uint32_t behind_office(const WordForms& f, std::uint32_t of, std::uint32_t end) {
  for (std::uint32_t t = of + 2; t + 1 < end; ++t) {
    if (is_given_name(f.folded(t))) return t;
  }
  return of + 3 < end ? of + 2 : end;
}

// "Mr Justice Holroyd", "Madam Speaker Cole".
bool follows_honorific(std::string_view word) {
  static const WordSet set("justice judge recorder speaker president chairman ambassador secretary commissioner premier chancellor");
  return set.contains(word);
}

// "Calder General"; not "Attorney General".
bool names_a_hospital(const WordForms& f, TokenRange run) {
  static const WordSet offices("attorney solicitor secretary surgeon inspector director postmaster governor comptroller auditor major brigadier "
                               "lieutenant receiver adjutant quartermaster master controller consul agent colonel captain");
  return run.size() == 2 && f.is(run.end - 1, "general") && !is_title(f.folded(run.begin)) && !offices.contains(f.folded(run.begin));
}

// "Bookmakers | Gill & Grice", "Neighbouring | Ostmark", "Regular | Pete Gosling": the sentence's first word, which has its
// capital from that.
std::uint32_t opening_end(const WordForms& f, TokenRange run) {
  static const WordSet describing("neighboring neighbouring nearby rival fellow veteran regular local longtime long-time pensioner grandmother grandfather "
                                  "onlooker passer-by campaigner shopper commuter villager islander local-born mother father husband wife dad mum mom "
                                  "brokerage retailer carmaker insurer lender chipmaker drugmaker startup housebuilder supermarket broadcaster regulator watchdog");
  const std::uint32_t first = run.begin;
  if (!f.begins_sentence(first) || run.size() < 2 || !f.is_spaced(first + 1) || !f.is_capital(first + 1) || f.is_upper(first) || is_title(f.folded(first))) return first;
  const Noun found = noun(f.folded(first));
  const bool plural = found.plural && !is_organization_word(f.folded(run.end - 1)) && (run.size() > 2);
  const bool person = found.kind == NounKind::person && run.size() > 2 && !is_given_name(f.folded(first)) &&
                      (is_given_name(f.folded(first + 1)) || f.folded(first).ends_with("ist"));  // "Toxicologist | Brunhild Ost"
  return plural || person || describing.contains(f.folded(first)) ? first + 1 : first;
}

// Where the title that begins the run ends: behind its last title word that has a name after it.
std::uint32_t title_end(const WordForms& f, TokenRange run) {
  std::uint32_t end = run.begin;
  for (std::uint32_t t = run.begin; t < run.end; ++t) {
    const std::string_view word = f.folded(t);
    if (!is_title(word) || (t > run.begin && !f.is_spaced(t) && !f.is(t - 1, "-"))) continue;
    if (t == run.begin && is_given_name(word)) break;  // "Dean Brydon"
    if (f.is(t + 1, "-") && !f.is_spaced(t + 1)) break;  // "Col-de-Pierre"
    if (t > run.begin && f.is_lower(t - 1)) break;       // "Journal du Col"
    std::uint32_t after = t + 1;
    if (f.is(after, ".") && !f.is_spaced(after)) ++after;
    if (f.is(after, "of") && after < run.end) after = behind_office(f, after, run.end);
    if (after > run.end) break;
    if (is_name_suffix(word)) continue;
    end = after;
    if (is_honorific(word) && !(after + 1 < run.end && follows_honorific(f.folded(after)))) break;  // "Dr. Major Cole"
  }
  if (end == run.end && names_a_hospital(f, run)) return run.begin;
  const bool whole_name = end == run.end && is_given_name(f.folded(run.begin)) && run.size() > 1;
  return whole_name ? run.begin : end;  // "Stephen King"
}

// "Republican Mitt Romney", "Syrian Hariri": an adjective before a name, unless that is a body's ("German Bank").
std::uint32_t adjective_end(const WordForms& f, TokenRange run) {
  std::uint32_t t = run.begin;
  while (t + 1 < run.end && is_people_adjective(f.folded(t)) && !f.is_letter(t) && f.is_spaced(t + 1)) ++t;
  if (t == run.begin || is_given_name(f.folded(t))) return t;
  for (std::uint32_t w = t; w < run.end; ++w) {
    if (is_organization_word(f.folded(w)) || is_group_name(f.folded(w)) || is_document_name_word(f.folded(w)) || !f.is_word(w)) return run.begin;
  }
  return t;
}

// "Ambrose Fane KC": letters of honour behind a name are no part of it.
std::uint32_t without_letters(const WordForms& f, TokenRange run) {
  static const WordSet letters("kc qc sc mp mep msp ms td mla mbe obe cbe dbe kbe om ch phd md dds rn esq frs cpa jp dl mc dsc bem qpm pc");
  std::uint32_t end = run.end;
  while (end > run.begin + 2 && f.is_upper(end - 1) && !f.is_upper(run.begin) && letters.contains(f.folded(end - 1))) --end;
  return end;
}

// "Ex-Lagooner Bronson Achebe": an "ex-" before a name says what somebody was.
std::uint32_t former_end(const WordForms& f, TokenRange run) {
  const bool former = f.is(run.begin, "ex") && f.is(run.begin + 1, "-") && run.begin + 3 < run.end && f.is_spaced(run.begin + 3);
  return former ? run.begin + 3 : run.begin;
}

void split_title(const WordForms& f, NameRun& run) {
  run.all.begin = opening_end(f, run.all);
  run.name = {run.all.begin, without_letters(f, run.all)};
  run.title = {run.all.begin, run.all.begin};
  if (run.all.size() == 1 && is_known_outlet(f.folded(run.all.begin))) return;  // "The Economist"
  std::uint32_t end = std::max(title_end(f, run.all), former_end(f, run.all));
  if (end > run.all.begin && end < run.all.end && names_a_body(f, {end, run.all.end})) end = run.all.begin;
  if (end == run.all.begin) end = adjective_end(f, run.all);
  else if (end < run.all.end) end = std::max(end, adjective_end(f, {end, run.all.end}));
  run.title = {run.all.begin, end};
  run.name.begin = end;
}

}  // namespace

NameRun read_name(const WordForms& forms, const Capitals& capitals, std::uint32_t begin) {
  NameRun run = Reader(forms, capitals, begin).read();
  split_title(forms, run);
  return run;
}

}  // namespace sayso
