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

constexpr std::uint32_t kLead = 24;  // tokens of a line that leads over to a post

// "Cole answered from his kitchen the next day:", before a post.
bool is_led_by_reply(const WordForms& f, const Attribution& a) {
  static const WordSet verbs("replied replies answered answers responded responds");
  if (!a.set_off || a.content.empty() || a.content.front().begin == 0) return false;
  const std::uint32_t end = a.content.front().begin - 1;
  if (!f.is(end, ":")) return false;
  for (std::uint32_t t = end; t-- > 0 && end - t < kLead && f.sentence(t) == f.sentence(end);) {
    const bool back = f.is(t, "back") && (f.is(t - 1, "hit") || f.is(t - 1, "shot") || f.is(t - 1, "fired"));
    if (verbs.contains(f.folded(t)) || back) return true;
  }
  return false;
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
    if (at > 0 && replies_to(f_, a.cue) && meet(at, at - 1) && !is_elsewhere(at, at - 1)) return order_[at - 1];
    if (at > 0 && was_asked(at, at - 1)) return order_[at - 1];
    if (at > 0 && is_led_by_reply(f_, a) && is_posted(at - 1) && !is_same(who_[order_[at]], who_[order_[at - 1]]))
      return order_[at - 1];
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

  // "Shot back on X" to what was said in a statement: nobody is spoken to.
  bool is_elsewhere(std::size_t a, std::size_t b) const {
    const std::optional<FoundChannel>&one = out_[order_[a]].channel, &other = out_[order_[b]].channel;
    return one && !(other && other->type == one->type) && !is_live(one->type);
  }

  // "Ortiz asked him what she had replied. “Nothing,” Vance said": right behind a question that was put to him.
  bool was_asked(std::size_t at, std::size_t before) const {
    const Attribution& a = attributions_[order_[at]];
    const std::optional<FoundParty>& asked = out_[order_[before]].addressee;
    const bool quoted = !a.content.empty() && f_.is_mark(a.content.front().begin);
    return quoted && asked && asks(f_, attributions_[order_[before]]) && is_same(asked->who, who_[order_[at]]) &&
           meet(at, before) && !out_[order_[at]].channel == !out_[order_[before]].channel;
  }

  bool is_posted(std::size_t at) const {
    const std::optional<FoundChannel>& channel = out_[order_[at]].channel;
    return channel && channel->type == ChannelType::post && who_[order_[at]].known();
  }

  // Somebody named, or "a reporter", "the clerk".
  bool speaks(std::size_t at) const {
    static const WordSet determiners("a an the one another his her their");
    const Who& who = who_[order_[at]];
    const Attribution& a = attributions_[order_[at]];
    if (who.plural) return false;
    if (who.type == SourceType::person) return who.entity != kNoEntity;
    return who.type == SourceType::anonymous && !a.source.empty() &&
           determiners.contains(f_.folded(a.source.front().begin));
  }

  // Two people, one right behind the other; one of them has a name.
  bool meet(std::size_t a, std::size_t b) const {
    const Who &one = who_[order_[a]], &other = who_[order_[b]];
    if (!speaks(a) || !(speaks(b) || other.type == SourceType::organization) || is_same(one, other)) return false;
    if (one.entity == kNoEntity && other.entity == kNoEntity) return false;
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
      const Attribution& a = attributions[static_cast<std::size_t>(partner)];
      const Who& whom = who[static_cast<std::size_t>(partner)];
      const bool nameless = whom.entity == kNoEntity && !a.source.empty();
      out[order[at]].addressee = FoundParty{whom, nameless ? a.source.front() : TokenRange{}};
    }
  }
}

}  // namespace sayso
