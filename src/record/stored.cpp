#include "record/stored.h"

#include <fmt/format.h>

#include "record/bytes.h"
#include "record/pack.h"
#include "record/packer.h"

namespace sayso::record {
namespace {

constexpr const char* kHead = "d.given_id, d.path, d.url, d.title, o.name, d.authors, d.published, d.language";
constexpr const char* kFrom = "FROM documents d LEFT JOIN outlets o ON o.id = d.outlet WHERE d.id = $1";

Document head_of(Query& row) {
  Document out;
  out.id = row.text(0);
  out.path = row.text(1);
  out.url = row.text_or_none(2);
  out.title = row.text_or_none(3);
  out.outlet = row.text_or_none(4);
  out.authors = unpack_strings(row.text(5));
  out.published = row.text_or_none(6);
  out.language = row.text_or_none(7);
  return out;
}

std::vector<Warning> stored_warnings(Connection& db, std::int64_t document) {
  std::vector<Warning> out;
  Query& row = db.query("SELECT code, \"begin\", \"end\", message FROM warnings WHERE document = $1 ORDER BY number");
  for (row.with({document}); row.next();) {
    out.push_back({std::string(row.text(0)),
                   {static_cast<std::uint32_t>(row.integer(1)), static_cast<std::uint32_t>(row.integer(2))},
                   std::string(row.text(3))});
  }
  return out;
}

// All who speak as one.
std::vector<std::int64_t> people_of(const Party& party, const std::vector<std::int64_t>& people) {
  std::vector<std::int64_t> out;
  for (const std::uint32_t entity : party.entities) {
    if (const auto person = person_of(entity, people)) out.push_back(*person);
  }
  if (const auto person = person_of(party.entity, people); person && out.empty()) out.push_back(*person);
  return out;
}

}  // namespace

std::optional<std::int64_t> person_of(const std::optional<std::uint32_t>& entity,
                                      const std::vector<std::int64_t>& people) {
  return entity && *entity < people.size() ? std::optional(people[*entity]) : std::nullopt;
}

Tagged tagged(const Statement& s, const std::vector<std::int64_t>& people, std::optional<std::int64_t> outlet,
              const std::optional<std::string>& published) {
  Tagged out;
  out.by = people_of(s.source, people);
  for (const Party& relay : s.via) {
    for (const std::int64_t person : people_of(relay, people)) out.via.push_back(person);
  }
  if (s.addressee) out.to = people_of(*s.addressee, people), out.addressee = s.addressee->passage.text;
  out.outlet = outlet;
  out.kind = name_of(s.kind);
  out.stance = name_of(s.stance);
  out.type = name_of(s.source.type);
  if (s.channel) out.channel = name_of(s.channel->type);
  out.source = s.source.passage.text;
  out.day = s.said_at ? std::optional(s.said_at->date) : published;
  return out;
}

std::vector<Indexed> indexed_statements(Connection& db, std::int64_t document) {
  Query& row = db.query("SELECT outlet, latest FROM documents WHERE id = $1");
  row.with({document});
  if (!row.next()) return {};
  const auto outlet = row.integer_or_none(0);
  const bool latest = row.integer(1) != 0;
  row.next();
  const Stored all = stored(db, document);
  std::vector<Indexed> out;
  for (const Statement& s : all.extraction.statements) {
    Indexed& one = out.emplace_back();
    one.statement = all.first_statement + static_cast<std::int64_t>(out.size()) - 1;
    one.content = s.content.text;
    one.tags = tagged(s, all.people, outlet, all.document.published);
    one.tags.latest = latest;
  }
  return out;
}

Document stored_head(Connection& db, std::int64_t document) {
  Query& row = db.query(fmt::format("SELECT {} {}", kHead, kFrom));
  row.with({document});
  if (!row.next()) return {};
  Document out = head_of(row);
  row.next();
  return out;
}

namespace {

Stored without_warnings(Connection& db, std::int64_t document) {
  Query& row =
      db.query(fmt::format("SELECT {}, (SELECT text FROM texts WHERE document = d.id), d.named, d.said, d.people, d.first_statement {}", kHead, kFrom));
  row.with({document});
  if (!row.next()) return {};
  Stored out;
  out.document = head_of(row);
  out.document.text = db.packer().unpack(row.bytes(8));
  const CodePoints text(out.document.text);
  std::vector<NamedEntity> entities = unpack_entities(db.packer().unpack(row.bytes(9)), text);
  out.extraction.statements = unpack_statements(row.bytes(10), entities, text);
  out.people = unpack_people(row.bytes(11));
  out.first_statement = row.integer(12);
  row.next();
  for (NamedEntity& one : entities) out.extraction.entities.push_back(std::move(one.entity));
  return out;
}

}  // namespace

Stored stored(Connection& db, std::int64_t document) {
  Stored out = without_warnings(db, document);
  out.extraction.warnings = stored_warnings(db, document);
  return out;
}

std::vector<NamedEntity> stored_entities(Connection& db, std::int64_t document) {
  Query& row = db.query("SELECT (SELECT text FROM texts WHERE document = id), named FROM documents WHERE id = $1");
  row.with({document});
  if (!row.next()) return {};
  const std::string text = db.packer().unpack(row.bytes(0));
  std::vector<NamedEntity> out = unpack_entities(db.packer().unpack(row.bytes(1)), CodePoints(text));
  row.next();
  return out;
}

std::vector<std::int64_t> stored_people(Connection& db, std::int64_t document) {
  Query& row = db.query("SELECT people FROM documents WHERE id = $1");
  row.with({document});
  if (!row.next()) return {};
  std::vector<std::int64_t> out = unpack_people(row.bytes(0));
  row.next();
  return out;
}

std::optional<NumberedStatement> stored_statement(Connection& db, std::int64_t statement) {
  const auto document = db.query("SELECT document FROM statements WHERE id = $1").number({statement});
  if (!document) return std::nullopt;
  Stored all = without_warnings(db, *document);
  const auto number = static_cast<std::size_t>(statement - all.first_statement);
  if (number >= all.extraction.statements.size()) BytesIn::damaged();
  Statement& found = all.extraction.statements[number];
  const auto person = person_of(found.source.entity, all.people);
  return NumberedStatement{std::move(found), *document, static_cast<std::uint32_t>(number), person};
}

std::string_view Contents::of(std::int64_t document, std::int64_t statement) {
  if (document != document_) {
    Query& row = db_.query("SELECT first_statement, said, (SELECT text FROM texts WHERE document = id) FROM documents WHERE id = $1");
    row.with({document});
    if (!row.next()) return {};
    document_ = document;
    first_ = row.integer(0);
    said_ = row.bytes(1);
    text_ = db_.packer().unpack(row.bytes(2));
    points_.emplace(text_);
    row.next();
  }
  content_ = unpack_content(said_, static_cast<std::size_t>(statement - first_), *points_).value_or("");
  return content_;
}

}  // namespace sayso::record
