// Any two texts are compared: spans are what stands there, the result is the same every time, and both formats are written.
// The input is cut in two at its first NUL.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "formats/valid_utf8.h"
#include "trace/comparison_laws.h"
#include "trace/compare.h"
#include "trace/comparison_json.h"
#include "trace/pairs.h"

namespace {

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "broken: %s\n", what.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sayso;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)trace::read_pair(bytes, "fuzz");
  trace::Wording a, b;
  a.text = formats::valid_utf8(bytes.substr(0, bytes.find('\0')));
  if (a.text.size() < bytes.size()) b.text = formats::valid_utf8(bytes.substr(std::min(bytes.size(), bytes.find('\0') + 1)));
  const trace::Comparison found = trace::compare(a, b);
  if (const std::string law = testing::broken_law(a, b, found); !law.empty()) fail(law);
  std::string once, again;
  trace::append_json(once, "1", found), trace::append_json(again, "1", trace::compare(a, b));
  if (once != again) fail("the same every time");
  trace::append_text(once, a, b, found);
  return 0;
}
