#include "text/quotation_marks.h"

#include "text/paragraphs.h"
#include "text/quotation_extent.h"
#include "text/quotation_pair.h"
#include "text/quotation_scan.h"
#include "text/quotation_warnings.h"

namespace sayso {
namespace quotation {
namespace {

// Paired candidates -> Quotations. What was left open at a paragraph's end waits in pending_ for the next paragraph.
class Builder {
 public:
  Builder(const CodePoints& text, Quotations& out) : text_(text), out_(out), warnings_(out.warnings) {}

  void run() {
    Scanner scanner(text_.utf8(), is_hard_wrapped(text_.utf8()));
    while (scanner.next(stretch_, marks_)) {
      if (marks_.empty()) {
        if (!pending_.empty() && has_text()) give_up_pending();
        continue;
      }
      doubts_.clear();
      pair_doubles(text_.utf8(), marks_, doubts_);
      pair_singles(text_.utf8(), marks_, doubts_);
      build();
    }
    give_up_pending();
    warnings_.finish();
  }

 private:
  struct Pending {
    std::uint32_t quotation;
    Group group;
    Span mark;
  };

  bool has_text() const {
    for (std::size_t at = stretch_.begin.byte; at < stretch_.end.byte;) {
      if (side_of(decode(text_.utf8(), at)) != Side::space) return true;
    }
    return false;
  }

  void build() {
    waiting_.swap(pending_);
    pending_.clear();
    reopened_ = 0;
    around_.clear();
    too_deep_ = false;
    const std::uint32_t carried = find_carried();
    if (carried != kNone) carry_on(carried);
    report();
    for (Candidate& c : marks_) {
      if (c.role == Role::open) open(c);
      if (c.role == Role::close && c.quotation != kNone) {
        out_.marks.push_back({{c.begin, c.end}, MarkRole::close, c.quotation});
      }
    }
    for (; reopened_ < waiting_.size(); ++reopened_) warnings_.add(Fault::unclosed, waiting_[reopened_].mark);
    waiting_.clear();
    if (!stretch_.paragraph_ends) give_up_pending();
  }

  void open(Candidate& c) {
    Quotation q = read(c);
    leave_those_before(c, q);
    if (around_.size() >= static_cast<std::size_t>(kMaxQuotationDepth)) return skip_too_deep(c);
    if (!around_.empty()) {
      q.parent = static_cast<std::int32_t>(around_.back());
      clip(q, out_.quotations[around_.back()]);
    }
    const auto index = static_cast<std::uint32_t>(out_.quotations.size());
    c.quotation = index;
    if (c.partner != kNone) marks_[c.partner].quotation = index;
    out_.marks.push_back({{c.begin, c.end}, continue_waiting(c, q) ? MarkRole::reopen : MarkRole::open, index});
    out_.quotations.push_back(q);
    around_.push_back(index);
    if (!q.closed) left_open(c, q, index);
  }

  Quotation read(const Candidate& c) const {
    Quotation q;
    q.single = is_single(c.group);
    q.closed = c.partner != kNone;
    const std::uint32_t inside_end = q.closed ? marks_[c.partner].begin : end_of_unclosed(text_, stretch_, marks_, c);
    q.inside = {c.end, inside_end};
    q.span = {c.begin, q.closed ? marks_[c.partner].end : inside_end};
    return q;
  }

  // Leaves the quotations that end before `c`. An unclosed one that `q` sticks out of ends before it.
  void leave_those_before(const Candidate& c, const Quotation& q) {
    while (!around_.empty()) {
      Quotation& outer = out_.quotations[around_.back()];
      const bool crosses = !outer.closed && q.closed && q.span.end > outer.span.end;
      if (outer.span.end > c.begin && !crosses) return;
      if (outer.span.end > c.begin) {
        outer.span.end = outer.inside.end = end_of_words(text_, text_.byte_of(outer.inside.begin), c.byte);
      }
      around_.pop_back();
    }
  }

  static void clip(Quotation& q, const Quotation& outer) {
    if (q.closed || q.span.end <= outer.inside.end) return;
    q.span.end = q.inside.end = outer.inside.end;
  }

  void skip_too_deep(Candidate& c) {
    if (!too_deep_) warnings_.add(Fault::too_deep, {c.begin, c.end});
    too_deep_ = true;
    c.role = Role::none;
  }

  // A paragraph that begins with the marks that were open at the end of the one before goes on with it.
  bool continue_waiting(const Candidate& c, Quotation& q) {
    if (!c.first || reopened_ >= waiting_.size() || reopened_ != around_.size()) return false;
    if (waiting_[reopened_].group != c.group) return false;
    q.continues = static_cast<std::int32_t>(waiting_[reopened_++].quotation);
    return true;
  }

  void left_open(const Candidate& c, const Quotation& q, std::uint32_t index) {
    const Span mark{c.begin, c.end};
    const bool to_the_end = end_of_words(text_, c.byte_end, stretch_.end.byte) == q.span.end;
    if (c.limit == kNone && to_the_end) {
      pending_.push_back({index, c.group, mark});
    } else {
      warnings_.add(Fault::unclosed, mark);
    }
  }

  // A paragraph that begins without a mark but closes what the one before left open: the index of that closing mark.
  std::uint32_t find_carried() const {
    if (waiting_.empty() || !stretch_.paragraph_begins) return kNone;
    std::uint32_t close = kNone;
    for (const Doubt& d : doubts_) {
      if (d.kind == Doubt::unopened && marks_[d.at].role == Role::none && d.at < close) close = d.at;
    }
    if (close == kNone || marks_[close].group != waiting_[0].group || marks_[close].before != Side::stop) return kNone;
    for (std::uint32_t i = 0; i < close; ++i) {
      const Candidate& c = marks_[i];
      if (c.role != Role::open) continue;
      if (c.group == marks_[close].group || c.partner == kNone || c.partner > close) return kNone;
    }
    return close;
  }

  void carry_on(std::uint32_t close) {
    Candidate& c = marks_[close];
    std::size_t at = stretch_.begin.byte;
    while (side_of(point_at(text_.utf8(), at)) == Side::space) decode(text_.utf8(), at);
    Quotation q;
    q.span = {text_.index_of(at), c.end};
    q.inside = {q.span.begin, c.begin};
    q.single = is_single(c.group);
    q.opened = false;
    q.continues = static_cast<std::int32_t>(waiting_[0].quotation);
    c.role = Role::close;
    c.quotation = static_cast<std::uint32_t>(out_.quotations.size());
    around_.push_back(c.quotation);
    out_.quotations.push_back(q);
  }

  void report() {
    for (const Doubt& d : doubts_) {
      const Candidate& c = marks_[d.at];
      if (d.kind == Doubt::unopened && c.role == Role::close) continue;  // found its partner later
      warnings_.add(fault(d.kind), {c.begin, c.end});
    }
  }

  static Fault fault(Doubt::Kind kind) {
    switch (kind) {
      case Doubt::unopened:
        return Fault::unopened;
      case Doubt::doubled:
        return Fault::doubled;
      case Doubt::turned:
        return Fault::turned;
      case Doubt::mixed:
        return Fault::mixed;
      case Doubt::stray:
        return Fault::stray;
      case Doubt::too_deep:
        return Fault::too_deep;
    }
    return Fault::stray;
  }

  void give_up_pending() {
    for (const Pending& p : pending_) warnings_.add(Fault::unclosed, p.mark);
    pending_.clear();
  }

  const CodePoints& text_;
  Quotations& out_;
  Warnings warnings_;
  Stretch stretch_;
  std::vector<Candidate> marks_;
  std::vector<Doubt> doubts_;
  std::vector<std::uint32_t> around_;  // quotations around the place, outermost first
  std::vector<Pending> pending_;       // left open at the end of this paragraph
  std::vector<Pending> waiting_;       // left open at the end of the one before
  std::size_t reopened_ = 0;           // of those
  bool too_deep_ = false;              // said so of this stretch
};

}  // namespace
}  // namespace quotation

Quotations parse_quotations(const CodePoints& text) {
  Quotations found;
  quotation::Builder(text, found).run();
  return found;
}

}  // namespace sayso
