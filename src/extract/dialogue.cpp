#include "extract/dialogue.h"

#include <algorithm>
#include <ranges>

#include "extract/enclosing.h"
#include "extract/occasion.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

bool has_word(const WordForms& f, TokenRange cue, const WordSet& set) {
  return std::ranges::any_of(std::views::iota(cue.begin, cue.end),
                             [&](std::uint32_t t) { return set.contains(f.folded(t)); });
}

// "replied", "shot back". Whoever "responds" or "counters" may do so in another place.
bool replies_to(const WordForms& f, TokenRange cue) {
  static const WordSet replied("replied replies answered answers retorted retorts");
  static const WordSet struck(
      "wrote writes shot shoots hit hits fired fires typed types texted texts shouted snapped said");
  const bool back = cue.size() > 1 && f.is(cue.end - 1, "back") && struck.contains(f.folded(cue.end - 2));
  return has_word(f, cue, replied) || back;
}

bool asks(const WordForms& f, const Attribution& a) {
  static const WordSet asked("asked asks inquired enquired wondered");
  static const WordSet questions("whether if what why how when where who");
  if (a.content.empty() || !has_word(f, a.cue, asked)) return false;
  return f.is(a.content.back().end - 1, "?") || f.is(a.content.back().end - 2, "?") ||
         questions.contains(f.folded(a.content.front().begin));
}

class Turns {
 public:
  Turns(const WordForms& f, std::span<const Attribution> attributions, std::span<const Who> who,
        std::span<const std::uint32_t> order, std::span<const Circumstances> out)
      : f_(f), attributions_(attributions), who_(who), order_(order), out_(out) {}

  // The statement that the one at `at` of the order speaks to the source of; -1 for none.
  std::int64_t partner(std::size_t at) const {
    const Attribution& a = attributions_[order_[at]];
    if (at > 0 && exchanged(at, at - 1)) return order_[at - 1];
    if (at + 1 < order_.size() && exchanged(at, at + 1)) return order_[at + 1];
    if (at > 0 && replies_to(f_, a.cue) && meet(at, at - 1)) return order_[at - 1];
    if (!asks(f_, a) || at + 1 == order_.size() || !meet(at, at + 1)) return -1;
    const std::uint32_t next = order_[at + 1];
    const bool both = at > 0 && is_same(who_[order_[at - 1]], who_[next]) && meet(at, at - 1);
    return both || replies_to(f_, attributions_[next].cue) ? std::int64_t{next} : -1;
  }

 private:
  // In one call or one exchange of messages.
  bool exchanged(std::size_t a, std::size_t b) const {
    const std::optional<FoundChannel>&one = out_[order_[a]].channel, &other = out_[order_[b]].channel;
    return one && other && one->type == other->type && is_exchange(one->type) && meet(a, b);
  }

  // Two people, one right behind the other.
  bool meet(std::size_t a, std::size_t b) const {
    const Who &one = who_[order_[a]], &other = who_[order_[b]];
    const auto speaks = [](const Who& w) { return w.type == SourceType::person && w.entity != kNoEntity && !w.plural; };
    if (!speaks(one) || !(speaks(other) || other.type == SourceType::organization) || is_same(one, other)) return false;
    const std::uint32_t p = f_.paragraph(anchor(attributions_[order_[a]])),
                        q = f_.paragraph(anchor(attributions_[order_[b]]));
    return std::max(p, q) - std::min(p, q) <= 1;
  }

  const WordForms& f_;
  std::span<const Attribution> attributions_;
  std::span<const Who> who_;
  std::span<const std::uint32_t> order_;
  std::span<const Circumstances> out_;
};

}  // namespace

void address_in_turn(const WordForms& forms, std::span<const Attribution> attributions, std::span<const Who> who,
                     std::span<const std::uint32_t> order, std::span<Circumstances> out) {
  const Turns turns(forms, attributions, who, order, out);
  for (std::size_t at = 0; at < order.size(); ++at) {
    if (out[order[at]].addressee) continue;
    if (const std::int64_t partner = turns.partner(at); partner >= 0) {
      out[order[at]].addressee = FoundParty{who[static_cast<std::size_t>(partner)], {}};
    }
  }
}

}  // namespace sayso
