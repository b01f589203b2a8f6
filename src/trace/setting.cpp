#include "trace/setting.h"

#include <algorithm>

#include "text/code_points.h"
#include "text/words/word_set.h"
#include "trace/context.h"
#include "trace/witness.h"

namespace sayso::trace {
namespace {

bool is_written(ChannelType type) {
  switch (type) {
    case ChannelType::post:
    case ChannelType::statement:
    case ChannelType::filing:
    case ChannelType::message:
    case ChannelType::letter:
    case ChannelType::publication:
      return true;
    default:
      return false;
  }
}

// Without "Jr."
std::vector<std::string> words_of_name(std::string_view name) {
  static const WordSet kEndings("jr sr ii iii");
  const CodePoints points(name);
  std::vector<std::string> out;
  for (const Word& word : words_of(points).words)
    if (!word.clitic) out.push_back(word.key);
  while (out.size() > 1 && kEndings.contains(out.back())) out.pop_back();
  return out;
}

void read_speakers(const Extraction& extraction, const Statement& s, Setting& out) {
  out.written = s.channel && is_written(s.channel->type);
  out.unnamed = s.source.type == SourceType::anonymous;
  if (s.source.type != SourceType::person) return;  // whose words a body's or a document's are is told in more than one way
  const auto add = [&out](std::string_view name) {
    if (std::vector<std::string> words = words_of_name(name); !words.empty()) out.speakers.push_back(std::move(words));
  };
  for (const std::uint32_t entity : s.source.entities)
    if (entity < extraction.entities.size()) add(extraction.entities[entity].name);
  if (out.speakers.empty() && s.source.name) add(*s.source.name);
}

// One letter put in, left out or exchanged, in names of six letters and more: "DeLaurier", "DesLaurier".
bool nearly_same(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 6 || b.size() - a.size() > 1) return false;
  const std::size_t same = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return a.substr(same) == b.substr(same + 1) || a.substr(std::min(same + 1, a.size())) == b.substr(same + 1);
}

bool meant(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::find(b, a.back()) != b.end() || std::ranges::find(a, b.back()) != a.end() || nearly_same(a.back(), b.back());
}

bool one_is_meant(const Setting& a, const Setting& b) {
  for (const auto& x : a.speakers)
    for (const auto& y : b.speakers)
      if (meant(x, y)) return true;
  return false;
}

bool names_one_of(const Setting& text, const Setting& other) {
  return std::ranges::any_of(other.speakers, [&text](const auto& name) { return text.words.contains(name.back()); });
}

}  // namespace

Setting setting_of(const SourcePtr& source, Span quoted) {
  Setting out;
  const CodePoints text(source->document.text);
  const std::string_view before = text.slice({0, quoted.begin}), after = text.slice({quoted.end, text.size()});
  Wording around;
  around.before = before, around.after = after;
  out.passages = runs_around(around);
  out.occasions = occasions_around(before, after);
  for (const Word& word : words_of(text).words) out.words.insert(word.key);
  const std::optional<Witness> witness = witness_at(source, quoted);
  if (witness && witness->statement) read_speakers(source->extraction, source->extraction.statements[*witness->statement], out);
  return out;
}

Speakers compare_speakers(const Setting& a, const Setting& b) {
  if (a.speakers.empty() && b.speakers.empty()) return Speakers::unknown;
  if (a.speakers.empty() || b.speakers.empty()) {
    const Setting& named = a.speakers.empty() ? b : a;
    const Setting& other = a.speakers.empty() ? a : b;
    return other.unnamed && !names_one_of(other, named) ? Speakers::no_name : Speakers::unknown;
  }
  if (one_is_meant(a, b)) return Speakers::same;
  const int named = static_cast<int>(names_one_of(a, b)) + static_cast<int>(names_one_of(b, a));
  return named == 2 ? Speakers::both_named : named == 1 ? Speakers::one_named : Speakers::strangers;
}

bool occasions_differ(const Setting& a, const Setting& b) {
  return a.occasions != 0 && b.occasions != 0 && (a.occasions & b.occasions) == 0;
}

std::uint32_t shared_passages(const Setting& a, const Setting& b) {
  std::uint32_t out = 0;
  for (auto x = a.passages.begin(), y = b.passages.begin(); x != a.passages.end() && y != b.passages.end();) {
    if (*x == *y) ++out, ++x, ++y;
    else ++(*x < *y ? x : y);
  }
  return out;
}

}  // namespace sayso::trace
