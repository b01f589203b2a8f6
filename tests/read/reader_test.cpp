#include "sayso/reader.h"

#include <fcntl.h>

#include "fixture.h"
#include "read/kind.h"
#include "read/language.h"

namespace sayso {
namespace {

using namespace std::literals;
using testing::ElementsAre;
using testing::IsEmpty;

class ReaderTest : public testing::Test {
 protected:
  std::vector<std::string> texts(std::vector<std::string> inputs, const ReadOptions& options = {}) {
    return texts_of(std::move(inputs), options, folder_.path());
  }
  Folder folder_;
};

TEST_F(ReaderTest, plain_text_stays_as_it_is) {
  const std::string text = "Ferry stays\r\n\r\n\tIt stays.  \r\n\n“No.”\n";
  const auto d = read_ok(text, "a.txt");
  EXPECT_EQ(d.text, text);
  EXPECT_EQ(d.title, "Ferry stays");
  EXPECT_EQ(read_ok("\xef\xbb\xbf" + text, "a.txt").text, text);
}

TEST_F(ReaderTest, an_empty_file_is_an_empty_document) {
  const auto d = read_ok("", "a.txt");
  EXPECT_EQ(d.text, "");
  EXPECT_EQ(d.title, std::nullopt);
  EXPECT_EQ(d.language, std::nullopt);
  EXPECT_THAT(d.warnings, IsEmpty());
  EXPECT_THAT(texts({folder_.write("empty.txt", ""), folder_.write("empty", "")}), ElementsAre("", ""));
}

TEST_F(ReaderTest, inputs_in_the_order_given_and_one_error_each) {
  folder_.write("sub/x.txt", "x");
  EXPECT_THAT(texts({folder_.write("b.txt", "b"), folder_ / "missing.txt", folder_.write("a.txt", "a"), folder_.write("no.txt/x", "x") + "/y"}),
              ElementsAre("b", "!missing.txt: no such file", "a", "!no.txt/x/y: not a directory"));
}

TEST_F(ReaderTest, codes_of_errors) {
  Reader reader({folder_ / "missing"});
  const auto missing = reader.next();
  ASSERT_TRUE(missing && !*missing);
  EXPECT_EQ(missing->error().code, ErrorCode::not_found);
  EXPECT_FALSE(reader.next());
  EXPECT_FALSE(reader.next());
}

TEST_F(ReaderTest, unreadable_files_and_folders) {
  if (::geteuid() == 0) GTEST_SKIP() << "nothing is unreadable for root";
  const auto file = folder_.write("locked.txt", "x");
  folder_.write("locked/x.txt", "x");
  ::chmod(file.c_str(), 0);
  ::chmod((folder_ / "locked").c_str(), 0);
  EXPECT_THAT(texts({file, folder_ / "locked", folder_.write("a.txt", "a")}),
              ElementsAre("!locked.txt: permission denied", "!locked: permission denied", "a"));
  ::chmod((folder_ / "locked").c_str(), 0700);
}

TEST_F(ReaderTest, pipes_and_broken_links) {
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  std::filesystem::create_symlink("nowhere", folder_ / "link");
  std::filesystem::create_symlink("round", folder_ / "round");
  EXPECT_THAT(texts({folder_ / "pipe", folder_ / "link", folder_ / "round", folder_.write("a.txt", "a")}),
              ElementsAre("!pipe: is a named pipe, not a file", "!link: no such file", "!round: too many levels of links", "a"));
}

TEST_F(ReaderTest, an_open_descriptor_is_read) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ASSERT_EQ(::write(ends[1], "piped", 5), 5);
  ::close(ends[1]);
  EXPECT_THAT(texts({"/dev/fd/" + std::to_string(ends[0])}), ElementsAre("piped"));
  ::close(ends[0]);
}

TEST_F(ReaderTest, standard_input_compressed_too) {
  const auto path = folder_.write("in", gzip("{\"text\": \"one\"}\n{\"text\": \"two\"}\n"));
  const int saved = ::dup(STDIN_FILENO);
  const int file = ::open(path.c_str(), O_RDONLY);
  ::dup2(file, STDIN_FILENO);
  Reader reader({"-"});
  const auto first = reader.next();
  ASSERT_TRUE(first && *first);
  EXPECT_EQ((*first)->path, "-");
  EXPECT_EQ((*reader.next())->text, "two");
  EXPECT_FALSE(reader.next());
  ::dup2(saved, STDIN_FILENO);
  ::close(saved);
  ::close(file);
}

TEST_F(ReaderTest, binary_files_are_no_text) {
  for (const auto& bytes : {"%PDF-1.4 text"s, "\x89PNG\r\n"s, "\x7f""ELF\1\1"s, "PK\3\4zip"s, "\xff\xd8\xff\xe0JFIF"s, "GIF89a"s,
                            "\1\2\3\4\5\6\7\0\0\0\0\0 some"s}) {
    const auto read = read_bytes(bytes, "a.txt");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::not_text);
    EXPECT_EQ(read.error().message, "is binary, not text");
    EXPECT_EQ(read.error().where, "a.txt");
  }
}

TEST_F(ReaderTest, larger_than_allowed) {
  ReadOptions options;
  options.max_bytes = 10;
  EXPECT_THAT(texts({folder_.write("a.txt", "0123456789"), folder_.write("b.txt", "0123456789x")}, options),
              ElementsAre("0123456789", "!b.txt: larger than 10 bytes"));
}

TEST_F(ReaderTest, options_override) {
  ReadOptions options;
  options.date = "2001-02-03";
  options.outlet = "Given";
  const auto d = read_ok(R"({"text": "x", "date": "2020-01-01", "source": "Own"})", "a.jsonl", options);
  EXPECT_EQ(d.published, "2001-02-03");
  EXPECT_EQ(d.outlet, "Given");
  EXPECT_EQ(read_ok("Ferry\n\nMay 4, 2012\n", "a.txt", options).published, "2001-02-03");
}

TEST_F(ReaderTest, folders_sorted_without_hidden_and_binary_files) {
  folder_.write("d/b.txt", "b");
  folder_.write("d/a/z.txt", "a/z");
  folder_.write("d/a.txt", "a.txt");
  folder_.write("d/a-b.txt", "a-b");
  folder_.write("d/.hidden/x.txt", "no");
  folder_.write("d/.x.txt", "no");
  folder_.write("d/picture.png", "\x89PNG\r\n");
  folder_.write("d/style.css", "p {}");
  folder_.write("d/b.ann", "T1\tSource 0 1\tb");
  folder_.write("d/b.gold.json", "{\"scope\": \"all\"}");
  folder_.write("d/two.jsonl", "{\"text\": \"one\"}\n{}\n");
  EXPECT_THAT(texts({folder_ / "d"}), ElementsAre("a-b", "a.txt", "a/z", "b", "one", "!d/two.jsonl:2: no text field"));
  EXPECT_THAT(texts({folder_ / "d/"}), testing::SizeIs(6));
}

TEST_F(ReaderTest, paths_of_documents_in_folders) {
  folder_.write("d/a/z.txt", "z");
  Reader reader({folder_ / "d"});
  EXPECT_EQ((*reader.next())->path, folder_ / "d/a/z.txt");
}

TEST_F(ReaderTest, links_in_circles_and_broken_ones_in_folders) {
  folder_.write("d/a/x.txt", "x");
  std::filesystem::create_directory_symlink("..", folder_ / "d/a/up");
  std::filesystem::create_directory_symlink("a", folder_ / "d/b");
  std::filesystem::create_symlink("nowhere", folder_ / "d/c.txt");
  ASSERT_EQ(::mkfifo((folder_ / "d/pipe").c_str(), 0600), 0);
  EXPECT_THAT(texts({folder_ / "d"}), ElementsAre("x", "!d/c.txt: no such file"));
}

TEST_F(ReaderTest, a_file_that_vanishes_while_walking) {
  folder_.write("d/a.txt", "a");
  folder_.write("d/b.txt", "b");
  folder_.write("d/c.txt", "c");
  Reader reader({folder_ / "d"});
  ASSERT_TRUE(*reader.next());
  std::filesystem::remove(folder_ / "d/b.txt");
  const auto gone = reader.next();
  ASSERT_TRUE(gone && !*gone);
  EXPECT_EQ(gone->error().message, "no such file");
  EXPECT_EQ((*reader.next())->text, "c");
}

TEST_F(ReaderTest, an_empty_folder_gives_nothing) {
  std::filesystem::create_directory(folder_ / "d");
  EXPECT_THAT(texts({folder_ / "d"}), IsEmpty());
  EXPECT_THAT(texts({}), IsEmpty());
}

TEST(Kind, by_name_and_by_sniffing) {
  EXPECT_EQ(kind_of("<html>", "a.txt"), InputKind::text);
  EXPECT_EQ(kind_of("text", "a.html.gz"), InputKind::html);
  EXPECT_EQ(kind_of("text", "A.HTM"), InputKind::html);
  EXPECT_EQ(kind_of("\xef\xbb\xbf\n<!DOCTYPE HTML>", "-"), InputKind::html);
  EXPECT_EQ(kind_of("<!-- saved --><html>", "-"), InputKind::html);
  EXPECT_EQ(kind_of("<?xml version='1.0'?><html xmlns=''>", "a.xml"), InputKind::html);
  EXPECT_EQ(kind_of("{\"text\": 1}", "-"), InputKind::json);
  EXPECT_EQ(kind_of("[\n {", "-"), InputKind::json);
  EXPECT_EQ(kind_of("[Applause] Thank you.", "-"), InputKind::text);
  EXPECT_EQ(kind_of("{sic}", "-"), InputKind::text);
  EXPECT_EQ(kind_of("<3 he wrote", "-"), InputKind::text);
  EXPECT_EQ(kind_of("<\0h\0t\0m\0l\0>\0"s, "-"), InputKind::html);
  EXPECT_EQ(kind_of("", "-"), InputKind::text);
}

TEST(Kind, endings) {
  EXPECT_EQ(ending_of("a/b.HTML.gz"), "html");
  EXPECT_EQ(ending_of("a.b/c"), "");
  EXPECT_EQ(ending_of("a.gz"), "");
  EXPECT_EQ(ending_of("news.jsonl.zst"), "jsonl");
}

TEST(Language, is_told_from_the_text_or_left_open) {
  EXPECT_EQ(language_of("The ferry will not sail before Monday, the head of the harbour board told reporters on the quay."), "en");
  EXPECT_EQ(language_of("Die Fähre fährt nicht vor Montag, sagte die Leiterin der Hafenbehörde den Journalisten am Kai."), "de");
  EXPECT_EQ(language_of(""), std::nullopt);
  EXPECT_EQ(language_of("12 34 56"), std::nullopt);
  EXPECT_EQ(language_of_tag("en-US"), "en");
  EXPECT_EQ(language_of_tag("DE"), "de");
  EXPECT_EQ(language_of_tag("english"), std::nullopt);
  EXPECT_EQ(language_of_tag(""), std::nullopt);
}

}  // namespace
}  // namespace sayso
