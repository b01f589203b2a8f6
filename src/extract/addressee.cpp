#include "extract/addressee.h"

#include "text/words/place_names.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// Verbs whose object is the one spoken to.
bool addresses(std::string_view word) {
  static const WordSet set("tell tells told telling ask asks asked asking urge urges urged urging warn warns warned warning advise advises advised "
                           "advising remind reminds reminded reminding assure assures assured assuring inform informs informed informing order "
                           "orders ordered ordering promise promises promised promising notify notifies notified beg begs begged implore implores "
                           "implored instruct instructs instructed persuade persuaded encourage encouraged text texts texted email emails emailed "
                           "phone phoned rang assured command commanded invite invited challenge challenged lecture lectured");
  return set.contains(word);
}

// Verbs that name whom they speak to behind "to" or "with".
bool speaks_to(std::string_view word) {
  static const WordSet set("said says say wrote writes written replied replies answered explained complained spoke talked testified admitted confessed "
                           "remarked suggested apologized apologised pleads plead pleaded appealed confided announced confirmed");
  return set.contains(word);
}

bool ends_object(std::string_view word) {
  static const WordSet set("in on at during by from to about for with last this earlier late next via over through outside inside under and , ( that who whom which whether if "
                           "today yesterday recently once again later early afterward afterwards ago not - —");
  return set.contains(word) || is_calendar_word(word);
}

TokenRange object_at(const WordForms& f, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t t = begin;
  while (t < end && !ends_object(f.folded(t)) && f.is_word(t)) {
    ++t;
    // Joints of names: "O'Malley", "St. Louis", "Jean-Luc".
    while (t + 1 < end && (f.is(t, "'") || f.is(t, "-") || f.is(t, ".")) && !f.is_spaced(t)) t += f.is_word(t + 1) ? 2 : 1;
  }
  return {begin, std::min(t, end)};
}

bool any_cue_word(const WordForms& f, TokenRange cue, bool (*is)(std::string_view)) {
  for (std::uint32_t t = cue.begin; t < cue.end; ++t) {
    if (is(f.folded(t))) return true;
  }
  return false;
}

// "Odell was asked whether …": the subject, the first person named in the sentence before the cue.
TokenRange subject_before(const WordForms& f, const NameTable& n, std::uint32_t cue) {
  std::uint32_t begin = cue;
  while (begin > 0 && cue - begin < 60 && f.sentence(begin - 1) == f.sentence(cue)) --begin;
  for (std::uint32_t t = begin; t < cue; ++t) {
    const Mention* m = n.at(t);
    if (m != nullptr && n.entities[n.entity_at(t)].kind == NameKind::person && !m->possessive) return m->all;
    if (f.is(t, "he") || f.is(t, "she") || f.is(t, "they")) return {t, t + 1};
  }
  return {};
}

TokenRange written_range(const WordForms& f, const NameTable& n, const Attribution& a, const StatementFrame& frame) {
  if (a.cue.empty()) return {};
  if (is_passive_address(f, a.cue)) return a.source.empty() ? subject_before(f, n, a.cue.begin) : TokenRange{a.source.front().begin, a.source.back().end};
  const bool inverted = !a.source.empty() && a.source.front().begin >= a.cue.end;
  if (any_cue_word(f, a.cue, addresses) && !inverted) return object_at(f, a.cue.end, frame.behind.end);
  if (any_cue_word(f, a.cue, addresses) || any_cue_word(f, a.cue, speaks_to)) {
    const std::uint32_t to = frame.behind.begin;
    const bool with_to = f.is(to, "to") || (f.is(to, "with") && f.is_capital(to + 1));
    if (with_to && to < frame.behind.end) return object_at(f, to + 1, frame.behind.end);
    if (f.is(a.cue.end - 1, "to") || f.is(a.cue.end - 1, "with")) return object_at(f, a.cue.end, frame.behind.end);
  }
  return {};
}

// "in an email to staff", "a letter to Cole".
TokenRange by_message(const WordForms& f, const StatementFrame& frame) {
  static const WordSet nouns("email e-mail letter message text memo note speech address remarks tweet");
  for (const TokenRange zone : frame.all()) {
    for (std::uint32_t t = zone.begin; t + 2 < zone.end; ++t) {
      if (nouns.contains(f.folded(t)) && f.is(t + 1, "to")) return object_at(f, t + 2, zone.end);
    }
  }
  return {};
}

}  // namespace

bool is_passive_address(const WordForms& f, TokenRange cue) {
  static const WordSet be("is was were are been be being");
  static const WordSet verbs("asked told warned urged ordered advised reminded instructed");
  static const WordSet participles("asked told pressed questioned reminded quizzed challenged");
  if (!cue.empty() && f.begins_sentence(cue.begin) && participles.contains(f.folded(cue.begin)) && !f.is(cue.end, "by") && !f.is(cue.end - 1, "by")) return true;  // "Asked whether …, she said"
  for (std::uint32_t t = cue.begin; t + 1 < cue.end; ++t) {
    if (be.contains(f.folded(t)) && verbs.contains(f.folded(cue.end - 1))) return true;
  }
  return false;
}

std::optional<FoundParty> find_addressee(const WordForms& forms, const NameTable& names, const Resolver& resolver,
                                     const Attribution& attribution, const StatementFrame& frame, const Who& source) {
  TokenRange range = written_range(forms, names, attribution, frame);
  if (range.empty()) range = by_message(forms, frame);
  if (range.empty() || forms.is(range.begin, "me") || forms.is(range.begin, "us") || forms.is(range.begin, "you")) return std::nullopt;
  FoundParty out{resolver.resolve(std::span(&range, 1), {attribution.content, &source, nullptr, nullptr}), range};
  if (out.who.entity != kNoEntity && out.who.entity == source.entity) return std::nullopt;
  if (!out.who.known()) out.who.type = SourceType::anonymous;
  return out;
}

}  // namespace sayso
