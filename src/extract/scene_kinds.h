// The kinds of scenes that a sentence may set, each by the words at a token. For scenes.cpp.
#pragma once

#include <optional>

#include "extract/channel.h"

namespace sayso {

// Occasions at which words are spoken or written one after another; a statement or a book is none.
bool lasts(ChannelType type);

// "She rang him from the hotel", "phoned her mother", "called home and said"; "called him a liar" and "called for" are
// none.
std::optional<FoundChannel> rang(const WordForms& forms, std::uint32_t token, std::uint32_t end);

// "A phone call between Vance and Okoro has been passed around", "On the tape Vance asks", "first printed the texts",
// "WhatsApp messages that he had sent", "The thread begins": a record of what was said.
std::optional<FoundChannel> recorded(const WordForms& forms, std::uint32_t token, TokenRange run);

// "The meeting began at seven", "The council met on Monday", "Residents packed the hearing": an occasion that the story
// is about.
std::optional<FoundChannel> attended(const WordForms& forms, std::uint32_t token, TokenRange run);

}  // namespace sayso
