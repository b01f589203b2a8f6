// &amp;, &#8217;, &eacute; and what a document type declares -> UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sayso {

// Feeds use the names of HTML without declaring them, and code points 0x80 to 0x9F where they mean windows-1252.
class XmlReferences {
 public:
  // Takes the entities of a document type declaration that are plain text: none that refers to others or to files, none over 64 bytes.
  void declare(std::string_view doctype);

  // What means nothing stays as it stands. Declared entities add not more than 1 MiB in all; behind that they stay too.
  void append_decoded(std::string& out, std::string_view raw);
  std::string decoded(std::string_view raw) {
    std::string out;
    append_decoded(out, raw);
    return out;
  }

 private:
  std::size_t append_one(std::string& out, std::string_view raw);

  std::unordered_map<std::string, std::string> declared_;
  std::size_t added_ = 0;  // bytes of declared entities so far
};

}  // namespace sayso
