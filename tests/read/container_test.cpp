#include "read/container.h"

#include <archive.h>
#include <archive_entry.h>

#include "archive_fixture.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Files = std::vector<std::pair<std::string, std::string>>;

std::string packed(const Files& files, bool zip) {
  std::string out(4 << 20, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  zip ? archive_write_set_format_zip(writer) : archive_write_set_format_ustar(writer);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

const Files kFiles = {{"b.txt", "It sails."},
                      {"pages/a.html", "<p>It stays.</p>"},
                      {"lines.jsonl.gz", gzip("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n")},
                      {"style.css", "a {}"},
                      {".hidden.txt", "no"},
                      {"__MACOSX/b.txt", "no"},
                      {"picture", "\x89PNG\r\n"}};

TEST(Container, zip_and_tar_plain_and_packed) {
  const Folder folder;
  const auto texts = ElementsAre("It sails.", "It stays.", "One.", "Two.");
  EXPECT_THAT(texts_of({folder.write("a.zip", packed(kFiles, true))}), texts);
  EXPECT_THAT(texts_of({folder.write("a.tar", packed(kFiles, false))}), texts);
  EXPECT_THAT(texts_of({folder.write("a.tar.gz", gzip(packed(kFiles, false)))}), texts);
  EXPECT_THAT(texts_of({folder.write("a.tgz", gzip(packed(kFiles, false)))}), texts);
}

TEST(Container, paths_name_the_file_inside) {
  const Folder folder;
  Reader reader({folder.write("a.zip", packed({{"pages/a.txt", "It sails."}}, true))});
  const auto document = reader.next();
  ASSERT_TRUE(document && *document);
  EXPECT_EQ((*document)->path, folder / "a.zip/pages/a.txt");
}

TEST(Container, a_bad_file_inside_is_one_error) {
  const Folder folder;
  ReadOptions options;
  options.max_bytes = 1000;
  EXPECT_THAT(texts_of({folder.write("a.zip", packed({{"a.txt", std::string(1 << 20, 'a')}, {"b.txt", "It sails."}}, true))}, options, folder.path()),
              ElementsAre("!a.zip/a.txt: larger than 1000 bytes", "It sails."));
  EXPECT_THAT(texts_of({folder.write("b.zip", packed({{"a.warc.gz", gzip(capture(1, "One."))}, {"b.jsonl", "{\n"}}, true))}, {}, folder.path()),
              ElementsAre("One.", HasSubstr("!b.zip/b.jsonl:1: ")));
}

TEST(Container, broken_ones_end_with_an_error) {
  const Folder folder;
  const auto whole = packed({{"a.txt", "It sails."}, {"b.txt", std::string(5000, 'b')}}, false);
  const auto found = texts_of({folder.write("a.tar", whole.substr(0, 2000)), folder.write("b.txt", "b")}, {}, folder.path());
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0], "It sails.");
  EXPECT_THAT(found[1], HasSubstr("broken: "));
  EXPECT_EQ(found[2], "b");
}

TEST(Container, containers_inside_are_passed_over) {
  const Folder folder;
  const auto inner = packed({{"a.txt", "no"}}, true);
  EXPECT_THAT(texts_of({folder.write("a.zip", packed({{"inner.zip", inner}, {"b.txt", "It sails."}}, true))}), ElementsAre("It sails."));
}

TEST(Container, tables_inside_are_read) {
  const Folder folder;
  for (const bool zip : {true, false}) {
    EXPECT_THAT(texts_of({folder.write(zip ? "a.zip" : "a.tar", packed({{"a.csv", "title,text\nFerry,It sails.\n"}, {"b.tsv", "title\ttext\nMill\tIt is sold.\n"}}, zip))}),
                ElementsAre("It sails.", "It is sold."));
  }
}

TEST(Container, names_that_lead_out_of_it_and_empty_pictures) {
  const Folder folder;
  Reader reader({folder.write("a.zip", packed({{"../../etc/a.txt", "It sails."}, {"../.hidden.txt", "no"}, {"b.png", ""}}, true))});
  const auto document = reader.next();
  ASSERT_TRUE(document && *document);
  EXPECT_EQ((*document)->path, folder / "a.zip/etc/a.txt");
  EXPECT_FALSE(reader.next());
  EXPECT_THAT(texts_of({folder.write("c.png", "")}, {}, folder.path()), ElementsAre("!c.png: is binary, not text"));
}

TEST(Container, bombs) {
  const Folder folder;
  const std::string spaces(std::size_t{65} << 20, ' ');
  EXPECT_THAT(texts_of({folder.write("a.zip", packed({{"a.txt", spaces}, {"b.txt", "It sails."}}, true))}, {}, folder.path()),
              ElementsAre("!a.zip/a.txt: unpacks to more than 64 MiB and 200 times its size", "It sails."));
  EXPECT_THAT(texts_of({folder.write("a.txt.gz", gzip(spaces))}, {}, folder.path()),
              ElementsAre("!a.txt.gz: unpacks to more than 64 MiB and 200 times its size"));
}

TEST(Container, office_documents_are_none) {
  EXPECT_EQ(container_kind("PK\x03\x04", "letter.docx"), ContainerKind::none);
  EXPECT_EQ(container_kind("PK\x03\x04", "a.zip"), ContainerKind::zip);
}

}  // namespace
}  // namespace sayso
