#include "formats/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "formats/valid_utf8.h"

namespace sayso::formats {
namespace {

void append_escaped_ascii(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
      return;
  }
}

bool is_plain(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

// NEL, LINE and PARAGRAPH SEPARATOR end lines for some readers of JSON Lines, so they are escaped.
void append_code_point(std::string& out, std::string_view c) {
  if (c.size() == 1)
    append_escaped_ascii(out, c[0]);
  else if (c == "\xC2\x85")
    out += "\\u0085";
  else if (c == "\xE2\x80\xA8")
    out += "\\u2028";
  else if (c == "\xE2\x80\xA9")
    out += "\\u2029";
  else
    out += c;
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  string(name);
  out_ += ':';
  after_value_ = false;
  return *this;
}

void JsonWriter::string(std::string_view bytes) {
  separate();
  out_ += '"';
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    while (at < bytes.size() && is_plain(bytes[at])) ++at;
    out_ += bytes.substr(begin, at - begin);
    if (at < bytes.size()) append_code_point(out_, next_code_point(bytes, at));
  }
  out_ += '"';
}

void JsonWriter::string_or_null(const std::optional<std::string>& bytes) {
  if (bytes)
    string(*bytes);
  else
    null();
}

void JsonWriter::integer(std::uint64_t number) {
  separate();
  out_ += fmt::format_int(number).c_str();
}

void JsonWriter::probability(double value) {
  separate();
  out_ += short_probability(value);
}

void JsonWriter::decimal(double value) {
  separate();
  out_ += fmt::format("{:.2f}", std::isfinite(value) ? value : 0.0);
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  after_value_ = false;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  after_value_ = true;
}

void JsonWriter::separate() {
  if (after_value_) out_ += ',';
  after_value_ = true;
}

std::string short_probability(double value) {
  std::string out = fmt::format("{:.4f}", value > 0 ? std::min(value, 1.0) : 0.0);  // not a number: 0
  for (int i = 0; i < 2 && out.back() == '0'; ++i) out.pop_back();
  return out;
}

}  // namespace sayso::formats
