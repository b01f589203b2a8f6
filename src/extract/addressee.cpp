#include "extract/addressee.h"

#include <algorithm>
#include <ranges>

#include "extract/addressee_pronoun.h"
#include "extract/outlet_meant.h"
#include "extract/outlets.h"
#include "text/words/nouns.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// "The podcast Sluice Talk": the name; "a crowd": "crowd"; "a gaggle of reporters": "reporters".
TokenRange without_article(const WordForms& f, const NameTable& n, TokenRange range) {
  static const WordSet several(
      "group groups handful gaggle room hall crowd audience roomful scrum pack number couple pair dozens hundreds "
      "thousands scores");
  for (std::uint32_t t = range.begin; t + 2 < range.end; ++t) {
    if (several.contains(f.folded(t)) && f.is(t + 1, "of") && f.is_lower(t + 2)) return {t + 2, range.end};
  }
  if (range.size() > 1 && (f.is(range.begin, "a") || f.is(range.begin, "an"))) ++range.begin;
  const Mention* last = n.at(range.end - 1);
  const bool described = last != nullptr && last->all.begin > range.begin + 1 && f.is_lower(last->all.begin - 1) &&
                         last->all.end == range.end;
  return described && n.entities[n.entity_at(range.end - 1)].kind != NameKind::person ? last->all : range;
}

// "councillors", "members": any of them, and not the body that the story told of.
bool is_bare_plural(const WordForms& f, TokenRange range) {
  return range.size() == 1 && f.is_lower(range.begin) && f.folded(range.begin).size() > 4 &&
         f.folded(range.begin).ends_with('s');
}

bool speaks(const WordForms& f, TokenRange cue) {
  static const WordSet set(
      "said says say told tell tells wrote writes asked asks ask replied answered goes went shouted whispered yelled");
  return std::ranges::any_of(std::views::iota(cue.begin, cue.end),
                             [&](std::uint32_t t) { return set.contains(f.folded(t)); });
}

// "My mother rang me and | said", "She said | I should go": "me" before it in the sentence, or "I", "me", "my" in what
// was said.
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

// "She said ‘please’ every time", "My father used to say, ‘Wait’": said to many, and at no time.
bool is_habit(const WordForms& f, const Attribution& a) {
  static const WordSet often("every always often never usually");
  const TokenRange words = a.content.front();
  if (f.is(a.cue.begin, "used") || f.is(a.cue.begin - 1, "used") || f.is(a.cue.begin, "would")) return true;
  return a.content.size() == 1 && words.size() == 3 && often.contains(f.folded(words.end));
}

// Spoken words told inside a quotation: "He wrote, ‘Come,’” Cole said: to Cole, who has it from him; "I said, ‘No’": to
// him.
std::optional<FoundParty> told_of(const WordForms& f, const Attribution& a, const Who& source,
                                  const AddressPlace& place) {
  if (place.speaker == nullptr || !place.speaker->known() || place.speaker->type == SourceType::document ||
      a.cue.empty())
    return std::nullopt;
  if (!f.is_quoted(a.cue.begin) && !place.set_off) return std::nullopt;
  if (!speaks(f, a.cue)) return std::nullopt;
  const bool own = is_same(source, *place.speaker);
  if (own)
    return place.other != nullptr && place.other->known() ? std::optional(FoundParty{*place.other, {}}) : std::nullopt;
  if (!source.known() || source.plural || a.content.empty() || place.speaker->type != SourceType::person)
    return std::nullopt;
  const std::uint32_t first = a.content.front().begin;
  if (is_habit(f, a)) return std::nullopt;
  return f.is_mark(first) || meets_speaker(f, a) ? std::optional(FoundParty{*place.speaker, {}}) : std::nullopt;
}

// "His doctor ordered him": the same one.
bool is_owner(const WordForms& f, const Attribution& a, TokenRange range) {
  if (a.source.empty() || range.size() != 1) return false;
  const std::uint32_t first = a.source.front().begin;
  return (f.is(range.begin, "him") && f.is(first, "his")) || (f.is(range.begin, "her") && f.is(first, "her")) ||
         (f.is(range.begin, "them") && f.is(first, "their"));
}

// "Three clerks said he had told them": those who tell of it.
bool is_plural_teller(const WordForms& f, TokenRange range, const AddressPlace& place) {
  return range.size() == 1 && f.is(range.begin, "them") && place.speaker != nullptr && place.speaker->plural &&
         place.speaker->type == SourceType::anonymous;
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

std::optional<FoundParty> find_addressee(const WordForms& forms, const NameTable& names, const Resolver& resolver,
                                         const Attribution& attribution, const StatementFrame& frame, const Who& source,
                                         const AddressPlace& place) {
  const TokenRange range = addressee_phrase(forms, names, attribution, frame);
  if (range.empty()) return told_of(forms, attribution, source, place);
  return addressee_at(forms, names, resolver, range, attribution, source, place);
}

std::optional<FoundParty> addressee_at(const WordForms& forms, const NameTable& names, const Resolver& resolver,
                                       TokenRange range, const Attribution& attribution, const Who& source,
                                       const AddressPlace& place) {
  if (forms.is(range.begin, "me") || forms.is(range.begin, "us") || forms.is(range.begin, "you"))
    return by_person(forms, range, place);
  const bool somebody = (forms.is(range.begin, "a") || forms.is(range.begin, "an")) &&
                        noun(forms.folded(range.end - 1)).kind == NounKind::person;
  range = without_article(forms, names, range);
  FoundParty out{{}, range};
  const bool stranger = range.size() == 1 && is_stranger(forms, names, range.begin);
  if (!is_bare_plural(forms, range) && !somebody && !stranger) {
    out.who = resolver.resolve(
        std::span(&range, 1),
        {attribution.content, place.speaker != nullptr ? place.speaker : &source, place.other, place.hearer});
  }
  if (const TokenRange bare = bare_outlet(forms, range.begin); out.who.entity == kNoEntity && !bare.empty()) {
    if (const std::uint32_t outlet = outlet_meant(forms, names, bare); outlet != kNoEntity)
      out.who = resolver.named(outlet);
  }
  if (const Mention* m = names.at(range.end - 1); m != nullptr && out.who.entity != kNoEntity) {
    const TokenRange whole = whole_name(forms, m->all);
    if (whole.size() > m->all.size()) out.who.name = name_text(forms, whole);  // "the Sunday Beacon"
  }
  if (out.who.entity == kNoEntity && is_owner(forms, attribution, range)) {
    const TokenRange his{attribution.source.front().begin, attribution.source.front().begin + 1};
    const Who owner =
        resolver.resolve(std::span(&his, 1), {attribution.content, place.speaker, place.other, place.hearer});
    if (owner.entity != kNoEntity) out.who = owner;
  }
  if (out.who.entity == kNoEntity && is_plural_teller(forms, range, place) && !place.speaker_words.empty())
    return FoundParty{*place.speaker, place.speaker_words};
  const bool own = out.who.entity != kNoEntity && out.who.entity == source.entity;
  if (own && (range.size() == 1 || names.at(range.begin) != nullptr)) return std::nullopt;
  if (own) out.who = {};  // "the Guild told its members"
  if (!out.who.known()) out.who.type = SourceType::anonymous;
  return out;
}

}  // namespace sayso
