#include "api/access.hpp"

#include <array>

#include "base/clock.hpp"
#include "base/secret.hpp"
#include "wire/enums.hpp"

namespace atelier::api {
namespace {

using domain::Role;

constexpr std::size_t known_max = 50'000;
constexpr std::size_t token_bytes_max = 128;
constexpr std::array all_roles{Role::facilitator, Role::organiser,   Role::screen,
                               Role::reader,      Role::participant, Role::moderator};

bool changes_something(net::Method method) noexcept {
    return method != net::Method::get && method != net::Method::head;
}

std::string bearer(const net::Request& request) {
    constexpr std::string_view scheme = "Bearer ";
    const auto header = request.header("Authorization").value_or("");
    if (!header.starts_with(scheme)) return {};
    return std::string(header.substr(scheme.size()));
}

}  // namespace

Access::Offered Access::offered(const net::Request& request, const Route& route,
                                const std::string& workshop) {
    if (auto token = bearer(request); !token.empty()) return {std::move(token), false};
    const auto as = request.parameter("as");
    for (const Role role : all_roles) {
        if (as ? *as != wire::text(role) : !route.allows(role)) continue;
        if (const auto cookie = request.cookie(cookie_name(role, workshop)))
            return {std::string(*cookie), true};
    }
    return {};
}

Task<std::optional<Identity>> Access::look_up(std::string token) {
    if (token.empty() || token.size() > token_bytes_max) co_return std::nullopt;
    const std::string digest = base::sha256_hex(token);
    auto found = known_.find(digest);
    if (found == known_.end()) {
        const auto read = [digest](journal::Store& store) { return store.find_credential(digest); };
        auto credential = co_await records_.ask(read);
        if (!credential || !credential.value()) co_return std::nullopt;
        if (known_.size() >= known_max) known_.clear();
        found = known_.insert_or_assign(digest, *credential.value()).first;
    }
    const journal::Credential& credential = found->second;
    if (credential.expires_at && *credential.expires_at <= base::now_ms()) co_return std::nullopt;
    co_return Identity{credential.actor, credential.workshop, std::move(token)};
}

Task<base::Result<Identity, Problem>> Access::admit(const net::Request& request, const Route& route,
                                                    const std::string& workshop) {
    const Origin origin = origin_of(request, url_);
    Offered offer = offered(request, route, workshop);
    const bool guarded = route.act == Act::live || changes_something(request.method);
    const bool followed = route.act == Act::stream || route.act == Act::poll;
    if ((guarded || followed) && origin == Origin::foreign)
        co_return Problem{403, "foreign_origin"};
    if (offer.token.empty()) co_return Problem{401, "not_joined"};
    if (guarded && offer.by_cookie && origin != Origin::ours)
        co_return Problem{403, "foreign_origin"};
    auto identity = co_await look_up(std::move(offer.token));
    if (!identity) co_return Problem{401, "not_joined"};
    const bool theirs = !identity->workshop || identity->workshop->text == workshop;
    if (!theirs || !route.allows(identity->actor.role)) co_return Problem{403, "forbidden"};
    // A page of somebody who shares this device: the cookie is another person's by now.
    const auto believed = request.parameter("participant");
    if (believed && *believed != identity->actor.participant.text)
        co_return Problem{401, "not_joined"};
    co_return std::move(*identity);
}

Task<std::optional<Identity>> Access::known_participant(const net::Request& request,
                                                        const domain::WorkshopId& workshop) {
    std::string token = bearer(request);
    if (token.empty())
        if (const auto cookie = request.cookie(cookie_name(Role::participant, workshop.text)))
            token = *cookie;
    auto identity = co_await look_up(std::move(token));
    if (!identity || identity->actor.role != Role::participant || identity->workshop != workshop)
        co_return std::nullopt;
    co_return identity;
}

}  // namespace atelier::api
