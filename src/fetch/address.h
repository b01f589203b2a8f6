// Which addresses of the network anybody may reach.
#pragma once

#include <sys/socket.h>

#include <string>

namespace sayso {

// Whether an address is one of the public internet: not of this machine, of a local network, of documentation, multicast or reserved
// (RFC 6890 and its successors); IPv6 forms of IPv4 addresses are judged by these. What is neither IPv4 nor IPv6 is not public.
bool is_public_address(const sockaddr* address, socklen_t size);

// "127.0.0.1", "::1"; for messages.
std::string text_of_address(const sockaddr* address, socklen_t size);

}  // namespace sayso
