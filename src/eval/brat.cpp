#include "eval/brat.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace sayso::eval {
namespace {

// Offsets that no text reaches are kept as this: sums of them still fit.
constexpr std::int64_t kFarAway = std::int64_t{1} << 40;

using Spans = std::unordered_map<std::string_view, std::vector<Piece>>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_id(std::string_view cell, char letter) {
  return cell.size() > 1 && cell.front() == letter && std::all_of(cell.begin() + 1, cell.end(), is_digit);
}

// What stands before `mark`, which is removed with it; all of it where there is none.
std::string_view take_until(std::string_view& rest, char mark) {
  const std::size_t at = rest.find(mark);
  const std::string_view head = rest.substr(0, at);
  rest.remove_prefix(at == rest.npos ? rest.size() : at + 1);
  return head;
}

std::string_view take_line(std::string_view& rest) {
  const std::size_t at = std::min(rest.find_first_of("\r\n"), rest.size());
  const std::string_view line = rest.substr(0, at);
  const bool two = rest.substr(at, 2) == "\r\n";
  rest.remove_prefix(std::min(rest.size(), at + (two ? 2 : 1)));
  return line;
}

bool read_number(std::string_view digits, std::int64_t& out) {
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return false;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  if (error != std::errc() || out > kFarAway) out = kFarAway;
  return true;
}

// "b e;b e" and nothing else.
bool read_offsets(std::string_view where, std::vector<Piece>& out) {
  if (where.empty() || where.back() == ';') return false;
  while (!where.empty()) {
    std::string_view pair = take_until(where, ';');
    Piece piece;
    if (!read_number(take_until(pair, ' '), piece.begin) || !read_number(pair, piece.end)) return false;
    out.push_back(piece);
  }
  return true;
}

// "Content2" -> kContent; 3 for none of ours.
std::size_t role_of(std::string_view name) {
  while (!name.empty() && is_digit(name.back())) name.remove_suffix(1);
  const auto same = [name](std::string_view role) {
    const auto equal = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
    return std::equal(name.begin(), name.end(), role.begin(), role.end(), equal);
  };
  return static_cast<std::size_t>(std::find_if(kRoleNames.begin(), kRoleNames.end(), same) - kRoleNames.begin());
}

RolePieces read_event(std::string_view cell, const Spans& spans, std::u32string_view text) {
  RolePieces out;
  while (!cell.empty()) {
    const std::size_t at = std::min(cell.find_first_of(" \v\f\x1c\x1d\x1e\x1f"), cell.size());
    std::string_view part = cell.substr(0, at);
    cell.remove_prefix(std::min(cell.size(), at + 1));
    const std::size_t role = role_of(take_until(part, ':'));
    const auto found = spans.find(part);
    if (role == kRoleNames.size() || found == spans.end()) continue;
    out.of[role].insert(out.of[role].end(), found->second.begin(), found->second.end());
  }
  for (std::vector<Piece>& pieces : out.of) pieces = merged(std::move(pieces), text);
  return out;
}

}  // namespace

Result<std::vector<RolePieces>> read_brat(std::string_view ann, std::u32string_view text, const std::string& path) {
  if (ann.starts_with("\xEF\xBB\xBF")) ann.remove_prefix(3);
  Spans spans;
  std::vector<std::string_view> events;
  for (int number = 1; !ann.empty(); ++number) {
    std::string_view line = take_line(ann);
    const std::string_view id = take_until(line, '\t');
    std::string_view cell = take_until(line, '\t');
    if (is_id(id, 'E') && !cell.empty()) events.push_back(cell);
    if (!is_id(id, 'T') || cell.find(' ') == cell.npos) continue;
    take_until(cell, ' ');
    std::vector<Piece> pieces;
    if (!read_offsets(cell, pieces))
      return tl::unexpected(Error{ErrorCode::malformed, fmt::format("{}:{}", path, number),
                                  fmt::format("offsets expected, not '{}'", cell)});
    spans[id] = std::move(pieces);
  }
  std::vector<RolePieces> out;
  for (const std::string_view event : events) {
    RolePieces attribution = read_event(event, spans, text);
    if (!attribution.of[kCue].empty() || !attribution.of[kContent].empty()) out.push_back(std::move(attribution));
  }
  return out;
}

}  // namespace sayso::eval
