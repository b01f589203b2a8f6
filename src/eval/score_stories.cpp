#include "eval/score_stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "eval/count.h"
#include "eval/story_alignment.h"

namespace sayso::eval {
namespace {

constexpr std::array<std::string_view, 11> kFigureNames{"found", "boundary", "source", "kind", "addressee", "via",
                                                        "channel", "said_at", "parent", "false_quotes", "same_person"};

bool accepted(const Names& names, const PredictedParty& party) {
  const std::string name = fold(party.name);
  return std::any_of(names.begin(), names.end(), [&name](const std::string& one) { return fold(one) == name; });
}

bool right_source(const GoldSource& gold, const PredictedStatement& statement) {
  const PredictedParty pred = statement.source.value_or(PredictedParty{"none", ""});
  return gold.type == pred.type && (gold.names.empty() || accepted(gold.names, pred));
}

bool right_via(const std::vector<Names>& gold, const std::vector<PredictedParty>& pred) {
  return std::equal(gold.begin(), gold.end(), pred.begin(), pred.end(), accepted);
}

std::string shortened(std::u32string words) {
  if (words.size() > 90) words.resize(90);
  return encode_text(words);
}

std::string words_of(const GoldPassage& passage) {
  std::u32string out;
  for (const GoldPiece& piece : passage) (out += out.empty() ? U"" : U" … ") += piece.text;
  return shortened(std::move(out));
}

std::string words_of(const std::vector<Piece>& spans, std::u32string_view text) {
  std::u32string out;
  for (const Piece span : spans) (out += out.empty() ? U"" : U" … ") += slice(text, span);
  return shortened(std::move(out));
}

std::string words_of(const GoldSource& source) { return source.names.empty() ? source.type : source.names.front(); }
std::string words_of(const PredictedStatement& statement) {
  if (!statement.source) return "none";
  return statement.source->name.empty() ? statement.source->type : statement.source->name;
}

}  // namespace

struct StoryScorer::Matched {
  const GoldStory& gold;
  const PredictedStory& pred;
  std::vector<TokenSet> want = {}, have = {};
  std::vector<std::int64_t> partner = {};  // of each gold statement, -1 for none
  std::vector<std::int64_t> back = {};     // of each predicted one
  std::vector<bool> free = {};             // predicted ones that count neither way
  std::unordered_map<std::string, std::size_t> by_id = {};
  std::vector<TokenSet> not_statements = {};

  bool read_positions(std::u32string_view text, std::vector<TokenSet>& spare) {
    const auto all_in_text = [text](const std::vector<GoldPassage>& passages, std::vector<TokenSet>& out) {
      for (const GoldPassage& passage : passages) {
        std::optional<TokenSet> at = word_positions(text, passage);
        if (!at) return false;
        out.push_back(std::move(*at));
      }
      return true;
    };
    std::vector<GoldPassage> contents;
    for (const GoldStatement& statement : gold.statements) contents.push_back(statement.content);
    for (const PredictedStatement& s : pred.statements) have.push_back(word_positions(text, s.content));
    return all_in_text(contents, want) && all_in_text(gold.optional, spare) && all_in_text(gold.not_statements, not_statements);
  }

  void match(const std::vector<TokenSet>& spare) {
    partner = align_statements(want, have);
    back.assign(have.size(), -1);
    for (std::size_t i = 0; i < partner.size(); ++i)
      if (partner[i] >= 0) back[static_cast<std::size_t>(partner[i])] = static_cast<std::int64_t>(i);
    for (std::size_t j = 0; j < have.size(); ++j) {
      const auto meets = [&](const TokenSet& tokens) { return overlap_f1(have[j], tokens) >= 0.5; };
      free.push_back(back[j] < 0 && std::any_of(spare.begin(), spare.end(), meets));
      by_id[pred.statements[j].id] = j;
    }
  }

  // A predicted statement that is right or wrong, not one that the gold leaves open.
  bool counted(std::size_t j) const {
    return back[j] >= 0 || (!free[j] && (gold.all || pred.statements[j].kind != "indirect"));
  }

  // nullptr where gold statement `i` was not found.
  const PredictedStatement* partner_of(std::size_t i) const {
    return partner[i] < 0 ? nullptr : &pred.statements[static_cast<std::size_t>(partner[i])];
  }

  bool right_parent(std::optional<std::int64_t> expected, const PredictedStatement& statement) const {
    const auto parent = by_id.find(statement.parent);
    const bool none = parent == by_id.end() || free[parent->second];
    return expected ? !none && back[parent->second] == *expected : none;
  }
};

Result<void> StoryScorer::add(const std::string& name, std::u32string_view text, const GoldStory& gold,
                              const std::optional<PredictedStory>& predicted) {
  const PredictedStory nothing;
  Matched m{gold, predicted ? *predicted : nothing};
  std::vector<TokenSet> spare;
  if (!m.read_positions(text, spare))
    return tl::unexpected(Error{ErrorCode::malformed, name, "the gold has a piece that is not in the text"});
  m.match(spare);
  if (!predicted) lost_.push_back(name);
  count_found(m);
  for (std::size_t i = 0; i < gold.statements.size(); ++i) note_misses(name, m, i, count_fields(m, i));
  if (with_misses_) note_spurious(name, text, m);
  for (const TokenSet& at : m.not_statements)
    count_share(kFalseQuotes, std::find(m.have.begin(), m.have.end(), at) != m.have.end());
  count_same_person(gold, m.pred);
  return {};
}

void StoryScorer::count_found(const Matched& m) {
  Tally& found = tallies_[kFound];
  found.gold += static_cast<std::int64_t>(m.want.size());
  for (std::size_t j = 0; j < m.have.size(); ++j) found.pred += m.counted(j);
  for (std::size_t i = 0; i < m.want.size(); ++i) {
    if (m.partner[i] < 0) continue;
    ++found.right;
    count_share(kBoundary, m.want[i] == m.have[static_cast<std::size_t>(m.partner[i])]);
  }
}

void StoryScorer::count_share(Figure figure, bool right) {
  ++tallies_[figure].gold;
  tallies_[figure].right += right;
}

void StoryScorer::count_optional(Figure figure, bool expected, bool predicted, bool same) {
  tallies_[figure].gold += expected;
  tallies_[figure].pred += predicted;
  tallies_[figure].right += expected && predicted && same;
}

// The names of the fields that are wrong.
std::vector<std::string> StoryScorer::count_fields(const Matched& m, std::size_t index) {
  const GoldStatement& gold = m.gold.statements[index];
  const PredictedStatement* pred = m.partner_of(index);
  std::vector<std::string> wrong;
  const auto count = [&](Figure figure, bool right) {
    count_share(figure, right);
    if (!right) wrong.emplace_back(kFigureNames[figure]);
  };
  if (gold.source) count(kSourceName, pred && right_source(*gold.source, *pred));
  if (gold.kind) count(kKind, pred && *gold.kind == pred->kind);
  if (gold.parent) count(kParent, pred && m.right_parent(*gold.parent, *pred));
  count_optional_fields(gold, pred ? *pred : PredictedStatement{});
  return wrong;
}

void StoryScorer::count_optional_fields(const GoldStatement& gold, const PredictedStatement& pred) {
  if (gold.addressee)
    count_optional(kAddressee, !gold.addressee->empty(), pred.addressee.has_value(),
                   pred.addressee && accepted(*gold.addressee, *pred.addressee));
  if (gold.via) count_optional(kVia, !gold.via->empty(), !pred.via.empty(), right_via(*gold.via, pred.via));
  if (gold.channel)
    count_optional(kChannel, !gold.channel->empty(), pred.channel.has_value(), pred.channel == gold.channel);
  if (gold.said_at)
    count_optional(kSaidAt, !gold.said_at->empty(), pred.said_at.has_value(), pred.said_at == gold.said_at);
}

void StoryScorer::note_misses(const std::string& name, const Matched& m, std::size_t index,
                              std::vector<std::string> wrong) {
  const PredictedStatement* pred = m.partner_of(index);
  if (!with_misses_ || (pred && wrong.empty())) return;
  const GoldStatement& gold = m.gold.statements[index];
  misses_.push_back({name, words_of(gold.content), gold.source ? words_of(*gold.source) : "any",
                     pred ? words_of(*pred) : "nothing", pred ? std::move(wrong) : std::vector<std::string>()});
}

void StoryScorer::note_spurious(const std::string& name, std::u32string_view text, const Matched& m) {
  for (std::size_t j = 0; j < m.have.size(); ++j) {
    if (m.back[j] >= 0 || !m.counted(j)) continue;
    const PredictedStatement& pred = m.pred.statements[j];
    misses_.push_back({name, words_of(pred.content, text), "nothing", words_of(pred), {}});
  }
}

void StoryScorer::count_same_person(const GoldStory& gold, const PredictedStory& pred) {
  std::unordered_map<std::string, std::set<std::string>> entities;  // by folded name
  for (const PredictedEntity& entity : pred.entities)
    for (const std::string& name : entity.names) entities[fold(name)].insert(entity.id);
  std::vector<std::pair<const std::set<std::string>*, std::size_t>> mentions;  // its entities, its group
  for (std::size_t group = 0; group < gold.same_person.size(); ++group) {
    for (const std::string& mention : gold.same_person[group]) {
      const auto found = entities.find(fold(mention));
      mentions.emplace_back(found == entities.end() ? nullptr : &found->second, group);
    }
  }
  const auto meet = [](const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&b](const std::string& id) { return b.contains(id); });
  };
  for (auto a = mentions.begin(); a != mentions.end(); ++a)
    for (auto b = a + 1; b != mentions.end(); ++b)
      count_share(kSamePerson, a->first && b->first && meet(*a->first, *b->first) == (a->second == b->second));
}

Row StoryScorer::row(std::size_t figure, const Tally& tally) {
  Row out{std::string(kFigureNames[figure]), {}, {{"n", tally.gold}}};
  switch (figure) {
    case kFound: case kAddressee: case kVia: case kChannel: case kSaidAt:
      out.shares = {{"P", percent(tally.right, tally.pred)},
                    {"R", percent(tally.right, tally.gold)},
                    {"F1", percent(2 * tally.right, tally.pred + tally.gold)}};
      return out;
    default:
      out.shares = {{"share", percent(tally.right, tally.gold)}};
      return out;
  }
}

Report StoryScorer::report() const {
  Report out;
  out.of = Report::Of::stories;
  out.sections.emplace_back();
  for (std::size_t figure = 0; figure < kFigures; ++figure) out.sections[0].rows.push_back(row(figure, tallies_[figure]));
  out.lost = lost_;
  out.misses = misses_;
  return out;
}

}  // namespace sayso::eval
