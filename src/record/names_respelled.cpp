#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "record/names.h"
#include "text/words/word_set.h"

namespace sayso::record {
namespace {

using Rule = std::pair<std::string_view, std::string_view>;

// What transcribers from Arabic, Cyrillic, German, Greek, Korean write differently; longer ones first.
constexpr std::array kRules = {
    Rule{"tsch", "ch"}, Rule{"tch", "ch"}, Rule{"sch", "sh"}, Rule{"gui", "gi"}, Rule{"gue", "gi"}, Rule{"yev", "iv"}, Rule{"iev", "iv"},
    Rule{"iyy", "i"}, Rule{"kh", "h"}, Rule{"gh", "k"}, Rule{"dh", "d"}, Rule{"ph", "f"}, Rule{"th", "t"}, Rule{"dj", "j"}, Rule{"ck", "k"},
    Rule{"ks", "x"}, Rule{"cs", "x"}, Rule{"ou", "u"}, Rule{"oo", "u"}, Rule{"ee", "i"}, Rule{"ei", "i"}, Rule{"ey", "i"}, Rule{"ai", "i"},
    Rule{"ay", "i"}, Rule{"ie", "i"}, Rule{"iy", "i"}, Rule{"yi", "i"}, Rule{"ij", "i"}, Rule{"yy", "i"}, Rule{"ae", "a"}, Rule{"oe", "u"},
    Rule{"ue", "u"}, Rule{"aa", "a"}, Rule{"oh", "u"}, Rule{"yu", "iu"}, Rule{"eu", "iu"}};

constexpr char letter_class(char c) {
  switch (c) {
    case 'e': case 'y': case 'j': return 'i';
    case 'o': return 'u';
    case 'q': case 'c': case 'g': return 'k';
    case 'w': return 'v';
    default: return c;
  }
}

constexpr std::uint32_t letter_bit(char c) { return c >= 'a' && c <= 'z' ? std::uint32_t{1} << (c - 'a') : ~std::uint32_t{0}; }

// The letters in which the one spelling of a word may end, by the word's last letter, a bit each. Words that share none need not be spelled.
constexpr std::array kEndings = [] {
  std::array<std::uint32_t, 256> out{};
  for (std::size_t c = 0; c < out.size(); ++c) out[c] = letter_bit(letter_class(static_cast<char>(c)));
  for (const Rule& rule : kRules) out[static_cast<std::uint8_t>(rule.first.back())] |= letter_bit(letter_class(rule.second.back()));
  return out;
}();

bool may_end_alike(std::string_view a, std::string_view b) {
  return (kEndings[static_cast<std::uint8_t>(a.back())] & kEndings[static_cast<std::uint8_t>(b.back())]) != 0;
}

// Names that are one name in two languages or spellings.
constexpr std::array kEquivalents = std::to_array<std::string_view>({
    "volodymyr vladimir", "mykola nikolai nikolay", "oleksandr aleksandr alexander alexandr", "serhiy serhii sergei sergey", "andriy andrii andrei andrey andrew",
    "dmytro dmitri dmitry dmitriy", "mykhailo mikhail michael", "petro pyotr peter", "yevhen yevgeny evgeny yevgeni eugene", "oleksiy oleksii alexei aleksei alexey",
    "kyrylo kirill", "park pak bak", "choi choe", "lee yi rhee", "jung jeong chung", "kang gang", "cho jo", "lim rim im", "yoo yu ryu",
    "mohammed muhammad mohamed mohammad muhammed mehmet", "stephen steven", "catherine katherine kathryn katharine catharine kathryne", "geoffrey jeffrey", "ann anne",
    "sara sarah", "philip phillip", "alan allan allen", "jon john", "marc mark", "eric erik", "carl karl", "brian bryan", "lindsay lindsey", "theresa teresa",
    "hossein hussein husain hussain", "zedong tsetung", "francois francis", "george jorge georg", "joseph josef jose", "michel michael", "tsai cai"});

using Lines = std::unordered_map<std::string_view, std::uint64_t>;  // of kEquivalents, a bit each
static_assert(kEquivalents.size() <= 64);

std::uint64_t lines_of(std::string_view word) {
  static const Lines table = [] {
    Lines out;
    for (std::size_t i = 0; i < kEquivalents.size(); ++i) {
      for_each_word(kEquivalents[i], [&](std::string_view one) { out[one] |= std::uint64_t{1} << i; });
    }
    return out;
  }();
  const auto found = table.find(word);
  return found == table.end() ? 0 : found->second;
}

bool is_equivalent(std::string_view a, std::string_view b) {
  const std::uint64_t lines = lines_of(a);
  return lines != 0 && (lines & lines_of(b)) != 0;
}

std::string_view first_of_equivalents(std::string_view word) {
  const std::uint64_t lines = lines_of(word);
  if (lines == 0) return word;
  const std::string_view line = kEquivalents[static_cast<std::size_t>(std::countr_zero(lines))];
  return line.substr(0, line.find(' '));
}

// Words of equal consonants, in which one vowel is left out or one is a where the other has i.
bool is_one_vowel_apart(std::string_view x, std::string_view y) {
  if (x.size() > y.size()) std::swap(x, y);
  if (y.size() - x.size() > 1) return false;
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(x, y).in1 - x.begin());
  if (y.size() > x.size()) return x.substr(at) == y.substr(at + 1);
  const auto is_one_of = [](char c) { return c == 'a' || c == 'i'; };
  return at < x.size() && is_one_of(x[at]) && is_one_of(y[at]) && x.substr(at + 1) == y.substr(at + 1);
}

std::string consonants(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (std::string_view("aeiou-").find(c) == std::string_view::npos) out += c;
  }
  return out;
}

}  // namespace

std::string respelled(std::string_view folded) {
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const std::string_view rest = folded.substr(at);
    const auto rule = std::ranges::find_if(kRules, [&](const Rule& r) { return r.first.front() == rest.front() && rest.starts_with(r.first); });
    const std::string_view to = rule == kRules.end() ? folded.substr(at, 1) : rule->second;
    for (const char raw : to) {
      const char c = letter_class(raw);
      if (raw != '-' && (out.empty() || out.back() != c)) out += c;  // doubled letters are one
    }
    at += rule == kRules.end() ? 1 : rule->first.size();
  }
  return out;
}

std::string sound_of(std::string_view folded) {
  const std::string spelling = respelled(first_of_equivalents(folded));
  const std::string out = consonants(spelling);
  return out.size() < 2 ? spelling : out;
}

bool is_respelling(std::string_view a, std::string_view b) {
  if (is_equivalent(a, b)) return true;
  if (a.size() < 4 || b.size() < 4 || !may_end_alike(a, b)) return false;
  const std::string x = respelled(a), y = respelled(b);
  if (x == y) return true;
  // One vowel more or less: Aleksandr, Alexander; or a for e: Ahmad, Ahmed. Short words and last letters are other names.
  return x.size() > 4 && y.size() > 4 && x.back() == y.back() && consonants(x) == consonants(y) && is_one_vowel_apart(x, y);
}

}  // namespace sayso::record
