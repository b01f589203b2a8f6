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
                           "phone phoned rang assured command commanded invite invited challenge challenged lecture lectured "
                           "promising assuring begging imploring notifying instructing persuading encouraging commanding inviting challenging "
                           "texting emailing counseling counselling cautioned cautions cautioning");
  return set.contains(word);
}

// Verbs that name whom they speak to behind "to" or "with".
bool speaks_to(std::string_view word) {
  static const WordSet set("said says say wrote writes written replied replies answered explained complained spoke talked testified admitted confessed "
                           "remarked suggested apologized apologised pleads plead pleaded appealed confided announced confirmed claimed claims "
                           "lied boasted joked whispered shouted muttered complaining writing speaking talking replying");
  return set.contains(word);
}

bool ends_object(std::string_view word) {
  static const WordSet set("in on at during by from to about for with last this earlier late next via over through outside inside under and , ( that who whom which whether if why how what when where "
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

// "The engineer | has told a public inquiry | that …", "wrote to his cousin:": a cue that holds whom it speaks to.
TokenRange object_in(const WordForms& f, TokenRange cue) {
  for (std::uint32_t t = cue.begin; t + 1 < cue.end; ++t) {
    static const WordSet determiners("a an the in by his her their its");
    TokenRange out;
    if (t > 0 && determiners.contains(f.folded(t - 1))) continue;  // "in a text message to"
    if (addresses(f.folded(t))) out = object_at(f, t + 1, cue.end);
    else if (speaks_to(f.folded(t)) && f.is(t + 1, "to")) out = object_at(f, t + 2, cue.end);
    if (!out.empty()) return out;
  }
  return {};
}

// "Asked whether …, Odell laughed": the first person behind what was asked.
TokenRange subject_behind(const WordForms& f, const NameTable& n, const Attribution& a) {
  std::uint32_t t = a.content.empty() ? a.cue.end : a.content.back().end;
  for (const std::uint32_t last = t + 25; t < last && t < f.size() && f.sentence(t) == f.sentence(a.cue.begin); ++t) {
    const Mention* m = n.at(t);
    if (m != nullptr && n.entities[n.entity_at(t)].kind == NameKind::person && !m->possessive) return m->all;
    if (f.is(t, "he") || f.is(t, "she")) return {t, t + 1};
  }
  return {};
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
  if (is_passive_address(f, a.cue) && a.source.empty() && f.begins_sentence(a.cue.begin)) return subject_behind(f, n, a);
  if (is_passive_address(f, a.cue)) return a.source.empty() ? subject_before(f, n, a.cue.begin) : TokenRange{a.source.front().begin, a.source.back().end};
  if (const TokenRange inside = object_in(f, a.cue); !inside.empty()) return inside;
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

// "In an interview with the Herald", "on a call with analysts", "when asked by the Herald", "speaking to reporters".
TokenRange by_occasion(const WordForms& f, const StatementFrame& frame) {
  static const WordSet with("interview interviews call conversation chat exchange");
  static const WordSet by("asked questioned interviewed pressed quizzed grilled cross-examined");
  static const WordSet speaking("speaking talking");
  StatementFrame wide = frame;
  if (f.is(frame.behind.end, "when")) wide.behind.end += 8;
  for (const TokenRange zone : wide.all()) {
    for (std::uint32_t t = zone.begin; t + 2 < zone.end; ++t) {
      const std::string_view word = f.folded(t);
      const bool found = (with.contains(word) && f.is(t + 1, "with")) || (by.contains(word) && f.is(t + 1, "by")) ||
                         (speaking.contains(word) && (f.is(t + 1, "to") || f.is(t + 1, "with")));
      if (found) return object_at(f, t + 2, zone.end);
    }
  }
  return {};
}

// "The podcast Sluice Talk": the name; "a crowd": "crowd".
TokenRange without_article(const WordForms& f, const NameTable& n, TokenRange range) {
  if (range.size() > 1 && (f.is(range.begin, "a") || f.is(range.begin, "an"))) ++range.begin;
  const Mention* last = n.at(range.end - 1);
  const bool described = last != nullptr && last->all.begin > range.begin + 1 && f.is_lower(last->all.begin - 1) && last->all.end == range.end;
  return described && n.entities[n.entity_at(range.end - 1)].kind != NameKind::person ? last->all : range;
}

// "councillors", "members": any of them, and not the body that the story told of.
bool is_bare_plural(const WordForms& f, TokenRange range) {
  return range.size() == 1 && f.is_lower(range.begin) && f.folded(range.begin).size() > 4 && f.folded(range.begin).ends_with('s');
}

bool speaks(const WordForms& f, TokenRange cue) {
  static const WordSet set("said says say told tell tells wrote writes asked asks ask replied answered goes went shouted whispered yelled");
  return any_cue_word(f, cue, [](std::string_view word) { return set.contains(word); });
}

// "My mother rang me and | said", "She said | I should go": "me" before it in the sentence, or "I", "me", "my" in what was said.
bool meets_speaker(const WordForms& f, const Attribution& a) {
  static const WordSet me("i me my");
  std::uint32_t t = a.cue.begin;
  for (; t > 0 && a.cue.begin - t < 12 && f.sentence(t - 1) == f.sentence(a.cue.begin); --t) {
    if (f.is(t, "me")) return true;
  }
  for (const TokenRange piece : a.content) {
    for (t = piece.begin; t < piece.end; ++t) {
      if (me.contains(f.folded(t))) return true;
    }
  }
  return false;
}

// Spoken words told inside a quotation: "He wrote, ‘Come,’” Cole said: to Cole, who has it from him; "I said, ‘No’": to him.
std::optional<FoundParty> told_of(const WordForms& f, const Attribution& a, const Who& source, const AddressPlace& place) {
  if (place.speaker == nullptr || !place.speaker->known() || place.speaker->type == SourceType::document || a.cue.empty()) return std::nullopt;
  if (!f.is_quoted(a.cue.begin) && !place.set_off) return std::nullopt;
  if (!speaks(f, a.cue)) return std::nullopt;
  const bool own = is_same(source, *place.speaker);
  if (own) return place.other != nullptr && place.other->known() ? std::optional(FoundParty{*place.other, {}}) : std::nullopt;
  if (!source.known() || source.plural || a.content.empty() || place.speaker->type != SourceType::person) return std::nullopt;
  const std::uint32_t first = a.content.front().begin;
  return f.is_mark(first) || meets_speaker(f, a) ? std::optional(FoundParty{*place.speaker, {}}) : std::nullopt;
}

// "His doctor ordered him": the same one.
bool is_owner(const WordForms& f, const Attribution& a, TokenRange range) {
  if (a.source.empty() || range.size() != 1) return false;
  const std::uint32_t first = a.source.front().begin;
  return (f.is(range.begin, "him") && f.is(first, "his")) || (f.is(range.begin, "her") && f.is(first, "her")) || (f.is(range.begin, "them") && f.is(first, "their"));
}

// "told me", "asked us", "I told you": of the statement around it, or of the document.
std::optional<FoundParty> by_person(const WordForms& f, TokenRange range, const AddressPlace& place) {
  const bool you = f.is(range.begin, "you");
  const Who* who = you ? place.hearer : place.speaker;
  if (who != nullptr) return who->known() ? std::optional(FoundParty{*who, range}) : std::nullopt;
  if (you || place.speaker != nullptr) return std::nullopt;
  const bool us = f.is(range.begin, "us");
  const std::string_view name = us && !place.outlet.empty() ? place.outlet : place.author;
  if (name.empty()) return std::nullopt;
  FoundParty out{{}, range};
  out.who.type = name == place.outlet ? SourceType::organization : SourceType::person;
  out.who.name = name;
  return out;
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
                                     const Attribution& attribution, const StatementFrame& frame, const Who& source, const AddressPlace& place) {
  TokenRange range = written_range(forms, names, attribution, frame);
  if (range.empty()) range = by_message(forms, frame);
  if (range.empty()) range = by_occasion(forms, frame);
  if (range.empty()) return told_of(forms, attribution, source, place);
  if (forms.is(range.begin, "me") || forms.is(range.begin, "us") || forms.is(range.begin, "you")) return by_person(forms, range, place);
  range = without_article(forms, names, range);
  FoundParty out{{}, range};
  if (!is_bare_plural(forms, range)) {
    out.who = resolver.resolve(std::span(&range, 1), {attribution.content, place.speaker != nullptr ? place.speaker : &source, place.other, place.hearer});
  }
  if (out.who.entity == kNoEntity && is_owner(forms, attribution, range)) {
    const TokenRange his{attribution.source.front().begin, attribution.source.front().begin + 1};
    const Who owner = resolver.resolve(std::span(&his, 1), {attribution.content, place.speaker, place.other, place.hearer});
    if (owner.entity != kNoEntity) out.who = owner;
  }
  const bool own = out.who.entity != kNoEntity && out.who.entity == source.entity;
  if (own && (range.size() == 1 || names.at(range.begin) != nullptr)) return std::nullopt;
  if (own) out.who = {};  // "the Guild told its members"
  if (!out.who.known()) out.who.type = SourceType::anonymous;
  return out;
}

}  // namespace sayso
