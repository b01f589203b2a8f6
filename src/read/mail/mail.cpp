#include "read/mail/mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "read/encoding.h"
#include "read/mail/mail_header.h"
#include "read/mail/mail_text.h"
#include "read/mail/mime_parts.h"
#include "read/one_document.h"
#include "read/plain.h"
#include "read/warnings.h"
#include "read/written_date.h"

namespace sayso {
namespace {

using namespace std::literals;

constexpr std::size_t kLongestHead = std::size_t{256} << 10;
constexpr std::size_t kStep = std::size_t{64} << 10;

std::optional<std::string> filled(std::string text) { return text.empty() ? std::nullopt : std::optional(std::move(text)); }

// "<http://…>" without its brackets.
std::string in_brackets(std::string_view value) {
  value = without_space(value);
  if (value.starts_with('<')) value.remove_prefix(1);
  return std::string(without_space(value.substr(0, value.find('>'))));
}

// "Herald Daily <daily.herald.example>": the name of the list.
std::string list_name(std::string_view value) {
  const auto names = names_of_addresses(value);
  return value.find('<') != value.npos && !names.empty() ? names.front() : std::string();
}

// Browsers save pages as mails to nobody.
bool is_saved_page(const Fields& head, const MimePart& page) {
  return head.has("Snapshot-Content-Location") || (!page.location.empty() && !head.has("To") && !head.has("Message-ID"));
}

// The mail around it says nothing.
Result<Document> document_of_page(const Fields& head, const MimePart& page) {
  auto document = document_of_bytes(decoded_part(page), InputKind::html, page.charset);
  if (!document) return document;
  const auto snapshot = without_space(head.get("Snapshot-Content-Location"));
  const std::string url = snapshot.empty() ? page.location : std::string(snapshot);
  if (!document->url && url.starts_with("http")) document->url = url;
  return document;
}

void warn_of_parts(Document& document, const MailText& text, bool left_closed) {
  std::string names;
  for (const auto& name : text.attached) names += (names.empty() ? "" : ", ") + name;
  if (!names.empty()) document.warnings.push_back({"attachment-not-read", {}, "attached: " + decode_bytes(std::move(names)).text});
  if (left_closed) document.warnings.push_back({"attachment-not-read", {}, "parts nested deeper than 16 levels, or over 2,000 of them"});
  if (text.replaced > 0) warn_of_replaced(document, text.replaced);
}

// "From ann@herald.example Wed Nov 20 23:15:00 2024" behind an empty line begins the next mail of a mailbox; in bodies "From" at the
// beginning of a line is written ">From".
bool begins_mail(std::string_view line) {
  if (!line.starts_with("From ") || line.size() > 200) return false;
  const auto date = line.find(' ', 5);
  return date != line.npos && written_date(line.substr(date)).seconds;
}

// "Cole, Ann" as address books have it.
std::string turned(std::string name) {
  const auto comma = name.find(", ");
  const bool one = comma != name.npos && comma > 0 && name.find(',', comma + 1) == name.npos && name.find(' ') == comma + 1;
  return one ? name.substr(comma + 2) + " " + name.substr(0, comma) : name;
}

class MailDocuments final : public DocumentSource {
 public:
  MailDocuments(std::unique_ptr<PeekableBytes> bytes, std::string path, const ReadOptions& options)
      : bytes_(std::move(bytes)), path_(std::move(path)), options_(options) {}

  std::optional<Result<Document>> next() override {
    while (!over_) {
      const auto number = ++number_;
      auto mail = next_mail();
      const std::string where = mailbox_ ? fmt::format("{}: mail {}", path_, number) : path_;
      if (!mail) return fail(std::move(mail.error()), where);
      if (mail->empty()) continue;
      auto document = document_of_mail(*mail);
      if (!document) return fail(std::move(document.error()), where);
      document->path = path_;
      finish_document(*document, options_);
      return document;
    }
    return {};
  }

 private:
  static tl::unexpected<Error> fail(Error error, const std::string& where) {
    error.where = where;
    return tl::unexpected(std::move(error));
  }

  // The next line with its end; empty at the end of the input. A line of more than a step comes in pieces.
  Result<std::string> line() {
    const auto ahead = bytes_->peek(kStep);
    if (!ahead) return tl::unexpected(ahead.error());
    const auto end = ahead->substr(0, kStep).find('\n');
    std::string out(end == ahead->npos ? std::min(ahead->size(), kStep) : end + 1, '\0');
    if (const auto got = bytes_->read(out.data(), out.size()); !got) return tl::unexpected(got.error());
    return out;
  }

  Result<std::string> next_mail() {
    std::string mail;
    bool too_large = false;
    bool empty_before = true;
    for (bool whole_line = true;;) {
      auto read = line();
      if (!read) return over_ = true, tl::unexpected(read.error());
      over_ = read->empty();
      const bool begins = whole_line && empty_before && begins_mail(*read);
      if (number_ == 1 && mail.empty() && begins) mailbox_ = true;
      if (over_ || (mailbox_ && begins && started_)) break;
      started_ = true;
      if (begins && mailbox_) continue;
      too_large = too_large || mail.size() + read->size() > options_.max_bytes;
      if (!too_large) mail += mailbox_ && read->starts_with(">From ") ? read->substr(1) : *read;
      empty_before = whole_line && (*read == "\n" || *read == "\r\n");
      whole_line = read->ends_with('\n');
    }
    if (too_large) return tl::unexpected(Error{ErrorCode::too_large, {}, fmt::format("larger than {} bytes", options_.max_bytes)});
    return mail;
  }

  std::unique_ptr<PeekableBytes> bytes_;
  std::string path_;
  ReadOptions options_;
  std::size_t number_ = 0;
  bool mailbox_ = false;
  bool started_ = false;  // the line "From …" of the first mail was read
  bool over_ = false;
};

}  // namespace

Result<Document> document_of_mail(std::string_view bytes) {
  const auto end = std::min(end_of_head(bytes.substr(0, kLongestHead)), bytes.size());
  Fields head;
  head.read(bytes.substr(0, std::min(end, kLongestHead)));
  const MimeParts parts = mime_parts(head, bytes.substr(end));
  MailText text = text_of_mail(parts.parts);
  if (text.page != nullptr && is_saved_page(head, *text.page)) return document_of_page(head, *text.page);
  Document out;
  const std::string subject(without_space(decoded_words(head.get("Subject"))));
  out.text = subject;
  if (!subject.empty() && !text.text.empty()) out.text += "\n\n";
  out.text += text.text;
  if (out.text.empty()) return tl::unexpected(Error{ErrorCode::malformed, {}, "a mail without text"});
  out.id = decode_bytes(in_brackets(head.get("Message-ID"))).text;
  out.url = filled(decode_bytes(in_brackets(head.get("Archived-At"))).text);
  out.title = filled(subject);
  const std::string list = list_name(head.get("List-Id"));
  out.outlet = filled(list.empty() ? decoded_words(head.get("Organization")) : list);
  for (const auto& name : names_of_addresses(head.get("From"))) {
    for (auto& author : names_in_field(turned(name))) out.authors.push_back(std::move(author));
  }
  out.published = written_date(decoded_words(head.get("Date"))).day;
  warn_of_parts(out, text, parts.left_closed);
  return out;
}

std::unique_ptr<DocumentSource> mail_documents(std::unique_ptr<PeekableBytes> bytes, std::string path, const ReadOptions& options) {
  return std::make_unique<MailDocuments>(std::move(bytes), std::move(path), options);
}

bool is_mailbox(std::string_view head) {
  const auto line = head.substr(0, head.find('\n'));
  return begins_mail(line) && looks_like_mail(head.substr(std::min(line.size() + 1, head.size())));
}

bool looks_like_mail(std::string_view head) {
  Fields fields;
  const auto end = end_of_head(head);
  fields.read(head.substr(0, end));
  if (fields.odd_lines() > 1) return false;
  const auto count = [&](const auto& names) {
    return std::count_if(names.begin(), names.end(), [&](std::string_view name) { return fields.has(name); });
  };
  constexpr std::array kOfAll = {"From"sv, "Date"sv, "Subject"sv, "To"sv, "Message-ID"sv};
  constexpr std::array kOnlyMails = {"Message-ID"sv, "MIME-Version"sv, "Received"sv, "Return-Path"sv, "Delivered-To"sv};
  return count(kOfAll) >= 3 && count(kOnlyMails) >= 1;
}

}  // namespace sayso
