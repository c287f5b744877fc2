#pragma once

#include <boost/asio/ip/address.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Whose connection this is: the peer, or the client that a trusted proxy speaks for. Internal.
namespace atelier::net {

using Address = boost::asio::ip::address;

/// An address written plainly; an IPv4 one dressed as IPv6 comes out as IPv4.
[[nodiscard]] std::optional<Address> parse_address(std::string_view text);
[[nodiscard]] Address undressed(const Address& address);

/// What Admission counts by: an IPv4 address, an IPv6 /64 (one household has all of it). Empty for
/// loopback and proxies.
[[nodiscard]] std::string address_key(const Address& peer, const std::vector<Address>& proxies);

/// The nearest address in X-Forwarded-For that is no proxy of ours, if the peer is one; every
/// proxy appends, so only what stands right of that address is ours to believe.
[[nodiscard]] std::string client_address(const Address& peer, std::string_view forwarded_for,
                                         const std::vector<Address>& proxies);

}  // namespace atelier::net
