#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "domain/refusal.hpp"
#include "journal/journal.hpp"
#include "net/request.hpp"
#include "net/response.hpp"
#include "wire/server_frames.hpp"

namespace atelier::api {

/// "fr" or "en", as the browser prefers (Accept-Language); English if it says neither.
[[nodiscard]] std::string_view language_of(const net::Request& request) noexcept;

/// One sentence for people about a stable code, in that language.
[[nodiscard]] std::string_view words(std::string_view code, std::string_view language) noexcept;

/// What went wrong on the way to an answer, as RFC 9457 says it.
struct Problem {
    unsigned status = 400;
    std::string code;
    nlohmann::json data = nlohmann::json::object();
};

[[nodiscard]] Problem problem_of(const domain::Refusal& refusal);
[[nodiscard]] Problem problem_of(const journal::Problem& problem);
[[nodiscard]] Problem problem_of(const wire::Refused& refused);
/// 400 bad_request, and which member or parameter is meant.
[[nodiscard]] Problem bad_request(std::string field);

[[nodiscard]] net::Response respond(const Problem& problem, const net::Request& request);
[[nodiscard]] net::Response respond(unsigned status, const nlohmann::json& body);

}  // namespace atelier::api
