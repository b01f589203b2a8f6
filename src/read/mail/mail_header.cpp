#include "read/mail/mail_header.h"

#include <optional>
#include <utility>

#include "read/archive/fields.h"
#include "read/encoding.h"
#include "read/transfer_encoding.h"
#include "text/ascii.h"

namespace sayso {
namespace {

using namespace std::literals;

constexpr std::size_t kLongestWord = 4000;  // bytes; RFC 2047 allows 75

struct Word {
  std::string charset;
  std::string bytes;
  std::size_t size = 0;  // as it is written
};

// The encoded word at the beginning of `rest`.
std::optional<Word> word_at(std::string_view rest) {
  const auto charset_end = rest.find('?', 2);
  if (charset_end == rest.npos || charset_end > 80 || charset_end + 2 >= rest.size() || rest[charset_end + 2] != '?') return {};
  const char encoding = static_cast<char>(rest[charset_end + 1] | 32);
  if (encoding != 'q' && encoding != 'b') return {};
  const auto begin = charset_end + 3;
  const auto end = rest.substr(0, begin + kLongestWord).find("?=", begin);
  if (end == rest.npos) return {};
  auto charset = rest.substr(2, charset_end - 2);
  charset = charset.substr(0, charset.find('*'));  // a language may follow
  const auto text = rest.substr(begin, end - begin);
  return Word{lower_ascii(charset), encoding == 'q' ? decode_quoted_printable(text, true) : decode_base64(text), end + 2};
}

// Words of one charset are decoded together: some mailers cut characters in two.
class Words {
 public:
  void add(Word&& word) {
    if (word.charset != charset_) flush();
    charset_ = std::move(word.charset);
    bytes_ += word.bytes;
  }
  void add_plain(std::string_view text) {
    flush();
    plain_ += text;
  }
  std::string take() {
    flush();
    flush_plain();
    return std::move(out_);
  }
  bool in_words() const { return !bytes_.empty(); }

 private:
  void flush_plain() { out_ += decode_bytes(std::exchange(plain_, {})).text; }
  void flush() {
    if (bytes_.empty()) return;
    flush_plain();
    out_ += decode_bytes(std::exchange(bytes_, {}), charset_).text;
    charset_.clear();
  }

  std::string out_, plain_, bytes_, charset_;
};

// Splits at `separator` outside of quotation marks, comments and angle brackets.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  bool quoted = false;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\\') ++at;
    else if (c == '"') quoted = !quoted;
    else if (!quoted && (c == '(' || c == '<')) ++depth;
    else if (!quoted && (c == ')' || c == '>') && depth > 0) --depth;
    else if (c == separator && !quoted && depth == 0) {
      parts.push_back(text.substr(begin, at - begin));
      begin = at + 1;
    }
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::string unquoted(std::string_view text) {
  text = without_space(text);
  const bool quoted = text.size() >= 2 && text.starts_with('"') && text.ends_with('"');
  if (quoted) text = text.substr(1, text.size() - 2);
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    out.push_back(text[at]);
  }
  return out;
}

std::string name_of_address(std::string_view address) {
  const auto angle = address.find('<');
  if (angle != address.npos) return decoded_words(unquoted(address.substr(0, angle)));
  const auto open = address.find('(');
  const auto close = address.rfind(')');
  if (open != address.npos && close != address.npos && close > open) return decoded_words(unquoted(address.substr(open + 1, close - open - 1)));
  return address.find('@') == address.npos ? decoded_words(unquoted(address)) : std::string();
}

int hex_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 32);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// utf-8'en'caf%C3%A9
std::string extended_value(std::string_view text) {
  const auto first = text.find('\'');
  const auto second = first == text.npos ? first : text.find('\'', first + 1);
  if (second == text.npos) return std::string(text);
  std::string bytes;
  for (std::size_t at = second + 1; at < text.size(); ++at) {
    const bool escaped = text[at] == '%' && at + 2 < text.size() && hex_of(text[at + 1]) >= 0 && hex_of(text[at + 2]) >= 0;
    bytes.push_back(escaped ? static_cast<char>(hex_of(text[at + 1]) * 16 + hex_of(text[at + 2])) : text[at]);
    if (escaped) at += 2;
  }
  return decode_bytes(std::move(bytes), text.substr(0, first)).text;
}

}  // namespace

std::string decoded_words(std::string_view value) {
  Words words;
  while (!value.empty()) {
    const auto at = value.find("=?");
    const auto between = value.substr(0, at);
    const auto word = at == value.npos ? std::nullopt : word_at(value.substr(at));
    // White space between two encoded words is none of the text.
    if (!(word && words.in_words() && without_space(between).empty())) words.add_plain(between);
    if (at == value.npos) break;
    if (!word) words.add_plain(value.substr(at, 2));
    value.remove_prefix(at + (word ? word->size : 2));
    if (word) words.add(Word(*word));
  }
  return words.take();
}

std::vector<std::string> names_of_addresses(std::string_view value) {
  std::vector<std::string> names;
  for (const auto address : split(value, ',')) {
    auto name = name_of_address(address);
    if (!without_space(name).empty()) names.emplace_back(without_space(name));
  }
  return names;
}

std::string value_of(std::string_view header) { return lower_ascii(without_space(header.substr(0, header.find(';')))); }

std::string parameter_of(std::string_view header, std::string_view name) {
  std::string pieces;  // of a value that is cut: name*0, name*1, …
  for (const auto part : split(header, ';')) {
    const auto equal = part.find('=');
    if (equal == part.npos) continue;
    const std::string key = lower_ascii(without_space(part.substr(0, equal)));
    const std::string value = unquoted(part.substr(equal + 1));
    if (key == name) return decoded_words(value);
    if (key == std::string(name) + '*') return extended_value(value);
    if (key.starts_with(std::string(name) + '*')) pieces += key.ends_with('*') ? extended_value(value) : value;
  }
  return pieces;
}

}  // namespace sayso
