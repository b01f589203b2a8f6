#include "read/kind.h"

#include <algorithm>
#include <array>

#include "read/encoding.h"
#include "read/mail/mail.h"
#include "text/ascii.h"

namespace sayso {
namespace {

using namespace std::literals;

constexpr std::size_t kFeedHead = 2048;  // bytes in which a feed is told

constexpr std::array kMagic = {
    "%PDF-"sv,       "\x89PNG"sv,          "\xff\xd8\xff"sv,   "GIF87a"sv,      "GIF89a"sv,        "\x7f""ELF"sv,
    "PK\x03\x04"sv,  "PK\x05\x06"sv,       "7z\xbc\xaf"sv,     "BZh"sv,         "\xfd""7zXZ"sv,    "Rar!\x1a"sv,
    "SQLite format 3\0"sv, "\xd0\xcf\x11\xe0"sv, "RIFF"sv,     "OggS"sv,        "ID3"sv,           "\0asm"sv,
    "\xca\xfe\xba\xbe"sv,  "\xcf\xfa\xed\xfe"sv, "II*\0"sv,    "MM\0*"sv,       "wOFF"sv,          "wOF2"sv,
    "{\\rtf"sv,      "%!PS"sv,             "\x04\x22\x4d\x18"sv, "\x1f\x8b"sv,  "\x28\xb5\x2f\xfd"sv, "!<arch>"sv};

bool has_magic(std::string_view head) {
  if (head.size() > 262 && head.substr(257, 5) == "ustar") return true;
  if (head.size() > 12 && head.substr(4, 4) == "ftyp") return true;
  return std::any_of(kMagic.begin(), kMagic.end(), [&](std::string_view magic) { return head.starts_with(magic); });
}

// Text holds hardly any control characters but tabs and line ends; escapes are part of some old encodings.
bool mostly_control(std::string_view head) {
  const auto control = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0D) && byte != 0x1B) || byte == 0x7F;
  });
  return control >= 4 && static_cast<std::size_t>(control) * 20 > head.size();
}

// The beginning as ASCII, for markup that is written in two- and four-byte encodings too.
std::string narrowed(std::string_view head) {
  std::string out;
  for (const char c : head) {
    if (c != '\0') out.push_back(c);
  }
  for (const auto mark : {"\xef\xbb\xbf"sv, "\xff\xfe"sv, "\xfe\xff"sv}) {
    if (out.starts_with(mark)) out.erase(0, mark.size());
  }
  out.erase(0, std::min(out.find_first_not_of(" \t\r\n\f"), out.size()));
  return lower_ascii(out);
}

bool looks_like_html(std::string_view head) {
  if (!head.starts_with('<')) return false;
  for (const auto tag : {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<article"sv, "<title"sv, "<meta"sv,
                         "<div"sv, "<p>"sv, "<h1"sv, "<script"sv}) {
    if (head.starts_with(tag)) return true;
  }
  const bool preamble = head.starts_with("<!--") || head.starts_with("<?xml") || head.starts_with("<!doctype");
  return preamble && (head.find("<html") != head.npos || head.find("<body") != head.npos);
}

// Whatever the name says: nothing but a declaration and comments stands before the feed's own element.
bool begins_feed(std::string_view head) {
  while (head.starts_with("<?") || head.starts_with("<!--")) {
    const auto end = head.starts_with("<?") ? "?>"sv : "-->"sv;
    const auto found = head.find(end);
    if (found == head.npos) return false;
    head.remove_prefix(found + end.size());
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n\f"), head.size()));
  }
  return head.starts_with("<rss") || head.starts_with("<rdf:rdf") || (head.starts_with("<feed") && head.find("atom") != head.npos);
}

// Of .xml: with something before it, such as what a script has printed.
bool holds_feed(std::string_view head) {
  const auto declared = head.find("<?xml");
  return declared != head.npos && declared < kFeedHead && begins_feed(head.substr(declared));
}

bool looks_like_feed(std::string_view head) {
  if (!head.starts_with('<')) return false;
  const auto found = [&](std::string_view tag) { return head.substr(0, 2048).find(tag) != head.npos; };
  if (head.find("<html") != head.npos) return false;
  return found("<rss") || found("<opml") || found("<rdf:rdf") || (found("<feed") && found("atom")) || head.starts_with("<feed");
}

// Its "version" is an address of the format's site; the slash may be escaped.
bool looks_like_json_feed(std::string_view head) {
  const auto at = head.starts_with('{') ? head.find("jsonfeed.org") : head.npos;
  return at != head.npos && head.substr(at + 12, 10).find("/version") != head.npos;
}

bool looks_like_json(std::string_view head) {
  if (head.empty() || (head[0] != '{' && head[0] != '[')) return false;
  const auto next = head.find_first_not_of(" \t\r\n", 1);
  if (next == head.npos) return false;
  return head[0] == '{' ? head[next] == '"' || head[next] == '}' : head[next] == '{' || head[next] == ']';
}

bool is_one_of(std::string_view ending, std::initializer_list<std::string_view> endings) {
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

// Of an empty file only the name tells.
bool is_media(std::string_view ending) {
  return is_one_of(ending, {"png", "jpg", "jpeg", "gif", "webp", "ico", "bmp", "tif", "tiff", "avif", "heic", "pdf", "mp3", "m4a", "ogg", "wav",
                            "mp4", "webm", "mov", "avi", "zip", "gz", "7z", "rar", "woff", "woff2", "ttf", "otf", "doc", "docx", "xls", "xlsx"});
}

}  // namespace

std::string ending_of(std::string_view name) {
  std::string ending;
  for (;;) {
    const auto slash = name.rfind('/');
    const auto dot = name.rfind('.');
    if (dot == name.npos || (slash != name.npos && dot < slash)) return {};
    ending = lower_ascii(name.substr(dot + 1));
    if (ending != "gz" && ending != "zst" && ending != "lz4") return ending;
    name = name.substr(0, dot);
  }
}

InputKind kind_of(std::string_view head, std::string_view name) {
  if (head.starts_with("WARC/") || head.starts_with("filedesc://")) return InputKind::warc;
  const std::string ending = ending_of(name);
  if (ending == "docx" && head.starts_with("PK\x03\x04"sv)) return InputKind::docx;
  if (has_magic(head) || (head.empty() && is_media(ending))) return InputKind::binary;
  if (!is_wide(head) && mostly_control(head)) return InputKind::binary;
  if (is_one_of(ending, {"md", "markdown"})) return InputKind::markdown;
  const bool page = is_one_of(ending, {"html", "htm", "xhtml", "shtml"});
  if (is_one_of(ending, {"txt", "text"}) || page) {
    if (begins_feed(narrowed(head.substr(0, kFeedHead)))) return InputKind::feed;
    return page ? InputKind::html : InputKind::text;
  }
  if (is_one_of(ending, {"eml", "emlx", "mbox", "mht", "mhtml"}) || is_mailbox(head) || looks_like_mail(head)) return InputKind::mail;
  const std::string start = narrowed(head);
  if (is_one_of(ending, {"jsonl", "ndjson"})) return InputKind::json;
  if (looks_like_json_feed(start)) return InputKind::feed;
  if (ending == "json") return InputKind::json;
  if (is_one_of(ending, {"rss", "atom"}) || looks_like_feed(start)) return InputKind::feed;
  if (ending == "xml" && holds_feed(start)) return InputKind::feed;
  if (looks_like_html(start)) return InputKind::html;
  if (looks_like_json(start)) return InputKind::json;
  return InputKind::text;
}

}  // namespace sayso
