#include "extract/exchange.h"

#include <algorithm>

#include "extract/addressee.h"
#include "extract/enclosing.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kSetting = 30;   // tokens from "between" to the second name
constexpr std::uint32_t kLingers = 2;    // paragraphs without a word from either end an exchange
constexpr std::uint32_t kRunReach = 12;  // turns looked at on either side

template <class Is>
bool any_in(const WordForms& f, TokenRange range, Is is) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (is(f.folded(t))) return true;
  }
  return false;
}

bool goes_on_by_cue(const WordForms& f, TokenRange cue) {
  static const WordSet set(
      "add adds added adding continue continues continued continuing concluded concludes explained explains");
  return any_in(f, cue, [](std::string_view word) { return set.contains(word); });
}

// "asks", "denies": an exchange is retold in the present.
bool is_present(const WordForms& f, TokenRange cue) {
  static const WordSet others("was is has does says");
  if (cue.empty()) return false;
  const std::string_view verb = f.folded(cue.begin);
  return verb == "says" || (verb.ends_with("s") && verb.size() > 3 && !others.contains(verb));
}

bool is_mark_or_stop(const WordForms& f, std::uint32_t t) { return !f.is_word(t); }

// "the witness": a description that may be of anybody.
bool is_described(const SourcePhrase& phrase) {
  return phrase.head == HeadKind::noun && phrase.definite && !phrase.noun.plural && phrase.owner == kNoEntity &&
         !phrase.owner_pronoun && phrase.noun.kind == NounKind::person;
}

bool is_singular_person(const Who& who) {
  return who.type == SourceType::person || (who.type == SourceType::anonymous && !who.plural);
}

}  // namespace

Exchange::Exchange(const WordForms& forms, const NameTable& names, const Resolver& resolver, const Talk& talk,
                   std::span<const Attribution> attributions, std::span<const std::uint32_t> order)
    : f_(forms),
      n_(names),
      resolver_(resolver),
      talk_(talk),
      attributions_(attributions),
      order_(order),
      frames_(forms, attributions),
      turns_(order.size()) {
  for (std::size_t i = 0; i < turns_.size(); ++i) measure(turns_[i], attribution(i));
  find_runs();
}

void Exchange::measure(Turn& turn, const Attribution& a) const {
  if (a.content.empty()) return;
  const std::uint32_t begin = a.content.front().begin;
  std::uint32_t end = a.content.back().end;
  turn.first = f_.paragraph(std::min(begin, a.cue.empty() ? begin : a.cue.begin));
  turn.last = f_.paragraph(std::max(end, a.cue.end) - 1);
  turn.quoted = f_.is_mark(begin);
  turn.opens = f_.begins_paragraph(begin);
  std::uint32_t last_word = end;
  while (last_word > begin && !f_.is_word(last_word - 1)) --last_word;
  for (std::uint32_t t = last_word; t < end; ++t) turn.asks |= f_.is(t, "?");
  while (end < f_.size() && f_.paragraph(end) == turn.last && is_mark_or_stop(f_, end)) ++end;
  turn.closes = end == f_.size() || f_.paragraph(end) != turn.last;
  turn.bare = turn.quoted && turn.opens && turn.closes && a.cue.empty() && a.source.empty();
  turn.asks |= any_in(f_, a.cue, is_asking);
  turn.answers = any_in(f_, a.cue, [](std::string_view word) { return is_answering(word) || word == "back"; });
  turn.goes_on = goes_on_by_cue(f_, a.cue);
}

// Nothing but a sentence or so stands between them.
bool Exchange::is_next(const Turn& turn, const Turn& next) const {
  return next.quoted && next.opens && turn.quoted && next.first == turn.last + 1;
}

void Exchange::find_runs() {
  for (std::size_t at = 0; at < turns_.size(); ++at) {
    Turn& turn = turns_[at];
    const bool follows = at > 0 && is_next(turns_[at - 1], turn);
    turn.run = follows ? turns_[at - 1].run : static_cast<std::uint32_t>(at);
    turn.talk = turn.quoted && talk_.any() && talk_.number[turn.last] > 0;
    turn.bare &= turn.talk && talk_.lone[turn.first];
  }
}

// The other speaker of the run: one before, or one named behind.
Who Exchange::other_in_run(std::size_t at, const Who& than) const {
  for (std::size_t i = at; i > 0 && i + kRunReach > at && turns_[i - 1].run == turns_[at].run;) {
    const Who& who = turns_[--i].who;
    if (who.known() && !is_same(who, than)) return who;
  }
  for (std::size_t i = at + 1; i < turns_.size() && i < at + kRunReach && turns_[i].run == turns_[at].run; ++i) {
    const Attribution& a = attribution(i);
    if (a.source.empty()) continue;
    const SourcePhrase phrase = read_phrase(f_, n_, a.source);
    if (phrase.head == HeadKind::pronoun) continue;
    const Who who = resolver_.resolve(a.source, {a.content, nullptr, nullptr, nullptr});
    if (who.entity != kNoEntity && !is_same(who, than)) return who;
  }
  return {};
}

Who Exchange::other_known(std::size_t at, const Who& than) const {
  if (const Who who = other_in_run(at, than); who.known()) return who;
  if (one_.known() && is_same(one_, than)) return other_;
  if (other_.known() && is_same(other_, than)) return one_;
  const std::uint32_t token = attribution(at).content.front().begin;
  const std::uint32_t e = resolver_.salience().best({token}, [&](std::uint32_t i) {
    return n_.entities[i].kind == NameKind::person && i != than.entity ? 1.0f : 0.0f;
  });
  return e == kNoEntity ? Who{} : resolver_.named(e);
}

// "How much did you win, Ms Cole?": a person named at the end or beginning of what is said, behind or before a comma.
Who Exchange::called(std::size_t at) const {
  for (const TokenRange piece : attribution(at).content) {
    for (std::uint32_t t = piece.begin; t < piece.end; ++t) {
      const Mention* m = n_.at(t);
      if (m == nullptr || m->all.begin != t || n_.entities[n_.entity_at(t)].kind != NameKind::person) continue;
      const std::uint32_t next = m->all.end;
      const bool last = t > piece.begin && f_.is(t - 1, ",") &&
                        (f_.is(next, "?") || f_.is(next, ".") || f_.is(next, "!") || next == piece.end ||
                         f_.is_mark(next) || (f_.is(next, ",") && f_.is_mark(next + 1)));
      const bool first = t > piece.begin && f_.is_mark(t - 1) && f_.is(next, ",") && !f_.is_mark(next + 1);
      if (last || first) return resolver_.named(n_.entity_at(t));
    }
  }
  return {};
}

// Whom the next turn, which stands alone, addresses by name: who speaks now.
Who Exchange::called_next(std::size_t at) const {
  const bool next = at + 1 < turns_.size() && turns_[at + 1].run == turns_[at].run && turns_[at + 1].bare;
  return next ? called(at + 1) : Who{};
}

// "Marsh replied": to whoever spoke right before.
Who Exchange::answered(std::size_t at) const {
  if (at == 0 || attribution(at).cue.empty() || !turns_[at].quoted) return {};
  const Who& before = turns_[at - 1].who;
  const bool near = turns_[at - 1].last + 1 >= turns_[at].first && before.type == SourceType::person &&
                    !is_same(before, turns_[at].who);
  return near ? before : Who{};
}

bool Exchange::may_be(std::size_t at, const Who& who) const {
  const Who called_one = called(at);
  return who.known() && !(called_one.known() && is_same(called_one, who));
}

Who Exchange::speaker(std::size_t at, const Who& written) const {
  const Turn& turn = turns_[at];
  const Attribution& a = attribution(at);
  if (a.content.empty()) return written;
  const bool first = at == 0 || turns_[at - 1].run != turn.run;
  if (!a.source.empty()) return by_turns(at, written);
  if (turn.bare && turn.talk) {
    if (first) {
      const Who answer = called_next(at);
      if (answer.known()) return answer;
      const Who other = other_known(at, called(at));
      return may_be(at, other) && called(at).known() ? other : written;
    }
    const Who& before = turns_[at - 1].who;
    const Who other = turns_[at - 1].hearer.known() ? turns_[at - 1].hearer : other_known(at, before);
    if (may_be(at, other)) return other;
  }
  return written;
}

// "he says", "the witness answers": of the two who talk, the one that it can be.
Who Exchange::by_turns(std::size_t at, const Who& written) const {
  const Turn& turn = turns_[at];
  const Attribution& a = attribution(at);
  const SourcePhrase phrase = read_phrase(f_, n_, a.source);
  if (turn.talk && is_described(phrase) && written.type == SourceType::anonymous) {
    if (const Who who = called_next(at); who.known()) return who;
  }
  if (!is_met(f_.paragraph(a.source.front().begin))) return written;
  const Who* last = at > 0 && turns_[at - 1].who.known() ? &turns_[at - 1].who : nullptr;
  const bool to_one = last != nullptr && is_same(*last, one_), to_other = last != nullptr && is_same(*last, other_);
  const Who* next = to_one ? &other_ : to_other ? &one_ : nullptr;
  const bool new_turn =
      turn.opens && turn.quoted && (turn.talk || is_set_);  // elsewhere people go on in the next paragraph
  const bool is_reply =
      turn.quoted && !turn.goes_on &&
      (turn.answers || (at > 0 && (turns_[at - 1].asks ? !turn.asks : is_set_ && turns_[at - 1].quoted)));
  if (phrase.head == HeadKind::pronoun && phrase.pronoun->kind == PronounKind::singular) {
    const Gender gender = phrase.pronoun->gender;
    const bool one = fits(one_, gender), other = fits(other_, gender);
    Who out = written;
    if (next == nullptr && !fresh_) return written;  // somebody else spoke since
    if (one && !other)
      out = one_;
    else if (other && !one)
      out = other_;
    else if (one && other && next != nullptr && (new_turn || is_reply))
      out = *next;
    else if (one && other && next == nullptr)
      out = one_;
    if (out.entity != kNoEntity) out.pronoun = TokenRange{phrase.token, phrase.token + 1};
    return out;
  }
  const bool addressed = next != nullptr && turn.quoted && is_same(turns_[at - 1].hearer, *next);
  const bool open = is_described(phrase) && written.type == SourceType::anonymous && next != nullptr &&
                    (new_turn || is_reply || addressed);
  return open && fits(*next, phrase.noun.gender) ? *next : written;
}

bool Exchange::fits(const Who& who, Gender gender) const {
  if (who.entity == kNoEntity || n_.entities[who.entity].kind != NameKind::person) return false;
  const Gender known = n_.entities[who.entity].gender != Gender::unknown ? n_.entities[who.entity].gender
                       : is_same(who, one_)                              ? one_gender_
                                                                         : other_gender_;
  return !differ(gender, known);
}

// Who was "she" in this exchange is not "he".
void Exchange::learn_gender(const Attribution& a, const Who& who) {
  if (a.source.empty() || who.entity == kNoEntity) return;
  const std::optional<Pronoun> found = pronoun(f_.folded(a.source.front().begin));
  if (!found || found->gender == Gender::unknown) return;
  if (is_same(who, one_)) one_gender_ = found->gender;
  if (is_same(who, other_)) other_gender_ = found->gender;
}

bool Exchange::is_met(std::uint32_t paragraph) const {
  return one_.known() && other_.known() && paragraph <= met_ + kLingers;
}

// "A phone call between Ann Cole and Jo Reyes", "the messages that Cole had sent to Reyes".
void Exchange::read_settings(std::uint32_t end) {
  static const WordSet talks(
      "call conversation chat exchange message messages text texts e-mail e-mails email emails letter letters thread "
      "correspondence "
      "discussion dialogue argument row quarrel confrontation talk conversations calls chats exchanges recording tape");
  static const WordSet turns("rang phoned telephoned called texted emailed messaged facetimed approached");
  for (; read_ < end; ++read_) {
    if (f_.is_quoted(read_)) continue;
    if (talks.contains(f_.folded(read_))) setting(read_);
    if (turns.contains(f_.folded(read_))) turned_to(read_);
  }
}

// "Cole rang Reyes from the hotel. “Where are you?” she asked."
void Exchange::turned_to(std::uint32_t verb) {
  const Mention* whom = n_.at(verb + 1);
  if (whom == nullptr || whom->all.begin != verb + 1 || whom->possessive || frames_.is_cue(verb)) return;
  if (n_.entities[n_.entity_at(verb + 1)].kind != NameKind::person) return;
  static const WordSet behind(". , and from to on at back again after when before in that late early once twice");
  if (f_.is(verb, "called") && !behind.contains(f_.folded(whom->all.end))) return;  // "called Reyes a liar"
  for (std::uint32_t t = verb; t-- > 0 && f_.sentence(t) == f_.sentence(verb) && verb - t < kSetting;) {
    TokenRange subject{t, t + 1};
    if (const Mention* m = n_.at(t); m != nullptr) subject = m->all;
    else if (!f_.is(t, "he") && !f_.is(t, "she")) continue;
    const Who who = resolver_.resolve(std::span(&subject, 1), {{}, nullptr, nullptr, nullptr});
    const Who other = resolver_.named(n_.entity_at(verb + 1));
    if (who.type == SourceType::person && who.entity != kNoEntity && !is_same(who, other)) pair(who, other, f_.paragraph(verb), true);
    return;
  }
}

void Exchange::setting(std::uint32_t noun) {
  static const WordSet sent("sent wrote written texted emailed exchanged sends writes");
  std::uint32_t first = kNoEntity;
  bool between = false, wrote = false, joined = false;
  const std::uint32_t sentence = f_.sentence(noun);
  for (std::uint32_t t = noun + 1; t < f_.size() && t < noun + kSetting && f_.sentence(t) == sentence; ++t) {
    between |= first == kNoEntity && f_.is(t, "between");
    wrote |= sent.contains(f_.folded(t));
    joined |= first != kNoEntity && ((between && f_.is(t, "and")) || (wrote && f_.is(t, "to")));
    const Mention* m = n_.at(t);
    if (m == nullptr || m->all.begin != t || m->possessive || n_.entities[n_.entity_at(t)].kind != NameKind::person)
      continue;
    const std::uint32_t e = n_.entity_at(t);
    if (first == kNoEntity)
      first = e;
    else if (e != first && joined)
      return pair(resolver_.named(first), resolver_.named(e), f_.paragraph(noun), true);
  }
}

void Exchange::pair(const Who& one, const Who& other, std::uint32_t paragraph, bool set) {
  const bool same = (is_same(one, one_) && is_same(other, other_)) || (is_same(one, other_) && is_same(other, one_));
  is_set_ = set || (same && is_set_);
  fresh_ = set;
  if (!same) one_ = one, other_ = other, one_gender_ = other_gender_ = Gender::unknown;
  met_ = paragraph;
}

void Exchange::spoke(std::size_t at, const Who& who) {
  turns_[at].who = who;
  if (!who.known()) return;
  fresh_ = false;
  meet(at);
}

// Who is spoken to: by the cue's object, by name in what is said, by the turn before.
void Exchange::meet(std::size_t at) {
  Turn& turn = turns_[at];
  const Attribution& a = attribution(at);
  if (!is_singular_person(turn.who) || a.content.empty()) return;
  const std::uint32_t paragraph = f_.paragraph(anchor(a));
  if (!a.cue.empty()) {
    const auto found = find_addressee(f_, n_, resolver_, a, frames_.read(a), turn.who);
    if (found && is_singular_person(found->who))
      turn.hearer = found->who;
    else if (found)
      one_ = other_ = {};  // speaks to somebody else
  }
  if (!turn.hearer.known() && turn.talk) turn.hearer = called(at);
  if (!turn.hearer.known() && turn.answers) turn.hearer = answered(at);
  const bool follows = at > 0 && turns_[at - 1].run == turn.run;
  if (!turn.hearer.known() && turn.talk && follows && !is_same(turns_[at - 1].who, turn.who))
    turn.hearer = turns_[at - 1].who;
  if (!turn.hearer.known() && turn.talk) turn.hearer = other_in_run(at, turn.who);
  if (!turn.hearer.known() && is_met(paragraph) && ((is_set_ && (turn.quoted || is_present(f_, a.cue))) || turn.talk)) {
    if (is_same(turn.who, one_))
      turn.hearer = other_;
    else if (is_same(turn.who, other_))
      turn.hearer = one_;
  }
  if (turn.who.type == SourceType::person && turn.hearer.type == SourceType::person)
    pair(turn.who, turn.hearer, paragraph, false);
  learn_gender(a, turn.who);
}

}  // namespace sayso
