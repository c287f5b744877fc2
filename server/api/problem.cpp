#include "api/problem.hpp"

#include <algorithm>

namespace atelier::api {
namespace {

unsigned status_of(std::string_view code) noexcept {
    if (code == "not_allowed" || code == "removed") return 403;
    if (code == "too_large") return 413;
    if (code == "rate_limited") return 429;
    if (code == "workshop_closed" || code == "workshop_open" || code == "too_many_people" ||
        code == "erased")
        return 409;
    if (code == "busy" || code == "read_only" || code == "draining") return 503;
    return 400;
}

std::shared_ptr<const std::string> text(const nlohmann::json& json) {
    using Handler = nlohmann::json::error_handler_t;
    return std::make_shared<const std::string>(json.dump(-1, ' ', false, Handler::replace));
}

}  // namespace

std::string_view language_of(const net::Request& request) noexcept {
    const auto accepted = request.header("Accept-Language").value_or("");
    const auto french = accepted.find("fr");
    const auto english = accepted.find("en");
    return french < english ? "fr" : "en";
}

Problem problem_of(const domain::Refusal& refusal) {
    return problem_of(wire::refused(std::nullopt, refusal));
}

Problem problem_of(const wire::Refused& refused) {
    // A command has arguments; of a request that is not one, the request is what is wrong.
    if (refused.code == "bad_arguments") return {400, "bad_request", refused.data};
    return {status_of(refused.code), refused.code, refused.data};
}

Problem problem_of(const journal::Problem& problem) {
    using journal::Failure;
    switch (problem.kind) {
        case Failure::no_such_workshop:
            return {404, "no_such_workshop"};
        case Failure::conflict:
            return {503, "busy"};
        case Failure::unavailable:
            return {503, "read_only"};
        case Failure::damaged:
            break;
    }
    return {500, "internal"};
}

Problem bad_request(std::string field) {
    return {400, "bad_request", {{"field", std::move(field)}}};
}

net::Response respond(const Problem& problem, const net::Request& request) {
    const auto language = language_of(request);
    nlohmann::json body{{"type", "about:blank"},
                        {"title", words(problem.code, language)},
                        {"status", problem.status},
                        {"code", problem.code}};
    if (!problem.data.empty()) body["data"] = problem.data;
    net::Response response{problem.status,
                           {{"Content-Type", "application/problem+json"},
                            {"Content-Language", std::string(language)},
                            {"Cache-Control", "no-store"}},
                           text(body)};
    if (problem.status == 503) response.headers.emplace_back("Retry-After", "2");
    if (problem.status == 429)
        response.headers.emplace_back("Retry-After", problem.code == "rate_limited" ? "3" : "60");
    return response;
}

net::Response respond(unsigned status, const nlohmann::json& body) {
    return {
        status, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, text(body)};
}

}  // namespace atelier::api
