#include "extract/headline.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "extract/layout.h"
#include "extract/marks.h"
#include "extract/speaker_label.h"
#include "text/words/given_names.h"
#include "text/words/nouns.h"
#include "text/words/organization_words.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kLongestTitle = 30;  // words
constexpr std::uint32_t kLongestSource = 6;  // words behind a comma or a dash
constexpr std::uint32_t kShortSource = 4;    // words of "memo shows", "say two officials"
constexpr std::uint32_t kFewestWords = 3;    // of a quotation or claim
constexpr std::uint32_t kLabelReach = 12;    // tokens of a line before its colon
constexpr float kHeadlineConfidence = 0.85f;
constexpr float kRepeated = 0.7f;  // share of a headline's words that the story's statement has

// "says", "tells inquiry": what stands between a headline's claim and its end.
bool is_headline_verb(std::string_view word) {
  static const WordSet set(
      "says say said tells tell told warns warn warned claims claim claimed finds find found shows show hears hear "
      "heard insists insist "
      "admits admit reveals reveal reports report suggests suggest argues argue believes believe fears fear vows vow "
      "alleges allege "
      "recalls recall estimates predicts predict declares complains jokes writes asks");
  return set.contains(word);
}

// What headlines and lines ask of the text around them, read once.
struct Story {
  explicit Story(const Analysis& a) : analysis(a), layout(a), marks(a) {
    for (std::uint32_t t = 0; t < layout.size(); ++t) {
      if (!layout.is_capital(t) || layout.is(t + 1, ":")) continue;
      const bool tagged = !a.names.empty() && a.names[t] == NameTag::person;
      if (tagged || (t > 0 && layout.is_capital(t - 1) && is_given_name(layout.lower(t - 1))))
        people.insert(layout.lower(t));
    }
  }

  const Analysis& analysis;
  const Layout layout;
  const MarkedTokens marks;
  std::unordered_set<std::string> people;  // words of people's names: "starks"
};

class Headline {
 public:
  Headline(const Story& story, TokenRange title) : story_(story), l_(story.layout), title_(title) {
    const auto& all = story.analysis.quotations.quotations;
    const std::uint32_t begin = story.analysis.tokens[title.begin].begin;
    const auto first =
        std::ranges::partition_point(all, [&](const Quotation& q) { return q.span.begin < begin; }) - all.begin();
    for (auto q = static_cast<std::size_t>(first); q < all.size(); ++q) {
      const TokenRange range = story.marks.range(q);
      if (range.begin >= title.end) break;
      if (all[q].parent >= 0 || range.empty()) continue;
      quotations_.push_back({range.begin, std::min(range.end, title.end)});
    }
  }

  // A line among the story's paragraphs: "Cole: taxes will rise", with small words in what is said.
  std::optional<Attribution> read_line() const {
    std::uint32_t small = 0;
    for (std::uint32_t t = title_.begin; t < title_.end; ++t)
      small += l_.is_word(t) && l_.is_spaced(t) && !l_.is_capital(t) && !l_.is_number(t);
    return small >= 2 ? label(false) : std::nullopt;
  }

  std::optional<Attribution> read() const {
    if (auto found = label(true)) return found;
    if (auto found = own_words()) return found;
    if (auto found = quotation_first()) return found;
    if (auto found = behind_comma()) return found;
    return behind_dash();
  }

 private:
  Attribution made(TokenRange content, TokenRange cue, TokenRange source) const {
    Attribution out;
    out.content = {content};
    out.cue = cue;
    if (!source.empty()) out.source = {source};
    out.confidence = kHeadlineConfidence;
    return out;
  }

  bool is_quoted(std::uint32_t t) const {
    return std::ranges::any_of(quotations_, [&](TokenRange q) { return q.contains(t); });
  }

  // "Cole: taxes will rise", "Leaked memo: …": a name, people or a paper; before a quotation any label.
  std::optional<Attribution> label(bool papers) const {
    std::uint32_t colon = title_.begin;
    while (colon < title_.end && !l_.is(colon, ":")) ++colon;
    const TokenRange name{title_.begin, colon}, rest{colon + 1, title_.end};
    if (colon >= title_.end || name.empty() || rest.empty() || is_quoted(colon) || is_quoted(title_.begin) ||
        is_quoted(colon - 1))
      return std::nullopt;
    if (l_.words(name) > kLongestSource || l_.words(rest) < kFewestWords) return std::nullopt;
    const std::string last = l_.lower(last_word(name));
    if (is_section_word(l_.lower(title_.begin)) || is_section_word(last)) return std::nullopt;
    for (std::uint32_t t = name.begin; t < name.end; ++t) {
      if (is_headline_verb(l_.lower(t))) return std::nullopt;  // "Court Told: …"
    }
    static const WordSet asking("how what why who where when which");
    if (asking.contains(l_.lower(rest.begin)) || (!papers && noun(last).kind == NounKind::document))
      return std::nullopt;
    const bool quotation = quotations_.size() == 1 && quotations_.front() == rest;
    if (!(quotation ? all_capitals(name) : speaks(name, last))) return std::nullopt;
    return made(rest, {colon, colon + 1}, name);
  }

  std::uint32_t last_word(TokenRange range) const {
    std::uint32_t t = range.end - 1;
    while (t > range.begin && !l_.is_word(t)) --t;
    return t;
  }
  bool all_capitals(TokenRange name) const {
    static const WordSet joints("of the and for de da di del du la le van von der den bin al y");
    for (std::uint32_t t = name.begin; t < name.end; ++t) {
      if (l_.is_word(t) && l_.is_spaced(t) && !l_.is_capital(t) && !joints.contains(l_.text(t))) return false;
    }
    return true;
  }

  bool speaks(TokenRange name, const std::string& last) const {
    const NounKind kind = noun(last).kind;
    if (kind == NounKind::person || kind == NounKind::document) return true;
    if (!all_capitals(name)) return false;
    if (is_given_name(l_.lower(name.begin)) && l_.words(name) > 1) return true;
    return is_organization_word(last) || story_.people.contains(last);
  }

  // I wrote it "in a car park": Ann Cole on her new novel.
  std::optional<Attribution> own_words() const {
    static const WordSet self("i my we our me us");
    bool own = false;
    std::uint32_t t = title_.begin;
    for (; t < title_.end && !(l_.is(t, ":") && !is_quoted(t)); ++t)
      own |= !is_quoted(t) && !l_.is_all_caps(t) && self.contains(l_.lower(t));
    const TokenRange content{title_.begin, t};
    TokenRange name{t + 1, t + 1};
    while (name.end < title_.end && l_.is_capital(name.end)) ++name.end;
    if (!own || t >= title_.end || l_.words(content) < kFewestWords || name.empty()) return std::nullopt;
    return made(content, {t, t + 1}, name);
  }

  // ‘We cannot pay’: Ann Cole on the mill; ‘They hid it’, clerk tells inquiry; “They hid it”
  std::optional<Attribution> quotation_first() const {
    if (quotations_.empty() || quotations_.front().begin != title_.begin) return std::nullopt;
    const TokenRange quotation = quotations_.front();
    if (l_.words(quotation) < kFewestWords) return std::nullopt;
    if (quotation.end == title_.end) return made(quotation, {}, {});
    const TokenRange rest{quotation.end + 1, title_.end};
    if (l_.is(quotation.end, ":")) return made(quotation, {}, {});
    if (l_.is(quotation.end, ",") || l_.is(quotation.end - 2, ","))
      return with_verb(quotation, l_.is(quotation.end, ",") ? rest : TokenRange{quotation.end, title_.end});
    return std::nullopt;
  }

  // Content, then "says owner" or "clerk tells inquiry".
  std::optional<Attribution> with_verb(TokenRange content, TokenRange rest) const {
    if (rest.empty() || l_.words(rest) > kLongestSource + 2) return std::nullopt;
    for (std::uint32_t t = rest.begin; t < rest.end; ++t) {
      if (!is_headline_verb(l_.lower(t)) || is_quoted(t)) continue;
      const TokenRange before{rest.begin, t}, behind{t + 1, rest.end};
      if (before.empty() && (behind.empty() || l_.words(behind) > kLongestSource)) return std::nullopt;
      if (l_.lower(t) == "told" || l_.lower(t) == "heard" || l_.lower(t) == "hears")
        return made(content, {t, t + 1}, before);
      return made(content, {t, t + 1}, before.empty() ? behind : before);
    }
    return std::nullopt;
  }

  // "memo shows", "says owner": nothing else, so that what stands before is a claim though none of it is quoted.
  bool names_source(TokenRange rest) const {
    static const WordSet leading("says say");
    const std::uint32_t words = l_.words(rest);
    if (words < 2 || words > kShortSource) return false;
    return is_headline_verb(l_.lower(rest.end - 1)) || leading.contains(l_.lower(rest.begin));
  }

  // "Mill ‘cannot pay’, says owner": behind the last comma, where some of the claim is quoted.
  std::optional<Attribution> behind_comma() const {
    std::uint32_t comma = title_.end;
    for (std::uint32_t t = title_.begin; t < title_.end; ++t) {
      if (l_.is(t, ",") && !is_quoted(t)) comma = t;
    }
    if (comma == title_.end) return behind_quoted_comma();
    if (comma + 1 >= title_.end || l_.words({title_.begin, comma}) < kFewestWords) return std::nullopt;
    const bool quoted = !quotations_.empty() && quotations_.front().begin < comma;
    if (!quoted && !names_source({comma + 1, title_.end})) return std::nullopt;
    return with_verb({title_.begin, comma}, {comma + 1, title_.end});
  }

  // "Mill is ‘through the worst,’ Cole says": the comma stands inside the marks.
  std::optional<Attribution> behind_quoted_comma() const {
    if (quotations_.empty()) return std::nullopt;
    const std::uint32_t end = quotations_.back().end;
    if (end >= title_.end || !l_.is(end - 2, ",") || l_.words({title_.begin, end}) < kFewestWords) return std::nullopt;
    return with_verb({title_.begin, end}, {end, title_.end});
  }

  // "Minister ‘never came’ – TD"
  std::optional<Attribution> behind_dash() const {
    static const WordSet opens_no_name(
        "not and but or no with as for in on at by to from if when why how what who where here but then");
    for (std::uint32_t t = title_.begin + 1; t + 1 < title_.end; ++t) {
      const bool dash = l_.is_dash(t) && l_.is_spaced(t) && l_.is_spaced(t + 1) && !is_quoted(t);
      if (!dash) continue;
      const TokenRange content{title_.begin, t}, source{t + 1, title_.end};
      const bool quoted = !quotations_.empty() && quotations_.front().begin < t;
      if (!quoted || l_.words(source) == 0 || opens_no_name.contains(l_.lower(source.begin)) ||
          l_.words(source) > kLongestSource || l_.words(content) < kFewestWords)
        return std::nullopt;
      return made(content, {t, t + 1}, source);
    }
    return std::nullopt;
  }

  const Story& story_;
  const Layout& l_;
  const TokenRange title_;
  std::vector<TokenRange> quotations_;  // outermost ones of the title
};

// Nothing that begins in the headline goes on behind it.
void end_at(TokenRange title, std::vector<Attribution>& attributions) {
  for (Attribution& a : attributions) {
    if (a.content.empty() || a.content.front().begin >= title.end) continue;
    std::erase_if(a.content, [&](TokenRange piece) { return piece.begin >= title.end; });
    for (TokenRange& piece : a.content) piece.end = std::min(piece.end, title.end);
  }
}

}  // namespace

TokenRange title_of(const Analysis& analysis) {
  if (analysis.paragraphs.size() < 2) return {};
  const TokenRange first = analysis.paragraphs.front();
  const Layout layout(analysis);
  const std::uint32_t words = layout.words(first);
  if (words < kFewestWords || words > kLongestTitle || layout.is(first.end - 1, ".")) return {};
  if (layout.ends_sentence(first) && !layout.is_stop(first.end - 1) && layout.is(first.end - 2, "."))
    return {};  // “… floated.”
  return first;
}

void read_lines(const Analysis& analysis, std::vector<Attribution>& attributions) {
  const Layout layout(analysis);
  std::optional<Story> story;  // few texts need it
  std::vector<bool> told(analysis.paragraphs.size(), false);
  std::vector<Attribution> found;
  for (std::size_t p = 1; p < analysis.paragraphs.size(); ++p) {
    const TokenRange line = analysis.paragraphs[p];
    if (line.size() < kFewestWords + 2 || line.size() > 2 * kLongestTitle || !layout.is_capital(line.begin)) continue;
    std::uint32_t colon = line.begin;
    while (colon < line.end && colon < line.begin + kLabelReach && !layout.is(colon, ":")) ++colon;
    if (!layout.is(colon, ":") || layout.ends_sentence(line) || layout.words(line) > kLongestTitle ||
        layout.is(line.end - 1, ":"))
      continue;
    if (!story) story.emplace(analysis);
    if (auto statement = Headline(*story, line).read_line()) found.push_back(std::move(*statement)), told[p] = true;
  }
  if (found.empty()) return;
  const auto paragraph = [&](std::uint32_t t) {
    return static_cast<std::size_t>(
        std::ranges::partition_point(analysis.paragraphs, [&](TokenRange p) { return p.end <= t; }) -
        analysis.paragraphs.begin());
  };
  std::erase_if(attributions, [&](const Attribution& a) {
    return told[paragraph(a.cue.empty() ? a.content.front().begin : a.cue.begin)];
  });
  attributions.insert(attributions.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

void read_headline(const Analysis& analysis, std::vector<Attribution>& attributions) {
  const TokenRange title = title_of(analysis);
  if (title.empty()) return;
  end_at(title, attributions);
  const Story story(analysis);
  std::optional<Attribution> found = Headline(story, title).read();
  if (!found) return;
  std::erase_if(attributions, [&](const Attribution& a) {
    const std::uint32_t at = !a.cue.empty() ? a.cue.begin : a.content.front().begin;
    return title.contains(at);
  });
  attributions.push_back(std::move(*found));
}

std::int32_t repeated_in_story(const WordForms& forms, std::span<const Attribution> attributions, std::size_t headline,
                               TokenRange title) {
  std::unordered_map<std::string_view, std::size_t> wanted;  // word -> last statement that has it
  for (const TokenRange piece : attributions[headline].content) {
    for (std::uint32_t t = piece.begin; t < piece.end; ++t) {
      if (forms.is_word(t)) wanted.emplace(forms.folded(t), headline);
    }
  }
  std::int32_t best = -1;
  std::size_t most = kFewestWords - 1, shortest = 0;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    const Attribution& a = attributions[i];
    if (i == headline || a.content.empty() || a.content.front().begin < title.end) continue;
    std::size_t common = 0, all = 0;
    for (const TokenRange piece : a.content) {
      for (std::uint32_t t = piece.begin; t < piece.end; ++t, ++all) {
        const auto at = wanted.find(forms.folded(t));
        if (at == wanted.end() || at->second == i) continue;
        at->second = i;
        ++common;
      }
    }
    const bool better = common > most || (common == most && all < shortest);
    if (!better || static_cast<float>(common) < kRepeated * static_cast<float>(wanted.size())) continue;
    best = static_cast<std::int32_t>(i), most = common, shortest = all;
  }
  return best;
}

}  // namespace sayso
