#include "extract/mentions.h"

#include <algorithm>
#include <unordered_set>

#include "extract/name_kind.h"
#include "extract/name_run.h"
#include "text/words/common_words.h"
#include "text/words/given_names.h"
#include "text/words/place_names.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kLongestTitle = 10;  // tokens of the title of a work

using Known = std::unordered_set<std::string>;

class Finder {
 public:
  Finder(const WordForms& forms, const Capitals& capitals, const std::vector<NameTag>& tags)
      : f_(forms), c_(capitals), tags_(tags) {}

  // Body text first: its names then tell which words of the headlines are names.
  std::vector<Mention> find() {
    body();
    for (const Mention& m : out_) learn(m);
    const std::size_t in_body = out_.size();
    headlines();
    std::inplace_merge(out_.begin(), out_.begin() + static_cast<std::ptrdiff_t>(in_body), out_.end(),
                       [](const Mention& a, const Mention& b) { return a.all.begin < b.all.begin; });
    return std::move(out_);
  }

 private:
  void body() {
    for (std::uint32_t t = 0; t < f_.size();) {
      if (c_.is_headline(f_.paragraph(t))) ++t;
      else if (f_.is(t, "@") && f_.is_word(t + 1) && !f_.is_spaced(t + 1)) t = handle(t);
      else if (f_.is_capital(t) && c_.may_be_name(t) && tagged_or_free(t) && !is_kin_or_class(t)) t = name(t);
      else ++t;
    }
  }

  // With tags, a lone word that nothing else shows to be a name and opens a sentence, is one only if the model says so.
  bool tagged_or_free(std::uint32_t t) const {
    if (tags_.empty() || !f_.begins_sentence(t) || f_.is_upper(t)) return true;
    const bool joined = (f_.is(t + 1, "of") || f_.is(t + 1, "for") || f_.is(t + 1, "&")) && f_.is_capital(t + 2);
    const bool alone = !f_.is_capital(t + 1) && !joined;
    return !alone || is_camel_case(t) || is_introduced(t) || is_group_name(f_.folded(t)) || c_.is_seen_inside(f_.folded(t)) || tags_[t] != NameTag::none || is_given_name(f_.folded(t)) || is_title(f_.folded(t));
  }

  // "Nan looked up": kin in place of their names; "Year 9".
  bool is_kin_or_class(std::uint32_t t) const {
    static const WordSet kin("nan nana gran granny grandma grandpa grandad mum mummy mom mommy dad daddy ma pa nanny auntie");
    static const WordSet classes("year grade form class room route page chapter exhibit phase stage");
    if (kin.contains(f_.folded(t))) return !f_.is_capital(t + 1) || f_.begins_sentence(t + 1);
    return classes.contains(f_.folded(t)) && f_.is_spaced(t + 1) && t + 1 < f_.size() && f_.text(t + 1).front() >= '0' &&
           f_.text(t + 1).front() <= '9';
  }

  // "FreshCart", "eBay" have a capital inside.
  bool is_camel_case(std::uint32_t t) const {
    const std::string_view word = f_.text(t);
    const bool small = word.size() > 2 && word[1] >= 'a' && word[1] <= 'z';
    return small && std::any_of(word.begin() + 2, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  // "Parcelle, which …", "Orrin, a rival, …".
  bool is_introduced(std::uint32_t t) const {
    return f_.is(t + 1, ",") && (f_.is(t + 2, "which") || f_.is(t + 2, "who") || f_.is(t + 2, "a") || f_.is(t + 2, "an"));
  }

  std::uint32_t handle(std::uint32_t t) {
    Mention m;
    m.all = m.name = {t, t + 2};
    m.words = {std::string(f_.folded(t + 1))};
    m.kind = NameKind::person;
    out_.push_back(std::move(m));
    return t + 2;
  }

  std::uint32_t name(std::uint32_t t) {
    const NameRun run = read_name(f_, c_, t);
    if (run.name.empty()) return run.resume;
    Mention m;
    m.all = run.all, m.title = run.title, m.name = run.name, m.nickname = run.nickname;
    m.possessive = run.possessive, m.adjective = run.adjective;
    add(std::move(m));
    return run.resume;
  }

  void add(Mention m) {
    m.words = name_words(f_, m.name, m.nickname);
    if (m.words.empty()) return;
    m.adjective |= only_adjectives(m);
    m.article = m.all.begin > 0 && f_.is(m.all.begin - 1, "the");
    m.acronym = m.words.size() == 1 && (f_.is_upper(m.name.begin) || (m.name.size() > 2 && f_.is_letter(m.name.begin) && f_.is(m.name.begin + 1, ".")));
    classify(f_, tags_, m);
    if (fills_quotation(m)) m.kind = NameKind::work, m.certain = true;
    out_.push_back(std::move(m));
  }

  // "German", "Democratic", "African-American"; "R-Utah".
  bool only_adjectives(const Mention& m) const {
    if (f_.is_letter(m.name.begin) && f_.is(m.name.begin + 1, "-")) return true;
    return std::ranges::all_of(m.words, [](std::string_view word) {
      const std::size_t hyphen = word.find('-');
      const bool first = is_people_adjective(word.substr(0, hyphen));
      return first && word != "gop" && (hyphen == std::string_view::npos || is_people_adjective(word.substr(hyphen + 1)));
    });
  }

  // “Paper Moons”, “The Salt of the Sea”: a name in a quotation of capitals alone is that of a work or a nickname.
  bool fills_quotation(const Mention& m) const {
    std::uint32_t begin = m.all.begin, end = m.all.end;
    while (begin > 0 && begin + kLongestTitle > end && is_title_word(begin - 1)) --begin;
    while (end < begin + kLongestTitle && is_title_word(end)) ++end;
    if (begin == 0 || !f_.is_mark(begin - 1)) return false;
    if (f_.is(end, ",") || f_.is(end, ".")) ++end;
    return f_.is_mark(end) && !f_.is_spaced(end);
  }
  bool is_title_word(std::uint32_t t) const {
    static const WordSet small("of the and a in to for on with at from");
    return !f_.begins_paragraph(t) && (f_.is_capital(t) || small.contains(f_.folded(t)));
  }

  void learn(const Mention& m) {
    if (m.kind == NameKind::work) return;
    for (const std::string& word : m.words) {
      if (!is_common_word(word) && word.size() > 1) known_.insert(word);
    }
  }

  // In headlines, words known from the body, and a word behind a given name.
  void headlines() {
    for (std::uint32_t t = 0; t < f_.size();) {
      if (!c_.is_headline(f_.paragraph(t)) || !f_.is_capital(t)) ++t;
      else t = headline_name(t);
    }
  }

  bool known(std::uint32_t t) const { return f_.is_capital(t) && known_.contains(std::string(f_.folded(t))); }

  std::uint32_t headline_name(std::uint32_t t) {
    if (c_.may_be_name(t) && (known(t) || is_given_name(f_.folded(t)))) {
      if (const NameRun run = read_name(f_, c_, t); !run.nickname.empty()) return name(t);  // Hector ‘Half-Past’ Mundy
    }
    std::uint32_t end = t;
    while (end < t + 6 && known(end) && (end == t || f_.is_spaced(end)) && !(end > t && f_.begins_paragraph(end))) ++end;
    const bool given = is_given_name(f_.folded(t)) && end <= t + 1 && f_.is_capital(t + 1) && f_.is_spaced(t + 1) &&
                       !f_.begins_paragraph(t + 1) && !is_common_word(f_.folded(t + 1));
    if (given) end = t + 2;
    if (end == t) return t + 1;
    Mention m;
    m.all = m.name = {t, end};
    m.possessive = f_.is(end, "'") && f_.is(end + 1, "s");
    add(std::move(m));
    return end;
  }

  const WordForms& f_;
  const Capitals& c_;
  const std::vector<NameTag>& tags_;
  std::vector<Mention> out_;
  Known known_;
};

}  // namespace

bool is_around_nickname(const WordForms& forms, std::uint32_t token, TokenRange nickname) {
  if (nickname.empty()) return false;
  const bool mark = !forms.is_word(token) && !forms.is(token, "-") && !forms.is(token, ".");
  if (nickname.contains(token)) return true;
  return mark && token + 3 >= nickname.begin && token < nickname.end + 3;
}

std::vector<std::string> name_words(const WordForms& forms, TokenRange range, TokenRange leave_out) {
  std::vector<std::string> out;
  bool apart = true;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const bool inside = is_around_nickname(forms, t, leave_out);
    const std::string_view text = forms.folded(t);
    if (inside || text == "(" || text == ")" || text == "," || text == "[" || text == "]") {
      apart = true;
      continue;
    }
    const bool stop = text == ".";
    if (!stop) {
      if (out.empty() || apart || forms.is_spaced(t)) out.emplace_back();
      out.back() += text;
    }
    apart = stop && forms.is_spaced(t + 1);  // "U.S." is one word
  }
  return out;
}

std::vector<Mention> find_mentions(const WordForms& forms, const Capitals& capitals, const std::vector<NameTag>& tags) {
  return Finder(forms, capitals, tags).find();
}

}  // namespace sayso
