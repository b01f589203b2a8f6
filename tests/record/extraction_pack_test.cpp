#include "record/extraction_pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/bytes.h"
#include "record/passage_pack.h"

namespace sayso::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kText =
    "“Wé will not sell,” Ann Cole told the Herald on Monday, “and not lease.” Cole denied it, as did Pike and Marsh.";

Passage passage(std::vector<Span> spans) {
  const CodePoints text(kText);
  Passage out;
  for (const Span span : spans) out.text.append(out.text.empty() ? "" : " … ").append(text.slice(span));
  out.spans = std::move(spans);
  return out;
}

Extraction extraction() {
  Extraction out;
  out.entities = {{"Ann Cole", SourceType::person, {"Ann Cole", "Cole"}, {{20, 28}, {73, 77}}, {}},
                  {"The Hill Herald", SourceType::organization, {"the Herald"}, {{34, 44}}, {}},
                  {"Pike", SourceType::person, {}, {{96, 100}}, {}}};
  Statement a;
  a.content = passage({{0, 19}, {56, 72}});
  a.kind = Kind::mixed;
  a.cue = passage({{29, 33}});
  a.source = {passage({{20, 28}}), 0u, "Ann Cole", SourceType::person, {0}};
  a.via = {{passage({{34, 44}}), 1u, "Herald of the Hill", SourceType::organization, {1}}};
  a.addressee = Party{passage({{34, 44}}), {}, {}, SourceType::anonymous, {}};
  a.channel = Channel{ChannelType::meeting, passage({{34, 37}})};
  a.said_at = SaidAt{"2019-05-06", passage({{45, 54}})};
  a.stance = Stance::alleges;
  a.confidence = 0.89051;
  Statement b;
  b.content = {"words that stand elsewhere", {{85, 87}}};
  b.source = {passage({{73, 77}, {96, 100}}), {}, {}, SourceType::group, {0, 2}};
  b.parent = 0;
  b.confidence = 1;
  out.statements = {a, b, Statement{}};
  return out;
}

std::vector<Linked> linked() { return {{12, 0.9731, "same full name"}, {7, 1, ""}, {300, 1, ""}}; }

void expect_same(const Party& a, const Party& b) {
  EXPECT_EQ(a.passage.text, b.passage.text);
  EXPECT_EQ(a.passage.spans, b.passage.spans);
  EXPECT_EQ(a.entity, b.entity);
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.type, b.type);
  EXPECT_EQ(a.entities, b.entities);
}

TEST(ExtractionPack, EntitiesComeBack) {
  const CodePoints text(kText);
  const Extraction all = extraction();
  const auto back = unpack_entities(pack_entities(all.entities, linked(), text), text);
  ASSERT_EQ(back.size(), 3u);
  for (std::size_t i = 0; i < back.size(); ++i) {
    EXPECT_EQ(back[i].entity.name, all.entities[i].name);
    EXPECT_EQ(back[i].entity.type, all.entities[i].type);
    EXPECT_EQ(back[i].entity.aliases, all.entities[i].aliases);
    EXPECT_EQ(back[i].entity.mentions, all.entities[i].mentions);
  }
  EXPECT_DOUBLE_EQ(back[0].score, 0.9731);
  EXPECT_EQ(back[0].reasons, "same full name");
  EXPECT_EQ(back[1].reasons, "");
  EXPECT_THAT(unpack_people(pack_people({12, 7, 3'000'000'000})), ElementsAre(12, 7, 3'000'000'000));
}

TEST(ExtractionPack, StatementsComeBackWithWhatTheTextSays) {
  const CodePoints text(kText);
  const Extraction all = extraction();
  const auto entities = unpack_entities(pack_entities(all.entities, linked(), text), text);
  const std::string said = pack_statements(all, text);
  const auto back = unpack_statements(said, entities, text);
  ASSERT_EQ(back.size(), 3u);
  for (std::size_t i = 0; i < back.size(); ++i) {
    const Statement &a = all.statements[i], &b = back[i];
    EXPECT_EQ(a.content.text, b.content.text);
    EXPECT_EQ(a.content.spans, b.content.spans);
    EXPECT_EQ(a.kind, b.kind);
    EXPECT_EQ(a.stance, b.stance);
    EXPECT_EQ(a.parent, b.parent);
    EXPECT_NEAR(a.confidence, b.confidence, 0.5 / kSteps);
    expect_same(a.source, b.source);
  }
  const Statement& first = back.front();
  EXPECT_EQ(first.cue->text, "told");
  ASSERT_EQ(first.via.size(), 1u);
  expect_same(first.via[0], all.statements[0].via[0]);
  expect_same(*first.addressee, *all.statements[0].addressee);
  EXPECT_EQ(first.channel->type, ChannelType::meeting);
  EXPECT_EQ(first.channel->passage.text, "the");
  EXPECT_EQ(first.said_at->date, "2019-05-06");
  EXPECT_EQ(first.said_at->passage.text, "on Monday");
  EXPECT_FALSE(back[1].cue || back[1].addressee || back[1].channel || back[1].said_at);
  for (std::size_t i = 0; i < back.size(); ++i) EXPECT_EQ(unpack_content(said, i, text), back[i].content.text);
  EXPECT_EQ(unpack_content(said, 1, text), "words that stand elsewhere");
  EXPECT_EQ(unpack_content(said, 3, text), std::nullopt);
  EXPECT_LT(said.size(), 120u);
}

// Cut off or changed anywhere: an error or other words, nothing worse.
TEST(ExtractionPack, DamageEndsInAnError) {
  const CodePoints text(kText);
  const Extraction all = extraction();
  const std::string named = pack_entities(all.entities, linked(), text), said = pack_statements(all, text);
  const auto entities = unpack_entities(named, text);
  const auto read = [&](const std::string& of_entities, const std::string& of_statements) {
    try {
      unpack_statements(of_statements, unpack_entities(of_entities, text), text);
      for (std::size_t i = 0; i < 4; ++i) unpack_content(of_statements, i, text);
    } catch (const SqlFailure& failure) {
      EXPECT_EQ(failure.code, ErrorCode::malformed);
      return false;
    }
    return true;
  };
  for (std::size_t size = 0; size < named.size(); ++size) EXPECT_FALSE(read(named.substr(0, size), said)) << size;
  for (std::size_t size = 0; size < said.size(); ++size) EXPECT_FALSE(read(named, said.substr(0, size))) << size;
  for (std::size_t at = 0; at < said.size() * 256; ++at) {
    std::string other = said;
    other[at / 256] = static_cast<char>(at % 256);
    read(named, other);
  }
  for (std::size_t at = 0; at < named.size() * 256; ++at) {
    std::string other = named;
    other[at / 256] = static_cast<char>(at % 256);
    read(other, said);
  }
  EXPECT_THROW(BytesIn(std::string(10, '\xFF')).number(), SqlFailure);
  EXPECT_THAT(unpack_people(pack_people({})), IsEmpty());
}

}  // namespace
}  // namespace sayso::record
