// Any text is extracted and written in every format: spans are what stands there, parents form a tree, the result is the
// same every time. Needs the fast model ($SAYSO_MODELS, or models/ of the source tree).
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "extraction_rules.h"
#include "sayso/sayso.h"
#include "text/code_points.h"

namespace {

using namespace sayso;

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "broken: %s\n", what.c_str());
  std::abort();
}

const Engine& engine() {
  static const Result<Engine> loaded = [] {
    if (auto found = Engine::load()) return found;
    return Engine::load(SAYSO_SOURCE_DIR "/models/fast.sayso");
  }();
  if (!loaded) fail(loaded.error().message);
  return *loaded;
}

std::string all_formats(const Document& document, const Extraction& found) {
  std::string out;
  for (const Format format : {Format::json, Format::jsonl, Format::csv, Format::brat, Format::html, Format::text}) {
    append_document(out, format, document, found);
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = read_bytes({reinterpret_cast<const char*>(data), size}, "fuzz.txt");
  if (!document) return 0;
  const Extraction found = engine().extract(*document);
  if (const std::string rule = broken_rule(*document, found); !rule.empty()) fail(rule);
  if (all_formats(*document, found) != all_formats(*document, engine().extract(*document))) fail("the same every time");
  return 0;
}
