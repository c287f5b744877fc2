#include <fmt/core.h>

#include "api/calls.hpp"
#include "base/clock.hpp"
#include "base/secret.hpp"
#include "domain/decide.hpp"
#include "wire/bounded_json.hpp"

/// Data protection: erasing what a person wrote, anonymising, keeping for so long, and purging with a
/// certificate.
namespace atelier::api {

using domain::Role;
using journal::Store;

namespace {

constexpr int keep_days_max = 3'650;

/// One command of the HTTP API; the problem if it was refused.
Task<std::optional<Problem>> perform_one(House& house, domain::WorkshopId workshop,
                                         domain::Actor actor, domain::Command command) {
    std::vector<Rooms::Asked> asked;
    asked.push_back({std::nullopt, std::move(command)});
    const auto answers =
        co_await house.rooms.perform(std::move(workshop), std::move(actor), std::move(asked));
    if (!answers) co_return Problem{404, "no_such_workshop"};
    if (const auto* refused = std::get_if<wire::Refused>(&answers->at(0)))
        co_return problem_of(*refused);
    co_return std::nullopt;
}

/// What of theirs was carried on to other workshops goes there, too.
Task<std::size_t> erase_carried(House& house, domain::WorkshopId from,
                                std::vector<domain::IdeaId> ideas) {
    std::size_t erased = 0;
    const auto list = [](Store& store) { return store.workshops(); };
    const auto rows = co_await house.records.ask(list);
    if (!rows || ideas.empty()) co_return erased;
    for (const auto& row : rows.value()) {
        if (row.id == from) continue;
        const domain::WorkshopId id = row.id;
        const auto settled = co_await house.rooms.settled(id);
        if (!settled) continue;
        for (const auto& idea : ideas) {
            const domain::Idea* carried = settled->workshop.idea(idea);
            if (!carried || !carried->carried_from || carried->erased) continue;
            domain::Actor organiser{Role::organiser, {}};
            domain::Command command = domain::EraseIdea{idea};
            const auto refused =
                co_await perform_one(house, id, std::move(organiser), std::move(command));
            if (!refused) ++erased;
        }
    }
    co_return erased;
}

struct Counts {
    std::size_t participants = 0, ideas = 0, comments = 0, questions = 0, commitments = 0,
                ballots = 0;
};
Counts counts_of(const domain::Workshop& workshop) {
    Counts out{workshop.participants.size(), workshop.ideas.size(), workshop.comments.size(),
               workshop.questions.size(), workshop.commitments.size()};
    for (const auto& [phase, votes] : workshop.votes) out.ballots += votes.ballots.size();
    return out;
}

}  // namespace

/// `participant` in the body says who; a participant need not say it, and cannot say another.
Reply erase_person(House& house, const Call& call) {
    const auto body = body_of(call.request, wire::client_json_depth_max);
    if (!body) co_return respond(body.error(), call.request);
    std::string wrong;
    const wire::Fields in(body.value(), wrong);
    const auto named = in.maybe_id<domain::ParticipantId>("participant");
    const domain::Actor& actor = call.identity->actor;
    if (!named && actor.role != Role::participant) wrong = "participant";
    if (!wrong.empty()) co_return respond(bad_request(wrong), call.request);
    const domain::ParticipantId who = named.value_or(actor.participant);
    const auto id = call.workshop_id();
    const auto before = co_await house.rooms.settled(id);
    if (!before) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    std::vector<domain::IdeaId> theirs;
    for (const domain::Idea& idea : before->workshop.ideas)
        if (idea.author == who) theirs.push_back(idea.id);
    domain::Command command = domain::EraseParticipant{who};
    const auto refused = co_await perform_one(house, id, actor, std::move(command));
    if (refused) co_return respond(*refused, call.request);
    house.access.forget();
    const std::size_t ideas = theirs.size();
    const auto carried = co_await erase_carried(house, id, std::move(theirs));
    co_return respond(200, {{"participant", who.text}, {"ideas", ideas}, {"carried", carried}});
}

Reply anonymise(House& house, const Call& call) {
    const auto id = call.workshop_id();
    domain::Command command = domain::AnonymiseWorkshop{};
    const auto refused = co_await perform_one(house, id, call.identity->actor, std::move(command));
    if (refused) co_return respond(*refused, call.request);
    house.access.forget();
    house.rooms.hang_up(id, Role::participant);
    co_return respond(200, {{"anonymised", true}});
}

/// {"days": 90}, or null for what the server does.
Reply keep_for(House& house, const Call& call) {
    const auto body = body_of(call.request, wire::client_json_depth_max);
    if (!body) co_return respond(body.error(), call.request);
    std::string wrong;
    const wire::Fields in(body.value(), wrong);
    const auto days = in.maybe_integer<int>("days");
    if (!body.value().contains("days") || (days && (*days < 1 || *days > keep_days_max)))
        wrong = "days";
    if (!wrong.empty()) co_return respond(bad_request(wrong), call.request);
    const auto id = call.workshop_id();
    const auto write = [id, days](Store& store) { return store.keep_days(id, days); };
    const auto done = co_await house.records.ask(write);
    if (!done) co_return respond(problem_of(done.error()), call.request);
    const auto read = [id](Store& store) { return store.find_workshop(id); };
    const auto row = co_await house.records.ask(read);
    if (!row) co_return respond(problem_of(row.error()), call.request);
    if (!row.value()) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    constexpr base::Millis day_ms = 24LL * 3600 * 1000;
    co_return respond(
        200, {{"days", days.value_or(house.rooms.retention_days())},
              {"erased_at",
               row.value()->created_at + days.value_or(house.rooms.retention_days()) * day_ms}});
}

/// What was there, that it is gone, and how: the last thing that can be said of it.
Reply purge(House& house, const Call& call) {
    const auto id = call.workshop_id();
    const auto before = co_await house.rooms.settled(id);
    if (!before) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    const Counts counts = counts_of(before->workshop);
    const domain::WorkshopId doomed = id;
    const auto erased = co_await house.rooms.erase(doomed);
    if (!erased) co_return respond(problem_of(erased.error()), call.request);
    house.access.forget();
    const auto look = [](Store& store) { return store.traces(); };
    const auto traces = co_await house.records.ask(look);
    const journal::Traces left = traces ? traces.value() : journal::Traces{};
    co_return respond(200, {{"workshop", id.text},
                            {"created_at", before->workshop.created_at},
                            {"purged_at", base::now_ms()},
                            {"counts",
                             {{"events", before->head.seq},
                              {"participants", counts.participants},
                              {"ideas", counts.ideas},
                              {"comments", counts.comments},
                              {"questions", counts.questions},
                              {"commitments", counts.commitments},
                              {"ballots", counts.ballots}}},
                            {"last_digest", base::hex(before->head.digest)},
                            {"erasure",
                             {{"freed_space_overwritten", left.overwritten},
                              {"log_emptied", left.log_emptied},
                              {"file_compacted", left.compacted}}}});
}

}  // namespace atelier::api
