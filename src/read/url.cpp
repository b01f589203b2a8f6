#include "read/url.h"

#include <algorithm>

#include "text/ascii.h"

namespace sayso {
namespace {

// The five parts of a reference; `has_…` tells an empty one from one that is not there.
struct Parts {
  std::string_view scheme, authority, path, query, fragment;
  bool has_authority = false, has_query = false, has_fragment = false;
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool in_scheme(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; }

std::size_t scheme_size(std::string_view url) {
  if (url.empty() || !is_letter(url[0])) return 0;
  const auto end = std::find_if_not(url.begin(), url.end(), in_scheme) - url.begin();
  return static_cast<std::size_t>(end) < url.size() && url[static_cast<std::size_t>(end)] == ':' ? static_cast<std::size_t>(end) : 0;
}

Parts parts_of(std::string_view url) {
  Parts out;
  if (const auto size = scheme_size(url)) {
    out.scheme = url.substr(0, size);
    url.remove_prefix(size + 1);
  }
  if (const auto at = url.find('#'); at != url.npos) {
    out.has_fragment = true;
    out.fragment = url.substr(at + 1);
    url = url.substr(0, at);
  }
  if (const auto at = url.find('?'); at != url.npos) {
    out.has_query = true;
    out.query = url.substr(at + 1);
    url = url.substr(0, at);
  }
  if (url.starts_with("//")) {
    // "http:////host" is a common slip; elsewhere an empty authority means nothing to us.
    const auto begin = out.scheme == "file" ? 2 : std::min(url.find_first_not_of('/'), url.size());
    const auto end = std::min(url.find('/', begin), url.size());
    out.has_authority = true;
    out.authority = url.substr(begin, end - begin);
    url.remove_prefix(end);
  }
  out.path = url;
  return out;
}

// Without "." and "..".
std::string without_dots(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const auto slash = path.find('/', path[0] == '/' ? 1 : 0);
    const auto segment = path.substr(0, slash);
    const auto name = segment.starts_with('/') ? segment.substr(1) : segment;
    const bool last = slash == path.npos;
    path.remove_prefix(segment.size());
    if (name == ".") {
      if (last) out += '/';
    } else if (name == "..") {
      out.resize(std::min(out.size(), out.rfind('/') == out.npos ? 0 : out.rfind('/')));
      if (last) out += '/';
    } else {
      out += segment;
    }
  }
  return out;
}

std::string merged(const Parts& base, std::string_view path) {
  if (base.has_authority && base.path.empty()) return "/" + std::string(path);
  const auto slash = base.path.rfind('/');
  return std::string(slash == base.path.npos ? "" : base.path.substr(0, slash + 1)) + std::string(path);
}

std::string joined(const Parts& parts, const std::string& path) {
  std::string out;
  if (!parts.scheme.empty()) out.append(parts.scheme).append(":");
  if (parts.has_authority) out.append("//").append(parts.authority);
  out += path;
  if (parts.has_query) out.append("?").append(parts.query);
  if (parts.has_fragment) out.append("#").append(parts.fragment);
  return out;
}

}  // namespace

std::string url_scheme(std::string_view url) { return lower_ascii(url.substr(0, scheme_size(url))); }

bool is_web_url(std::string_view url) {
  const std::string scheme = url_scheme(url);
  return scheme == "http" || scheme == "https";
}

std::string resolve_url(std::string_view base_url, std::string_view reference) {
  reference = without_space(reference);
  if (base_url.empty()) return joined(parts_of(reference), std::string(parts_of(reference).path));
  const Parts base = parts_of(without_space(base_url));
  Parts out = parts_of(reference);
  if (!out.scheme.empty()) return joined(out, std::string(out.path));
  if (!base.has_authority && !base.path.starts_with('/')) return std::string(reference);
  out.scheme = base.scheme;
  std::string path(out.path);
  if (!out.has_authority) {
    out.has_authority = base.has_authority;
    out.authority = base.authority;
    if (out.path.empty()) {
      path = base.path;
      if (!out.has_query) out.has_query = base.has_query, out.query = base.query;
    } else if (!out.path.starts_with('/')) {
      path = merged(base, out.path);
    }
  }
  return joined(out, without_dots(path));
}

}  // namespace sayso
