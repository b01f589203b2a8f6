#include "read/mail/mail.h"

#include "fixture.h"
#include "read/mail/mail_header.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kHead =
    "Return-Path: <ann@herald.example>\r\nFrom: \"Cole, Ann\" <ann@herald.example>\r\nTo: desk@echo.example\r\n"
    "Subject: =?utf-8?q?Ferry_=C3=A0_vendre?=\r\nDate: Wed, 20 Nov 2024 23:15:00 -0500\r\nMessage-ID: <1@herald.example>\r\nMIME-Version: 1.0\r\n";

std::string mail(std::string_view rest) { return kHead + std::string(rest); }

std::string text_of(std::string_view rest) {
  const auto document = document_of_mail("Subject: S\n" + std::string(rest));
  return document ? document->text : "!" + document.error().message;
}

class MailFile : public testing::Test {
 protected:
  Folder folder_;
};

TEST_F(MailFile, a_mail_is_a_document_whatever_its_name) {
  for (const auto* name : {"a.eml", "a", "a.txt.gz"}) {
    const auto bytes = mail("Content-Type: text/plain; charset=iso-8859-1\r\n\r\nThe ferry costs \xa3 9, he said.\r\n");
    Reader reader({folder_.write(name, std::string_view(name).ends_with("gz") ? gzip(bytes) : bytes)});
    const auto found = reader.next();
    ASSERT_TRUE(found && *found) << name;
    const Document& d = **found;
    if (std::string_view(name) == "a.txt.gz") {
      EXPECT_THAT(d.text, testing::StartsWith("Return-Path"));  // the name says that it is a text
      continue;
    }
    EXPECT_EQ(d.text, "Ferry à vendre\n\nThe ferry costs £ 9, he said.");
    EXPECT_EQ(d.title, "Ferry à vendre");
    EXPECT_EQ(d.id, "1@herald.example");
    EXPECT_EQ(d.published, "2024-11-20");
    EXPECT_THAT(d.authors, ElementsAre("Ann Cole"));
    EXPECT_FALSE(reader.next());
  }
}

TEST_F(MailFile, mailboxes) {
  const std::string box = "From ann@herald.example Wed Nov 20 23:15:00 2024\n" + mail("\r\nOne.\r\n>From here on.\r\n\r\n") +
                          "From jo@herald.example Thu Nov 21 10:00:00 2024\n" + mail("\r\nTwo.\n\nFrom the mill.\n");
  EXPECT_THAT(texts_of({folder_.write("box", box)}), ElementsAre("Ferry à vendre\n\nOne.\nFrom here on.", "Ferry à vendre\n\nTwo.\n\nFrom the mill."));
}

TEST_F(MailFile, letters_and_posts_are_no_mails) {
  EXPECT_THAT(texts_of({folder_.write("a", "From: Ann Cole\nTo: Jo Reyes\nDate: Monday\n\nDear Jo.\n")}), ElementsAre(HasSubstr("Dear Jo")));
}

TEST_F(MailFile, saved_pages) {
  const std::string page =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://herald.example/1\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: http://herald.example/1\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><title>Ferry</title><body><nav>Home</nav><p>It sails=\r\n again, she said, as it has done each day this year.</p></body></html>\r\n"
      "--b\r\nContent-Type: text/css\r\n\r\np {}\r\n--b--\r\n";
  Reader reader({folder_.write("a.mhtml", page)});
  const auto found = reader.next();
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->title, "Ferry");
  EXPECT_EQ((*found)->text, "It sails again, she said, as it has done each day this year.");
  EXPECT_EQ((*found)->url, "http://herald.example/1");
}

TEST(Mail, transfer_encodings) {
  EXPECT_EQ(text_of("Content-Transfer-Encoding: quoted-printable\n\nCaf=C3=A9 = 1=\n2 =zz"), "S\n\nCafé = 12 =zz");
  EXPECT_EQ(text_of("Content-Transfer-Encoding: BASE64\n\nSXQg\r\n c2FpbHMu!\n"), "S\n\nIt sails.");
  EXPECT_EQ(text_of("\nplain"), "S\n\nplain");
}

TEST(Mail, of_alternatives_the_html) {
  const auto alternatives = [](std::string_view plain, std::string_view html) {
    return text_of("Content-Type: multipart/alternative; boundary=b\n\n--b\n\n" + std::string(plain) + "\n--b\nContent-Type: text/html\n\n" + std::string(html) + "\n--b--\n");
  };
  EXPECT_EQ(alternatives("It\nsails.", "<p>It sails.</p><p>She said <q>yes</q>.</p>"), "S\n\nIt sails.\n\nShe said “yes”.");
  EXPECT_EQ(alternatives("It\nsails.", "<img src=x>"), "S\n\nIt\nsails.");
}

TEST(Mail, texts_around_pictures_and_attachments) {
  const auto document = document_of_mail(
      "Content-Type: multipart/mixed; boundary=\"=_b\"\n\nold mailers read this\n--=_b\n\nOne.\n--=_b\nContent-Type: image/png\n\nx\n--=_b\n\nTwo.\n"
      "--=_b\nContent-Type: application/pdf; name=x\nContent-Disposition: attachment; filename*=UTF-8''caf%C3%A9.pdf\n\nx\n"
      "--=_b\nContent-Disposition: attachment; filename=\"notes.txt\"\n\nThree.\n--=_b--\nafter");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text, "One.\n\nTwo.");
  ASSERT_EQ(document->warnings.size(), 1u);
  EXPECT_EQ(document->warnings[0].code, "attachment-not-read");
  EXPECT_EQ(document->warnings[0].message, "attached: café.pdf, notes.txt");
}

TEST(Mail, flowed_text) {
  EXPECT_EQ(text_of("Content-Type: text/plain; format=flowed\n\nIt \nsails.\n From here.\n-- \nAnn\n"), "S\n\nIt sails.\nFrom here.\n-- \nAnn");
  EXPECT_EQ(text_of("Content-Type: text/plain; format=flowed; delsp=yes\n\nIt \nsails.\n"), "S\n\nItsails.");
}

TEST(Mail, lines_that_a_mailer_has_broken) {
  EXPECT_EQ(text_of("\n“We will not sell the ferry,” Torvald said on Monday. She told the\nHerald that talks would go on, and\nleft.\n\n"
                    "- One.\n- Two is a long point that runs nearly to the end of the line.\n> quoted\n-- \nAnn Cole\nHerald\n"),
            "S\n\n“We will not sell the ferry,” Torvald said on Monday. She told the Herald that talks would go on, and\nleft.\n\n"
            "- One.\n- Two is a long point that runs nearly to the end of the line.\n> quoted\n--\nAnn Cole\nHerald");
  const std::string wide(100, 'x');
  EXPECT_EQ(text_of("\n" + wide + "\n" + wide), "S\n\n" + wide + "\n" + wide);
}

TEST(Mail, broken_ones) {
  EXPECT_EQ(text_of("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nOne, cut"), "S\n\nOne, cut");
  EXPECT_EQ(text_of("Content-Type: multipart/mixed; boundary=b\n\nno parts"), "S");
  EXPECT_EQ(document_of_mail("X: y\n\n").error().message, "a mail without text");
  std::string deep;
  for (int i = 0; i < 2'000; ++i) deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
  const auto document = document_of_mail("Subject: S\n" + deep + "\nx");
  ASSERT_TRUE(document);
  EXPECT_THAT(codes_of(*document), ElementsAre("attachment-not-read"));
}

TEST(Mail, encoded_words) {
  EXPECT_EQ(decoded_words("=?utf-8?B?w6nDqQ==?= =?UTF-8?Q?_a?= b"), "éé a b");
  EXPECT_EQ(decoded_words("=?utf-8?b?4oA=?= =?utf-8?b?nA==?="), "“");  // a character in two words
  EXPECT_EQ(decoded_words("a =?iso-8859-1*en?q?=A3?= =?x?z?a?= =?"), "a £ =?x?z?a?= =?");
}

TEST(Mail, names) {
  EXPECT_THAT(names_of_addresses("\"Cole, Ann\" <a@b.example>, jo@b.example (Jo \\(R\\)), x@b.example, Desk"), ElementsAre("Cole, Ann", "Jo (R)", "Desk"));
  EXPECT_THAT(names_of_addresses(""), IsEmpty());
  EXPECT_EQ(parameter_of("text/plain; charset=\"utf-8\"; x", "charset"), "utf-8");
  EXPECT_EQ(parameter_of("a; name*0=\"ab\"; name*1=c", "name"), "abc");
}

}  // namespace
}  // namespace sayso
