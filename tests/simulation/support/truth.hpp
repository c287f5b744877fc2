#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/decide.hpp"

/// What is on disk, as the world knows it without asking the server.
namespace atelier::simulation {

/// One run of events made by one command.
struct DoneOnce {
    domain::Seq last = 0;
    /// No command makes two events of a kind about the same idea.
    std::set<std::pair<std::size_t, std::string>> kinds;
};

struct Truth {
    domain::Workshop state;
    domain::Seq last = 0;
    std::map<std::string, std::vector<DoneOnce>>
        done;                           ///< by command id; one entry, or it was done twice
    std::set<std::string> once_public;  ///< what everyone could see some time
    std::set<std::string> phases;       ///< that were ever on the agenda: no secret
    std::map<std::string, int> names;   ///< how often a name was given
    std::vector<std::string> faults;

    void add(const domain::Recorded& recorded);
};

}  // namespace atelier::simulation
