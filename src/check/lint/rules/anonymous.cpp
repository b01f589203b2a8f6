// Q031: unnamed sources: why are they unnamed, and how many are they?
#include <algorithm>
#include <string>
#include <vector>

#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"
#include "text/words/word_set.h"

namespace sayso::lint {
namespace {

constexpr Example kExamples[] = {
    {"A person close to the talks, who asked not to be named because they are private, said the mill would be sold.", "", Style::ap},
    {"A person close to the talks said the mill would be sold.", "A person close to the talks", Style::ap},
    {"“It is sold,” said an official, who spoke on condition of anonymity.", "", Style::ap},
    {"An anonymous official said the mill would be sold.", "An anonymous official", Style::ap},
    {"Officials familiar with the matter said the mill would be sold.", "Officials familiar with the matter", Style::ap},
    {"Sources said the mill would be sold. The source asked not to be named because the talks are private.", "Sources", Style::ap},
    {"Sources said the mill would be sold. They asked not to be named because the talks are private.", "", Style::ap},
    {"Sources said the mill would be sold. A second source knew the price. The source asked not to be named because the talks are private.", "", Style::ap},
};

// Words by which a text says that, or why, somebody is not named.
const WordSet& reasons() {
  static const WordSet words("anonymity anonymously pseudonym confidentiality");
  return words;
}

// "not to be named", "declined to be identified", "not authorised to speak".
bool gives_reason(const Draft& draft, TokenRange range) {
  const WordForms& forms = draft.forms();
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (reasons().contains(forms.folded(t))) return true;
    if (t > 0 && forms.is(t, "anonymous") && (forms.is(t - 1, "remain") || forms.is(t - 1, "stay") || forms.is(t - 1, "be"))) return true;
    const bool named = forms.is(t, "named") || forms.is(t, "identified") || forms.is(t, "authorized") || forms.is(t, "authorised");
    if (!named) continue;
    for (std::uint32_t back = t > range.begin + 5 ? t - 5 : range.begin; back < t; ++back) {
      if (forms.is(back, "not") || forms.is(back, "declined") || forms.is(back, "refused") || forms.is(back, "without") || forms.is(back, "t")) return true;
    }
  }
  return false;
}

bool is_anonymous(const Statement& statement) { return statement.source.type == SourceType::anonymous && !statement.source.passage.empty(); }

const WordSet& people() {
  static const WordSet words("source sources person people insider insiders official aide friend colleague");
  return words;
}

// Who may speak for a body, and else only for themselves.
const WordSet& members() {
  static const WordSet words("officials aides advisers advisors diplomats executives employees lawmakers leaders someone somebody");
  return words;
}

// "familiar with", "close to", "briefed on", "with knowledge": what people know, and no body of them; "anonymous officials".
bool is_of_people(const WordForms& forms, std::uint32_t t) {
  return (forms.is(t, "familiar") && forms.is(t + 1, "with")) || (forms.is(t, "close") && forms.is(t + 1, "to")) || forms.is(t, "briefed") ||
         forms.is(t, "knowledge") || forms.is(t, "anonymous") || forms.is(t, "unnamed");
}

// "Police", "officials said in a statement": a body speaks through them; a reader who wants to can ask it.
bool is_person_like(const Draft& draft, TokenRange source) {
  const WordForms& forms = draft.forms();
  bool member = false, alone = false;
  for (std::uint32_t t = source.begin; t < source.end; ++t) {
    if (people().contains(forms.folded(t))) return true;
    member = member || members().contains(forms.folded(t));
    alone = alone || is_of_people(forms, t);
  }
  return member && alone;
}

struct Nouns {
  std::string_view one, several;
};
constexpr Nouns kNouns[] = {{"source", "sources"}, {"official", "officials"}, {"aide", "aides"}, {"insider", "insiders"}};

// Where the writer speaks of one who is not named, as known already ("the source") or for the first time ("a source").
struct Singles {
  std::vector<std::uint32_t> known, first;
};

Singles singles_of(const Draft& draft, std::string_view noun) {
  static const WordSet knows("the this that");
  Singles out;
  const WordForms& forms = draft.forms();
  for (std::uint32_t t = 1; t < forms.size(); ++t) {
    if (!forms.is(t, noun) || forms.is_quoted(t)) continue;
    (knows.contains(forms.folded(t - 1)) ? out.known : out.first).push_back(t);
  }
  return out;
}

// "Sources said …": and all of a sudden it is "the source".
void find_plural_for_one(const Draft& draft, const std::vector<TokenRange>& sources, Spots& out) {
  for (const Nouns& nouns : kNouns) {
    const auto has_noun = [&](TokenRange source) { return draft.forms().is(source.end - 1, nouns.several); };
    const auto several = std::find_if(sources.begin(), sources.end(), has_noun);
    if (several == sources.end()) continue;
    const Singles singles = singles_of(draft, nouns.one);
    const auto known = std::upper_bound(singles.known.begin(), singles.known.end(), several->begin);
    if (known == singles.known.end() || draft.forms().paragraph(*known) > draft.forms().paragraph(several->begin) + 1) continue;
    if (!singles.first.empty() && singles.first.front() < *known) continue;
    out.push_back({draft.span_of(*several), "several sources here, and one of them behind it", "say how many they are", {}});
  }
}

std::vector<TokenRange> unnamed_of(const Draft& draft) {
  std::vector<TokenRange> out;
  for (const Statement& statement : draft.said().statements) {
    if (!is_anonymous(statement) || statement.parent) continue;
    const TokenRange source = draft.tokens_in(statement.source.passage.spans.front());
    if (!source.empty() && is_person_like(draft, source) && !draft.forms().is_quoted(source.begin)) out.push_back(source);
  }
  return out;
}

void run(const Draft& draft, Style, Spots& out) {
  const std::vector<TokenRange> sources = unnamed_of(draft);
  find_plural_for_one(draft, sources, out);
  bool explained = false;  // once in a story is enough
  for (const TokenRange source : sources) {
    explained = explained || gives_reason(draft, draft.paragraph_of(source.begin));
    if (explained) break;
    out.push_back({draft.span_of(source), "an unnamed source, and the reader is not told why it is not named", "say why, and how they know", {}});
    explained = true;
  }
}

}  // namespace

constexpr Rule kAnonymous = {"Q031", "unnamed source without a reason",
                             "AP (anonymous sources) and Reuters (unnamed sources are the weakest): say why, and what makes them know",
                             {Severity::note, Severity::warning, Severity::warning, Severity::note}, run, kExamples};

}  // namespace sayso::lint
