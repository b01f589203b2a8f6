#include "cli/file_names.h"

#include <algorithm>
#include <array>

namespace sayso::cli {
namespace {

constexpr std::size_t kMostBytes = 200;  // file systems allow 255; endings and "-2" need some
constexpr std::array<std::string_view, 7> kPackings = {".gz", ".zst", ".zstd", ".xz", ".bz2", ".lz4", ".br"};
constexpr std::array<std::string_view, 11> kManyInOne = {".jsonl", ".ndjson", ".warc", ".arc", ".cdxj", ".csv", ".tsv", ".rss", ".atom", ".xml", ".mbox"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

// ".html" of "a.html"; nothing for ".profile", "a." and endings that are more likely part of a name: "No.5",
// "v1.2024-05".
std::string_view ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0 || dot + 1 == name.size() || name.size() - dot > 8) return {};
  const std::string_view ending = name.substr(dot);
  if (!is_letter(ending[1])) return {};
  const auto good = [](char c) { return is_letter(c) || is_digit(c); };
  return std::all_of(ending.begin() + 1, ending.end(), good) ? ending : std::string_view{};
}

template <std::size_t N>
bool is_one_of(std::string_view ending, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), lowered(ending)) != list.end();
}

// "a.jsonl:12", as a reader may name a line -> "a.jsonl".
std::string_view without_line(std::string_view path) {
  const std::size_t colon = path.rfind(':');
  if (colon == path.npos || colon + 1 == path.size()) return path;
  return std::all_of(path.begin() + static_cast<std::ptrdiff_t>(colon) + 1, path.end(), is_digit)
             ? path.substr(0, colon)
             : path;
}

bool is_unsafe(char c) {
  constexpr std::string_view kUnsafe = "/\\:*?\"<>|";
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || kUnsafe.find(c) != kUnsafe.npos;
}

std::string safe(std::string_view name) {
  std::size_t size = std::min(name.size(), kMostBytes);
  while (size < name.size() && size > 0 && (static_cast<unsigned char>(name[size]) & 0xC0) == 0x80) --size;
  std::string out(name.substr(0, size));
  std::replace_if(out.begin(), out.end(), is_unsafe, '_');
  if (out.starts_with('.')) out[0] = '_';
  return out.empty() ? "document" : out;
}

}  // namespace

std::string stem_of(std::string_view path, std::string_view id) {
  path = without_line(path);
  std::string_view name = path.substr(path.rfind('/') + 1);
  if (const auto packing = ending_of(name); is_one_of(packing, kPackings)) name.remove_suffix(packing.size());
  const std::string_view ending = ending_of(name);
  if (path == "-" || name.empty() || is_one_of(ending, kManyInOne)) return safe(id);
  name.remove_suffix(ending.size());
  return safe(name);
}

std::string FileNames::claim(const std::string& stem) {
  std::string name = stem;
  for (std::uint32_t number = ++claimed_[lowered(stem)]; number > 1;) {
    name = stem + "-" + std::to_string(number);
    if (++claimed_[lowered(name)] == 1) break;
    number = ++claimed_[lowered(stem)];  // a document of that very name came before
  }
  return name;
}

}  // namespace sayso::cli
