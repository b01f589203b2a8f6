// json and jsonl are read back with another library and compared with what was put in.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <set>

#include "formats/json_writer.h"
#include "sample.h"
#include "sayso/formats.h"

namespace sayso {
namespace {

using simdjson::dom::element;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

class Json : public ::testing::Test {
 protected:
  element parse(const std::string& text) { return parser_.parse(text); }

  static std::string print(Format format) {
    std::string out;
    append_document(out, format, testing::sample_document(), testing::sample_extraction());
    return out;
  }

  static std::vector<std::string> keys(element object) {
    std::vector<std::string> out;
    for (const auto field : object.get_object()) out.emplace_back(field.key);
    return out;
  }

  simdjson::dom::parser parser_;
};

TEST_F(Json, IsOneLineWithAllKeys) {
  const std::string text = print(Format::json);
  EXPECT_EQ(text.find('\n'), text.size() - 1);
  const element root = parse(text);
  EXPECT_THAT(keys(root), ElementsAre("doc", "entities", "statements", "warnings"));
  EXPECT_THAT(keys(root["doc"]),
              ElementsAre("id", "path", "url", "title", "outlet", "authors", "subhead", "published", "modified", "language", "text", "set_off"));
  EXPECT_THAT(keys(root["entities"].at(0)), ElementsAre("id", "name", "type", "aliases", "mentions"));
  for (const element statement : root["statements"].get_array())
    EXPECT_THAT(keys(statement), ElementsAre("id", "kind", "content", "cue", "source", "via", "addressee", "channel",
                                             "said_at", "stance", "parent", "confidence"));
  EXPECT_THAT(keys(root["warnings"].at(0)), ElementsAre("code", "span", "message"));
}

TEST_F(Json, TextsAreWhatStandsAtTheirOffsets) {
  const element root = parse(print(Format::json));
  const std::string_view text = root["doc"]["text"].get_string();
  EXPECT_EQ(text, testing::kSampleText);
  const CodePoints points(text);
  for (const element statement : root["statements"].get_array()) {
    std::string joined;
    for (const element span : statement["content"]["spans"].get_array()) {
      const auto begin = static_cast<std::uint32_t>(span.at(0).get_uint64());
      const auto end = static_cast<std::uint32_t>(span.at(1).get_uint64());
      joined += (joined.empty() ? "" : " … ") + std::string(points.slice({begin, end}));
    }
    EXPECT_EQ(joined, std::string_view(statement["content"]["text"]));
  }
}

TEST_F(Json, GivesWhatIsKnown) {
  const element first = parse(print(Format::json))["statements"].at(0);
  EXPECT_EQ(std::string_view(first["id"]), "s1");
  EXPECT_EQ(std::string_view(first["source"]["name"]), "Zoë Märtens");
  EXPECT_EQ(std::string_view(first["source"]["entity"]), "e1");
  EXPECT_EQ(std::string_view(first["source"]["entities"].at(0)), "e1");
  EXPECT_EQ(std::string_view(first["via"].at(0)["name"]), "Hill Herald");
  EXPECT_EQ(std::string_view(first["via"].at(0)["entity"]), "e3");
  EXPECT_EQ(std::string_view(first["addressee"]["type"]), "anonymous");
  EXPECT_TRUE(first["addressee"]["name"].is_null());
  EXPECT_EQ(std::string_view(first["said_at"]["date"]), "2025-03-30");
  EXPECT_EQ(std::string_view(first["stance"]), "promises");
  EXPECT_EQ(double(first["confidence"]), 0.9731);
}

TEST_F(Json, NestingIsGivenByTheIdOfTheParent) {
  const element statements = parse(print(Format::json))["statements"];
  EXPECT_EQ(std::string_view(statements.at(1)["channel"]["type"]), "press_conference");
  EXPECT_EQ(std::string_view(statements.at(2)["parent"]), "s2");
  EXPECT_TRUE(statements.at(1)["parent"].is_null());
}

TEST_F(Json, UnknownIsNullOrEmpty) {
  const element last = parse(print(Format::json))["statements"].at(3);
  EXPECT_TRUE(last["cue"].is_null());
  EXPECT_TRUE(last["addressee"].is_null());
  EXPECT_TRUE(last["channel"].is_null());
  EXPECT_TRUE(last["said_at"].is_null());
  EXPECT_EQ(last["via"].get_array().size(), 0u);
  EXPECT_EQ(simdjson::minify(last["source"]),
            R"({"text":"","spans":[],"entity":null,"entities":[],"name":null,"type":"none","candidates":[]})");
}

TEST_F(Json, EmptyDocumentHasAllKeys) {
  std::string out;
  append_document(out, Format::json, {}, {});
  EXPECT_EQ(out, R"({"doc":{"id":"","path":"","url":null,"title":null,"outlet":null,"authors":[],"subhead":null,"published":null,"modified":null,)"
                 R"("language":null,"text":"","set_off":[]},"entities":[],"statements":[],"warnings":[]})"
                 "\n");
}

TEST_F(Json, LinesHaveOneStatementAndItsDocumentWithoutText) {
  const std::string text = print(Format::jsonl);
  std::istringstream lines(text);
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const element statement = parse(line);
    EXPECT_EQ(keys(statement["doc"]),
              (std::vector<std::string>{"id", "path", "url", "title", "outlet", "authors", "subhead", "published", "modified", "language"}));
    EXPECT_EQ(std::string_view(statement["id"]), "s" + std::to_string(count + 1));
    EXPECT_EQ(keys(statement).size(), 13u);
  }
  EXPECT_EQ(count, 4);
}

TEST_F(Json, EscapesWhatStringsCannotHold) {
  std::string out;
  formats::JsonWriter(out).string(std::string_view("a\"\\\n\r\t\b\0\x1f\x7f\xC2\x85\xE2\x80\xA8é😀", 21));
  EXPECT_EQ(out, R"("a\"\\\n\r\t\u0008\u0000\u001f\u007f\u0085\u2028é😀")");
}

TEST_F(Json, InvalidBytesAreReplacedOneByOne) {
  std::string out;
  formats::JsonWriter(out).string("a\xFF\xC3(\xED\xA0\x80\xF4\x90\x80\x80\xE2\x82");
  EXPECT_EQ(std::string_view(parse(out)), "a\uFFFD\uFFFD(\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST_F(Json, ProbabilitiesAreShort) {
  EXPECT_EQ(formats::short_probability(0.97), "0.97");
  EXPECT_EQ(formats::short_probability(0.97314), "0.9731");
  EXPECT_EQ(formats::short_probability(0.5), "0.50");
  EXPECT_EQ(formats::short_probability(0.123), "0.123");
  EXPECT_EQ(formats::short_probability(1.5), "1.00");
  EXPECT_EQ(formats::short_probability(-1), "0.00");
  EXPECT_EQ(formats::short_probability(0.0 / 0.0), "0.00");
}

}  // namespace
}  // namespace sayso
