// Where quotations are looked for: a record, or documents that are given.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/documents.h"
#include "sayso/error.h"
#include "trace/index/index.h"

namespace sayso::trace {

using Source = record::Kept;  // one document with all that was extracted from it
using SourcePtr = std::shared_ptr<const Source>;

// Thread safety: none.
class Archive {
 public:
  virtual ~Archive() = default;

  virtual const Index& index() const = 0;
  virtual Result<record::Coverage> covers() = 0;
  // Null where the document is not there, or a newer version of it is.
  virtual Result<SourcePtr> source(std::int64_t number) = 0;
  // The first `most` documents, by number, that have this word, given in lower case. Reads their texts.
  virtual Result<std::vector<std::int64_t>> documents_with(std::string_view word, std::size_t most) = 0;
  // Indirect statements that have `share` of the words by weight, better ones first.
  virtual Result<std::vector<record::Told>> indirect_like(const std::vector<record::WantedWord>& words, double share, std::size_t most) = 0;
  // A statement by its number in the record.
  virtual Result<std::optional<record::StatementPlace>> statement(std::int64_t number) = 0;
};

}  // namespace sayso::trace
