// What kinds of occasions there are, and what a statement's own words tell of its occasion. For passages.cpp.
#pragma once

#include <cstdint>

#include "extract/statement_frame.h"
#include "sayso/statement.h"

namespace sayso {

bool is_exchange(ChannelType type);  // two sides, and a story that follows both: a call, messages
bool is_talk(ChannelType type);      // where one answers the other
bool is_live(ChannelType type);      // where questions are put and answered
bool is_assembly(ChannelType type);  // a meeting or hearing

// Paragraphs over which an occasion survives somebody else's words. What a mail or a call to the writer of the story
// said is told at once; one that the story is about (`told`) goes on.
std::uint32_t patience(ChannelType type, bool told);

bool replies(const WordForms& forms, TokenRange cue);     // "answered", "shot back"
bool is_written(const WordForms& forms, TokenRange cue);  // "texted", "wrote"
bool is_present(const WordForms& forms, TokenRange cue);  // "Vance asks": a tape is told as if it ran
bool is_earlier(const WordForms& forms, TokenRange cue);  // "had recommended": before the occasion that the story is in

// A thought is not spoken at an occasion of another paragraph; what is recalled was said before.
bool is_spoken(const WordForms& forms, const Attribution& attribution);

bool is_perfect(const WordForms& forms, TokenRange cue);  // "has denied": at no occasion that the story tells of

// "Cole disputes that", "she denies it", "rejects the figure": an answer to what the story tells, at no occasion.
bool is_answer(const WordForms& forms, const Attribution& attribution);

// "The dispatcher", "her mother", "he": one whom the reader knows, though by no name.
bool is_definite(const WordForms& forms, const Attribution& attribution);

// "Said after the vote", "… outside the court", "… in the hallway": somewhere else.
bool is_elsewhere(const WordForms& forms, const Attribution& attribution, const StatementFrame& frame);

// "told lawmakers" in a story about a hearing, "told councillors" in one about a meeting. `zone`: behind the cue.
bool tells_the_assembly(const WordForms& forms, const Attribution& attribution, TokenRange zone, ChannelType assembly);

}  // namespace sayso
