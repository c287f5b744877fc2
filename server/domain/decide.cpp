#include "domain/decide.hpp"

#include "domain/rules.hpp"

namespace atelier::domain {
namespace {

struct Dispatch {
    const rules::Asked& asked;
    using Events = rules::Events;
    Events operator()(const PostIdea& c) const { return rules::post(asked, c); }
    Events operator()(const EditIdea& c) const { return rules::edit(asked, c); }
    Events operator()(const WithdrawIdea& c) const { return rules::withdraw(asked, c); }
    Events operator()(const PublishIdea& c) const { return rules::publish(asked, c); }
    Events operator()(const HideIdea& c) const { return rules::hide(asked, c); }
    Events operator()(const CastVote& c) const { return rules::cast(asked, c); }
    Events operator()(const ClearVote& c) const { return rules::clear(asked, c); }
    Events operator()(const SetPlacement& c) const { return rules::place(asked, c); }
    Events operator()(const OpenPhase& c) const { return rules::open(asked, c); }
    Events operator()(const ReopenPhase& c) const { return rules::reopen(asked, c); }
    Events operator()(const ClosePhase& c) const { return rules::close(asked, c); }
    Events operator()(const ExtendPhase& c) const { return rules::extend(asked, c); }
    Events operator()(const RevealResults& c) const { return rules::reveal(asked, c); }
    Events operator()(const CloseWorkshop& c) const { return rules::close_workshop(asked, c); }
    Events operator()(const Join& c) const { return rules::join(asked, c); }
    Events operator()(const UpdateWorkshop& c) const { return rules::update_workshop(asked, c); }

    Events operator()(const AddBoard& c) const { return rules::add_board(asked, c); }
    Events operator()(const AddLever& c) const { return rules::add_lever(asked, c); }
    Events operator()(const RenameLever& c) const { return rules::rename_lever(asked, c); }
    Events operator()(const MergeLevers& c) const { return rules::merge_levers(asked, c); }
    Events operator()(const SplitLever& c) const { return rules::split_lever(asked, c); }
    Events operator()(const MoveLever& c) const { return rules::move_lever(asked, c); }
    Events operator()(const RemoveLever& c) const { return rules::remove_lever(asked, c); }
    Events operator()(const RestoreLever& c) const { return rules::restore_lever(asked, c); }
    Events operator()(const SettlePlacement& c) const { return rules::settle(asked, c); }
    Events operator()(const ReleasePlacement& c) const { return rules::release(asked, c); }

    Events operator()(const MergeIdeas& c) const { return rules::merge(asked, c); }
    Events operator()(const UnmergeIdea& c) const { return rules::unmerge(asked, c); }
    Events operator()(const DismissPair& c) const { return rules::dismiss(asked, c); }
    Events operator()(const RewordIdea& c) const { return rules::reword(asked, c); }
    Events operator()(const AnswerIdea& c) const { return rules::answer(asked, c); }
    Events operator()(const MuteParticipant& c) const { return rules::mute(asked, c); }
    Events operator()(const RemoveParticipant& c) const { return rules::remove(asked, c); }
    Events operator()(const RestoreParticipant& c) const { return rules::restore(asked, c); }
    Events operator()(const StopPosts& c) const { return rules::stop_posts(asked, c); }
    Events operator()(const FreezeScreen& c) const { return rules::freeze(asked, c); }
    Events operator()(const SetSpotlight& c) const { return rules::spotlight(asked, c); }
    Events operator()(const ClearSpotlight& c) const { return rules::clear_spotlight(asked, c); }
    Events operator()(const PostComment& c) const { return rules::post_comment(asked, c); }
    Events operator()(const HideComment& c) const { return rules::hide_comment(asked, c); }
    Events operator()(const WithdrawComment& c) const { return rules::withdraw_comment(asked, c); }
    Events operator()(const SetReaction& c) const { return rules::react(asked, c); }
    // Leases are the room's: they belong to connections, which are nothing to the journal.
    Events operator()(const TakeReview&) const { return Refusal{Code::not_allowed}; }
    Events operator()(const ReleaseReview&) const { return Refusal{Code::not_allowed}; }
    Events operator()(const InsertPhase& c) const { return rules::insert(asked, c); }
    Events operator()(const UpdatePhase& c) const { return rules::update(asked, c); }
    Events operator()(const MovePhase& c) const { return rules::move(asked, c); }
    Events operator()(const RemovePhase& c) const { return rules::remove(asked, c); }
    Events operator()(const RepeatPhase& c) const { return rules::repeat(asked, c); }
    Events operator()(const DrawCards& c) const { return rules::draw(asked, c); }
    Events operator()(const ChooseWeather& c) const { return rules::choose_weather(asked, c); }
    Events operator()(const ChooseAffiliation& c) const {
        return rules::choose_affiliation(asked, c);
    }
    Events operator()(const AskQuestion& c) const { return rules::ask(asked, c); }
    Events operator()(const UpvoteQuestion& c) const { return rules::upvote(asked, c); }
    Events operator()(const WithdrawQuestion& c) const {
        return rules::withdraw_question(asked, c);
    }
    Events operator()(const PublishQuestion& c) const { return rules::publish_question(asked, c); }
    Events operator()(const HideQuestion& c) const { return rules::hide_question(asked, c); }
    Events operator()(const AnswerQuestion& c) const { return rules::answer(asked, c); }
    Events operator()(const MakeCommitment& c) const { return rules::make(asked, c); }
    Events operator()(const EditCommitment& c) const { return rules::edit_commitment(asked, c); }
    Events operator()(const WithdrawCommitment& c) const {
        return rules::withdraw_commitment(asked, c);
    }
    Events operator()(const HideCommitment& c) const { return rules::hide_commitment(asked, c); }
    Events operator()(const PublishCommitment& c) const {
        return rules::publish_commitment(asked, c);
    }
    Events operator()(const SayClosing& c) const { return rules::say_closing(asked, c); }
    Events operator()(const FollowCommitment& c) const {
        return rules::follow_commitment(asked, c);
    }
    Events operator()(const EraseParticipant& c) const {
        return rules::erase_participant(asked, c);
    }
    Events operator()(const EraseIdea& c) const { return rules::erase_idea(asked, c); }
    Events operator()(const AnonymiseWorkshop& c) const { return rules::anonymise(asked, c); }
};

/// What can still be moderated once the workshop is closed, of groups and comments and people.
template <class... Of>
bool one_of(const Command& command) noexcept {
    return (std::holds_alternative<Of>(command) || ...);
}
bool moderates(const Command& command) noexcept {
    return one_of<MergeIdeas, UnmergeIdea, DismissPair, RewordIdea, AnswerIdea, RemoveParticipant,
                  RestoreParticipant, FreezeScreen, SetSpotlight, ClearSpotlight, HideComment>(
        command);
}

/// Rule W2: a closed workshop keeps its memory; it can still be moderated and joined to be read.
bool survives_closing(const Command& command) noexcept {
    return std::holds_alternative<HideIdea>(command) ||
           std::holds_alternative<PublishIdea>(command) || std::holds_alternative<Join>(command) ||
           std::holds_alternative<RevealResults>(command) ||
           std::holds_alternative<UpdateWorkshop>(command) || moderates(command) ||
           std::holds_alternative<PublishQuestion>(command) ||
           std::holds_alternative<HideQuestion>(command) ||
           std::holds_alternative<AnswerQuestion>(command) ||
           std::holds_alternative<PublishCommitment>(command) ||
           std::holds_alternative<HideCommitment>(command) ||
           one_of<FollowCommitment, EraseParticipant, EraseIdea, AnonymiseWorkshop>(command);
}

/// Rule U5: who has not joined can only join.
bool present(const Workshop& workshop, const Actor& actor, const Command& command) noexcept {
    return actor.role != Role::participant || std::holds_alternative<Join>(command) ||
           workshop.participant(actor.participant);
}

}  // namespace

Decided<std::vector<Event>> decide(const Workshop& workshop, const Command& command,
                                   const Actor& actor, const Moment& moment) {
    if (!permitted(actor.role, command) || !present(workshop, actor, command))
        return Refusal{Code::not_allowed};
    if (auto refusal = rules::restrained(workshop, actor, command)) return *refusal;
    if (workshop.closed && !survives_closing(command)) return Refusal{Code::workshop_closed};
    const rules::Asked asked{workshop, actor, moment};
    auto events = std::visit(Dispatch{asked}, command);
    ATELIER_CHECK(!events || !events.value().empty());
    return events;
}

}  // namespace atelier::domain
