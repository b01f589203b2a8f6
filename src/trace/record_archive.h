// A record with its index, which is brought up to date first.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "trace/archive.h"

namespace sayso::trace {

// Where the index of a record lies: beside it, or in the user's cache where there is no writing beside it, or for a
// server.
std::string index_folder_of(const std::string& record);

struct IndexProgress {
  std::function<void(std::int64_t documents)> show;  // may be empty; called now and then while documents are added
  std::function<void(const Error&)> damaged;            // may be empty; called before an index that cannot be used is made again
};

// Adds what the record has and the index has not; makes it anew where it is damaged or another record's. Gives the
// folder.
Result<std::string> update_index(const std::string& record, const IndexProgress& progress = {});

class RecordArchive final : public Archive {
 public:
  static Result<RecordArchive> open(const std::string& record, const IndexProgress& progress = {});

  const Index& index() const override { return index_; }
  // Of when it was first asked for: one draft asks again and again.
  Result<record::Coverage> covers() override;
  Result<SourcePtr> source(std::int64_t number) override;
  Result<std::vector<std::int64_t>> documents_with(std::string_view word, std::size_t most) override;
  Result<std::vector<record::Told>> indirect_like(const std::vector<record::WantedWord>& words, double share, std::size_t most) override {
    return documents_.indirect_like(words, share, most);
  }
  Result<std::optional<record::StatementPlace>> statement(std::int64_t number) override {
    return documents_.statement(number);
  }

 private:
  RecordArchive(record::Documents documents, Index index)
      : documents_(std::move(documents)), index_(std::move(index)) {}

  static constexpr std::size_t kMostCached = 256;  // documents
  record::Documents documents_;
  Index index_;
  std::map<std::int64_t, SourcePtr> cache_;
  std::optional<record::Coverage> covers_;
};

}  // namespace sayso::trace
