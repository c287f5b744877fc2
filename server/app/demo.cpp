#include "app/demo.hpp"

#include <algorithm>
#include <fstream>

#include "app/create.hpp"
#include "base/clock.hpp"
#include "domain/decide.hpp"
#include "insight/counsel.hpp"
#include "wire/templates.hpp"

namespace atelier::app {
namespace {

using domain::Role;

constexpr std::string_view demo_template = "resilience-territoriale";

/// The workshop that the folder's last demonstration was, if it can still be joined.
std::optional<journal::WorkshopRow> earlier(journal::Store& store,
                                            const std::filesystem::path& note) {
    std::string id;
    if (!(std::ifstream(note) >> id)) return std::nullopt;
    auto found = store.find_workshop({id});
    if (!found || !found.value() || found.value()->closed) return std::nullopt;
    return std::move(found).value();
}

domain::Phase* first_collection(domain::Blueprint& plan) {
    const auto collects = [](const domain::Phase& phase) {
        return std::holds_alternative<domain::CollectSettings>(phase.settings);
    };
    const auto found = std::ranges::find_if(plan.phases, collects);
    return found == plan.phases.end() ? nullptr : &*found;
}

/// Opens a phase, the way a facilitator would.
base::Result<base::Done, std::string> open(journal::Store& store, const domain::WorkshopId& id,
                                           const domain::PhaseId& phase) {
    const auto loaded = store.load(id);
    if (!loaded) return loaded.error().cause;
    const domain::Actor facilitator{Role::facilitator, {}};
    const base::Millis now = base::now_ms();
    auto events = domain::decide(loaded.value().state, domain::OpenPhase{phase}, facilitator,
                                 {now, {}, &insight::counsel()});
    if (!events) return std::string(domain::text(events.error().code));
    journal::Batch batch{id, loaded.value().head.seq + 1, {}};
    domain::Seq seq = batch.first;
    for (domain::Event& event : events.value())
        batch.events.push_back({seq++, now, facilitator, std::nullopt, std::move(event)});
    if (const auto done = store.append({&batch, 1}); !done) return done.error().cause;
    return base::Done{};
}

base::Result<Demo, std::string> fresh(journal::Store& store, const std::filesystem::path& note) {
    auto plan = wire::blueprint(demo_template, "fr");
    ATELIER_CHECK(plan.ok());
    domain::Phase* collection = first_collection(plan.value());
    ATELIER_CHECK(collection != nullptr);
    // Whoever tries it alone wants to see what was posted without having to find the reveal.
    std::get<domain::CollectSettings>(collection->settings).private_until_reveal = false;
    const auto created = create_workshop(store, plan.value(), base::now_ms());
    if (!created) return created.error().cause;
    const api::Created& made = created.value();
    if (auto opened = open(store, made.id, collection->id); !opened) return opened.error();
    std::ofstream(note) << made.id.text << '\n';
    return Demo{made.code, made.facilitator, made.screen};
}

}  // namespace

base::Result<Demo, std::string> ready_demo(journal::Store& store,
                                           const std::filesystem::path& folder) {
    const std::filesystem::path note = folder / "demonstration";
    const auto known = earlier(store, note);
    if (!known) return fresh(store, note);
    auto facilitator = add_link(store, known->id, Role::facilitator, base::now_ms());
    if (!facilitator) return facilitator.error().cause;
    auto screen = add_link(store, known->id, Role::screen, base::now_ms());
    if (!screen) return screen.error().cause;
    return Demo{known->code, std::move(facilitator).value(), std::move(screen).value()};
}

}  // namespace atelier::app
