#include "wire/projection_parts.hpp"

namespace atelier::wire {

using namespace domain;

namespace {

/// What one person alone is told of an event.
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
    /// What is everyone's now has still things that are its author's alone.
    Found operator()(const ResultsRevealed& e) const { return disclosed(*workshop.phase(e.phase)); }
    Found operator()(const WorkshopClosed&) const {
        Found out;
        for (const Phase& phase : workshop.plan.phases)
            if (!phase.revealed)
                for (OwnEvent& told : disclosed(phase)) out.push_back(std::move(told));
        return out;
    }
    Found operator()(const VoteCast& e) const {
        return one(e.participant, OwnVote{e.phase.text, e.idea.text, value_of(e.choice)});
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
    Found operator()(const CardsDrawn& e) const {
        OwnCards cards{e.phase.text, {}};
        for (const IdeaId& card : e.ideas) cards.ideas.push_back(card.text);
        return one(e.participant, std::move(cards));
    }

    Found operator()(const WeatherChosen& e) const {
        return one(e.participant, OwnWeather{e.phase.text, e.weather});
    }
    Found operator()(const AffiliationChosen& e) const {
        const YouView you = project_you(workshop, {Role::participant, e.participant});
        return one(e.participant, OwnDetails{you.name, you.affiliation});
    }
    Found operator()(const QuestionUpvoted& e) const {
        return one(e.participant, OwnSupports{view_supports(workshop, e.participant)});
    }
    Found operator()(const ReactionSet& e) const {
        return one(e.participant, OwnReactions{view_reactions(workshop, e.participant)});
    }
    Found operator()(const ClosingSaid& e) const {
        // As it is now: what one said before in the same breath is nobody's any more.
        const Closing& said = workshop.closings_of(e.phase).at(e.participant);
        return one(e.participant, OwnClosing{e.phase.text, said});
    }
    Found operator()(const QuestionAsked& e) const { return shown("question.asked", asked(e)); }
    Found operator()(const QuestionPublished& e) const {
        return shown("question.published", asked(e));
    }
    Found operator()(const QuestionAnswered& e) const {
        return shown("question.answered", asked(e));
    }
    Found operator()(const QuestionWithdrawn& e) const {
        return gone("question.withdrawn", asked(e));
    }
    Found operator()(const QuestionHidden& e) const { return gone("question.hidden", asked(e)); }
    Found operator()(const CommitmentMade& e) const { return shown("commitment.made", made(e)); }
    Found operator()(const CommitmentEdited& e) const {
        return shown("commitment.edited", made(e));
    }
    Found operator()(const CommitmentPublished& e) const {
        return shown("commitment.published", made(e));
    }
    Found operator()(const CommitmentFollowed& e) const {
        return shown("commitment.followed", made(e));
    }
    Found operator()(const IdeaErased& e) const { return shown("idea.edited", e.idea); }
    Found operator()(const CommitmentWithdrawn& e) const {
        return gone("commitment.withdrawn", made(e));
    }
    Found operator()(const CommitmentHidden& e) const { return gone("commitment.hidden", made(e)); }

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
    template <class Told>
    [[nodiscard]] const Question& asked(const Told& e) const {
        return *workshop.question(e.question);
    }
    template <class Told>
    [[nodiscard]] const Commitment& made(const Told& e) const {
        return *workshop.commitment(e.commitment);
    }
    template <class Said>
    Found shown(const char* event, const Said& each) const {
        if (!each.author) return {};
        return one(*each.author,
                   shown_voice(event, workshop, each, {Role::participant, *each.author}));
    }
    template <class Said>
    Found gone(const char* event, const Said& each) const {
        if (!each.author || each.status == IdeaStatus::published) return {};
        return one(*each.author,
                   gone_voice(event, workshop, each, {Role::participant, *each.author}));
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
    Found disclosed(const Phase& phase) const {
        Found out;
        if (!keeps_private(phase)) return out;
        for (const Idea& idea : workshop.ideas)
            if (idea.phase == phase.id && idea.status == IdeaStatus::published)
                for (OwnEvent& told : shown("idea.published", idea.id))
                    out.push_back(std::move(told));
        return out;
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
    for (const Question& question : workshop.questions)
        if (question.author == participant)
            out.push_back(shown_voice("question.asked", workshop, question, viewer));
    for (const Commitment& each : workshop.commitments)
        if (each.author == participant)
            out.push_back(shown_voice("commitment.made", workshop, each, viewer));
    for (const auto& [phase, weather] : you.weathers) out.emplace_back(OwnWeather{phase, weather});
    for (const auto& [phase, closing] : you.closings) out.emplace_back(OwnClosing{phase, closing});
    if (!workshop.questions.empty()) out.emplace_back(OwnSupports{you.supports});
    // Even when nobody has any left: theirs may have been the last.
    if (!workshop.ideas.empty()) out.emplace_back(OwnReactions{you.reactions});
    for (const Phase& phase : workshop.plan.phases) {
        if (!vote_rules(phase.settings) || !phase.opened_at) continue;
        out.emplace_back(OwnVoteCleared{phase.id.text, std::nullopt});
        const Votes* votes = workshop.votes_of(phase.id);
        const Ballot* ballot = votes ? votes->ballot(participant) : nullptr;
        if (ballot)
            for (const auto& [idea, choice] : *ballot)
                out.emplace_back(OwnVote{phase.id.text, idea.text, value_of(choice)});
        if (auto cards = view_hand(workshop, phase, participant); !cards.empty())
            out.emplace_back(OwnCards{phase.id.text, std::move(cards)});
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
