#include <algorithm>
#include <ranges>

#include "extract/scene_kinds.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

bool is_any(const WordForms& f, std::uint32_t t, const WordSet& set) { return set.contains(f.folded(t)); }

// "A recording of a dinner": what it is of; by itself it is of a call.
std::optional<FoundChannel> recording_of(const WordForms& f, std::uint32_t tape) {
  static const WordSet talks("call calls conversation conversations exchange");
  if (!f.is(tape + 1, "of")) return FoundChannel{ChannelType::call, {tape, tape + 1}};
  for (std::uint32_t t = tape + 2; t < tape + 6 && f.is_word(t); ++t) {
    if (is_any(f, t, talks) || f.is_capital(t)) return FoundChannel{ChannelType::call, {tape, tape + 1}};
    if (const auto type = channel_noun(f, t); type && lasts(*type)) return FoundChannel{*type, {tape, t + 1}};
  }
  return std::nullopt;
}

// "Read aloud a text message that Cole sent to her clerk", "were shown an email from Cole".
std::optional<FoundChannel> sent_thing(const WordForms& f, std::uint32_t t, TokenRange run) {
  static const WordSet things("message email text letter note");
  static const WordSet behind("that which sent from written");
  static const WordSet shown("read shown seen heard played obtained released published");
  if (!is_any(f, t, things) || f.is_capital(t) || !is_any(f, t + 1, behind)) return std::nullopt;
  for (std::uint32_t n = run.begin; n < t; ++n) {
    const auto type = is_any(f, n, shown) ? channel_noun(f, t) : std::nullopt;
    if (type) return FoundChannel{*type, {t, t + 1}};
  }
  return std::nullopt;
}

}  // namespace

// "A phone call between Vance and Okoro has been passed around", "On the tape Vance asks", "first printed the texts",
// "WhatsApp messages that he had sent", "The thread begins": a record of what was said.
std::optional<FoundChannel> recorded(const WordForms& f, std::uint32_t t, TokenRange run) {
  static const WordSet tapes("tape tapes recording recordings audio voicemail");
  static const WordSet talks("call messages texts emails e-mails chat chats thread dms exchange");
  static const WordSet shown(
      "leaked screenshots screenshot printed published obtained sent exchanged between begins opens shared "
      "recording tape released transcript swapped leaks posted began lasted lasts started starts ended ends heard");
  static const WordSet things(
      "device devices studio studios artist artists contract session sessions industry equipment label measure");
  if (is_any(f, t, tapes) && !is_any(f, t + 1, things)) return recording_of(f, t);
  if (const auto sent = sent_thing(f, t, run)) return sent;
  static const WordSet networks("slack discord whatsapp teams telegram signal");
  const bool channel = f.is(t, "channel") && is_any(f, t - 1, networks);
  const bool mails = f.is(t, "mails") && f.is(t - 1, "-") && f.is(t - 2, "e");
  const bool talk = channel || mails || is_any(f, t, talks);
  if (!talk || (f.is_capital(t) && !f.begins_sentence(t))) return std::nullopt;
  if (f.is(t, "call") && (f.is(t + 1, "for") || f.is(t - 1, "'s"))) return std::nullopt;
  const bool told = std::ranges::any_of(std::views::iota(run.begin, run.end), [&](std::uint32_t n) {
    return is_any(f, n, shown) || (f.is(n, "seen") && f.is(n + 1, "by")) || (f.is(n, "read") && f.is(n + 1, "out"));
  });
  if (!told) return std::nullopt;
  if (f.is(t, "exchange")) return std::nullopt;
  return FoundChannel{f.is(t, "call") ? ChannelType::call : ChannelType::message, {t, t + 1}};
}

}  // namespace sayso
