#include "api/headers.hpp"

#include <fmt/core.h>

#include "wire/enums.hpp"

namespace atelier::api {

namespace {

void add_headers(net::Response& response, const PublicUrl& url, std::string policy) {
    auto& headers = response.headers;
    headers.emplace_back("Content-Security-Policy", std::move(policy));
    headers.emplace_back("Referrer-Policy", "no-referrer");
    headers.emplace_back("X-Content-Type-Options", "nosniff");
    headers.emplace_back("X-Frame-Options", "DENY");
    headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    headers.emplace_back("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (url.secure()) headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
}

}  // namespace

void add_security_headers(net::Response& response, const PublicUrl& url,
                          std::string_view style_hash) {
    const std::string style =
        style_hash.empty() ? "'self'" : fmt::format("'sha256-{}'", style_hash);
    add_headers(response, url,
                fmt::format("default-src 'self'; style-src {}; img-src 'self' data:; "
                            "object-src 'none'; base-uri 'none'; form-action 'self'; "
                            "frame-ancestors 'none'",
                            style));
}

void add_page_headers(net::Response& response, const PublicUrl& url, std::string_view style_hash) {
    add_headers(response, url,
                fmt::format("default-src 'none'; style-src 'sha256-{}'; img-src 'self' data:; "
                            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                            style_hash));
}

std::string cookie_name(domain::Role role, std::string_view workshop) {
    if (role == domain::Role::organiser) return "atelier-organiser";
    return fmt::format("atelier-{}-{}", wire::text(role), workshop);
}

std::string set_cookie(domain::Role role, std::string_view workshop, std::string_view token,
                       const PublicUrl& url) {
    return fmt::format("{}={}; Path=/api/v1; Max-Age={}; HttpOnly; SameSite=Strict{}",
                       cookie_name(role, workshop), token, session_seconds,
                       url.secure() ? "; Secure" : "");
}

Origin origin_of(const net::Request& request, const PublicUrl& url) {
    const auto origin = request.header("Origin");
    if (!origin) return Origin::none;
    if (*origin == url.origin) return Origin::ours;
    const auto host = request.header("Host");
    if (!host || host->empty()) return Origin::foreign;
    const bool same_host =
        *origin == fmt::format("http://{}", *host) || *origin == fmt::format("https://{}", *host);
    return same_host ? Origin::ours : Origin::foreign;
}

}  // namespace atelier::api
