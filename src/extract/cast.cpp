#include "extract/cast.h"

#include <algorithm>
#include <map>

#include "extract/speaker_label.h"
#include "text/words/nouns.h"
#include "text/words/organization_words.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kNear = 3;  // tokens between a word and the name that it goes with

// The label's name without its role: "STEVE HALL" of "STEVE HALL, HOST".
TokenRange name_of(const WordForms& f, const Attribution& turn) {
  TokenRange out = turn.source.front();
  for (std::uint32_t t = out.begin; t < out.end; ++t) {
    if (f.is(t, ",")) out.end = t;
  }
  return out;
}

bool is_lettered(const WordForms& f, TokenRange label) {
  return label.size() == 1 && (is_question_key(f.folded(label.begin)) || is_answer_key(f.folded(label.begin)));
}

enum class LabelKind : std::uint8_t { nobody, name, body };

// "UNIDENTIFIED CALLER", "THE WITNESS", "Q": nobody by name. "COUNCIL", "Harbor News": left to what is known of names.
LabelKind kind_of(const WordForms& f, TokenRange label) {
  if (is_lettered(f, label)) return LabelKind::nobody;
  std::uint32_t last = label.end;
  bool title = false;
  for (std::uint32_t t = label.begin; t < label.end; ++t) {
    if (!f.is_word(t)) continue;
    title |= is_title(f.folded(t));
    if (is_organization_word(f.folded(t)) && !is_ambiguous_organization_word(f.folded(t))) return LabelKind::body;
    if (!f.is_number(t) && f.text(t).size() > 1) last = t;
  }
  if (last == label.end) return LabelKind::nobody;
  const bool described =
      noun(f.folded(last)).kind == NounKind::person && !(title && label.size() > 1 && !f.is(label.begin, "the"));
  return described ? LabelKind::nobody : LabelKind::name;
}

Mention person_of(const WordForms& f, TokenRange label) {
  Mention m;
  m.all = m.name = label;
  m.words = name_words(f, label);
  m.kind = NameKind::person;
  m.certain = true;
  return m;
}

// Who is said to ask and who to answer, counted over the words before the talk.
struct Part {
  float asks = 0, answers = 0;
};

class Interview {
 public:
  Interview(const WordForms& f, const NameTable& n, TokenRange before) : f_(f), n_(n), before_(before) {}

  std::map<std::uint32_t, Part> read() {
    for (std::uint32_t t = before_.begin; t < before_.end; ++t) {
      const Mention* m = n_.at(t);
      if (m == nullptr || m->all.begin != t || n_.entities[n_.entity_at(t)].kind != NameKind::person) continue;
      Part& part = parts_[n_.entity_at(t)];
      part.answers += m->possessive ? 0.5f : 1.0f;
      if (asks(*m))
        part.asks += 3;
      else if (hears(*m))
        part.asks += 2;
      else if (answers(*m))
        part.answers += 3;
    }
    return std::move(parts_);
  }

 private:
  template <class Words>
  bool behind(std::uint32_t token, const Words& words) const {
    for (std::uint32_t t = token; t < std::min(before_.end, token + kNear) && !f_.is(t, "."); ++t) {
      if (words.contains(f_.folded(t))) return true;
    }
    return false;
  }
  template <class Words>
  bool in_front(std::uint32_t token, const Words& words) const {
    for (std::uint32_t t = token;
         t > before_.begin && t + kNear > token && f_.paragraph(t - 1) == f_.paragraph(token);) {
      if (words.contains(f_.folded(--t))) return true;
      if (f_.is(t, ".")) break;
    }
    return false;
  }

  // "She spoke to Span’s | Tobias Lund": a body's own.
  bool belongs_to_a_body(const Mention& m) const {
    const std::uint32_t begin = m.all.begin;
    return m.words.size() > 1 && begin > 2 && f_.is(begin - 1, "s") && f_.is(begin - 2, "'") && n_.at(begin - 3) != nullptr;
  }

  // "Lou Carrick interviewed …", "By Ann Cole", "Questions: Ann Cole", "our presenter Ann Cole".
  bool asks(const Mention& m) const {
    static const WordSet interviewing(
        "interviewed interviews asked asks questioned quizzed quizzes meets met catches caught hears heard");
    static const WordSet signing("by by: questions interview interviewer words with:");
    static const WordSet trade(
        "our presenter host reporter correspondent editor journalist interviewer columnist moderator producer");
    return behind(m.all.end, interviewing) || in_front(m.all.begin, trade) || belongs_to_a_body(m) ||
           (in_front(m.all.begin, signing) && f_.paragraph(m.all.begin) < f_.paragraph(before_.end));
  }

  // "She talked to Ann Cole last week."
  bool hears(const Mention& m) const {
    static const WordSet talking("spoke speaks talked talks chatted chats");
    const std::uint32_t begin = m.all.begin;
    return begin > before_.begin + 1 && (f_.is(begin - 1, "to") || f_.is(begin - 1, "with")) && talking.contains(f_.folded(begin - 2));
  }

  // "interviewed Ann Cole", "an interview with", "Ann Cole told us".
  bool answers(const Mention& m) const {
    static const WordSet speaking(
        "told spoke speaks talked talks answered answers sat gave discusses discussed explains reflects");
    static const WordSet object("with interviewed interviewing meets met asked");
    return behind(m.all.end, speaking) || in_front(m.all.begin, object);
  }

  const WordForms& f_;
  const NameTable& n_;
  const TokenRange before_;
  std::map<std::uint32_t, Part> parts_;
};

// "Questions: Ann Cole, Hill Herald", "Interview by Ann Cole": the name in a line of its own.
TokenRange signature(const WordForms& f, TokenRange before) {
  static const WordSet signing("questions interview interviewer words text");
  for (std::uint32_t t = before.begin; t < before.end; ++t) {
    if (!f.begins_paragraph(t) || !signing.contains(f.folded(t)) || !(f.is(t + 1, ":") || f.is(t + 1, "by"))) continue;
    TokenRange out{t + 2, t + 2};
    while (out.end < before.end && !f.begins_paragraph(out.end) &&
           (f.is_capital(out.end) || (f.is(out.end, "-") && !f.is_spaced(out.end))))
      ++out.end;
    if (out.size() > 1) return out;
  }
  return {};
}

}  // namespace

void mark_speakers(const WordForms& forms, std::span<const Attribution> attributions, std::vector<Mention>& mentions) {
  std::vector<Mention> fresh;
  for (const Attribution& turn : attributions) {
    if (!turn.turn || turn.source.empty()) continue;
    const TokenRange label = name_of(forms, turn);
    const LabelKind kind = kind_of(forms, label);
    if (label.empty() || kind == LabelKind::body) continue;
    auto at = std::ranges::partition_point(mentions, [&](const Mention& m) { return m.all.end <= label.begin; });
    bool whole = false;
    for (; at != mentions.end() && at->all.begin < label.end; ++at) {
      whole = kind == LabelKind::name && at->all == label;
      if (whole)
        at->kind = NameKind::person, at->certain = true, at->tagged = at->acronym = at->adjective = false;
      else
        at->words.clear();
    }
    if (!whole && kind == LabelKind::name) fresh.push_back(person_of(forms, label));
  }
  std::erase_if(mentions, [](const Mention& m) { return m.words.empty(); });
  mentions.insert(mentions.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
  std::ranges::stable_sort(mentions, {}, [](const Mention& m) { return m.all.begin; });
}

void learn_persons(const WordForms& forms, std::span<const Attribution> attributions, NameTable& names) {
  const auto says_i = [&](TokenRange piece) {
    for (std::uint32_t t = piece.begin; t < piece.end; ++t) {
      if (forms.is(t, "i") && forms.is_quoted(t)) return true;
    }
    return false;
  };
  for (const Attribution& a : attributions) {
    if (a.source.size() != 1 || a.cue.empty() || a.set_off) continue;
    const Mention* m = names.at(a.source.front().end - 1);
    const bool whole = m != nullptr && m->all.begin <= a.source.front().begin + 1;  // "Neighboring | Ostmark"
    if (!whole || m->article) continue;
    NamedEntity& e = names.entities[names.entity_at(m->all.begin)];
    const bool open =
        e.kind == NameKind::unknown || ((e.kind == NameKind::organization || e.kind == NameKind::place) && !e.certain);
    if (open && std::ranges::any_of(a.content, says_i)) e.kind = NameKind::person;
    const bool says_it = forms.is(a.content.front().begin, "it") ||
                         (forms.is(a.content.front().begin, "that") && forms.is(a.content.front().begin + 1, "it"));
    if (says_it && e.kind == NameKind::person && !e.certain && e.words.size() == 1 && e.gender == Gender::unknown)
      e.kind = NameKind::organization;
  }
}

Cast::Cast(const WordForms& forms, const NameTable& names, const Resolver& resolver, const Document& document,
           std::span<const Attribution> attributions)
    : f_(forms), n_(names), resolver_(resolver) {
  for (const Attribution& a : attributions) {
    if (!a.turn || a.source.empty() || !is_lettered(f_, name_of(f_, a))) continue;
    find_interview(document, 0, a.source.front().begin);
    find_introduction(a.source.front().begin);
    find_called(attributions);
    break;
  }
  find_pair(attributions);
}

void Cast::find_interview(const Document& document, std::uint32_t begin, std::uint32_t first) {
  std::map<std::uint32_t, Part> parts = Interview(f_, n_, {begin, first}).read();
  for (auto& [entity, part] : parts) {
    const std::string name = resolver_.named(entity).name;
    if (std::ranges::find(document.authors, name) != document.authors.end()) part.asks += 3;
  }
  const auto best = [&](auto value, std::uint32_t except) {
    std::uint32_t out = kNoEntity;
    float top = 0;
    for (const auto& [entity, part] : parts) {
      if (entity != except && value(part) > top) out = entity, top = value(part);
    }
    return out;
  };
  if (document.authors.size() == 1)
    interviewer_.type = SourceType::person, interviewer_.name = document.authors.front();
  if (const TokenRange signed_by = signature(f_, {begin, first}); !signed_by.empty()) {
    const std::uint32_t e = n_.entity_at(signed_by.begin);
    if (e != kNoEntity) parts[e].asks += 3;
    interviewer_.type = SourceType::person, interviewer_.name = name_text(f_, signed_by), interviewer_.core = signed_by;
  }
  const std::uint32_t answers = best([](const Part& p) { return p.answers - p.asks; }, kNoEntity);
  const std::uint32_t asks = best([](const Part& p) { return p.asks; }, answers);
  if (answers != kNoEntity) interviewee_ = resolver_.named(answers);
  if (asks != kNoEntity) interviewer_ = resolver_.named(asks);
  if (interviewer_.known() && interviewer_.name == interviewee_.name) interviewer_ = {};
}

// "Pell pressed her, in an exchange from the transcript:" right above the first question.
void Cast::find_introduction(std::uint32_t first) {
  static const WordSet asking(
      "pressed asked questioned examined cross-examined cross quizzed grilled interviewed challenged asks presses "
      "questions");
  if (first == 0 || !f_.is(first - 1, ":")) return;
  std::uint32_t begin = first;
  while (begin > 0 && f_.paragraph(begin - 1) == f_.paragraph(first - 1)) --begin;
  for (std::uint32_t t = begin; t + 1 < first; ++t) {
    if (!asking.contains(f_.folded(t)) || t == begin || n_.at(t - 1) == nullptr) continue;
    const std::uint32_t asker = n_.entity_at(t - 1);
    if (n_.entities[asker].kind != NameKind::person) return;
    interviewer_ = resolver_.named(asker);
    if (is_same(interviewee_, interviewer_)) interviewee_ = {};
    std::uint32_t object = t + 1;
    if (f_.is(object, "-")) object += 2;
    const TokenRange phrase{object, n_.at(object) != nullptr ? n_.at(object)->all.end : object + 1};
    const bool he = f_.is(object, "her") || f_.is(object, "him");
    if (n_.at(object) != nullptr) {
      interviewee_ = resolver_.resolve(std::span(&phrase, 1), {{}, nullptr, nullptr, nullptr});
    } else if (he) {
      const Gender gender = f_.is(object, "him") ? Gender::male : Gender::female;
      const std::uint32_t e = resolver_.salience().best({object, {}, gender}, [&](std::uint32_t i) {
        return n_.entities[i].kind == NameKind::person && i != asker && !differ(gender, n_.entities[i].gender) ? 1.0f
                                                                                                               : 0.0f;
      });
      if (e != kNoEntity) interviewee_ = resolver_.named(e);
    }
    return;
  }
}

// "Q: How much did you win, Ms Cole?": she answers.
void Cast::find_called(std::span<const Attribution> attributions) {
  for (const Attribution& a : attributions) {
    if (!a.turn || a.source.empty() || a.content.empty() || !is_lettered(f_, name_of(f_, a))) continue;
    const std::uint32_t end = a.content.back().end;
    if (end < 2 || f_.is_word(end - 1)) continue;
    const Mention* m = n_.at(end - 2);
    if (m == nullptr || m->all.begin == 0 || !f_.is(m->all.begin - 1, ",")) continue;
    const std::uint32_t e = n_.entity_at(end - 2);
    if (n_.entities[e].kind != NameKind::person) continue;
    const bool question = is_question_key(f_.folded(a.source.front().begin));
    Who& called = question ? interviewee_ : interviewer_;
    Who& other = question ? interviewer_ : interviewee_;
    called = resolver_.named(e);
    if (is_same(called, other)) other = {};
    return;
  }
}

void Cast::find_pair(std::span<const Attribution> attributions) {
  std::map<std::uint32_t, std::uint32_t> turns;
  std::uint32_t all = 0, replies = 0, last = 0;
  for (const Attribution& a : attributions) {
    if (!a.turn || a.content.empty()) continue;
    if (const Who who = speaker(a); who.entity != kNoEntity) ++turns[who.entity];
    replies += all > 0 && f_.paragraph(a.content.front().begin) <= last + 1;
    last = f_.paragraph(a.content.back().end - 1);
    ++all;
  }
  if (2 * replies < all) return;  // a list of what people said, with remarks on each
  if (interviewer_.known() && interviewee_.known() && turns.size() < 3) one_ = interviewer_, other_ = interviewee_;
  if (turns.size() > 2) std::erase_if(turns, [](const auto& t) { return t.second == 1; });
  if (turns.size() != 2) return;
  one_ = resolver_.named(turns.begin()->first);
  other_ = resolver_.named(std::next(turns.begin())->first);
}

Who Cast::speaker(const Attribution& turn) const {
  Who unnamed;
  unnamed.type = SourceType::anonymous;
  if (turn.source.empty()) return unnamed;
  const TokenRange label = name_of(f_, turn);
  if (is_lettered(f_, label)) {
    const Who& who = is_question_key(f_.folded(label.begin)) ? interviewer_ : interviewee_;
    return who.known() ? who : unnamed;
  }
  return resolver_.resolve(std::span(&label, 1), {turn.content, nullptr, nullptr, nullptr});
}

Who Cast::hearer(const Who& speaker) const {
  if (!one_.known() || !other_.known()) return {};
  if (is_same(speaker, one_)) return other_;
  return is_same(speaker, other_) ? one_ : Who{};
}

}  // namespace sayso
