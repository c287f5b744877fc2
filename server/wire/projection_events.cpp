#include <algorithm>
#include <set>

#include "insight/group_tally.hpp"
#include "wire/projection_parts.hpp"

namespace atelier::wire {

using namespace domain;

namespace {

/// Folds events into the delta of one audience. Votes on the same idea fold into one count.
class Audience {
  public:
    Audience(const Workshop& workshop, Role role) : workshop_(workshop), role_(role) {}

    void operator()(const WorkshopCreated&) {}
    void operator()(const WorkshopUpdated&) { add(WorkshopChanged{project_workshop(workshop_)}); }
    void operator()(const WorkshopClosed&) {
        WorkshopEnded ended;
        for (const Phase& phase : workshop_.plan.phases)
            std::ranges::move(view_reasons(workshop_, phase, role_),
                              std::back_inserter(ended.reasons));
        add(std::move(ended));
        for (const Phase& phase : workshop_.plan.phases) {
            if (!phase.revealed) disclose(phase);
            all_counts(phase);
        }
    }
    void operator()(const ParticipantJoined&) {}
    /// Who has a new name has it wherever it stands.
    void operator()(const ParticipantUpdated& e) {
        authored_by(e.participant);
        movements_of(e.participant);
    }

    void operator()(const PhaseOpened& e) { changed("phase.opened", e.phase); }
    void operator()(const PhaseReopened& e) { changed("phase.reopened", e.phase); }
    void operator()(const PhaseClosed& e) { changed("phase.closed", e.phase); }
    void operator()(const PhaseExtended& e) { changed("phase.extended", e.phase); }
    void operator()(const ResultsRevealed& e) {
        const Phase& phase = *workshop_.phase(e.phase);
        add(PhaseChanged{"results.revealed", phase, view_reasons(workshop_, phase, role_)});
        disclose(phase);
        all_counts(phase);
    }

    void operator()(const IdeaPosted& e) { show("idea.posted", e.idea); }
    void operator()(const IdeaEdited& e) {
        if (sees(e.idea)) return show("idea.edited", e.idea);
        if (e.was_published) gone("idea.withdrawn", e.idea);
    }
    void operator()(const IdeaPublished& e) {
        show("idea.published", e.idea);
        if (sees(e.idea)) what_belongs_to(e.idea);
    }
    void operator()(const IdeaWithdrawn& e) { gone("idea.withdrawn", e.idea, e.was_published); }
    void operator()(const IdeaHidden& e) { gone("idea.hidden", e.idea, e.was_published); }

    void operator()(const VoteCast& e) { count(e.phase, e.idea); }
    void operator()(const VoteCleared& e) {
        if (e.idea) return count(e.phase, *e.idea);
        for (const Idea& idea : workshop_.ideas) count(e.phase, idea.id);
    }
    void operator()(const PlacementSet& e) { placed(*workshop_.board(e.board), e.idea); }

    void operator()(const BoardChanged& e) {
        const Board& board = *workshop_.board(e.board.id);
        add(BoardShown{view_board(board, role_)});
        for (const IdeaId& id : cards_moved_by(board, e)) placed(board, id);
    }
    void operator()(const PlacementChosen& e) { placed(*workshop_.board(e.board), e.idea); }
    void operator()(const PlacementReleased& e) { placed(*workshop_.board(e.board), e.idea); }

    void operator()(const IdeasMerged& e) {
        for (const IdeaId& id : e.members) {
            show("idea.merged", id);
            recount(id);  // a lead that follows another has its own count again, and so its lead
        }
    }
    void operator()(const IdeasUnmerged& e) {
        for (const IdeaId& id : e.members) {
            show("idea.unmerged", id);
            places_of(id);
        }
        recount(e.lead);
    }
    void operator()(const PairDismissed&) {}
    void operator()(const IdeaReworded& e) { show("idea.reworded", e.idea); }
    void operator()(const IdeaAnswered& e) {
        if (reviews(role_)) show("idea.answered", e.idea);
    }
    void operator()(const ParticipantMuted& e) { restricted(e.participant); }
    void operator()(const ParticipantRemoved& e) { restricted(e.participant); }
    void operator()(const ParticipantRestored& e) { restricted(e.participant); }
    void operator()(const PostsStopped&) { add(WorkshopChanged{project_workshop(workshop_)}); }
    void operator()(const ScreenFrozen&) { add(ScreenChanged{view_screen(workshop_)}); }
    void operator()(const SpotlightSet&) { add(ScreenChanged{view_screen(workshop_)}); }
    void operator()(const CommentPosted& e) { said("comment.posted", e.comment); }
    void operator()(const CommentHidden& e) { unsaid("comment.hidden", e.comment); }
    void operator()(const CommentWithdrawn& e) { unsaid("comment.withdrawn", e.comment); }

    void operator()(const PhaseInserted& e) {
        const Phase* phase = workshop_.phase(e.phase.id);
        if (!phase) return;
        add(PhaseAdded{*phase, order()});
        all_counts(*phase);
    }
    /// Counts that are no longer hidden are shown with it.
    void operator()(const PhaseUpdated& e) {
        const Phase* phase = workshop_.phase(e.phase.id);
        if (!phase) return;
        add(PhaseChanged{"phase.updated", *phase});
        all_counts(*phase);
    }
    void operator()(const PhaseMoved&) { add(PhasesOrdered{order()}); }
    void operator()(const PhaseRemoved& e) { add(PhaseGone{e.phase.text}); }
    void operator()(const CardsDrawn& e) {
        for (const IdeaId& card : e.ideas) count(e.phase, card);
    }

    void operator()(const WeatherChosen& e) { voices(e.phase); }
    void operator()(const AffiliationChosen& e) { authored_by(e.participant); }
    void operator()(const QuestionAsked& e) { show("question.asked", question(e.question)); }
    void operator()(const QuestionUpvoted& e) { supported(question(e.question)); }
    void operator()(const ReactionSet& e) { supported(e.idea); }
    void operator()(const QuestionPublished& e) {
        show("question.published", question(e.question));
        supported(question(e.question));
    }
    void operator()(const QuestionAnswered& e) { show("question.answered", question(e.question)); }
    void operator()(const QuestionWithdrawn& e) {
        gone("question.withdrawn", question(e.question), e.was_published);
    }
    void operator()(const QuestionHidden& e) {
        gone("question.hidden", question(e.question), e.was_published);
    }
    void operator()(const CommitmentMade& e) { show("commitment.made", promised(e.commitment)); }
    void operator()(const CommitmentEdited& e) {
        show("commitment.edited", promised(e.commitment));
    }
    void operator()(const CommitmentPublished& e) {
        show("commitment.published", promised(e.commitment));
    }
    void operator()(const CommitmentWithdrawn& e) {
        gone("commitment.withdrawn", promised(e.commitment), e.was_published);
    }
    void operator()(const CommitmentHidden& e) {
        gone("commitment.hidden", promised(e.commitment), e.was_published);
    }
    void operator()(const CommitmentFollowed& e) {
        show("commitment.followed", promised(e.commitment));
    }
    /// What they wrote is told again wherever it stands, without its text.
    void operator()(const ParticipantErased& e) {
        for (const Idea& idea : workshop_.ideas)
            if (idea.author == e.participant) show("idea.edited", idea.id);
        for (const Comment& comment : workshop_.comments)
            if (comment.author == e.participant) said("comment.posted", comment.id);
        for (const Question& each : workshop_.questions)
            if (each.author == e.participant) show("question.asked", each);
        for (const Commitment& each : workshop_.commitments)
            if (each.author == e.participant) show("commitment.edited", each);
        movements_of(e.participant);
        unsaid(e.participant);
    }
    void operator()(const IdeaErased& e) { show("idea.edited", e.idea); }
    void operator()(const WorkshopAnonymised&) {
        for (const auto& [id, person] : workshop_.participants) {
            authored_by(id);
            movements_of(id);
        }
    }
    void operator()(const ClosingSaid& e) {
        voices(e.phase);
        if (role_ == Role::facilitator)
            add(SentenceSaid{view_sentence(workshop_, e.phase, e.participant)});
    }

    Delta finish() {
        for (const auto& [board, idea] : placed_)
            if (auto place = view_placement(workshop_, *workshop_.board(board), idea, role_))
                add(Placed{*std::move(place)});
        for (const auto& [phase, idea] : counted_) {
            const Votes* votes = workshop_.votes_of(phase);
            const Method method = vote_rules(workshop_.phase(phase)->settings)->method;
            tallies_[phase.text][idea.text] =
                votes ? insight::group_tally(workshop_, *votes, idea, method) : no_votes(method);
        }
        for (const IdeaId& id : supported_) {
            const Idea& idea = *workshop_.idea(id);
            tallies_[idea.phase.text][id.text] = people_of(workshop_, idea);
        }
        if (!tallies_.empty()) delta_.tallies = std::move(tallies_);
        return std::move(delta_);
    }

  private:
    void add(EventView event) { delta_.events.push_back(std::move(event)); }
    [[nodiscard]] bool sees(const IdeaId& id) const {
        return may_see(workshop_, *workshop_.idea(id), {role_});
    }
    [[nodiscard]] std::vector<std::string> order() const {
        std::vector<std::string> out;
        for (const Phase& phase : workshop_.plan.phases) out.push_back(phase.id.text);
        return out;
    }
    /// The ideas of a private collection, to those who hear of them now.
    void disclose(const Phase& phase) {
        if (!keeps_private(phase) || reviews(role_)) return;
        for (const Idea& idea : workshop_.ideas)
            if (idea.phase == phase.id && sees(idea.id)) {
                show("idea.published", idea.id);
                what_belongs_to(idea.id);
            }
    }
    void changed(const char* event, const PhaseId& phase) {
        add(PhaseChanged{event, *workshop_.phase(phase)});
    }
    void show(const char* event, const IdeaId& id) {
        if (sees(id)) add(IdeaShown{event, view_idea(workshop_, *workshop_.idea(id), {role_})});
    }
    void gone(const char* event, const IdeaId& id, bool was_published = true) {
        IdeaGone out{event, id.text, std::nullopt};
        if (reviews(role_)) {
            out.idea = view_idea(workshop_, *workshop_.idea(id), {role_});
        } else if (!was_published) {
            return;  // nobody of this role has ever heard of it
        }
        add(std::move(out));
        if (reviews(role_)) places_of(id);  // who sees all of it sees where it rests
    }
    void places_of(const IdeaId& id) {
        for (const Board& board : workshop_.plan.boards) placed(board, id);
    }
    /// Told once, at the end, however many moved it.
    void placed(const Board& board, const IdeaId& id) {
        if (stands(workshop_, id, role_)) placed_.emplace(board.id, id);
    }
    void said(const char* event, const CommentId& id) {
        const Comment& comment = *workshop_.comment(id);
        if (may_see(workshop_, comment, {role_}))
            add(CommentShown{event, view_comment(workshop_, comment, {role_})});
    }
    void unsaid(const char* event, const CommentId& id) {
        if (reviews(role_)) return said(event, id);
        add(CommentGone{event, id.text});
    }
    void restricted(const ParticipantId& id) {
        if (reviews(role_)) add(PersonRestricted{view_restricted(*workshop_.participant(id))});
    }
    /// Who has a new name has it wherever who reviews can read it.
    /// An idea that is shown again brings its place and its counts with it.
    void what_belongs_to(const IdeaId& id) {
        places_of(id);
        for (const Comment& comment : workshop_.comments)
            if (comment.idea == id) said("comment.posted", comment.id);
        recount(id);
    }
    void recount(const IdeaId& id) {
        for (const Phase& phase : workshop_.plan.phases)
            if (workshop_.votes_of(phase.id)) count(phase.id, id);
        if (!workshop_.reactions.people.empty()) supported(id);
    }
    /// How many support it, once, at the end: the idea itself and what stands for it.
    void supported(const IdeaId& id) {
        for (const IdeaId& shown : {id, workshop_.standing_for(id)})
            if (sees(shown)) supported_.insert(shown);
    }
    /// Counted once, at the end: the idea itself and what stands for it.
    void count(const PhaseId& phase, const IdeaId& id) {
        if (!counts_shown(workshop_, *workshop_.phase(phase))) return;
        for (const IdeaId& shown : {id, workshop_.standing_for(id)})
            if (sees(shown)) counted_.emplace(phase, shown);
    }
    void all_counts(const Phase& phase) { add_tallies(tallies_, workshop_, phase, role_); }

    [[nodiscard]] const Question& question(const QuestionId& id) const {
        return *workshop_.question(id);
    }
    [[nodiscard]] const Commitment& promised(const CommitmentId& id) const {
        return *workshop_.commitment(id);
    }
    /// Who has a new name or affiliation has it wherever facilitators see it.
    void authored_by(const ParticipantId& person) {
        if (!reviews(role_)) return;
        for (const Idea& idea : workshop_.ideas)
            if (idea.author == person) show("idea.edited", idea.id);
        for (const Comment& comment : workshop_.comments)
            if (comment.author == person) said("comment.posted", comment.id);
        const Participant& known = *workshop_.participant(person);
        if (known.muted || known.removed) restricted(person);
        for (const Question& each : workshop_.questions)
            if (each.author == person) show("question.asked", each);
        for (const Commitment& each : workshop_.commitments)
            if (each.author == person) show("commitment.edited", each);
        if (role_ != Role::facilitator) return;
        for (const Phase& phase : workshop_.plan.phases)
            if (workshop_.closings_of(phase.id).contains(person))
                add(SentenceSaid{view_sentence(workshop_, phase.id, person)});
    }
    /// The cards that they moved say who moved them.
    void movements_of(const ParticipantId& person) {
        if (role_ == Role::screen) return;
        for (const Board& board : workshop_.plan.boards)
            for (const auto& [idea, placement] : board.placements)
                if (placement.by == person) placed(board, idea);
    }
    /// Their last words and their reasons, to facilitators, who had them.
    void unsaid(const ParticipantId& person) {
        if (reviews(role_)) {
            const Participant& known = *workshop_.participant(person);
            if (known.muted || known.removed) restricted(person);
        }
        if (role_ != Role::facilitator) return;
        for (const Phase& phase : workshop_.plan.phases) {
            if (workshop_.closings_of(phase.id).contains(person))
                add(SentenceSaid{view_sentence(workshop_, phase.id, person)});
            const Votes* votes = workshop_.votes_of(phase.id);
            const auto rules = vote_rules(phase.settings);
            if (votes && votes->ballot(person) && rules && rules->method == Method::consent)
                add(PhaseChanged{"phase.updated", phase, view_reasons(workshop_, phase, role_)});
        }
    }
    void voices(const PhaseId& phase) {
        TalliesView now;
        add_voices(now, workshop_, *workshop_.phase(phase), role_);
        for (auto& [id, people] : now) tallies_[id] = std::move(people);
    }
    void supported(const Question& each) {
        if (may_see(each, {role_})) tallies_[each.phase.text][each.id.text] = people_of(each);
    }
    template <class Said>
    void show(const char* event, const Said& each) {
        if (may_see(each, {role_})) add(shown_voice(event, workshop_, each, {role_}));
    }
    template <class Said>
    void gone(const char* event, const Said& each, bool was_published) {
        if (reviews(role_) || was_published) add(gone_voice(event, workshop_, each, {role_}));
    }

    const Workshop& workshop_;
    Role role_;
    Delta delta_;
    TalliesView tallies_;
    std::set<std::pair<BoardId, IdeaId>> placed_;
    std::set<std::pair<PhaseId, IdeaId>> counted_;
    std::set<IdeaId> supported_;
};

}  // namespace

/// The cards that a change of levers moves, wherever they were put.
std::vector<IdeaId> cards_moved_by(const Board& board, const BoardChanged& e) {
    if (e.what == BoardChange::lever_split) return e.ideas;
    if (e.what != BoardChange::levers_merged && e.what != BoardChange::lever_removed &&
        e.what != BoardChange::lever_restored)
        return {};
    const auto concerned = [&](std::optional<LeverId> at) {
        while (at) {
            if (std::ranges::find(e.levers, *at) != e.levers.end()) return true;
            const RetiredLever* gone = board.retired_lever(*at);
            at = gone ? gone->into : std::nullopt;
        }
        return false;
    };
    std::set<IdeaId> out;
    for (const auto& [idea, placement] : board.placements)
        if (concerned(placement.lever)) out.insert(idea);
    for (const auto& [idea, places] : board.crowd)
        if (std::ranges::any_of(places,
                                [&](const auto& one) { return concerned(one.second.lever); }))
            out.insert(idea);
    return {out.begin(), out.end()};
}

Delta project_delta(const Workshop& workshop, std::span<const Recorded> events, Role role) {
    Audience audience(workshop, role);
    for (const Recorded& recorded : events) std::visit(audience, recorded.event);
    return audience.finish();
}

}  // namespace atelier::wire
