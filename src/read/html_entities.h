// The named and numeric references of HTML.
#pragma once

#include <string>
#include <string_view>

namespace sayso {

// Appends what "eacute" names; false, and nothing, where it names nothing. Known to the HTML parser's table.
bool append_html_entity(std::string& out, std::string_view name);

// What a number means in HTML: windows-1252 for 0x80 to 0x9F, U+FFFD for what is no character.
char32_t html_code_point(char32_t number);

}  // namespace sayso
