#include <charconv>

#include "api/calls.hpp"

namespace atelier::api {
namespace {

constexpr std::size_t epoch_bytes_max = 64;

/// Where the client stands, when it says so in full; otherwise it is given the whole state.
base::Result<std::optional<wire::Resume>, Problem> resume_of(const net::Request& request) {
    const auto after = request.parameter("after");
    const auto epoch = request.parameter("epoch");
    if (!after || !epoch) return std::optional<wire::Resume>();
    wire::Resume out{std::string(*epoch), 0};
    const char* const end = after->data() + after->size();
    const auto read = std::from_chars(after->data(), end, out.seq);
    if (read.ec != std::errc{} || read.ptr != end) return bad_request("after");
    if (out.epoch.empty() || out.epoch.size() > epoch_bytes_max) return bad_request("epoch");
    return std::optional(std::move(out));
}

/// Made by chance, so that nobody takes another's by accident.
std::optional<base::Uuid> session_of(const net::Request& request) {
    const auto session = base::Uuid::parse(request.parameter("session").value_or(""));
    if (!session || session->bytes[6] >> 4 != 4 || session->bytes[8] >> 6 != 2) return std::nullopt;
    return session;
}

std::string array_of(const std::vector<net::SharedText>& frames) {
    std::string out = "[";
    for (const net::SharedText& frame : frames) {
        if (out.size() > 1) out += ',';
        out += *frame;
    }
    return out += ']';
}

}  // namespace

Reply stream(House& house, const Call& call) {
    auto resume = resume_of(call.request);
    if (!resume) co_return respond(resume.error(), call.request);
    // Named, not temporaries: g++ 12 ends the life of an aggregate in a co_await expression twice.
    domain::WorkshopId workshop = call.workshop_id();
    domain::Actor actor = call.identity->actor;
    auto handler = co_await house.rooms.live(std::move(workshop), std::move(actor),
                                             wire::Transport::stream, std::move(resume).value());
    if (!handler) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    net::Response response;
    response.headers = {{"Content-Type", "text/event-stream; charset=utf-8"},
                        {"Cache-Control", "no-store, no-transform"},
                        {"X-Accel-Buffering", "no"}};
    response.stream = std::move(handler);
    co_return response;
}

Reply poll(House& house, const Call& call) {
    auto resume = resume_of(call.request);
    if (!resume) co_return respond(resume.error(), call.request);
    const auto session = session_of(call.request);
    if (!session) co_return respond(bad_request("session"), call.request);
    Rooms::Poll asked{call.workshop_id(), call.identity->actor, *session,
                      std::move(resume).value()};
    const bool greets = asked.actor.role == domain::Role::participant && !house.rooms.polls(asked);
    if (greets && !co_await house.turn(*call.identity, greeting_cost))
        co_return respond(Problem{429, "rate_limited"}, call.request);
    const auto frames = co_await house.rooms.poll(std::move(asked));
    if (!frames) co_return respond(frames.error(), call.request);
    net::Response response;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    response.body = std::make_shared<const std::string>(array_of(frames.value()));
    co_return response;
}

}  // namespace atelier::api
