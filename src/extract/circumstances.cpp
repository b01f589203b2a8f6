#include "extract/circumstances.h"

#include <algorithm>
#include <numeric>

#include "extract/enclosing.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// "told the High Court": evidence.
std::optional<FoundChannel> before_a_court(const WordForms& f, const Circumstances& c) {
  static const WordSet courts("court jury jurors tribunal inquest inquiry");
  if (!c.addressee) return std::nullopt;
  for (std::uint32_t t = c.addressee->range.begin; t < c.addressee->range.end; ++t) {
    if (courts.contains(f.folded(t))) return FoundChannel{ChannelType::testimony, c.addressee->range};
  }
  return std::nullopt;
}

// The day carries over to a statement with an addressee of its own; the rest only all together.
void carry_over(const Circumstances& from, Circumstances& to) {
  const bool own = to.addressee || to.channel || !to.via.empty();
  if (!to.day && !to.channel) to.day = from.day;
  if (own) return;
  to.addressee = from.addressee;
  to.via = from.via;
  to.channel = from.channel;
}

}  // namespace

std::vector<Circumstances> find_circumstances(const WordForms& forms, const NameTable& names, const Resolver& resolver,
                                              const Document& document, std::span<const Attribution> attributions,
                                              std::span<const Who> who, std::span<const Who> hearer,
                                              std::span<const std::int32_t> around) {
  const FrameReader frames(forms, attributions);
  const std::string_view published = document.published ? std::string_view(*document.published) : std::string_view();
  const std::string_view outlet = document.outlet ? std::string_view(*document.outlet) : std::string_view();
  std::vector<Circumstances> out(attributions.size());
  std::vector<std::uint32_t> order(attributions.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair(anchor(attributions[i]), i); });
  std::uint32_t previous = kNoEntity;
  for (const std::uint32_t i : order) {
    const Attribution& a = attributions[i];
    Circumstances& c = out[i];
    const StatementFrame frame = frames.read(a);
    c.addressee = find_addressee(forms, names, resolver, a, frame, who[i]);
    if (!c.addressee && !hearer[i].name.empty()) c.addressee = FoundParty{hearer[i], {}};
    if (who[i].type != SourceType::document) c.channel = find_channel(forms, a, frame);
    if (!c.channel) c.channel = before_a_court(forms, c);
    c.day = find_day(forms, frame, a.cue, published);
    const Who* outer = around[i] >= 0 ? &who[static_cast<std::size_t>(around[i])] : nullptr;
    c.via = find_relays(forms, names, resolver, {a, frame, c.addressee ? &*c.addressee : nullptr, outer, outlet});
    if (around[i] >= 0 && c.via.empty()) continue;  // nested: stands for itself
    const bool follows = previous != kNoEntity && is_same(who[previous], who[i]) &&
                         forms.paragraph(anchor(attributions[previous])) == forms.paragraph(anchor(a));
    if (follows) carry_over(out[previous], c);
    previous = i;
  }
  return out;
}

}  // namespace sayso
