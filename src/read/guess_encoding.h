// Which encoding bytes are in that are not valid UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace sayso {

// The ICU name of a guess; "UTF-8" for UTF-8 with a few bad bytes; never empty.
std::string guess_encoding(std::string_view bytes);

// The ICU name for a label of the web ("latin1", "gb2312"), read as browsers read it; empty where it is unknown, or
// plainly false for these bytes: "utf-8" on bytes without one UTF-8 sequence.
std::string usable_label(std::string_view label, std::string_view bytes);

// Japanese mail encoding: pure ASCII bytes with escape sequences, thus valid UTF-8 to the eye.
bool is_iso_2022_jp(std::string_view bytes);

}  // namespace sayso
