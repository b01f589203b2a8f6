// The words of the contract for what statement.h enumerates.
#include <array>

#include "sayso/statement.h"

namespace sayso {
namespace {

template <class Names, class Value>
constexpr std::string_view at(const Names& names, Value value) {
  const auto index = static_cast<std::size_t>(value);
  return index < names.size() ? names[index] : std::string_view();
}

constexpr std::array<std::string_view, 3> kKinds{"direct", "indirect", "mixed"};
constexpr std::array<std::string_view, 6> kSourceTypes{"person",   "organization", "group",
                                                       "document", "anonymous",    "none"};
constexpr std::array<std::string_view, 8> kStances{"asserts",  "denies",   "asks",    "orders",
                                                   "promises", "believes", "intends", "alleges"};
constexpr std::array<std::string_view, 13> kChannels{
    "interview", "call",    "post",   "statement", "press_conference", "speech", "testimony",
    "filing",    "message", "letter", "broadcast", "publication",      "meeting"};
constexpr std::array<std::string_view, 3> kSetOff{"quotation", "post", "entry"};
constexpr std::array<std::string_view, 17> kBases{"none",  "name",        "pronoun",  "role",   "description", "body",
                                                  "owner", "named_later", "speaker",  "hearer", "inside",      "label",
                                                  "turn",  "account",     "previous", "beside", "headline"};
constexpr std::array<std::string_view, 9> kLinks{"first",    "fuller",  "surname",    "given_name", "short_form",
                                                 "nickname", "acronym", "other_name", "account"};

}  // namespace

std::string_view name_of(SetOff::Kind kind) { return at(kSetOff, kind); }
std::string_view name_of(Kind kind) { return at(kKinds, kind); }
std::string_view name_of(SourceType type) { return at(kSourceTypes, type); }
std::string_view name_of(Stance stance) { return at(kStances, stance); }
std::string_view name_of(ChannelType type) { return at(kChannels, type); }
std::string_view name_of(Basis basis) { return at(kBases, basis); }
std::string_view name_of(Link link) { return at(kLinks, link); }

bool Party::is_doubtful() const {
  if (candidates.empty()) return false;
  return candidates.front().entity != entity || candidates.front().score < kSure;
}

}  // namespace sayso
