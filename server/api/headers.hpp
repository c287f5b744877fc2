#pragma once

#include <string>
#include <string_view>

#include "domain/commands.hpp"
#include "net/request.hpp"
#include "net/response.hpp"

/// Cookies, origins and the headers that every answer carries. Pure, thread-safe.
namespace atelier::api {

inline constexpr long long session_seconds = 30LL * 24 * 3600;

/// Where the world sees this server, as configured: "https://atelier.example" without a path.
struct PublicUrl {
    std::string origin;
    [[nodiscard]] bool secure() const { return origin.starts_with("https://"); }
};

/// Content-Security-Policy without inline script or style, no referrer, no framing, no sniffing.
/// `style_hash` lets one inline style sheet through: that of the self-contained summary.
void add_security_headers(net::Response& response, const PublicUrl& url,
                          std::string_view style_hash = {});

/// One cookie per role and workshop, so that one browser can be two people's tools.
[[nodiscard]] std::string cookie_name(domain::Role role, std::string_view workshop);
[[nodiscard]] std::string set_cookie(domain::Role role, std::string_view workshop,
                                     std::string_view token, const PublicUrl& url);

enum class Origin { none, ours, foreign };
/// Ours: the public origin, or the host that the request itself was sent to.
[[nodiscard]] Origin origin_of(const net::Request& request, const PublicUrl& url);

/// The same for a page without any script and without any other file: nothing is fetched or run.
void add_page_headers(net::Response& response, const PublicUrl& url, std::string_view style_hash);

}  // namespace atelier::api
