#pragma once

#include "api/services.hpp"
#include "app/options.hpp"
#include "journal/registry.hpp"

/// The commands that work on a folder or a file and end. Each gives the exit code: 0 done, 1 failed
/// with the reason on standard error, 2 usage.
namespace atelier::app {

[[nodiscard]] int create_from_command_line(const Asked& asked);
[[nodiscard]] int export_workshop(const Asked& asked);
[[nodiscard]] int verify(const Asked& asked);
[[nodiscard]] int rebuild(const Asked& asked);
/// A new organiser link, for whoever can write the folder and has lost theirs.
[[nodiscard]] int organiser_link(const Asked& asked);

/// What `workshop create` and `import` print of a workshop that they made.
void print_created(const Asked& asked, const api::Created& created);
/// A workshop by its id or its join code; or that there is none, in words.
[[nodiscard]] base::Result<domain::WorkshopId, std::string> find_workshop(journal::Store& store,
                                                                          const std::string& name);
/// Says why something could not be done; 1.
int fail(std::string_view why);
/// Says what is wrong with a command line; 2.
int misused(std::string_view why);

}  // namespace atelier::app
