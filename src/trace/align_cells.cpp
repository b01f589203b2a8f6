#include "trace/align_cells.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace sayso::trace {
namespace {

// What a step costs, in units of an agreement of two ordinary words.
constexpr float kOpen = 0.9F;        // of a gap
constexpr float kOpenMarked = 0.2F;  // at an ellipsis or beside a bracket
constexpr float kExtend = 0.12F;     // a word of a gap, times what the word costs to drop
constexpr float kExtendMarked = 0.01F;
constexpr float kUnlike = -0.7F;     // two words that have nothing to do with each other
constexpr float kAlike = -0.3F;      // one class, or one beginning
constexpr float kMinus = -1e30F;

enum State : std::uint8_t { match = 0, gap_a = 1, gap_b = 2, start = 3 };

struct Costs {
  std::vector<float> open, extend;  // at each boundary of one wording: of leaving out words of the other there
};

Costs costs_of(const Stretch& s) {
  Costs out;
  for (std::uint32_t i = s.begin; i <= s.end; ++i) {
    const bool gap = i < s.words.size() && s.words[i].gap_before;
    const bool bracket = (i < s.words.size() && s.words[i].bracketed) || (i > 0 && s.words[i - 1].bracketed);
    out.open.push_back(gap || bracket ? kOpenMarked : kOpen);
    out.extend.push_back(gap ? kExtendMarked : kExtend);
  }
  return out;
}

// Numbers for words, so that cells compare integers.
struct Codes {
  std::uint32_t whole = 0, head = 0;
};

class Coder {
 public:
  std::vector<Codes> codes_of(const Stretch& s) {
    std::vector<Codes> out;
    for (std::uint32_t i = s.begin; i < s.end; ++i) {
      const std::string_view key = s.words[i].key;
      out.push_back({code(key), key.size() >= 4 ? code(key.substr(0, std::max<std::size_t>(4, key.size() * 6 / 10))) : 0});
    }
    return out;
  }

 private:
  std::uint32_t code(std::string_view key) { return codes_.try_emplace(key, static_cast<std::uint32_t>(codes_.size() + 1)).first->second; }
  std::unordered_map<std::string_view, std::uint32_t> codes_;
};

class Cells {
 public:
  Cells(Stretch a, Stretch b, Ends tied) : a_(a), b_(b), tied_(tied), width_(b.size() + 1), steps_((a.size() + 1) * width_) {
    Coder coder;
    codes_a_ = coder.codes_of(a), codes_b_ = coder.codes_of(b);
    at_a_ = costs_of(a), at_b_ = costs_of(b);
  }

  void run(std::vector<Pair>& out) {
    fill();
    trace(out);
  }

 private:
  bool tied_first() const { return tied_ == Ends::first || tied_ == Ends::both; }
  bool tied_second() const { return tied_ == Ends::second || tied_ == Ends::both; }

  float agreement(std::uint32_t i, std::uint32_t j) const {
    const Word& x = a_.words[a_.begin + i];
    const Word& y = b_.words[b_.begin + j];
    if (codes_a_[i].whole == codes_b_[j].whole) return x.bracketed == y.bracketed ? x.weight : x.weight / 2 + kAlike;
    if ((x.clitic || y.clitic) && same_word(x, y)) return x.weight;
    if (codes_a_[i].head != 0 && codes_a_[i].head == codes_b_[j].head) return kAlike;
    if (x.kind == y.kind && x.kind != WordClass::other) return kAlike;
    return x.bracketed || y.bracketed ? kAlike : kUnlike;
  }


  // A cell's step: 2 bits how its best was reached, 1 bit whether the gap of a's words goes on, 1 bit the same for b's.
  void fill() {
    const float free = tied_first() ? kMinus : 0;
    std::vector<float> above(width_, free), here(width_, free), gap_above(width_, kMinus);
    above[0] = 0;
    best_ = tied_second() ? kMinus : 0;
    for (std::uint32_t i = 0; i <= a_.size(); ++i) {
      float gap_left = kMinus;
      for (std::uint32_t j = 0; j < width_; ++j) {
        std::uint8_t step = start;
        float best = i == 0 && j == 0 ? 0 : free;
        float in_a = kMinus;
        if (i > 0) in_a = down(i, j, above[j], gap_above[j], step);
        if (j > 0) gap_left = right(i, j, here[j - 1], gap_left, step);
        if (in_a > best) best = in_a, step = static_cast<std::uint8_t>((step & ~3) | gap_a);
        if (gap_left > best) best = gap_left, step = static_cast<std::uint8_t>((step & ~3) | gap_b);
        if (i > 0 && j > 0) {
          const float pair = diagonal_[j - 1] + agreement(i - 1, j - 1);
          if (pair > best) best = pair, step = static_cast<std::uint8_t>(step & ~3);
        }
        here[j] = best;
        gap_above[j] = in_a;
        steps_[i * width_ + j] = step;
        const bool last = i == a_.size() && j + 1 == width_;
        if (tied_second() ? last : best > best_) best_ = best, end_a_ = i, end_b_ = j;
      }
      diagonal_ = here;
      above.swap(here);
    }
  }

  float down(std::uint32_t i, std::uint32_t j, float above, float gap_above, std::uint8_t& step) const {
    const float extend = at_b_.extend[j] * a_.words[a_.begin + i - 1].drop;
    const float opened = above - open_cost(at_b_.open[j], a_.words[a_.begin + i - 1]) - extend, went_on = gap_above - extend;
    if (went_on > opened) step |= 4;
    return std::max(opened, went_on);
  }

  float right(std::uint32_t i, std::uint32_t j, float left, float gap_left, std::uint8_t& step) const {
    const float extend = at_a_.extend[i] * b_.words[b_.begin + j - 1].drop;
    const float opened = left - open_cost(at_a_.open[i], b_.words[b_.begin + j - 1]) - extend, went_on = gap_left - extend;
    if (went_on > opened) step |= 8;
    return std::max(opened, went_on);
  }

  static float open_cost(float at_boundary, const Word& dropped) { return dropped.drop < 1 ? kOpenMarked : at_boundary; }

  void trace(std::vector<Pair>& out) const {
    const std::size_t first = out.size();
    std::uint32_t i = end_a_, j = end_b_;
    std::uint8_t state = match;  // "best" until a gap is entered
    while (i > 0 || j > 0) {
      const std::uint8_t step = steps_[i * width_ + j];
      const std::uint8_t how = state == match ? step & 3 : state;
      if (how == start) break;
      if (how == match) {
        --i, --j;
        if (same_word(a_.words[a_.begin + i], b_.words[b_.begin + j])) out.push_back({a_.begin + i, b_.begin + j});
        state = match;
      } else if (how == gap_a) {
        state = (step & 4) ? gap_a : match;
        --i;
      } else {
        state = (step & 8) ? gap_b : match;
        --j;
      }
    }
    std::reverse(out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
  }

  Stretch a_, b_;
  Ends tied_;
  std::size_t width_;
  std::vector<std::uint8_t> steps_;
  std::vector<Codes> codes_a_, codes_b_;
  Costs at_a_, at_b_;
  std::vector<float> diagonal_;
  float best_ = 0;
  std::uint32_t end_a_ = 0, end_b_ = 0;
};

}  // namespace

void align_cells(Stretch a, Stretch b, Ends tied, std::vector<Pair>& out) {
  if (a.size() == 0 || b.size() == 0) return;
  if ((std::size_t{a.size()} + 1) * (std::size_t{b.size()} + 1) > kMostCells) return;
  Cells(a, b, tied).run(out);
}

}  // namespace sayso::trace
