#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/events.hpp"
#include "domain/workshop.hpp"
#include "insight/similarity.hpp"

namespace atelier::room {

/// Which ideas of a workshop say the same: the index that a room keeps beside its state, made once
/// and then kept in step with the events. Holds every idea that is neither hidden nor withdrawn.
class LookAlikes {
  public:
    explicit LookAlikes(const domain::Workshop& workshop);

    /// After the event was applied.
    void see(const domain::Workshop& workshop, const domain::Event& event);

    /// Published ideas that stand by themselves and seem to say this, best first, few.
    [[nodiscard]] std::vector<domain::IdeaId> offered(const domain::Workshop& workshop,
                                                      std::string_view text) const;
    /// An idea that seems to say the same as a new text.
    [[nodiscard]] std::optional<domain::IdeaId> nearest(std::string_view text) const;
    /// Published pairs that are neither in one group nor dismissed, best first. Kept until an idea
    /// changes: asking often costs little.
    [[nodiscard]] std::vector<insight::SimilarPair> pairs(const domain::Workshop& workshop) const;

  private:
    void update(const domain::Workshop& workshop, const domain::IdeaId& id);

    insight::SimilarIdeas index_;
    mutable std::optional<std::vector<insight::SimilarPair>> all_pairs_;
};

}  // namespace atelier::room
