#include "api/calls.hpp"
#include "api/links.hpp"
#include "base/clock.hpp"
#include "base/secret.hpp"
#include "wire/bounded_json.hpp"
#include "wire/fields.hpp"

/// A participant goes on on another device: there they are the same person, with the same ideas and
/// dots, and the old device stays in. The link is a secret for one use within a quarter of an hour.
namespace atelier::api {
namespace {

using domain::Role;
using journal::Handover;
using journal::Store;

constexpr base::Millis handover_lasts_ms = base::Millis{15} * 60 * 1000;
constexpr std::size_t secret_bytes_max = 128;

/// The link that a secret opens, if it may still be used.
Task<base::Result<Handover, Problem>> find_handover(House& house, const net::Request& request,
                                                    const std::string& secret) {
    const base::Millis now = base::now_ms();
    if (house.attempts.exhausted(request.remote, now)) co_return too_many_attempts();
    const std::string digest = base::sha256_hex(secret);
    const auto read = [digest](Store& store) { return store.find_handover(digest); };
    const auto found = co_await house.records.ask(read);
    if (!found) co_return problem_of(found.error());
    if (!found.value()) {
        house.attempts.failed(request.remote, now);
        co_return Problem{404, "no_such_link"};
    }
    const Handover& link = *found.value();
    if (link.used_at) co_return Problem{410, "link_used"};
    if (link.revoked_at || link.expires_at <= now) co_return Problem{410, "link_expired"};
    co_return link;
}

}  // namespace

/// POST /workshops/{id}/handover: a link for oneself; the one before it is no longer good.
Reply hand_over(House& house, const Call& call) {
    const domain::WorkshopId workshop = call.workshop_id();
    const domain::ParticipantId who = call.identity->actor.participant;
    const auto person = co_await house.rooms.person(workshop, who);
    if (!person) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    if (person->removed) co_return respond(Problem{403, "removed"}, call.request);
    const std::string secret = base::fresh_secret();
    const base::Millis now = base::now_ms();
    const Handover link{base::sha256_hex(secret), workshop, who, now, now + handover_lasts_ms};
    const auto write = [link](Store& store) { return store.add_handover(link); };
    const auto added = co_await house.records.ask(write);
    if (!added) co_return respond(problem_of(added.error()), call.request);
    co_return respond(201,
                      {{"url", handover_link(house.url, secret)}, {"expires_at", link.expires_at}});
}

/// POST /continue: the secret makes this device the same person. The new token is in the journal
/// before the link is spent, so that no failure leaves someone with neither; of two who use a link at
/// once, the slower one's token is told to nobody.
Reply go_on(House& house, const Call& call) {
    const auto body = body_of(call.request, wire::client_json_depth_max);
    if (!body) co_return respond(body.error(), call.request);
    std::string wrong;
    const wire::Fields in(body.value(), wrong);
    const std::string secret = in.text("secret");
    const bool replace = in.maybe_flag("replace").value_or(false);
    if (!wrong.empty()) co_return respond(bad_request(wrong), call.request);
    if (secret.size() > secret_bytes_max) co_return respond(bad_request("secret"), call.request);
    const auto found = co_await find_handover(house, call.request, secret);
    if (!found) co_return respond(found.error(), call.request);
    const Handover& link = found.value();

    const auto known = co_await house.access.known_participant(call.request, link.workshop);
    if (known && known->actor.participant == link.participant)
        co_return seated(house, link.workshop, link.participant, known->token);
    if (known && !replace) {
        const auto here = co_await house.rooms.person(link.workshop, known->actor.participant);
        const Problem taken{409, "someone_else_here",
                            here ? details_of(*here) : nlohmann::json::object()};
        co_return respond(taken, call.request);
    }

    const std::string token = base::fresh_secret();
    std::vector<Rooms::Asked> asked;
    asked.push_back(
        {std::nullopt, domain::Join{link.participant, {}, {}, base::sha256_hex(token)}});
    const domain::Actor actor{Role::participant, link.participant};
    const auto answers = co_await house.rooms.perform(link.workshop, actor, std::move(asked));
    if (!answers) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    if (const auto* refused = std::get_if<wire::Refused>(&answers->at(0)))
        co_return respond(problem_of(*refused), call.request);
    const auto use = [digest = link.digest](Store& store) {
        return store.use_handover(digest, base::now_ms());
    };
    const auto used = co_await house.records.ask(use);
    if (!used) co_return respond(problem_of(used.error()), call.request);
    if (!used.value()) co_return respond(Problem{410, "link_used"}, call.request);
    co_return seated(house, link.workshop, link.participant, token);
}

}  // namespace atelier::api
