#include "read/language.h"

#include <cld2/public/compact_lang_det.h>

#include <cstddef>

namespace sayso {
namespace {

// Most texts are English and say so at once, whatever they quote further on; others are looked at for longer.
constexpr std::size_t kTellsEnglish = 600;  // bytes
constexpr std::size_t kLookAt = 1500;       // more costs time and changes nothing

std::string_view beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

CLD2::Language told_by(std::string_view text) {
  bool reliable = false;
  const auto language = CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
  return reliable ? language : CLD2::UNKNOWN_LANGUAGE;
}

}  // namespace

std::optional<std::string> language_of(std::string_view text) {
  auto language = told_by(beginning(text, kTellsEnglish));
  if (language != CLD2::ENGLISH && text.size() > kTellsEnglish) language = told_by(beginning(text, kLookAt));
  if (language == CLD2::UNKNOWN_LANGUAGE) return {};
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
