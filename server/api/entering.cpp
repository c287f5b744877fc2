#include "api/calls.hpp"
#include "base/clock.hpp"
#include "base/secret.hpp"
#include "domain/limits.hpp"
#include "wire/bounded_json.hpp"
#include "wire/fields.hpp"
#include "wire/parts.hpp"

namespace atelier::api {
namespace {

using domain::Role;
using journal::Store;

/// The workshop of a code as typed; a wrong one is counted against the address.
Task<base::Result<domain::WorkshopId, Problem>> find_code(House& house, const net::Request& request,
                                                          const std::string& typed) {
    const base::Millis now = base::now_ms();
    if (house.attempts.exhausted(request.remote, now)) co_return too_many_attempts();
    const std::string code = base::normalise_join_code(typed);
    if (!code.empty()) {
        const auto read = [code](Store& store) { return store.find_code(code); };
        auto found = co_await house.records.ask(read);
        if (!found) co_return problem_of(found.error());
        if (found.value()) co_return *found.value();
    }
    house.attempts.failed(request.remote, now);
    co_return Problem{404, "no_such_workshop"};
}

net::Response with_cookie(House& house, Role role, const std::string& workshop,
                          const std::string& token, const nlohmann::json& body) {
    net::Response out = respond(200, body);
    out.headers.emplace_back("Set-Cookie", set_cookie(role, workshop, token, house.url));
    return out;
}

/// What the joining page shows of a workshop.
nlohmann::json encode(const wire::WorkshopView& found, int retention_days) {
    return {{"title", found.title},
            {"question", found.question},
            {"language", found.language},
            {"affiliations", wire::encode_all(found.affiliations)},
            {"status", found.closed ? "closed" : "open"},
            {"privacy", {{"retention_days", retention_days}}}};
}

}  // namespace

nlohmann::json details_of(const domain::Participant& person) {
    nlohmann::json out = nlohmann::json::object();
    if (!person.name.empty()) out["name"] = person.name;
    if (person.affiliation) out["affiliation"] = person.affiliation->text;
    return out;
}

Problem too_many_attempts() { return {429, "too_many_attempts"}; }

net::Response seated(House& house, const domain::WorkshopId& workshop,
                     const domain::ParticipantId& participant, const std::string& token) {
    return with_cookie(house, Role::participant, workshop.text, token,
                       {{"workshop", workshop.text},
                        {"participant", participant.text},
                        {"token", token},
                        {"role", "participant"}});
}

/// POST /join: a code gives a seat. Who already has one on this device keeps it, unless they say
/// that they are someone else.
Reply join(House& house, const Call& call) {
    const auto body = body_of(call.request, wire::client_json_depth_max);
    if (!body) co_return respond(body.error(), call.request);
    std::string wrong;
    const wire::Fields in(body.value(), wrong);
    const std::string code = in.text("code");
    const auto name = in.maybe_text("name");
    const auto affiliation = in.maybe_id<domain::AffiliationId>("affiliation");
    const bool someone_else = in.maybe_flag("someone_else").value_or(false);
    if (!wrong.empty()) co_return respond(bad_request(wrong), call.request);
    const auto workshop = co_await find_code(house, call.request, code);
    if (!workshop) co_return respond(workshop.error(), call.request);

    domain::Join command{{}, name, affiliation, {}};
    std::string token;
    auto known = co_await house.access.known_participant(call.request, workshop.value());
    if (someone_else) known.reset();
    if (known) {
        command.participant = known->actor.participant;
        token = known->token;
    } else {
        base::RandomIds ids;
        command.participant = {ids.fresh()};
        token = base::fresh_secret();
        command.credential = base::sha256_hex(token);
    }
    const domain::Actor actor{Role::participant, command.participant};
    // Nothing new to say: no event for coming back.
    if (!known || name || affiliation) {
        std::vector<Rooms::Asked> asked;
        asked.push_back({std::nullopt, command});
        const auto answers =
            co_await house.rooms.perform(workshop.value(), actor, std::move(asked));
        if (!answers) co_return respond(Problem{404, "no_such_workshop"}, call.request);
        if (const auto* refused = std::get_if<wire::Refused>(&answers->at(0)))
            co_return respond(problem_of(*refused), call.request);
    }
    co_return seated(house, workshop.value(), command.participant, token);
}

/// POST /enter: a link's secret gives a session of its role.
Reply enter(House& house, const Call& call) {
    const auto body = body_of(call.request, wire::client_json_depth_max);
    if (!body) co_return respond(body.error(), call.request);
    std::string wrong;
    const std::string secret = wire::Fields(body.value(), wrong).text("secret");
    if (!wrong.empty() || secret.size() > 128)
        co_return respond(bad_request("secret"), call.request);
    const base::Millis now = base::now_ms();
    if (house.attempts.exhausted(call.request.remote, now))
        co_return respond(too_many_attempts(), call.request);

    const std::string digest = base::sha256_hex(secret);
    const auto read = [digest](Store& store) { return store.find_link(digest); };
    const auto found = co_await house.records.ask(read);
    if (!found) co_return respond(problem_of(found.error()), call.request);
    if (!found.value()) {
        house.attempts.failed(call.request.remote, now);
        co_return respond(Problem{404, "no_such_link"}, call.request);
    }
    const journal::Link link = *found.value();
    if (link.revoked_at || (link.expires_at && *link.expires_at <= now))
        co_return respond(Problem{410, "link_expired"}, call.request);

    const std::string token = base::fresh_secret();
    const journal::Session session{
        base::sha256_hex(token),     digest, link.workshop, link.role, now,
        now + session_seconds * 1000};
    const auto write = [session](Store& store) { return store.add_session(session); };
    const auto added = co_await house.records.ask(write);
    if (!added) co_return respond(problem_of(added.error()), call.request);
    nlohmann::json answer{{"token", token}, {"role", wire::text(link.role)}};
    if (link.workshop) answer["workshop"] = link.workshop->text;
    co_return with_cookie(house, link.role, link.workshop ? link.workshop->text : "", token,
                          answer);
}

/// GET /lookup: what the joining page shows before anyone has joined.
Reply look_up(House& house, const Call& call) {
    const auto code = call.request.parameter("code");
    if (!code) co_return respond(bad_request("code"), call.request);
    const auto workshop = co_await find_code(house, call.request, std::string(*code));
    if (!workshop) co_return respond(workshop.error(), call.request);
    const auto found = co_await house.rooms.about(workshop.value());
    if (!found) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    nlohmann::json out = encode(*found, house.rooms.retention_days());
    const auto known = co_await house.access.known_participant(call.request, workshop.value());
    if (known) {
        const auto person = co_await house.rooms.person(workshop.value(), known->actor.participant);
        if (person && !person->removed) out["you"] = details_of(*person);
    }
    co_return respond(200, out);
}

}  // namespace atelier::api
