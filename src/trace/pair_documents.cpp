#include "trace/pair_documents.h"

#include "text/code_points.h"
#include "trace/setting.h"

namespace sayso::trace {
namespace {

// Where the words stand in the text; empty where they do not.
Span find_words(const std::string& utf8, const std::string& words, Span at) {
  const CodePoints text(utf8);
  if (text.slice(at) == words) return at;
  const std::size_t byte = words.empty() ? std::string::npos : utf8.find(words);
  if (byte == std::string::npos || utf8.find(words, byte + 1) != std::string::npos) return {};
  return {text.index_of(byte), text.index_of(byte + words.size())};
}

}  // namespace

PairDocuments::PairDocuments(std::vector<Document> documents, Extract extract) : extract_(std::move(extract)) {
  for (Document& document : documents) {
    std::string id = document.id;
    documents_.insert_or_assign(std::move(id), std::move(document));
  }
}

void PairDocuments::read(WordingPair& pair) {
  read(pair.a, pair.at_a);
  read(pair.b, pair.at_b);
}

void PairDocuments::read(Wording& wording, const std::optional<PrintedAt>& at) {
  if (!at) return;
  const SourcePtr source = this->source(at->document);
  if (!source) return;
  const Span quoted = find_words(source->document.text, wording.text, at->quoted);
  if (!quoted.empty()) wording.setting = std::make_shared<const Setting>(setting_of(source, quoted));
}

SourcePtr PairDocuments::source(const std::string& id) {
  if (const auto known = cache_.find(id); known != cache_.end()) return known->second;
  const auto found = documents_.find(id);
  if (found == documents_.end()) return nullptr;
  const auto out = std::make_shared<Source>();
  out->document = found->second;
  out->extraction = extract_(out->document);
  for (const Entity& entity : out->extraction.entities) out->people.push_back(entity.name);
  return cache_[id] = out;
}

}  // namespace sayso::trace
