#include <algorithm>

#include "domain/decide.hpp"
#include "domain/fold.hpp"

namespace atelier::domain {
namespace {

/// One call per event. Only looks up and assigns: every choice was made by decide().
class Folder {
  public:
    Folder(Workshop& workshop, base::Millis at) : workshop_(workshop), at_(at) {}

    void operator()(const WorkshopCreated& e) {
        ATELIER_CHECK(workshop_.id.empty());
        workshop_.id = e.workshop;
        workshop_.code = e.code;
        workshop_.created_at = at_;
        workshop_.plan = e.plan;
    }
    void operator()(const WorkshopUpdated& e) {
        if (e.title) workshop_.plan.title = *e.title;
        if (e.question) workshop_.plan.question = *e.question;
    }
    void operator()(const WorkshopClosed&) { workshop_.closed = true; }

    void operator()(const ParticipantJoined& e) {
        const auto [entry, fresh] = workshop_.participants.try_emplace(
            e.participant, Participant{e.participant, e.name, e.affiliation, at_, 0});
        ATELIER_CHECK(fresh);
    }
    void operator()(const ParticipantUpdated& e) {
        Participant& person = participant(e.participant);
        if (e.name) person.name = *e.name;
        if (e.affiliation) person.affiliation = e.affiliation;
    }

    void operator()(const PhaseOpened& e) {
        Phase& opened = phase(e.phase);
        open(opened, e.ends_at);
        opened.ideas = e.ideas;
    }
    void operator()(const PhaseReopened& e) { open(phase(e.phase), e.ends_at); }
    void operator()(const PhaseClosed& e) { phase(e.phase).status = PhaseStatus::closed; }
    void operator()(const PhaseExtended& e) { phase(e.phase).ends_at = e.ends_at; }
    void operator()(const ResultsRevealed& e) { phase(e.phase).revealed = true; }

    void operator()(const IdeaPosted& e) {
        const auto [entry, fresh] =
            workshop_.idea_index.try_emplace(e.idea, workshop_.ideas.size());
        ATELIER_CHECK(fresh);
        workshop_.ideas.push_back(
            {e.idea, e.phase, e.author, e.text, e.scale, at_, e.status, e.reviewed, std::nullopt});
        workshop_.ideas.back().look_alike = e.look_alike;
        workshop_.ideas.back().carried_from = e.carried_from;
        if (e.author) participant(*e.author).ideas_posted += 1;
    }
    void operator()(const IdeaEdited& e) {
        Idea& changed = idea(e.idea);
        changed.text = e.text;
        changed.original.reset();  // these are the author's words again
        changed.status = e.status;
        changed.reviewed = e.reviewed;
    }
    void operator()(const IdeaWithdrawn& e) { idea(e.idea).status = IdeaStatus::withdrawn; }
    void operator()(const IdeaPublished& e) {
        Idea& shown = idea(e.idea);
        shown.status = IdeaStatus::published;
        shown.reviewed = true;
        shown.reason.reset();
    }
    void operator()(const IdeaHidden& e) {
        Idea& hidden = idea(e.idea);
        hidden.status = IdeaStatus::hidden;
        hidden.reviewed = true;
        hidden.reason = e.reason;
    }

    void operator()(const VoteCast& e) {
        workshop_.votes[e.phase].set(e.participant, e.idea, e.choice);
    }
    void operator()(const VoteCleared& e) {
        Votes& votes = workshop_.votes[e.phase];
        const Ballot* ballot = votes.ballot(e.participant);
        if (!ballot) return;
        const Ballot before = *ballot;
        for (const auto& [idea_id, choice] : before)
            if (!e.idea || *e.idea == idea_id) votes.clear(e.participant, idea_id);
    }
    void operator()(const CardsDrawn& e) {
        Votes& votes = workshop_.votes[e.phase];
        for (const IdeaId& card : e.ideas) votes.hand(e.participant, card);
    }

    void operator()(const PlacementSet& e) {
        auto& boards = workshop_.plan.boards;
        const auto found = std::ranges::find(boards, e.board, &Board::id);
        ATELIER_CHECK(found != boards.end());
        found->placements[e.idea] = e.placement;
    }

    /// Boards, groups, moderation: see fold.hpp.
    template <class Other>
    void operator()(const Other& e) {
        fold::on(workshop_, e, at_);
    }

    void operator()(const PhaseInserted& e) {
        ATELIER_CHECK(!workshop_.phase(e.phase.id));
        put(e.phase, e.after);
    }
    void operator()(const PhaseUpdated& e) {
        Phase& changed = phase(e.phase.id);
        changed.title = e.phase.title;
        changed.prompt = e.phase.prompt;
        changed.minutes = e.phase.minutes;
        changed.settings = e.phase.settings;
    }
    void operator()(const PhaseMoved& e) { put(taken_out(e.phase), e.after); }
    void operator()(const PhaseRemoved& e) { (void)taken_out(e.phase); }

    void operator()(const WeatherChosen& e) {
        workshop_.weathers[e.phase].insert_or_assign(e.participant, e.weather);
    }
    void operator()(const AffiliationChosen& e) {
        participant(e.participant).affiliation = e.affiliation;
    }
    void operator()(const ClosingSaid& e) {
        workshop_.closings[e.phase].insert_or_assign(e.participant, e.closing);
    }

    void operator()(const QuestionAsked& e) {
        ATELIER_CHECK(!workshop_.question(e.question));
        Question asked{e.question, e.phase, e.author, e.text, at_, e.status, e.reviewed};
        workshop_.questions.push_back(std::move(asked));
    }
    void operator()(const QuestionUpvoted& e) {
        auto& supporters = one(workshop_.questions, e.question).supporters;
        if (e.value) {
            supporters.insert(e.participant);
        } else {
            supporters.erase(e.participant);
        }
    }
    void operator()(const ReactionSet& e) {
        ATELIER_CHECK(workshop_.idea(e.idea) && workshop_.participant(e.participant));
        workshop_.reactions.set(e.idea, e.participant, e.value);
    }
    void operator()(const QuestionWithdrawn& e) {
        one(workshop_.questions, e.question).status = IdeaStatus::withdrawn;
    }
    void operator()(const QuestionPublished& e) {
        Question& question = one(workshop_.questions, e.question);
        question.status = IdeaStatus::published;
        question.reviewed = true;
        question.reason.reset();
    }
    void operator()(const QuestionHidden& e) {
        Question& question = one(workshop_.questions, e.question);
        question.status = IdeaStatus::hidden;
        question.reviewed = true;
        question.reason = e.reason;
    }
    void operator()(const QuestionAnswered& e) {
        Question& question = one(workshop_.questions, e.question);
        question.answered = true;
        question.answer = e.text;
    }

    void operator()(const CommitmentMade& e) {
        ATELIER_CHECK(!workshop_.commitment(e.commitment));
        workshop_.commitments.push_back({e.commitment, e.phase, e.author, e.promise, at_});
    }
    void operator()(const CommitmentEdited& e) {
        one(workshop_.commitments, e.commitment).promise = e.promise;
    }
    void operator()(const CommitmentWithdrawn& e) {
        one(workshop_.commitments, e.commitment).status = IdeaStatus::withdrawn;
    }
    void operator()(const CommitmentPublished& e) {
        Commitment& commitment = one(workshop_.commitments, e.commitment);
        commitment.status = IdeaStatus::published;
        commitment.reason.reset();
    }
    void operator()(const CommitmentHidden& e) {
        Commitment& commitment = one(workshop_.commitments, e.commitment);
        commitment.status = IdeaStatus::hidden;
        commitment.reason = e.reason;
    }
    void operator()(const CommitmentFollowed& e) {
        Commitment& commitment = one(workshop_.commitments, e.commitment);
        commitment.follow_up = e.status;
        commitment.note = e.note;
        commitment.followed_at = at_;
    }

  private:
    template <class Items, class Id>
    static typename Items::value_type& one(Items& items, const Id& id) {
        const auto found =
            std::ranges::find_if(items, [&](const auto& each) { return each.id == id; });
        ATELIER_CHECK(found != items.end());
        return *found;
    }
    Phase taken_out(const PhaseId& id) {
        Phase out = phase(id);
        std::erase_if(workshop_.plan.phases, [&](const Phase& each) { return each.id == id; });
        return out;
    }
    void put(Phase placed, const std::optional<PhaseId>& after) {
        auto& phases = workshop_.plan.phases;
        auto place = phases.begin();
        if (after) {
            place = std::ranges::find(phases, *after, &Phase::id);
            ATELIER_CHECK(place != phases.end());
            ++place;
        }
        phases.insert(place, std::move(placed));
    }
    void open(Phase& opened, base::Millis ends_at) {
        ATELIER_CHECK(!workshop_.open_phase());
        opened.status = PhaseStatus::open;
        opened.opened_at = at_;
        opened.ends_at = ends_at;
    }
    Phase& phase(const PhaseId& id) {
        const auto found = std::ranges::find(workshop_.plan.phases, id, &Phase::id);
        ATELIER_CHECK(found != workshop_.plan.phases.end());
        return *found;
    }
    Idea& idea(const IdeaId& id) {
        const auto found = workshop_.idea_index.find(id);
        ATELIER_CHECK(found != workshop_.idea_index.end());
        return workshop_.ideas[found->second];
    }
    Participant& participant(const ParticipantId& id) {
        const auto found = workshop_.participants.find(id);
        ATELIER_CHECK(found != workshop_.participants.end());
        return found->second;
    }

    Workshop& workshop_;
    base::Millis at_;
};

}  // namespace

void apply(Workshop& workshop, const Event& event, base::Millis at) {
    std::visit(Folder(workshop, at), event);
}

}  // namespace atelier::domain
