#include "record/writer.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <set>

#include "record/changes.h"
#include "record/document_key.h"
#include "record/learning.h"
#include "record/pack.h"
#include "record/packer.h"
#include "record/stored.h"
#include "record/wording.h"
#include "record/words.h"
#include "text/code_points.h"

namespace sayso::record {
namespace {

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

bool says(const std::optional<std::string>& what) { return what && !what->empty(); }

bool is_corrected(const std::optional<std::string>& now, const std::optional<std::string>& before) { return says(now) && now != before; }

// Whether the document says of itself what the record does not have, or has otherwise.
bool is_corrected(const Document& now, const Document& before) {
  return is_corrected(now.title, before.title) || is_corrected(now.outlet, before.outlet) || is_corrected(now.published, before.published) ||
         (!now.authors.empty() && now.authors != before.authors);
}

// What it does not say stays as it was.
Document completed(Document now, const Document& before) {
  if (!says(now.title)) now.title = before.title;
  if (!says(now.outlet)) now.outlet = before.outlet;
  if (!says(now.published)) now.published = before.published;
  if (!says(now.language)) now.language = before.language;
  if (now.authors.empty()) now.authors = before.authors;
  return now;
}

}  // namespace

void Writer::begin() {
  if (open_) return;
  db_.begin();
  open_ = true;
  const std::int64_t version = db_.changes_by_others();
  if (version != seen_version_) forget();
  seen_version_ = version;
}

void Writer::commit() {
  if (!open_) return;
  people_.flush();
  flush_named();
  index_.flush();
  near_.flush();
  wordings_.flush();
  db_.commit();
  open_ = false;
}

void Writer::roll_back() {
  if (!open_) return;
  open_ = false;
  forget();
  db_.roll_back();
}

// What it remembers of the database, and what it has not yet written.
void Writer::forget() {
  people_.forget();
  index_.forget();
  near_.forget();
  wordings_.forget();
  named_.clear();
  outlets_.clear();
  db_.packer().forget();
}

std::optional<Added> Writer::known(const Document& document, std::string_view model) {
  const std::string key = key_of(document);
  Query& query = db_.query(
      "SELECT id, version, statements, near FROM documents "
      "WHERE key = $1 AND latest = 1 AND hash = $2 AND model = $3");
  query.with({std::string_view(key), hash_of(document), model});
  if (!query.next()) return std::nullopt;
  Added out;
  out.outcome = Added::Outcome::known;
  out.document = query.integer(0);
  out.version = query.integer(1);
  out.statements = static_cast<std::size_t>(query.integer(2));
  out.near = query.integer_or_none(3);
  query.next();
  if (is_corrected(document, stored_head(db_, out.document))) return std::nullopt;
  return out;
}

Added Writer::add(const Document& document, const Extraction& extraction, std::string_view model, bool again) {
  begin();
  return store(document, extraction, model, again);
}

Added Writer::store(const Document& document, const Extraction& extraction, std::string_view model, bool again) {
  if (const auto there = again ? std::nullopt : known(document, model)) return *there;
  Added out;
  out.statements = extraction.statements.size();
  const std::string key = key_of(document);
  Query& last = db_.query("SELECT id, version, hash, near FROM documents WHERE key = $1 ORDER BY version DESC LIMIT 1");
  last.with({std::string_view(key)});
  if (!last.next()) {
    insert_document(document, extraction, key, 1, model, {}, out);
    return out;
  }
  out.document = last.integer(0);
  out.version = last.integer(1);
  out.near = last.integer_or_none(3);
  const bool same_text = last.integer(2) == hash_of(document);
  last.next();
  if (same_text) replace(document, extraction, model, key, out);
  else add_version(document, extraction, model, key, out);
  return out;
}

// What was extracted from the same text, and what the document says of itself.
void Writer::replace(const Document& read, const Extraction& extraction, std::string_view model, const std::string& key, Added& out) {
  out.outcome = Added::Outcome::again;
  Carried carried(db_, out.document);
  remove_extraction(out.document);
  const Document document = completed(read, stored_head(db_, out.document));
  const Packed packed = pack(document, extraction, key);
  const std::string authors = pack_strings(document.authors);
  db_.query(
         "UPDATE documents SET model = $1, first_statement = $2, statements = $3, said = $4, named = $5, people = $6, title = $7, outlet = $8, "
         "authors = $9, published = $10, language = $11 WHERE id = $12")
      .run({model, packed.first_statement, std::int64_t(extraction.statements.size()), Blob{packed.said}, Blob{packed.named}, Blob{packed.people},
            value_of(document.title), value_of(outlet_of(document)), std::string_view(authors), value_of(document.published),
            value_of(document.language), out.document});
  insert_extraction(out.document, document, extraction, packed, carried);
}

void Writer::add_version(const Document& document, const Extraction& extraction, std::string_view model, const std::string& key, Added& out) {
  std::vector<std::string> before, after;
  for (const Statement& s : stored(db_, out.document).extraction.statements) before.push_back(s.content.text);
  for (const Statement& s : extraction.statements) after.push_back(s.content.text);
  out.outcome = Added::Outcome::new_version;
  out.changes = changes_between(before, after);
  Carried carried(db_, out.document);
  supersede(out.document);
  insert_document(document, extraction, key, ++out.version, model, std::move(carried), out);
  std::int64_t number = 0;
  for (const Change& c : out.changes) {
    db_.query("INSERT INTO changes (document, number, change, before, after) VALUES ($1, $2, $3, $4, $5)")
        .run({out.document, number++, name_of(c.what), std::string_view(c.before), std::string_view(c.after)});
  }
}

Writer::Packed Writer::pack(const Document& document, const Extraction& extraction, const std::string& key) {
  const CodePoints text(document.text);
  const std::vector<Linked> linked = people_.link(document, extraction, key);
  Packed out;
  out.length = text.size();
  out.first_statement = db_.query("SELECT coalesce(max(id), 0) + 1 FROM statements").number({}).value_or(1);
  for (const Linked& one : linked) out.who.push_back(one.person);
  out.said = pack_statements(extraction, text);
  out.named = db_.packer().pack(Packer::What::entities, pack_entities(extraction.entities, linked, text));
  out.people = pack_people(out.who);
  return out;
}

void Writer::insert_document(const Document& document, const Extraction& extraction, const std::string& key,
                             std::int64_t version, std::string_view model, Carried carried, Added& out) {
  const Packed packed = pack(document, extraction, key);
  const std::string authors = pack_strings(document.authors), added = now(), text = db_.packer().pack(Packer::What::text, document.text);
  out.document = db_.insert(
      "INSERT INTO documents (key, version, latest, hash, given_id, path, url, title, outlet, "
      "authors, published, language, added, "
      "model, length, first_statement, statements, said, named, people) "
      "VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
      "$19)",
      {std::string_view(key), version, hash_of(document), std::string_view(document.id), std::string_view(document.path), value_of(document.url),
       value_of(document.title), value_of(outlet_of(document)), std::string_view(authors), value_of(document.published), value_of(document.language),
       std::string_view(added), model, packed.length, packed.first_statement, std::int64_t(extraction.statements.size()), Blob{packed.said},
       Blob{packed.named}, Blob{packed.people}});
  db_.query("INSERT INTO texts (document, text) VALUES ($1, $2)").run({out.document, Blob{text}});
  out.near = near_.add(out.document, document.text);
  insert_extraction(out.document, document, extraction, packed, carried);
  if (!is_time_to_learn(db_, out.document)) return;
  people_.flush();
  learn_to_pack(db_);
}

std::optional<std::int64_t> Writer::outlet_of(const Document& document) {
  if (!document.outlet || document.outlet->empty()) return std::nullopt;
  const auto [at, is_new] = outlets_.try_emplace(*document.outlet);
  if (!is_new) return at->second;
  const std::string_view name = *document.outlet;
  if (const auto known = db_.query("SELECT id FROM outlets WHERE name = $1").number({name})) return at->second = *known;
  return at->second = db_.insert("INSERT INTO outlets (name) VALUES ($1)", {name});
}

void Writer::insert_extraction(std::int64_t id, const Document& document, const Extraction& extraction,
                               const Packed& packed, Carried& carried) {
  std::map<std::int64_t, std::int64_t> statements;  // of each person
  for (const std::int64_t person : packed.who) statements[person];
  std::int64_t number = packed.first_statement;
  for (const Statement& s : extraction.statements) {
    const auto person = person_of(s.source.entity, packed.who);
    const Tagged tags = tagged(s, packed.who, outlet_of(document), document.published);
    const std::vector<std::string> words = words_of(s.content.text);
    insert_statement(number, id, s, person, carried.take(s));
    if (person) ++statements[*person];
    for (const std::int64_t other : std::set<std::int64_t>(tags.by.begin(), tags.by.end())) {
      if (other == person) continue;
      ++statements[other];
      db_.query("INSERT INTO joint_speakers (statement, person) VALUES ($1, $2)").run({number, other});
    }
    if (const auto wording = wording_of(words)) wordings_.add(*wording, number);
    index_.add(number++, s.content.text, words, tags);
  }
  for (const auto& [person, count] : statements) named_.push_back({person, id, count});
  insert_warnings(id, extraction.warnings);
}

void Writer::insert_statement(std::int64_t number, std::int64_t id, const Statement& s,
                              std::optional<std::int64_t> person, std::optional<std::int64_t> earlier) {
  const auto code = [](auto value) { return Value(static_cast<std::int64_t>(value)); };
  db_.query(
         "INSERT INTO statements (id, document, person, kind, stance, source_type, channel, said_at, confidence, earlier) "
         "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
      .run({number, id, value_of(person), code(s.kind), code(s.stance), code(s.source.type),
            s.channel ? code(s.channel->type) : Value(), s.said_at ? Value(std::string_view(s.said_at->date)) : Value(),
            code(std::lround(std::clamp(s.confidence, 0.0, 1.0) * kSteps)), value_of(earlier)});
}

// In the order of the table, whose rows stand by their people.
void Writer::flush_named() {
  std::ranges::sort(named_);
  Query& query = db_.query("INSERT INTO person_documents (person, document, statements) VALUES ($1, $2, $3)");
  for (const auto& [person, document, count] : named_) query.run({person, document, count});
  named_.clear();
}

// Of the extraction, not the document.
void Writer::remove_extraction(std::int64_t id) {
  flush_named();
  Query& joint = db_.query("DELETE FROM joint_speakers WHERE statement = $1");
  Query& statement = db_.query("DELETE FROM statements WHERE id = $1");
  for (const Indexed& one : indexed_statements(db_, id)) {
    index_.remove(one.statement, one.content, one.tags);
    if (const auto wording = wording_of(words_of(one.content))) wordings_.remove(*wording, one.statement);
    joint.run({one.statement});
    statement.run({one.statement});
  }
  for (const std::int64_t person : stored_people(db_, id))
    db_.query("DELETE FROM person_documents WHERE person = $1 AND document = $2").run({person, id});
  db_.query("DELETE FROM warnings WHERE document = $1").run({id});
}

// What was the latest version is so no longer; its statements stay, and are found by those who ask for old versions.
void Writer::supersede(std::int64_t id) {
  for (const Indexed& one : indexed_statements(db_, id)) {
    Tagged old = one.tags;
    old.latest = false;
    index_.tag_anew(one.statement, one.content, one.tags, old);
  }
  db_.query("UPDATE documents SET latest = 0 WHERE id = $1").run({id});
}

void Writer::insert_warnings(std::int64_t id, const std::vector<Warning>& warnings) {
  Query& query = db_.query("INSERT INTO warnings (document, number, code, \"begin\", \"end\", message) VALUES ($1, $2, $3, $4, $5, $6)");
  for (std::size_t i = 0; i < warnings.size(); ++i) {
    const Warning& w = warnings[i];
    query.run({id, static_cast<std::int64_t>(i), std::string_view(w.code), std::int64_t{w.span.begin}, std::int64_t{w.span.end}, std::string_view(w.message)});
  }
}

}  // namespace sayso::record
