#include <cmath>

#include "api/calls.hpp"
#include "wire/bounded_json.hpp"
#include "wire/fields.hpp"

namespace atelier::api {
namespace {

std::string_view text(RehearsalStatus::State state) noexcept {
    switch (state) {
        case RehearsalStatus::State::running:
            return "running";
        case RehearsalStatus::State::done:
            return "done";
        case RehearsalStatus::State::stopped:
            return "stopped";
        case RehearsalStatus::State::failed:
            break;
    }
    return "failed";
}

std::string_view text(RehearsalStatus::Limit limit) noexcept {
    switch (limit) {
        case RehearsalStatus::Limit::cpu:
            return "cpu";
        case RehearsalStatus::Limit::latency:
            return "latency";
        case RehearsalStatus::Limit::descriptors:
            break;
    }
    return "descriptors";
}

/// To a tenth of a millisecond.
nlohmann::json encode(const Percentiles& times) {
    const auto rounded = [](double ms) { return std::round(ms * 10) / 10; };
    return {{"p50", rounded(times.p50)}, {"p95", rounded(times.p95)}, {"p99", rounded(times.p99)}};
}

nlohmann::json encode(const RehearsalStatus& status) {
    const auto share = [](double part) { return std::round(part * 1'000) / 1'000; };
    nlohmann::json out{{"state", text(status.state)},
                       {"participants", status.participants},
                       {"joined", status.joined},
                       {"seconds", status.seconds},
                       {"elapsed_s", status.elapsed_s},
                       {"ideas", status.ideas},
                       {"votes", status.votes},
                       {"ack_ms", encode(status.ack_ms)},
                       {"seen_ms", encode(status.seen_ms)},
                       {"missing", status.missing},
                       {"cpu_share", share(status.cpu_share)},
                       {"bots_share", share(status.bots_share)}};
    if (status.holds) out["holds"] = *status.holds;
    if (status.limit) out["limit"] = text(*status.limit);
    return out;
}

base::Result<RehearsalWish, Problem> wish_of(const nlohmann::json& body) {
    std::string wrong;
    const wire::Fields in(body, wrong);
    const auto people = in.integer<std::int64_t>("participants");
    const auto seconds = in.integer<std::int64_t>("seconds");
    if (!wrong.empty()) return bad_request(wrong);
    if (people < 1 || people > static_cast<std::int64_t>(rehearsal_people_max))
        return bad_request("participants");
    if (seconds < rehearsal_seconds_min || seconds > rehearsal_seconds_max)
        return bad_request("seconds");
    return RehearsalWish{static_cast<std::size_t>(people), static_cast<int>(seconds)};
}

}  // namespace

Reply begin_rehearsal(House& house, const Call& call) {
    const auto body = body_of(call.request, wire::client_json_depth_max);
    if (!body) co_return respond(body.error(), call.request);
    const auto wish = wish_of(body.value());
    if (!wish) co_return respond(wish.error(), call.request);
    // The tokens of the last rehearsal's people are of no use any more: do not let them gather.
    house.access.forget();
    domain::WorkshopId workshop = call.workshop_id();
    RehearsalWish wanted = wish.value();
    const auto status = co_await house.rehearsals.begin(std::move(workshop), wanted);
    if (!status) co_return respond(status.error(), call.request);
    co_return respond(202, encode(status.value()));
}

Reply read_rehearsal(House& house, const Call& call) {
    const auto status = house.rehearsals.status(call.workshop_id());
    if (!status) co_return respond(Problem{404, "no_rehearsal"}, call.request);
    co_return respond(200, encode(*status));
}

Reply stop_rehearsal(House& house, const Call& call) {
    domain::WorkshopId workshop = call.workshop_id();
    const auto status = co_await house.rehearsals.stop(std::move(workshop));
    if (!status) co_return respond(Problem{404, "no_rehearsal"}, call.request);
    co_return respond(200, encode(*status));
}

}  // namespace atelier::api
