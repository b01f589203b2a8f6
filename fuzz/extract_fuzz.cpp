// Any text is extracted and written in every format: spans are what stands there, parents form a tree, the result is the
// same every time. Needs models/ of the source tree ($SAYSO_MODELS where the program lies elsewhere).
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

const Engine& checked(const Result<Engine>& loaded) {
  if (!loaded) fail(loaded.error().message);
  return *loaded;
}

// The fast model, and an encoder with random weights, whose labels are odder than any trained one's.
const Engine* const* engines() {
  static const Result<Engine> fast = Engine::load(SAYSO_SOURCE_DIR "/models/fast.sayso");
  static const Result<Engine> encoder = Engine::load(SAYSO_SOURCE_DIR "/tests/model/data/tiny_bytes.sayso");
  static const Engine* const both[] = {&checked(fast), &checked(encoder), nullptr};
  return both;
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
  for (const Engine* const* engine = engines(); *engine; ++engine) {
    const Extraction found = (*engine)->extract(*document);
    if (const std::string rule = broken_rule(*document, found); !rule.empty()) fail(rule);
    if (all_formats(*document, found) != all_formats(*document, (*engine)->extract(*document))) fail("the same every time");
  }
  return 0;
}
