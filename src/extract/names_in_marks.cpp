#include "extract/names_in_marks.h"

#include <algorithm>

#include "extract/layout.h"
#include "text/words/cue_verbs.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kLongestName = 12;  // words
constexpr std::uint32_t kNickname = 4;

// Nouns behind which marks hold a title.
bool is_work(std::string_view word) {
  static const WordSet set(
      "song songs single track tune ballad anthem hymn carol album record ep mixtape film movie documentary play musical opera ballet sitcom drama comedy "
      "show series programme program episode podcast book books novel novella memoir autobiography biography bestseller paperback poem sonnet story "
      "essay article column editorial feature blog newsletter magazine painting portrait sculpture mural photograph exhibition exhibit installation "
      "video clip game sequel prequel trilogy franchise soundtrack playlist title titles chapter section thesis paper pamphlet brochure report study "
      "lecture course class workshop campaign project operation motion sketch skit routine act tour festival ship boat yacht horse headline hashtag");
  return set.contains(word);
}

// Nouns and verbs behind which marks hold a word as a word.
bool is_word_noun(std::string_view word) {
  static const WordSet set("word words term phrase phrases expression adjective noun verb adverb pronoun prefix suffix acronym abbreviation initials "
                           "name names nickname nicknames surname moniker pseudonym alias label tag spelling syllable password codename "
                           "trademark brand username handle heading headings caption slogan motto idea notion concept");
  return set.contains(word);
}

// Passive forms behind which marks hold a name: "nicknamed “Ace”", "entitled “Dust”".
bool is_named(std::string_view word) {
  static const WordSet set("nicknamed titled entitled dubbed christened named headlined captioned labelled labeled subtitled renamed codenamed retitled");
  return set.contains(word);
}

bool is_small(std::string_view word) {
  static const WordSet set("a an the of in on at to for from by with and or but nor as s t d ll re ve m de la le du von van di da up off");
  return set.contains(word);
}

class Reader {
 public:
  Reader(const Analysis& a, const MarkedTokens& marks) : l_(a), marks_(marks) {}

  bool only_names(TokenRange quotation, bool continues) const {
    const TokenRange inside = without_marks(quotation);
    const std::uint32_t words = l_.words(inside);
    if (inside.empty() || words == 0 || words > kLongestName || continues) return false;
    const std::uint32_t before = quotation.begin;
    if (words <= kNickname && is_nickname(quotation) && !l_.is_stop(inside.end - 1)) return true;
    if (before > 0 && is_word_noun(l_.lower(before - 1))) return !is_caption(l_.lower(before - 1)) && !ends_like_speech(inside);
    if (before > 1 && l_.is(before - 1, "of") && is_idea(l_.lower(before - 2))) return true;
    if (words <= kNickname && is_name_for(before)) return true;
    if (words == 1 && means(quotation.end)) return true;
    if (words <= kNickname && is_called_word(quotation.end)) return true;
    if (before > 0 && is_named(l_.lower(before - 1)) && l_.is_capital(inside.begin)) return true;
    if (!is_title(inside) || among_capitals(quotation)) return false;
    if (words > 1) return !ends_like_speech(inside) || names_work(before);
    return names_work(before);
  }

 private:
  TokenRange without_marks(TokenRange q) const {
    while (!q.empty() && marks_.opens(q.begin)) ++q.begin;
    while (!q.empty() && marks_.closes(q.end - 1)) --q.end;
    return q;
  }

  // Marks between the parts of a name: Ed “Big Ed” Cole, Marlon ''Ace'' Reyes.
  bool is_nickname(TokenRange q) const {
    return q.begin > 0 && is_name_part(q.begin - 1) && is_name_part(q.end) && l_.is_spaced(q.end);
  }
  bool is_name_part(std::uint32_t t) const { return l_.is_word(t) && l_.is_capital(t) && !marks_.opens(t) && !marks_.closes(t); }

  // "under the caption “Low tide”": what somebody wrote.
  static bool is_caption(const std::string& word) { return word == "caption" || word == "slogan" || word == "motto" || word == "heading" || word == "headings"; }

  // "the idea of “managed retreat”".
  static bool is_idea(const std::string& word) {
    static const WordSet set("idea notion concept term phrase word practice doctrine principle theory");
    return set.contains(word);
  }

  // "a name for it: “Pinocchio.”"
  bool is_name_for(std::uint32_t before) const {
    constexpr std::uint32_t kReach = 8;
    if (before == 0 || !l_.is(before - 1, ":")) return false;
    for (std::uint32_t t = before - 1; t > 0 && t + kReach > before && !l_.is_stop(t - 1); --t) {
      if (l_.is(t - 1, "name") || l_.is(t - 1, "nickname")) return true;
    }
    return false;
  }

  // “Raccoon” was the most searched word; “kettle” was as good a word as any.
  bool is_called_word(std::uint32_t behind) const {
    constexpr std::uint32_t kReach = 8;
    if (!l_.is(behind, "was") && !l_.is(behind, "is")) return false;
    for (std::uint32_t t = behind + 1; t < behind + kReach && !l_.is_stop(t); ++t) {
      if (l_.is(t, "word") || l_.is(t, "term") || l_.is(t, "name")) return true;
    }
    return false;
  }

  bool ends_like_speech(TokenRange inside) const { return l_.is_stop(inside.end - 1) && !l_.is(inside.end - 1, "."); }

  // “perpetuity” means …
  bool means(std::uint32_t behind) const {
    static const WordSet set("means meant");
    return set.contains(l_.lower(behind)) && l_.lower(behind + 1) != "that";
  }

  // All words of weight have capitals; more than one word, or the first is no sentence's.
  bool is_title(TokenRange inside) const {
    for (std::uint32_t t = inside.begin; t < inside.end; ++t) {
      if (!l_.is_word(t) || l_.is_capital(t) || l_.is_number(t)) continue;
      if (t == inside.begin || !is_small(l_.lower(t))) return false;
    }
    return l_.is_capital(inside.begin) || l_.is_number(inside.begin);
  }

  // In a line that gives all its words capitals, they tell nothing.
  bool among_capitals(TokenRange q) const {
    constexpr std::uint32_t kNear = 6;
    std::uint32_t words = 0;
    for (std::uint32_t t = q.begin > kNear ? q.begin - kNear : 0; t < q.end + kNear; ++t) {
      if (q.contains(t) || !l_.is_word(t) || l_.is_number(t) || is_small(l_.lower(t))) continue;
      if (!l_.is_capital(t)) return false;
      ++words;
    }
    return words > 1;
  }

  // "the song", "a book called", "her 2019 memoir,"
  bool names_work(std::uint32_t before) const {
    if (before == 0) return false;
    std::uint32_t t = before - 1;
    if ((l_.is(t, ",") || l_.is(t, "called")) && t > 0) --t;
    return is_work(l_.lower(t));
  }

  const Layout l_;
  const MarkedTokens& marks_;
};

// "known as", "better known to friends as"; not "it is known that".
bool is_known_as(const Layout& l, std::uint32_t known) {
  constexpr std::uint32_t kReach = 7;
  for (std::uint32_t t = known + 1; t < known + kReach; ++t) {
    if (l.is(t, "as")) return true;
    if (!l.is_word(t) || l.is(t, "that")) return false;
  }
  return false;
}

bool is_naming_cue(const Layout& l, const Attribution& a) {
  for (std::uint32_t t = a.cue.begin; t < a.cue.end; ++t) {
    if (l.lower(t) == "known" && a.source.empty()) return is_known_as(l, t);
    if (l.is(t, "called") && a.source.empty() && t > a.cue.begin) return true;  // "was first called “Deacon”"
    const CueVerb verb = cue_verb(l.lower(t));
    if (verb == CueVerb::naming) return a.source.empty() || is_named(l.lower(t));
    if (verb != CueVerb::none) return false;
  }
  return false;
}

}  // namespace

std::vector<bool> names_in_marks(const Analysis& analysis, const MarkedTokens& marks) {
  const Reader reader(analysis, marks);
  const auto& all = analysis.quotations.quotations;
  std::vector<bool> out(all.size());
  for (std::size_t q = 0; q < all.size(); ++q) {
    const TokenRange range = marks.range(q);
    if (range.empty() || !all[q].closed || !all[q].opened) continue;
    out[q] = reader.only_names(range, all[q].continues >= 0);
  }
  return out;
}

namespace {

// "which the students called | “Houdini”": nothing is called so before the name.
bool gives_name(const Layout& l, const MarkedTokens& marks, const Attribution& a) {
  if (a.cue.size() != 1 || a.content.size() != 1 || !(l.is(a.cue.begin, "called") || l.is(a.cue.begin, "call"))) return false;
  const TokenRange piece = a.content.front();
  return piece.begin == a.cue.end && marks.opens(piece.begin) && l.is_capital(piece.begin + 1) && l.words(piece) <= kNickname;
}

// "sang “Cold Water”", "dislikes the word “defect”": a thing that somebody deals with, and no verb of speech or thought.
bool deals_with_named(const Layout& l, const Attribution& a, const std::vector<std::uint8_t>& in_name, const std::vector<bool>& quoted) {
  static const WordSet sources("according words per");
  for (std::uint32_t t = a.cue.begin; t < a.cue.end; ++t) {
    if (cue_verb(l.lower(t)) != CueVerb::none || sources.contains(l.lower(t)) || !l.is_word(t)) return false;
  }
  static const WordSet clauses("that to whether if how");
  if (clauses.contains(l.lower(a.content.front().begin))) return false;
  bool named = false;
  for (const TokenRange& piece : a.content) {
    for (std::uint32_t t = piece.begin; t < piece.end; ++t) {
      if (quoted[t] && in_name[t] == 0) return false;
      named |= in_name[t] != 0;
    }
  }
  return named;
}

}  // namespace

void drop_namings(const Analysis& analysis, std::vector<Attribution>& attributions) {
  const Layout layout(analysis);
  const MarkedTokens marks(analysis);
  const std::vector<bool> names = names_in_marks(analysis, marks);
  std::vector<std::uint8_t> in_name(analysis.tokens.size());
  std::vector<bool> quoted(analysis.tokens.size());
  for (std::size_t q = 0; q < names.size(); ++q) {
    const TokenRange range = marks.range(q);
    if (range.empty()) continue;
    std::fill(quoted.begin() + range.begin, quoted.begin() + range.end, true);
    if (names[q]) std::fill(in_name.begin() + range.begin, in_name.begin() + range.end, std::uint8_t{1});
  }
  std::erase_if(attributions, [&](const Attribution& a) {
    return !a.cue.empty() && (is_naming_cue(layout, a) || gives_name(layout, marks, a) || deals_with_named(layout, a, in_name, quoted));
  });
}

}  // namespace sayso
