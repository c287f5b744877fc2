#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

template <class... Of>
bool one_of(const Command& command) noexcept {
    return (std::holds_alternative<Of>(command) || ...);
}

/// What a muted person may not do: everything by which others would read or feel them.
bool speaks(const Command& command) noexcept {
    return one_of<PostIdea, EditIdea, CastVote, SetPlacement, PostComment, AskQuestion,
                  UpvoteQuestion, MakeCommitment, EditCommitment, SayClosing, SetReaction>(command);
}

/// What stops when posting is stopped.
bool posts(const Command& command) noexcept {
    return one_of<PostIdea, PostComment, AskQuestion>(command);
}

Events known(const Workshop& workshop, const ParticipantId& who, Event event) {
    const Participant* person = workshop.participant(who);
    if (!person || person->erased) return Refusal{Code::no_such_participant};
    return std::vector<Event>{std::move(event)};
}

}  // namespace

// Rule X1: who was muted reads, takes back, and neither writes nor votes nor moves. Rule X2: who
// was removed does nothing and cannot come in again. Rule X3: while posting is stopped nobody posts
// but facilitators.
std::optional<Refusal> restrained(const Workshop& workshop, const Actor& actor,
                                  const Command& command) {
    if (actor.role != Role::participant) return std::nullopt;
    const auto* join = std::get_if<Join>(&command);
    const Participant* person = workshop.participant(join ? join->participant : actor.participant);
    if (person && person->erased) return Refusal{Code::erased};  // rule E3
    if (person && person->removed && !std::holds_alternative<EraseParticipant>(command))
        return Refusal{Code::removed};
    if (person && person->muted && speaks(command)) return Refusal{Code::muted};
    if (workshop.posts_stopped && posts(command)) return Refusal{Code::posts_stopped};
    return std::nullopt;
}

Events mute(const Asked& asked, const MuteParticipant& command) {
    return known(asked.workshop, command.participant,
                 ParticipantMuted{command.participant, command.muted});
}

// Rule X2: what they gave stays.
Events remove(const Asked& asked, const RemoveParticipant& command) {
    return known(asked.workshop, command.participant, ParticipantRemoved{command.participant});
}

Events restore(const Asked& asked, const RestoreParticipant& command) {
    return known(asked.workshop, command.participant, ParticipantRestored{command.participant});
}

Events stop_posts(const Asked&, const StopPosts& command) {
    return std::vector<Event>{PostsStopped{command.stopped}};
}

}  // namespace atelier::domain::rules
