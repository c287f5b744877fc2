#include "api/calls.hpp"
#include "wire/bounded_json.hpp"

namespace atelier::api {
namespace {

constexpr std::size_t commands_per_request_max = 32;

}  // namespace

base::Result<nlohmann::json, Problem> body_of(const net::Request& request, std::size_t depth_max) {
    const auto type = request.header("Content-Type").value_or("");
    if (!type.starts_with("application/json")) return Problem{415, "unsupported_media_type"};
    auto parsed = wire::parse_bounded(request.body, depth_max);
    if (!parsed) return problem_of(parsed.error());
    return std::move(parsed).value();
}

/// One command or an array of them; the answers are those of the live frames, in the same order.
Reply perform(House& house, const Call& call) {
    const auto body = body_of(call.request, wire::client_json_depth_max);
    if (!body) co_return respond(body.error(), call.request);
    const bool single = !body.value().is_array();
    const nlohmann::json list = single ? nlohmann::json::array({body.value()}) : body.value();
    if (list.size() > commands_per_request_max)
        co_return respond(bad_request("commands"), call.request);

    std::vector<Rooms::Asked> asked;
    std::vector<std::optional<wire::ServerFrame>> answers;  // empty: to be decided
    for (const nlohmann::json& item : list) {
        auto command = wire::decode_command(item);
        if (!command) {
            answers.emplace_back(wire::refused(command.error().id, command.error().refusal));
            continue;
        }
        answers.emplace_back();
        asked.push_back({command.value().id, std::move(command.value().command)});
    }
    const domain::WorkshopId workshop = call.workshop_id();
    auto decided = co_await house.rooms.perform(workshop, call.identity->actor, std::move(asked));
    if (!decided) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    auto out = nlohmann::json::array();
    std::size_t next = 0;
    for (auto& answer : answers)
        out.push_back(wire::encode(answer ? *answer : decided->at(next++)));
    co_return respond(200, single ? out.at(0) : out);
}

}  // namespace atelier::api
