#include "read/archive/payload.h"

#include <fmt/format.h>

#include <algorithm>

#include "read/archive/http.h"
#include "read/kind.h"
#include "read/one_document.h"

namespace sayso {
namespace {

constexpr std::size_t kHttpHeadBytes = std::size_t{64} << 10;

bool is_page(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }
bool is_untold(std::string_view type) { return type.empty() || type == "unk" || type == "no-type"; }

bool is_document(std::string_view type) { return is_page(type) || type == "text/plain" || is_untold(type); }

bool is_web(std::string_view url) {
  return equal_ignoring_case(url.substr(0, 7), "http://") || equal_ignoring_case(url.substr(0, 8), "https://");
}

// Texts that crawlers read and write: names of hosts, rules for robots, their own logs.
bool is_for_machines(std::string_view url) {
  if (url.starts_with("dns:") || url.starts_with("metadata:") || url.starts_with("whois:")) return true;
  return url.ends_with("/robots.txt");
}

// Whether the block is an HTTP response with the page in it, or the page itself.
bool holds_http(const RecordHeader& record) {
  if (record.format == RecordHeader::Format::arc) return is_web(record.url);
  if (record.type != "response" && record.type != "revisit") return false;
  const std::string type = media_type_of(record.content_type).type;
  return type.empty() || type == "application/http";
}

// A browser takes what it is told for what it is; pictures under the name of text are the only surprise here.
std::optional<InputKind> kind_of_body(std::string_view body, std::string_view type) {
  const InputKind told = kind_of(body.substr(0, kSniffBytes), "");
  if (told == InputKind::binary || told == InputKind::warc) return {};
  if (is_page(type)) return InputKind::html;
  if (type == "text/plain") return told == InputKind::html ? told : InputKind::text;
  return told == InputKind::html || told == InputKind::text ? std::optional(told) : std::nullopt;
}

void warn_of_damage(Document& document, const RecordHeader& record, const std::string& fault) {
  if (fault.empty()) return;
  document.warnings.push_back({"archive-damaged", {}, fmt::format("at byte {}: {}", record.offset, fault)});
}

std::optional<Result<Document>> fail(Error error, const RecordHeader& record) {
  error.message = fmt::format("at byte {}: {}: {}", record.offset, record.url, error.message);
  return tl::unexpected(std::move(error));
}

}  // namespace

std::string id_of(const RecordHeader& record) {
  return record.id.empty() ? fmt::format("{}/{}", time_of(record.date), record.url) : std::string(record.id);
}

std::string time_of(std::string_view date) {
  std::string digits;
  for (const char c : date) {
    if (c >= '0' && c <= '9' && digits.size() < 14) digits.push_back(c);
  }
  return digits;
}

std::int64_t seconds_of(std::string time) {
  constexpr std::string_view kEarliest = "00000101000000";
  for (auto i = time.size(); i < kEarliest.size(); ++i) time.push_back(kEarliest[i]);
  const auto number = [&](std::size_t at, std::size_t size) {
    return static_cast<std::int64_t>(number_of(std::string_view(time).substr(at, size)).value_or(0));
  };
  const std::int64_t days = number(0, 4) * 366 + number(4, 2) * 31 + number(6, 2);
  return ((days * 24 + number(8, 2)) * 60 + number(10, 2)) * 60 + number(12, 2);
}

Payload payload_of(RecordReader& reader, const RecordHeader& record) {
  Payload out;
  const bool page = record.type == "response" || record.type == "resource" || record.type == "conversion" || record.type == "revisit";
  if (!page || is_for_machines(record.url)) return out;
  out.http = holds_http(record);
  MediaType media;
  if (out.http) {
    HttpHead head;
    read_http_head(reader.peek(kHttpHeadBytes), head);
    out.status = head.status;
    media = media_type_of(head.fields.get("Content-Type"));
    if (head.status == 0) media = media_type_of(record.format == RecordHeader::Format::arc ? record.content_type : "");
  } else {
    media = media_type_of(record.content_type);
    if (record.type == "response") media.type = "text/dns";  // a response, but to nothing that is known here
  }
  out.type = std::move(media.type);
  out.charset = std::move(media.charset);
  out.wanted = is_document(out.type) && (out.status == 0 || (out.status >= 200 && out.status < 300));
  return out;
}

std::optional<Result<Document>> document_of(RecordReader& reader, const RecordHeader& record, const Payload& payload,
                                            const ReadOptions& options) {
  const std::size_t most = most_bytes(is_page(payload.type) ? InputKind::html : InputKind::text, options);
  const auto block = reader.block(most + kHttpHeadBytes);
  if (!block) return fail(block.error(), record);
  HttpHead head;
  if (payload.http) read_http_head(*block, head);
  auto body = decode_body(head.fields, block->substr(head.size), most);
  if (body) body = unpack_untold(std::move(*body), most);
  if (!body) return fail(std::move(body.error()), record);
  const auto kind = kind_of_body(body->bytes, payload.type);
  if (!kind || (body->bytes.empty() && is_untold(payload.type))) return {};
  auto document = document_of_bytes(std::move(body->bytes), *kind, payload.charset, options.provenance);
  if (!document) return fail(std::move(document.error()), record);
  document->url = record.url;
  document->id = id_of(record);
  warn_of_damage(*document, record, reader.take_fault());
  warn_of_damage(*document, record, body->fault);
  const auto cut = record.fields.get("WARC-Truncated");
  if (!cut.empty()) warn_of_damage(*document, record, fmt::format("the crawler cut it off: {}", cut));
  return document;
}

}  // namespace sayso
