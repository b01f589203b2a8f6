// A quotation -> its variants in an archive.
#pragma once

#include "sayso/error.h"
#include "trace/archive.h"
#include "trace/tracing.h"

namespace sayso::trace {

struct TraceOptions {
  std::size_t witnesses = 300;  // at most; the best ones
};

// Errors: bad_argument (no words), and those of the archive. Nothing found: no witnesses.
Result<Tracing> trace(Archive& archive, const Wording& asked, const TraceOptions& options = {});
// A statement by its number in the record. Error not_found.
Result<Wording> wording_of_statement(Archive& archive, std::int64_t number);

}  // namespace sayso::trace
