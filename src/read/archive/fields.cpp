#include "read/archive/fields.h"

#include <algorithm>
#include <charconv>

namespace sayso {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

void Fields::read(std::string_view block) {
  fields_.clear();
  folded_.clear();
  odd_lines_ = 0;
  while (!block.empty()) {
    const auto end = std::min(block.find('\n'), block.size());
    read_line(block.substr(0, end));
    block.remove_prefix(std::min(end + 1, block.size()));
  }
}

void Fields::read_line(std::string_view line) {
  const bool goes_on = !line.empty() && (line[0] == ' ' || line[0] == '\t');
  const auto text = without_space(line);
  if (text.empty()) return;
  if (goes_on && !fields_.empty()) {
    auto& value = fields_.back().second;
    // Grown in place where the value was folded before: a thousand lines are not copied a thousand times.
    const bool again = !folded_.empty() && folded_.back().data() == value.data();
    if (!again) folded_.emplace_back(value);
    folded_.back().append(1, ' ').append(text);
    value = folded_.back();
    return;
  }
  const auto colon = text.find(':');
  if (colon == text.npos || colon == 0) {
    ++odd_lines_;
    return;
  }
  fields_.emplace_back(without_space(text.substr(0, colon)), without_space(text.substr(colon + 1)));
}

std::string_view Fields::get(std::string_view name) const {
  const auto found =
      std::find_if(fields_.begin(), fields_.end(), [&](const auto& field) { return equal_ignoring_case(field.first, name); });
  return found == fields_.end() ? std::string_view() : found->second;
}

bool Fields::has(std::string_view name) const { return !get(name).empty(); }

std::size_t end_of_head(std::string_view text) {
  if (text.starts_with("\n")) return 1;
  if (text.starts_with("\r\n")) return 2;
  for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] == '\n') return at + 2;
    if (at + 2 < text.size() && text[at + 1] == '\r' && text[at + 2] == '\n') return at + 3;
  }
  return text.npos;
}

}  // namespace sayso
