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

/// One more link for a role, beside those there are; the secret itself is only returned.
[[nodiscard]] journal::Outcome<std::string> add_link(
    journal::Store& store, const std::optional<domain::WorkshopId>& workshop, domain::Role role,
    base::Millis now);

}  // namespace atelier::app
