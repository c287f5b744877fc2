#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "base/clock.hpp"
#include "domain/commands.hpp"
#include "domain/workshop.hpp"

/// What happened. The journal of these is the workshop; everything else is a fold of it. An event
/// carries what was decided, so that applying it needs no rule and no clock.
namespace atelier::domain {

struct WorkshopCreated {
    WorkshopId workshop;
    std::string code;
    Blueprint plan;
};
struct WorkshopUpdated {
    std::optional<std::string> title, question;
};
struct WorkshopClosed {};

struct ParticipantJoined {
    ParticipantId participant;
    std::string name;
    std::optional<AffiliationId> affiliation;
    std::string credential;
};
struct ParticipantUpdated {
    ParticipantId participant;
    std::optional<std::string> name;
    std::optional<AffiliationId> affiliation;
    std::string credential;  ///< empty: unchanged
};

struct PhaseOpened {
    PhaseId phase;
    base::Millis ends_at;
    std::optional<std::vector<IdeaId>> ideas = {};  ///< what a vote is on; absent: all published
};
struct PhaseReopened {
    PhaseId phase;
    base::Millis ends_at;
};
struct PhaseClosed {
    PhaseId phase;
};
struct PhaseExtended {
    PhaseId phase;
    base::Millis ends_at;
};
struct ResultsRevealed {
    PhaseId phase;
};

struct IdeaPosted {
    IdeaId idea;
    PhaseId phase;
    std::optional<ParticipantId> author;
    std::string text;
    std::optional<ScaleId> scale;
    IdeaStatus status;
    bool reviewed;
    std::optional<IdeaId> look_alike = {};        ///< an earlier idea that seemed to say the same
    std::optional<WorkshopId> carried_from = {};  ///< it has the same id there
};
struct IdeaEdited {
    IdeaId idea;
    std::string text;
    IdeaStatus status;
    bool reviewed;
    bool was_published = false;  ///< rule M8: whether it has to be taken off the screens
};
struct IdeaWithdrawn {
    IdeaId idea;
    bool was_published;
};
struct IdeaPublished {
    IdeaId idea;
};
struct IdeaHidden {
    IdeaId idea;
    HideReason reason;
    bool was_published;
};

struct VoteCast {
    PhaseId phase;
    ParticipantId participant;
    IdeaId idea;
    Choice choice;
};
struct VoteCleared {
    PhaseId phase;
    ParticipantId participant;
    std::optional<IdeaId> idea;
};

struct PlacementSet {
    BoardId board;
    IdeaId idea;
    Placement placement;
};

/// Boards while people work on them. The whole definition: nothing lies on the board in an event.
enum class BoardChange {
    board_added,
    lever_added,
    lever_renamed,
    levers_merged,
    lever_split,
    lever_moved,
    lever_removed,
    lever_restored
};
struct BoardChanged {
    BoardChange what;
    Board board;
    std::vector<LeverId> levers;     ///< those it is about; of a split: from which, to which
    std::vector<IdeaId> ideas = {};  ///< of a split: the cards that go to the new lever
};
struct PlacementChosen {
    BoardId board;
    IdeaId idea;
    ParticipantId participant;
    Place place;
};
struct PlacementReleased {
    BoardId board;
    IdeaId idea;
};

struct IdeasMerged {
    IdeaId lead;
    std::vector<IdeaId> members;  ///< all that were not led by it before
};
struct IdeasUnmerged {
    IdeaId lead;
    std::vector<IdeaId> members;
};
struct PairDismissed {
    IdeaId one, other;
};

struct IdeaReworded {
    IdeaId idea;
    std::string text;
};
struct IdeaAnswered {
    IdeaId idea;
    std::string text;
};
struct ParticipantMuted {
    ParticipantId participant;
    bool muted;
};
struct ParticipantRemoved {
    ParticipantId participant;
};
struct ParticipantRestored {
    ParticipantId participant;
};
struct PostsStopped {
    bool stopped;
};
struct ScreenFrozen {
    bool frozen;
};
struct SpotlightSet {
    std::vector<IdeaId> ideas;  ///< none: cleared
};
struct CommentPosted {
    CommentId comment;
    IdeaId idea;
    std::optional<ParticipantId> author;
    std::string text;
};
struct CommentHidden {
    CommentId comment;
    HideReason reason;
};
struct CommentWithdrawn {
    CommentId comment;
};

/// The new phase stands right behind `after`, or first.
struct PhaseInserted {
    Phase phase;
    std::optional<PhaseId> after;
};
/// Title, prompt, minutes and settings are those of `phase`; nothing else of it counts.
struct PhaseUpdated {
    Phase phase;
};
struct PhaseMoved {
    PhaseId phase;
    std::optional<PhaseId> after;
};
struct PhaseRemoved {
    PhaseId phase;
};
struct CardsDrawn {
    PhaseId phase;
    ParticipantId participant;
    std::vector<IdeaId> ideas;  ///< those in hand now, former ones included
};

struct WeatherChosen {
    PhaseId phase;
    ParticipantId participant;
    Weather weather;
};
struct AffiliationChosen {
    ParticipantId participant;
    std::optional<AffiliationId> affiliation;  ///< absent: none
};
struct QuestionAsked {
    QuestionId question;
    PhaseId phase;
    std::optional<ParticipantId> author;
    std::string text;
    IdeaStatus status;
    bool reviewed;
};
struct QuestionUpvoted {
    QuestionId question;
    ParticipantId participant;
    bool value;
};
struct QuestionWithdrawn {
    QuestionId question;
    bool was_published;
};
struct QuestionPublished {
    QuestionId question;
};
struct QuestionHidden {
    QuestionId question;
    HideReason reason;
    bool was_published;
};
struct QuestionAnswered {
    QuestionId question;
    std::string text;  ///< empty: aloud
};
struct CommitmentMade {
    CommitmentId commitment;
    PhaseId phase;
    std::optional<ParticipantId> author;
    Promise promise;
};
struct CommitmentEdited {
    CommitmentId commitment;
    Promise promise;
};
struct CommitmentWithdrawn {
    CommitmentId commitment;
    bool was_published;
};
struct CommitmentPublished {
    CommitmentId commitment;
};
struct CommitmentHidden {
    CommitmentId commitment;
    HideReason reason;
    bool was_published;
};
struct ClosingSaid {
    PhaseId phase;
    ParticipantId participant;
    Closing closing;
};

struct ReactionSet {
    IdeaId idea;
    ParticipantId participant;
    bool value;  ///< supports it, or does no longer
};

/// The day after.
struct CommitmentFollowed {
    CommitmentId commitment;
    FollowUp status;
    std::string note;  ///< empty: none
};
/// These three take what earlier events sealed with them (journal.hpp, J16): what is erased is in
/// no fold any more, neither now nor when the journal is read again.
struct ParticipantErased {
    ParticipantId participant;
};
struct IdeaErased {
    IdeaId idea;
};
struct WorkshopAnonymised {};

/// One event of any kind. A type of its own rather than a name: what copies and destroys sixty kinds
/// is compiled once, in events.cpp, not in every file that passes an event on.
struct Event
    : std::variant<
          WorkshopCreated, WorkshopUpdated, WorkshopClosed, ParticipantJoined, ParticipantUpdated,
          PhaseOpened, PhaseReopened, PhaseClosed, PhaseExtended, ResultsRevealed, IdeaPosted,
          IdeaEdited, IdeaWithdrawn, IdeaPublished, IdeaHidden, VoteCast, VoteCleared, PlacementSet,
          // boards
          BoardChanged, PlacementChosen, PlacementReleased,
          // groups and moderation
          IdeasMerged, IdeasUnmerged, PairDismissed, IdeaReworded, IdeaAnswered, ParticipantMuted,
          ParticipantRemoved, ParticipantRestored, PostsStopped, ScreenFrozen, SpotlightSet,
          CommentPosted, CommentHidden, CommentWithdrawn,
          // the agenda while it runs, and cards to judge
          PhaseInserted, PhaseUpdated, PhaseMoved, PhaseRemoved, CardsDrawn,
          // coming, listening, committing, leaving
          WeatherChosen, AffiliationChosen, QuestionAsked, QuestionUpvoted, QuestionWithdrawn,
          QuestionPublished, QuestionHidden, QuestionAnswered, CommitmentMade, CommitmentEdited,
          CommitmentWithdrawn, CommitmentPublished, CommitmentHidden, ClosingSaid,
          // reactions
          ReactionSet,
          // the day after: follow-up and erasure
          CommitmentFollowed, ParticipantErased, IdeaErased, WorkshopAnonymised> {
    using variant::variant;
    Event(const Event&);
    Event(Event&&) noexcept;
    Event& operator=(const Event&);
    Event& operator=(Event&&) noexcept;
    ~Event();
};

/// Counts a workshop's events: the first has 1. Gapless.
using Seq = std::uint64_t;

/// An event in its place in the journal: when, by whom, because of which command.
struct Recorded {
    Seq seq = 0;
    base::Millis at = 0;
    Actor actor;
    std::optional<base::Uuid> command;  ///< absent for what no client's command asked
    Event event;
};

}  // namespace atelier::domain
