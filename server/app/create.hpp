#pragma once

#include "api/services.hpp"
#include "domain/workshop.hpp"
#include "journal/registry.hpp"

namespace atelier::app {

/// Makes a workshop with its code and its three links. Blocks on the disk.
[[nodiscard]] journal::Outcome<api::Created> create_workshop(journal::Store& store,
                                                             const domain::Blueprint& plan,
                                                             base::Millis now);
/// The same under an id of the caller's; `opening` is what happens in it first.
[[nodiscard]] journal::Outcome<api::Created> create_workshop(
    journal::Store& store, const domain::Blueprint& plan, base::Millis now,
    const domain::WorkshopId& id, const std::vector<domain::Event>& opening = {});

/// The same with all that an import tells of it, in one append; without its links nothing of it
/// stays.
[[nodiscard]] journal::Outcome<api::Created> found_workshop(journal::Store& store,
                                                            const api::Rooms::Beginning& beginning,
                                                            base::Millis now);

/// What a facilitator's hand adds behind `head`.
[[nodiscard]] journal::Batch batch_of(const domain::WorkshopId& workshop, const journal::Head& head,
                                      std::vector<domain::Event> events, base::Millis now);

/// One more link for a role, beside those there are; the secret itself is only returned.
[[nodiscard]] journal::Outcome<std::string> add_link(
    journal::Store& store, const std::optional<domain::WorkshopId>& workshop, domain::Role role,
    base::Millis now);

}  // namespace atelier::app
