// The documents that pairs of quotations were taken from: what stands around the words tells who said them, and when.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "trace/archive.h"
#include "trace/pairs.h"

namespace sayso::trace {

// Held in memory. Thread safety: none.
class PairDocuments {
 public:
  using Extract = std::function<Extraction(const Document&)>;
  // Of documents with one id the last counts. They are extracted when a pair asks for one.
  PairDocuments(std::vector<Document> documents, Extract extract);

  // Sets the settings of both wordings, where the words stand at their places in documents that are here. The place is looked for where it
  // is a little off: the words must stand there, or once in the document.
  void read(WordingPair& pair);

 private:
  void read(Wording& wording, const std::optional<PrintedAt>& at);
  SourcePtr source(const std::string& id);

  std::map<std::string, Document, std::less<>> documents_;
  Extract extract_;
  std::map<std::string, SourcePtr, std::less<>> cache_;
};

}  // namespace sayso::trace
