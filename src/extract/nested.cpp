#include "extract/nested.h"

#include <algorithm>
#include <iterator>

#include "extract/layout.h"
#include "extract/marks.h"
#include "extract/order.h"
#include "extract/outer_report.h"
#include "extract/passive_cue.h"
#include "extract/refine.h"
#include "extract/tagger.h"
#include "text/words/cue_verbs.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// A statement with source, cue and content of its own takes this many words.
constexpr std::uint32_t kFewestNestedWords = 4;
// Below this, what is found inside a content is more often a turn of phrase than a statement.
constexpr float kLeastNestedConfidence = 0.35f;
// "He rejected the offer of a mediator"; shorter objects are mostly what somebody did, not what he said.
constexpr std::uint32_t kFewestObjectWords = 3;
constexpr int kDeepest = 2;

bool is_speaker_himself(std::string_view word) {
  static const WordSet set("i we you us me");
  return set.contains(word);
}

// "I told him", "I thought": an act that is over. "I think", "I can tell you" is the speaker's own voice.
bool is_past_telling(std::string_view word) {
  static const WordSet set("said told asked replied answered promised warned begged thought");
  return set.contains(word);
}

// "tells them", "asked me": who was told is no part of what was said.
bool is_telling(std::string_view word) {
  static const WordSet set("tell tells told telling ask asks asked asking urge urges urged warn warns warned beg begs begged order orders ordered remind "
                           "reminds reminded assure assures assured advise advises advised");
  return set.contains(word);
}

bool is_object(std::string_view word) {
  static const WordSet set("me him her us them you everyone everybody people");
  return set.contains(word);
}

// "somebody said so", "he wants it": the words themselves are not told.
bool stands_for_words(std::string_view word) {
  static const WordSet set("so it that this him her them me us you what nothing anything something everything otherwise these those");
  return set.contains(word);
}

bool opens_clause(std::string_view word) {
  static const WordSet set("to that whether if how what why when where which who he she it they we i you there");
  return set.contains(word);
}

bool is_finite(std::string_view word) {
  static const WordSet set("is are was were am be will would can could may might shall should must has have had do does did 's 're 'll 'd n't not");
  return set.contains(word);
}

class Nested {
 public:
  Nested(const Networks& networks, const Analysis& analysis, const WordForms& forms, NetworkWorkspace& ws,
         std::vector<Attribution>& out)
      : networks_(networks),
        analysis_(analysis),
        forms_(forms),
        layout_(analysis),
        marks_(analysis),
        ws_(ws),
        out_(out),
        cue_(analysis.tokens.size()),
        as_spoken_(cue_) {
    for (std::size_t q = 0; q < analysis.quotations.quotations.size(); ++q) mark(as_spoken_, marks_.range(q));
    for (const Attribution& a : out_) {
      claim(a);
      for (const TokenRange& piece : a.content) {
        if (a.set_off) mark(as_spoken_, piece);
      }
    }
    count_acts();
  }

  void run() {
    std::erase_if(out_, [&](const Attribution& a) { return !a.cue.empty() && as_spoken_[a.cue.begin] && !a.set_off && !reads_as_act(a); });
    std::size_t begin = 0;
    for (int depth = 0; depth < kDeepest && begin < out_.size(); ++depth) {
      const std::size_t end = out_.size();
      const auto wanted = [&](TokenRange stretch, TokenRange cue) {
        return !holds_cue(cue) && may_read_as_act(stretch, cue);
      };
      std::vector<Attribution> found = tag_inside(networks_, analysis_, stretches(begin, end), wanted, ws_);
      std::erase_if(found, [&](const Attribution& a) { return !is_statement(a); });
      mend_attributions(analysis_, forms_, found);
      for (Attribution& a : found) leave_out_who_is_told(a);
      for (const Attribution& a : found) claim(a);
      std::move(found.begin(), found.end(), std::back_inserter(out_));
      begin = end;
    }
    drop_outer_reports(analysis_, out_);
    sort_by_content(out_);
  }

 private:
  std::vector<TokenRange> stretches(std::size_t begin, std::size_t end) const {
    std::vector<TokenRange> out;
    for (std::size_t i = begin; i < end; ++i) {
      for (const TokenRange& whole : out_[i].content) {
        const TokenRange piece = without_marks(whole);
        if (piece.size() >= kFewestNestedWords && piece.size() <= kWindowWords && may_read_as_act(piece, piece))
          out.push_back(piece);
      }
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  // With its own marks around it, a quotation reads as somebody's words and nothing more.
  TokenRange without_marks(TokenRange piece) const {
    while (!piece.empty() && marks_.opens(piece.begin) && marks_.end_of(piece.begin) >= piece.end) {
      if (marks_.end_of(piece.begin) == piece.end) --piece.end;
      ++piece.begin;
    }
    while (!piece.empty() && marks_.closes(piece.end - 1) && marks_.opening_of(piece.end - 1) < piece.begin) --piece.end;
    if (!piece.empty() && layout_.is(piece.end - 1, ",")) --piece.end;
    if (!piece.empty() && layout_.is(piece.begin, "that")) ++piece.begin;
    return piece;
  }

  static void mark(std::vector<bool>& of, TokenRange range) {
    std::fill(of.begin() + range.begin, of.begin() + std::max(range.begin, range.end), true);
  }

  void claim(const Attribution& a) { mark(cue_, a.cue); }

  bool is_statement(const Attribution& a) const {
    if (a.confidence < kLeastNestedConfidence) return false;
    return !holds_cue(a.cue) && (!a.source.empty() || is_passive_telling(analysis_, a.cue)) && reads_as_act(a);
  }

  // Of a statement that is there already.
  bool holds_cue(TokenRange range) const {
    return std::find(cue_.begin() + range.begin, cue_.begin() + range.end, true) != cue_.begin() + range.end;
  }

  // False where reads_as_act will be, whatever the networks find in the stretch for the cue, so that they need not
  // look.
  bool may_read_as_act(TokenRange stretch, TokenRange cue) const {
    const auto holds = [&](TokenRange range, std::uint32_t Acts::*what) { return acts_before_[range.end].*what > acts_before_[range.begin].*what; };
    return holds(cue, &Acts::verbs) || holds(stretch, &Acts::opening_marks) || (holds(cue, &Acts::wants) && holds(stretch, &Acts::told));
  }

  // Sums over the tokens before each one, and before the end.
  struct Acts {
    std::uint32_t verbs = 0;          // of saying and thinking
    std::uint32_t wants = 0;          // of wanting
    std::uint32_t told = 0;           // words that are given in the teller's own
    std::uint32_t opening_marks = 0;
  };
  void count_acts() {
    acts_before_.resize(analysis_.tokens.size() + 1);
    for (std::uint32_t t = 0; t < analysis_.tokens.size(); ++t) {
      const CueVerb act = cue_verb(forms_.folded(t));
      Acts& next = acts_before_[t + 1] = acts_before_[t];
      next.verbs += act == CueVerb::saying || act == CueVerb::thinking;
      next.wants += act == CueVerb::wanting;
      next.told += !as_spoken_[t];
      next.opening_marks += marks_.opens(t);
    }
  }

  // Somebody's act of speech or thought, told by another.
  bool reads_as_act(const Attribution& a) const {
    const TokenRange content = a.content.front();
    const std::string first = layout_.lower(content.begin);
    if (stands_for_words(first) && (content.size() == 1 || first == "so")) return false;
    if (!a.source.empty() && is_speaker_himself(layout_.lower(a.source.front().begin)) && !tells_of_himself(a)) return false;
    if (marks_.opens(content.begin)) return true;
    const CueVerb act = act_of(a.cue);
    if (act == CueVerb::wanting) return !as_spoken_[a.cue.begin];
    const bool clause = is_clause(content);
    return (act == CueVerb::saying && (clause || layout_.words(content) >= kFewestObjectWords)) || (act == CueVerb::thinking && clause);
  }

  // "I told him", "I tell them": to others, and once or always.
  bool tells_of_himself(const Attribution& a) const {
    if (is_past_telling(layout_.lower(a.cue.begin))) return true;
    const std::string object = layout_.lower(a.cue.end);
    return layout_.lower(a.cue.end - 1) == "tell" && is_object(object) && object != "you";
  }

  void leave_out_who_is_told(Attribution& a) const {
    TokenRange& piece = a.content.front();
    if (piece.begin == a.cue.end && piece.size() > 2 && is_telling(layout_.lower(a.cue.end - 1)) && is_object(layout_.lower(piece.begin))) ++piece.begin;
  }

  CueVerb act_of(TokenRange cue) const {
    for (std::uint32_t t = cue.begin; t < cue.end; ++t) {
      const CueVerb verb = cue_verb(layout_.lower(t));
      if (verb != CueVerb::none) return verb;
    }
    return CueVerb::none;
  }

  bool is_clause(TokenRange content) const {
    if (opens_clause(layout_.lower(content.begin))) return true;
    for (std::uint32_t t = content.begin; t < content.end; ++t) {
      if (is_finite(layout_.lower(t))) return true;
    }
    return false;
  }

  const Networks& networks_;
  const Analysis& analysis_;
  const WordForms& forms_;
  const Layout layout_;
  const MarkedTokens marks_;
  NetworkWorkspace& ws_;
  std::vector<Attribution>& out_;
  std::vector<bool> cue_;        // tokens that are some statement's cue
  std::vector<bool> as_spoken_;  // tokens in quotation marks, turns and posts
  std::vector<Acts> acts_before_;
};

}  // namespace

void add_nested(const Networks& networks, const Analysis& analysis, const WordForms& forms, NetworkWorkspace& workspace,
                std::vector<Attribution>& attributions) {
  Nested(networks, analysis, forms, workspace, attributions).run();
}

}  // namespace sayso
