// URLs -> bytes. What is asked of the network, and what it may do.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <sys/socket.h>

#include "sayso/error.h"

namespace sayso {

struct HttpRequest {
  std::string url;
  std::string etag;           // of what is there already; empty: whatever is there
  std::string last_modified;
};

struct HttpResponse {
  int status = 0;
  std::string url;            // where it came from in the end, behind redirects
  std::string moved_to;       // where a permanent redirect (301, 308) led, if all were permanent
  std::string type;           // "text/html", lower case; empty where it was not said
  std::string charset;
  std::string etag, last_modified;
  std::optional<std::chrono::seconds> retry_after;  // from now
  std::string body;           // unpacked; empty for 304
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;
  // Any answer of a server is a response, whatever its status. Errors, for people: too_large, where the body is over the limit; malformed, where it
  // is broken or cut off; bad_argument for a URL that is none of http and https; forbidden addresses, time-outs and all else: unreadable.
  virtual Result<HttpResponse> get(const HttpRequest& request) = 0;
};

struct HttpLimits {
  std::string user_agent;
  std::chrono::milliseconds connect_time{10'000};
  std::chrono::milliseconds total_time{60'000};
  std::size_t max_bytes = std::size_t{20} << 20;  // of a body, unpacked
  long max_redirects = 5;
  // Asked of each address behind a name that was looked up, for redirects too, before anything is sent there. Proxies of the environment
  // are used only where all addresses are allowed (no function).
  std::function<bool(const sockaddr*, socklen_t)> may_connect;
  std::function<bool()> cancelled;  // asked while waiting
};

std::unique_ptr<HttpClient> make_http_client(HttpLimits limits);

// "120" or a date of HTTP -> how long from `now` (seconds since 1970); nothing where it is neither, and at most a day.
std::optional<std::chrono::seconds> retry_after_of(std::string_view value, std::int64_t now);

}  // namespace sayso
