#pragma once

#include "domain/counsel.hpp"
#include "insight/ranking.hpp"

namespace atelier::insight {

/// The mathematics behind the decisions of a workshop. Stateless: one for everyone, any thread.
[[nodiscard]] const domain::Counsel& counsel() noexcept;

/// Ideas of a vote in the order of its method, a group by its union (G7), by their position in `ideas`: dots by IN5, useful by
/// IN4, judgment by IN8; impact_effort by the higher median impact, then the lower median effort;
/// consent by fewer objections, then fewer reservations, then more who agree. What nobody voted on
/// comes last.
[[nodiscard]] std::vector<Place> rank_by(const domain::Workshop& workshop,
                                         const domain::Phase& vote,
                                         const std::vector<const domain::Idea*>& ideas);

}  // namespace atelier::insight
