// The address of a post: on which platform it is, and whose.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sayso {

struct PostAddress {
  std::string handle;  // without "@"; of Mastodon with its server; empty where the address does not tell
};

// Nothing where it is no address of a post: of a profile, or elsewhere.
std::optional<PostAddress> post_address(std::string_view url);

}  // namespace sayso
