// One wording of an utterance: the words as somebody printed them, and what is known of where.
#pragma once

#include <memory>
#include <string>

namespace sayso::trace {

struct Setting;  // setting.h

// A value. All but `text` may be empty: unknown. Texts are valid UTF-8.
struct Wording {
  std::string text;     // between the marks; pieces of an interrupted quotation may stand with their attribution
  std::string before;   // what stands before and after it where it was printed, as much as there is
  std::string after;
  std::string outlet;
  std::string date;     // of publication, YYYY-MM-DD
  std::string speaker;  // resolved name
  std::shared_ptr<const Setting> setting;  // of the whole text that it was printed in, where that was read
};

}  // namespace sayso::trace
