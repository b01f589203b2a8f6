// The language of a text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sayso {

// ISO 639-1 code of the beginning of a valid UTF-8 text, nothing where it is too short or mixed to tell.
std::optional<std::string> language_of(std::string_view text);

// The ISO 639-1 part of a language tag, "en" of "en-US" or "EN_gb"; nothing where it is none.
std::optional<std::string> language_of_tag(std::string_view tag);

}  // namespace sayso
