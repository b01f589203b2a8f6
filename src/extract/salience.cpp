#include "extract/salience.h"

#include <algorithm>
#include <cmath>

#include "text/words/cue_verbs.h"
#include "text/words/nouns.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kAside = 16;    // tokens of "Cole, a clerk in the ministry, said"
constexpr std::uint32_t kModified = 4;  // tokens of "campaign press aide"

bool is_preposition(std::string_view word) {
  static const WordSet set(
      "of for at in from with to on by about near against over than as like between among under and or");
  return set.contains(word);
}

bool is_verb(std::string_view word) {
  static const WordSet others(
      "is was are were has had have will would can could may might must should does did do be went came took made got "
      "gave");
  return others.contains(word) || cue_verb(word) != CueVerb::none || (word.size() > 4 && word.ends_with("ed"));
}

float log_of(std::uint32_t count) { return std::log1p(static_cast<float>(count)); }

}  // namespace

// What is known of one candidate from its events.
struct Salience::Tally {
  std::uint32_t entity = kNoEntity;
  Event last;
  float fit = 1;
  std::uint32_t speech = 0;  // one past the token where it last spoke; 0: did not
  std::uint32_t spoken = 0;  // the same, "he" and "she" included
  bool in_content = false;
};

Salience::Salience(const WordForms& forms, const NameTable& names) : f_(forms), n_(names) {
  std::uint32_t sentence = kNoEntity;  // in which a person was named last
  for (std::uint32_t i = 0; i < n_.mentions.size(); ++i) {
    const std::uint32_t t = n_.mentions[i].all.begin, e = n_.entity_of[i];
    const bool byline = t > 0 && f_.is(t - 1, "by") && f_.begins_paragraph(t - 1);
    if (e == kNoEntity || byline) continue;
    Event& event = mentioned_.emplace_back(named(i));
    if (n_.entities[e].kind != NameKind::person || event.owner || event.quoted) continue;
    event.first = f_.sentence(t) != sentence;
    sentence = f_.sentence(t);
  }
}

Salience::Event Salience::named(std::uint32_t mention) const {
  const Mention& m = n_.mentions[mention];
  const std::uint32_t t = m.all.begin, e = n_.entity_of[mention];
  Event out{t, e};
  out.quoted = f_.is_quoted(t);
  out.owner = owns(m);
  const bool plain = !out.quoted && !out.owner;
  out.subject = plain && (f_.begins_sentence(t) || (t > 0 && f_.begins_sentence(t - 1)));
  out.oblique = plain && !out.subject && t > 0 && is_preposition(f_.folded(t - 1));
  if (plain && is_identified(m.all.begin))
    out.subject = out.acts = true, out.oblique = false;
  else
    out.acts = acts(m);
  out.fresh = n_.entities[e].mentions.front() == mention;
  return out;
}

void Salience::described(TokenRange phrase, std::uint32_t entity) {
  Event event{phrase.begin, entity};
  event.subject = event.first = f_.begins_sentence(phrase.begin);
  event.acts = f_.is_lower(phrase.end) && is_verb(f_.folded(phrase.end));
  event.oblique = phrase.begin > 0 && is_preposition(f_.folded(phrase.begin - 1));
  spoken_.push_back(event);
}

// "The man behind the scheme is a former player, Vince Tallow": who the sentence is about.
bool Salience::is_identified(std::uint32_t token) const {
  std::uint32_t first = token;
  bool is = false;
  while (first > 0 && token - first < kAside && !f_.begins_sentence(first)) {
    --first;
    is |= f_.is(first, "is") || f_.is(first, "was");
    if (first + 1 < token && n_.at(first) != nullptr) return false;
  }
  if (!is || !f_.begins_sentence(first) || !(f_.is(first, "the") || f_.is(first, "his") || f_.is(first, "her")))
    return false;
  for (std::uint32_t t = first + 1; t < first + kModified; ++t) {
    if (noun(f_.folded(t)).kind == NounKind::person) return true;
  }
  return false;
}

// "Cole's lawyer", "Cole campaign aides".
bool Salience::owns(const Mention& m) const {
  if (m.possessive) return true;
  for (std::uint32_t t = m.all.end;
       t < m.all.end + kModified && f_.is_lower(t) && !is_verb(f_.folded(t)) && !is_preposition(f_.folded(t)); ++t) {
    if (noun(f_.folded(t)).kind == NounKind::person) return true;
  }
  return false;
}

// "Cole went", "Cole, 44, went".
bool Salience::acts(const Mention& m) const {
  std::uint32_t t = m.all.end;
  if (f_.is(t, ",")) {
    const std::uint32_t end = t + kAside;
    for (++t; t < end && !f_.is(t, ",") && !f_.begins_sentence(t); ++t) {
    }
    if (!f_.is(t, ",")) return false;
    ++t;
  }
  return f_.is_lower(t) && is_verb(f_.folded(t));
}

// "she said", "said she".
bool Salience::follows_saying(std::uint32_t t) const {
  return cue_verb(f_.folded(t + 1)) == CueVerb::saying || (t > 0 && cue_verb(f_.folded(t - 1)) == CueVerb::saying);
}

std::vector<Salience::Tally> Salience::tally(const Question& question, const Fits& fits) const {
  std::vector<Tally> out;
  const auto look = [&](const std::vector<Event>& events, bool spoken) {
    auto at = std::ranges::partition_point(events, [&](const Event& e) { return e.token < question.token; });
    for (std::size_t n = 0; n < kReach && at != events.begin(); ++n) {
      const Event& event = *--at;
      auto found = std::ranges::find(out, event.entity, &Tally::entity);
      if (found == out.end()) {
        const float fit = fits(event.entity);
        if (fit <= 0) continue;
        found = out.insert(out.end(), {event.entity, event, fit});
      }
      const bool inside = std::ranges::any_of(question.content, [&](TokenRange r) { return r.contains(event.token); });
      const bool only_inside =
          std::ranges::any_of(question.content, [&](TokenRange r) { return r.contains(found->last.token); });
      if (only_inside ? !inside : !inside && event.token > found->last.token) found->last = event;
      if (spoken) found->spoken = std::max(found->spoken, event.token + 1);
      if (event.speech) found->speech = std::max(found->speech, event.token + 1);
      found->in_content |= inside;
    }
  };
  look(spoken_, true);
  look(mentioned_, false);
  return out;
}

Features Salience::features(const Tally& tally, const Question& question) const {
  const std::uint32_t t = question.token;
  const Event& last = tally.last;
  const NamedEntity& e = n_.entities[tally.entity];
  Features out;
  out[Feature::sentences] = log_of(f_.sentence(t) - f_.sentence(last.token));
  out[Feature::paragraphs] = log_of(f_.paragraph(t) - f_.paragraph(last.token));
  out[Feature::tokens] = log_of(t - last.token);
  out[Feature::same_sentence] = f_.sentence(t) == f_.sentence(last.token);
  out[Feature::subject] = last.subject;
  out[Feature::acts] = last.acts;
  out[Feature::first] = last.first;
  out[Feature::fresh] = last.fresh;
  out[Feature::oblique] = last.oblique;
  out[Feature::owner] = last.owner;
  out[Feature::quoted] = last.quoted;
  out[Feature::in_content] = tally.in_content;
  out[Feature::spoke_near] = tally.spoken > 0 && f_.paragraph(t) - f_.paragraph(tally.spoken - 1) <= 1;
  out[Feature::often] = log_of(static_cast<std::uint32_t>(e.mentions.size()));
  out[Feature::gender] = question.gender != Gender::unknown && e.gender == question.gender;
  out[Feature::fit] = std::log(tally.fit);
  return out;
}

// What is seen only beside the others.
void Salience::compare(const std::vector<Tally>& tallies, const Question& question,
                       std::vector<ScoredEntity>& out) const {
  const auto here = [&](const Tally& x) {
    return !x.in_content && f_.paragraph(x.last.token) == f_.paragraph(question.token);
  };
  if (std::ranges::count_if(tallies, here) == 1) {
    out[static_cast<std::size_t>(std::ranges::find_if(tallies, here) - tallies.begin())].features[Feature::alone] = 1;
  }
  const auto speaker = std::ranges::max_element(tallies, {}, &Tally::speech);
  if (speaker == tallies.end() || speaker->speech == 0) return;
  Features& features = out[static_cast<std::size_t>(speaker - tallies.begin())].features;
  features[Feature::spoke_last] = 1;
  features[Feature::speaks_on] = follows_saying(question.token);
}

std::vector<ScoredEntity> Salience::candidates(const Question& question, const Fits& fits) const {
  const std::vector<Tally> tallies = tally(question, fits);
  std::vector<ScoredEntity> out;
  for (const Tally& one : tallies) out.push_back({one.entity, features(one, question)});
  compare(tallies, question, out);
  rank(out);
  return out;
}

std::uint32_t Salience::best(const Question& question, const Fits& fits) const {
  const std::vector<ScoredEntity> all = candidates(question, fits);
  return all.empty() ? kNoEntity : all.front().entity;
}

std::uint32_t Salience::next(std::uint32_t token, const Fits& fits) const {
  auto at = std::ranges::partition_point(mentioned_, [&](const Event& e) { return e.token <= token; });
  for (std::size_t n = 0; n < kReach && at != mentioned_.end(); ++n, ++at) {
    if (f_.paragraph(at->token) > f_.paragraph(token) + 1) break;
    if (fits(at->entity) > 0) return at->entity;
  }
  return kNoEntity;
}

}  // namespace sayso
