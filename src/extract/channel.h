// How it was said: "in an interview", "on Twitter", "testified", "in a statement".
#pragma once

#include <optional>

#include "extract/resolve.h"
#include "extract/statement_frame.h"
#include "sayso/statement.h"

namespace sayso {

struct FoundChannel {
  ChannelType type;
  TokenRange range;  // "in an interview"; the cue where that says it ("tweeted")
};

// What the statement's own sentence says.
std::optional<FoundChannel> find_channel(const WordForms& forms, const Attribution& attribution,
                                         const StatementFrame& frame, const Who& who);

// The first phrase in a range that says how: "at a news conference".
std::optional<FoundChannel> channel_phrase(const WordForms& forms, TokenRange zone);

// "call", "conference" behind "news".
std::optional<ChannelType> channel_noun(const WordForms& forms, std::uint32_t token);

// "prosecuting", "KC", "the judge": words for people whose words in court are no evidence; as a source, with what
// stands behind its comma ("Ann Cole, prosecuting,").
bool names_counsel(const WordForms& forms, TokenRange range);
bool is_of_the_court(const WordForms& forms, const Attribution& attribution);

}  // namespace sayso
