#include "record/people_linker.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "record/identity.h"
#include "record/curator.h"
#include "record/packer.h"
#include "record/sketch_pack.h"

namespace sayso::record {
namespace {

constexpr std::size_t kMostCandidates = 64;    // of one entity; more share only a very common name
constexpr double kSureToJoin = 0.9;           // the score from which two of the record are one
constexpr std::size_t kMostRemembered = 100'000;  // people kept in memory between transactions

Sketch under_its_name(Sketch sketch) {
  sketch.forms = {{sketch.name, 1}};
  sketch.other_names.clear();
  return sketch;
}

}  // namespace

std::vector<Linked> PeopleLinker::link(const Document& document, const Extraction& extraction, std::string_view document_key) {
  if (known_.size() > kMostRemembered) {
    flush();
    forget();
  }
  const std::vector<Sketch> all = sketches(document, extraction);
  std::vector<Linked> out(all.size());
  std::vector<std::int64_t> taken;
  Query& pins = db_.query("SELECT person FROM pins WHERE document_key = $1 AND name = $2");
  for (std::size_t i = 0; i < all.size(); ++i) {
    pins.with({document_key, std::string_view(all[i].name)});
    if (!pins.next()) continue;
    out[i] = {pins.integer(0), 1, "a curator's decision"};
  }
  for (const Linked& pinned : out) {
    if (pinned.person != 0) taken.push_back(known(pinned.person).root);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (out[i].person == 0) out[i] = link_one(all[i], taken);
  }
  return out;
}

Linked PeopleLinker::link_one(const Sketch& sketch, std::vector<std::int64_t>& taken) {
  Linked best;
  best.score = 0;
  std::vector<std::int64_t> same;
  const Compared own = compared(sketch);
  const Keys keys = keys_of(sketch, own);
  const std::vector<std::int64_t> maybe = candidates(keys.asked);
  std::vector<Known*> each;  // looked up together, as each waits for the memory
  for (const std::int64_t person : maybe) each.push_back(&known(person));
  for (std::size_t i = 0; i < maybe.size(); ++i) {
    const std::int64_t person = maybe[i];
    Known& one = *each[i];
    if (std::ranges::find(taken, one.root) != taken.end()) continue;
    if (!one.is_compared) renew(one.compared, one.sketch);
    one.is_compared = true;
    const Judgement judgement = judge(one.sketch, one.compared, sketch, own);
    if (judgement.verdict != Verdict::same) continue;
    same.push_back(person);
    if (judgement.score <= best.score) continue;
    best = {person, judgement.score, fmt::format("{}", fmt::join(judgement.reasons, ", "))};
  }
  if (best.person == 0) {
    best = {make(sketch, keys.filed), 1, ""};
  } else {
    Known& old = known(best.person);
    absorb(old.sketch, sketch);
    change(best.person, old);
    file(best.person, old, keys.filed);
  }
  for (const std::int64_t other : same) consider(best.person, other);
  taken.push_back(known(best.person).root);
  return best;
}

// Asked again when there is twice as much to go by. Only under the names they go by: a surname, or a form that some document took for
// theirs, may be shared, and what is joined by it would be joined to more and more.
void PeopleLinker::consider(std::int64_t a, std::int64_t b) {
  Known &x = known(a), &y = known(b);
  if (x.root == y.root) return;
  const std::uint32_t documents = x.sketch.documents + y.sketch.documents;
  std::uint32_t& before = considered_[std::minmax(a, b)];
  if (documents < 2 * before) return;
  before = documents;
  const Judgement judgement = judge(under_its_name(x.sketch), under_its_name(y.sketch));
  if (judgement.verdict != Verdict::same || judgement.score < kSureToJoin || judgement.reasons.front() != "same full name") return;
  const bool first = x.sketch.documents != y.sketch.documents ? x.sketch.documents > y.sketch.documents : a < b;
  join(first ? x.root : y.root, first ? y.root : x.root, fmt::format("{} ({:.2f})", fmt::join(judgement.reasons, ", "), judgement.score));
}

void PeopleLinker::join(std::int64_t person, std::int64_t other, const std::string& why) {
  if (is_decided(db_, person, other) || are_kept_apart(person, other)) return;
  joins_.push_back({person, other, why});
  into_[other] = person;
  std::vector<std::int64_t> moved = std::move(under_[other]);
  moved.push_back(other);
  for (const std::int64_t one : moved) known(one).root = person;
  std::vector<std::int64_t>& all = under_[person];
  all.insert(all.end(), moved.begin(), moved.end());
}

// Whether a curator took back that somebody of the one is somebody of the other, or split them.
bool PeopleLinker::are_kept_apart(std::int64_t person, std::int64_t other) {
  if (!apart_) {
    apart_.emplace();
    Query& row = db_.query("SELECT person, other FROM decisions WHERE other IS NOT NULL AND ((action = 'split' AND undone = 0) OR (action <> 'split' AND undone <> 0))");
    for (row.with({}); row.next();) apart_->emplace_back(row.integer(0), row.integer(1));
  }
  return std::ranges::any_of(*apart_, [&](const auto& pair) {
    return std::minmax(known(pair.first).root, known(pair.second).root) == std::minmax(person, other);
  });
}

std::vector<std::int64_t> PeopleLinker::candidates(const std::vector<std::string>& keys) {
  std::vector<std::int64_t> out;
  for (const std::string& key : keys) {
    for (const std::int64_t person : keys_.find(number_of_key(key), kMostCandidates)) {
      if (out.size() < kMostCandidates && std::ranges::find(out, person) == out.end()) out.push_back(person);
    }
  }
  return out;
}

PeopleLinker::Known& PeopleLinker::known(std::int64_t person) {
  const auto [at, is_new] = known_.try_emplace(person);
  if (!is_new) return at->second;
  Query& query = db_.query("SELECT sketch, coalesce(merged_into, id), name, named FROM people WHERE id = $1");
  query.with({person});
  if (query.next()) {
    at->second.sketch = unpack_sketch(db_.packer().unpack(query.bytes(0)));
    at->second.root = query.integer(1);
    at->second.row = person_row(query.text(2), query.integer(3) != 0, at->second.sketch);
    query.next();
    for (auto into = into_.find(at->second.root); into != into_.end(); into = into_.find(at->second.root)) at->second.root = into->second;
    if (at->second.root != person) under_[at->second.root].push_back(person);
  }
  return at->second;
}

std::int64_t PeopleLinker::make(const Sketch& sketch, const std::vector<std::string>& filed) {
  const std::int64_t person = insert_person(db_, sketch.name, sketch.type);
  Known& made = known_[person];
  made.sketch = sketch;
  change(person, made);
  made.root = person;
  file(person, made, filed);
  return person;
}

// Keys at once, as the next entity may ask for them; the sketch with the others in flush().
void PeopleLinker::file(std::int64_t person, Known& known, const std::vector<std::string>& keys) {
  for (const std::string& text : keys) {
    const std::int64_t key = number_of_key(text);
    if (std::ranges::find(known.keys, key) != known.keys.end()) continue;
    keys_.add(key, person);
    known.keys.push_back(key);
  }
}

void PeopleLinker::change(std::int64_t person, Known& known) {
  if (!known.changed) changed_.push_back(person);
  known.changed = true;
  known.is_compared = false;
}

void PeopleLinker::flush() {
  std::ranges::sort(changed_);  // rows beside each other are written together
  for (const std::int64_t person : changed_) {
    Known& known = known_[person];
    store_sketch(db_, person, known.sketch, known.row);
    known.changed = false;
  }
  changed_.clear();
  // Only now: a statement that may change several rows makes SQLite write what its index of words has gathered.
  for (const Join& one : joins_) log_joining(db_, one.person, one.other, one.why);
  joins_.clear();
  into_.clear();
  keys_.flush();
}

void PeopleLinker::forget() {
  keys_.forget();
  known_.clear();
  under_.clear();
  changed_.clear();
  joins_.clear();
  into_.clear();
  apart_.reset();
  considered_.clear();
}

}  // namespace sayso::record
