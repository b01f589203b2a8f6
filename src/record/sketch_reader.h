// What the words around the mentions of one document say of those mentioned: roles, ages, other names, women and men.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/sketch.h"
#include "text/tokens.h"

namespace sayso::record {

// Reads a bounded window around a mention. Holds the tokens of the text, which must outlive it.
class SketchReader {
 public:
  explicit SketchReader(const CodePoints& text, int year);  // year of publication, 0 for unknown

  // The mention as tokens [begin, end). Linear in the size of the mention.
  void read(Span mention, std::uint32_t first_token, Sketch& sketch) const;

  // The first token at or behind a code point, looked for from `from` on.
  std::uint32_t token_at(std::uint32_t code_point, std::uint32_t from) const;

 private:
  struct Range {
    std::uint32_t begin, end;
  };
  std::string_view raw(std::uint32_t t) const { return t < tokens_.size() ? tokens_[t].in(text_.utf8()) : std::string_view(); }
  std::string lower(std::uint32_t t) const;
  bool is(std::uint32_t t, std::string_view word) const { return raw(t) == word; }
  bool is_capital(std::uint32_t t) const;
  bool is_end(std::uint32_t t) const;
  bool joined(std::uint32_t t) const { return t > 0 && t < tokens_.size() && tokens_[t - 1].end == tokens_[t].begin; }

  void inside(Range m, Sketch& sketch) const;
  void before(Range m, Sketch& sketch) const;
  void behind(std::uint32_t end, Sketch& sketch) const;
  void apposition(std::uint32_t begin, Sketch& sketch) const;
  void party(std::uint32_t bracket, Sketch& sketch) const;
  void other_name(std::uint32_t end, Sketch& sketch) const;
  void add_other_name(std::uint32_t begin, Sketch& sketch) const;
  bool role(std::uint32_t noun, std::uint32_t end, Sketch& sketch) const;
  void age(std::uint32_t number, Sketch& sketch) const;
  std::string place_behind(std::uint32_t noun) const;
  std::string place_before(std::uint32_t noun) const;

  const CodePoints& text_;
  std::vector<Token> tokens_;
  int year_;
};

}  // namespace sayso::record
