// How a workshop went, for the page /replay: of a workshop, and of a published page.
#include <fmt/core.h>

#include "api/day_after.hpp"

namespace atelier::api {

using journal::Store;

namespace {

net::Response json_answer(Replays::Bytes bytes, std::string_view cache_control) {
    return {200,
            {{"Content-Type", "application/json"}, {"Cache-Control", std::string(cache_control)}},
            std::move(bytes)};
}

}  // namespace

Reply read_replay(House& house, const Call& call) {
    const auto file = co_await house.exports.make_replay(call.workshop_id(), std::nullopt);
    if (!file) co_return respond(file.error(), call.request);
    co_return json_answer(std::make_shared<const std::string>(file.value().bytes), "no-store");
}

/// As the newest version froze it, without what was erased since. Made once for all who ask.
Reply public_replay(House& house, const net::Request& request, const journal::Page& page) {
    if (!page.workshop) co_return respond(Problem{404, "not_found"}, request);
    const domain::WorkshopId id = *page.workshop;
    const auto list = [id](Store& store) { return store.versions(id); };
    const auto versions = co_await house.records.ask(list);
    if (!versions) co_return respond(problem_of(versions.error()), request);
    if (versions.value().empty()) co_return respond(Problem{404, "not_found"}, request);
    const auto end = [id](Store& store) { return store.head(id); };
    const auto head = co_await house.records.ask(end);
    if (!head) co_return respond(problem_of(head.error()), request);
    const domain::Seq until = versions.value().back().seq;
    const std::string tag = fmt::format("{}.{}.{}", id.text, until, head.value().seq);
    Replays::Bytes bytes = house.replays.find(tag);
    if (!bytes) {
        const auto file = co_await house.exports.make_replay(id, until);
        if (!file) co_return respond(file.error(), request);
        bytes = std::make_shared<const std::string>(file.value().bytes);
        house.replays.keep(tag, bytes);
    }
    co_return json_answer(bytes, "no-cache");
}

}  // namespace atelier::api
