#include "check/cut.h"

#include <array>
#include <string>

#include "text/code_points.h"
#include "trace/cut_sense.h"
#include "trace/sentence_ends.h"
#include "trace/words.h"

namespace sayso::check {
namespace {

// Without spaces and quotation marks at its ends.
std::string trimmed(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kShed = {" ", "\t", "\r", "\n", "\"", "\u201C", "\u201D"};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark : kShed) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), more = true;
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), more = true;
    }
  }
  return std::string(text);
}

bool has_words(std::string_view text) {
  const CodePoints points(text);
  return !trace::words_of(points).words.empty();
}

}  // namespace

Cut cut_around(std::string_view utterance, Span kept) {
  const CodePoints points(utterance);
  const Span whole = trace::sentences_around(points, kept);
  Cut out;
  out.before = trimmed(points.slice({whole.begin, kept.begin}));
  out.after = trimmed(points.slice({kept.end, whole.end}));
  if (!has_words(out.before)) out.before.clear();
  if (!has_words(out.after)) out.after.clear();
  out.turns_sense = trace::cut_turns_sense(out.before, points.slice(kept), out.after);
  if (!out.after.empty() || out.turns_sense) return out;
  // Only the sentence that takes it back is shown of what follows.
  if (whole.end + 2 >= points.size()) return out;
  const Span next = trace::sentences_around(points, {whole.end + 1, whole.end + 2});
  if (next.begin < whole.end) return out;
  const std::string following = trimmed(points.slice({whole.end, next.end}));
  if (!trace::takes_back(following)) return out;
  out.after = following;
  out.turns_sense = true;
  return out;
}

}  // namespace sayso::check
