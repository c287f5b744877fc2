#pragma once

#include <optional>
#include <vector>

#include "domain/decide.hpp"

/// The rule families behind decide(). Each takes one command and gives its events or the refusal.
/// Ids of rules stand beside the functions that carry them; tests begin with them.
namespace atelier::domain::rules {

using Events = Decided<std::vector<Event>>;

struct Asked {
    const Workshop& workshop;
    const Actor& actor;
    const Moment& moment;
};

// A: agenda (phases.cpp)
Events open(const Asked& asked, const OpenPhase& command);
Events reopen(const Asked& asked, const ReopenPhase& command);
Events close(const Asked& asked, const ClosePhase& command);
Events extend(const Asked& asked, const ExtendPhase& command);
Events reveal(const Asked& asked, const RevealResults& command);

// W: workshop as a whole (workshop_rules.cpp); U: people (people.cpp)
Events close_workshop(const Asked& asked, const CloseWorkshop& command);
Events update_workshop(const Asked& asked, const UpdateWorkshop& command);
Events join(const Asked& asked, const Join& command);

// I: ideas (ideas.cpp)
Events post(const Asked& asked, const PostIdea& command);
Events edit(const Asked& asked, const EditIdea& command);
Events withdraw(const Asked& asked, const WithdrawIdea& command);

// M: moderation (moderation.cpp)
Events publish(const Asked& asked, const PublishIdea& command);
Events hide(const Asked& asked, const HideIdea& command);

// V: votes (votes_cast.cpp); D: dots (ballots.cpp)
Events cast(const Asked& asked, const CastVote& command);
Events clear(const Asked& asked, const ClearVote& command);
Events cast_dots(const Asked& asked, const Phase& phase, const DotsSettings& settings,
                 const IdeaId& idea, int dots);

// B: boards (boards.cpp)
Events place(const Asked& asked, const SetPlacement& command);

// L: levers (levers.cpp); B: crowd sorting (crowd.cpp)
Events add_board(const Asked& asked, const AddBoard& command);
Events add_lever(const Asked& asked, const AddLever& command);
Events rename_lever(const Asked& asked, const RenameLever& command);
Events merge_levers(const Asked& asked, const MergeLevers& command);
Events split_lever(const Asked& asked, const SplitLever& command);
Events move_lever(const Asked& asked, const MoveLever& command);
Events remove_lever(const Asked& asked, const RemoveLever& command);
Events restore_lever(const Asked& asked, const RestoreLever& command);
Events settle(const Asked& asked, const SettlePlacement& command);
Events release(const Asked& asked, const ReleasePlacement& command);

// G: groups (groups.cpp)
Events merge(const Asked& asked, const MergeIdeas& command);
Events unmerge(const Asked& asked, const UnmergeIdea& command);
Events dismiss(const Asked& asked, const DismissPair& command);

// M: moderation (review.cpp); X: people (restraint.cpp); S: the screen (spotlight.cpp)
Events reword(const Asked& asked, const RewordIdea& command);
Events answer(const Asked& asked, const AnswerIdea& command);
Events mute(const Asked& asked, const MuteParticipant& command);
Events remove(const Asked& asked, const RemoveParticipant& command);
Events restore(const Asked& asked, const RestoreParticipant& command);
Events stop_posts(const Asked& asked, const StopPosts& command);
Events freeze(const Asked& asked, const FreezeScreen& command);
Events spotlight(const Asked& asked, const SetSpotlight& command);
Events clear_spotlight(const Asked& asked, const ClearSpotlight& command);

// K: comments (comments.cpp)
Events post_comment(const Asked& asked, const PostComment& command);
Events hide_comment(const Asked& asked, const HideComment& command);
Events withdraw_comment(const Asked& asked, const WithdrawComment& command);

// RE: reactions (reactions.cpp)
Events react(const Asked& asked, const SetReaction& command);

/// Rules X1 to X3: what who is muted, or removed, or finds posting stopped, may not do now.
[[nodiscard]] std::optional<Refusal> restrained(const Workshop& workshop, const Actor& actor,
                                                const Command& command);

/// Rules G5 and SP2: what goes before an idea leaves the screens: its group and its spotlight.
[[nodiscard]] std::vector<Event> leaving_screens(const Workshop& workshop, const Idea& idea);

/// A person's vote on what stands for a group: the best they gave to any of it (rule G4).
[[nodiscard]] int dots_on_group(const Workshop& workshop, const Ballot& ballot, const IdeaId& lead);

// H: coming, Z: leaving (arrivals.cpp); QU: questions (questions.cpp); C: commitments
// (commitments.cpp)
Events choose_weather(const Asked& asked, const ChooseWeather& command);
Events choose_affiliation(const Asked& asked, const ChooseAffiliation& command);
Events say_closing(const Asked& asked, const SayClosing& command);
Events ask(const Asked& asked, const AskQuestion& command);
Events upvote(const Asked& asked, const UpvoteQuestion& command);
Events withdraw_question(const Asked& asked, const WithdrawQuestion& command);
Events publish_question(const Asked& asked, const PublishQuestion& command);
Events hide_question(const Asked& asked, const HideQuestion& command);
Events answer(const Asked& asked, const AnswerQuestion& command);
Events make(const Asked& asked, const MakeCommitment& command);
Events edit_commitment(const Asked& asked, const EditCommitment& command);
Events withdraw_commitment(const Asked& asked, const WithdrawCommitment& command);
Events hide_commitment(const Asked& asked, const HideCommitment& command);
Events publish_commitment(const Asked& asked, const PublishCommitment& command);
Events follow_commitment(const Asked& asked, const FollowCommitment& command);

// E: erasure (erasure.cpp)
Events erase_participant(const Asked& asked, const EraseParticipant& command);
Events erase_idea(const Asked& asked, const EraseIdea& command);
Events anonymise(const Asked& asked, const AnonymiseWorkshop& command);

/// Rules M1, M2, M3: what the policy makes of a new or changed text.
struct FirstStatus {
    IdeaStatus status;
    bool reviewed;
};
[[nodiscard]] FirstStatus first_status(Moderation policy, Role author) noexcept;

// V: cards to judge (votes_cards.cpp)
Events draw(const Asked& asked, const DrawCards& command);

// V: what a vote is on, found when it is opened (votes_ideas.cpp); absent: whatever is published
using VoteIdeas = std::optional<std::vector<IdeaId>>;
[[nodiscard]] Decided<VoteIdeas> resolve(const Asked& asked, const Phase& phase,
                                         const VoteIdeas& wanted);
/// Why no vote may be cast on an idea, if so (rules D1, V2).
[[nodiscard]] std::optional<Refusal> not_votable(const Workshop& workshop, const Phase& vote,
                                                 const IdeaId& idea);
// G: groups in a vote (votes_cast.cpp). The lead first:
[[nodiscard]] std::vector<IdeaId> group_of(const Workshop& workshop, const IdeaId& idea);
/// The strongest that a ballot says about an idea's group.
[[nodiscard]] std::optional<Choice> choice_about(const Workshop& workshop, const Ballot& ballot,
                                                 const IdeaId& idea);
Events with_group(const Asked& asked, const Phase& phase, const IdeaId& idea, const Choice& choice);
[[nodiscard]] const Ballot& ballot_of(const Workshop& workshop, const PhaseId& phase,
                                      const ParticipantId& who) noexcept;

// A: the agenda while it runs (agenda_changes.cpp), settings (agenda_settings.cpp)
Events insert(const Asked& asked, const InsertPhase& command);
Events update(const Asked& asked, const UpdatePhase& command);
Events move(const Asked& asked, const MovePhase& command);
Events remove(const Asked& asked, const RemovePhase& command);
Events repeat(const Asked& asked, const RepeatPhase& command);
[[nodiscard]] PhaseSettings usual_settings(PhaseKind kind, const SettingsChange& change);
/// The phase's settings with the change made to them, or the member that is out of bounds.
[[nodiscard]] Decided<PhaseSettings> changed(const Workshop& workshop, const Phase& phase,
                                             const SettingsChange& change);
/// A phase that opens, and the one that is closed by it (rule A1).
[[nodiscard]] std::vector<Event> opening(const Asked& asked, const Phase& phase, VoteIdeas ideas);
[[nodiscard]] Refusal bad_argument(std::string field);

/// The settings of the open phase if it is of that kind; otherwise wrong_phase (rule A5), which
/// names the kind that the command needs and the kind that is open.
template <class Settings>
struct OpenOf {
    const Phase* phase;
    const Settings* settings;
};
[[nodiscard]] Refusal wrong_phase(const Workshop& workshop, std::string_view expected);
template <class Settings>
[[nodiscard]] Decided<OpenOf<Settings>> open_of(const Workshop& workshop,
                                                std::string_view expected) {
    const Phase* phase = workshop.open_phase();
    const auto* settings = phase ? std::get_if<Settings>(&phase->settings) : nullptr;
    if (!settings) return wrong_phase(workshop, expected);
    return OpenOf<Settings>{phase, settings};
}

/// Rule I1, for everything people write: something to read, no control or bidi-override character,
/// no longer than the bound. Nothing is altered.
[[nodiscard]] std::optional<Refusal> check_text(std::string_view text, std::size_t graphemes_max,
                                                std::size_t bytes_max);

/// For names and titles: neither line breaks nor tabs, nor what check_text forbids.
[[nodiscard]] bool one_line(std::string_view text) noexcept;

}  // namespace atelier::domain::rules
