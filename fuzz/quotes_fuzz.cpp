// Any valid UTF-8 gives quotations that nest, end at their marks and stay in their paragraph.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "../tests/text/marked_text.h"
#include "../tests/text/quotation_laws.h"

// Bytes pick from an alphabet rich in marks, so that every input is valid UTF-8 and most are interesting.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto& pieces = sayso::testing::pieces();
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text += pieces[data[i] % pieces.size()];
  const std::string wrong = sayso::testing::what_is_wrong(text);
  if (wrong.empty()) return 0;
  std::fprintf(stderr, "%s:\n%s\n", wrong.c_str(), text.c_str());
  std::abort();
}
