#include <algorithm>
#include <cmath>

#include "record/extraction_pack.h"
#include "record/passage_pack.h"

namespace sayso::record {
namespace {

constexpr std::uint64_t kJoined = 8;           // above the type
constexpr std::size_t kMentionsLookedAt = 64;  // for a form of the name

// The number of a mention that is written so, from 1; 0 where none is.
std::size_t mention_written(std::string_view form, const std::vector<Span>& mentions, const CodePoints& text) {
  for (std::size_t i = 0; i < mentions.size() && i < kMentionsLookedAt; ++i) {
    if (text.slice(mentions[i]) == form) return i + 1;
  }
  return 0;
}

void put_form(BytesOut& out, std::string_view form, const std::vector<Span>& mentions, const CodePoints& text) {
  const std::size_t mention = mention_written(form, mentions, text);
  out.number(mention);
  if (mention == 0) out.text(form);
}

std::string get_form(BytesIn& in, const std::vector<Span>& mentions, const CodePoints& text) {
  const std::uint64_t mention = in.number();
  if (mention > mentions.size()) BytesIn::damaged();
  return std::string(mention == 0 ? in.text() : text.slice(mentions[mention - 1]));
}

void put_entity(BytesOut& out, const Entity& e, const Linked& linked, const CodePoints& text) {
  const bool joined = !linked.reasons.empty();
  out.number(static_cast<std::uint64_t>(e.type) | (joined ? kJoined : 0u));
  out.number(e.mentions.size());
  std::int64_t at = 0;
  for (const Span mention : e.mentions) put_span(out, mention, at);
  put_form(out, e.name, e.mentions, text);
  out.number(e.aliases.size());
  for (const std::string& alias : e.aliases) put_form(out, alias, e.mentions, text);
  if (!joined) return;
  out.number(static_cast<std::uint64_t>(std::lround(std::clamp(linked.score, 0.0, 1.0) * kSteps)));
  out.text(linked.reasons);
}

NamedEntity get_entity(BytesIn& in, const CodePoints& text) {
  NamedEntity out;
  const std::uint64_t head = in.number();
  if ((head & 7) > static_cast<std::uint64_t>(SourceType::none)) BytesIn::damaged();
  out.entity.type = static_cast<SourceType>(head & 7);
  out.entity.mentions.resize(in.count());
  std::int64_t at = 0;
  for (Span& mention : out.entity.mentions) mention = get_span(in, at);
  out.entity.name = get_form(in, out.entity.mentions, text);
  out.entity.aliases.resize(in.count());
  for (std::string& alias : out.entity.aliases) alias = get_form(in, out.entity.mentions, text);
  if ((head & kJoined) == 0) return out;
  out.score = static_cast<double>(in.number()) / kSteps;
  out.reasons = in.text();
  return out;
}

}  // namespace

std::string pack_entities(const std::vector<Entity>& entities, const std::vector<Linked>& linked,
                          const CodePoints& text) {
  BytesOut out;
  out.number(entities.size());
  for (std::size_t i = 0; i < entities.size(); ++i) put_entity(out, entities[i], linked[i], text);
  return std::move(out).take();
}

std::vector<NamedEntity> unpack_entities(std::string_view named, const CodePoints& text) {
  BytesIn in(named);
  std::vector<NamedEntity> out(in.count());
  for (NamedEntity& one : out) one = get_entity(in, text);
  return out;
}

std::string pack_people(const std::vector<std::int64_t>& people) {
  BytesOut out;
  out.number(people.size());
  for (const std::int64_t person : people) out.number(static_cast<std::uint64_t>(person));
  return std::move(out).take();
}

std::vector<std::int64_t> unpack_people(std::string_view people) {
  BytesIn in(people);
  std::vector<std::int64_t> out(in.count());
  for (std::int64_t& person : out) person = static_cast<std::int64_t>(in.number());
  return out;
}

}  // namespace sayso::record
