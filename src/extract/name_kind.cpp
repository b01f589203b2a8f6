#include "extract/name_kind.h"

#include <algorithm>
#include <array>

#include "text/words/given_names.h"
#include "text/words/nouns.h"
#include "text/words/organization_words.h"
#include "text/words/place_names.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

struct Guess {
  NameKind kind = NameKind::unknown;
  bool certain = false;
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// A common noun for people directly before ("singer Dwight Vance"), or behind a comma ("Ewan Tarrant, a crab fisherman").
bool described_as_person(const WordForms& f, const Mention& m) {
  const std::uint32_t before = m.all.begin;
  if (before > 0 && f.is_lower(before - 1) && f.is_spaced(before)) {
    const Noun n = noun(f.folded(before - 1));
    if (n.kind == NounKind::person && !n.plural && !is_title(f.folded(before - 1))) return true;
    if (n.kind == NounKind::person && !n.plural && m.words.size() > 1) return true;
  }
  if (before > 2 && f.is_mark(before - 1) && f.is_capital(before - 2) && f.is_quoted(before - 2) && m.words.size() == 1 && f.is_spaced(before)) return true;  // “Big Len” Hoskins
  if (!f.is(m.all.end, ",")) return m.words.size() > 1 && f.is(m.all.end, "(") && f.is(m.all.end + 1, "@");
  const std::uint32_t next = m.all.end + 1;
  if (f.is(next, "who")) return true;
  if (f.is_number(next) && f.text(next).size() == 2 && f.is(next + 1, ",")) return true;  // ", 44,"
  for (std::uint32_t t = next; t < next + 6 && f.is_lower(t); ++t) {
    const Noun n = noun(f.folded(t));
    if (n.kind == NounKind::person && !n.plural && !is_person_or_body(f.folded(t))) return true;
    if (f.is(t, "of") || f.is(t, "for")) break;
  }
  return false;
}

// "Its president, Théo Vauclain,"; "her former producer Kid Lantern": somebody's person's noun before the name.
bool introduced_as_person(const WordForms& f, const Mention& m) {
  static const WordSet owners("his her its their our my your s"), peoples("his her my");
  const std::uint32_t begin = m.all.begin;
  if (begin < 4 || m.article || m.possessive) return false;
  const bool apart = f.is(begin - 1, ",") && f.is(m.all.end, ",");
  if (!apart && m.words.size() < 2) return false;
  const std::uint32_t head = apart ? begin - 2 : begin - 1;
  const std::string_view word = f.folded(head);
  const Noun said = noun(word);
  if (!f.is_lower(head) || said.kind != NounKind::person || said.plural) return false;
  const WordSet& whose = apart && !is_person_or_body(word) ? owners : peoples;
  for (std::uint32_t t = head; t > 0 && t + 3 > head; --t) {
    if (whose.contains(f.folded(t - 1))) return true;
    if (!f.is_word(t - 1)) return false;
  }
  return false;
}

// Common nouns of bodies right before a name: "the website Grimewire", "private equity firm Castellan Row".
bool introduces_body(std::string_view word) {
  static const WordSet set("website site blog podcast app platform label band group outlet newsletter newspaper paper magazine tabloid daily weekly startup start-up "
                           "brand chain supermarket retailer developer forum channel nonprofit charity thinktank carrier show programme program consultancy "
                           "giant maker monthly bimonthly firm company bank broadcaster union");
  const Noun n = noun(word);
  return set.contains(word) || (n.kind == NounKind::organization && !n.plural);
}

// ", which runs two mines"; ", a brokerage"; "the label Redbird": said of bodies only.
bool described_as_body(const WordForms& f, const Mention& m) {
  const std::uint32_t begin = m.all.begin, end = m.all.end;
  if (begin > 0 && f.is_lower(begin - 1) && f.is_spaced(begin) && !f.begins_sentence(begin) && introduces_body(f.folded(begin - 1))) return true;
  const bool works_there = begin > 1 && f.is(begin - 1, "at") && f.is_lower(begin - 2) && m.words.size() > 1;
  if (works_there && !m.article && noun(f.folded(begin - 2)).kind == NounKind::person) return true;  // "an engineer at Brightwell Home"
  static const WordSet owned("chief president chairman chairwoman chair board headquarters shares shareholders engineers customers founder director spokesman spokeswoman website");
  const bool owns = m.possessive && f.is(end + 1, "s") && m.words.size() == 1 && !is_given_name(m.words.front());
  if (owns && is_given_name(f.folded(end + 2)) && f.is_capital(end + 2) && f.is_capital(end + 3)) return true;  // "Span’s Tobias Lund"
  if (owns && owned.contains(f.folded(end + 2)) && f.is(end + 3, f.is(end + 2, "chief") ? f.folded(end + 3) : ",")) return true;
  static const WordSet media("programme podcast magazine newspaper website newswire broadcaster tabloid");
  const bool a_name = m.words.size() < 3 && !is_given_name(m.words.front());
  if (a_name && !m.possessive && f.is_lower(end) && media.contains(f.folded(end))) return true;  // "the Morning Brief programme"
  const bool reports = f.is(end, "reported") && (f.is(end + 1, ".") || f.is(end + 1, ","));
  if (a_name && reports && begin > 0 && f.is(begin - 1, ",")) return true;  // "…, Backbeat reported."
  if (!f.is(end, ",")) return false;
  if (f.is(end + 1, "which")) return true;
  if (!f.is(end + 1, "a") && !f.is(end + 1, "an") && !f.is(end + 1, "the")) return false;
  static const WordSet ends("of for that in at on from with by to who which whose near based run led founded owned formed");
  Noun head;  // of the last word of the description
  for (std::uint32_t t = end + 2; t < end + 8 && (f.is_word(t) || f.is(t, "-")) && !ends.contains(f.folded(t)); ++t) {
    head = f.is(t + 1, "'") ? Noun{} : noun(f.folded(t));
  }
  return head.kind == NounKind::organization && !head.plural;
}

// "the Agrarians, the largest opposition party": its people.
bool described_as_party(const WordForms& f, const Mention& m) {
  if (!m.article || m.words.size() != 1 || !m.words.front().ends_with('s') || !f.is(m.all.end, ",")) return false;
  for (std::uint32_t t = m.all.end + 1; t < m.all.end + 6 && f.is_lower(t); ++t) {
    if (f.is(t, "party")) return true;
  }
  return false;
}

// "East Berlin", "upstate New York".
bool is_part_of_place(const std::vector<std::string>& words) {
  static const WordSet parts("north south east west northern southern eastern western central greater inner upper lower downtown");
  return words.size() > 1 && parts.contains(words.front()) && is_place(joined({words.begin() + 1, words.end()}));
}

// Where a government or a trade sits stands for it.
bool is_seat(const std::vector<std::string>& words) {
  static const WordSet seats("downing-street wall-street fleet-street capitol-hill scotland-yard threadneedle-street");
  return words.size() == 2 && seats.contains(words.front() + "-" + words.back());
}

// "TARN CITY, June 4 —", "CARROW (Continental Wire) —": where the report was written.
bool is_dateline(const WordForms& f, const Mention& m) {
  if (!f.begins_paragraph(m.all.begin) || !f.is_upper(m.all.begin)) return false;
  const std::uint32_t end = m.all.end;
  return f.is_upper(end - 1) && (f.is(end, ",") || f.is(end, "(") || f.is(end, "—") || f.is(end, "-"));
}

Guess by_words(const WordForms& f, const Mention& m) {
  const std::vector<std::string>& words = m.words;
  const std::string& first = words.front();
  const std::string& last = words.back();
  const bool given = words.size() > 1 && is_given_name(first);
  if (std::ranges::find(words, "&") != words.end()) return {NameKind::organization, true};
  if (!m.title.empty() && !is_people_adjective(f.folded(m.title.begin))) return {NameKind::person, true};
  if (is_group_name(last)) return {NameKind::group, true};
  if (is_seat(words)) return {NameKind::organization, true};
  if (is_place(joined(words)) || is_part_of_place(words)) return {NameKind::place, true};
  const bool body = std::ranges::any_of(words, [](const std::string& w) { return is_organization_word(w) && !is_ambiguous_organization_word(w); });
  if (m.article && is_organization_word(last)) return {NameKind::organization, true};  // "the Dale Post", though Dale is a given name
  if (body && !(given && words.size() == 2 && is_outlet_word(last))) return {NameKind::organization, true};
  if (given) return {NameKind::person, true};
  if (words.size() > 1 && is_organization_word(last)) return {NameKind::organization, true};
  if (words.size() > 1 && last == "general") return {NameKind::organization, true};  // "Calder General" is a hospital
  if (words.size() == 1 && is_known_outlet(first) && !(m.acronym && first.size() == 1)) return {NameKind::organization, true};
  if (std::ranges::any_of(words, is_document_name_word)) return {NameKind::document, words.size() > 1 || first == "constitution"};
  if (m.acronym) return {NameKind::organization, false};
  if (std::ranges::any_of(words, [](const std::string& w) { return w == "for" || w == "of"; })) return {NameKind::organization, true};
  return {};
}

// What most of its words are tagged as.
Guess by_tags(const std::vector<NameTag>& tags, TokenRange name) {
  std::array<int, 5> votes{};
  for (std::uint32_t t = name.begin; t < name.end && t < tags.size(); ++t) ++votes[static_cast<std::size_t>(tags[t])];
  const auto top = static_cast<NameTag>(std::max_element(votes.begin() + 1, votes.end()) - votes.begin());
  if (votes[static_cast<std::size_t>(top)] * 2 < static_cast<int>(name.size())) return {};
  switch (top) {
    case NameTag::person: return {NameKind::person, true};
    case NameTag::organization: return {NameKind::organization, true};
    case NameTag::place: return {NameKind::place, true};
    default: return {};
  }
}

// Two or more capitalised words that nothing else tells of are mostly a person; with "the" before, a body.
Guess by_shape(const WordForms& f, const Mention& m) {
  if (m.article) return {NameKind::organization, false};
  if (f.is(m.name.begin + 1, "&")) return {NameKind::organization, true};
  if (m.words.size() >= 2 && m.words.size() <= 4) return {NameKind::person, false};
  return {};
}

}  // namespace

bool is_person_or_body(std::string_view word) {
  static const WordSet set("maker owner rival operator developer publisher provider producer supplier seller builder manufacturer buyer investor lender "
                           "insurer retailer contractor partner competitor creditor shareholder sponsor distributor employer exporter importer "
                           "promoter broadcaster member landlord backer client customer parent specialist giant leader");
  return set.contains(word);
}

void classify(const WordForms& forms, const std::vector<NameTag>& tags, Mention& mention) {
  for (std::uint32_t t = mention.title.begin; t < mention.title.end; ++t) {
    if (mention.gender == Gender::unknown) mention.gender = title_gender(forms.folded(t));
  }
  if (is_dateline(forms, mention)) {
    mention.kind = NameKind::place;
    mention.certain = true;
    return;
  }
  Guess guess = by_words(forms, mention);
  if (!guess.certain) {
    const Guess tagged = by_tags(tags, mention.name);
    const bool body = described_as_body(forms, mention);
    mention.tagged = tagged.certain && !body;
    if (described_as_party(forms, mention)) guess = {NameKind::group, true};
    else if (body) guess = {NameKind::organization, true};
    else if (introduced_as_person(forms, mention)) guess = {NameKind::person, true};
    else if (tagged.certain) guess = tagged;
    else if (described_as_person(forms, mention)) guess = {NameKind::person, true};
  }
  if (guess.kind == NameKind::unknown) guess = by_shape(forms, mention);
  if (guess.kind == NameKind::unknown && is_given_name(mention.words.front())) guess.kind = NameKind::person;
  mention.kind = guess.kind;
  mention.certain = guess.certain;
}

}  // namespace sayso
