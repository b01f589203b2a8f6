#include "record/writer.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "record/changes.h"
#include "record/document_key.h"
#include "record/pack.h"
#include "record/stored.h"
#include "record/wording.h"
#include "text/code_points.h"

namespace sayso::record {
namespace {

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

std::optional<std::int64_t> person_of(const Party& party, const std::vector<Linked>& linked) {
  return party.entity && *party.entity < linked.size() ? std::optional(linked[*party.entity].person) : std::nullopt;
}

// All who speak as one.
std::vector<std::int64_t> people_of(const Party& party, const std::vector<Linked>& linked) {
  std::vector<std::int64_t> out;
  for (const std::uint32_t entity : party.entities) {
    if (entity < linked.size()) out.push_back(linked[entity].person);
  }
  if (out.empty() && party.entity && *party.entity < linked.size()) out.push_back(linked[*party.entity].person);
  return out;
}

// The numbers of those who speak as one; of one alone the column `entity` says enough.
std::string joint_of(const Party& party) { return party.entities.size() > 1 ? pack_numbers(party.entities) : std::string(); }

std::optional<std::int64_t> number_of(std::optional<std::uint32_t> index) {
  return index ? std::optional<std::int64_t>(*index) : std::nullopt;
}

Tagged tagged(const Document& document, const Statement& s, std::optional<std::int64_t> outlet) {
  Tagged out;
  out.outlet = outlet;
  out.kind = name_of(s.kind);
  out.stance = name_of(s.stance);
  out.type = name_of(s.source.type);
  if (s.channel) out.channel = name_of(s.channel->type);
  out.source = s.source.passage.text;
  out.day = s.said_at ? std::optional(s.said_at->date) : document.published;
  return out;
}

}  // namespace

void Writer::begin() {
  if (open_) return;
  db_.begin();
  open_ = true;
  const std::int64_t version = db_.changes_by_others();
  if (version != seen_version_) {
    people_.forget();
    outlets_.clear();
  }
  seen_version_ = version;
}

void Writer::commit() {
  if (!open_) return;
  people_.flush();
  index_.flush();
  db_.commit();
  open_ = false;
}

void Writer::roll_back() {
  if (!open_) return;
  open_ = false;
  people_.forget();
  index_.forget();
  outlets_.clear();
  db_.roll_back();
}

std::optional<Added> Writer::known(const Document& document, std::string_view model) {
  const std::string key = key_of(document);
  Query& query = db_.query("SELECT id, version, (SELECT count(*) FROM statements WHERE document = d.id), near FROM documents d "
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
  Query& last = db_.query("SELECT id, version, hash, near FROM documents WHERE key = $1 AND latest = 1");
  last.with({std::string_view(key)});
  if (!last.next()) {
    out.document = insert_document(document, key, 1, model);
    out.near = near_.add(out.document, document.text);
    insert_extraction(out.document, document, extraction, key);
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

// What was extracted from the same text.
void Writer::replace(const Document& document, const Extraction& extraction, std::string_view model, const std::string& key, Added& out) {
  out.outcome = Added::Outcome::again;
  remove_extraction(out.document);
  db_.query("UPDATE documents SET model = $1 WHERE id = $2").run({model, out.document});
  insert_extraction(out.document, document, extraction, key);
}

void Writer::add_version(const Document& document, const Extraction& extraction, std::string_view model, const std::string& key, Added& out) {
  std::vector<std::string> before, after;
  Query& contents = db_.query("SELECT content FROM statements WHERE document = $1 ORDER BY number");
  for (contents.with({out.document}); contents.next();) before.emplace_back(contents.text(0));
  for (const Statement& s : extraction.statements) after.push_back(s.content.text);
  out.outcome = Added::Outcome::new_version;
  out.changes = changes_between(before, after);
  supersede(out.document);
  out.document = insert_document(document, key, ++out.version, model);
  out.near = near_.add(out.document, document.text);
  insert_extraction(out.document, document, extraction, key);
  std::int64_t number = 0;
  for (const Change& c : out.changes) {
    db_.query("INSERT INTO changes (document, number, change, before, after) VALUES ($1, $2, $3, $4, $5)")
        .run({out.document, number++, name_of(c.what), std::string_view(c.before), std::string_view(c.after)});
  }
}

std::int64_t Writer::insert_document(const Document& document, const std::string& key, std::int64_t version, std::string_view model) {
  const std::string authors = pack_strings(document.authors), added = now(), text = pack_text(document.text);
  return *db_.query("INSERT INTO documents (key, version, latest, hash, given_id, path, url, title, outlet, authors, published, language, added, "
                   "model, length, text) VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id")
      .number({std::string_view(key), version, hash_of(document), std::string_view(document.id), std::string_view(document.path),
            value_of(document.url), value_of(document.title), value_of(outlet_of(document)), std::string_view(authors),
            value_of(document.published), value_of(document.language), std::string_view(added), model,
               std::int64_t{CodePoints(document.text).size()}, Blob{text}});
}

std::optional<std::int64_t> Writer::outlet_of(const Document& document) {
  if (!document.outlet || document.outlet->empty()) return std::nullopt;
  const auto [at, is_new] = outlets_.try_emplace(*document.outlet);
  if (!is_new) return at->second;
  const std::string_view name = *document.outlet;
  if (const auto known = db_.query("SELECT id FROM outlets WHERE name = $1").number({name})) return at->second = *known;
  return at->second = *db_.query("INSERT INTO outlets (name) VALUES ($1) RETURNING id").number({name});
}

void Writer::insert_extraction(std::int64_t id, const Document& document, const Extraction& extraction, const std::string& key) {
  const std::vector<Linked> linked = people_.link(document, extraction, key);
  insert_entities(id, extraction, linked);
  for (std::size_t i = 0; i < extraction.statements.size(); ++i) insert_statement(id, i, document, extraction.statements[i], linked);
  insert_warnings(id, extraction.warnings);
}

void Writer::insert_entities(std::int64_t id, const Extraction& extraction, const std::vector<Linked>& linked) {
  Query& query = db_.query("INSERT INTO entities (document, number, person, name, type, aliases, mentions, score, reasons) "
                           "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
  for (std::size_t i = 0; i < extraction.entities.size(); ++i) {
    const Entity& e = extraction.entities[i];
    const std::string aliases = pack_strings(e.aliases), mentions = pack_spans(e.mentions);
    const bool joined = !linked[i].reasons.empty();
    query.run({id, static_cast<std::int64_t>(i), linked[i].person, std::string_view(e.name), name_of(e.type), std::string_view(aliases),
               std::string_view(mentions), joined ? Value(linked[i].score) : Value(),
               joined ? Value(std::string_view(linked[i].reasons)) : Value()});
  }
}

void Writer::insert_statement(std::int64_t id, std::size_t number, const Document& document, const Statement& s,
                              const std::vector<Linked>& linked) {
  const auto person = person_of(s.source, linked);
  const std::string content_spans = pack_spans(s.content.spans), source_spans = pack_spans(s.source.passage.spans);
  const std::string cue_spans = s.cue ? pack_spans(s.cue->spans) : "", channel_spans = s.channel ? pack_spans(s.channel->passage.spans) : "";
  const std::string joint = joint_of(s.source);
  const std::string day_spans = s.said_at ? pack_spans(s.said_at->passage.spans) : "";
  const auto text = [](bool there, std::string_view value) { return there ? Value(value) : Value(); };
  const std::int64_t statement = *db_.query("INSERT INTO statements (document, number, kind, stance, confidence, parent, content, content_spans, cue, cue_spans, source, "
            "source_spans, source_type, source_name, entity, person, channel, channel_text, channel_spans, said_at, said_at_text, "
            "said_at_spans, joint, wording) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24) RETURNING id")
      .number({id, static_cast<std::int64_t>(number), name_of(s.kind), name_of(s.stance), s.confidence, value_of(number_of(s.parent)),
            std::string_view(s.content.text), std::string_view(content_spans), text(s.cue.has_value(), s.cue ? s.cue->text : std::string_view()),
            text(s.cue.has_value(), cue_spans), std::string_view(s.source.passage.text), std::string_view(source_spans),
            name_of(s.source.type), value_of(s.source.name), value_of(number_of(s.source.entity)), value_of(person),
            text(s.channel.has_value(), s.channel ? name_of(s.channel->type) : std::string_view()),
            text(s.channel.has_value(), s.channel ? std::string_view(s.channel->passage.text) : std::string_view()),
            text(s.channel.has_value(), channel_spans), text(s.said_at.has_value(), s.said_at ? std::string_view(s.said_at->date) : std::string_view()),
            text(s.said_at.has_value(), s.said_at ? std::string_view(s.said_at->passage.text) : std::string_view()),
            text(s.said_at.has_value(), day_spans), text(!joint.empty(), joint), value_of(wording_of(s.content.text))});
  Tagged tags = tagged(document, s, outlet_of(document));
  tags.by = people_of(s.source, linked);
  tags.via = insert_parties(statement, "via", s.via, linked);
  if (s.addressee) tags.to = insert_parties(statement, "to", {*s.addressee}, linked);
  index_.add(statement, s.content.text, tags);
}

std::vector<std::int64_t> Writer::insert_parties(std::int64_t statement, std::string_view role, const std::vector<Party>& parties,
                                                 const std::vector<Linked>& linked) {
  std::vector<std::int64_t> people;
  Query& query = db_.query("INSERT INTO parties (statement, role, number, text, spans, type, name, entity, person, joint) "
                           "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
  for (std::size_t i = 0; i < parties.size(); ++i) {
    const Party& party = parties[i];
    const auto person = person_of(party, linked);
    for (const std::int64_t one : people_of(party, linked)) people.push_back(one);
    const std::string joint = joint_of(party);
    const std::string spans = pack_spans(party.passage.spans);
    query.run({statement, role, static_cast<std::int64_t>(i), std::string_view(party.passage.text), std::string_view(spans), name_of(party.type),
               value_of(party.name), value_of(number_of(party.entity)), value_of(person),
               joint.empty() ? Value() : Value(std::string_view(joint))});
  }
  return people;
}

// Of the extraction, not the document.
void Writer::remove_extraction(std::int64_t id) {
  for (const Indexed& one : indexed_statements(db_, id)) index_.remove(one.statement, one.content, one.tags);
  for (const char* sql : {"DELETE FROM parties WHERE statement IN (SELECT id FROM statements WHERE document = $1)",
                          "DELETE FROM statements WHERE document = $1", "DELETE FROM entities WHERE document = $1",
                          "DELETE FROM warnings WHERE document = $1"}) {
    db_.query(sql).run({id});
  }
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
