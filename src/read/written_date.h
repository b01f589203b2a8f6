// The dates of feeds and mails.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sayso {

struct WrittenDate {
  std::string written;                  // as it stands there
  std::optional<std::string> day;       // YYYY-MM-DD, in the zone it was written in
  std::optional<std::int64_t> seconds;  // since 1970, UTC
};

// RFC 822 and 3339, W3C, ISO 8601, asctime, forms of some other languages; else a date as newspapers write them.
WrittenDate written_date(std::string_view written);

}  // namespace sayso
