#include "extract/other_names.h"

#include "text/words/nouns.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kSoon = 60;  // tokens from an account to whose it is
constexpr std::uint32_t kApart = 9;  // tokens between the two names

// What may stand between two names of one person.
bool is_link(std::string_view word) {
  static const WordSet set("who whose is was were the a and as also better best formerly previously professionally once known to fans friends readers listeners "
                           "followers viewers real full birth given name names stage born under called performs performing performed records recording raps rapping sings "
                           "singing writes writing tweets posts posting streams streaming plays djs goes by aka alias née nee né k . a , ( simply just online everybody everyone most");
  return set.contains(word);
}

// And what has to: alone, or before "name", "as", "by".
bool is_telling(const WordForms& f, std::uint32_t t) {
  static const WordSet alone("born aka alias née nee né");
  static const WordSet with_as("known performs performing performed records recording raps rapping sings singing writes writing tweets posts posting streams "
                               "streaming plays djs");
  if (alone.contains(f.folded(t))) return true;
  if (f.is(t, "name")) return f.is(t - 1, "real") || f.is(t - 1, "birth") || f.is(t - 1, "full") || f.is(t - 1, "stage");
  if (f.is(t, "by")) return f.is(t - 1, "goes");
  if (!f.is(t, "as")) return false;
  for (std::uint32_t n = t; n > 0 && n + 5 > t;) {
    --n;
    if (with_as.contains(f.folded(n))) return true;
  }
  return false;
}

bool may_be_person(const Mention& m) {
  if (m.adjective || m.possessive) return false;
  return m.kind == NameKind::person || m.kind == NameKind::unknown || (m.kind == NameKind::organization && !m.certain);
}

bool links(const WordForms& f, TokenRange between) {
  if (between.empty() || between.size() > kApart) return false;
  bool telling = false;
  for (std::uint32_t t = between.begin; t < between.end; ++t) {
    const bool link = is_link(f.folded(t)) || f.is_mark(t) || noun(f.folded(t)).kind == NounKind::person;
    if (!link || f.begins_paragraph(t)) return false;
    telling |= is_telling(f, t);
  }
  return telling;
}

// "Born Horace Mundt in Salterby, he …": of whom the text was speaking.
bool opens_with_birth(const WordForms& f, const Mention& m) {
  const std::uint32_t b = m.all.begin;
  return b > 0 && f.is(b - 1, "born") && f.begins_sentence(b - 1);
}

// "His real name is Cory Mendez": of whose account the text spoke.
bool is_real_name(const WordForms& f, const Mention& m) {
  const std::uint32_t b = m.all.begin;
  return b > 3 && f.is(b - 1, "is") && f.is(b - 2, "name") && f.is(b - 3, "real");
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> find_other_names(const WordForms& forms, std::span<const Mention> mentions) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  std::uint32_t before = static_cast<std::uint32_t>(mentions.size());  // the last person's mention that opened a sentence
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& m = mentions[i];
    if (!may_be_person(m)) continue;
    if (i > 0 && may_be_person(mentions[i - 1]) && links(forms, {mentions[i - 1].all.end, m.all.begin})) out.emplace_back(i - 1, i);
    if (opens_with_birth(forms, m) && before < mentions.size() && forms.paragraph(m.all.begin) <= forms.paragraph(mentions[before].all.begin) + 1) {
      out.emplace_back(before, i);
    }
    if (forms.begins_sentence(m.all.begin) && m.kind == NameKind::person) before = i;
  }
  return out;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> find_account_owners(const WordForms& forms, std::span<const Mention> mentions) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  auto account = static_cast<std::uint32_t>(mentions.size());  // the last
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& m = mentions[i];
    if (forms.is(m.all.begin, "@")) account = i;
    const bool near = account < mentions.size() && m.all.begin < mentions[account].all.end + kSoon;
    if (near && m.words.size() > 1 && is_real_name(forms, m)) out.emplace_back(account, i);
  }
  return out;
}

}  // namespace sayso
