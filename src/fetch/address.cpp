#include "fetch/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace sayso {
namespace {

struct Block4 {
  std::uint32_t network;
  int bits;
};

constexpr std::uint32_t ip(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) { return a << 24 | b << 16 | c << 8 | d; }

constexpr Block4 kNotPublic4[] = {{ip(0, 0, 0, 0), 8},       {ip(10, 0, 0, 0), 8},     {ip(100, 64, 0, 0), 10}, {ip(127, 0, 0, 0), 8},
                                  {ip(169, 254, 0, 0), 16},  {ip(172, 16, 0, 0), 12},  {ip(192, 0, 0, 0), 24},  {ip(192, 0, 2, 0), 24},
                                  {ip(192, 88, 99, 0), 24},  {ip(192, 168, 0, 0), 16}, {ip(198, 18, 0, 0), 15}, {ip(198, 51, 100, 0), 24},
                                  {ip(203, 0, 113, 0), 24},  {ip(224, 0, 0, 0), 4},    {ip(240, 0, 0, 0), 4}};

bool is_public4(std::uint32_t address) {
  for (const auto& [network, bits] : kNotPublic4) {
    if ((address ^ network) >> (32 - bits) == 0) return false;
  }
  return true;
}

using Bytes = std::array<unsigned char, 16>;

std::uint32_t four_at(const Bytes& bytes, std::size_t at) { return ip(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]); }

bool begins(const Bytes& bytes, std::initializer_list<unsigned char> with) {
  return std::equal(with.begin(), with.end(), bytes.begin());
}

bool is_public6(const Bytes& bytes) {
  if (begins(bytes, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff})) return is_public4(four_at(bytes, 12));  // mapped
  if (begins(bytes, {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0})) return is_public4(four_at(bytes, 12));  // NAT64
  if (begins(bytes, {0x20, 0x02})) return is_public4(four_at(bytes, 2));                                  // 6to4
  if (begins(bytes, {0x20, 0x01, 0x0d, 0xb8})) return false;                                              // documentation
  if (begins(bytes, {0x20, 0x01}) && bytes[2] < 2) return false;  // Teredo, ORCHID and others: 2001::/23
  if (begins(bytes, {0x3f, 0xff}) && bytes[2] < 0x10) return false;  // documentation
  return (bytes[0] & 0xe0) == 0x20;  // 2000::/3, all that is given out
}

}  // namespace

bool is_public_address(const sockaddr* address, socklen_t size) {
  if (address->sa_family == AF_INET && size >= sizeof(sockaddr_in)) {
    sockaddr_in four;
    std::memcpy(&four, address, sizeof four);
    return is_public4(ntohl(four.sin_addr.s_addr));
  }
  if (address->sa_family != AF_INET6 || size < sizeof(sockaddr_in6)) return false;
  sockaddr_in6 six;
  std::memcpy(&six, address, sizeof six);
  Bytes bytes;
  std::memcpy(bytes.data(), six.sin6_addr.s6_addr, bytes.size());
  return is_public6(bytes);
}

std::string text_of_address(const sockaddr* address, socklen_t size) {
  char text[INET6_ADDRSTRLEN] = "";
  if (address->sa_family == AF_INET && size >= sizeof(sockaddr_in)) {
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text, sizeof text);
  } else if (address->sa_family == AF_INET6 && size >= sizeof(sockaddr_in6)) {
    inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text, sizeof text);
  }
  return text;
}

}  // namespace sayso
