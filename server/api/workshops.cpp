#include "api/calls.hpp"
#include "api/links.hpp"
#include "base/clock.hpp"
#include "base/secret.hpp"
#include "domain/carry.hpp"
#include "domain/decide.hpp"
#include "wire/bounded_json.hpp"
#include "wire/parts.hpp"
#include "wire/templates.hpp"

namespace atelier::api {
namespace {

using domain::Role;
using journal::Store;

constexpr base::Millis day_ms = 24LL * 3600 * 1000;

/// `kept_days`: how long the server keeps a workshop that says nothing else.
nlohmann::json encode(const journal::WorkshopRow& row, int kept_days) {
    nlohmann::json out{{"id", row.id.text},
                       {"code", row.code},
                       {"title", row.title},
                       {"language", row.language},
                       {"status", row.closed ? "closed" : "open"},
                       {"created_at", row.created_at},
                       {"participants", row.participants},
                       {"ideas", row.ideas},
                       {"erased_at", row.created_at + row.keep_days.value_or(kept_days) * day_ms}};
    if (row.keep_days) out["keep_days"] = *row.keep_days;
    if (row.anonymised) out["anonymised"] = true;
    return out;
}

bool known_language(std::string_view language) noexcept {
    return language == "fr" || language == "en";
}

/// The blueprint that the body asks for: a shipped template or one of its own, with its title and
/// question if they are given.
base::Result<domain::Blueprint, Problem> plan_of(const nlohmann::json& body) {
    std::string wrong;
    const wire::Fields in(body, wrong);
    const std::string language = in.text("language");
    const auto title = in.maybe_text("title");
    const auto question = in.maybe_text("question");
    if (wrong.empty() && !known_language(language)) wrong = "language";
    if (wrong.empty() && !in.has("template")) wrong = "template";
    if (!wrong.empty()) return bad_request(wrong);
    const auto& wanted = in.raw("template");
    auto plan = wanted.is_string() ? wire::blueprint(wanted.get_ref<const std::string&>(), language)
                                   : wire::blueprint_from_json(wanted, language);
    if (!plan) return problem_of(plan.error());
    domain::Blueprint out = std::move(plan).value();
    if (title) out.title = *title;
    if (question) out.question = *question;
    return out;
}

/// Title and question obey the same rules at creation as later, so the same code decides.
std::optional<Problem> fault_of(const domain::Blueprint& plan) {
    const auto decided = domain::decide({}, domain::UpdateWorkshop{plan.title, plan.question},
                                        {Role::organiser, {}}, {});
    if (!decided) return problem_of(decided.error());
    return std::nullopt;
}

/// The row of the list with its phases; 404 if it is not there.
Reply describe(House& house, const Call& call) {
    const auto id = call.workshop_id();
    const auto read = [id](Store& store) { return store.find_workshop(id); };
    const auto row = co_await house.records.ask(read);
    if (!row) co_return respond(problem_of(row.error()), call.request);
    const auto settled = co_await house.rooms.settled(id);
    if (!row.value() || !settled) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    nlohmann::json out = encode(*row.value(), house.rooms.retention_days());
    out["question"] = settled->workshop.plan.question;
    out["phases"] = nlohmann::json::array();
    for (const domain::Phase& phase : settled->workshop.plan.phases)
        out["phases"].push_back(wire::encode(phase));
    co_return respond(200, out);
}

}  // namespace

Reply list_templates(House&, const Call& call) {
    const auto language = call.request.parameter("language").value_or(language_of(call.request));
    if (!known_language(language)) co_return respond(bad_request("language"), call.request);
    auto list = nlohmann::json::array();
    for (const wire::TemplateInfo& info : wire::builtin_templates(language)) {
        auto phases = nlohmann::json::array();
        for (const wire::TemplatePhase& phase : info.phases)
            phases.push_back({{"kind", wire::text(phase.kind)},
                              {"title", phase.title},
                              {"minutes", phase.minutes}});
        list.push_back({{"id", info.id},
                        {"title", info.title},
                        {"minutes", info.minutes},
                        {"phases", std::move(phases)}});
    }
    co_return respond(200, {{"templates", std::move(list)}});
}

Reply list_workshops(House& house, const Call& call) {
    const auto read = [](Store& store) { return store.workshops(); };
    const auto rows = co_await house.records.ask(read);
    if (!rows) co_return respond(problem_of(rows.error()), call.request);
    auto list = nlohmann::json::array();
    for (const journal::WorkshopRow& row : rows.value())
        if (!is_throw_away(row.id)) list.push_back(encode(row, house.rooms.retention_days()));
    co_return respond(200, {{"workshops", std::move(list)}});
}

Reply create_workshop(House& house, const Call& call) {
    const auto body = body_of(call.request, wire::template_json_depth_max);
    if (!body) co_return respond(body.error(), call.request);
    auto plan = plan_of(body.value());
    if (!plan) co_return respond(plan.error(), call.request);
    if (const auto fault = fault_of(plan.value())) co_return respond(*fault, call.request);
    domain::Carried carried{std::move(plan).value(), {}};
    if (body.value().contains("continues")) {
        std::string wrong;
        const wire::Fields in = wire::Fields(body.value(), wrong).object("continues");
        const auto from = in.id<domain::WorkshopId>("workshop");
        domain::Carrying what{in.maybe_flag("boards").value_or(false), {}};
        for (std::string& idea : in.texts("ideas")) what.ideas.push_back({std::move(idea)});
        if (!wrong.empty()) co_return respond(bad_request("continues"), call.request);
        const auto earlier = co_await house.rooms.settled(from);
        if (!earlier) co_return respond(Problem{404, "no_such_workshop"}, call.request);
        auto taken = domain::carry(earlier->workshop, std::move(carried.plan), what);
        if (!taken) co_return respond(problem_of(taken.error()), call.request);
        carried = std::move(taken).value();
    }
    const auto made =
        co_await house.rooms.create(std::move(carried.plan), std::move(carried.events));
    if (!made) co_return respond(problem_of(made.error()), call.request);
    co_return respond(201, created_json(house, made.value()));
}

nlohmann::json created_json(const House& house, const Created& created) {
    return {{"id", created.id.text},
            {"code", created.code},
            {"links",
             {{"participant", participant_link(house.url, created.code)},
              {"facilitator", secret_link(house.url, Role::facilitator, created.facilitator)},
              {"screen", secret_link(house.url, Role::screen, created.screen)},
              {"summary", secret_link(house.url, Role::reader, created.reader)}}}};
}

Reply read_workshop(House& house, const Call& call) { co_return co_await describe(house, call); }

Reply update_workshop(House& house, const Call& call) {
    const auto body = body_of(call.request, wire::client_json_depth_max);
    if (!body) co_return respond(body.error(), call.request);
    std::string wrong;
    const wire::Fields in(body.value(), wrong);
    domain::UpdateWorkshop command{in.maybe_text("title"), in.maybe_text("question")};
    if (!wrong.empty()) co_return respond(bad_request(wrong), call.request);
    std::vector<Rooms::Asked> asked;
    asked.push_back({std::nullopt, std::move(command)});
    const domain::WorkshopId workshop = call.workshop_id();
    const auto answers =
        co_await house.rooms.perform(workshop, call.identity->actor, std::move(asked));
    if (!answers) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    if (const auto* refused = std::get_if<wire::Refused>(&answers->at(0)))
        co_return respond(problem_of(*refused), call.request);
    co_return co_await describe(house, call);
}

Reply erase_workshop(House& house, const Call& call) {
    const domain::WorkshopId workshop = call.workshop_id();
    house.exports.forget(workshop);
    const auto erased = co_await house.rooms.erase(workshop);
    if (!erased) co_return respond(problem_of(erased.error()), call.request);
    co_return net::Response{204, {}, nullptr};
}

/// A new link takes the place of the old ones: their holders have to be given the new one.
Reply renew_link(House& house, const Call& call) {
    const auto body = body_of(call.request, wire::client_json_depth_max);
    if (!body) co_return respond(body.error(), call.request);
    std::string wrong;
    const auto role = wire::Fields(body.value(), wrong).maybe_word<Role>("role");
    if (role != Role::facilitator && role != Role::screen && role != Role::reader &&
        role != Role::moderator)
        co_return respond(bad_request("role"), call.request);
    const auto id = call.workshop_id();
    const base::Millis now = base::now_ms();
    const std::string secret = base::fresh_secret();
    const journal::Link link{base::sha256_hex(secret), id, *role, now, {}, {}};
    const auto write = [id, link, now](Store& store) -> journal::Outcome<base::Done> {
        const auto row = store.find_workshop(id);
        if (!row) return row.error();
        if (!row.value())
            return journal::Problem{journal::Failure::no_such_workshop, "add_link", id.text};
        if (auto revoked = store.revoke_links(id, link.role, now); !revoked) return revoked;
        return store.add_link(link);
    };
    const auto added = co_await house.records.ask(write);
    if (!added) co_return respond(problem_of(added.error()), call.request);
    house.access.forget();
    house.rooms.hang_up(id, *role);
    co_return respond(201, {{"url", secret_link(house.url, *role, secret)}});
}

}  // namespace atelier::api
