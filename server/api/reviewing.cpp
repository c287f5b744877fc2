#include <cmath>

#include "api/calls.hpp"
#include "base/text.hpp"
#include "domain/limits.hpp"
#include "wire/bounded_json.hpp"
#include "wire/events.hpp"
#include "wire/fields.hpp"

/// What helps who writes and who reviews, and is asked for now and then: not part of the live
/// frames.
namespace atelier::api {
namespace {

using domain::Recorded;
using journal::Store;

constexpr std::size_t log_entries_max = 500;
constexpr domain::Seq read_events_max =
    1'000;  // at a time: the writer's thread has others to serve

bool by_staff(const Recorded& recorded) noexcept {
    return recorded.actor.role == domain::Role::facilitator ||
           recorded.actor.role == domain::Role::moderator;
}

nlohmann::json entry(const Recorded& recorded) {
    return {{"seq", recorded.seq},
            {"at", recorded.at},
            {"role", wire::text(recorded.actor.role)},
            {"event", wire::kind(recorded.event)},
            {"about", wire::encode(recorded.event)}};
}

}  // namespace

/// POST /similar: what is there already of what someone is typing.
Reply similar(House& house, const Call& call) {
    const auto body = body_of(call.request, wire::client_json_depth_max);
    if (!body) co_return respond(body.error(), call.request);
    std::string wrong;
    std::string text = wire::Fields(body.value(), wrong).text("text");
    if (!wrong.empty() || text.size() > domain::limits::idea_bytes_max)
        co_return respond(bad_request("text"), call.request);
    domain::WorkshopId workshop = call.workshop_id();
    domain::Actor actor = call.identity->actor;
    const auto found =
        co_await house.rooms.similar(std::move(workshop), std::move(actor), std::move(text));
    if (!found) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    if (!*found) co_return respond(problem_of(found->error()), call.request);
    co_return respond(200, {{"ideas", wire::encode_all(found->value())}});
}

/// GET /pairs: ideas that seem to say the same, for a human to group or tell apart.
Reply pairs(House& house, const Call& call) {
    domain::WorkshopId workshop = call.workshop_id();
    domain::Actor actor = call.identity->actor;
    const auto found = co_await house.rooms.pairs(std::move(workshop), std::move(actor));
    if (!found) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    if (!*found) co_return respond(problem_of(found->error()), call.request);
    auto list = nlohmann::json::array();
    for (const Rooms::Pair& pair : found->value())
        list.push_back({{"one", wire::encode(pair.one)},
                        {"other", wire::encode(pair.other)},
                        {"score", std::round(pair.score * 100) / 100}});
    co_return respond(200, {{"pairs", std::move(list)}});
}

/// GET /log: what facilitators and moderators did, newest first, from the journal.
Reply log(House& house, const Call& call) {
    const auto id = call.workshop_id();
    const auto read_head = [id](Store& store) { return store.head(id); };
    const auto head = co_await house.records.ask(read_head);
    if (!head) co_return respond(problem_of(head.error()), call.request);
    auto list = nlohmann::json::array();
    domain::Seq to = head.value().seq;
    while (to > 0 && list.size() < log_entries_max) {
        const domain::Seq from = to > read_events_max ? to - read_events_max + 1 : 1;
        const auto read = [id, from, to](Store& store) {
            return store.read(id, from, static_cast<std::size_t>(to - from + 1));
        };
        const auto events = co_await house.records.ask(read);
        if (!events) co_return respond(problem_of(events.error()), call.request);
        const auto& found = events.value();
        for (auto at = found.rbegin(); at != found.rend() && list.size() < log_entries_max; ++at)
            if (by_staff(*at)) list.push_back(entry(*at));
        to = from - 1;
    }
    co_return respond(200, {{"actions", std::move(list)}});
}

}  // namespace atelier::api
