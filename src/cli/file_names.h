// What the file of a document's results is called.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sayso::cli {

// "news/a.html.gz" -> "a"; a document of JSON Lines or of standard input is called after its id. Characters that a
// file name cannot have, or that would lead out of the directory, become "_".
std::string stem_of(std::string_view path, std::string_view id);

// Gives every document a name of its own: a, a-2, a-3, … in the order asked for. Letters' case does not tell two names
// apart, as on file systems where it does not.
class FileNames {
 public:
  std::string claim(const std::string& stem);

 private:
  std::unordered_map<std::string, std::uint32_t> claimed_;  // folded name -> how often
};

}  // namespace sayso::cli
