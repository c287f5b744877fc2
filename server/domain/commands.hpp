#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/agenda.hpp"
#include "domain/board.hpp"
#include "domain/idea.hpp"
#include "domain/ids.hpp"
#include "domain/voices.hpp"
#include "domain/votes.hpp"

/// What people ask for. A command is decided against the workshop's state and becomes events or a
/// refusal; it is never applied itself.
namespace atelier::domain {

enum class Role { participant, facilitator, screen, reader, organiser, moderator };

struct Actor {
    Role role = Role::screen;
    ParticipantId participant = {};  ///< empty unless the role is participant
};

struct PostIdea {
    std::string text;
    std::optional<ScaleId> scale;
};
struct EditIdea {
    IdeaId idea;
    std::string text;
};
struct WithdrawIdea {
    IdeaId idea;
};
struct PublishIdea {
    IdeaId idea;
};
struct HideIdea {
    IdeaId idea;
    HideReason reason;
};

/// A number is dots or a grade: which of them is the open phase's to say.
using VoteValue = std::variant<int, Judgement, Scores, Answer>;

struct CastVote {
    IdeaId idea;
    VoteValue value;
};
struct ClearVote {
    std::optional<IdeaId> idea;
};  ///< absent: the whole ballot

struct SetPlacement {
    std::optional<BoardId> board;  ///< absent: the board of the open phase
    IdeaId idea;
    std::optional<LeverId> lever;  ///< absent: back to the unsorted tray
    std::optional<ScaleId> scale;
    bool keep_scale = false;  ///< leave the card in its row, or in the one its author suggested
};

struct OpenPhase {
    PhaseId phase;
    std::optional<std::vector<IdeaId>> ideas = {};  ///< what a vote is on, whatever was planned
};
struct ReopenPhase {
    PhaseId phase;
};
struct ClosePhase {
    PhaseId phase;
};
struct ExtendPhase {
    PhaseId phase;
    int minutes;
};
struct RevealResults {
    PhaseId phase;
};
struct CloseWorkshop {};

/// These two come from the HTTP API, never in a client's frame.
struct Join {
    ParticipantId participant;  ///< fresh, or someone who comes back
    std::optional<std::string> name;
    std::optional<AffiliationId> affiliation;
    std::string credential;  ///< digest of the token that will prove who it is; empty if unchanged
};
struct UpdateWorkshop {
    std::optional<std::string> title, question;
};

/// Boards while people work on them. Where `board` is absent the lever tells, or there is one only.
struct NewLever {
    std::string name;
    std::optional<std::string> symbol, colour;  ///< absent: one that is free
    std::string help = {};
};
struct AddBoard {
    std::string title;
    std::vector<NewLever> levers = {};
    std::vector<Scale> scales = {};
};
struct AddLever {
    std::optional<BoardId> board;
    NewLever lever;
    std::optional<LeverId> after = {};  ///< absent: at the end
};
struct RenameLever {
    std::optional<BoardId> board;
    LeverId lever;
    std::string name;
    std::optional<std::string> help = {};  ///< absent: as it was
};
struct MergeLevers {
    std::optional<BoardId> board;
    std::vector<LeverId> levers;
    LeverId into;
};
struct SplitLever {
    std::optional<BoardId> board;
    LeverId lever;
    NewLever fresh;
    std::vector<IdeaId> ideas = {};  ///< the cards that go to the new one
};
struct MoveLever {
    std::optional<BoardId> board;
    LeverId lever;
    std::optional<LeverId> after;  ///< absent: to the front
};
struct RemoveLever {
    std::optional<BoardId> board;
    LeverId lever;
};
struct RestoreLever {
    std::optional<BoardId> board;
    LeverId lever;
};
struct SettlePlacement {
    std::optional<BoardId> board;
    IdeaId idea;
    std::optional<LeverId> lever;
    std::optional<ScaleId> scale;
    bool keep_scale = false;
};
struct ReleasePlacement {
    std::optional<BoardId> board;
    IdeaId idea;
};

/// Groups of ideas that say the same.
struct MergeIdeas {
    std::vector<IdeaId> ideas;
    IdeaId into;
};
struct UnmergeIdea {
    IdeaId idea;
};
struct DismissPair {
    IdeaId one, other;
};

/// Moderation.
struct RewordIdea {
    IdeaId idea;
    std::string text;
};
struct AnswerIdea {
    IdeaId idea;
    std::string text;  ///< empty: takes the answer back
};
struct MuteParticipant {
    ParticipantId participant;
    bool muted;
};
struct RemoveParticipant {
    ParticipantId participant;
};
struct RestoreParticipant {
    ParticipantId participant;
};
struct StopPosts {
    bool stopped;
};
struct FreezeScreen {
    bool frozen;
};
struct SetSpotlight {
    std::vector<IdeaId> ideas;
};
struct ClearSpotlight {};
struct PostComment {
    IdeaId idea;
    std::string text;
};
struct HideComment {
    CommentId comment;
    HideReason reason;
};
struct WithdrawComment {
    CommentId comment;
};

/// Supports an idea, or does no longer.
struct SetReaction {
    IdeaId idea;
    bool value;
};

/// Decided by the room, not by decide(): for a minute nobody else reviews these ideas.
struct TakeReview {
    std::vector<IdeaId> ideas;
};
struct ReleaseReview {
    std::vector<IdeaId> ideas;
};

/// Those settings that someone gives; each kind of phase heeds its own.
struct SettingsChange {
    std::optional<Moderation> moderation = {};
    std::optional<std::size_t> max_per_person = {}, max_graphemes = {};
    std::optional<bool> ask_scale = {}, comments = {}, reactions = {}, any_card = {};
    std::optional<bool> private_until_reveal = {};
    std::optional<BoardId> board = {};
    std::optional<SortMode> mode = {};
    std::optional<Method> method = {};
    std::optional<int> budget = {}, max_per_idea = {};
    std::optional<bool> hidden = {};
    std::optional<Selection> ideas = {};
    std::optional<bool> weather = {}, charter = {};
    std::optional<bool> roti = {}, sentence = {};
    std::optional<std::string> action = {}, next = {};
};
struct InsertPhase {
    PhaseKind kind;
    std::string title, prompt;
    int minutes;
    SettingsChange settings;
    std::optional<PhaseId> after;  ///< absent: the first place behind what has been opened
};
struct UpdatePhase {
    PhaseId phase;
    std::optional<std::string> title = {}, prompt = {};
    std::optional<int> minutes = {};
    std::optional<SettingsChange> settings = {};
};
struct MovePhase {
    PhaseId phase;
    std::optional<PhaseId> after;  ///< absent: the first place behind what has been opened
};
struct RemovePhase {
    PhaseId phase;
};
struct RepeatPhase {
    PhaseId phase;
};
struct DrawCards {};

struct ChooseWeather {
    Weather weather;
};
struct ChooseAffiliation {
    std::optional<AffiliationId> affiliation;  ///< absent: none
};
struct AskQuestion {
    std::string text;
};
struct UpvoteQuestion {
    QuestionId question;
    bool value;
};
struct WithdrawQuestion {
    QuestionId question;
};
struct PublishQuestion {
    QuestionId question;
};
struct HideQuestion {
    QuestionId question;
    HideReason reason;
};
struct AnswerQuestion {
    QuestionId question;
    std::optional<std::string> text;  ///< absent: answered aloud
};
struct MakeCommitment {
    Promise promise;
};
struct EditCommitment {
    CommitmentId commitment;
    Promise promise;
};
struct WithdrawCommitment {
    CommitmentId commitment;
};
struct HideCommitment {
    CommitmentId commitment;
    HideReason reason;
};
struct PublishCommitment {
    CommitmentId commitment;
};
struct SayClosing {
    Closing closing;
};

struct FollowCommitment {
    CommitmentId commitment;
    FollowUp status;
    std::string note;  ///< empty: none
};
/// These three come from the HTTP API, never in a client's frame.
struct EraseParticipant {
    ParticipantId participant;
};
struct EraseIdea {
    IdeaId idea;
};
struct AnonymiseWorkshop {};

/// One command of any kind; a type of its own for the same reason as Event.
struct Command
    : std::variant<PostIdea, EditIdea, WithdrawIdea, PublishIdea, HideIdea, CastVote, ClearVote,
                   SetPlacement, OpenPhase, ReopenPhase, ClosePhase, ExtendPhase, RevealResults,
                   CloseWorkshop, Join, UpdateWorkshop,
                   // boards
                   AddBoard, AddLever, RenameLever, MergeLevers, SplitLever, MoveLever, RemoveLever,
                   RestoreLever, SettlePlacement, ReleasePlacement,
                   // groups and moderation
                   MergeIdeas, UnmergeIdea, DismissPair, RewordIdea, AnswerIdea, MuteParticipant,
                   RemoveParticipant, RestoreParticipant, StopPosts, FreezeScreen, SetSpotlight,
                   ClearSpotlight, PostComment, HideComment, WithdrawComment, TakeReview,
                   ReleaseReview,
                   // the agenda while it runs, and cards to judge
                   InsertPhase, UpdatePhase, MovePhase, RemovePhase, RepeatPhase, DrawCards,
                   // coming, listening, committing, leaving
                   ChooseWeather, ChooseAffiliation, AskQuestion, UpvoteQuestion, WithdrawQuestion,
                   PublishQuestion, HideQuestion, AnswerQuestion, MakeCommitment, EditCommitment,
                   WithdrawCommitment, HideCommitment, PublishCommitment, SayClosing, SetReaction,
                   // the day after: follow-up and erasure
                   FollowCommitment, EraseParticipant, EraseIdea, AnonymiseWorkshop> {
    using variant::variant;
    Command(const Command&);
    Command(Command&&) noexcept;
    Command& operator=(const Command&);
    Command& operator=(Command&&) noexcept;
    ~Command();
};

}  // namespace atelier::domain
