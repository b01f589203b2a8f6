#include "record/curator.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>

#include "record/buckets.h"
#include "record/identity.h"
#include "record/names.h"
#include "record/people_finder.h"
#include "record/people_store.h"
#include "record/stored.h"
#include "record/text_index.h"
#include "record/transaction.h"

namespace sayso::record {
namespace {

constexpr std::int64_t kMostRead = 500;  // documents of which a sketch is made anew

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

Decision::Action action_named(std::string_view name) {
  for (const auto action : {Decision::Action::merge, Decision::Action::split, Decision::Action::rename, Decision::Action::join}) {
    if (sayso::name_of(action) == name) return action;
  }
  throw SqlFailure(ErrorCode::malformed, fmt::format("the record has a decision that this Sayso does not know: {}", name));
}

std::int64_t find_root(std::map<std::int64_t, std::int64_t>& parents, std::int64_t one) {
  while (parents.try_emplace(one, one).first->second != one) {
    std::int64_t& parent = parents[one];
    parent = parents[parent];
    one = parent;
  }
  return one;
}

std::vector<std::int64_t> integers(Query& row) {
  std::vector<std::int64_t> out;
  while (row.next()) out.push_back(row.integer(0));
  return out;
}

// All versions of a document.
std::vector<std::int64_t> versions_of(Connection& db, std::int64_t document) {
  return integers(db.query("SELECT v.id FROM documents d JOIN documents v ON v.key = d.key WHERE d.id = $1 ORDER BY v.id").with({document}));
}

}  // namespace

bool is_decided(Connection& db, std::int64_t person, std::int64_t other) {
  return db.query("SELECT id FROM decisions WHERE (person = $1 AND other = $2) OR (person = $2 AND other = $1) LIMIT 1").number({person, other}).has_value();
}

bool is_renamed(Connection& db, std::int64_t person) {
  return db.query("SELECT id FROM decisions WHERE action = 'rename' AND person = $1 AND undone = 0 LIMIT 1").number({person}).has_value();
}

void log_joining(Connection& db, std::int64_t person, std::int64_t other, const std::string& why) {
  const std::string made = now();
  db.query("INSERT INTO decisions (made, action, person, other, details) VALUES ($1, 'join', $2, $3, $4)")
      .run({std::string_view(made), person, other, std::string_view(why)});
  db.query("UPDATE people SET merged_into = $1 WHERE id = $2 OR merged_into = $2").run({person, other});
}

std::int64_t Curator::log(Decision::Action action, std::int64_t person, std::int64_t other, const std::string& details) {
  const std::string made = now();
  return db_.insert("INSERT INTO decisions (made, action, person, other, details) VALUES ($1, $2, $3, $4, $5)",
                    {std::string_view(made), sayso::name_of(action), person, other == 0 ? Value() : Value(other), std::string_view(details)});
}

Decision Curator::merge(std::int64_t person, std::int64_t other) {
  Transaction transaction(db_);
  PeopleFinder finder(db_);
  const std::int64_t kept = finder.number(std::to_string(person)), gone = finder.number(std::to_string(other));
  if (kept == gone) throw SqlFailure(ErrorCode::bad_argument, fmt::format("#{} and #{} are one already", person, other));
  const std::int64_t id = log(Decision::Action::merge, kept, gone, "");
  settle_merges();
  transaction.commit();
  return decision(id);
}

Decision Curator::rename(std::int64_t person, const std::string& name) {
  if (name.find_first_not_of(" \t\r\n") == std::string::npos) throw SqlFailure(ErrorCode::bad_argument, "the new name is empty");
  if (name.find('\n') != std::string::npos) throw SqlFailure(ErrorCode::bad_argument, "the new name has several lines");
  Transaction transaction(db_);
  const std::int64_t whom = PeopleFinder(db_).number(std::to_string(person));
  const std::int64_t id = log(Decision::Action::rename, whom, 0, name);
  settle_name(whom);
  transaction.commit();
  return decision(id);
}

Decision Curator::split(std::int64_t person, const std::vector<std::int64_t>& documents) {
  Transaction transaction(db_);
  PeopleFinder finder(db_);
  const std::int64_t root = finder.number(std::to_string(person));
  const std::vector<std::int64_t> all = finder.merged(root);
  const std::vector<Part> parts = parts_of(all, documents);
  const bool nothing_left = std::ranges::all_of(all, [&](std::int64_t one) {
    return integers(db_.query("SELECT 1 FROM person_documents WHERE person = $1 LIMIT 1").with({one})).empty();
  });
  if (nothing_left) throw SqlFailure(ErrorCode::bad_argument, fmt::format("#{} stands in no other documents: there is nothing to split", root));
  for (const std::int64_t one : all) sketch_anew(one);
  for (const Part& part : parts) sketch_anew(part.other);
  const std::int64_t id = log(Decision::Action::split, root, parts.front().other, fmt::format("{}", fmt::join(documents, " ")));
  for (const Part& part : parts) db_.query("INSERT INTO split_parts (decision, person, other) VALUES ($1, $2, $3)").run({id, part.person, part.other});
  settle_merges();
  transaction.commit();
  return decision(id);
}

// Each of those who are counted as one gives its mentions in the documents to one that is new.
std::vector<Curator::Part> Curator::parts_of(const std::vector<std::int64_t>& all, const std::vector<std::int64_t>& documents) {
  std::vector<Part> out;
  for (const std::int64_t document : documents) {
    bool found = false;
    for (const std::int64_t one : all) {
      if (!stands_in(one, document)) continue;
      auto part = std::ranges::find(out, one, &Part::person);
      if (part == out.end()) part = out.insert(out.end(), {one, insert_person(db_, PeopleFinder(db_).known(one).name, stored_sketch(db_, one).type)});
      move(document, one, part->other);
      found = true;
    }
    if (!found) throw SqlFailure(ErrorCode::bad_argument, fmt::format("#{} does not stand in document {}; --why lists where", all.front(), document));
  }
  return out;
}

// In any of its versions.
bool Curator::stands_in(std::int64_t person, std::int64_t document) {
  return std::ranges::any_of(versions_of(db_, document), [&](std::int64_t version) {
    const std::vector<std::int64_t> people = stored_people(db_, version);
    return std::ranges::find(people, person) != people.end();
  });
}

// Entities of one version, its statements with them, and a pin for each of their names.
void Curator::move_in(std::int64_t version, std::int64_t from, std::int64_t to) {
  std::vector<std::int64_t> people = stored_people(db_, version);
  const std::vector<NamedEntity> entities = stored_entities(db_, version);
  bool found = false;
  for (std::size_t i = 0; i < people.size() && i < entities.size(); ++i) {
    if (people[i] != from) continue;
    people[i] = to;
    found = true;
    const Entity& entity = entities[i].entity;
    const std::string name = entity.type == SourceType::person ? without_titles(entity.name) : entity.name;
    db_.query(
           "INSERT INTO pins (document_key, name, person) SELECT key, CAST($1 AS TEXT), CAST($2 AS BIGINT) FROM "
           "documents WHERE id = $3 "
           "ON CONFLICT (document_key, name) DO UPDATE SET person = excluded.person")
        .run({std::string_view(name), to, version});
  }
  if (!found) return;
  const std::string packed = pack_people(people);
  db_.query("UPDATE documents SET people = $1 WHERE id = $2").run({Blob{packed}, version});
  constexpr const char* kOfVersion =
      "statement IN (SELECT s.id FROM statements s JOIN documents d ON s.id >= d.first_statement AND s.id < d.first_statement + d.statements WHERE d.id = $2)";
  db_.query(fmt::format("INSERT INTO joint_speakers (statement, person) SELECT statement, CAST($3 AS BIGINT) FROM joint_speakers WHERE person = $1 AND {} "
                        "ON CONFLICT (statement, person) DO NOTHING", kOfVersion))
      .run({from, version, to});
  db_.query(fmt::format("DELETE FROM joint_speakers WHERE person = $1 AND {}", kOfVersion)).run({from, version});
  db_.query(
         "UPDATE statements SET person = $1 WHERE person = $2 AND id IN (SELECT s.id FROM statements s JOIN "
         "documents d "
         "ON s.id >= d.first_statement AND s.id < d.first_statement + d.statements WHERE d.id = $3)")
      .run({to, from, version});
  db_.query(
         "INSERT INTO person_documents (person, document, statements) SELECT CAST($1 AS BIGINT), document, "
         "statements FROM person_documents "
         "WHERE person = $2 AND document = $3 ON CONFLICT (person, document) DO UPDATE SET "
         "statements = person_documents.statements + excluded.statements")
      .run({to, from, version});
  db_.query("DELETE FROM person_documents WHERE person = $1 AND document = $2").run({from, version});
}

// Rows and tags of all versions of a document, and a pin for when it is read again.
void Curator::move(std::int64_t document, std::int64_t from, std::int64_t to) {
  TextIndex index(db_);
  for (const std::int64_t version : versions_of(db_, document)) {
    const std::vector<Indexed> before = indexed_statements(db_, version);
    move_in(version, from, to);
    const std::vector<Indexed> after = indexed_statements(db_, version);
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (tags_of(before[i].tags) != tags_of(after[i].tags)) index.tag_anew(before[i].statement, before[i].content, before[i].tags, after[i].tags);
    }
  }
}

// From the documents that are left, or that were given to it.
void Curator::sketch_anew(std::int64_t person) {
  const bool listed = stored_sketch(db_, person).listed;
  const std::vector<std::int64_t> documents =
      integers(db_.query("SELECT document FROM person_documents WHERE person = $1 ORDER BY document DESC LIMIT $2")
                   .with({person, kMostRead}));
  if (documents.empty()) return;
  Sketch sketch;
  Buckets keys = person_keys(db_);
  keys.remove_id(person);
  for (const std::int64_t document : documents) {
    const Stored kept = stored(db_, document);
    const std::vector<Sketch> all = sketches(kept.document, kept.extraction);
    for (std::size_t i = 0; i < all.size() && i < kept.people.size(); ++i) {
      if (kept.people[i] != person) continue;
      const Sketch& one = all[i];
      if (sketch.name.empty())
        sketch = one;
      else
        absorb(sketch, one);
      for (const std::string& key : keys_of(one).filed) keys.add(number_of_key(key), person);
    }
  }
  keys.flush();
  sketch.listed = listed;
  store_sketch(db_, person, sketch);
}

Decision Curator::undo(std::int64_t id) {
  Transaction transaction(db_);
  if (id == 0) {
    const auto standing = integers(db_.query("SELECT id FROM decisions WHERE undone = 0 AND action <> 'join' ORDER BY id DESC LIMIT 1").with({}));
    if (standing.empty()) throw SqlFailure(ErrorCode::bad_argument, "no decision of a curator stands; what the program joined is undone by its number, which `sayso who --log` lists");
    id = standing.front();
  }
  const Decision taken = decision(id);
  if (taken.undone) throw SqlFailure(ErrorCode::bad_argument, fmt::format("decision {} is undone already", id));
  db_.query("UPDATE decisions SET undone = 1 WHERE id = $1").run({id});
  if (taken.action == Decision::Action::rename) settle_name(taken.person);
  else settle_merges();
  transaction.commit();
  return decision(id);
}

// Merges and joinings that stand say that two are one, as do splits that were undone. Of a split that stands the parts are one as far as those whom
// they were split from still are; of one who is not any longer counted as whom the split was about, nothing is split.
void Curator::settle_merges() {
  std::map<std::int64_t, std::int64_t> parents;
  const auto unite = [&](std::int64_t person, std::int64_t other) {
    const std::int64_t a = find_root(parents, person), b = find_root(parents, other);
    if (a != b) parents[b] = a;
  };
  struct Split {
    std::int64_t decision = 0, about = 0;
    Part part;
  };
  std::vector<Split> splits;
  Query& row = db_.query("SELECT d.id, d.action, d.person, d.undone, coalesce(p.person, d.person), coalesce(p.other, d.other) FROM decisions d "
                         "LEFT JOIN split_parts p ON p.decision = d.id WHERE d.action IN ('merge', 'split', 'join') ORDER BY d.id, p.other");
  for (row.with({}); row.next();) {
    const Part part{row.integer(4), row.integer(5)};
    const bool is_split = row.text(1) == "split", undone = row.integer(3) != 0;
    find_root(parents, part.person), find_root(parents, part.other);
    if (is_split == undone) unite(part.person, part.other);
    else if (is_split) splits.push_back({row.integer(0), row.integer(2), part});
  }
  std::map<std::int64_t, std::int64_t> first;  // of a decision, the part that the others are
  for (const Split& one : splits) {
    if (find_root(parents, one.part.person) != find_root(parents, one.about)) unite(one.part.person, one.part.other);
    else unite(first.try_emplace(one.decision, one.part.other).first->second, one.part.other);
  }
  std::vector<std::int64_t> all;
  for (const auto& [person, ignored] : parents) all.push_back(person);
  for (const std::int64_t person : all) {
    const std::int64_t root = find_root(parents, person);
    db_.query("UPDATE people SET merged_into = $1 WHERE id = $2").run({root == person ? Value() : Value(root), person});
  }
}

void Curator::settle_name(std::int64_t person) {
  Query& row = db_.query("SELECT details FROM decisions WHERE action = 'rename' AND person = $1 AND undone = 0 ORDER BY id DESC LIMIT 1");
  std::optional<std::string> name;
  for (row.with({person}); row.next();) name = row.text(0);
  name_person(db_, person, name);
}

Decision Curator::decision(std::int64_t id) {
  for (Decision& one : decisions()) {
    if (one.id == id) return std::move(one);
  }
  throw SqlFailure(ErrorCode::bad_argument, fmt::format("no decision {}; `sayso who --log` lists them", id));
}

std::vector<Decision> Curator::decisions() {
  std::vector<Decision> out;
  Query& row = db_.query("SELECT d.id, d.action, d.made, d.person, coalesce(d.other, 0), p.name, o.name, d.details, d.undone FROM decisions d "
                         "JOIN people p ON p.id = d.person LEFT JOIN people o ON o.id = d.other ORDER BY d.id");
  for (row.with({}); row.next();) {
    out.push_back({row.integer(0), action_named(row.text(1)), std::string(row.text(2)), row.integer(3), row.integer(4), std::string(row.text(5)),
                   std::string(row.text(6)), std::string(row.text(7)), row.integer(8) != 0});
  }
  return out;
}

}  // namespace sayso::record

namespace sayso {

std::string_view name_of(Decision::Action action) {
  switch (action) {
    case Decision::Action::merge: return "merge";
    case Decision::Action::split: return "split";
    case Decision::Action::rename: return "rename";
    case Decision::Action::join: return "join";
  }
  return "";
}

}  // namespace sayso
