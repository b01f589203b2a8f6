#include <algorithm>
#include <cmath>

#include "record/extraction_pack.h"
#include "record/passage_pack.h"

namespace sayso::record {
namespace {

constexpr std::uint64_t kCue = 1, kAddressee = 2, kChannel = 4, kSaidAt = 8, kParent = 16;
constexpr int kViaShift = 5;
constexpr std::uint64_t kNone = 0, kOfEntity = 1, kOwn = 2;  // whose a party's name is
constexpr std::uint64_t kHasEntity = 4, kJoint = 8;
constexpr int kTypeShift = 4, kStanceShift = 2;

template <class Enum>
Enum value_of(std::uint64_t number, Enum last) {
  if (number > static_cast<std::uint64_t>(last)) BytesIn::damaged();
  return static_cast<Enum>(number);
}

std::vector<std::uint32_t> speakers(const std::optional<std::uint32_t>& entity) {
  return entity ? std::vector{*entity} : std::vector<std::uint32_t>();
}

std::uint32_t small(BytesIn& in) {
  const std::uint64_t out = in.number();
  if (out > 0xFFFFFFFF) BytesIn::damaged();
  return static_cast<std::uint32_t>(out);
}

class StatementsOut {
 public:
  StatementsOut(BytesOut& out, const Extraction& extraction, const CodePoints& text)
      : out_(out), entities_(extraction.entities), text_(text) {}

  void put_statement(const Statement& s) {
    at_ = s.content.empty() ? 0 : s.content.spans.front().begin;
    out_.number(static_cast<std::uint64_t>(s.kind) | static_cast<std::uint64_t>(s.stance) << kStanceShift);
    out_.number((s.cue ? kCue : 0u) | (s.addressee ? kAddressee : 0u) | (s.channel ? kChannel : 0u) |
                (s.said_at ? kSaidAt : 0u) | (s.parent ? kParent : 0u) | s.via.size() << kViaShift);
    out_.number(static_cast<std::uint64_t>(std::lround(std::clamp(s.confidence, 0.0, 1.0) * kSteps)));
    if (s.cue) put(*s.cue);
    put(s.source);
    for (const Party& party : s.via) put(party);
    if (s.addressee) put(*s.addressee);
    if (s.channel) out_.number(static_cast<std::uint64_t>(s.channel->type)), put(s.channel->passage);
    if (s.said_at) out_.text(s.said_at->date), put(s.said_at->passage);
    if (s.parent) out_.number(*s.parent);
  }

 private:
  void put(const Passage& passage) { put_passage(out_, passage, text_, at_); }

  void put(const Party& party) {
    const bool of_entity =
        party.name && party.entity && *party.entity < entities_.size() && entities_[*party.entity].name == *party.name;
    const bool joint = party.entities != speakers(party.entity);
    put(party.passage);
    out_.number((!party.name ? kNone
                 : of_entity ? kOfEntity
                             : kOwn) |
                (party.entity ? kHasEntity : 0u) | (joint ? kJoint : 0u) |
                static_cast<std::uint64_t>(party.type) << kTypeShift);
    if (party.entity) out_.number(*party.entity);
    if (party.name && !of_entity) out_.text(*party.name);
    if (!joint) return;
    out_.number(party.entities.size());
    for (const std::uint32_t entity : party.entities) out_.number(entity);
  }

  BytesOut& out_;
  const std::vector<Entity>& entities_;
  const CodePoints& text_;
  std::int64_t at_ = 0;
};

class StatementsIn {
 public:
  StatementsIn(BytesIn& in, const std::vector<NamedEntity>& entities, const CodePoints& text)
      : in_(in), entities_(entities), text_(text) {}

  void get_statement(Statement& s) {
    at_ = s.content.empty() ? 0 : s.content.spans.front().begin;
    const std::uint64_t head = in_.number(), flags = in_.number();
    s.kind = value_of(head & 3, Kind::mixed);
    s.stance = value_of(head >> kStanceShift, Stance::alleges);
    s.confidence = static_cast<double>(in_.number()) / kSteps;
    if ((flags & kCue) != 0) s.cue = get_passage(in_, text_, at_);
    s.source = get_party();
    for (std::uint64_t i = 0; i < flags >> kViaShift; ++i) s.via.push_back(get_party());
    if ((flags & kAddressee) != 0) s.addressee = get_party();
    if ((flags & kChannel) != 0) {
      const ChannelType type = value_of(in_.number(), ChannelType::meeting);
      s.channel = Channel{type, get_passage(in_, text_, at_)};
    }
    if ((flags & kSaidAt) != 0) {
      std::string date(in_.text());
      s.said_at = SaidAt{std::move(date), get_passage(in_, text_, at_)};
    }
    if ((flags & kParent) != 0) s.parent = small(in_);
  }

 private:
  Party get_party() {
    Party out;
    out.passage = get_passage(in_, text_, at_);
    const std::uint64_t head = in_.number();
    out.type = value_of(head >> kTypeShift, SourceType::none);
    if ((head & kHasEntity) != 0) out.entity = small(in_);
    if ((head & 3) == kOwn) out.name = in_.text();
    if ((head & 3) == kOfEntity) {
      if (!out.entity || *out.entity >= entities_.size()) BytesIn::damaged();
      out.name = entities_[*out.entity].entity.name;
    }
    out.entities = speakers(out.entity);
    if ((head & kJoint) == 0) return out;
    out.entities.clear();
    for (std::size_t left = in_.count(); left > 0; --left) out.entities.push_back(small(in_));
    return out;
  }

  BytesIn& in_;
  const std::vector<NamedEntity>& entities_;
  const CodePoints& text_;
  std::int64_t at_ = 0;
};

std::vector<Passage> get_contents(BytesIn& in, const CodePoints& text) {
  std::vector<Passage> out(in.count());
  std::int64_t at = 0;
  for (Passage& content : out) {
    content = get_passage(in, text, at);
    if (!content.empty()) at = content.spans.front().begin;
  }
  return out;
}

}  // namespace

std::string pack_statements(const Extraction& extraction, const CodePoints& text) {
  BytesOut out;
  out.number(extraction.statements.size());
  std::int64_t at = 0;
  for (const Statement& s : extraction.statements) {
    put_passage(out, s.content, text, at);
    if (!s.content.empty()) at = s.content.spans.front().begin;
  }
  StatementsOut statements(out, extraction, text);
  for (const Statement& s : extraction.statements) statements.put_statement(s);
  return std::move(out).take();
}

std::optional<std::string> unpack_content(std::string_view said, std::size_t number, const CodePoints& text) {
  BytesIn in(said);
  if (number >= in.count()) return std::nullopt;
  std::int64_t at = 0;
  for (std::size_t i = 0; i < number; ++i) at = skip_passage(in, at);
  return get_passage(in, text, at).text;
}

std::vector<Statement> unpack_statements(std::string_view said, const std::vector<NamedEntity>& entities,
                                         const CodePoints& text) {
  BytesIn in(said);
  std::vector<Passage> contents = get_contents(in, text);
  std::vector<Statement> out(contents.size());
  StatementsIn statements(in, entities, text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].content = std::move(contents[i]);
    statements.get_statement(out[i]);
  }
  return out;
}

}  // namespace sayso::record
