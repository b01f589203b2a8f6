#include "fixture.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Table : public testing::Test {
 protected:
  std::vector<std::string> texts(std::string_view bytes, const std::string& name = "a.csv", const ReadOptions& options = {}) {
    return texts_of({folder_.write(name, bytes)}, options, folder_.path());
  }
  Folder folder_;
};

TEST_F(Table, columns_by_their_usual_names) {
  Reader reader({folder_.write("a.csv", "id,date,title,author,publisher,content\r\n7,2024-11-20,Ferry,By Ann Cole and Jo Reyes,Hill Herald,\"It \"\"sails\"\",\r\nshe said.\"\r\n")});
  const auto found = reader.next();
  ASSERT_TRUE(found && *found);
  const Document& d = **found;
  EXPECT_EQ(d.id, "7");
  EXPECT_EQ(d.published, "2024-11-20");
  EXPECT_EQ(d.title, "Ferry");
  EXPECT_THAT(d.authors, ElementsAre("Ann Cole", "Jo Reyes"));
  EXPECT_EQ(d.outlet, "Hill Herald");
  EXPECT_EQ(d.text, "It \"sails\",\r\nshe said.");
  EXPECT_FALSE(reader.next());
}

TEST_F(Table, other_delimiters_and_line_ends) {
  EXPECT_THAT(texts("\xef\xbb\xbfid;text\n1;One, two.\n\n2;\n3;Three."), ElementsAre("One, two.", "Three."));
  EXPECT_THAT(texts("id\ttext\n1\tOne.\n", "a.tsv"), ElementsAre("One."));
  EXPECT_THAT(texts("text\n\"\"\"One,\"\" she said.\"\n\"\"\nTwo \"2\".\n"), ElementsAre("\"One,\" she said.", "Two \"2\"."));
}

TEST_F(Table, columns_that_the_user_names) {
  ReadOptions options;
  options.map = {{"text", "story"}};
  EXPECT_THAT(texts("text,story\nno,It sails.\n", "a.csv", options), ElementsAre("It sails."));
}

TEST_F(Table, what_is_wrong_is_told_with_its_line) {
  EXPECT_THAT(texts("a,b\n1,2\n"), ElementsAre(HasSubstr("!a.csv: a table without a column of texts")));
  EXPECT_THAT(texts("id,text\n1,One.\n2,\"Two\n"), ElementsAre("One.", HasSubstr("!a.csv:3: the table ends in quotation marks")));
  ReadOptions options;
  options.max_bytes = 20;
  EXPECT_THAT(texts("id,text\n1,\"" + std::string(100, 'x') + "\n\"\n2,Two.\n", "a.csv", options),
              ElementsAre("!a.csv:2: larger than 20 bytes", "Two."));
  EXPECT_THAT(texts("id,text\n1,Caf\xe9.\n"), ElementsAre("Café."));
}

}  // namespace
}  // namespace sayso
