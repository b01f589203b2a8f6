#include "extract/speakers.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/words/given_names.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

struct Speaker {
  std::uint32_t turns = 0;
  std::uint32_t seen = 0, person = 0;  // elsewhere: how often the word comes, how often as part of a person's name
  bool titled = false;

  bool is_known() const { return titled || (person > 0 && 2 * person >= seen); }
};

bool is_lettered(const SpeakerLabel& label) { return is_question_key(label.key) || is_answer_key(label.key); }

class Cast {
 public:
  Cast(const Analysis& analysis, const Layout& layout, const std::vector<Turn>& turns) : a_(analysis), l_(layout) {
    for (const Turn& turn : turns) {
      Speaker& speaker = speakers_[turn.label.key];
      ++speaker.turns;
      speaker.titled |= turn.label.titled;
      questions_ |= is_question_key(turn.label.key);
      answers_ |= is_answer_key(turn.label.key);
    }
    read_text();
    const auto first = std::ranges::find_if(turns, [](const Turn& turn) { return is_lettered(turn.label); });
    for (const Turn& turn : turns) known_caps_ |= turn.label.caps && !is_lettered(turn.label) && speakers_[turn.label.key].is_known();
    if (questions_ && (answers_ || known_caps_)) interview_ = speaks_of_interview(*first);  // "Q: …", "A: …" or "COLE: …"
  }

  // The text names the person elsewhere.
  bool is_named(const SpeakerLabel& label) const {
    const auto found = speakers_.find(label.key);
    return found != speakers_.end() && found->second.person > 0;
  }

  bool speaks(const SpeakerLabel& label) const {
    if (is_lettered(label)) return interview_;
    if (label.chat) return true;  // see keep_chats
    const Speaker& it = speakers_.find(label.key)->second;
    return it.is_known() || (it.turns > 1 && label.caps && known_caps_);
  }

 private:
  // Whose names come in the text? A label by itself proves nothing.
  void read_text() {
    for (std::uint32_t t = 0; t < l_.size(); ++t) {
      if (!l_.is_capital(t)) continue;
      const auto found = speakers_.find(l_.lower(t));
      if (found == speakers_.end() || l_.is(t + 1, ":")) continue;
      ++found->second.seen;
      found->second.person += is_person(t);
    }
  }

  bool is_person(std::uint32_t t) const {
    if (!a_.names.empty() && a_.names[t] == NameTag::person) return true;
    if (opens_name(t) || closes_name(t)) return true;
    if (t == 0 || !l_.is_capital(t - 1) || !l_.is_spaced(t)) return false;
    const std::string before = l_.lower(t - 1);
    return is_given_name(before) || is_title(before);
  }

  // "asked Juno Marchetti", "Tavi Oduya, the guitarist": first of two capitals that no small word and no third joins.
  bool opens_name(std::uint32_t t) const {
    const auto name = [&](std::uint32_t at) { return l_.is_capital(at) && l_.is_spaced(at) && !l_.is_all_caps(at); };
    return name(t) && name(t + 1) && !name(t + 2) && !is_section_word(l_.lower(t + 1));
  }

  // "spoke to Cleo Banks at", "Fen Harrow, 29": last of two capitals.
  bool closes_name(std::uint32_t t) const {
    const auto name = [&](std::uint32_t at) { return l_.is_capital(at) && l_.is_spaced(at) && !l_.is_all_caps(at); };
    return t > 1 && name(t) && name(t - 1) && !name(t - 2) && !l_.is_capital(t + 1) && !is_section_word(l_.lower(t - 1));
  }

  // In the text before the first turn, or right behind the last.
  bool speaks_of_interview(const Turn& first) const {
    static const WordSet words("interview interviewed interviews interviewer spoke speaks talked talks asked conversation transcript edited condensed "
                               "q&a chatted discussed answered sat questions");
    for (std::uint32_t t = 0; t < a_.paragraphs[first.paragraph].begin; ++t) {
      if (words.contains(l_.lower(t))) return true;
    }
    return false;
  }

  const Analysis& a_;
  const Layout& l_;
  std::unordered_map<std::string, Speaker> speakers_;
  bool questions_ = false, answers_ = false, interview_ = false;
  bool known_caps_ = false;  // some label in capitals is a person
};

// Somebody speaks again after another; or a question and its answer.
bool take_turns(const Analysis& a, const Layout& l, const std::vector<Turn>& turns) {
  if (turns.size() < 2) return false;
  if (std::ranges::all_of(turns, [](const Turn& turn) { return turn.label.chat; })) return true;
  std::unordered_map<std::string_view, std::size_t> last;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const auto [at, fresh] = last.emplace(turns[i].label.key, i);
    if (!fresh && i - at->second > 1) return true;
    at->second = i;
  }
  if (turns.size() > 2 || turns[0].label.key == turns[1].label.key || turns[1].paragraph > turns[0].paragraph + 1) return false;
  const TokenRange first = a.paragraphs[turns[0].paragraph];
  return l.is(first.end - 1, "?") || (turns[0].label.caps && turns[1].label.caps);
}

// A headline in capitals: "JO LAU: FIVE REASONS TO GO".
bool is_shouted(const Layout& l, TokenRange text) {
  if (l.words(text) < 4 || l.ends_sentence(text)) return false;
  for (std::uint32_t t = text.begin; t < text.end; ++t) {
    if (l.is_word(t) && l.is_spaced(t) && !l.is_all_caps(t) && !l.is_number(t) && l.text(t).size() > 1) return false;
  }
  return true;
}

// Most of the turns are sentences: tables and lists of headlines are no talk.
bool are_sentences(const Analysis& a, const Layout& l, const std::vector<Turn>& turns) {
  std::size_t sentences = 0;
  for (const Turn& turn : turns) {
    const TokenRange text{turn.label.text, a.paragraphs[turn.paragraph].end};
    const bool label_alone = text.empty();
    sentences += label_alone || l.ends_sentence(text) || !l.is_word(text.end - 1);
  }
  return 2 * sentences > turns.size();
}

// Behind the last turn's label, in its paragraph.
void add_inner_labels(const Analysis& a, const Layout& l, std::vector<Turn>& out) {
  const std::uint32_t paragraph = out.back().paragraph;
  const TokenRange range = a.paragraphs[paragraph];
  for (std::uint32_t t = out.back().label.text; t < range.end; ++t) {
    if (!l.is(t, ":")) continue;
    if (auto label = inner_label(l, range, t)) out.push_back({std::move(*label), paragraph});
  }
}

}  // namespace

std::vector<Turn> find_labels(const Analysis& analysis, const Layout& layout) {
  std::vector<Turn> found;
  bool caps = false;
  for (std::uint32_t p = 0; p < analysis.paragraphs.size(); ++p) {
    const TokenRange range = analysis.paragraphs[p];
    if (range.empty()) continue;
    auto label = speaker_label(layout, range);
    if (!label) label = chat_label(layout, range);
    const bool title = p == 0 && label && label->text < range.end && !layout.ends_sentence(range);
    if (!label || title || is_shouted(layout, {label->text, range.end})) continue;
    caps |= label->caps && label->key.size() > 1;
    found.push_back({std::move(*label), p});
  }
  if (!caps) return found.size() < 2 ? std::vector<Turn>() : found;
  std::vector<Turn> out;
  for (Turn& turn : found) {
    out.push_back(std::move(turn));
    add_inner_labels(analysis, layout, out);
  }
  return out.size() < 2 ? std::vector<Turn>() : out;
}

namespace {

// Accounts in small letters are speakers in a run of lines, at least three, by two or more, one of whom the text knows.
void keep_chats(const Cast& cast, std::vector<Turn>& turns) {
  std::vector<bool> keep(turns.size(), true);
  for (std::size_t begin = 0; begin < turns.size();) {
    std::size_t end = begin;
    bool named = false, two = false;
    for (; end < turns.size() && turns[end].label.chat && (end == begin || turns[end].paragraph == turns[end - 1].paragraph + 1); ++end) {
      named |= cast.is_named(turns[end].label);
      two |= turns[end].label.key != turns[begin].label.key;
    }
    if (end > begin && (end - begin < 3 || !named || !two)) std::fill(keep.begin() + static_cast<std::ptrdiff_t>(begin), keep.begin() + static_cast<std::ptrdiff_t>(end), false);
    begin = std::max(end, begin + 1);
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    if (keep[i] && kept != i) turns[kept] = std::move(turns[i]);
    kept += keep[i];
  }
  turns.resize(kept);
}

}  // namespace

void keep_speakers(const Analysis& analysis, const Layout& layout, std::vector<Turn>& turns) {
  if (turns.empty()) return;
  const Cast cast(analysis, layout, turns);
  keep_chats(cast, turns);
  std::erase_if(turns, [&](const Turn& turn) { return !cast.speaks(turn.label); });
  const bool named = std::ranges::all_of(turns, [&](const Turn& turn) { return turn.label.chat || (turn.label.caps && cast.is_named(turn.label)); });
  if (!take_turns(analysis, layout, turns) || (!named && !are_sentences(analysis, layout, turns))) turns.clear();
}

}  // namespace sayso
