#pragma once

#include <fmt/core.h>

#include "api/headers.hpp"

/// The addresses that people are given. What opens something is in the fragment, which browsers
/// never send.
namespace atelier::api {

[[nodiscard]] inline std::string participant_link(const PublicUrl& url, std::string_view code) {
    return fmt::format("{}/join#{}", url.origin, code);
}

/// For the same person on another device. No code has a dot in it.
[[nodiscard]] inline std::string handover_link(const PublicUrl& url, std::string_view secret) {
    return fmt::format("{}/join#continue.{}", url.origin, secret);
}

[[nodiscard]] inline std::string secret_link(const PublicUrl& url, domain::Role role,
                                             std::string_view secret) {
    std::string_view page = "organise";
    if (role == domain::Role::facilitator) page = "facilitate";
    if (role == domain::Role::screen) page = "screen";
    if (role == domain::Role::reader) page = "summary";
    if (role == domain::Role::moderator) page = "moderate";
    return fmt::format("{}/{}#{}", url.origin, page, secret);
}

}  // namespace atelier::api
