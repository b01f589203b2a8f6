// Which words name channels: the tables, and the nouns beside which they mean something else ("press release", "town
// hall").
#pragma once

#include <optional>
#include <string_view>

#include "extract/channel.h"
#include "extract/word_forms.h"

namespace sayso {

// A noun of the tables, whatever stands beside it.
bool is_channel_word(std::string_view word);

// "tweeted", "testified", "phoned".
std::optional<ChannelType> channel_verb(std::string_view word);

// Prepositions that lead over to a channel.
bool introduces_channel(std::string_view word);

// One past the last of the nouns that stand together: "television interview".
std::uint32_t channel_group_end(const WordForms& forms, std::uint32_t noun, std::uint32_t end);

// "in an interview", "during a phone call", where `token` is the preposition.
std::optional<FoundChannel> channel_phrase_at(const WordForms& forms, std::uint32_t token, std::uint32_t end);

}  // namespace sayso
