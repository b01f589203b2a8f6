#include "record/learning.h"

#include <bit>
#include <string>
#include <vector>

#include "record/packer.h"

namespace sayso::record {
namespace {

// 256 articles of 6 kB: a dictionary of 1,000 makes a text no more than a hundredth smaller.
constexpr std::int64_t kFewest = 256, kMost = 1024;

struct Packed {
  Packer::What what;
  const char *read, *write;
};
constexpr Packed kColumns[] = {
    {Packer::What::text, "SELECT document, text FROM texts ORDER BY document LIMIT $1", "UPDATE texts SET text = $1 WHERE document = $2"},
    {Packer::What::entities, "SELECT id, named FROM documents ORDER BY id LIMIT $1", "UPDATE documents SET named = $1 WHERE id = $2"},
    {Packer::What::sketch, "SELECT id, sketch FROM people WHERE sketch IS NOT NULL ORDER BY id LIMIT 16 * $1",
     "UPDATE people SET sketch = $1 WHERE id = $2"}};

void learn(Connection& db, const Packed& column) {
  std::vector<std::int64_t> ids;
  std::vector<std::string> samples;
  Query& row = db.query(column.read);
  for (row.with({kMost}); row.next();) {
    ids.push_back(row.integer(0));
    samples.push_back(db.packer().unpack(row.bytes(1)));
  }
  db.packer().learn(column.what, samples);
  if (!db.packer().has_learned(column.what)) return;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string packed = db.packer().pack(column.what, samples[i]);
    db.query(column.write).run({Blob{packed}, ids[i]});
  }
}

}  // namespace

bool is_time_to_learn(Connection& db, std::int64_t document) {
  return document >= kFewest && std::has_single_bit(static_cast<std::uint64_t>(document)) && !db.packer().has_learned(Packer::What::text);
}

void learn_to_pack(Connection& db) {
  for (const Packed& column : kColumns) {
    if (!db.packer().has_learned(column.what)) learn(db, column);
  }
}

}  // namespace sayso::record
