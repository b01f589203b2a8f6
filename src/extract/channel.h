// How it was said: "in an interview", "on Twitter", "testified", "in a statement".
#pragma once

#include <optional>

#include "extract/statement_frame.h"
#include "sayso/statement.h"

namespace sayso {

struct FoundChannel {
  ChannelType type;
  TokenRange range;  // "in an interview"; the cue where that says it ("tweeted")
};

std::optional<FoundChannel> find_channel(const WordForms& forms, const Attribution& attribution, const StatementFrame& frame);

}  // namespace sayso
