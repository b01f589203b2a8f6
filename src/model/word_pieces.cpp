#include "model/word_pieces.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>

namespace sayso {
namespace {

constexpr std::size_t kMostPieces = 6;
constexpr int kLongestWord = 100;  // code points

std::uint64_t hash_of(std::string_view piece, bool continues) {
  return XXH3_64bits_withSeed(piece.data(), piece.size(), continues);
}

bool continuation_byte(char c) { return (c & 0xC0) == 0x80; }

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) { return !continuation_byte(c); }));
}

bool ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Lower case without accents.
std::string plain(std::string_view word) {
  std::string out;
  if (ascii(word)) {
    for (const char c : word) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8({word.data(), static_cast<int32_t>(word.size())});
  text.toLower(icu::Locale::getRoot());
  if (nfd) text = nfd->normalize(text, status);
  icu::UnicodeString kept;
  for (int32_t at = 0; at < text.length();) {
    const UChar32 c = text.char32At(at);
    if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
    at += U16_LENGTH(c);
  }
  kept.toUTF8String(out);
  return out;
}

}  // namespace

WordPieces WordPieces::of(std::string_view vocabulary) {
  WordPieces out;
  const auto lines = static_cast<std::size_t>(std::count(vocabulary.begin(), vocabulary.end(), '\n'));
  out.slots_.assign(std::bit_ceil(2 * lines + 2), {});
  for (std::size_t at = 0; at < vocabulary.size(); ++out.size_) {
    const std::size_t end = std::min(vocabulary.find('\n', at), vocabulary.size());
    std::string_view piece = vocabulary.substr(at, end - at);
    at = end + 1;
    const bool continues = piece.size() > 2 && piece.starts_with("##");
    if (continues) piece.remove_prefix(2);
    if (piece.empty()) continue;
    std::size_t slot = hash_of(piece, continues) & (out.slots_.size() - 1);
    while (!out.slots_[slot].piece.empty()) slot = (slot + 1) & (out.slots_.size() - 1);
    out.slots_[slot] = {piece, static_cast<std::uint32_t>(out.size_), continues};
  }
  out.begin_ = out.find("[CLS]", false);
  out.end_ = out.find("[SEP]", false);
  out.unknown_ = out.find("[UNK]", false);
  out.mark_ = out.find("\"", false);
  return out;
}

std::uint32_t WordPieces::find(std::string_view piece, bool continues) const {
  for (std::size_t at = hash_of(piece, continues) & (slots_.size() - 1); !slots_[at].piece.empty();
       at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].continues == continues && slots_[at].piece == piece) return slots_[at].number;
  }
  return none_;
}

void WordPieces::cut(std::string_view word, bool quotation_mark, std::vector<std::uint32_t>& out) const {
  if (quotation_mark) return out.push_back(mark_);
  if (letters(word) > kLongestWord) return out.push_back(unknown_);
  cut_plain(plain(word), out);
}

void WordPieces::cut_plain(std::string_view word, std::vector<std::uint32_t>& out) const {
  const std::size_t first = out.size();
  if (letters(word) > kLongestWord) return out.push_back(unknown_);
  for (std::size_t at = 0; at < word.size();) {
    std::size_t end = word.size();
    std::uint32_t piece = none_;
    while (end > at && (piece = find(word.substr(at, end - at), at > 0)) == none_) {
      do --end;
      while (end > at && continuation_byte(word[end]));
    }
    if (piece == none_) {
      out.resize(first);
      break;
    }
    if (out.size() < first + kMostPieces) out.push_back(piece);
    at = end;
  }
  if (out.size() == first) out.push_back(unknown_);
}

}  // namespace sayso
