#include "read/archive/http.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "read/unpack.h"
#include "text/ascii.h"

namespace sayso {
namespace {

constexpr std::size_t kMaxChunkLine = 4096;
constexpr int kMaxEncodings = 4;

// The size at the beginning of a chunk's line, which is taken off; nothing where there is none.
std::optional<std::uint64_t> take_chunk_size(std::string_view& rest) {
  const auto line_end = rest.substr(0, kMaxChunkLine).find('\n');
  if (line_end == rest.npos) return {};
  auto line = without_space(rest.substr(0, line_end));
  line = without_space(line.substr(0, line.find(';')));
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (line.empty() || error != std::errc() || end != line.data() + line.size()) return {};
  rest.remove_prefix(line_end + 1);
  return size;
}

HttpBody without_chunks(std::string_view rest) {
  HttpBody out;
  const std::size_t all = rest.size();
  for (bool first = true;; first = false) {
    const std::size_t at = all - rest.size();
    const auto size = take_chunk_size(rest);
    if (size == 0u) return out;
    if (size && *size <= rest.size()) {
      out.bytes.append(rest.substr(0, *size));
      rest.remove_prefix(*size);
      if (rest.starts_with("\r\n")) rest.remove_prefix(2);
      else if (rest.starts_with('\n')) rest.remove_prefix(1);
      continue;
    }
    // What is left is kept as it stands: a reader of pages passes over a stray line more easily than over a lost paragraph.
    out.bytes.append(rest);
    if (!size && first) out.fault = "the body is said to be in chunks, and is not";
    else if (size) out.fault = fmt::format("the body's chunk at its byte {} ends after {} of {} bytes", at, rest.size(), *size);
    else out.fault = fmt::format("the body has no chunk at its byte {}", at);
    if (size || !rest.empty()) return out;
    out.fault = "the body ends without its last chunk";
    return out;
  }
}

Packing packing_named(std::string_view name, std::string_view body) {
  const auto is = [&](std::string_view other) { return equal_ignoring_case(name, other); };
  if (is("gzip") || is("x-gzip")) return Packing::gzip;
  if (is("br")) return Packing::brotli;
  if (is("zstd")) return Packing::zstd;
  if (!is("deflate")) return Packing::none;
  // RFC 9110 means zlib's form; many send deflate without it.
  const bool zlib = body.size() >= 2 && (body[0] & 0x0F) == 8 &&
                    (static_cast<unsigned char>(body[0]) * 256 + static_cast<unsigned char>(body[1])) % 31 == 0;
  return zlib ? Packing::zlib : Packing::deflate;
}

// Gzip and zstd may come in several members.
Result<HttpBody> unpacked(Packing packing, std::string_view in, std::size_t max_bytes) {
  constexpr std::size_t kStep = std::size_t{64} << 10;
  HttpBody out;
  const auto unpacker = make_unpacker(packing);
  unpacker->start();
  std::size_t given = 0;
  for (;;) {
    if (out.bytes.size() - given < kStep / 2) out.bytes.resize(std::max(given * 2, in.size() * 2 + kStep));
    const auto step = unpacker->step(in, out.bytes.data() + given, out.bytes.size() - given);
    in.remove_prefix(step.taken);
    given += step.given;
    if (given > max_bytes) {
      return tl::unexpected(Error{ErrorCode::too_large, {}, fmt::format("unpacks to more than {} bytes", max_bytes)});
    }
    if (step.state == Unpacker::State::ended && packing_of(in) == packing) {
      unpacker->start();
      continue;
    }
    if (step.state == Unpacker::State::more && (step.given > 0 || step.taken > 0)) continue;
    if (step.state == Unpacker::State::broken) out.fault = fmt::format("the body's {} data is broken", name_of(packing));
    if (step.state == Unpacker::State::more) out.fault = fmt::format("the body's {} data ends too early", name_of(packing));
    out.bytes.resize(given);
    return out;
  }
}

Result<void> unpack(HttpBody& body, std::string_view encoding, std::size_t max_bytes) {
  const Packing packing = packing_named(encoding, body.bytes);
  if (packing == Packing::none) return {};
  // Crawlers often store the body unpacked beside the header that says it is not.
  const auto keep = [&] { body.fault = fmt::format("the body is said to be {}, and is not", name_of(packing)); };
  if ((packing == Packing::gzip || packing == Packing::zstd) && packing_of(body.bytes) != packing) return keep(), Result<void>();
  auto out = unpacked(packing, body.bytes, max_bytes);
  if (!out) return tl::unexpected(std::move(out.error()));
  if (out->bytes.empty() && !out->fault.empty()) return keep(), Result<void>();
  body.bytes = std::move(out->bytes);
  if (!out->fault.empty()) body.fault = std::move(out->fault);
  return {};
}

}  // namespace

void read_http_head(std::string_view block, HttpHead& out) {
  out.status = 0;
  out.size = 0;
  out.fields.read({});
  if (!block.starts_with("HTTP/")) return;
  out.size = std::min(end_of_head(block), block.size());
  const auto head = block.substr(0, out.size);
  const auto line_end = std::min(head.find('\n'), head.size());
  const auto line = without_space(head.substr(0, line_end));
  const auto space = line.find(' ');
  if (space != line.npos) {
    const auto rest = without_space(line.substr(space));
    out.status = static_cast<int>(number_of(rest.substr(0, 3)).value_or(0));
  }
  out.fields.read(head.substr(std::min(line_end + 1, head.size())));
}

MediaType media_type_of(std::string_view content_type) {
  MediaType out;
  const auto semicolon = std::min(content_type.find(';'), content_type.size());
  out.type = lower_ascii(without_space(content_type.substr(0, semicolon)));
  const std::string rest = lower_ascii(content_type.substr(semicolon));
  const auto at = rest.find("charset=");
  if (at == rest.npos) return out;
  auto charset = std::string_view(rest).substr(at + 8);
  charset = without_space(charset.substr(0, charset.find(';')));
  while (!charset.empty() && (charset.front() == '"' || charset.front() == '\'')) charset.remove_prefix(1);
  while (!charset.empty() && (charset.back() == '"' || charset.back() == '\'')) charset.remove_suffix(1);
  if (charset.size() < 40) out.charset = charset;
  return out;
}

Result<HttpBody> decode_body(const Fields& fields, std::string_view body, std::size_t max_bytes) {
  HttpBody out;
  if (lower_ascii(fields.get("Transfer-Encoding")).find("chunked") != std::string::npos) out = without_chunks(body);
  else out.bytes = body;
  auto encodings = fields.get("Content-Encoding");
  for (int i = 0; i < kMaxEncodings && !encodings.empty(); ++i) {  // the last was put on last
    const auto comma = encodings.rfind(',');
    const auto encoding = without_space(comma == encodings.npos ? encodings : encodings.substr(comma + 1));
    encodings = comma == encodings.npos ? std::string_view() : encodings.substr(0, comma);
    if (auto done = unpack(out, encoding, max_bytes); !done) return tl::unexpected(std::move(done.error()));
  }
  return out;
}

Result<HttpBody> unpack_untold(HttpBody&& body, std::size_t max_bytes) {
  const Packing packing = packing_of(body.bytes);
  if (packing == Packing::none) return std::move(body);
  auto out = unpacked(packing, body.bytes, max_bytes);
  if (!out || out->bytes.empty()) return out ? Result<HttpBody>(std::move(body)) : std::move(out);
  if (out->fault.empty()) out->fault = body.fault.empty() ? fmt::format("the body is packed with {}, and its head does not say so", name_of(packing)) : body.fault;
  return out;
}

}  // namespace sayso
