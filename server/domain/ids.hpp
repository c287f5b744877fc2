#pragma once

#include "base/ids.hpp"

/// The names of things in a workshop. Each is unique within its workshop, opaque to clients.
namespace atelier::domain {

using WorkshopId = base::Id<struct WorkshopTag>;
using PhaseId = base::Id<struct PhaseTag>;
using BoardId = base::Id<struct BoardTag>;
using LeverId = base::Id<struct LeverTag>;
using ScaleId = base::Id<struct ScaleTag>;
using IdeaId = base::Id<struct IdeaTag>;
using ParticipantId = base::Id<struct ParticipantTag>;
using AffiliationId = base::Id<struct AffiliationTag>;
using CommentId = base::Id<struct CommentTag>;
using QuestionId = base::Id<struct QuestionTag>;
using CommitmentId = base::Id<struct CommitmentTag>;

}  // namespace atelier::domain
