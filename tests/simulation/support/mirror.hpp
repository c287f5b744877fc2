#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "domain/events.hpp"

namespace atelier::simulation {

using nlohmann::json;

/// A client's copy of what its role may know, folded from frames as protocol/README.md says.
struct Mirror {
    std::string epoch;
    domain::Seq seq = 0;
    json you, workshop, boards, people;
    std::map<std::string, json> phases, ideas;
    std::map<std::string, json> reasons;                             ///< by phase
    std::map<std::pair<std::string, std::string>, json> placements;  ///< by board and idea
    std::map<std::string, json> questions, commitments;
    std::map<std::pair<std::string, std::string>, json> sentences;  ///< by phase and author
    json tallies;
    json screen, leases;
    std::map<std::string, json> comments, restricted;

    explicit Mirror(const json& welcome);
    void apply(const json& delta);

    [[nodiscard]] const json* open_phase() const;
    /// Equal for two mirrors that say the same.
    [[nodiscard]] json canonical() const;

  private:
    void apply_event(const json& event);
    void put(const json& idea);
    void gone(const json& event);
    bool apply_moderation(const std::string& what, const json& event);
    void said(const json& event);
    void without_place(const std::string& id);
    void learn(const json& event);
    bool voice(const std::string& what, const json& event);
    static void put_or_drop(std::map<std::string, json>& all, const json& event,
                            const char* member);
    [[nodiscard]] bool graded(const std::string& phase) const;
};

}  // namespace atelier::simulation
