#include <algorithm>
#include <set>

#include "wire/group_tally.hpp"
#include "wire/projection_parts.hpp"

namespace atelier::wire {

using namespace domain;

namespace {

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

/// Folds events into the delta of one audience. Votes on the same idea fold into one count.
class Audience {
  public:
    Audience(const Workshop& workshop, Role role) : workshop_(workshop), role_(role) {}

    void operator()(const WorkshopCreated&) {}
    void operator()(const WorkshopUpdated&) { add(WorkshopChanged{project_workshop(workshop_)}); }
    void operator()(const WorkshopClosed&) {
        add(WorkshopEnded{});
        for (const Phase& phase : workshop_.plan.phases) all_counts(phase);
    }
    void operator()(const ParticipantJoined&) {}
    /// Who has a new name has it wherever it stands.
    void operator()(const ParticipantUpdated& e) {
        if (reviews(role_)) renamed(e.participant);
        if (role_ == Role::screen) return;
        for (const Board& board : workshop_.plan.boards)
            for (const auto& [idea, placement] : board.placements)
                if (placement.by == e.participant) placed(board, idea);
    }

    void operator()(const PhaseOpened& e) { changed("phase.opened", e.phase); }
    void operator()(const PhaseReopened& e) { changed("phase.reopened", e.phase); }
    void operator()(const PhaseClosed& e) { changed("phase.closed", e.phase); }
    void operator()(const PhaseExtended& e) { changed("phase.extended", e.phase); }
    void operator()(const ResultsRevealed& e) {
        changed("results.revealed", e.phase);
        all_counts(*workshop_.phase(e.phase));
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

    Delta finish() {
        for (const auto& [board, idea] : placed_)
            if (auto place = view_placement(workshop_, *workshop_.board(board), idea, role_))
                add(Placed{*std::move(place)});
        for (const auto& [phase, idea] : counted_) {
            const Votes* votes = workshop_.votes_of(phase);
            tallies_[phase.text][idea.text] =
                votes ? group_tally(workshop_, *votes, idea) : Tally{};
        }
        if (!tallies_.empty()) delta_.tallies = std::move(tallies_);
        return std::move(delta_);
    }

  private:
    void add(EventView event) { delta_.events.push_back(std::move(event)); }
    [[nodiscard]] bool sees(const IdeaId& id) const {
        return may_see(workshop_, *workshop_.idea(id), {role_});
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
    void renamed(const ParticipantId& id) {
        for (const Idea& idea : workshop_.ideas)
            if (idea.author == id) show("idea.edited", idea.id);
        for (const Comment& comment : workshop_.comments)
            if (comment.author == id) said("comment.posted", comment.id);
        const Participant& person = *workshop_.participant(id);
        if (person.muted || person.removed) restricted(id);
    }
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
    }
    /// Counted once, at the end: the idea itself and what stands for it.
    void count(const PhaseId& phase, const IdeaId& id) {
        if (!counts_shown(workshop_, *workshop_.phase(phase))) return;
        for (const IdeaId& shown : {id, workshop_.standing_for(id)})
            if (sees(shown)) counted_.emplace(phase, shown);
    }
    void all_counts(const Phase& phase) { add_tallies(tallies_, workshop_, phase, role_); }

    const Workshop& workshop_;
    Role role_;
    Delta delta_;
    TalliesView tallies_;
    std::set<std::pair<BoardId, IdeaId>> placed_;
    std::set<std::pair<PhaseId, IdeaId>> counted_;
};

struct Own {
    const Workshop& workshop;
    using Found = std::vector<OwnEvent>;

    template <class Other>
    Found operator()(const Other&) const {
        return {};
    }
    Found operator()(const ParticipantUpdated& e) const { return details(e.participant); }
    Found operator()(const ParticipantMuted& e) const { return details(e.participant); }
    Found operator()(const IdeaPosted& e) const { return shown("idea.posted", e.idea); }
    Found operator()(const IdeaEdited& e) const { return shown("idea.edited", e.idea); }
    Found operator()(const IdeaPublished& e) const { return shown("idea.published", e.idea); }
    Found operator()(const IdeaReworded& e) const { return shown("idea.reworded", e.idea); }
    Found operator()(const IdeaAnswered& e) const { return shown("idea.answered", e.idea); }
    Found operator()(const IdeaWithdrawn& e) const { return gone("idea.withdrawn", e.idea); }
    Found operator()(const IdeaHidden& e) const { return gone("idea.hidden", e.idea); }
    Found operator()(const IdeasMerged& e) const {
        return grouped("idea.merged", e.lead, e.members);
    }
    Found operator()(const IdeasUnmerged& e) const {
        return grouped("idea.unmerged", e.lead, e.members);
    }
    Found operator()(const VoteCast& e) const {
        return one(e.participant, OwnVote{e.phase.text, e.idea.text, e.dots});
    }
    Found operator()(const VoteCleared& e) const {
        OwnVoteCleared cleared{e.phase.text, std::nullopt};
        if (e.idea) cleared.idea = e.idea->text;
        return one(e.participant, std::move(cleared));
    }
    Found operator()(const PlacementChosen& e) const {
        Found out;
        add_place(out, *workshop.board(e.board), e.idea, e.participant);
        return out;
    }
    Found operator()(const BoardChanged& e) const {
        Found out;
        const Board& board = *workshop.board(e.board.id);
        for (const IdeaId& id : cards_moved_by(board, e))
            if (const CrowdPlaces* places = board.crowd_of(id))
                for (const auto& [who, place] : *places) add_place(out, board, id, who);
        return out;
    }
    Found operator()(const CommentPosted& e) const { return comment("comment.posted", e.comment); }
    Found operator()(const CommentHidden& e) const { return comment("comment.hidden", e.comment); }
    Found operator()(const CommentWithdrawn& e) const {
        return comment("comment.withdrawn", e.comment);
    }

  private:
    static Found one(const ParticipantId& who, EventView event) {
        Found out;
        out.push_back({who, std::move(event)});
        return out;
    }
    Found details(const ParticipantId& who) const {
        const YouView you = project_you(workshop, {Role::participant, who});
        return one(who, OwnDetails{you.name, you.affiliation, you.muted});
    }
    Found shown(const char* event, const IdeaId& id) const {
        const Idea& idea = *workshop.idea(id);
        if (!idea.author) return {};
        return one(*idea.author,
                   IdeaShown{event, view_idea(workshop, idea, {Role::participant, *idea.author})});
    }
    Found gone(const char* event, const IdeaId& id) const {
        const Idea& idea = *workshop.idea(id);
        // What has come back since is told by what brought it back, and keeps its place.
        if (!idea.author || idea.status == IdeaStatus::published) return {};
        return one(
            *idea.author,
            IdeaGone{event, id.text, view_idea(workshop, idea, {Role::participant, *idea.author})});
    }
    Found grouped(const char* event, const IdeaId& lead, const std::vector<IdeaId>& members) const {
        Found out = shown(event, lead);
        for (const IdeaId& id : members)
            for (OwnEvent& told : shown(event, id)) out.push_back(std::move(told));
        return out;
    }
    static void add_place(Found& out, const Board& board, const IdeaId& id,
                          const ParticipantId& who) {
        const Place& place = board.crowd_of(id)->at(who);
        out.push_back({who, OwnPlace{board.id.text, id.text, view_own_place(board, place)}});
    }
    Found comment(const char* event, const CommentId& id) const {
        const Comment& found = *workshop.comment(id);
        if (!found.author) return {};
        return one(
            *found.author,
            CommentShown{event, view_comment(workshop, found, {Role::participant, *found.author})});
    }
};

}  // namespace

Delta project_delta(const Workshop& workshop, std::span<const Recorded> events, Role role) {
    Audience audience(workshop, role);
    for (const Recorded& recorded : events) std::visit(audience, recorded.event);
    return audience.finish();
}

std::vector<OwnEvent> project_own(const Workshop& workshop, const Event& event) {
    return std::visit(Own{workshop}, event);
}

std::vector<EventView> project_all_own(const Workshop& workshop, const ParticipantId& participant) {
    std::vector<EventView> out;
    if (!workshop.participant(participant)) return out;
    const Viewer viewer{Role::participant, participant};
    const YouView you = project_you(workshop, viewer);
    out.emplace_back(OwnDetails{you.name, you.affiliation, you.muted});
    for (const Idea& idea : workshop.ideas)
        if (idea.author == participant)
            out.emplace_back(IdeaShown{"idea.posted", view_idea(workshop, idea, viewer)});
    for (const Phase& phase : workshop.plan.phases) {
        if (!std::holds_alternative<DotsSettings>(phase.settings) || !phase.opened_at) continue;
        out.emplace_back(OwnVoteCleared{phase.id.text, std::nullopt});
        const Votes* votes = workshop.votes_of(phase.id);
        const Ballot* ballot = votes ? votes->ballot(participant) : nullptr;
        if (!ballot) continue;
        for (const auto& [idea, dots] : *ballot)
            out.emplace_back(OwnVote{phase.id.text, idea.text, dots});
    }
    for (const auto& [board, ideas] : you.placements)
        for (const auto& [idea, place] : ideas) out.emplace_back(OwnPlace{board, idea, place});
    for (const Comment& comment : workshop.comments)
        if (comment.author == participant)
            out.emplace_back(
                CommentShown{"comment.posted", view_comment(workshop, comment, viewer)});
    return out;
}

}  // namespace atelier::wire
