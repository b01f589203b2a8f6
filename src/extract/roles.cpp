#include "extract/roles.h"

#include <algorithm>

#include "extract/ages.h"
#include "text/words/cue_verbs.h"
#include "text/words/nouns.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kBefore = 9;   // tokens looked at before a name
constexpr std::uint32_t kBehind = 14;  // and behind it

bool links(std::string_view word) {
  static const WordSet set("of for at in from to with on by against");
  return set.contains(word);
}

// Behind these another phrase begins; behind the other links the same one goes on.
bool begins_phrase(std::string_view word) { return word == "from" || word == "with" || word == "by" || word == "to"; }

struct Broader {
  std::string_view noun;     // whoever is one
  std::string_view general;  // is also called these
};
constexpr Broader kBroader[] = {
    {"justice", "judge"},       {"recorder", "judge"},        {"magistrate", "judge"},   {"senator", "lawmaker legislator politician"},
    {"representative", "lawmaker legislator politician congressman congresswoman"},      {"congressman", "lawmaker legislator politician representative"},
    {"congresswoman", "lawmaker legislator politician representative"},                  {"mp", "lawmaker legislator politician backbencher"},
    {"td", "lawmaker deputy politician backbencher"},         {"councilman", "politician lawmaker"},  {"councilwoman", "politician lawmaker"},
    {"governor", "politician"}, {"mayor", "politician"},      {"minister", "politician"}, {"chairman", "chair chief"}, {"chairwoman", "chair chief"},
    {"executive", "boss chief ceo"}, {"ceo", "boss chief executive"}, {"manager", "boss coach gaffer"}, {"coach", "boss manager"}, {"director", "boss"},
    {"attorney", "lawyer"},     {"solicitor", "lawyer"},      {"barrister", "lawyer"},   {"counsel", "lawyer"}, {"lawyer", "attorney"}, {"prosecutor", "lawyer attorney"},
    {"priest", "cleric clergyman"}, {"reverend", "pastor priest cleric minister"}, {"pastor", "cleric preacher minister"}, {"bishop", "cleric"}, {"father", "priest"}, {"rabbi", "cleric"},
    {"professor", "academic scholar researcher"}, {"biologist", "scientist researcher"}, {"physicist", "scientist researcher"}, {"chemist", "scientist researcher"},
    {"geologist", "scientist researcher"}, {"epidemiologist", "scientist researcher"}, {"ecologist", "scientist researcher"}, {"singer", "star artist musician performer vocalist"},
    {"rapper", "star artist musician performer"}, {"actor", "star performer"}, {"actress", "star performer"}, {"guitarist", "musician"}, {"drummer", "musician"}, {"bassist", "musician"},
    {"striker", "player footballer forward"}, {"goalkeeper", "player footballer keeper"}, {"midfielder", "player footballer"}, {"defender", "player footballer"}, {"winger", "player footballer"},
    {"captain", "skipper player"}, {"quarterback", "player"}, {"surgeon", "doctor"}, {"physician", "doctor"}, {"paediatrician", "doctor"}, {"pediatrician", "doctor"}, {"doctor", "physician"},
    {"sergeant", "officer"}, {"detective", "officer investigator"}, {"inspector", "officer"}, {"constable", "officer"}, {"sheriff", "lawman"}, {"lieutenant", "officer"},
    {"colonel", "officer"}, {"novelist", "writer author"}, {"author", "writer"}, {"poet", "writer"}, {"journalist", "reporter"}, {"reporter", "journalist"}, {"correspondent", "reporter journalist"},
    {"columnist", "writer journalist"}, {"farmer", "grower"}, {"defendant", "accused"}, {"chef", "cook"}, {"teacher", "educator"}, {"headteacher", "head"}, {"headmaster", "head"}};

std::string_view broader(std::string_view noun) {
  const auto found = std::ranges::find(kBroader, noun, &Broader::noun);
  return found == std::end(kBroader) ? std::string_view() : found->general;
}

bool is_stop(std::string_view word) {
  return word == "." || word == ";" || word == "?" || word == "!" || word == "\"" || word == "(" || word == ":";
}

}  // namespace

Roles::Roles(const WordForms& forms, NameTable& names) : f_(forms), n_(names) {
  for (std::uint32_t i = 0; i < n_.mentions.size(); ++i) {
    const std::uint32_t e = n_.entity_of[i];
    if (e != kNoEntity && (n_.entities[e].kind == NameKind::organization || n_.entities[e].kind == NameKind::unknown)) body(n_.mentions[i], e);
    if (e == kNoEntity || n_.entities[e].kind != NameKind::person) continue;
    titles(n_.mentions[i], e);
    if (n_.mentions[i].possessive) continue;
    before(n_.mentions[i], e);
    behind(n_.mentions[i], e);
    kin(n_.mentions[i], e);
  }
  for (std::uint32_t t = 0; t < f_.size(); ++t) {
    if (f_.is(t, "a") || f_.is(t, "an") || f_.is(t, "one") || f_.is(t, "another")) bring_in(t);
  }
}

// "The Zürich paper Finanz", "Redbird, a small label,".
void Roles::body(const Mention& m, std::uint32_t entity) {
  const auto is_noun = [&](std::uint32_t t) {
    const Noun found = noun(f_.folded(t));
    return f_.is_lower(t) && found.kind == NounKind::organization && !found.plural;
  };
  std::uint32_t head = kNoEntity;
  if (m.all.begin > 0 && is_noun(m.all.begin - 1) && !f_.begins_sentence(m.all.begin)) head = m.all.begin - 1;
  const std::uint32_t article = m.all.end + 1;
  if (f_.is(m.all.end, ",") && (f_.is(article, "a") || f_.is(article, "an") || f_.is(article, "the"))) {
    for (std::uint32_t t = article + 1; t < article + 7 && f_.is_lower(t) && !links(f_.folded(t)); ++t) {
      if (is_noun(t) && !f_.is(t + 1, "'")) head = t;
    }
    static const WordSet ends(", . of that which behind in");  // "…, obtained by Union Wire, the agency warned"
    if (head != kNoEntity && f_.is(article, "the") && head > article && !ends.contains(f_.folded(head + 1))) head = kNoEntity;
  }
  if (head == kNoEntity) return;
  put(singular(f_.folded(head)), head, entity);
  described_bodies_.insert(entity);
}

bool Roles::is_other_body(std::string_view noun, std::uint32_t entity) const {
  static const WordSet general("company firm business group organization organisation giant maker manufacturer body corporation developer");
  return !general.contains(noun) && described_bodies_.contains(entity) && !has(noun, entity);
}

// "Meera Sandhu, whose daughter Asha died": a parent.
void Roles::kin(const Mention& m, std::uint32_t entity) {
  struct Kin {
    std::string_view of, is;
  };
  static constexpr Kin table[] = {{"daughter son child children daughters sons", "mother father mum mom dad parent"},
                                  {"husband", "wife"},
                                  {"wife", "husband"},
                                  {"mother father parents mum dad mom", "daughter son child"},
                                  {"brother sister", "sister brother sibling"}};
  if (!f_.is(m.all.end, ",") || !f_.is(m.all.end + 1, "whose")) return;
  std::uint32_t t = m.all.end + 2;
  while (t < m.all.end + 5 && f_.is_lower(t) && noun(f_.folded(t)).kind != NounKind::person) ++t;
  for (const Kin& one : table) {
    bool found = false;
    for_each_word(one.of, [&](std::string_view word) { found |= f_.is(t, word); });
    if (found) for_each_word(one.is, [&](std::string_view word) { put(word, t, entity); });
  }
}

// No apposition ("Ann Cole, a clerk") and no predicate ("Cole is a clerk").
void Roles::bring_in(std::uint32_t article) {
  static const WordSet before(", is was are were be been as became becoming");
  if (article > 0 && before.contains(f_.folded(article - 1)) && !f_.begins_sentence(article)) return;
  for (std::uint32_t t = article + 1; t < article + 5 && f_.is_lower(t) && !links(f_.folded(t)); ++t) {
    const Noun found = noun(f_.folded(t));
    if (found.kind != NounKind::person || found.plural || noun(f_.folded(t + 1)).kind == NounKind::person) continue;
    if (n_.at(t + 1) == nullptr) brought_in_.try_emplace(f_.folded(t), t);
    return;
  }
}

bool Roles::is_brought_in(std::string_view noun, std::uint32_t token) const {
  const auto found = brought_in_.find(noun);
  return found != brought_in_.end() && found->second < token;
}

void Roles::put(std::string_view noun, std::uint32_t token, std::uint32_t entity) {
  for_each_word(broader(noun), [&](std::string_view general) {
    entries_[general].push_back({token, entity});
    holders_[general].insert(entity);
  });
  entries_[noun].push_back({token, entity});
  holders_[noun].insert(entity);
}

bool Roles::has(std::string_view noun, std::uint32_t entity) const {
  const auto found = holders_.find(noun);
  return found != holders_.end() && found->second.contains(entity);
}

void Roles::add(std::uint32_t token, std::uint32_t entity) {
  const Noun found = noun(f_.folded(token));
  if (found.kind != NounKind::person || found.plural) return;
  put(singular(f_.folded(token)), token, entity);
  Gender& gender = n_.entities[entity].gender;
  if (gender == Gender::unknown) gender = found.gender;
}

void Roles::titles(const Mention& m, std::uint32_t entity) {
  for (std::uint32_t t = m.title.begin; t < m.title.end; ++t) {
    if (is_title(f_.folded(t))) put(office_of(f_.folded(t)), t, entity);
  }
}

// "former manager Terrence Okoro"; "The council leader, Patrick Odell"; "Her counterpart in Col-de-Pierre, Luc Morand".
void Roles::before(const Mention& m, std::uint32_t entity) {
  std::uint32_t begin = m.all.begin;
  if (begin > 5 && age_end(f_, begin - 5) == begin) begin -= 5;  // "The landlady, 81-year-old Joan Marsh"
  if (begin == 0 || f_.begins_paragraph(begin)) return;
  const bool comma = f_.is(begin - 1, ",");
  if (f_.is(begin - 1, "is") || f_.is(begin - 1, "was")) return identified(begin, entity);
  if (!comma) {
    if (f_.is_lower(begin - 1) || f_.begins_sentence(begin - 1)) add(begin - 1, entity);
    return;
  }
  if (!f_.is(m.all.end, ",") && !f_.is_lower(m.all.end) && !f_.is(m.all.end, ".")) return;
  std::uint32_t from = begin - 1;
  while (from > 0 && from + kBefore > begin && !f_.begins_sentence(from) && !is_stop(f_.folded(from - 1)) && !f_.is(from - 1, ",")) --from;
  bool inside = false;  // behind "of": the nouns there are not hers
  for (std::uint32_t t = from; t + 1 < begin; ++t) {
    if (links(f_.folded(t))) inside = !begins_phrase(f_.folded(t));
    else if (!inside && !f_.is(t + 1, "'") && (n_.at(t) == nullptr || f_.is_lower(t))) add(t, entity);
  }
}

// "The promoter she meant is Gil Brennan": the noun that opens the sentence.
void Roles::identified(std::uint32_t begin, std::uint32_t entity) {
  std::uint32_t first = begin;
  while (first > 0 && begin - first < kBefore && !f_.begins_sentence(first)) --first;
  if (!f_.is(first, "the")) return;
  for (std::uint32_t t = first + 1; t < first + 4 && t < begin; ++t) {
    if (noun(f_.folded(t)).kind == NounKind::person) return add(t, entity);
  }
}

// A description begins with an article, "then", "former" or the like, or is a noun for a person soon.
bool Roles::describes(std::uint32_t t) const {
  static const WordSet openers("a an the his her their its our my one then now once former formerly later who");
  if (openers.contains(f_.folded(t))) return true;
  for (std::uint32_t n = t; n < t + 3 && f_.is_lower(n) && !links(f_.folded(n)); ++n) {
    if (noun(f_.folded(n)).kind == NounKind::person && !noun(f_.folded(n)).plural) return true;
  }
  return false;
}

// "Ann Cole, 44, a former mayor of Carrow,"; "Colin Baxter is a nurse"; "Dame Ruth Sutter, then a police constable and later …".
void Roles::behind(const Mention& m, std::uint32_t entity) {
  std::uint32_t t = m.all.end;
  if (f_.is(t, ",")) {
    ++t;
    if (f_.is_number(t) && f_.is(t + 1, ",")) t += 2;
  } else if (f_.is(t, "is") || f_.is(t, "was")) {
    ++t;
    if (!f_.is(t, "a") && !f_.is(t, "an") && !f_.is(t, "the")) return;
  } else {
    return;
  }
  if (!describes(t)) return;
  bool skipping = false;  // inside "of …": the nouns there are not hers
  for (const std::uint32_t end = t + kBehind; t < end; ++t) {
    const std::string_view word = f_.folded(t);
    if (is_stop(word) || word == "," || word == "that" || f_.begins_paragraph(t)) return;
    if (!skipping && f_.is_lower(t + 1) && cue_verb(word) == CueVerb::saying && noun(word).kind == NounKind::other) return;  // "Ann Cole, 72, tells the clerk"
    if (links(word) || word == "who" || word == "whose" || word == "which") skipping = true;
    if (word == "and") skipping = false;
    if (f_.is(t + 1, "'")) continue;  // "the company's"
    if (!skipping && (f_.is_lower(t) || n_.at(t) == nullptr)) add(t, entity);
  }
}

std::uint32_t Roles::introduced_later(std::string_view noun, std::uint32_t token) const {
  const auto found = entries_.find(noun);
  if (found == entries_.end()) return kNoEntity;
  const Entry& first = found->second.front();
  return first.token > token && f_.is(first.token - 1, "the") ? first.entity : kNoEntity;
}

std::uint32_t Roles::who(std::string_view noun, std::uint32_t token) const {
  const auto found = entries_.find(noun);
  if (found == entries_.end()) return kNoEntity;
  const std::vector<Entry>& list = found->second;
  const auto later = std::ranges::partition_point(list, [&](const Entry& e) { return e.token < token; });
  return later == list.begin() ? list.front().entity : (later - 1)->entity;
}

}  // namespace sayso
