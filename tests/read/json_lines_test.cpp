#include <simdjson.h>

#include "fixture.h"
#include "sayso/statement.h"

#include <rapidcheck/gtest.h>  // needs gtest before it
#include "read/json_chunks.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class JsonLines : public testing::Test {
 protected:
  std::vector<std::string> texts(std::string_view bytes, const ReadOptions& options = {}, const std::string& name = "a.jsonl") {
    return texts_of({folder_.write(name, bytes)}, options, folder_.path());
  }
  Folder folder_;
};

TEST_F(JsonLines, authors_in_one_string) {
  const auto authors = [](std::string_view names) { return read_ok("{\"text\": \"x\", \"author\": \"" + std::string(names) + "\"}", "a.json").authors; };
  EXPECT_THAT(authors("Lida Marsh; Ned Poole"), ElementsAre("Lida Marsh", "Ned Poole"));
  EXPECT_THAT(authors("By Lida Marsh, Ned Poole and Ida Fenn"), ElementsAre("Lida Marsh", "Ned Poole", "Ida Fenn"));
  EXPECT_THAT(authors("Lida Marsh, Hill Herald"), ElementsAre("Lida Marsh"));
  EXPECT_THAT(authors("Lida Marsh, Staff Writer"), ElementsAre("Lida Marsh"));
}

TEST_F(JsonLines, fields_by_their_usual_names) {
  const auto d = read_ok(R"({"ID": "x7", "source": "Hill Herald", "date": "2014-05-06", "topic": "ferries", "title": "Ferry stays",
      "content_original": "It stays.\n\n“No,” he said.", "url": "https://hill.example/7"})", "a.json");
  EXPECT_EQ(d.id, "x7");
  EXPECT_EQ(d.outlet, "Hill Herald");
  EXPECT_EQ(d.published, "2014-05-06");
  EXPECT_EQ(d.title, "Ferry stays");
  EXPECT_EQ(d.text, "It stays.\n\n“No,” he said.");
  EXPECT_EQ(d.url, "https://hill.example/7");
  EXPECT_EQ(d.path, "a.json");
}

TEST_F(JsonLines, other_names_and_shapes) {
  const auto d = read_ok(R"({"id": 12, "source": {"id": null, "name": "Hill Herald"}, "publishedAt": "2014-05-06T10:00:00Z",
      "headline": "Ferry stays", "maintext": "It stays.", "author": "By Ann Cole and Jo Reyes", "lang": "en-GB", "link": null})", "a.json");
  EXPECT_EQ(d.id, "12");
  EXPECT_EQ(d.outlet, "Hill Herald");
  EXPECT_EQ(d.published, "2014-05-06");
  EXPECT_THAT(d.authors, ElementsAre("Ann Cole", "Jo Reyes"));
  EXPECT_EQ(d.language, "en");
  EXPECT_EQ(d.url, std::nullopt);
  EXPECT_THAT(read_ok(R"({"body": "x", "authors": ["Ann Cole", {"name": "Jo Reyes"}]})", "a.json").authors,
              ElementsAre("Ann Cole", "Jo Reyes"));
}

TEST_F(JsonLines, our_own_documents) {
  const auto d = read_ok(R"({"doc": {"id": "7", "path": "old/place.txt", "url": null, "title": "T", "outlet": "O", "authors": ["A B"],
      "published": "2025-03-31", "language": "en", "text": "Said."}, "entities": [], "statements": [], "warnings": [], "text": "no"})", "a.json");
  EXPECT_EQ(d.id, "7");
  EXPECT_EQ(d.path, "old/place.txt");
  EXPECT_EQ(d.text, "Said.");
  EXPECT_EQ(d.published, "2025-03-31");
  EXPECT_THAT(d.authors, ElementsAre("A B"));
  ASSERT_TRUE(d.given);
  EXPECT_EQ(d.given->model, "given");
  EXPECT_TRUE(d.given->extraction.statements.empty());
  EXPECT_FALSE(read_ok(R"({"doc": {"text": "Said."}})", "a.json").given);
}

TEST_F(JsonLines, without_identifier_the_text_gives_one) {
  const auto a = read_ok(R"({"text": "Same."})", "a.json");
  const auto b = read_ok(R"({"text": "Same.", "title": "Other"})", "b.json");
  EXPECT_EQ(a.id.size(), 16u);
  EXPECT_EQ(a.id, b.id);
  EXPECT_NE(a.id, read_ok(R"({"text": "Not the same."})", "a.json").id);
}

TEST_F(JsonLines, a_bad_line_is_one_error_and_the_rest_is_read) {
  EXPECT_THAT(texts("{\"text\": \"one\"}\n{\"text\": \"tw\n\n[1]\n{\"title\": \"no text\"}\n{\"text\": 5}\nnonsense\n{\"text\": \"two\"}"),
              ElementsAre("one", "!a.jsonl:2: broken JSON", "!a.jsonl:4: JSON, but no object", "!a.jsonl:5: no text field",
                          "!a.jsonl:6: no text field", "!a.jsonl:7: broken JSON", "two"));
}

TEST_F(JsonLines, errors_are_malformed) {
  const auto bad = read_bytes("{\"text\": \"a\"", "a.jsonl");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code, ErrorCode::malformed);
  EXPECT_EQ(bad.error().where, "a.jsonl:1");
}

TEST_F(JsonLines, blank_lines_crlf_and_byte_order_mark) {
  EXPECT_THAT(texts("\xef\xbb\xbf\r\n{\"text\": \"one\"}\r\n  \r\n\t{\"text\": \"two\"}  \r\n"), ElementsAre("one", "two"));
  EXPECT_THAT(texts(""), IsEmpty());
  EXPECT_THAT(texts("\n\n"), IsEmpty());
}

TEST_F(JsonLines, arrays_and_indented_objects) {
  EXPECT_THAT(texts("[{\"text\": \"a } \\\" {\"},\n {\"text\": \"b\", \"x\": {\"y\": [{}]}}]\n"), ElementsAre("a } \" {", "b"));
  EXPECT_THAT(texts("{\n  \"text\": \"a\",\n  \"x\": {}\n}\n", {}, "a.json"), ElementsAre("a"));
  EXPECT_THAT(texts("{\n  \"text\": \"a\"\n}\n{\n  \"text\": \"b\"\n}\n", {}, "a.json"), ElementsAre("a", "b"));
  EXPECT_THAT(texts("[]", {}, "a.json"), IsEmpty());
}

TEST_F(JsonLines, errors_in_arrays_name_the_line) {
  EXPECT_THAT(texts("[\n{\"text\": \"a\"},\n{\"text\" \"b\"},\n7,\n{\"text\": \"c\"},\n{\"text\": \"d\""),
              ElementsAre("a", "!a.jsonl:3: broken JSON", "!a.jsonl:4: broken JSON", "c",
                          "!a.jsonl:6: JSON ends in the middle of an object"));
}

TEST_F(JsonLines, a_first_line_that_is_cut_off_does_not_swallow_the_next) {
  EXPECT_THAT(texts("{\"title\": \"x\",\n{\"text\": \"two\"}\n"), ElementsAre("!a.jsonl:1: broken JSON", "two"));
}

TEST_F(JsonLines, a_line_over_the_limit_is_left_out_alone) {
  ReadOptions options;
  options.max_bytes = 400000;
  std::string lines = "{\"text\": \"one\"}\n{\"text\": \"" + std::string(1500000, 'x') + "\"}\n{\"text\": \"two\"}\n";
  EXPECT_THAT(texts(lines, options), ElementsAre("one", "!a.jsonl:2: larger than 400000 bytes", "two"));
  EXPECT_THAT(texts("[{\"text\": \"one\"},\n{\"text\": \"" + std::string(1500000, 'x') + "\"},\n{\"text\": \"two\"}]", options),
              ElementsAre("one", "!a.jsonl:2: larger than 400000 bytes", "two"));
}

TEST_F(JsonLines, long_lines_pass_through_whole) {
  const std::string text(3000000, 'y');
  EXPECT_THAT(texts("{\"text\": \"one\"}\n{\"text\": \"" + text + "\"}\n{\"text\": \"two\"}"), ElementsAre("one", text, "two"));
}

TEST_F(JsonLines, bytes_that_are_no_utf8_and_lone_surrogates_are_repaired) {
  const auto bad = read_ok("{\"text\": \"K\xc3\xb6ln, Z\xc3\xbcrich, \xff\"}", "a.jsonl");
  EXPECT_EQ(bad.text, "Köln, Zürich, \uFFFD");
  EXPECT_THAT(codes_of(bad), ElementsAre("encoding-replaced"));
  const auto lone = read_ok(R"({"text": "a \ud83d b \ude00 c \ud83d\ude00 \\ud83d"})", "a.jsonl");
  EXPECT_EQ(lone.text, "a \uFFFD b \uFFFD c 😀 \\ud83d");
  EXPECT_THAT(codes_of(lone), ElementsAre("encoding-replaced"));
}

TEST_F(JsonLines, in_utf16) {
  std::string wide = "\xff\xfe";
  for (const char c : std::string("{\"text\": \"one\"}\n{\"text\": \"two\"}\n")) wide += c, wide += '\0';
  EXPECT_THAT(texts(wide), ElementsAre("one", "two"));
}

TEST_F(JsonLines, deep_nesting_is_an_error) {
  const std::string deep(100000, '[');
  EXPECT_THAT(texts("{\"x\": " + deep + "\n{\"text\": \"two\"}"), ElementsAre("!a.jsonl:1: broken JSON", "two"));
}

TEST_F(JsonLines, control_characters_in_text_are_kept) {
  const auto d = read_ok("{\"text\": \"a\\u0000b\"}", "a.jsonl");
  EXPECT_EQ(d.text, std::string("a\0b", 3));
  EXPECT_THAT(codes_of(d), ElementsAre("control-characters"));
}

TEST_F(JsonLines, one_document_from_memory_is_one) {
  EXPECT_EQ(read_bytes("{\"text\": \"a\"}\n{\"text\": \"b\"}", "a.jsonl").error().code, ErrorCode::bad_argument);
  EXPECT_EQ(read_bytes("", "a.jsonl").error().code, ErrorCode::malformed);
}

// However the bytes come in, the chunks are the same.
RC_GTEST_PROP(JsonChunks, do_not_depend_on_the_steps_of_reading, (const std::vector<std::uint8_t>& pieces)) {
  const char* const parts[] = {"{\"text\": \"a\"}", "\n", "{", "}", "\"", "\\", ",", "[", "]", " ", "x", "{\"t\": {\"u\": \"}\"}}"};
  std::string bytes;
  for (const auto piece : pieces) bytes += parts[piece % std::size(parts)];
  class Drip : public ByteSource {
   public:
    explicit Drip(std::string_view left) : left_(left) {}
    Result<std::size_t> read(char* to, std::size_t size) override {
      const std::size_t count = std::min({size, left_.size(), std::size_t{1}});
      std::copy_n(left_.data(), count, to);
      left_.remove_prefix(count);
      return count;
    }

   private:
    std::string_view left_;
  };
  const auto chunks = [](std::unique_ptr<ByteSource> source) {
    std::vector<std::pair<std::size_t, std::string>> all;
    JsonChunks reader(std::make_unique<PeekableBytes>(std::move(source)), 1 << 20);
    for (;;) {
      const auto chunk = reader.next();
      if (!*chunk) return all;
      all.emplace_back((*chunk)->line, (*chunk)->text);
    }
  };
  RC_ASSERT(chunks(memory_bytes(std::string_view(bytes))) == chunks(std::make_unique<Drip>(bytes)));
}

TEST_F(JsonLines, names_that_the_user_gives_go_before_the_usual) {
  ReadOptions options;
  options.map = {{"text", "story_en"}, {"title", "text"}, {"published", "day"}};
  const auto d = read_ok(R"({"text": "A headline", "content": "not this", "story_en": "It sails.", "date": "2024-01-01", "day": "2024-11-20", "url": "u"})",
                         "a.jsonl", options);
  EXPECT_EQ(d.text, "It sails.");
  EXPECT_EQ(d.title, "A headline");
  EXPECT_EQ(d.published, "2024-11-20");
  EXPECT_EQ(d.url, "u");
  // Where it is missing, the usual names are tried.
  EXPECT_EQ(read_ok(R"({"content": "It stays."})", "a.jsonl", options).text, "It stays.");
}

}  // namespace
}  // namespace sayso
