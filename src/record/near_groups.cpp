#include "record/near_groups.h"

#include <algorithm>
#include <functional>
#include <map>

#include "record/packer.h"

namespace sayso::record {

std::optional<std::int64_t> NearGroups::add(std::int64_t document, std::string_view text) {
  const std::vector<std::uint64_t> shingles = shingles_of(text);
  if (shingles.size() < kFewestShingles) return std::nullopt;
  const std::vector<Candidate> found = candidates(document, bands_of(shingles));
  if (found.empty()) return std::nullopt;
  const ShingleSet own(shingles);
  std::vector<std::int64_t> groups;  // one pair joins a whole group
  std::size_t compared = 0;
  for (const Candidate& one : found) {
    if (std::ranges::find(groups, one.group) != groups.end()) continue;
    if (++compared > kMostCompared) break;
    if (is_near(own, one.document)) groups.push_back(one.group);
  }
  return groups.empty() ? std::nullopt : std::optional(join(document, groups));
}

// Those that share most bands first. The document itself is filed under its bands.
std::vector<NearGroups::Candidate> NearGroups::candidates(std::int64_t document, const Bands& bands) {
  std::map<std::int64_t, Candidate> by_document;
  for (const std::uint32_t band : bands) {
    const std::vector<std::int64_t> there = bands_.find(band, kMostOfBucket);
    if (there.size() < kMostOfBucket) bands_.add(band, document);
    for (const std::int64_t other : there) {
      if (other != document) ++by_document.try_emplace(other, Candidate{other, other, 0}).first->second.bands;
    }
  }
  std::vector<Candidate> out;
  Query& near = db_.query("SELECT near FROM documents WHERE id = $1");
  for (auto& [id, one] : by_document) {
    one.group = near.number({id}).value_or(id);
    out.push_back(one);
  }
  std::ranges::stable_sort(out, std::greater{}, &Candidate::bands);
  return out;
}

bool NearGroups::is_near(const ShingleSet& shingles, std::int64_t other) {
  Query& row = db_.query("SELECT text FROM texts WHERE document = $1");
  row.with({other});
  if (!row.next()) return false;
  const std::string text = db_.packer().unpack(row.bytes(0));
  row.next();
  return jaccard(shingles, ShingleSet(shingles_of(text))) >= kLeastNear;
}

std::int64_t NearGroups::join(std::int64_t document, const std::vector<std::int64_t>& groups) {
  const std::int64_t name = std::min(document, std::ranges::min(groups));
  for (const std::int64_t group : groups) {
    // A document in no group has its own number for one.
    db_.query("UPDATE documents SET near = $1 WHERE id = $2").run({name, group});
    if (group == name) continue;
    // One row at a time: a statement that may change several makes SQLite write what its index of words has gathered.
    for (const std::int64_t one : db_.query("SELECT id FROM documents WHERE near = $1").numbers({group}))
      db_.query("UPDATE documents SET near = $1 WHERE id = $2").run({name, one});
  }
  db_.query("UPDATE documents SET near = $1 WHERE id = $2").run({name, document});
  return name;
}

}  // namespace sayso::record
