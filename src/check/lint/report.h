// Findings -> text for people, JSON, SARIF.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "check/lint/draft_file.h"
#include "check/lint/finding.h"

namespace sayso::lint {

struct CheckedDraft {
  const DraftFile& file;
  const std::vector<Finding>& findings;
};

struct TextLook {
  bool color = false;
  std::size_t width = 80;
};

//   draft.txt:12:34: warning Q020 “claimed” says that you doubt it
//       Ann Cole claimed that the mill would close.
//                ^~~~~~~ said
void append_text(std::string& out, const CheckedDraft& draft, const TextLook& look);

// One object, one line: {"path", "findings": [{"rule", "severity", "line", "column", "end_line", "end_column", "span", "text", "message",
// "suggestion", "fixes": [{"span", "text"}]}]}. Spans are code points of the draft's text as sayso extract gives it.
void append_json(std::string& out, const CheckedDraft& draft);

// A SARIF 2.1.0 log is sarif_begin, append_sarif for each draft, sarif_end. https://docs.oasis-open.org/sarif/sarif/v2.1.0/
class SarifLog {
 public:
  SarifLog(std::string& out, std::string_view version);
  void append(const CheckedDraft& draft);
  void end();

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace sayso::lint
