#include "net/forwarded.hpp"

#include <algorithm>

#include "net/header_text.hpp"

namespace atelier::net {
namespace {
bool among(const Address& address, const std::vector<Address>& list) {
    return std::ranges::find(list, address) != list.end();
}
}  // namespace

Address undressed(const Address& address) {
    if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
    return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6());
}

std::optional<Address> parse_address(std::string_view text) {
    boost::system::error_code failed;
    const Address address = boost::asio::ip::make_address(std::string{text}, failed);
    if (failed) return std::nullopt;
    return undressed(address);
}

std::string address_key(const Address& peer, const std::vector<Address>& proxies) {
    if (peer.is_loopback() || among(peer, proxies)) return {};
    if (peer.is_v4()) return peer.to_string();
    auto bytes = peer.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return boost::asio::ip::address_v6{bytes}.to_string() + "/64";
}

std::string client_address(const Address& peer, std::string_view forwarded_for,
                           const std::vector<Address>& proxies) {
    Address nearest = peer;
    while (among(nearest, proxies) && !forwarded_for.empty()) {
        const std::size_t comma = forwarded_for.rfind(',');
        const bool last = comma == std::string_view::npos;
        const auto next = parse_address(trimmed(forwarded_for.substr(last ? 0 : comma + 1)));
        if (!next) break;
        nearest = *next;
        forwarded_for = last ? std::string_view{} : forwarded_for.substr(0, comma);
    }
    return nearest.to_string();
}

}  // namespace atelier::net
