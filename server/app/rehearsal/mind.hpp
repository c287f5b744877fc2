#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "domain/commands.hpp"
#include "domain/events.hpp"
#include "domain/workshop.hpp"

/// What simulated people see and want. Pure: time and seed come in as arguments (RH7).
namespace atelier::app::rehearsal {

/// The workshop as anyone in it sees it; kept once for all bots.
struct Scene {
    domain::Seq seq = 0;
    std::string language = "fr";
    std::optional<domain::Phase> open;
    std::vector<domain::Board> boards;
    std::vector<domain::IdeaId> ideas;  ///< published ones
};

/// One person: thinks for a while, then does something that the open phase allows, within its
/// limits, until nothing is left to do. The same seed and scenes give the same wishes.
///
/// The pace is a hand's: an idea takes 8 to 30 s, a card 6 to 20 s, a dot 2 to 6 s.
class Mind {
  public:
    explicit Mind(std::uint64_t seed) : chance_(seed) {}

    /// Something to do at `now`, if the time has come; `number` marks the text of an idea.
    [[nodiscard]] std::optional<domain::Command> wish(const Scene& scene, base::Millis now,
                                                      std::size_t number);
    /// The cards that this person was handed.
    void hold(std::vector<domain::IdeaId> cards);
    [[nodiscard]] base::Uuid fresh_id();

  private:
    void turn_to(const domain::Phase& phase, base::Millis now);
    void think(base::Millis now, const domain::PhaseSettings& settings);
    [[nodiscard]] std::size_t below(std::size_t count);
    [[nodiscard]] std::optional<domain::Command> in_collect(const domain::CollectSettings& settings,
                                                            const Scene& scene, std::size_t number);
    [[nodiscard]] std::optional<domain::Command> in_dots(const domain::DotsSettings& settings,
                                                         const Scene& scene);
    [[nodiscard]] std::optional<domain::Command> in_useful();
    [[nodiscard]] std::optional<domain::Command> in_vote(domain::Method method, const Scene& scene);
    [[nodiscard]] std::optional<domain::Command> once(const domain::PhaseSettings& settings,
                                                      const Scene& scene, std::size_t number);
    [[nodiscard]] std::optional<domain::Command> in_sort(const domain::SortSettings& settings,
                                                         const Scene& scene);

    std::mt19937_64 chance_;
    domain::PhaseId phase_;
    base::Millis next_ = 0;
    std::size_t posted_ = 0;  ///< in this phase, as what follows
    int spent_ = 0;
    std::map<domain::IdeaId, int> dots_;
    std::vector<domain::IdeaId> cards_;  ///< in hand, not judged
};

/// "… (137)" is 137; nothing for a text that no bot wrote.
[[nodiscard]] std::optional<std::size_t> number_in(std::string_view text) noexcept;

}  // namespace atelier::app::rehearsal
