// Documents that are given, held in memory: verifying without a record.
#pragma once

#include <functional>
#include <map>

#include "trace/archive.h"

namespace sayso::trace {

class GivenArchive final : public Archive {
 public:
  using Extract = std::function<Extraction(const Document&)>;
  // Documents are extracted when one is asked for. Errors: none; texts of up to 2^32 words in all.
  GivenArchive(std::vector<Document> documents, Extract extract);

  const Index& index() const override { return index_; }
  Result<record::Coverage> covers() override;
  Result<SourcePtr> source(std::int64_t number) override;
  Result<std::vector<std::int64_t>> documents_with(std::string_view word, std::size_t most) override;
  Result<std::vector<record::Told>> indirect_like(const std::vector<record::WantedWord>& words, double share, std::size_t most) override;
  Result<std::optional<record::StatementPlace>> statement(std::int64_t) override { return std::nullopt; }

 private:
  std::vector<Document> documents_;  // number: index plus one
  Extract extract_;
  Index index_;
  std::map<std::int64_t, SourcePtr> cache_;
};

}  // namespace sayso::trace
