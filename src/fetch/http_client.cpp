// libcurl is known to this file alone.
#include "fetch/http_client.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <mutex>
#include <string_view>

#include "fetch/address.h"

namespace sayso {
namespace {

constexpr std::size_t kMaxHeaderBytes = std::size_t{256} << 10;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\"'";
  const auto begin = text.find_first_not_of(kSpace);
  return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

struct Handle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// One request in progress; curl calls back into it.
struct Exchange {
  const HttpLimits& limits;
  HttpResponse response;
  std::string refused;        // the address that was not allowed
  std::string retry_after;
  std::size_t header_bytes = 0;
  bool too_large = false;
  bool temporary = false;     // one of the redirects was
  bool cancelled = false;
};

std::size_t take_body(char* bytes, std::size_t one, std::size_t count, void* to) {
  auto& exchange = *static_cast<Exchange*>(to);
  const std::size_t size = one * count;
  exchange.too_large = exchange.response.body.size() + size > exchange.limits.max_bytes;
  if (exchange.too_large) return 0;
  exchange.response.body.append(bytes, size);
  return size;
}

void take_field(Exchange& exchange, std::string_view line) {
  const auto colon = line.find(':');
  if (line.starts_with("HTTP/")) {  // of each response in a chain of redirects
    const auto code = line.substr(std::min(line.find(' ') + 1, line.size())).substr(0, 3);
    exchange.temporary = exchange.temporary || code == "302" || code == "303" || code == "307";
    exchange.response.etag.clear();
    exchange.response.last_modified.clear();
    exchange.retry_after.clear();
  }
  if (colon == line.npos) return;
  const std::string name = lower(line.substr(0, colon));
  auto value = line.substr(colon + 1);
  while (!value.empty() && (value.back() == '\r' || value.back() == '\n' || value.back() == ' ')) value.remove_suffix(1);
  while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
  if (name == "etag") exchange.response.etag = value;
  if (name == "last-modified") exchange.response.last_modified = value;
  if (name == "retry-after") exchange.retry_after = value;
}

std::size_t take_header(char* bytes, std::size_t one, std::size_t count, void* to) {
  auto& exchange = *static_cast<Exchange*>(to);
  const std::size_t size = one * count;
  exchange.header_bytes += size;
  exchange.too_large = exchange.header_bytes > kMaxHeaderBytes;
  if (exchange.too_large) return 0;
  take_field(exchange, {bytes, size});
  return size;
}

curl_socket_t open_socket(void* from, curlsocktype, curl_sockaddr* address) {
  auto& exchange = *static_cast<Exchange*>(from);
  if (exchange.limits.may_connect && !exchange.limits.may_connect(&address->addr, address->addrlen)) {
    exchange.refused = text_of_address(&address->addr, address->addrlen);
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int progress(void* from, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  auto& exchange = *static_cast<Exchange*>(from);
  exchange.cancelled = exchange.limits.cancelled && exchange.limits.cancelled();
  return exchange.cancelled ? 1 : 0;
}

Error error_of(CURLcode code, const Exchange& exchange, const char* told) {
  const auto& limits = exchange.limits;
  if (exchange.too_large) return {ErrorCode::too_large, {}, fmt::format("larger than {} bytes", limits.max_bytes)};
  if (exchange.cancelled) return {ErrorCode::unreadable, {}, "interrupted"};
  if (!exchange.refused.empty()) return {ErrorCode::unreadable, {}, fmt::format("is at a private address, {}", exchange.refused)};
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT: return {ErrorCode::unreadable, {}, "did not answer in time"};
    case CURLE_TOO_MANY_REDIRECTS: return {ErrorCode::unreadable, {}, fmt::format("redirects more than {} times", limits.max_redirects)};
    case CURLE_COULDNT_RESOLVE_HOST: return {ErrorCode::unreadable, {}, "no such host"};
    case CURLE_COULDNT_CONNECT: return {ErrorCode::unreadable, {}, "refuses the connection"};
    case CURLE_GOT_NOTHING: return {ErrorCode::unreadable, {}, "closed the connection without an answer"};
    case CURLE_PARTIAL_FILE: return {ErrorCode::malformed, {}, "the answer is cut off"};
    case CURLE_BAD_CONTENT_ENCODING: return {ErrorCode::malformed, {}, "the answer cannot be unpacked"};
    case CURLE_URL_MALFORMAT: return {ErrorCode::bad_argument, {}, "is no URL"};
    case CURLE_UNSUPPORTED_PROTOCOL:
      if (std::string_view(told).find("HTTP/0.9") != std::string_view::npos) return {ErrorCode::malformed, {}, "the answer is no HTTP"};
      return {ErrorCode::bad_argument, {}, "is no http or https URL"};
    default: return {ErrorCode::unreadable, {}, told[0] != '\0' ? told : curl_easy_strerror(code)};
  }
}

class CurlClient final : public HttpClient {
 public:
  explicit CurlClient(HttpLimits limits) : limits_(std::move(limits)) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    handle_.reset(curl_easy_init());
  }

  Result<HttpResponse> get(const HttpRequest& request) override {
    if (!handle_) return tl::unexpected(Error{ErrorCode::unreadable, request.url, "the HTTP client cannot be started"});
    Exchange exchange{limits_, {}, {}, {}};
    char told[CURL_ERROR_SIZE] = "";
    const std::unique_ptr<curl_slist, Handle> fields(fields_of(request));
    prepare(request, exchange, told, fields.get());
    const CURLcode code = curl_easy_perform(handle_.get());
    if (code != CURLE_OK) {
      Error error = error_of(code, exchange, told);
      error.where = request.url;
      return tl::unexpected(std::move(error));
    }
    finish(exchange);
    return std::move(exchange.response);
  }

 private:
  static curl_slist* fields_of(const HttpRequest& request) {
    constexpr const char* kAccept = "Accept: application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5";
    curl_slist* list = curl_slist_append(nullptr, kAccept);
    if (!request.etag.empty()) list = curl_slist_append(list, ("If-None-Match: " + request.etag).c_str());
    if (!request.last_modified.empty()) list = curl_slist_append(list, ("If-Modified-Since: " + request.last_modified).c_str());
    return list;
  }

  template <class Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(handle_.get(), option, value);
  }

  void prepare(const HttpRequest& request, Exchange& exchange, char* told, curl_slist* fields) {
    curl_easy_reset(handle_.get());  // connections are kept
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_HTTPHEADER, fields);
    set(CURLOPT_ERRORBUFFER, told);
    set(CURLOPT_USERAGENT, limits_.user_agent.c_str());
    set(CURLOPT_ACCEPT_ENCODING, "");  // all that curl unpacks
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, limits_.max_redirects);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits_.connect_time.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits_.total_time.count()));
    set(CURLOPT_NOSIGNAL, 1L);
    if (limits_.may_connect) set(CURLOPT_PROXY, "");
    set(CURLOPT_WRITEFUNCTION, &take_body);
    set(CURLOPT_WRITEDATA, &exchange);
    set(CURLOPT_HEADERFUNCTION, &take_header);
    set(CURLOPT_HEADERDATA, &exchange);
    set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
    set(CURLOPT_OPENSOCKETDATA, &exchange);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &progress);
    set(CURLOPT_XFERINFODATA, &exchange);
  }

  void finish(Exchange& exchange) {
    HttpResponse& out = exchange.response;
    long status = 0;
    long redirects = 0;
    const char* text = nullptr;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_COUNT, &redirects);
    if (curl_easy_getinfo(handle_.get(), CURLINFO_EFFECTIVE_URL, &text) == CURLE_OK && text != nullptr) out.url = text;
    out.status = static_cast<int>(status);
    if (redirects > 0 && !exchange.temporary) out.moved_to = out.url;
    if (curl_easy_getinfo(handle_.get(), CURLINFO_CONTENT_TYPE, &text) == CURLE_OK && text != nullptr) {
      const std::string_view type = text;
      out.type = lower(trimmed(type.substr(0, type.find(';'))));
      const auto charset = lower(type).find("charset=");
      if (charset != std::string::npos) out.charset = trimmed(type.substr(charset + 8, type.find(';', charset) - charset - 8));
    }
    out.retry_after = retry_after_of(exchange.retry_after, std::time(nullptr));
  }

  HttpLimits limits_;
  std::unique_ptr<CURL, Handle> handle_;
};

}  // namespace

std::unique_ptr<HttpClient> make_http_client(HttpLimits limits) { return std::make_unique<CurlClient>(std::move(limits)); }

std::optional<std::chrono::seconds> retry_after_of(std::string_view value, std::int64_t now) {
  constexpr std::int64_t kDay = 86400;
  if (value.empty()) return {};
  std::int64_t seconds = 0;
  const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (failed != std::errc() || end != value.data() + value.size()) {
    const std::int64_t at = curl_getdate(std::string(value).c_str(), nullptr);
    if (at < 0) return {};
    seconds = at - now;
  }
  return std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, kDay));
}

}  // namespace sayso
