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

namespace {

std::optional<journal::Problem> add_links(journal::Store& store, api::Created& out,
                                          base::Millis now) {
    const auto link = [&](Role role, std::string& secret) -> std::optional<journal::Problem> {
        auto added = add_link(store, out.id, role, now);
        if (!added) return added.error();
        secret = std::move(added).value();
        return std::nullopt;
    };
    if (auto problem = link(Role::facilitator, out.facilitator)) return problem;
    if (auto problem = link(Role::screen, out.screen)) return problem;
    return link(Role::reader, out.reader);
}

}  // namespace

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
    if (auto problem = add_links(store, out, now)) return *problem;
    return out;
}

journal::Outcome<api::Created> found_workshop(journal::Store& store,
                                              const api::Rooms::Beginning& beginning,
                                              base::Millis now) {
    base::RandomIds ids;
    api::Created out{{ids.fresh()}, base::fresh_join_code(), {}, {}, {}};
    const journal::Batch batch{out.id, 1, beginning(out.id, out.code)};
    if (auto done = store.append({&batch, 1}); !done) return done.error();
    if (auto problem = add_links(store, out, now)) {
        (void)store.erase(out.id);
        return *problem;
    }
    return out;
}

journal::Batch batch_of(const domain::WorkshopId& workshop, const journal::Head& head,
                        std::vector<domain::Event> events, base::Millis now) {
    journal::Batch out{workshop, head.seq + 1, {}};
    for (domain::Event& event : events)
        out.events.push_back({out.first + out.events.size(),
                              now,
                              {Role::facilitator, {}},
                              std::nullopt,
                              std::move(event)});
    return out;
}

}  // namespace atelier::app
