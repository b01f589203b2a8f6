#include "text/apostrophes.h"
#include "text/quotation_pair.h"

namespace sayso::quotation {
namespace {

// A possessive of a short quoted word ('boys' and girls') is likelier than a long quotation that ends in -s'.
constexpr std::uint32_t kLongestDoubtful = 80;  // code points

// Single marks of one surrounding: the paragraph itself, or the inside of one pair of double marks.
struct Surrounding {
  std::uint32_t close = kNone;  // the double mark that ends it
  std::uint32_t open = kNone;   // a single mark that waits for its partner
  std::uint32_t maybe = kNone;  // the first doubtful partner since
  std::uint32_t loose = kNone;  // a double mark that no double mark closes
  std::uint32_t spare = kNone;  // the first double mark since `open` that closes nothing
};

bool is_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }

class Singles {
 public:
  Singles(std::string_view utf8, std::vector<Candidate>& marks, std::vector<Doubt>& doubts)
      : utf8_(utf8), marks_(marks), doubts_(doubts) {}

  void run() {
    for (std::uint32_t i = 0; i < marks_.size(); ++i) {
      if (marks_[i].group == Group::single_marks) {
        if (!marks_[i].too_deep) take(i);
      } else if (marks_[i].role == Role::open && marks_[i].partner != kNone) {
        around_.push_back({marks_[i].partner});
      } else if (marks_[i].role == Role::open && here().open == kNone) {
        here().loose = i;
      } else if (marks_[i].role == Role::close && around_.back().close == i) {
        settle(i);
        around_.pop_back();
      } else if (marks_[i].unopened && here().open != kNone && here().spare == kNone) {
        here().spare = i;
      }
    }
    settle(kNone);
  }

 private:
  Surrounding& here() { return around_.back(); }

  void take(std::uint32_t i) {
    const Candidate& c = marks_[i];
    SingleUse use = single_use(utf8_, c);
    if (use == SingleUse::apostrophe && ends_letter(c)) use = SingleUse::close;
    if (c.glyph == Glyph::left1 || c.glyph == Glyph::grave1) use = looks_open(i, use);
    if (use == SingleUse::shut_or_open) use = here().open == kNone ? SingleUse::maybe_open : SingleUse::close;
    switch (use) {
      case SingleUse::open:
        return open(i);
      case SingleUse::maybe_open:
        if (here().open == kNone) open(i);
        return;
      case SingleUse::close:
        return close(i);
      case SingleUse::maybe_close:
        if (here().open != kNone && here().maybe == kNone) here().maybe = i;
        return;
      default:
        return;
    }
  }

  // Cross your 't's.
  bool ends_letter(const Candidate& c) {
    return here().open != kNone && c.next == 's' && c.before == Side::word && marks_[here().open].end + 1 == c.begin;
  }

  // ‘ closes what ‚ opened, and what a slip turned; elsewhere it opens if anything.
  SingleUse looks_open(std::uint32_t i, SingleUse use) {
    if (use != SingleUse::close && use != SingleUse::maybe_close) return use;
    if (here().open == kNone) return SingleUse::apostrophe;
    marks_[i].turned = marks_[i].glyph == Glyph::left1 && marks_[here().open].glyph != Glyph::low1;
    return SingleUse::close;
  }

  void open(std::uint32_t i) {
    Surrounding& s = here();
    if (s.open != kNone) {
      const Candidate& c = marks_[i];
      const bool elision = c.glyph != Glyph::left1 && c.glyph != Glyph::low1 && !is_upper(c.next);
      if (elision && s.maybe == kNone && c.before == Side::space) return;
      settle(i);
    }
    s.open = i;
    s.maybe = s.spare = kNone;
  }

  void close(std::uint32_t i) {
    Surrounding& s = here();
    if (s.open != kNone) return pair(s.open, i);
    if (s.loose != kNone && marks_[s.loose].limit > i) return pair(s.loose, i);  // "Hello,' she said.
    const Candidate& c = marks_[i];
    const bool after_clause = c.prev == ',' || c.prev == '.' || c.prev == '!' || c.prev == '?';
    if (after_clause && c.after == Side::space) doubts_.push_back({Doubt::unopened, i});
  }

  void pair(std::uint32_t from, std::uint32_t to) {
    Candidate& opening = marks_[from];
    opening.role = Role::open;
    opening.partner = to;
    marks_[to].role = Role::close;
    opening.limit = kNone;
    here().open = here().maybe = here().loose = here().spare = kNone;
    opening.turned = opening.glyph == Glyph::right1;
    if (opening.turned || marks_[to].turned) {
      doubts_.push_back({Doubt::turned, opening.turned ? from : to});
    } else if (!belong_together(opening.glyph, marks_[to].glyph)) {
      doubts_.push_back({Doubt::mixed, to});
    }
  }

  // The end of a surrounding, or a mark that opens anew: what waits takes its doubtful partner or stays unclosed.
  void settle(std::uint32_t limit) {
    Surrounding& s = here();
    if (s.open == kNone) return;
    Candidate& opening = marks_[s.open];
    const bool sure = opening.glyph == Glyph::left1 || opening.glyph == Glyph::low1;
    const bool speech = sure || (opening.glyph == Glyph::straight1 && is_upper(opening.next));
    if (speech && s.spare < s.maybe) return pair(s.open, s.spare);  // ‘Hello,” she said.
    if (s.maybe != kNone && (sure || marks_[s.maybe].begin - opening.begin <= kLongestDoubtful)) {
      return pair(s.open, s.maybe);
    }
    if (is_left_open(opening, sure)) {
      opening.role = Role::open;
      opening.limit = limit;
    }
    s.open = s.maybe = kNone;
  }

  // A ' without a partner is an apostrophe unless it stands where speech begins.
  bool is_left_open(const Candidate& c, bool sure) const {
    if (sure) return true;
    const bool speech = c.first || c.prev == ',' || c.prev == ':' || after_comma(c);
    return c.glyph == Glyph::straight1 && speech && is_upper(c.next);
  }

  bool after_comma(const Candidate& c) const {
    return c.prev == ' ' && c.byte >= 2 && (utf8_[c.byte - 2] == ',' || utf8_[c.byte - 2] == ':');
  }

  std::string_view utf8_;
  std::vector<Candidate>& marks_;
  std::vector<Doubt>& doubts_;
  std::vector<Surrounding> around_{Surrounding{}};
};

}  // namespace

void pair_singles(std::string_view utf8, std::vector<Candidate>& marks, std::vector<Doubt>& doubts) {
  Singles(utf8, marks, doubts).run();
}

}  // namespace sayso::quotation
