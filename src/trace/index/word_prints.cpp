#include "trace/index/word_prints.h"

#include <unicode/uchar.h>

#include <array>

#include "text/code_points.h"
#include "text/tokens.h"

namespace sayso::trace {
namespace {

// What an ASCII character does: the lower-case letter or digit that it is, or one of these.
constexpr std::uint8_t kParts = 0, kApostrophe = 1, kPoint = 2;

constexpr std::array<std::uint8_t, 128> kAscii = [] {
  std::array<std::uint8_t, 128> out{};
  for (char c = '0'; c <= '9'; ++c) out[static_cast<std::size_t>(c)] = static_cast<std::uint8_t>(c);
  for (char c = 'a'; c <= 'z'; ++c) {
    out[static_cast<std::size_t>(c)] = static_cast<std::uint8_t>(c);
    out[static_cast<std::size_t>(c - 'a' + 'A')] = static_cast<std::uint8_t>(c);
  }
  out['\''] = kApostrophe;
  out['.'] = out[','] = kPoint;
  return out;
}();

constexpr std::uint64_t kBasis = 0xCBF29CE484222325ULL, kPrime = 0x9E3779B97F4A7C15ULL;

bool is_apostrophe(char32_t c) { return c == U'\u2019' || c == U'\u2018' || c == U'\u02BC'; }

// Words by themselves, in scripts that put no spaces between words.
bool stands_alone(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) ||
         (c >= 0x3400 && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC));
}

Print print_of(std::uint64_t hash) {
  const auto byte = static_cast<Print>((hash * kPrime) >> 56);
  return byte == kNoWord ? Print{1} : byte;
}

template <class Sink>
class Cutter {
 public:
  Cutter(std::string_view utf8, Sink sink, std::size_t most) : utf8_(utf8), sink_(sink), left_(most) {}

  void cut() {
    for (std::size_t at = 0; at < utf8_.size() && left_ > 0;) {
      const auto byte = static_cast<unsigned char>(utf8_[at]);
      if (byte >= 0x80)
        take_other(at);
      else
        take_ascii(kAscii[byte], at++);
    }
    if (left_ > 0) end_word(utf8_.size());
  }

 private:
  void take_ascii(std::uint8_t does, std::size_t at) {
    if (does > kPoint)
      take_letter(does, at);
    else if (does == kParts)
      end_word(at);
    else if (does == kApostrophe ? !letter_behind(at) : !between_digits(at))
      end_word(at);
  }

  void take_other(std::size_t& at) {
    const std::size_t begin = at;
    const char32_t c = decode(utf8_, at);
    if (is_apostrophe(c) && letter_behind(at - 1)) return;
    if (!is_word(c)) return end_word(begin);
    if (stands_alone(c)) end_word(begin);
    take_letter(static_cast<std::uint64_t>(u_tolower(static_cast<UChar32>(c))), begin);
    if (stands_alone(c)) end_word(at);
  }

  void take_letter(std::uint64_t letter, std::size_t at) {
    if (!inside_) begin_ = at, hash_ = kBasis, inside_ = true;
    hash_ = (hash_ ^ letter) * kPrime;
    hash_ ^= hash_ >> 32;
  }

  void end_word(std::size_t at) {
    if (!inside_) return;
    inside_ = false;
    --left_;
    sink_(begin_, at, print_of(hash_));
  }

  // An apostrophe at the end of a word is a mark.
  bool letter_behind(std::size_t at) const {
    if (!inside_ || at + 1 >= utf8_.size()) return false;
    const auto next = static_cast<unsigned char>(utf8_[at + 1]);
    return next >= 0x80 ? next != 0xE2 : kAscii[next] > kPoint;
  }
  bool between_digits(std::size_t at) const {
    const auto digit = [this](std::size_t i) { return utf8_[i] >= '0' && utf8_[i] <= '9'; };
    return inside_ && at > 0 && at + 1 < utf8_.size() && digit(at - 1) && digit(at + 1);
  }

  std::string_view utf8_;
  Sink sink_;
  std::size_t left_;  // words
  std::size_t begin_ = 0;
  std::uint64_t hash_ = kBasis;
  bool inside_ = false;
};

template <class Sink>
void cut(std::string_view utf8, Sink sink, std::size_t most = SIZE_MAX) {
  Cutter<Sink>(utf8, sink, most).cut();
}

}  // namespace

void append_prints(std::string_view utf8, std::vector<Print>& out) {
  cut(utf8, [&out](std::size_t, std::size_t, Print print) { out.push_back(print); });
}

std::vector<PlacedPrint> placed_prints(std::string_view utf8, std::size_t most) {
  std::vector<PlacedPrint> out;
  cut(utf8, [&out](std::size_t begin, std::size_t end, Print print) {
    out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), print});
  }, most);
  return out;
}

}  // namespace sayso::trace
