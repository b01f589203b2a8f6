// Which quotations of an archive recur in another article: by the index and compare(), and by equality of whole
// strings.
//
// usage: sayso_links INPUT [FIELD=NAME,...] [SAMPLE [SEED]]
// Prints counts as one JSON line, then SAMPLE links drawn at random over the quotations that recur, one a quotation,
// for reading.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "cli/values.h"
#include "formats/json_writer.h"
#include "sayso/reader.h"
#include "text/code_points.h"
#include "text/quotation_marks.h"
#include "trace/compare.h"
#include "trace/index/lookup.h"
#include "trace/index/segment_writer.h"
#include "trace/words.h"

namespace {

using namespace sayso;

constexpr std::size_t kLeastWords = 12;
constexpr double kSure = 0.98;  // score; of compare()'s own 0.5 a sixth are phrases and names that two have by chance
constexpr std::uint32_t kAround = 300;  // code points of context

struct Quoted {
  std::uint32_t document = 0, begin = 0, end = 0;  // words of the document
  trace::Wording wording;
  std::vector<trace::Print> prints;
  std::string key;  // what equality compares
};

struct Recurrence {
  std::uint32_t to = 0;  // quotation
  double score = 0;
};

struct Archive {
  std::vector<Document> documents;
  std::vector<Quoted> quotations;
  std::vector<std::vector<std::uint32_t>> of_document;  // indexes of quotations
  std::vector<trace::Segment> segments;
};

std::string key_of(std::string_view text) {
  const CodePoints points(text);
  std::string out;
  for (const trace::Word& word : trace::words_of(points).words) out += word.key + ' ';
  return out;
}

// Quotations between double marks, whatever their length; those that others stand in are left to them.
std::vector<Quoted> quotations_of(const Document& document, std::uint32_t number) {
  const CodePoints points(document.text);
  const std::vector<trace::PlacedPrint> words = trace::placed_prints(document.text);
  const auto word_at = [&](std::uint32_t index) {
    const auto byte = static_cast<std::uint32_t>(points.byte_of(index));
    return static_cast<std::uint32_t>(
        std::partition_point(words.begin(), words.end(), [byte](const auto& w) { return w.begin < byte; }) -
        words.begin());
  };
  std::vector<Quoted> out;
  for (const Quotation& q : parse_quotations(points).quotations) {
    if (q.parent >= 0 || q.single || !q.closed) continue;
    Quoted one{number, word_at(q.inside.begin), word_at(q.inside.end), {}, {}, {}};
    if (one.end - one.begin < 4) continue;
    one.wording.text = points.slice(q.inside);
    one.wording.before = points.slice({q.span.begin > kAround ? q.span.begin - kAround : 0, q.span.begin});
    one.wording.after = points.slice({q.span.end, std::min(points.size(), q.span.end + kAround)});
    one.wording.outlet = document.outlet.value_or("");
    one.wording.date = document.published.value_or("");
    for (std::uint32_t i = one.begin; i < one.end; ++i) one.prints.push_back(words[i].print);
    if (one.prints.size() >= kLeastWords) one.key = key_of(one.wording.text);
    out.push_back(std::move(one));
  }
  return out;
}

Archive read(const std::string& input, const std::string& map) {
  ReadOptions options;
  if (!map.empty()) cli::read_map(map, options.map);
  Reader reader({input}, options);
  Archive out;
  trace::SegmentWriter writer;
  while (auto document = reader.next()) {
    if (!*document) continue;
    const auto number = static_cast<std::uint32_t>(out.documents.size());
    writer.add(number + 1, 0, (*document)->text);
    out.of_document.emplace_back();
    for (Quoted& one : quotations_of(**document, number)) {
      out.of_document.back().push_back(static_cast<std::uint32_t>(out.quotations.size()));
      out.quotations.push_back(std::move(one));
    }
    (*document)->text.clear();
    out.documents.push_back(std::move(**document));
  }
  out.segments.push_back(*trace::Segment::of_bytes(writer.bytes()));
  return out;
}

// The other articles' quotations that are the same utterance.
std::vector<Recurrence> links_of(const Archive& archive, const Quoted& q) {
  trace::LookupLimits limits;
  limits.hits = 200;
  std::set<std::uint32_t> candidates;
  for (const trace::Hit& hit : trace::look_up(archive.segments.front(), q.prints, limits)) {
    const auto document = static_cast<std::uint32_t>(hit.document - 1);
    if (document == q.document || hit.agreed < 5) continue;
    for (const std::uint32_t other : archive.of_document[document])
      if (archive.quotations[other].begin < hit.at.end && archive.quotations[other].end > hit.at.begin)
        candidates.insert(other);
  }
  std::vector<Recurrence> out;
  for (const std::uint32_t other : candidates) {
    const double score = trace::compare(q.wording, archive.quotations[other].wording).score;
    if (score >= kSure) out.push_back({other, score});
  }
  return out;
}

void append(formats::JsonWriter& json, const Archive& archive, const Quoted& q) {
  json.begin_object();
  json.key("doc").string(archive.documents[q.document].id);
  json.key("outlet").string(q.wording.outlet);
  json.key("date").string(q.wording.date);
  json.key("before").string(q.wording.before.substr(q.wording.before.size() > 160 ? q.wording.before.size() - 160 : 0));
  json.key("text").string(q.wording.text);
  json.key("after").string(q.wording.after.substr(0, 160));
  json.end_object();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: sayso_links INPUT [FIELD=NAME,...] [SAMPLE [SEED]]\n"), 2;
  const Archive archive = read(argv[1], argc > 2 ? argv[2] : "");
  const std::size_t sample = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 0;
  std::map<std::string_view, std::set<std::uint32_t>> equal;  // key -> documents
  for (const Quoted& q : archive.quotations)
    if (!q.key.empty()) equal[q.key].insert(q.document);
  std::vector<std::vector<Recurrence>> links(archive.quotations.size());
  const auto work = [&](std::size_t part) {
    for (std::size_t i = part; i < links.size(); i += 2)
      if (!archive.quotations[i].key.empty()) links[i] = links_of(archive, archive.quotations[i]);
  };
  std::thread other(work, 1);
  work(0);
  other.join();
  std::size_t long_ones = 0, by_equality = 0, equal_links = 0, by_index = 0, index_links = 0, both = 0;
  std::vector<std::uint32_t> recurring;
  for (std::uint32_t i = 0; i < links.size(); ++i) {
    const Quoted& q = archive.quotations[i];
    if (q.key.empty()) continue;
    ++long_ones;
    const std::size_t same = equal[q.key].size() - 1;
    by_equality += same > 0, equal_links += same, by_index += !links[i].empty(), index_links += links[i].size();
    both += same > 0 && !links[i].empty();
    if (!links[i].empty()) recurring.push_back(i);
  }
  fmt::print(
      "{{\"articles\":{},\"quotations\":{},\"recur_by_equality\":{},\"links_by_equality\":{},\"recur\":{},\"links\":{},"
      "\"recur_by_both\":{}}}\n",
      archive.documents.size(), long_ones, by_equality, equal_links, by_index, index_links, both);
  std::mt19937 random(argc > 4 ? static_cast<unsigned>(std::strtoul(argv[4], nullptr, 10)) : 1);
  std::shuffle(recurring.begin(), recurring.end(), random);
  for (std::size_t i = 0; i < std::min(sample, recurring.size()); ++i) {
    const Quoted& q = archive.quotations[recurring[i]];
    const Recurrence link = links[recurring[i]][random() % links[recurring[i]].size()];
    const Quoted& to = archive.quotations[link.to];
    std::string line;
    formats::JsonWriter json(line);
    json.begin_object();
    json.key("equal").boolean(q.key == to.key);
    json.key("score").probability(link.score);
    append(json.key("a"), archive, q);
    append(json.key("b"), archive, to);
    json.end_object();
    std::puts(line.c_str());
  }
}
