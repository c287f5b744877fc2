#include "api/api.hpp"

#include <boost/asio/co_spawn.hpp>

#include "api/calls.hpp"
#include "base/clock.hpp"

namespace atelier::api {
namespace {

namespace asio = boost::asio;
constexpr std::string_view prefix = "/api/v1";
/// Who is turned away is told so after a while: they would only ask again at once.
constexpr base::Millis turned_away_ms = 1'000;
constexpr std::string_view subprotocol = "atelier.v1";

net::Response plain(unsigned status, std::string text, std::string_view type = "text/plain") {
    return {
        status,
        {{"Content-Type", std::string(type) + "; charset=utf-8"}, {"Cache-Control", "no-store"}},
        std::make_shared<const std::string>(std::move(text))};
}

/// Where a route's call is made. Live is not here: it is an upgrade, not a request.
Reply call_route(House& house, const Call& call, Act act) {
    switch (act) {
        case Act::join:
            return join(house, call);
        case Act::enter:
            return enter(house, call);
        case Act::look_up:
            return look_up(house, call);
        case Act::go_on:
            return go_on(house, call);
        case Act::hand_over:
            return hand_over(house, call);
        case Act::list_templates:
            return list_templates(house, call);
        case Act::list_workshops:
            return list_workshops(house, call);
        case Act::create_workshop:
            return create_workshop(house, call);
        case Act::read_workshop:
            return read_workshop(house, call);
        case Act::update_workshop:
            return update_workshop(house, call);
        case Act::erase_workshop:
            return erase_workshop(house, call);
        case Act::renew_link:
            return renew_link(house, call);
        case Act::command:
            return perform(house, call);
        case Act::stream:
            return stream(house, call);
        case Act::poll:
            return poll(house, call);
        case Act::export_results:
            return export_results(house, call);
        case Act::read_summary:
            return read_summary(house, call);
        case Act::read_replay:
            return read_replay(house, call);
        case Act::similar:
            return similar(house, call);
        case Act::pairs:
            return pairs(house, call);
        case Act::log:
            return log(house, call);
        case Act::begin_rehearsal:
            return begin_rehearsal(house, call);
        case Act::read_rehearsal:
            return read_rehearsal(house, call);
        case Act::stop_rehearsal:
            return stop_rehearsal(house, call);
        case Act::preview_import:
            return preview_import(house, call);
        case Act::import_workshop:
            return import_workshop(house, call);
        case Act::preview_ideas:
            return preview_ideas(house, call);
        case Act::import_ideas:
            return import_ideas(house, call);
        case Act::read_draft:
            return read_draft(house, call);
        case Act::save_draft:
            return save_draft(house, call);
        case Act::preview:
            return preview(house, call);
        case Act::publish:
            return publish(house, call);
        case Act::read_publication:
            return read_publication(house, call);
        case Act::unpublish:
            return unpublish(house, call);
        case Act::list_series:
            return list_series(house, call);
        case Act::create_series:
            return create_series(house, call);
        case Act::read_series:
            return read_series(house, call);
        case Act::update_series:
            return update_series(house, call);
        case Act::erase_series:
            return erase_series(house, call);
        case Act::export_series:
            return export_series(house, call);
        case Act::search_texts:
            return search_texts(house, call);
        case Act::erase_person:
            return erase_person(house, call);
        case Act::anonymise:
            return anonymise(house, call);
        case Act::keep_for:
            return keep_for(house, call);
        case Act::purge:
            return purge(house, call);
        case Act::publish_series:
        case Act::unpublish_series:
            return publish_series(house, call);
        case Act::begin_export:
            return begin_export(house, call);
        case Act::read_export:
            return read_export(house, call);
        case Act::fetch_export:
            return fetch_export(house, call);
        case Act::live:
            break;
    }
    ATELIER_CHECK(false);
}

/// In the units of Pace: commands cost what they weigh.
double cost_of(Act act, const net::Request& request) {
    constexpr double command_bytes_per_unit = 128;
    switch (act) {
        case Act::poll:
            return 1;
        case Act::command:
            return 1 + static_cast<double>(request.body.size()) / command_bytes_per_unit;
        case Act::live:
        case Act::stream:
            return 1 + greeting_cost;
        case Act::export_results:
        case Act::read_summary:
        case Act::read_replay:
            return 6;
        case Act::hand_over:
            return 10;
        default:
            return 2;
    }
}

bool speaks_our_protocol(const net::Request& request) {
    const auto offered = request.header("Sec-WebSocket-Protocol").value_or("");
    return offered.find(subprotocol) != std::string_view::npos;
}

bool has_security_headers(const net::Response& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "Content-Security-Policy") return true;
    return false;
}

}  // namespace

struct Api::State {
    State(asio::any_io_executor runs_on, const net::StaticFiles& files, Records& records,
          Rooms& rooms, Rehearsals& rehearsals, Exports& exports, Workbench& workbench)
        : executor(std::move(runs_on)),
          pages(files),
          house(records, rooms, rehearsals, exports, workbench) {}

    asio::any_io_executor executor;
    const net::StaticFiles& pages;
    House house;

    Reply api_answer(const net::Request& request);
    net::Response other_answer(const net::Request& request);
    Reply answer(const net::Request& request);
    net::Response finish(net::Response response) const {
        if (!has_security_headers(response)) add_security_headers(response, house.url);
        return response;
    }
    Task<std::variant<net::Response, net::Accepted>> upgraded(const net::Request& request);
    Task<base::Result<Identity, Problem>> admit(const net::Request& request, const Match& found);
    Task<std::variant<net::Response, net::Granted>> granted(const net::Request& head);
};

Api::Api(asio::any_io_executor executor, Records& records, Rooms& rooms, Rehearsals& rehearsals,
         Exports& exports, Workbench& workbench, const net::StaticFiles& pages)
    : state_(std::make_unique<State>(std::move(executor), pages, records, rooms, rehearsals,
                                     exports, workbench)) {}

void Api::seen_at(PublicUrl url) { state_->house.url = std::move(url); }

Api::~Api() = default;

Reply Api::State::answer(const net::Request& request) {
    if (request.path.starts_with(prefix)) co_return co_await api_answer(request);
    if (is_public_page(request.path)) co_return co_await public_page(house, request);
    co_return other_answer(request);
}

net::Response Api::State::other_answer(const net::Request& request) {
    if (request.path == "/healthz") return plain(200, "ok\n");
    if (request.path == "/readyz")
        return house.rooms.ready() ? plain(200, "ready\n") : plain(503, "read only\n");
    if (request.path == "/metrics")
        return plain(200, house.rooms.metrics(), "text/plain; version=0.0.4");
    if (auto page = pages.answer(request)) return *page;
    return respond(Problem{404, "not_found"}, request);
}

Task<bool> House::turn(const Identity& identity, double cost) {
    const auto wait = pace.wait(identity.token, cost, base::now_ms());
    if (wait == base::Millis{0}) co_return true;
    co_await rooms.wait(wait.value_or(turned_away_ms));
    co_return wait.has_value();
}

/// Who it is, once it is their turn.
Task<base::Result<Identity, Problem>> Api::State::admit(const net::Request& request,
                                                        const Match& found) {
    auto identity = co_await house.access.admit(request, *found.route, found.workshop);
    // Those who were given a link by the organiser are trusted not to flood their own workshop.
    if (!identity || identity.value().actor.role != domain::Role::participant) co_return identity;
    const double cost = cost_of(found.route->act, request);
    if (!co_await house.turn(identity.value(), cost)) co_return Problem{429, "rate_limited"};
    co_return identity;
}

Reply Api::State::api_answer(const net::Request& request) {
    const Match found = match(request.method, request.path.substr(prefix.size()));
    if (!found.route)
        co_return respond(
            found.path_known ? Problem{405, "method_not_allowed"} : Problem{404, "not_found"},
            request);
    if (found.route->act == Act::live) co_return respond(Problem{426, "upgrade_required"}, request);
    Call call{request, nullptr, found.workshop};
    if (found.route->anyone) {
        // These set cookies: another site may not make a browser join or enter.
        if (request.method == net::Method::post && origin_of(request, house.url) == Origin::foreign)
            co_return respond(Problem{403, "foreign_origin"}, request);
        co_return co_await call_route(house, call, found.route->act);
    }
    const auto identity = co_await admit(request, found);
    if (!identity) co_return respond(identity.error(), request);
    call.identity = &identity.value();
    co_return co_await call_route(house, call, found.route->act);
}

Task<std::variant<net::Response, net::Accepted>> Api::State::upgraded(const net::Request& request) {
    const auto no = [&](const Problem& problem) -> std::variant<net::Response, net::Accepted> {
        return finish(respond(problem, request));
    };
    if (!request.path.starts_with(prefix)) co_return no({404, "not_found"});
    const Match found = match(request.method, request.path.substr(prefix.size()));
    if (!found.route || found.route->act != Act::live) co_return no({404, "not_found"});
    const auto identity = co_await admit(request, found);
    if (!identity) co_return no(identity.error());
    if (!speaks_our_protocol(request)) co_return no({400, "upgrade_required"});
    // Named, not temporaries: g++ 12 ends the life of an aggregate in a co_await expression twice.
    domain::WorkshopId workshop{found.workshop};
    domain::Actor actor = identity.value().actor;
    auto handler = co_await house.rooms.live(std::move(workshop), std::move(actor),
                                             wire::Transport::websocket, std::nullopt);
    if (!handler) co_return no({404, "no_such_workshop"});
    net::Accepted accepted{std::string(subprotocol), std::move(handler)};
    co_return std::variant<net::Response, net::Accepted>(std::move(accepted));
}

void Api::handle(net::Request request, net::Respond respond) {
    // The coroutine owns request and answer; an exception in it drops the answer, which is a 500.
    const auto run = [](State& state, net::Request asked, net::Respond reply) -> Task<void> {
        net::Response response = co_await state.answer(asked);
        reply(state.finish(std::move(response)));
    };
    asio::co_spawn(state_->executor, run(*state_, std::move(request), std::move(respond)),
                   [](const std::exception_ptr&) {});
}

/// A long body is for whoever may import a file, a few at a time.
Task<std::variant<net::Response, net::Granted>> Api::State::granted(const net::Request& head) {
    const auto no = [&](const Problem& problem) -> std::variant<net::Response, net::Granted> {
        return finish(respond(problem, head));
    };
    const bool ours = head.path.starts_with(prefix);
    const Match found = ours ? match(head.method, head.path.substr(prefix.size())) : Match{};
    if (!found.route || !takes_file(found.route->act)) co_return no({413, "too_large"});
    const auto identity = co_await house.access.admit(head, *found.route, found.workshop);
    if (!identity) co_return no(identity.error());
    auto place = house.uploads.take();
    if (!place) co_return no({503, "busy"});
    net::Granted yes{std::move(place)};
    co_return std::variant<net::Response, net::Granted>(std::move(yes));
}

void Api::grant(const net::Request& head, std::size_t, net::Grant grant) {
    const auto run = [](State& state, net::Request asked, net::Grant reply) -> Task<void> {
        auto outcome = co_await state.granted(asked);
        reply(std::move(outcome));
    };
    asio::co_spawn(state_->executor, run(*state_, head, std::move(grant)),
                   [](const std::exception_ptr&) {});
}

void Api::upgrade(net::Request request, net::Upgrade upgrade) {
    const auto run = [](State& state, net::Request asked, net::Upgrade reply) -> Task<void> {
        auto outcome = co_await state.upgraded(asked);
        reply(std::move(outcome));
    };
    asio::co_spawn(state_->executor, run(*state_, std::move(request), std::move(upgrade)),
                   [](const std::exception_ptr&) {});
}

net::Response Api::refuse(net::Refusal why, const net::Request& request) {
    static constexpr std::string_view codes[] = {"bad_request", "timeout", "too_large", "too_large",
                                                 "internal"};
    return state_->finish(respond(
        Problem{net::status_of(why), std::string(codes[static_cast<std::size_t>(why)])}, request));
}

}  // namespace atelier::api
