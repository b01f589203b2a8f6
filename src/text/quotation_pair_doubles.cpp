#include "text/apostrophes.h"
#include "text/quotation_marks.h"
#include "text/quotation_pair.h"

namespace sayso::quotation {
namespace {

enum class Way : std::uint8_t { open, close, either };

// The way a mark without a direction of its own looks, by its neighbours.
Way shape(const Candidate& c) {
  const bool space_after = c.after == Side::space;
  switch (c.before) {
    case Side::space:
    case Side::opening:
      if (space_after) return Way::either;
      return c.after == Side::stop && c.next != '.' && c.next != 0x2026 ? Way::either : Way::open;
    case Side::word:
    case Side::stop:
      return c.after == Side::word ? Way::either : Way::close;
    case Side::joint:
      return space_after || c.after == Side::stop ? Way::close : Way::either;
  }
  return Way::either;
}

bool ends_sentence(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }

class Doubles {
 public:
  Doubles(std::string_view utf8, std::vector<Candidate>& marks, std::vector<Doubt>& doubts)
      : utf8_(utf8), marks_(marks), doubts_(doubts) {}

  void run() {
    for (std::uint32_t i = 0; i < marks_.size(); ++i) {
      marks_[i].too_deep = skipped_ > 0;
      if (marks_[i].group != Group::single_marks && !is_inches(i)) take(i);
    }
    leave_open(0, kNone);
  }

 private:
  void take(std::uint32_t i) {
    const bool some_open = find_open(marks_[i].group) != kNone;
    if (marks_[i].doubled) doubts_.push_back({Doubt::doubled, i});
    const Way way = decide(i, some_open);
    if (way == Way::open) {
      open(i);
    } else if (some_open) {
      close(i);
    } else {
      unopened(i);
    }
  }

  // Direction from the glyph, the neighbours and what is open, in this order of trust.
  Way decide(std::uint32_t i, bool some_open) {
    Candidate& c = marks_[i];
    const Way looks = shape(c);
    if (opens_by_form(c.glyph)) {
      const bool fits = looks == Way::close || ends_line(c);
      if (!some_open || !fits || c.glyph == Glyph::low2 || c.glyph == Glyph::grave2) return Way::open;
      c.turned = !can_turn(marks_[top_of(c.group)].glyph, c.glyph);
      return Way::close;
    }
    if (closes_by_form(c.glyph)) {
      if (some_open ? !repeats_opening(i) : looks != Way::open && !opens_for_next(i)) return Way::close;
      c.turned = !some_open && !is_guillemet(c.group);
      return Way::open;
    }
    return looks == Way::either ? look_ahead(i, some_open) : looks;
  }

  // “”Never”
  bool repeats_opening(std::uint32_t i) const {
    return touches(i) && marks_[i - 1].role == Role::open && marks_[i].after == Side::word;
  }

  // he said.”Never.” and —”Never.”: glued to the words on both sides, and the next mark closes.
  bool opens_for_next(std::uint32_t i) const {
    const Candidate& c = marks_[i];
    if (c.after != Side::word || c.before == Side::space) return false;
    const std::uint32_t next = next_of_group(i);
    return next != kNone && shape(marks_[next]) == Way::close && closes_by_form(marks_[next].glyph);
  }

  // A mark that could look either way closes what is open and else opens, unless the next mark then had no partner.
  Way look_ahead(std::uint32_t i, bool some_open) const {
    const Candidate& c = marks_[i];
    const Way first = some_open ? Way::close : Way::open;
    if ((c.before != Side::word && c.before != Side::stop) || c.after != Side::word) return first;
    const std::uint32_t next = next_of_group(i);
    const bool new_sentence = ends_sentence(c.prev) && c.next >= 'A' && c.next <= 'Z';
    if (next == kNone) return first;
    if (some_open) return new_sentence && shape(marks_[next]) == Way::close ? Way::open : Way::close;
    return shape(marks_[next]) == Way::open ? Way::close : Way::open;
  }

  // The next mark of the same group, if it is near in the list.
  std::uint32_t next_of_group(std::uint32_t i) const {
    for (std::uint32_t k = i + 1; k < marks_.size() && k < i + 16; ++k) {
      if (marks_[k].group == marks_[i].group) return k;
    }
    return kNone;
  }

  static bool ends_line(const Candidate& c) { return c.next == 0 || c.next == '\n' || c.next == '\r'; }

  // „German“ and »inverted« close with a mark that opens elsewhere.
  static bool can_turn(Glyph open, Glyph close) {
    return (open == Glyph::low2 && close == Glyph::left2) ||
           (open == Glyph::guillemet_right2 && close == Glyph::guillemet_left2) ||
           (open == Glyph::guillemet_right1 && close == Glyph::guillemet_left1);
  }

  void open(std::uint32_t i) {
    Candidate& c = marks_[i];
    if (touches(i) && marks_[i - 1].role == Role::open) {
      if (c.after == Side::word) return merge(i);
      if (marks_[i - 1].glyph == c.glyph) return close(i);  // an empty quotation
    }
    const std::uint32_t same = find_open(c.group);
    if (same != kNone) {
      Candidate& outer = marks_[open_[same]];
      if (outer.limit == kNone) outer.limit = i;
      if (begins_anew(c)) leave_open(same, i);
    }
    if (open_.size() == static_cast<std::size_t>(kMaxQuotationDepth)) {
      if (skipped_++ == 0) doubts_.push_back({Doubt::too_deep, i});
      return;
    }
    c.role = Role::open;
    if (c.turned) doubts_.push_back({Doubt::turned, i});
    open_.push_back(i);
  }

  // Nobody opens a quotation of the same style within one at the begin of a sentence: the outer one was not closed.
  bool begins_anew(const Candidate& c) const {
    std::size_t at = c.byte;
    while (at > 0 && (utf8_[at - 1] == ' ' || utf8_[at - 1] == '\n')) --at;
    const char32_t last = point_before(utf8_, at);
    return ends_sentence(last) || last == '"' || last == 0x201D || last == 0x2019 || last == '\'';
  }

  void close(std::uint32_t i) {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    const std::uint32_t slot = partner_of(marks_[i]);
    Candidate& opening = marks_[open_[slot]];
    leave_open(slot + 1, i);
    opening.partner = i;
    opening.limit = kNone;
    marks_[i].role = Role::close;
    if (marks_[i].turned) {
      doubts_.push_back({Doubt::turned, i});
    } else if (!belong_together(opening.glyph, marks_[i].glyph) && !opening.turned) {
      doubts_.push_back({Doubt::mixed, i});
    }
    open_.pop_back();
  }

  void unopened(std::uint32_t i) {
    Candidate& c = marks_[i];
    if (touches(i) && marks_[i - 1].role == Role::close) return merge(i);
    const bool arrow = is_guillemet(c.group) && c.before == Side::space;
    if (arrow) return;
    c.unopened = true;
    doubts_.push_back({Doubt::unopened, i});
  }

  // Directly behind another mark of its group.
  bool touches(std::uint32_t i) const {
    return i > 0 && marks_[i - 1].byte_end == marks_[i].byte && marks_[i - 1].group == marks_[i].group;
  }

  // The mark `i` goes into the one before it.
  void merge(std::uint32_t i) {
    Candidate& kept = marks_[i - 1];
    kept.end = marks_[i].end;
    kept.byte_end = marks_[i].byte_end;
    kept.doubled = true;
    doubts_.push_back({Doubt::doubled, i - 1});
    marks_[i] = kept;  // so that a third one finds it; without a role of its own it is passed over
    marks_[i].role = Role::none;
  }

  // Gives up on what is open from `slot` on.
  void leave_open(std::uint32_t slot, std::uint32_t limit) {
    for (std::size_t s = slot; s < open_.size(); ++s) {
      Candidate& c = marks_[open_[s]];
      if (c.limit == kNone) c.limit = limit;
      if (shape(c) != Way::either || opens_by_form(c.glyph)) continue;
      c.role = Role::none;
      doubts_.push_back({Doubt::stray, open_[s]});
    }
    open_.resize(slot < open_.size() ? slot : open_.size());
  }

  std::uint32_t find_open(Group group) const {
    for (std::size_t s = open_.size(); s-- > 0;) {
      if (marks_[open_[s]].group == group) return static_cast<std::uint32_t>(s);
    }
    return kNone;
  }
  // The innermost open mark that the same writer would close so, or else the innermost of its group.
  std::uint32_t partner_of(const Candidate& c) const {
    for (std::size_t s = open_.size(); s-- > 0;) {
      if (belong_together(marks_[open_[s]].glyph, c.glyph)) return static_cast<std::uint32_t>(s);
    }
    return find_open(c.group);
  }
  std::uint32_t top_of(Group group) const { return open_[find_open(group)]; }

  // 5-inch 12" pizza, 6'2": behind a digit where nothing is open, or where the next mark closes what is.
  bool is_inches(std::uint32_t i) const {
    const Candidate& c = marks_[i];
    if (c.prev < '0' || c.prev > '9') return false;
    const bool straight = c.glyph == Glyph::straight2 || c.glyph == Glyph::prime2 || c.glyph == Glyph::tick2;
    if ((straight || c.glyph == Glyph::right2) && is_feet_and_inches(utf8_, c)) return true;
    if (!straight) return false;
    if (find_open(c.group) == kNone) return true;
    if (c.after != Side::space && c.after != Side::word && c.next != '-') return false;
    const std::uint32_t next = next_of_group(i);
    return next != kNone && shape(marks_[next]) == Way::close && !same_measure(next);
  }
  bool same_measure(std::uint32_t k) const { return marks_[k].prev >= '0' && marks_[k].prev <= '9'; }

  std::string_view utf8_;
  std::vector<Candidate>& marks_;
  std::vector<Doubt>& doubts_;
  std::vector<std::uint32_t> open_;  // indices of opening marks, outermost first
  std::uint32_t skipped_ = 0;        // opened beyond kMaxQuotationDepth
};

}  // namespace

void pair_doubles(std::string_view utf8, std::vector<Candidate>& marks, std::vector<Doubt>& doubts) {
  Doubles(utf8, marks, doubts).run();
}

}  // namespace sayso::quotation
