#include "read/mail/mime_parts.h"

#include <algorithm>
#include <utility>

#include "read/mail/mail_header.h"
#include "read/transfer_encoding.h"

namespace sayso {
namespace {

constexpr std::size_t kMostParts = 2000;
constexpr int kDeepest = 16;

bool is_multipart(std::string_view type) { return type.starts_with("multipart/"); }

MimePart part_of(const Fields& head, std::string_view body, std::size_t parent, bool in_digest) {
  MimePart out;
  const auto type = head.get("Content-Type");
  out.type = value_of(type);
  if (out.type.find('/') == std::string::npos) out.type = in_digest ? "message/rfc822" : "text/plain";
  out.charset = parameter_of(type, "charset");
  out.flowed = value_of(parameter_of(type, "format")) == "flowed";
  out.deletes_space = value_of(parameter_of(type, "delsp")) == "yes";
  const auto disposition = head.get("Content-Disposition");
  out.disposition = value_of(disposition);
  out.name = parameter_of(disposition, "filename");
  if (out.name.empty()) out.name = parameter_of(type, "name");
  out.location = std::string(without_space(head.get("Content-Location")));
  out.encoding = value_of(head.get("Content-Transfer-Encoding"));
  out.body = body;
  out.parent = parent;
  return out;
}

// The beginning of the next line that is "--BOUNDARY"; npos where there is none.
std::size_t find_boundary(std::string_view body, std::string_view line, std::size_t from) {
  for (auto at = body.find(line, from); at != body.npos; at = body.find(line, at + 1)) {
    if (at != 0 && body[at - 1] != '\n') continue;
    const auto rest = body.substr(at + line.size());
    const auto end = rest.substr(0, rest.find('\n'));
    if (without_space(end).empty() || without_space(end) == "--") return at;
  }
  return body.npos;
}

// Without the line end that belongs to the boundary behind it.
std::string_view without_last_line_end(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> bodies_of(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> out;
  if (boundary.empty()) return out;
  const std::string line = "--" + boundary;
  auto at = find_boundary(body, line, 0);
  while (at != body.npos && out.size() < kMostParts) {
    const auto rest = body.substr(at + line.size());
    if (rest.starts_with("--")) break;
    const auto begin = std::min(rest.find('\n'), rest.size() - 1) + 1 + at + line.size();
    const auto next = begin < body.size() ? find_boundary(body, line, begin) : body.npos;
    const auto end = std::min(next, body.size());
    out.push_back(next == body.npos ? body.substr(std::min(begin, end)) : without_last_line_end(body.substr(begin, end - begin)));
    at = next;
  }
  return out;
}

}  // namespace

MimeParts mime_parts(const Fields& head, std::string_view body) {
  MimeParts out;
  struct Open {
    std::size_t part;
    std::string boundary;
    int depth;
  };
  std::vector<Open> open;  // multiparts whose parts are still to be cut
  const auto add = [&](const Fields& fields, std::string_view text, std::size_t parent, int depth) {
    const bool in_digest = !out.parts.empty() && out.parts[parent].type == "multipart/digest";
    out.parts.push_back(part_of(fields, text, parent, in_digest));
    if (is_multipart(out.parts.back().type)) open.push_back({out.parts.size() - 1, parameter_of(fields.get("Content-Type"), "boundary"), depth});
  };
  add(head, body, 0, 0);
  for (std::size_t next = 0; next < open.size(); ++next) {
    const Open multipart = open[next];
    const auto bodies = multipart.depth > kDeepest ? std::vector<std::string_view>() : bodies_of(out.parts[multipart.part].body, multipart.boundary);
    out.left_closed = out.left_closed || multipart.depth > kDeepest;
    for (const auto text : bodies) {
      if (out.parts.size() >= kMostParts) {
        out.left_closed = true;
        break;
      }
      const auto end = std::min(end_of_head(text), text.size());
      Fields fields;
      fields.read(text.substr(0, end));
      add(fields, text.substr(end), multipart.part, multipart.depth + 1);
    }
  }
  return out;
}

std::string decoded_part(const MimePart& part) {
  if (part.encoding == "base64") return decode_base64(part.body);
  if (part.encoding == "quoted-printable") return decode_quoted_printable(part.body);
  return std::string(part.body);
}

}  // namespace sayso
