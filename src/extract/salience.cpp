#include "extract/salience.h"

#include <algorithm>
#include <cmath>

#include "text/words/word_set.h"

namespace sayso {
namespace {

// Weights of a mention by its place; found on development data, and only their order matters much.
constexpr float kSubject = 1.6f, kPlain = 1.0f, kOblique = 0.85f, kPossessive = 0.55f, kInQuotation = 0.35f, kSpoke = 2.0f;
constexpr float kOwnContent = 0.3f;       // times, for mentions in what is said
constexpr float kFadeBySentence = 0.78f;  // times, a sentence
constexpr float kFadeByParagraph = 0.45f;  // times, a paragraph
constexpr float kAgain = 0.12f;           // of each further mention's weight

bool is_preposition(std::string_view word) {
  static const WordSet set("of for at in from with to on by about near against over than as like between among under and or");
  return set.contains(word);
}

}  // namespace

Salience::Salience(const WordForms& forms, const NameTable& names) : f_(forms), n_(names) {
  for (std::uint32_t i = 0; i < n_.mentions.size(); ++i) {
    const std::uint32_t t = n_.mentions[i].all.begin;
    const bool byline = t > 0 && f_.is(t - 1, "by") && f_.begins_paragraph(t - 1);
    if (n_.entity_of[i] != kNoEntity && !byline) mentioned_.push_back({n_.mentions[i].all.begin, n_.entity_of[i], weight(i)});
  }
}

float Salience::weight(std::uint32_t mention) const {
  const Mention& m = n_.mentions[mention];
  const std::uint32_t t = m.all.begin;
  if (f_.is_quoted(t)) return kInQuotation;
  if (m.possessive) return kPossessive;
  if (f_.begins_sentence(t) || (t > 0 && f_.begins_sentence(t - 1))) return kSubject;
  if (t > 0 && is_preposition(f_.folded(t - 1))) return kOblique;
  return kPlain;
}

float Salience::faded(const Event& event, std::uint32_t token) const {
  const auto sentences = static_cast<float>(f_.sentence(token) - f_.sentence(event.token));
  const auto paragraphs = static_cast<float>(f_.paragraph(token) - f_.paragraph(event.token));
  return event.weight * std::pow(kFadeBySentence, sentences) * std::pow(kFadeByParagraph, paragraphs);
}

void Salience::spoke(std::uint32_t token, std::uint32_t entity) { spoken_.push_back({token, entity, kSpoke}); }

void Salience::pronoun(std::uint32_t token, std::uint32_t entity) { spoken_.push_back({token, entity, kSubject}); }

std::uint32_t Salience::best(std::uint32_t token, std::span<const TokenRange> content, const Fits& fits) const {
  struct Score {
    std::uint32_t entity;
    float top, sum;
  };
  std::vector<Score> scores;
  const auto look = [&](const std::vector<Event>& events) {
    auto at = std::ranges::partition_point(events, [&](const Event& e) { return e.token < token; });
    for (std::size_t n = 0; n < kReach && at != events.begin(); ++n) {
      const Event& event = *--at;
      const float factor = fits(event.entity);
      if (factor <= 0) continue;
      float value = factor * faded(event, token);
      if (std::ranges::any_of(content, [&](TokenRange r) { return r.contains(event.token); })) value *= kOwnContent;
      const auto found = std::ranges::find(scores, event.entity, &Score::entity);
      if (found == scores.end()) scores.push_back({event.entity, value, value});
      else found->top = std::max(found->top, value), found->sum += value;
    }
  };
  look(spoken_);
  look(mentioned_);
  if (scores.empty()) return kNoEntity;
  return std::ranges::max_element(scores, {}, [](const Score& s) { return s.top + kAgain * (s.sum - s.top); })->entity;
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
