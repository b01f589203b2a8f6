#include "extract/posts.h"

#include <algorithm>

#include "extract/blocks.h"
#include "extract/layout.h"
#include "extract/marks.h"
#include "extract/signature.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr float kPostConfidence = 0.95f;
constexpr std::uint32_t kLongestPost = 400;      // code points that a post may have before it must be more than one
constexpr std::uint32_t kMostParagraphs = 8;     // of a post with an introduction ("tweeted:")
constexpr float kSetOffConfidence = 0.8f;
constexpr std::uint32_t kVerbReach = 10;         // tokens from the verb to the colon that ends its paragraph
constexpr std::uint32_t kMostName = 12;          // tokens of the subject before the verb
constexpr std::uint32_t kFewestSetOff = 4;       // words of a paragraph that is set off
constexpr std::uint32_t kMostSignature = 40;     // tokens of the line under a post
constexpr std::uint32_t kFewestQuoted = 3;       // words of a quotation with a name under it

class Posts {
 public:
  Posts(const Analysis& analysis, const Layout& layout) : a_(analysis), l_(layout) {}

  std::vector<Block> find() {
    std::size_t next = 0;  // of what the page sets off
    for (std::uint32_t p = 0; p < a_.paragraphs.size(); ++p) {
      if (a_.paragraphs[p].empty()) continue;
      while (next < a_.set_off.size() && a_.set_off[next].range.begin < a_.paragraphs[p].begin) ++next;
      if (next < a_.set_off.size() && a_.set_off[next].range.begin == a_.paragraphs[p].begin && shown(p, a_.set_off[next])) continue;
      if (labelled(p)) continue;
      signed_posts(p);
      set_off(p);
    }
    return std::move(out_);
  }

 private:
  void add(std::vector<TokenRange> content, TokenRange cue, TokenRange source) {
    for (TokenRange& piece : content) piece = l_.without_links(piece);
    std::erase_if(content, [&](const TokenRange& piece) { return l_.words(piece) == 0; });
    if (content.empty()) return;
    Block block;
    block.extent = {std::min(content.front().begin, source.begin), std::max(content.back().end, source.end)};
    if (block.extent.begin < free_) return;
    free_ = block.extent.end;
    block.attribution = {cue, {source}, std::move(content), kPostConfidence};
    block.is_signed = l_.is_dash(cue.begin);
    out_.push_back(std::move(block));
  }

  // A post or quotation that a page sets off, of any length, with who wrote it under it: "— Roz Tempest (@roztempest) July 7, 2025".
  bool shown(std::uint32_t first, const SetOffRange& part) {
    std::vector<TokenRange> content;
    std::uint32_t p = first;
    for (; p < a_.paragraphs.size() && a_.paragraphs[p].begin < part.range.end; ++p) content.push_back(a_.paragraphs[p]);
    if (p >= a_.paragraphs.size()) return false;
    const TokenRange under = a_.paragraphs[p];
    if (!l_.is_dash(under.begin) || under.size() > kMostSignature) return false;
    std::uint32_t end = under.begin + 1;
    while (end < under.end && !l_.is(end, ",") && !ends_name(end, under)) ++end;
    if (l_.words({under.begin + 1, end}) == 0) return false;
    if (part.kind == SetOff::Kind::quotation && content.size() == 1 && is_introduced(first)) return false;
    add(std::move(content), {under.begin, under.begin + 1}, {under.begin + 1, end});
    return true;
  }

  // The account in brackets belongs to a name; the date behind it does not.
  bool ends_name(std::uint32_t t, TokenRange under) const {
    static const WordSet months("january february march april may june july august september october november december");
    if (l_.is(t - 1, ")")) return true;
    return months.contains(l_.lower(t)) && t + 1 < under.end && l_.is_number(t + 1) && t > under.begin + 1;
  }

  bool is_introduced(std::uint32_t p) const { return p > 0 && l_.is(a_.paragraphs[p - 1].end - 1, ":"); }

  // "@roztempest: …", "Roz Tempest (@roztempest) wrote: …"
  bool labelled(std::uint32_t p) {
    static const WordSet verbs("wrote writes posted posts tweeted tweets said says replied replies");
    const TokenRange range = a_.paragraphs[p];
    std::uint32_t at = range.begin;
    if (!l_.is(at, "@")) {
      if (!l_.is_capital(at)) return false;
      const std::uint32_t limit = std::min(range.end, at + kLabelTokens);
      while (at < limit && !l_.is(at, "(") && !l_.is(at, ":")) ++at;
      if (at == limit || !l_.is(at, "(")) return false;
    }
    const std::uint32_t source_end = account_end(l_, at, range.end);
    if (source_end == 0) return false;
    const bool verb = verbs.contains(l_.lower(source_end));
    const std::uint32_t colon = source_end + verb;
    if (colon >= range.end || !l_.is(colon, ":") || !l_.is_spaced(colon + 1)) return false;
    TokenRange text{colon + 1, range.end};
    if (text.empty() && p + 1 < a_.paragraphs.size()) text = a_.paragraphs[p + 1];
    add({text}, verb ? TokenRange{source_end, colon} : TokenRange{colon, colon + 1}, {range.begin, source_end});
    return true;
  }

  // "The court went on to explain:" and a paragraph without marks; further ones as long as they speak of themselves.
  void set_off(std::uint32_t p) {
    const TokenRange above = a_.paragraphs[p];
    if (p + 1 >= a_.paragraphs.size() || !l_.is(above.end - 1, ":") || a_.paragraphs[p + 1].begin < free_) return;
    const TokenRange cue = verb_before(above);
    if (cue.empty() || !may_be_set_off(a_.paragraphs[p + 1])) return;
    Block block;
    block.attribution.content = {a_.paragraphs[p + 1]};
    for (std::uint32_t next = p + 2; next < a_.paragraphs.size() && next < p + kMostParagraphs; ++next) {
      if (!may_be_set_off(a_.paragraphs[next]) || !speaks_of_itself(a_.paragraphs[next])) break;
      block.attribution.content.push_back(a_.paragraphs[next]);
    }
    if (is_signed(p + 1, p + 1 + static_cast<std::uint32_t>(block.attribution.content.size()))) return;
    const TokenRange source = subject_before(above, cue.begin);
    if (l_.words(source) == 0) return;  // "Read more:"
    block.attribution.cue = cue;
    block.attribution.source = {source};
    block.attribution.confidence = kSetOffConfidence;
    block.extent = {block.attribution.content.front().begin, block.attribution.content.back().end};
    free_ = block.extent.end;
    out_.push_back(std::move(block));
  }

  // An account or a dash in the paragraphs from `first` to `last`: a post with its signature.
  bool is_signed(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t p = first; p <= last && p < a_.paragraphs.size(); ++p) {
      const TokenRange range = a_.paragraphs[p];
      if (range.empty() || l_.is_dash(range.begin)) return true;
      for (std::uint32_t t = range.begin; t + 1 < range.end; ++t) {
        if (l_.is(t, "(") && l_.is(t + 1, "@")) return true;
      }
    }
    return false;
  }

  // The last verb of speech in the words before a colon.
  TokenRange verb_before(TokenRange above) const {
    static const WordSet verbs("said says say wrote writes write read reads posted tweeted replied replies answered answers explained explain explains "
                               "added adds continued continues stated states declared declares concluded concludes responded responds told tells argued argues");
    for (std::uint32_t t = above.end - 1; t > above.begin && t + kVerbReach > above.end; --t) {
      if (l_.is_stop(t - 1)) break;
      if (verbs.contains(l_.lower(t - 1))) return {t - 1, t};
    }
    return {};
  }

  // From behind the last comma or sentence before the verb: "In a statement on Monday, | the union | said".
  TokenRange subject_before(TokenRange above, std::uint32_t verb) const {
    static const WordSet helpers("has had have went goes on to also later then would");
    while (verb > above.begin && helpers.contains(l_.lower(verb - 1))) --verb;
    if (verb > above.begin + 1 && l_.is(verb - 1, ",")) --verb;  // "The engineer, | Vera Quist, | wrote"
    std::uint32_t begin = verb;
    while (begin > above.begin && verb - begin < kMostName && !l_.is(begin - 1, ",") && !l_.is_stop(begin - 1)) --begin;
    return {begin, verb};
  }

  // Sentences, and neither a list nor a quotation nor another label.
  bool may_be_set_off(TokenRange paragraph) const {
    if (l_.words(paragraph) < kFewestSetOff || !l_.ends_sentence(paragraph) || l_.is(paragraph.end - 1, ":")) return false;
    if (!l_.is_word(paragraph.begin) || l_.is_number(paragraph.begin)) return false;
    std::uint32_t small = 0;
    for (std::uint32_t t = paragraph.begin; t < paragraph.end; ++t) small += l_.is_word(t) && !l_.is_capital(t) && !l_.is_number(t);
    if (small < 2) return false;  // "Sen. Ann Cole, D-Va."
    const auto& all = a_.quotations.quotations;
    const std::uint32_t begin = a_.tokens[paragraph.begin].begin;
    const auto at = std::partition_point(all.begin(), all.end(), [&](const Quotation& q) { return q.span.end <= begin; });
    return at == all.end() || at->span.begin > begin;
  }

  bool speaks_of_itself(TokenRange paragraph) const {
    static const WordSet self("i we our us my me ourselves myself");
    for (std::uint32_t t = paragraph.begin; t < paragraph.end; ++t) {
      if (self.contains(l_.lower(t)) && !l_.is_all_caps(t)) return true;
    }
    return false;
  }

  void signed_posts(std::uint32_t p) {
    const TokenRange range = a_.paragraphs[p];
    std::uint32_t begin = range.begin;
    for (std::uint32_t t = range.begin; t + 1 < range.end; ++t) {
      if (!l_.is(t, "(") || !l_.is(t + 1, "@")) continue;
      const TokenRange reach{begin == range.begin && begin > 0 && l_.is_dash(begin - 1) ? begin - 1 : begin, range.end};
      const auto signature = signature_around(l_, reach, t);
      if (!signature) continue;
      add(text_over(p, begin, signature->dash.begin), signature->dash, signature->source);
      t = std::max(t, signature->end - 1);
      begin = signature->end;
    }
    if (begin == range.begin) quotation_with_name(p);
  }

  // What is signed: from `begin` in the signature's paragraph to the dash, or the paragraph before, with those before it that
  // an introduction ending in a colon keeps together.
  std::vector<TokenRange> text_over(std::uint32_t p, std::uint32_t begin, std::uint32_t dash) const {
    std::vector<TokenRange> out;
    if (begin < dash) out.push_back({begin, dash});
    if (begin != a_.paragraphs[p].begin) return out;
    if (out.empty()) {
      if (p == 0 || a_.paragraphs[p - 1].begin < free_) return out;
      out.push_back({a_.paragraphs[--p].begin, dash});
    }
    if (l_.code_points(out[0]) > kLongestPost) return {};
    const std::uint32_t first = introduced(p, out[0].end);
    for (std::uint32_t above = p; above > first; --above) out.insert(out.begin(), a_.paragraphs[above - 1]);
    return out;
  }

  // The first paragraph of the post that ends at token `end` in paragraph `p`.
  std::uint32_t introduced(std::uint32_t p, std::uint32_t end) const {
    for (std::uint32_t first = p; first > 0 && first + kMostParagraphs > p; --first) {
      const TokenRange above = a_.paragraphs[first - 1];
      if (above.empty() || above.begin < free_) return p;
      if (l_.is(above.end - 1, ":")) return first;
      if (l_.code_points({above.begin, end}) > kLongestPost) break;
    }
    return p;
  }

  // “Let them have their vote” — Commissioner Alan Pruett
  void quotation_with_name(std::uint32_t p) {
    const TokenRange range = a_.paragraphs[p];
    const auto& all = a_.quotations.quotations;
    const std::uint32_t start = a_.tokens[range.begin].begin;
    const auto at = std::partition_point(all.begin(), all.end(), [&](const Quotation& q) { return q.span.begin < start; });
    if (at == all.end() || at->span.begin != start || at->parent >= 0) return;
    std::uint32_t end = range.begin;
    while (end < range.end && a_.tokens[end].begin < at->span.end) ++end;
    const bool under = end == range.end && p + 1 < a_.paragraphs.size();
    const auto signature = under ? name_under(a_, l_, end, a_.paragraphs[p + 1].end, true) : name_under(a_, l_, end, range.end, false);
    if (!signature || !reads_like_speech({range.begin, end})) return;
    add({{range.begin, end}}, signature->dash, signature->source);
  }

  // Not a title: some words, and small ones of more than three letters among them.
  bool reads_like_speech(TokenRange range) const {
    if (l_.words(range) < kFewestQuoted) return false;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (l_.is_word(t) && !l_.is_capital(t) && !l_.is_number(t) && l_.text(t).size() > 3) return true;
    }
    return false;
  }

  static constexpr std::uint32_t kLabelTokens = 12;

  const Analysis& a_;
  const Layout& l_;
  std::vector<Block> out_;
  std::uint32_t free_ = 0;  // tokens before it are taken by earlier posts
};

}  // namespace

void add_posts(const Analysis& analysis, std::vector<Attribution>& attributions) {
  const Layout layout(analysis);
  add_blocks(analysis, Posts(analysis, layout).find(), attributions);
}

}  // namespace sayso
