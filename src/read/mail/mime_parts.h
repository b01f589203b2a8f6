// A mail's body -> its parts (RFC 2045, 2046).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/archive/fields.h"

namespace sayso {

struct MimePart {
  std::string type;         // "text/html", lower case
  std::string charset;
  std::string disposition;  // "inline", "attachment" or empty
  std::string name;         // of the file, where it has one
  std::string location;     // its URL in a saved page
  std::string encoding;     // of transfer, lower case
  bool flowed = false;      // RFC 3676: lines that end with a space go on
  bool deletes_space = false;
  std::string_view body;    // as it stands
  std::size_t parent = 0;   // the multipart that it is in; the root is its own
};

// All parts in their order, multiparts before what is in them; the first is the message itself. Views into `body`. Multiparts within more
// than 16 others, and parts behind the 2,000th, are not opened: `left_closed`.
struct MimeParts {
  std::vector<MimePart> parts;
  bool left_closed = false;
};
MimeParts mime_parts(const Fields& head, std::string_view body);

// The bytes of a part without their transfer encoding.
std::string decoded_part(const MimePart& part);

}  // namespace sayso
