#include "trace/given_archive.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "text/ascii.h"
#include "text/code_points.h"
#include "trace/index/segment_writer.h"
#include "trace/words.h"

namespace sayso::trace {
namespace {

using Wanted = std::unordered_map<std::string, double>;  // word -> weight

double shared_words(const Wanted& wanted, std::string_view text) {
  const CodePoints points(text);
  std::set<std::string> found;
  double out = 0;
  for (const Word& word : words_of(points).words)
    if (const auto one = wanted.find(word.key); one != wanted.end() && found.insert(word.key).second) out += one->second;
  return out;
}

}  // namespace

GivenArchive::GivenArchive(std::vector<Document> documents, Extract extract)
    : documents_(std::move(documents)), extract_(std::move(extract)) {
  SegmentWriter writer;
  std::int64_t number = 0;
  for (const Document& document : documents_) writer.add(++number, 0, document.text);
  if (Result<Segment> segment = Segment::of_bytes(writer.bytes()); segment && !writer.empty()) {
    std::vector<Segment> segments;
    segments.push_back(std::move(*segment));
    index_ = Index(std::move(segments));
  }
}

Result<record::Coverage> GivenArchive::covers() {
  record::Coverage out;
  std::set<std::string> outlets;
  for (const Document& d : documents_) {
    ++out.documents;
    if (d.outlet) outlets.insert(*d.outlet);
    if (d.published && (!out.first || *d.published < *out.first)) out.first = d.published;
    if (d.published && (!out.last || *d.published > *out.last)) out.last = d.published;
  }
  out.outlets = static_cast<std::int64_t>(outlets.size());
  return out;
}

Result<SourcePtr> GivenArchive::source(std::int64_t number) {
  if (number < 1 || static_cast<std::size_t>(number) > documents_.size()) return SourcePtr();
  if (const auto found = cache_.find(number); found != cache_.end()) return found->second;
  auto out = std::make_shared<Source>();
  out->number = number;
  out->document = documents_[static_cast<std::size_t>(number - 1)];
  out->extraction = extract_(out->document);
  for (const Entity& entity : out->extraction.entities) out->people.push_back(entity.name);
  return cache_[number] = std::move(out);
}

Result<std::vector<std::int64_t>> GivenArchive::documents_with(std::string_view word, std::size_t most) {
  std::vector<std::int64_t> out;
  for (std::size_t i = 0; i < documents_.size() && out.size() < most; ++i)
    if (has_word(documents_[i].text, word)) out.push_back(static_cast<std::int64_t>(i + 1));
  return out;
}

Result<std::vector<record::Told>> GivenArchive::indirect_like(const std::vector<record::WantedWord>& words, double share, std::size_t most) {
  Wanted wanted;
  double all = 0;
  for (const record::WantedWord& one : words)
    if (wanted.emplace(one.word, one.weight).second) all += one.weight;
  std::vector<std::pair<double, record::Told>> ranked;
  for (std::int64_t number = 1; static_cast<std::size_t>(number) <= documents_.size(); ++number) {
    // Extracting is slow: only where the words are.
    if (shared_words(wanted, documents_[static_cast<std::size_t>(number - 1)].text) < share * all) continue;
    const Result<SourcePtr> source = this->source(number);
    if (!source) return tl::unexpected(source.error());
    const std::vector<Statement>& statements = (*source)->extraction.statements;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      if (statements[i].kind == Kind::direct) continue;
      const std::string& content = statements[i].content.text;
      const double shared = shared_words(wanted, content);
      if (shared > 0) ranked.push_back({shared, {{number, static_cast<std::uint32_t>(i)}, content}});
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<record::Told> out;
  for (auto& [shared, told] : ranked)
    if (out.size() < most) out.push_back(std::move(told));
  return out;
}

}  // namespace sayso::trace
