#include "record/stored.h"

#include <array>

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

}  // namespace

std::vector<Indexed> indexed_statements(Connection& db, std::int64_t document) {
  std::vector<Indexed> out;
  std::vector<std::string> joint;
  Query& row = db.query("SELECT s.id, s.content, s.person, d.outlet, s.kind, s.source, coalesce(s.said_at, d.published), d.latest, s.joint "
                        "FROM statements s JOIN documents d ON d.id = s.document WHERE s.document = $1 ORDER BY s.number");
  for (row.with({document}); row.next();) {
    Indexed& one = out.emplace_back();
    one.statement = row.integer(0);
    one.content = row.text(1);
    if (const auto person = row.integer_or_none(2)) one.tags.by = {*person};
    joint.emplace_back(row.text(8));
    one.tags.outlet = row.integer_or_none(3);
    one.tags.kind = row.text(4);
    one.tags.source = row.text(5);
    one.tags.day = row.text_or_none(6);
    one.tags.latest = row.integer(7) != 0;
  }
  Query& entity = db.query("SELECT person FROM entities WHERE document = $1 AND number = $2");
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (joint[i].empty()) continue;
    out[i].tags.by.clear();
    for (const std::uint32_t number : unpack_numbers(joint[i])) {
      entity.with({document, std::int64_t{number}});
      if (entity.next()) out[i].tags.by.push_back(entity.integer(0));
    }
  }
  Query& party = db.query("SELECT role, person FROM parties WHERE statement = $1 AND person IS NOT NULL ORDER BY role, number");
  for (Indexed& one : out) {
    for (party.with({one.statement}); party.next();) {
      (party.text(0) == "via" ? one.tags.via : one.tags.to).push_back(party.integer(1));
    }
  }
  return out;
}

Document stored_document(Connection& db, std::int64_t document) {
  Query& row = db.query("SELECT d.given_id, d.path, d.url, d.title, o.name, d.authors, d.published, d.language, d.text FROM documents d "
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
  out.text = unpack_text(row.bytes(8));
  row.next();
  return out;
}

Extraction stored_extraction(Connection& db, std::int64_t document) {
  Extraction out;
  Query& entity = db.query("SELECT name, type, aliases, mentions FROM entities WHERE document = $1 ORDER BY number");
  for (entity.with({document}); entity.next();) {
    out.entities.push_back({std::string(entity.text(0)), type_named(entity.text(1)), unpack_strings(entity.text(2)), unpack_spans(entity.text(3))});
  }
  std::vector<std::int64_t> ids;
  Query& row = db.query("SELECT id, kind, stance, confidence, parent, content, content_spans, cue, cue_spans, source, source_spans, source_type, "
                        "source_name, entity, channel, channel_text, channel_spans, said_at, said_at_text, said_at_spans, "
                        "joint FROM statements WHERE document = $1 ORDER BY number");
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
