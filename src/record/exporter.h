// Documents out of the record, one after another, with what the record knows of them besides.
#pragma once

#include <functional>

#include "record/sql.h"
#include "sayso/formats.h"
#include "sayso/record.h"

namespace sayso::record {

// In the order in which they were added; one is held at a time. Throws SqlFailure.
void each_kept(Connection& db, const ExportOptions& options, const std::function<bool(const Document&, const Extraction&, const Kept&)>& use);

}  // namespace sayso::record
