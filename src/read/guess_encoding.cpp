#include "read/guess_encoding.h"

#include <uchardet.h>

#include <algorithm>
#include <memory>

#include "read/transcode.h"
#include "text/ascii.h"

namespace sayso {
namespace {

using namespace std::literals;

// UTF-8 with bad bytes: clearly more good sequences than bad ones, or the one bad one is a character cut off at the end.
bool is_damaged_utf8(std::string_view bytes) {
  const Utf8Census census = count_utf8(bytes);
  if (census.bad == 1 && census.cut_at_end) return true;
  return census.multibyte >= 2 * census.bad;
}

// Short texts with nothing but typographic marks beyond ASCII: detectors guess wildly, and it is always Windows.
bool only_windows_punctuation(std::string_view bytes) {
  constexpr auto kMarks = "\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa9\xab\xad\xae\xb0\xb7\xbb\xe9"sv;
  return std::all_of(bytes.begin(), bytes.end(), [&](char c) {
    return static_cast<unsigned char>(c) < 0x80 || kMarks.find(c) != kMarks.npos;
  });
}

bool has_c1(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte < 0xA0;
  });
}

std::string ask_uchardet(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
  bytes = bytes.substr(0, std::size_t{1} << 20);
  uchardet_handle_data(detector.get(), bytes.data(), bytes.size());
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

// Labels that browsers read as a superset of what they say, https://encoding.spec.whatwg.org/#names-and-labels
std::string superset(std::string_view label) {
  const std::string name = lower_ascii(label);
  for (const auto latin : {"iso-8859-1"sv, "iso8859-1"sv, "iso_8859-1"sv, "latin1"sv, "latin-1"sv, "us-ascii"sv, "ascii"sv, "ansi"sv}) {
    if (name == latin) return "windows-1252";
  }
  if (name == "iso-8859-9") return "windows-1254";
  if (name == "gb2312" || name == "gbk" || name == "x-gbk") return "gb18030";
  if (name == "ks_c_5601-1987" || name == "euc-kr" || name == "uhc") return "windows-949";
  if (name == "shift_jis" || name == "shift-jis" || name == "sjis" || name == "x-sjis") return "windows-31j";
  if (name == "utf8" || name == "unicode-1-1-utf-8") return "UTF-8";
  return name == "utf-8" ? "UTF-8" : name;
}

}  // namespace

std::string guess_encoding(std::string_view bytes) {
  if (is_damaged_utf8(bytes)) return "UTF-8";
  if (only_windows_punctuation(bytes)) return "windows-1252";
  std::string guess = ask_uchardet(bytes);
  if (guess.empty() || guess == "ASCII" || guess == "UTF-8" || !known_encoding(guess)) return "windows-1252";
  guess = superset(guess);
  return guess == "iso-8859-15" && has_c1(bytes) ? "windows-1252" : guess;
}

std::string usable_label(std::string_view label, std::string_view bytes) {
  std::string name = superset(label);
  if (name == "UTF-8") return count_utf8(bytes).multibyte > 0 ? name : std::string();
  if (name.empty() || lower_ascii(name).starts_with("utf-16") || lower_ascii(name).starts_with("utf-32")) return {};
  return known_encoding(name) ? name : std::string();
}

bool is_iso_2022_jp(std::string_view bytes) {
  if (bytes.find('\x1b') == bytes.npos) return false;
  return bytes.find("\x1b$B"sv) != bytes.npos || bytes.find("\x1b$@"sv) != bytes.npos;
}

}  // namespace sayso
