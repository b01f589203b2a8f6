#include "extract/circumstances.h"

#include <algorithm>
#include <numeric>
#include <ranges>

#include "extract/carry_over.h"
#include "extract/dialogue.h"
#include "extract/enclosing.h"
#include "extract/occasion.h"
#include "extract/passages.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

bool has_word(const WordForms& f, TokenRange range, const WordSet& set) {
  return std::ranges::any_of(std::views::iota(range.begin, std::max(range.begin, range.end)),
                             [&](std::uint32_t t) { return set.contains(f.folded(t)); });
}

// "Reuters reported Friday": the outlet that the story has it from.
bool reports(const WordForms& f, const Attribution& a) {
  static const WordSet set("reported reports");
  return !a.source.empty() && has_word(f, a.cue, set);
}

// "She told them", where nobody is named: to whom somebody spoke last. So it is right behind "told members", whatever
// body was named since.
bool is_them(const WordForms& f, const std::optional<FoundParty>& party, const FoundParty& last) {
  if (!party || party->range.size() != 1 || !f.is(party->range.begin, "them")) return false;
  const bool one = last.who.type == SourceType::person && !last.who.plural;
  const bool near = !last.range.empty() && f.paragraph(last.range.begin) == f.paragraph(party->range.begin);
  return party->who.entity == kNoEntity || (near && !one);
}

// Where each statement stands, asked in reading order.
class AddressPlaces {
 public:
  AddressPlaces(const Document& document, const OwnOutlet& own, std::span<const Attribution> attributions,
                std::span<const Who> who, std::span<const Who> hearer, std::span<const std::int32_t> around)
      : document_(document),
        own_(own),
        attributions_(attributions),
        who_(who),
        hearer_(hearer),
        around_(around),
        other_(who.size(), nullptr) {}

  AddressPlace of(std::uint32_t i) {
    AddressPlace out;
    if (!document_.authors.empty()) out.author = document_.authors.front();
    out.outlet = own_.name();
    if (around_[i] < 0) return out;
    const std::size_t outer = static_cast<std::size_t>(around_[i]);
    out.speaker = &who_[outer];
    if (!attributions_[outer].source.empty()) out.speaker_words = attributions_[outer].source.front();
    out.set_off = attributions_[outer].set_off;
    if (hearer_[outer].known()) out.hearer = &hearer_[outer];
    out.other = other_[outer];
    if (who_[i].known() && !is_same(who_[i], who_[outer])) other_[outer] = &who_[i];
    return out;
  }

 private:
  const Document& document_;
  const OwnOutlet& own_;
  std::span<const Attribution> attributions_;
  std::span<const Who> who_, hearer_;
  std::span<const std::int32_t> around_;
  std::vector<const Who*> other_;  // by the statement around: who spoke last in it, and is not its speaker
};

}  // namespace

std::vector<Circumstances> find_circumstances(const Talk& talk, const WordForms& forms, const NameTable& names,
                                              const Resolver& resolver, const Document& document,
                                              std::span<const Attribution> attributions, std::span<const Who> who,
                                              std::span<const Who> hearer, std::span<const std::int32_t> around) {
  const FrameReader frames(forms, attributions);
  const std::string_view published = document.published ? std::string_view(*document.published) : std::string_view();
  const OwnOutlet own(forms, names, document);
  std::vector<Circumstances> out(attributions.size());
  std::vector<std::uint32_t> order(attributions.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair(anchor(attributions[i]), i); });
  std::uint32_t previous = kNoEntity;
  std::vector<std::uint32_t> themselves;  // statements that are nested in none
  std::optional<FoundParty> last_relay, last_told;
  AddressPlaces places(document, own, attributions, who, hearer, around);
  Passages passages(forms, names, frames, talk, published);
  for (const std::uint32_t i : order) {
    const Attribution& a = attributions[i];
    Circumstances& c = out[i];
    passages.read_on(std::max(anchor(a), a.cue.begin));
    const StatementFrame frame = frames.read(a);
    const AddressPlace place = places.of(i);
    c.addressee = find_addressee(forms, names, resolver, a, frame, who[i], place);
    if (const TokenRange told = c.addressee || around[i] >= 0 ? TokenRange{} : passages.hearer_of(a, who[i]);
        !told.empty()) {
      c.addressee = addressee_at(forms, names, resolver, told, a, who[i], place);
    }
    if (last_told && around[i] < 0 && is_them(forms, c.addressee, *last_told))
      c.addressee = FoundParty{last_told->who, last_told->range};
    if (c.addressee && !c.addressee->range.empty()) last_told = c.addressee;
    if (who[i].type != SourceType::document) c.channel = find_channel(forms, a, frame, who[i]);
    const bool apart = c.channel && !is_live(c.channel->type) && !is_exchange(c.channel->type);  // "shot back on X"
    if (!c.addressee && !hearer[i].name.empty() && !apart) c.addressee = FoundParty{hearer[i], {}};
    c.day = find_day(forms, frame, a, passages.days(), who[i].type == SourceType::document);
    const Who* outer = around[i] >= 0 ? &who[static_cast<std::size_t>(around[i])] : nullptr;
    const Attribution* enclosing = around[i] >= 0 ? &attributions[static_cast<std::size_t>(around[i])] : nullptr;
    c.via = find_relays(
        forms, names, resolver,
        {a, frame, c.addressee ? &*c.addressee : nullptr, outer, enclosing, last_relay ? &*last_relay : nullptr, own});
    if (!c.via.empty() && c.via.front().who.entity != kNoEntity)
      last_relay = c.via.front();
    else if (reports(forms, a) && who[i].type == SourceType::organization && who[i].entity != kNoEntity)
      last_relay = FoundParty{who[i], a.source.front()};
    const bool relayed = !c.via.empty();
    std::optional<FoundDay> day_before;
    const bool nested = around[i] >= 0 && !relayed;  // stands for itself
    if (!nested) {
      const bool same = previous != kNoEntity && speaks_on(forms, attributions[previous], who[previous], a, who[i]);
      if (same) {
        const CarryOver carried = what_carries_over(forms, attributions[previous], who[previous], a, who[i], frame);
        if (carried.parties) carry_over(forms, out[previous], c);
        if (carried.day && !c.channel) day_before = out[previous].day;
      }
      const bool tells_of_others = reports(forms, a) && who[i].type == SourceType::organization;
      if (!tells_of_others) previous = i;
      themselves.push_back(i);
    }
    const bool there = nested && out[static_cast<std::size_t>(around[i])].channel.has_value();
    const TokenRange record = passages.speak(
        {a, frame, who[i], c.addressee, nested ? around[i] : -1, relayed, there, c.channel, c.day, c.via});
    if (!c.day) c.day = day_before;
    if (c.via.empty() && !record.empty())
      c.via = relays_of_record(forms, names, resolver, {a, frame, nullptr, nullptr, nullptr, nullptr, own}, record);
  }
  address_in_turn(forms, attributions, who, themselves, out);
  return out;
}

}  // namespace sayso
