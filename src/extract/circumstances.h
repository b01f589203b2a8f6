// Of each statement: to whom, through whom, how, when; and what carries over from one statement to the next.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/addressee.h"
#include "extract/channel.h"
#include "extract/relay.h"
#include "extract/said_at.h"
#include "extract/talk.h"
#include "sayso/document.h"

namespace sayso {

struct Circumstances {
  std::optional<FoundParty> addressee;
  std::vector<FoundParty> via;
  std::optional<FoundChannel> channel;
  std::optional<FoundDay> day;
};

// `who` are the sources, `hearer` those they talk with (sources.h) and `around` the enclosing statements of the
// attributions, index by index. They carry over to a statement of the same source that directly follows in the
// paragraph and has no circumstances of its own.
std::vector<Circumstances> find_circumstances(const Talk& talk, const WordForms& forms, const NameTable& names,
                                              const Resolver& resolver, const Document& document,
                                              std::span<const Attribution> attributions, std::span<const Who> who,
                                              std::span<const Who> hearer, std::span<const std::int32_t> around);

}  // namespace sayso
