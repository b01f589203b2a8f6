#include "trace/index/manifest.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace sayso::trace {
namespace {

constexpr std::string_view kFirstLine = "sayso index 1\n", kSegment = "segment ", kCheck = "check ";

// Takes one field that ends with `end` off the front of `line`.
std::string_view take(std::string_view& line, char end) {
  const std::size_t at = line.find(end);
  const std::string_view out = line.substr(0, at);
  line.remove_prefix(at == std::string_view::npos ? line.size() : at + 1);
  return out;
}

bool read(std::string_view digits, int base, std::uint64_t& out) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out, base);
  return error == std::errc() && end == digits.data() + digits.size();
}

bool is_name(std::string_view name) {
  return name.size() == 8 && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool read_entry(std::string_view line, ManifestEntry& out) {
  out.name = take(line, ' ');
  const std::string_view bytes = take(line, ' '), hash = take(line, ' '), documents = take(line, ' ');
  return is_name(out.name) && read(bytes, 10, out.bytes) && read(hash, 16, out.hash) &&
         read(documents, 10, out.documents) && read(line, 10, out.words);
}

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace

Result<Manifest> parse_manifest(std::string_view text, const std::string& where) {
  const auto malformed = [&where](const char* what) {
    return tl::unexpected(Error{ErrorCode::malformed, where, what});
  };
  if (!text.starts_with(kFirstLine)) return malformed("no index of this version");
  const std::size_t check_at = text.rfind(kCheck);
  if (check_at == std::string_view::npos || text.back() != '\n') return malformed("cut off");
  std::uint64_t check = 0;
  const std::string_view digits = text.substr(check_at + kCheck.size(), text.size() - check_at - kCheck.size() - 1);
  if (!read(digits, 16, check) || check != hash_of(text.substr(0, check_at))) return malformed("damaged");
  Manifest out;
  std::string_view rest = text.substr(kFirstLine.size(), check_at - kFirstLine.size());
  while (!rest.empty()) {
    std::string_view line = take(rest, '\n');
    if (!line.starts_with(kSegment) || !read_entry(line.substr(kSegment.size()), out.emplace_back()))
      return malformed("damaged");
  }
  return out;
}

std::string manifest_text(const Manifest& manifest) {
  std::string out(kFirstLine);
  for (const ManifestEntry& e : manifest)
    fmt::format_to(std::back_inserter(out), "segment {} {} {:016x} {} {}\n", e.name, e.bytes, e.hash, e.documents,
                   e.words);
  const std::uint64_t check = hash_of(out);
  fmt::format_to(std::back_inserter(out), "check {:016x}\n", check);
  return out;
}

}  // namespace sayso::trace
