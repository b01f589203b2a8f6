// Writes JSON as it comes, without spaces and on one line. The caller keeps begin and end in pairs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sayso::formats {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  JsonWriter& key(std::string_view name);  // then exactly one value
  void string(std::string_view bytes);     // escaped; invalid UTF-8 becomes U+FFFD
  void string_or_null(const std::optional<std::string>& bytes);
  void integer(std::uint64_t number);
  void decimal(double value);      // two decimals
  void probability(double value);  // see short_probability
  void boolean(bool value);
  void null();

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();

  std::string& out_;
  bool after_value_ = false;
};

// 0 to 1 in two to four decimals: "0.97", "0.9731", "1.00".
std::string short_probability(double value);

}  // namespace sayso::formats
