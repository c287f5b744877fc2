#pragma once

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "domain/agenda.hpp"
#include "domain/board.hpp"
#include "domain/comment.hpp"
#include "domain/idea.hpp"
#include "domain/ids.hpp"
#include "domain/reactions.hpp"
#include "domain/voices.hpp"
#include "domain/votes.hpp"

/// The state of one workshop: a fold of its journal by apply(), and of nothing else. A plain value;
/// one thread at a time. Lookups give a pointer into the workshop, or nullptr.
namespace atelier::domain {

struct Affiliation {
    AffiliationId id;
    std::string name;
};

struct Participant {
    ParticipantId id;
    std::string name;  ///< empty: not given
    std::optional<AffiliationId> affiliation;
    base::Millis joined_at = 0;
    std::size_t ideas_posted = 0;
    bool muted = false;    ///< may read, and write nothing
    bool removed = false;  ///< may not come in; what they gave stays
    bool erased = false;   ///< had their texts and name erased; does not come back
};

/// What a workshop is made from: its creation event, and a template once its language is chosen.
struct Blueprint {
    std::string title;
    std::string question;
    std::string language = "fr";
    std::vector<Affiliation> affiliations;
    std::vector<std::string> charter;
    std::vector<Board> boards;
    std::vector<Phase> phases;
    std::optional<WorkshopId> continues = {};  ///< the workshop whose boards it has
};

struct Workshop {
    WorkshopId id;
    std::string code;
    base::Millis created_at = 0;
    Blueprint plan;
    bool closed = false;
    std::vector<Idea> ideas;  ///< in order of posting
    std::unordered_map<ParticipantId, Participant> participants;
    std::unordered_map<PhaseId, Votes> votes;
    std::unordered_map<IdeaId, std::size_t> idea_index;
    std::unordered_map<IdeaId, std::vector<IdeaId>> groups = {};  ///< lead -> members, as they came
    std::set<std::pair<IdeaId, IdeaId>> dismissed = {};  ///< pairs that do not say the same
    std::vector<Comment> comments = {};                  ///< in order of posting
    std::vector<IdeaId> spotlight = {};
    bool posts_stopped = false;
    bool screen_frozen = false;
    bool anonymised = false;              ///< names, tokens and personal links are gone for good
    std::vector<Question> questions;      ///< in order of asking
    std::vector<Commitment> commitments;  ///< in order of making
    std::unordered_map<PhaseId, Weathers> weathers;
    std::unordered_map<PhaseId, Closings> closings;
    Reactions reactions = {};

    [[nodiscard]] const Idea* idea(const IdeaId& wanted) const noexcept;
    [[nodiscard]] const Phase* phase(const PhaseId& wanted) const noexcept;
    [[nodiscard]] const Phase* open_phase() const noexcept;
    [[nodiscard]] const Board* board(const BoardId& wanted) const noexcept;
    [[nodiscard]] const Participant* participant(const ParticipantId& wanted) const noexcept;
    [[nodiscard]] const Affiliation* affiliation(const AffiliationId& wanted) const noexcept;
    [[nodiscard]] const Votes* votes_of(const PhaseId& wanted) const noexcept;
    [[nodiscard]] const Comment* comment(const CommentId& wanted) const noexcept;
    /// The members of the group that this idea leads; none if it leads none.
    [[nodiscard]] const std::vector<IdeaId>& members(const IdeaId& lead) const noexcept;
    /// What stands for this idea on walls and ballots: the lead of its group, or itself.
    [[nodiscard]] IdeaId standing_for(const IdeaId& idea) const;
    [[nodiscard]] const Question* question(const QuestionId& wanted) const noexcept;
    [[nodiscard]] const Commitment* commitment(const CommitmentId& wanted) const noexcept;
    [[nodiscard]] const Weathers& weathers_of(const PhaseId& wanted) const noexcept;
    [[nodiscard]] const Closings& closings_of(const PhaseId& wanted) const noexcept;
};

/// Whether an idea waits for the reveal of a private collection (rule I8).
[[nodiscard]] bool kept_private(const Workshop& workshop, const Idea& idea) noexcept;
/// Whether everyone may see an idea: what is voted on, sorted and quoted.
[[nodiscard]] bool shown(const Workshop& workshop, const Idea& idea) noexcept;
/// Whether a vote is on this idea, as far as its list says (rule V9).
[[nodiscard]] bool in_vote(const Workshop& workshop, const Phase& vote,
                           const IdeaId& idea) noexcept;
/// What a vote is on now, in the order of posting.
[[nodiscard]] std::vector<const Idea*> ideas_in(const Workshop& workshop, const Phase& vote);

/// Rule RE4: how many people support an idea, or any of the group that it leads.
[[nodiscard]] std::size_t support_of(const Workshop& workshop, const IdeaId& idea);

/// Whether the counts of a phase may be shown to anyone at all: the one rule every frame, summary
/// and export asks (rule D6).
[[nodiscard]] bool counts_shown(const Workshop& workshop, const Phase& phase) noexcept;

/// Rule U6: how many people have a ballot in the open vote, or else in the last one that was open.
[[nodiscard]] std::size_t people_voted(const Workshop& workshop) noexcept;
[[nodiscard]] std::size_t people_posted(const Workshop& workshop) noexcept;

}  // namespace atelier::domain
