#include "formats/names_of_documents.h"

#include <fmt/format.h>

#include <iterator>

#include "formats/valid_utf8.h"

namespace sayso::formats {
namespace {

constexpr std::uint64_t kSeed = 0xCBF29CE484222325, kOtherSeed = 0x9AE16A3B2F90404F;

// FNV-1a.
void mix(std::uint64_t& hash, std::string_view bytes) {
  for (const unsigned char c : bytes) hash = (hash ^ c) * 0x100000001B3;
  hash *= 0x100000001B3;  // the end of one text is not the beginning of the next
}

std::uint64_t hash_of(const Document& document, std::uint64_t seed) {
  std::uint64_t hash = seed;
  for (const std::string_view part : {std::string_view(document.path), std::string_view(document.id)}) mix(hash, part);
  mix(hash, document.url.value_or(""));
  mix(hash, document.outlet.value_or(""));
  return hash;
}

// A UUID of version 8, whose bits the maker chooses: RFC 9562.
std::string uuid(std::uint64_t high, std::uint64_t low) {
  high = (high & ~0xF000ull) | 0x8000;
  low = (low & ~(3ull << 62)) | 2ull << 62;
  return fmt::format("urn:uuid:{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, high >> 16 & 0xFFFF, high & 0xFFFF, low >> 48,
                     low & 0xFFFFFFFFFFFF);
}

bool is_web_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

}  // namespace

std::string anchor_of(const Document& document) { return fmt::format("d{:016x}", hash_of(document, kSeed)); }

std::string iri_of(const Document& document) {
  if (!document.url || !is_web_address(*document.url)) return uuid(hash_of(document, kSeed), hash_of(document, kOtherSeed));
  std::string out;
  for (const char c : valid_utf8(*document.url)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos)
      fmt::format_to(std::back_inserter(out), "%{:02X}", byte);
    else
      out += c;
  }
  return out;
}

std::string iri_of(const Document& document, std::size_t statement) {
  std::uint64_t high = hash_of(document, kSeed), low = hash_of(document, kOtherSeed);
  const std::string number = fmt::format("s{}", statement + 1);
  mix(high, number), mix(low, number);
  return uuid(high, low);
}

}  // namespace sayso::formats
