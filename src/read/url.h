// Relative references.
#pragma once

#include <string>
#include <string_view>

namespace sayso {

// `reference` as seen from `base` (RFC 3986, section 5.2); the reference as it stands where the base is empty or no hierarchy.
// White space around it is dropped. Nothing is checked or encoded.
std::string resolve_url(std::string_view base, std::string_view reference);

// "https" of "HTTPS://…"; empty where there is none.
std::string url_scheme(std::string_view url);

// Whether it is one of http or https.
bool is_web_url(std::string_view url);

}  // namespace sayso
