// A verification as JSON, and for people. Keys: docs/verify.md.
#pragma once

#include <string>

#include "check/verdict.h"
#include "trace/comparison_json.h"

namespace sayso::check {

// One line with its line end.
void append_json(std::string& out, const Verification& verification);

// The verdict in a sentence, the words, and each witness with what differs.
void append_text(std::string& out, const Verification& verification, const trace::TextOptions& options = {});

}  // namespace sayso::check
