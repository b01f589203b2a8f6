#include "fetch/http_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <zlib.h>

#include <atomic>

#include "fetch/address.h"
#include "local_server.h"

namespace sayso {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(bytes.size() + 1000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

LocalServer::Answer always(std::string answer) {
  return [answer = std::move(answer)](int connection, const std::string&) { LocalServer::send(connection, answer); };
}

std::string ok(std::string_view fields, std::string_view body) {
  return "HTTP/1.1 200 OK\r\nConnection: close\r\n" + std::string(fields) + "\r\n" + std::string(body);
}

HttpLimits limits() {
  HttpLimits out;
  out.user_agent = "sayso/test";
  out.total_time = 5s;
  out.max_bytes = 100'000;
  return out;
}

Result<HttpResponse> get(const std::string& url, HttpLimits how = limits()) { return make_http_client(std::move(how))->get({url, {}, {}}); }

std::string failure(const std::string& url, HttpLimits how = limits()) {
  const auto response = get(url, std::move(how));
  return response ? "none" : response.error().message;
}

TEST(HttpClient, what_a_server_says) {
  LocalServer server(always(ok("Content-Type: Text/HTML; charset=\"ISO-8859-1\"\r\nETag: \"7\"\r\nLast-Modified: Wed, 20 Nov 2024 10:15:00 GMT\r\n", "<p>It sails.")));
  const auto response = get(server.url("/a?b"));
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->status, 200);
  EXPECT_EQ(response->url, server.url("/a?b"));
  EXPECT_EQ(response->type, "text/html");
  EXPECT_EQ(response->charset, "ISO-8859-1");
  EXPECT_EQ(response->etag, "\"7\"");
  EXPECT_EQ(response->last_modified, "Wed, 20 Nov 2024 10:15:00 GMT");
  EXPECT_EQ(response->body, "<p>It sails.");
  EXPECT_THAT(server.requests().at(0), HasSubstr("User-Agent: sayso/test\r\n"));
  EXPECT_THAT(server.requests().at(0), Not(HasSubstr("If-None-Match")));
}

TEST(HttpClient, asks_whether_there_is_something_new) {
  LocalServer server(always("HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\nConnection: close\r\n\r\n"));
  const auto response = make_http_client(limits())->get({server.url(), "\"7\"", "Wed, 20 Nov 2024 10:15:00 GMT"});
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 304);
  EXPECT_EQ(response->body, "");
  EXPECT_THAT(server.requests().at(0), HasSubstr("If-None-Match: \"7\"\r\n"));
  EXPECT_THAT(server.requests().at(0), HasSubstr("If-Modified-Since: Wed, 20 Nov 2024 10:15:00 GMT\r\n"));
}

TEST(HttpClient, redirects) {
  LocalServer server([](int connection, const std::string& request) {
    if (request.starts_with("GET /old ")) LocalServer::send(connection, "HTTP/1.1 301 Moved\r\nLocation: /new\r\nETag: \"old\"\r\nConnection: close\r\n\r\n");
    else if (request.starts_with("GET /now ")) LocalServer::send(connection, "HTTP/1.1 302 Found\r\nLocation: /old\r\nConnection: close\r\n\r\n");
    else if (request.starts_with("GET /loop ")) LocalServer::send(connection, "HTTP/1.1 302 Found\r\nLocation: /loop\r\nConnection: close\r\n\r\n");
    else if (request.starts_with("GET /file ")) LocalServer::send(connection, "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nConnection: close\r\n\r\n");
    else LocalServer::send(connection, ok("", "here"));
  });
  const auto moved = get(server.url("/old"));
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved->body, "here");
  EXPECT_EQ(moved->moved_to, server.url("/new"));
  EXPECT_EQ(moved->etag, "");
  const auto found = get(server.url("/now"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->moved_to, "");
  EXPECT_EQ(found->url, server.url("/new"));
  EXPECT_EQ(failure(server.url("/loop")), "redirects more than 5 times");
  EXPECT_EQ(failure(server.url("/file")), "is no http or https URL");
}

TEST(HttpClient, private_addresses_also_behind_redirects) {
  LocalServer inside(always(ok("", "secret")));
  LocalServer outside(always("HTTP/1.1 302 Found\r\nLocation: " + inside.url() + "\r\nConnection: close\r\n\r\n"));
  HttpLimits how = limits();
  how.may_connect = [](const sockaddr* address, socklen_t size) { return is_public_address(address, size); };
  EXPECT_EQ(failure(outside.url(), how), "is at a private address, 127.0.0.1");
  EXPECT_EQ(failure("http://localhost:" + std::to_string(outside.port()) + "/", how).substr(0, 23), "is at a private address");
  EXPECT_TRUE(outside.requests().empty());
  how.may_connect = [&](const sockaddr* address, socklen_t) { return ntohs(reinterpret_cast<const sockaddr_in*>(address)->sin_port) == outside.port(); };
  EXPECT_EQ(failure(outside.url(), how), "is at a private address, 127.0.0.1");
  EXPECT_EQ(outside.requests().size(), 1u);
  EXPECT_TRUE(inside.requests().empty());
}

TEST(HttpClient, slow_and_endless_bodies) {
  std::atomic<bool> over = false;
  LocalServer slow([&](int connection, const std::string&) {
    LocalServer::send(connection, ok("", ""));
    while (!over && LocalServer::send(connection, "x")) std::this_thread::sleep_for(10ms);
  });
  HttpLimits how = limits();
  how.total_time = 200ms;
  EXPECT_EQ(failure(slow.url(), how), "did not answer in time");
  over = true;
  LocalServer endless([&](int connection, const std::string&) {
    LocalServer::send(connection, ok("", ""));
    while (LocalServer::send(connection, std::string(10'000, 'x'))) {
    }
  });
  EXPECT_EQ(failure(endless.url()), "larger than 100000 bytes");
  LocalServer head([&](int connection, const std::string&) {
    LocalServer::send(connection, "HTTP/1.1 200 OK\r\n");
    while (LocalServer::send(connection, "X: " + std::string(1000, 'x') + "\r\n")) {
    }
  });
  EXPECT_NE(failure(head.url()), "none");
}

TEST(HttpClient, packed_bodies) {
  LocalServer good(always(ok("Content-Encoding: gzip\r\n", gzip("It sails."))));
  EXPECT_EQ(get(good.url()).value().body, "It sails.");
  LocalServer bomb(always(ok("Content-Encoding: gzip\r\n", gzip(std::string(10'000'000, ' ')))));
  EXPECT_EQ(failure(bomb.url()), "larger than 100000 bytes");
  LocalServer broken(always(ok("Content-Encoding: gzip\r\n", "no gzip at all, really")));
  EXPECT_EQ(failure(broken.url()), "the answer cannot be unpacked");
}

TEST(HttpClient, wrong_lengths_and_no_answers) {
  LocalServer cut(always(ok("Content-Length: 500\r\n", "It sails.")));
  EXPECT_EQ(failure(cut.url()), "the answer is cut off");
  LocalServer silent([](int, const std::string&) {});
  EXPECT_EQ(failure(silent.url()), "closed the connection without an answer");
  std::string nobody;
  {
    LocalServer gone([](int, const std::string&) {});
    nobody = gone.url();
  }
  EXPECT_EQ(failure(nobody), "refuses the connection");
  EXPECT_EQ(failure("ftp://127.0.0.1/"), "is no http or https URL");
  EXPECT_EQ(failure("http://"), "is no URL");
}

TEST(HttpClient, can_be_cancelled) {
  LocalServer silent([](int, const std::string&) { std::this_thread::sleep_for(2s); });
  HttpLimits how = limits();
  how.cancelled = [] { return true; };
  EXPECT_EQ(failure(silent.url(), how), "interrupted");
}

TEST(HttpClient, retry_after) {
  LocalServer server(always("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 120\r\nConnection: close\r\n\r\n"));
  EXPECT_EQ(get(server.url()).value().retry_after, 120s);
  EXPECT_EQ(retry_after_of("Wed, 20 Nov 2024 10:15:00 GMT", 1732097600), 100s);
  EXPECT_EQ(retry_after_of("Wed, 20 Nov 2024 10:15:00 GMT", 1732197600), 0s);
  EXPECT_EQ(retry_after_of("99999999999", 0), 86400s);
  EXPECT_EQ(retry_after_of("-5", 0), 0s);
  EXPECT_FALSE(retry_after_of("soon", 0));
  EXPECT_FALSE(retry_after_of("", 0));
}

bool is_public(const char* text) {
  sockaddr_in four{};
  if (inet_pton(AF_INET, text, &four.sin_addr) == 1) {
    four.sin_family = AF_INET;
    return is_public_address(reinterpret_cast<const sockaddr*>(&four), sizeof four);
  }
  sockaddr_in6 six{};
  EXPECT_EQ(inet_pton(AF_INET6, text, &six.sin6_addr), 1) << text;
  six.sin6_family = AF_INET6;
  return is_public_address(reinterpret_cast<const sockaddr*>(&six), sizeof six);
}

TEST(Address, private_ones) {
  for (const auto* text : {"0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.8.9.1", "169.254.169.254", "172.16.0.1", "172.31.255.255",
                           "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "255.255.255.255", "::", "::1",
                           "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001::1", "2001:db8::1", "fc00::1", "fd12::1",
                           "fe80::1", "fec0::1", "ff02::1", "3fff::1"}) {
    EXPECT_FALSE(is_public(text)) << text;
  }
  for (const auto* text : {"1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.169.0.1", "198.20.0.1",
                           "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "::ffff:1.1.1.1", "2001:4860:4860::8888", "2002:101:101::"}) {
    EXPECT_TRUE(is_public(text)) << text;
  }
}

}  // namespace
}  // namespace sayso
