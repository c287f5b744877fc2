#include "app/create.hpp"

#include "base/secret.hpp"

namespace atelier::app {

using domain::Role;

journal::Outcome<std::string> add_link(journal::Store& store,
                                       const std::optional<domain::WorkshopId>& workshop, Role role,
                                       base::Millis now) {
    std::string secret = base::fresh_secret();
    const auto added =
        store.add_link({base::sha256_hex(secret), workshop, role, now, std::nullopt, std::nullopt});
    if (!added) return added.error();
    return secret;
}

journal::Outcome<api::Created> create_workshop(journal::Store& store, const domain::Blueprint& plan,
                                               base::Millis now) {
    base::RandomIds ids;
    return create_workshop(store, plan, now, {ids.fresh()});
}

journal::Outcome<api::Created> create_workshop(journal::Store& store, const domain::Blueprint& plan,
                                               base::Millis now, const domain::WorkshopId& id,
                                               const std::vector<domain::Event>& opening) {
    api::Created out{id, base::fresh_join_code(), {}, {}, {}};
    journal::Batch batch{out.id,
                         1,
                         {{1,
                           now,
                           {Role::organiser, {}},
                           std::nullopt,
                           domain::WorkshopCreated{out.id, out.code, plan}}}};
    for (const domain::Event& event : opening)
        batch.events.push_back(
            {batch.events.size() + 1, now, {Role::organiser, {}}, std::nullopt, event});
    if (auto done = store.append({&batch, 1}); !done) return done.error();
    const auto link = [&](Role role, std::string& secret) -> std::optional<journal::Problem> {
        auto added = add_link(store, out.id, role, now);
        if (!added) return added.error();
        secret = std::move(added).value();
        return std::nullopt;
    };
    if (auto problem = link(Role::facilitator, out.facilitator)) return *problem;
    if (auto problem = link(Role::screen, out.screen)) return *problem;
    if (auto problem = link(Role::reader, out.reader)) return *problem;
    return out;
}

}  // namespace atelier::app
