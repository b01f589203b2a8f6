// Any bytes as a draft in text, Markdown, HTML and .docx: findings lie in the text and in the file, mending takes nothing away but marks.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "check/lint/check.h"
#include "check/lint/draft_file.h"
#include "check/lint/report.h"
#include "sayso/engine.h"

namespace {

using namespace sayso;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

const Engine& engine() {
  static const Result<Engine> fast = Engine::load(SAYSO_SOURCE_DIR "/models/fast.sayso");
  require(fast.has_value(), "the model is there");
  return *fast;
}

void check_draft(const lint::DraftFile& file) {
  const Extraction said = engine().extract(file.document());
  const lint::Draft draft(file.document(), said);
  const auto findings = lint::check(draft, {lint::Style::reuters, {}}, file.silences());
  for (const lint::Finding& finding : findings) {
    require(finding.span.begin <= finding.span.end && finding.span.end <= draft.analysis().text.size(), "findings lie in the text");
    const lint::FilePlace place = file.place_of(finding.span);
    require(place.begin.line >= 1 && place.begin.column >= 1 && place.begin.line <= place.end.line, "findings lie in the file");
  }
  std::string out;
  lint::append_text(out, {file, findings}, {});
  lint::append_json(out, {file, findings});
  std::size_t made = 0;
  const std::string mended = file.mended(findings, made);
  require(made > 0 || mended == file.mended({}, made), "without fixes nothing changes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ReadOptions options;
  options.max_bytes = std::size_t{1} << 18;
  for (const char* name : {"draft.txt", "draft.md", "draft.html", "draft.docx"}) {
    const auto file = lint::DraftFile::of_bytes(std::string(reinterpret_cast<const char*>(data), size), name, options);
    if (file) check_draft(*file);
  }
  return 0;
}
