#include "read/language.h"

#include <cld2/public/compact_lang_det.h>

#include <cstddef>

namespace sayso {
namespace {

constexpr std::size_t kLookAt = 1500;  // bytes; more costs time and changes nothing

std::string_view beginning(std::string_view text) {
  if (text.size() <= kLookAt) return text;
  std::size_t end = kLookAt;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::optional<std::string> language_of(std::string_view text) {
  const auto head = beginning(text);
  bool reliable = false;
  const auto language = CLD2::DetectLanguage(head.data(), static_cast<int>(head.size()), true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  return language_of_tag(CLD2::LanguageCode(language));
}

std::optional<std::string> language_of_tag(std::string_view tag) {
  if (tag.size() < 2 || !is_letter(tag[0]) || !is_letter(tag[1])) return {};
  if (tag.size() > 2 && tag[2] != '-' && tag[2] != '_') return {};
  std::string code(tag.substr(0, 2));
  for (char& c : code) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return code;
}

}  // namespace sayso
