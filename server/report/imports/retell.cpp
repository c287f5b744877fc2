#include "report/imports/retell.hpp"

#include <algorithm>
#include <map>

#include "report/public_words.hpp"

namespace atelier::report::imports {
namespace {

using namespace domain;

/// In order of their ids, so that the same state is told in the same way.
template <class Map>
auto sorted(const Map& map) {
    return std::map<typename Map::key_type, typename Map::mapped_type>(map.begin(), map.end());
}

class Teller {
  public:
    Teller(const Workshop& workshop, base::Millis now, const VotedAt& voted_at)
        : w_(workshop), now_(now), voted_at_(voted_at) {}

    std::vector<Recorded> run() {
        begin();
        agenda();
        for (const Idea& idea : w_.ideas) tell(idea);
        for (const auto& [lead, members] : sorted(w_.groups)) put(now_, IdeasMerged{lead, members});
        for (const Board& board : w_.plan.boards) tell(board);
        for (const auto& [idea, people] : sorted(w_.reactions.people))
            for (const ParticipantId& person : people) put(now_, ReactionSet{idea, person, true});
        for (const Comment& comment : w_.comments) tell(comment);
        for (const Question& question : w_.questions) tell(question);
        for (const Commitment& commitment : w_.commitments) tell(commitment);
        arrivals();
        votes();
        if (w_.closed) put(now_, WorkshopClosed{});
        return std::move(out_);
    }

  private:
    void put(base::Millis at, Event event) {
        out_.push_back(
            {out_.size() + 1, at, {Role::organiser, {}}, std::nullopt, std::move(event)});
    }

    /// The plan as it was before anything was opened, nothing lying on its boards.
    void begin() {
        Blueprint plan = w_.plan;
        for (Board& board : plan.boards)
            board = {board.id, board.levers, board.scales, {}, board.title, board.retired, {}};
        for (Phase& phase : plan.phases) {
            phase.status = PhaseStatus::planned;
            phase.opened_at.reset();
            phase.ends_at.reset();
            phase.revealed = false;
            phase.ideas.reset();
        }
        put(now_, WorkshopCreated{w_.id, w_.code, std::move(plan)});
        for (const auto& [id, person] : sorted(w_.participants))
            put(now_, ParticipantJoined{id, person.name, person.affiliation, ""});
    }
    void agenda() {
        std::vector<const Phase*> opened;
        for (const Phase& phase : w_.plan.phases)
            if (phase.opened_at) opened.push_back(&phase);
        // What is open now was opened last, whatever its time says.
        std::ranges::stable_sort(opened, {}, [](const Phase* phase) {
            return std::pair(phase->status == PhaseStatus::open, *phase->opened_at);
        });
        for (const Phase* phase : opened) {
            const base::Millis at = *phase->opened_at;
            put(at, PhaseOpened{phase->id, phase->ends_at.value_or(at), phase->ideas});
            if (phase->status == PhaseStatus::closed) put(at, PhaseClosed{phase->id});
        }
        for (const Phase& phase : w_.plan.phases)
            if (phase.revealed) put(phase.opened_at.value_or(now_), ResultsRevealed{phase.id});
    }
    void tell(const Idea& idea) {
        const bool stands = idea.status == IdeaStatus::pending;
        put(idea.at, IdeaPosted{idea.id, idea.phase, idea.author, idea.original.value_or(idea.text),
                                idea.scale, stands ? IdeaStatus::pending : IdeaStatus::published,
                                idea.reviewed, std::nullopt, idea.carried_from});
        if (idea.original) put(idea.at, IdeaReworded{idea.id, idea.text});
        if (idea.status == IdeaStatus::hidden)
            put(idea.at, IdeaHidden{idea.id, idea.reason.value_or(HideReason::off_topic), true});
        if (idea.status == IdeaStatus::withdrawn) put(idea.at, IdeaWithdrawn{idea.id, true});
        if (idea.erased) put(idea.at, IdeaErased{idea.id});
    }
    void tell(const Board& board) {
        for (const auto& [idea, placement] : sorted(board.placements))
            put(now_, PlacementSet{board.id, idea, placement});
        for (const auto& [idea, places] : sorted(board.crowd))
            for (const auto& [person, place] : places)
                put(now_, PlacementChosen{board.id, idea, person, place});
    }
    void tell(const Comment& comment) {
        put(comment.at, CommentPosted{comment.id, comment.idea, comment.author, said(comment)});
        if (comment.status == CommentStatus::hidden)
            put(comment.at,
                CommentHidden{comment.id, comment.reason.value_or(HideReason::off_topic)});
        if (comment.status == CommentStatus::withdrawn)
            put(comment.at, CommentWithdrawn{comment.id});
    }
    void tell(const Question& question) {
        const bool stands = question.status == IdeaStatus::pending;
        put(question.at,
            QuestionAsked{question.id, question.phase, question.author, said(question),
                          stands ? IdeaStatus::pending : IdeaStatus::published, question.reviewed});
        for (const ParticipantId& person : question.supporters)
            put(question.at, QuestionUpvoted{question.id, person, true});
        if (question.answered) put(question.at, QuestionAnswered{question.id, question.answer});
        if (question.status == IdeaStatus::hidden)
            put(question.at,
                QuestionHidden{question.id, question.reason.value_or(HideReason::off_topic), true});
        if (question.status == IdeaStatus::withdrawn)
            put(question.at, QuestionWithdrawn{question.id, true});
    }
    void tell(const Commitment& commitment) {
        const base::Millis at = commitment.at;
        Promise promise = commitment.promise;
        if (commitment.erased) promise.text = notice();
        put(at,
            CommitmentMade{commitment.id, commitment.phase, commitment.author, std::move(promise)});
        if (commitment.follow_up)
            put(commitment.followed_at,
                CommitmentFollowed{commitment.id, *commitment.follow_up, commitment.note});
        if (commitment.status == IdeaStatus::hidden)
            put(at, CommitmentHidden{commitment.id,
                                     commitment.reason.value_or(HideReason::off_topic), true});
        if (commitment.status == IdeaStatus::withdrawn)
            put(at, CommitmentWithdrawn{commitment.id, true});
    }
    void arrivals() {
        for (const auto& [phase, people] : sorted(w_.weathers))
            for (const auto& [person, weather] : people)
                put(opened_at(phase), WeatherChosen{phase, person, weather});
        for (const auto& [phase, people] : sorted(w_.closings))
            for (const auto& [person, said] : people)
                put(opened_at(phase), ClosingSaid{phase, person, said});
    }
    void votes() {
        for (const auto& [phase, votes] : sorted(w_.votes)) {
            const base::Millis opened = opened_at(phase);
            for (const auto& [person, cards] : sorted(votes.hands))
                put(opened, CardsDrawn{phase, person, cards});
            for (const auto& [person, ballot] : sorted(votes.ballots))
                for (const auto& [idea, choice] : ballot) {
                    const auto at = voted_at_ ? voted_at_(phase, person, idea) : std::nullopt;
                    put(at.value_or(opened), VoteCast{phase, person, idea, choice});
                }
        }
    }
    /// Ideas are erased one by one, the rest with its person alone, and who that was is in no export:
    /// of the rest the copy says in words that it is gone.
    [[nodiscard]] std::string notice() const {
        return std::string(public_words(w_.plan.language).erased);
    }
    template <class Item>
    [[nodiscard]] std::string said(const Item& item) const {
        return item.erased ? notice() : item.text;
    }
    [[nodiscard]] base::Millis opened_at(const PhaseId& id) const {
        const Phase* phase = w_.phase(id);
        return phase && phase->opened_at ? *phase->opened_at : now_;
    }

    const Workshop& w_;
    base::Millis now_;
    const VotedAt& voted_at_;
    std::vector<Recorded> out_;
};

}  // namespace

std::vector<Recorded> retell(const Workshop& workshop, base::Millis now, const VotedAt& voted_at) {
    return Teller(workshop, now, voted_at).run();
}

}  // namespace atelier::report::imports
