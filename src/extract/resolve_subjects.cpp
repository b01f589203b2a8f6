// The part of the Resolver that keeps in mind whom running text is about: "the crane operator" is Cole, "her daughter"
// nobody by name, and so is "she" after that.
#include <algorithm>

#include "extract/resolve.h"
#include "extract/talk.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kHead = 7;           // tokens from a determiner to its noun
constexpr std::ptrdiff_t kMostBetween = 16;  // names between somebody without one and "he"
constexpr std::uint32_t kSaying = 12;        // tokens from a source to its cue

bool is_determiner(std::string_view word) {
  static const WordSet set("the a an his her their my our another");
  return set.contains(word);
}

bool is_predicate(std::string_view word) {
  static const WordSet set("is was are were be been being as became become");
  return set.contains(word);
}

// Behind these no noun of the same phrase comes.
bool ends_phrase(std::string_view word) {
  static const WordSet set(
      "of for at in from with to on by who which that and or will would can could may has have had did does");
  return set.contains(word) || is_determiner(word) || is_predicate(word);
}

// "the chief | executive", "the planning | officer": behind the determiner the first noun for a person that no other
// follows.
std::uint32_t head_of(const WordForms& f, std::uint32_t determiner) {
  std::uint32_t t = determiner + 1;
  if (age_end(f, t) != t) t = age_end(f, t);
  const std::uint32_t begin = t;
  for (; t < begin + kHead && (f.is_lower(t) || f.is(t, "-")) && !ends_phrase(f.folded(t)); ++t) {
    const Noun found = noun(f.folded(t));
    if (found.kind != NounKind::person) continue;
    const bool goes_on = f.is(t + 1, "'") || f.is(t + 1, "-") || noun(f.folded(t + 1)).kind == NounKind::person;
    if (!goes_on) return found.plural ? determiner : t;
  }
  return begin > determiner + 1 ? begin - 1 : determiner;  // "the 41-year-old"
}

}  // namespace

// A description of one person in running text: who is known keeps being thought of, who is not may be "he" or "she".
void Resolver::note_description(std::uint32_t determiner) {
  if (!is_determiner(f_.folded(determiner))) return;
  const std::uint32_t head = head_of(f_, determiner);
  if (head == determiner || is_predicate(f_.folded(determiner > 0 ? determiner - 1 : f_.size()))) return;
  const bool behind_comma = determiner > 1 && f_.is(determiner - 1, ",");
  const bool apposed =
      behind_comma && (n_.at(determiner - 2) != nullptr || f_.is(determiner - 2, "old") ||
                       f_.is_number(determiner - 2) || noun(f_.folded(determiner - 2)).kind == NounKind::person);
  if (apposed || n_.at(head + 1) != nullptr || (f_.is(head + 1, ",") && n_.at(head + 2) != nullptr)) return;
  const TokenRange phrase{determiner, head + 1};
  const Who who = resolve(std::span(&phrase, 1), {{}, nullptr, nullptr, nullptr});
  if (who.entity != kNoEntity && who.joint.empty()) {
    if (who.basis == Basis::named_later)
      learned_.try_emplace(singular(f_.folded(head)), who.entity);
    else
      salience_.described({determiner, head + 1}, who.entity);
    return;
  }
  const bool subject = f_.begins_sentence(determiner) || behind_comma;
  const bool hearer = determiner > 0 && is_asking(f_.folded(determiner - 1));
  if ((subject || hearer) && who.type == SourceType::anonymous)
    subjects_.push_back({determiner, noun(f_.folded(head)).gender, hearer});
}

bool Resolver::is_learned(std::string_view noun, std::uint32_t entity) const {
  const auto found = learned_.find(noun);
  return found != learned_.end() && found->second == entity;
}

// "Her daughter does too. “…,” | she said": the sentence before, or this one, is about somebody without a name, and
// nobody who could be meant was named or spoke since.
bool Resolver::is_unnamed_subject(Gender gender, std::uint32_t from) const {
  auto at = std::ranges::partition_point(subjects_, [&](const Subject& s) { return s.token < from; });
  if (at == subjects_.begin()) return false;
  const Subject& subject = *--at;
  if (f_.sentence(from) - f_.sentence(subject.token) > 1 || differ(gender, subject.gender)) return false;
  if (!spoken_.empty() && spoken_.back().token >= subject.token) return false;
  if (subject.hearer) {  // she asked him, so "he" is not she
    const std::uint32_t asker = spoken_.empty() ? kNoEntity : spoken_.back().who.entity;
    if (asker == kNoEntity || !differ(gender, n_.entities[asker].gender)) return false;
  }
  const auto m =
      std::ranges::partition_point(n_.mentions, [&](const Mention& x) { return x.all.begin < subject.token; });
  for (auto i = m; i != n_.mentions.end() && i->all.begin < from; ++i) {
    if (i - m > kMostBetween) return false;
    const std::uint32_t e = n_.entity_of[static_cast<std::size_t>(i - n_.mentions.begin())];
    const bool person =
        e != kNoEntity && n_.entities[e].kind == NameKind::person && !differ(gender, n_.entities[e].gender);
    if (person && !i->possessive && !f_.is_quoted(i->all.begin)) return false;
  }
  return true;
}

// "A viewer asked which. “That one,” | she replied": an answer is somebody else's.
bool Resolver::is_answer_to(const Spoken& last, std::uint32_t token) const {
  if (!is_answering(f_.folded(token + 1)) && !is_answering(f_.folded(token > 0 ? token - 1 : token))) return false;
  for (std::uint32_t t = last.token; t < last.token + kSaying && t < token; ++t) {
    if (is_asking(f_.folded(t))) return true;
  }
  return false;
}

}  // namespace sayso
