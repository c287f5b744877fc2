#include <algorithm>

#include "wire/projection_parts.hpp"

namespace atelier::wire {

using namespace domain;

namespace {

/// The counts of an idea that nobody voted on.
Tally nothing_in(const Phase& vote) {
    const auto rules = vote_rules(vote.settings);
    switch (rules ? rules->method : Method::dots) {
        case Method::dots:
            break;
        case Method::useful:
            return UsefulTally{};
        case Method::judgment:
            return JudgmentTally{};
        case Method::impact_effort:
            return ImpactEffortTally{};
        case Method::consent:
            return ConsentTally{};
    }
    return DotsTally{};
}

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
        for (const Phase& phase : workshop_.plan.phases) all_counts(phase);
    }
    void operator()(const ParticipantJoined&) {}
    /// Who has a new name has it wherever it stands.
    void operator()(const ParticipantUpdated& e) {
        authored_by(e.participant);
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
        const Phase& phase = *workshop_.phase(e.phase);
        add(PhaseChanged{"results.revealed", phase, view_reasons(workshop_, phase, role_)});
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
    void operator()(const ClosingSaid& e) {
        voices(e.phase);
        if (role_ == Role::facilitator)
            add(SentenceSaid{view_sentence(workshop_, e.phase, e.participant)});
    }

    Delta finish() {
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
    void changed(const char* event, const PhaseId& phase) {
        add(PhaseChanged{event, *workshop_.phase(phase)});
    }
    void show(const char* event, const IdeaId& id) {
        if (sees(id)) add(IdeaShown{event, view_idea(workshop_, *workshop_.idea(id), {role_})});
    }
    void gone(const char* event, const IdeaId& id, bool was_published = true) {
        IdeaGone out{event, id.text, std::nullopt};
        if (role_ == Role::facilitator) {
            out.idea = view_idea(workshop_, *workshop_.idea(id), {role_});
        } else if (!was_published) {
            return;  // nobody of this role has ever heard of it
        }
        add(std::move(out));
        if (role_ == Role::facilitator) places_of(id);  // who sees all of it sees where it rests
    }
    void places_of(const IdeaId& id) {
        for (const Board& board : workshop_.plan.boards) placed(board, id);
    }
    void placed(const Board& board, const IdeaId& id) {
        const auto found = board.placements.find(id);
        if (found != board.placements.end() && sees(id))
            add(Placed{view_placement(workshop_, board, id, found->second, role_)});
    }
    /// An idea that is shown again brings its place and its counts with it.
    void what_belongs_to(const IdeaId& id) {
        places_of(id);
        for (const Phase& phase : workshop_.plan.phases)
            if (const Votes* votes = workshop_.votes_of(phase.id);
                votes && votes->tallies.contains(id))
                count(phase.id, id);
    }
    void count(const PhaseId& phase, const IdeaId& id) {
        if (!counts_shown(workshop_, *workshop_.phase(phase)) || !sees(id)) return;
        const Votes* votes = workshop_.votes_of(phase);
        Tally tally = nothing_in(*workshop_.phase(phase));
        if (votes)
            if (const auto found = votes->tallies.find(id); found != votes->tallies.end())
                tally = found->second;
        tallies_[phase.text][id.text] = tally;
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
        if (role_ != Role::facilitator) return;
        for (const Idea& idea : workshop_.ideas)
            if (idea.author == person) show("idea.edited", idea.id);
        for (const Question& each : workshop_.questions)
            if (each.author == person) show("question.asked", each);
        for (const Commitment& each : workshop_.commitments)
            if (each.author == person) show("commitment.edited", each);
        for (const Phase& phase : workshop_.plan.phases)
            if (workshop_.closings_of(phase.id).contains(person))
                add(SentenceSaid{view_sentence(workshop_, phase.id, person)});
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
        if (role_ == Role::facilitator || was_published)
            add(gone_voice(event, workshop_, each, {role_}));
    }

    const Workshop& workshop_;
    Role role_;
    Delta delta_;
    TalliesView tallies_;
};

struct Own {
    const Workshop& workshop;
    using Found = std::optional<OwnEvent>;

    template <class Other>
    Found operator()(const Other&) const {
        return std::nullopt;
    }
    Found operator()(const ParticipantUpdated& e) const {
        const YouView you = project_you(workshop, {Role::participant, e.participant});
        return OwnEvent{e.participant, OwnDetails{you.name, you.affiliation}};
    }
    Found operator()(const IdeaPosted& e) const { return shown("idea.posted", e.idea); }
    Found operator()(const IdeaEdited& e) const { return shown("idea.edited", e.idea); }
    Found operator()(const IdeaPublished& e) const { return shown("idea.published", e.idea); }
    Found operator()(const IdeaWithdrawn& e) const { return gone("idea.withdrawn", e.idea); }
    Found operator()(const IdeaHidden& e) const { return gone("idea.hidden", e.idea); }
    Found operator()(const VoteCast& e) const {
        return OwnEvent{e.participant, OwnVote{e.phase.text, e.idea.text, value_of(e.choice)}};
    }
    Found operator()(const VoteCleared& e) const {
        OwnVoteCleared cleared{e.phase.text, std::nullopt};
        if (e.idea) cleared.idea = e.idea->text;
        return OwnEvent{e.participant, std::move(cleared)};
    }
    Found operator()(const CardsDrawn& e) const {
        OwnCards cards{e.phase.text, {}};
        for (const IdeaId& card : e.ideas) cards.ideas.push_back(card.text);
        return OwnEvent{e.participant, std::move(cards)};
    }

    Found operator()(const WeatherChosen& e) const {
        return OwnEvent{e.participant, OwnWeather{e.phase.text, e.weather}};
    }
    Found operator()(const AffiliationChosen& e) const {
        const YouView you = project_you(workshop, {Role::participant, e.participant});
        return OwnEvent{e.participant, OwnDetails{you.name, you.affiliation}};
    }
    Found operator()(const QuestionUpvoted& e) const {
        return OwnEvent{e.participant, OwnSupports{view_supports(workshop, e.participant)}};
    }
    Found operator()(const ClosingSaid& e) const {
        return OwnEvent{e.participant, OwnClosing{e.phase.text, e.closing}};
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
    Found operator()(const CommitmentWithdrawn& e) const {
        return gone("commitment.withdrawn", made(e));
    }
    Found operator()(const CommitmentHidden& e) const { return gone("commitment.hidden", made(e)); }

  private:
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
        if (!each.author) return std::nullopt;
        return OwnEvent{*each.author,
                        shown_voice(event, workshop, each, {Role::participant, *each.author})};
    }
    template <class Said>
    Found gone(const char* event, const Said& each) const {
        if (!each.author || each.status == IdeaStatus::published) return std::nullopt;
        return OwnEvent{*each.author,
                        gone_voice(event, workshop, each, {Role::participant, *each.author})};
    }
    Found shown(const char* event, const IdeaId& id) const {
        const Idea& idea = *workshop.idea(id);
        if (!idea.author) return std::nullopt;
        return OwnEvent{
            *idea.author,
            IdeaShown{event, view_idea(workshop, idea, {Role::participant, *idea.author})}};
    }
    Found gone(const char* event, const IdeaId& id) const {
        const Idea& idea = *workshop.idea(id);
        // What has come back since is told by what brought it back, and keeps its place.
        if (!idea.author || idea.status == IdeaStatus::published) return std::nullopt;
        return OwnEvent{
            *idea.author,
            IdeaGone{event, id.text, view_idea(workshop, idea, {Role::participant, *idea.author})}};
    }
};

}  // namespace

Delta project_delta(const Workshop& workshop, std::span<const Recorded> events, Role role) {
    Audience audience(workshop, role);
    for (const Recorded& recorded : events) std::visit(audience, recorded.event);
    return audience.finish();
}

std::optional<OwnEvent> project_own(const Workshop& workshop, const Event& event) {
    return std::visit(Own{workshop}, event);
}

std::vector<EventView> project_all_own(const Workshop& workshop, const ParticipantId& participant) {
    std::vector<EventView> out;
    if (!workshop.participant(participant)) return out;
    const Viewer viewer{Role::participant, participant};
    const YouView you = project_you(workshop, viewer);
    out.emplace_back(OwnDetails{you.name, you.affiliation});
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
    return out;
}

}  // namespace atelier::wire
