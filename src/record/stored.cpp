#include "record/stored.h"

#include <fmt/format.h>

#include <array>
#include <map>

#include "record/named.h"
#include "record/pack.h"

namespace sayso::record {
namespace {

// Throws where no value has the name: a newer or damaged record.
template <class Enum, std::size_t N>
Enum value_named(const std::array<Enum, N>& all, std::string_view name) {
  if (const auto value = named(all, name)) return *value;
  throw SqlFailure(ErrorCode::malformed, "the record has a word that this Sayso does not know: " + std::string(name));
}

Kind kind_named(std::string_view name) { return value_named(std::array{Kind::direct, Kind::indirect, Kind::mixed}, name); }

SourceType type_named(std::string_view name) { return value_named(kSourceTypes, name); }

Stance stance_named(std::string_view name) {
  using enum Stance;
  return value_named(std::array{asserts, denies, asks, orders, promises, believes, intends, alleges}, name);
}

ChannelType channel_named(std::string_view name) {
  using enum ChannelType;
  return value_named(std::array{interview, call, post, statement, press_conference, speech, testimony, filing, message, letter, broadcast,
                                publication, meeting},
                     name);
}

std::optional<std::uint32_t> number_or_none(Query& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(static_cast<std::uint32_t>(row.integer(column)));
}

Passage passage(Query& row, int text, int spans) { return {std::string(row.text(text)), unpack_spans(row.text(spans))}; }

// All who speak as one: the joint ones, else the one.
std::vector<std::uint32_t> speakers(std::optional<std::uint32_t> entity, std::string_view joint) {
  if (!joint.empty()) return unpack_numbers(joint);
  return entity ? std::vector{*entity} : std::vector<std::uint32_t>();
}

// Behind the id, in the order in which statement_of() takes them.
constexpr const char* kStatementColumns =
    "kind, stance, confidence, parent, content, content_spans, cue, cue_spans, source, source_spans, source_type, "
    "source_name, entity, channel, channel_text, channel_spans, said_at, said_at_text, said_at_spans, joint";

Statement statement_of(Query& row) {
  Statement s;
  s.kind = kind_named(row.text(1));
  s.stance = stance_named(row.text(2));
  s.confidence = row.real(3);
  s.parent = number_or_none(row, 4);
  s.content = passage(row, 5, 6);
  if (!row.is_null(7)) s.cue = passage(row, 7, 8);
  s.source = {passage(row, 9, 10), number_or_none(row, 13), row.text_or_none(12), type_named(row.text(11)), speakers(number_or_none(row, 13), row.text(20))};
  if (!row.is_null(14)) s.channel = Channel{channel_named(row.text(14)), passage(row, 15, 16)};
  if (!row.is_null(17)) s.said_at = SaidAt{std::string(row.text(17)), passage(row, 18, 19)};
  return s;
}

void read_parties(Connection& db, std::int64_t id, Statement& s) {
  Query& row = db.query("SELECT role, text, spans, type, name, entity, joint FROM parties WHERE statement = $1 ORDER BY role, number");
  for (row.with({id}); row.next();) {
    Party party{passage(row, 1, 2), number_or_none(row, 5), row.text_or_none(4), type_named(row.text(3)),
                speakers(number_or_none(row, 5), row.text(6))};
    if (row.text(0) == "via") s.via.push_back(std::move(party));
    else s.addressee = std::move(party);
  }
}

std::map<std::uint32_t, std::int64_t> people_by_entity(Connection& db, std::int64_t document) {
  std::map<std::uint32_t, std::int64_t> out;
  Query& row = db.query("SELECT number, person FROM entities WHERE document = $1");
  for (row.with({document}); row.next();) out.emplace(static_cast<std::uint32_t>(row.integer(0)), row.integer(1));
  return out;
}

// As the writer tags them: all who speak as one, else the one.
std::vector<std::int64_t> everybody(std::optional<std::int64_t> one, std::string_view joint, const std::map<std::uint32_t, std::int64_t>& people) {
  std::vector<std::int64_t> out;
  for (const std::uint32_t number : unpack_numbers(joint)) {
    if (const auto found = people.find(number); found != people.end()) out.push_back(found->second);
  }
  if (out.empty() && one) out.push_back(*one);
  return out;
}

}  // namespace

std::vector<Indexed> indexed_statements(Connection& db, std::int64_t document) {
  std::vector<Indexed> out;
  const std::map<std::uint32_t, std::int64_t> people = people_by_entity(db, document);
  Query& row = db.query("SELECT s.id, s.content, s.person, d.outlet, s.kind, s.source, coalesce(s.said_at, d.published), d.latest, s.joint, "
                        "s.stance, s.source_type, s.channel FROM statements s JOIN documents d ON d.id = s.document "
                        "WHERE s.document = $1 ORDER BY s.number");
  for (row.with({document}); row.next();) {
    Indexed& one = out.emplace_back();
    one.statement = row.integer(0);
    one.content = row.text(1);
    one.tags.by = everybody(row.integer_or_none(2), row.text(8), people);
    one.tags.outlet = row.integer_or_none(3);
    one.tags.kind = row.text(4);
    one.tags.source = row.text(5);
    one.tags.day = row.text_or_none(6);
    one.tags.latest = row.integer(7) != 0;
    one.tags.stance = row.text(9);
    one.tags.type = row.text(10);
    one.tags.channel = row.text_or_none(11);
  }
  Query& party = db.query("SELECT role, person, joint FROM parties WHERE statement = $1 ORDER BY role, number");
  for (Indexed& one : out) {
    for (party.with({one.statement}); party.next();) {
      std::vector<std::int64_t>& tagged = party.text(0) == "via" ? one.tags.via : one.tags.to;
      for (const std::int64_t person : everybody(party.integer_or_none(1), party.text(2), people)) tagged.push_back(person);
    }
  }
  return out;
}

Document stored_head(Connection& db, std::int64_t document) {
  Query& row = db.query("SELECT d.given_id, d.path, d.url, d.title, o.name, d.authors, d.published, d.language FROM documents d "
                        "LEFT JOIN outlets o ON o.id = d.outlet WHERE d.id = $1");
  Document out;
  row.with({document});
  if (!row.next()) return out;
  out.id = row.text(0);
  out.path = row.text(1);
  out.url = row.text_or_none(2);
  out.title = row.text_or_none(3);
  out.outlet = row.text_or_none(4);
  out.authors = unpack_strings(row.text(5));
  out.published = row.text_or_none(6);
  out.language = row.text_or_none(7);
  row.next();
  return out;
}

Document stored_document(Connection& db, std::int64_t document) {
  Document out = stored_head(db, document);
  Query& row = db.query("SELECT text FROM documents WHERE id = $1");
  row.with({document});
  if (row.next()) out.text = unpack_text(row.bytes(0));
  row.next();
  return out;
}

std::optional<NumberedStatement> stored_statement(Connection& db, std::int64_t statement) {
  Query& row = db.query(fmt::format("SELECT id, {}, document, number, person FROM statements WHERE id = $1", kStatementColumns));
  row.with({statement});
  if (!row.next()) return std::nullopt;
  NumberedStatement out{statement_of(row), row.integer(21), static_cast<std::uint32_t>(row.integer(22)), row.integer_or_none(23)};
  row.next();
  read_parties(db, statement, out.statement);
  return out;
}

Extraction stored_extraction(Connection& db, std::int64_t document) {
  Extraction out;
  Query& entity = db.query("SELECT name, type, aliases, mentions FROM entities WHERE document = $1 ORDER BY number");
  for (entity.with({document}); entity.next();) {
    out.entities.push_back({std::string(entity.text(0)), type_named(entity.text(1)), unpack_strings(entity.text(2)), unpack_spans(entity.text(3))});
  }
  std::vector<std::int64_t> ids;
  Query& row = db.query(fmt::format("SELECT id, {} FROM statements WHERE document = $1 ORDER BY number", kStatementColumns));
  for (row.with({document}); row.next();) {
    ids.push_back(row.integer(0));
    out.statements.push_back(statement_of(row));
  }
  for (std::size_t i = 0; i < ids.size(); ++i) read_parties(db, ids[i], out.statements[i]);
  Query& warning = db.query("SELECT code, \"begin\", \"end\", message FROM warnings WHERE document = $1 ORDER BY number");
  for (warning.with({document}); warning.next();) {
    out.warnings.push_back({std::string(warning.text(0)),
                            {static_cast<std::uint32_t>(warning.integer(1)), static_cast<std::uint32_t>(warning.integer(2))},
                            std::string(warning.text(3))});
  }
  return out;
}

}  // namespace sayso::record
