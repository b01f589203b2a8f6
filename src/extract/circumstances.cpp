#include "extract/circumstances.h"

#include <algorithm>
#include <numeric>
#include <ranges>

#include "extract/dialogue.h"
#include "extract/enclosing.h"
#include "extract/passages.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// "In the same letter", "in the interview": what was told of before.
bool refers_back(const WordForms& f, const std::optional<FoundChannel>& channel) {
  static const WordSet known("the that this same");
  return channel && known.contains(f.folded(channel->range.begin + 1));
}

// Only all together.
void carry_over(const WordForms& f, const Circumstances& from, Circumstances& to) {
  const bool again = from.channel && to.channel && from.channel->type == to.channel->type && refers_back(f, to.channel);
  const bool own = to.addressee || (to.channel && !again) || !to.via.empty();
  if (own) return;
  to.addressee = from.addressee;
  to.via = from.via;
}

// What somebody told an outlet goes on in the next paragraph; to whom it was said need not.
void carry_relay(const Circumstances& from, Circumstances& to) {
  if (!to.addressee && !to.channel && to.via.empty()) to.via = from.via;
}

bool is_quotation(const WordForms& f, const Attribution& a) {
  return !a.content.empty() && f.is_mark(a.content.front().begin);
}

bool has_word(const WordForms& f, TokenRange range, const WordSet& set) {
  return std::ranges::any_of(std::views::iota(range.begin, std::max(range.begin, range.end)),
                             [&](std::uint32_t t) { return set.contains(f.folded(t)); });
}

// "Reuters reported Friday": the outlet that the story has it from.
bool reports(const WordForms& f, const Attribution& a) {
  static const WordSet set("reported reports");
  return !a.source.empty() && has_word(f, a.cue, set);
}

// "The pal added": whoever spoke before.
bool adds(const WordForms& f, const Attribution& a) {
  static const WordSet set("added adds adding");
  return has_word(f, a.cue, set);
}

// "She told them", where nobody is named: to whom somebody spoke last.
bool is_them(const WordForms& f, const std::optional<FoundParty>& party) {
  return party && party->who.entity == kNoEntity && party->range.size() == 1 && f.is(party->range.begin, "them");
}

// Where each statement stands, asked in reading order.
class AddressPlaces {
 public:
  AddressPlaces(const Document& document, std::span<const Attribution> attributions, std::span<const Who> who,
                std::span<const Who> hearer, std::span<const std::int32_t> around)
      : document_(document),
        attributions_(attributions),
        who_(who),
        hearer_(hearer),
        around_(around),
        other_(who.size(), nullptr) {}

  AddressPlace of(std::uint32_t i) {
    AddressPlace out;
    if (!document_.authors.empty()) out.author = document_.authors.front();
    if (document_.outlet) out.outlet = *document_.outlet;
    if (around_[i] < 0) return out;
    const std::size_t outer = static_cast<std::size_t>(around_[i]);
    out.speaker = &who_[outer];
    out.set_off = attributions_[outer].set_off;
    if (hearer_[outer].known()) out.hearer = &hearer_[outer];
    out.other = other_[outer];
    if (who_[i].known() && !is_same(who_[i], who_[outer])) other_[outer] = &who_[i];
    return out;
  }

 private:
  const Document& document_;
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
  AddressPlaces places(document, attributions, who, hearer, around);
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
    if (is_them(forms, c.addressee) && last_told) c.addressee = FoundParty{last_told->who, last_told->range};
    if (c.addressee && !c.addressee->range.empty()) last_told = c.addressee;
    if (!c.addressee && !hearer[i].name.empty()) c.addressee = FoundParty{hearer[i], {}};
    if (who[i].type != SourceType::document) c.channel = find_channel(forms, a, frame, who[i]);
    c.day = find_day(forms, frame, a, passages.days());
    const Who* outer = around[i] >= 0 ? &who[static_cast<std::size_t>(around[i])] : nullptr;
    c.via =
        find_relays(forms, names, resolver,
                    {a, frame, c.addressee ? &*c.addressee : nullptr, outer, last_relay ? &*last_relay : nullptr, own});
    if (!c.via.empty() && c.via.front().who.entity != kNoEntity)
      last_relay = c.via.front();
    else if (reports(forms, a) && who[i].type == SourceType::organization && who[i].entity != kNoEntity)
      last_relay = FoundParty{who[i], a.source.front()};
    const bool relayed = !c.via.empty();
    const bool nested = around[i] >= 0 && !relayed;  // stands for itself
    if (!nested) {
      const bool same =
          previous != kNoEntity && (is_same(who[previous], who[i]) || (adds(forms, a) && who[i].entity == kNoEntity));
      const std::uint32_t later =
          same ? forms.paragraph(anchor(a)) - forms.paragraph(anchor(attributions[previous])) : 0;
      if (same && later == 0) carry_over(forms, out[previous], c);
      if (same && later == 1 && is_quotation(forms, a)) carry_relay(out[previous], c);
      const bool tells_of_others = reports(forms, a) && who[i].type == SourceType::organization;
      if (!tells_of_others) previous = i;
      themselves.push_back(i);
    }
    const TokenRange record = passages.speak({a, frame, who[i], c.addressee ? &*c.addressee : nullptr,
                                              nested ? around[i] : -1, relayed, c.channel, c.day, c.via});
    if (c.via.empty() && !record.empty())
      c.via = relays_of_record(forms, names, resolver, {a, frame, nullptr, nullptr, nullptr, own}, record);
  }
  address_in_turn(forms, attributions, who, themselves, out);
  return out;
}

}  // namespace sayso
