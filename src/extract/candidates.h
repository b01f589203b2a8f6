// Who a pronoun or description may mean: candidates, what speaks for each, and how much each is believed.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sayso {

// What is seen of a candidate from the place of the question; 0 or 1 unless said. "Last": where it was last on the
// reader's mind, by its name, as speaker or as "he" or "she".
enum class Feature : std::uint8_t {
  sentences,      // log of 1 + sentences since it was last there
  paragraphs,     // the same of paragraphs
  tokens,         // the same of tokens
  same_sentence,  // last in the sentence of the question
  alone,          // nobody else acceptable was there last in the paragraph of the question
  subject,        // opened its sentence there
  acts,           // a verb followed: "Cole went"
  first,          // was the first to be named in that sentence, and not as somebody's owner
  fresh,          // was named for the first time there
  oblique,        // stood behind a preposition
  owner,          // stood before what is its own: "Cole's lawyer", "Cole aides"
  quoted,         // stood in somebody's words
  in_content,     // stands in the words whose source is asked for
  spoke_last,     // spoke last of the acceptable ones
  spoke_near,     // spoke, or was "he" or "she", in this paragraph or the one before
  speaks_on,      // spoke last, and the question stands beside a verb of saying
  often,          // log of 1 + its mentions in the document
  gender,         // is known to be of the pronoun's gender
  fit,  // log of how well the words fit it: 0 well, less for what may be no person, more for words of its name
};
inline constexpr std::size_t kFeatures = 19;

struct Features {
  std::array<float, kFeatures> values{};

  float& operator[](Feature f) { return values[static_cast<std::size_t>(f)]; }
  float operator[](Feature f) const { return values[static_cast<std::size_t>(f)]; }
};

struct ScoredEntity {
  std::uint32_t entity = 0;  // of the NameTable
  Features features;
  float score = 0;  // the share of belief: those of one question make 1
};

std::string_view name_of(Feature);
float weight_of(Feature);

// Gives the scores and sorts by them, best first: log-linear over the candidates of one question. Ties keep their
// order.
void rank(std::vector<ScoredEntity>& candidates);

// One that was taken for other reasons, right in `share` of such cases, before the others, who get the rest of the
// belief.
std::vector<ScoredEntity> taken(std::uint32_t entity, float share, std::vector<ScoredEntity> others);

}  // namespace sayso
