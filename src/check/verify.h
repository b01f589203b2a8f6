// A quotation -> is it in an archive, in these words, and by whom?
#pragma once

#include <string>

#include "check/verdict.h"
#include "sayso/error.h"
#include "trace/archive.h"

namespace sayso::check {

struct VerifyOptions {
  std::string by;                // who is said to have said it; "": nobody in particular
  std::size_t witnesses = 1000;  // at most; the best ones
  bool thorough = true;          // also what was changed every few words, by reading all of the index
};

// Errors: bad_argument (a quotation without words), and those of the archive.
Result<Verification> verify(trace::Archive& archive, const std::string& quotation, const VerifyOptions& options = {});

}  // namespace sayso::check
