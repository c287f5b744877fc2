#include "report/replay_moments.hpp"

#include <algorithm>
#include <optional>

#include "domain/decide.hpp"
#include "report/summary.hpp"

namespace atelier::report {
namespace {

using domain::IdeaStatus;
using Rests = std::optional<domain::Place>;  ///< none: nobody has put it anywhere

/// Goes through the journal once more, with the end known.
class Teller {
  public:
    Teller(const domain::Workshop& end, const Quoted& ideas) : end_(end), ideas_(ideas) {}

    void tell(const domain::Recorded& recorded) {
        domain::apply(now_, recorded.event, recorded.at);
        at_ = recorded.at;
        std::visit(*this, recorded.event);
    }
    std::vector<Moment> done();

    template <class Other>
    void operator()(const Other&) {}
    void operator()(const domain::WorkshopClosed&) {
        for (const domain::Phase& phase : now_.plan.phases) shows_counts(phase);
        look_at_ideas();
        add({at_, What::workshop_closed});
    }
    void operator()(const domain::ParticipantJoined&) {
        add({.at = at_, .what = What::people_joined, .people = now_.participants.size()});
    }
    void operator()(const domain::PhaseOpened& e) {
        if (!opened_) add({at_, What::workshop_opened});
        opened_ = true;
        step(What::phase_opened, e.phase);
    }
    void operator()(const domain::PhaseReopened& e) {
        counts_since_.erase(e.phase);
        step(What::phase_reopened, e.phase);
    }
    void operator()(const domain::PhaseClosed& e) {
        step(What::phase_closed, e.phase);
        const domain::Phase* phase = now_.phase(e.phase);
        if (const auto* sort = std::get_if<domain::SortSettings>(&phase->settings))
            for (const domain::Idea& idea : now_.ideas) look_at_place(sort->board, idea.id);
        shows_counts(*phase);
    }
    void operator()(const domain::ResultsRevealed& e) {
        shows_counts(*now_.phase(e.phase));
        look_at_ideas();
    }
    void operator()(const domain::PhaseUpdated&) { look_at_ideas(); }

    void operator()(const domain::IdeaPosted& e) { look_at(e.idea); }
    void operator()(const domain::IdeaEdited& e) { look_at(e.idea); }
    void operator()(const domain::IdeaPublished& e) { look_at(e.idea); }
    void operator()(const domain::IdeasMerged& e) { look_at_groups(e.members); }
    void operator()(const domain::IdeasUnmerged& e) { look_at_groups(e.members); }

    void operator()(const domain::PlacementSet& e) { look_at_place(e.board, e.idea); }
    void operator()(const domain::PlacementReleased& e) { look_at_place(e.board, e.idea); }
    void operator()(const domain::BoardChanged& e) {
        for (const domain::IdeaId& idea : e.ideas) look_at_place(e.board.id, idea);
    }

    void operator()(const domain::VoteCast& e) { voted(e.phase); }
    void operator()(const domain::VoteCleared& e) { voted(e.phase); }

    void operator()(const domain::QuestionAsked& e) { look_at(e.question); }
    void operator()(const domain::QuestionPublished& e) { look_at(e.question); }
    void operator()(const domain::QuestionAnswered& e) {
        const domain::Question* last = end_.question(e.question);
        if (last && quoted(*last)) once(What::question_answered, e.question.text);
    }
    void operator()(const domain::CommitmentMade& e) { look_at(e.commitment); }
    void operator()(const domain::CommitmentPublished& e) { look_at(e.commitment); }

  private:
    void add(Moment moment);
    void once(What what, const std::string& about);
    void step(What what, const domain::PhaseId& phase) {
        if (end_.phase(phase)) add({at_, what, phase.text});
    }
    void voted(const domain::PhaseId& phase) {
        if (end_.phase(phase))
            add({.at = at_,
                 .what = What::people_voted,
                 .about = phase.text,
                 .people = now_.votes_of(phase)->ballots.size()});
    }
    void shows_counts(const domain::Phase& phase);
    void look_at(const domain::IdeaId& id);
    void look_at(const domain::QuestionId& id);
    void look_at(const domain::CommitmentId& id);
    void look_at_ideas() {
        for (const domain::Idea& idea : now_.ideas) look_at(idea.id);
    }
    void look_at_groups(const std::vector<domain::IdeaId>& members) {
        for (const domain::IdeaId& id : members) in_group(id, now_.idea(id)->group);
    }
    void in_group(const domain::IdeaId& id, std::optional<domain::IdeaId> lead);
    void look_at_place(const domain::BoardId& board, const domain::IdeaId& idea);
    [[nodiscard]] bool being_sorted(const domain::BoardId& board) const;
    void rests(const domain::Board& board, const domain::IdeaId& idea, const Rests& place);
    void all_at_rest();

    const domain::Workshop& end_;
    const Quoted& ideas_;
    domain::Workshop now_;
    base::Millis at_ = 0;
    bool opened_ = false;
    std::vector<Moment> moments_;
    /// Where the last moment of those that stand for the same is, so that a second holds one.
    std::unordered_map<std::string, std::size_t> last_;
    std::unordered_set<std::string> told_;
    std::unordered_map<std::string, domain::Place> places_;  ///< as told, by board and idea
    std::unordered_map<domain::IdeaId, domain::IdeaId> leads_;
    /// Since when the counts of a vote are seen, if it is closed.
    std::unordered_map<domain::PhaseId, base::Millis> counts_since_;
};

constexpr base::Millis second_ms = 1'000;

void Teller::add(Moment moment) {
    const std::string key = moment.stands_for();
    if (!key.empty()) {
        const auto [last, fresh] = last_.try_emplace(key, moments_.size());
        if (!fresh && moments_[last->second].at / second_ms == moment.at / second_ms) {
            moments_[last->second] = std::move(moment);
            return;
        }
        last->second = moments_.size();
    }
    moments_.push_back(std::move(moment));
}

void Teller::once(What what, const std::string& about) {
    if (told_.insert(std::to_string(static_cast<int>(what)) + about).second)
        add({at_, what, about});
}

/// Rule RP4. Those of a vote that runs are the final ones only once it is closed.
void Teller::shows_counts(const domain::Phase& phase) {
    const bool over = phase.status == domain::PhaseStatus::closed || now_.closed;
    if (phase.opened_at && over && counts_shown(now_, phase))
        counts_since_.try_emplace(phase.id, at_);
}

void Teller::look_at(const domain::IdeaId& id) {
    if (ideas_.contains(id) && shown(now_, *now_.idea(id))) once(What::idea_published, id.text);
}

void Teller::look_at(const domain::QuestionId& id) {
    const domain::Question* last = end_.question(id);
    if (last && quoted(*last) && now_.question(id)->status == IdeaStatus::published)
        once(What::question_published, id.text);
}

void Teller::look_at(const domain::CommitmentId& id) {
    const domain::Commitment* last = end_.commitment(id);
    if (last && quoted(*last) && now_.commitment(id)->status == IdeaStatus::published)
        once(What::commitment_made, id.text);
}

void Teller::in_group(const domain::IdeaId& id, std::optional<domain::IdeaId> lead) {
    if (!ideas_.contains(id)) return;
    if (lead && !ideas_.contains(*lead)) lead.reset();
    const auto told = leads_.find(id);
    if (lead) {
        if (told != leads_.end() && told->second == *lead) return;
        leads_.insert_or_assign(id, *lead);
        add({at_, What::idea_merged, id.text, lead->text});
    } else if (told != leads_.end()) {
        leads_.erase(told);
        add({at_, What::idea_unmerged, id.text});
    }
}

/// Whether each person puts the cards of that board somewhere for themselves at this moment.
bool Teller::being_sorted(const domain::BoardId& board) const {
    const domain::Phase* open = now_.open_phase();
    const auto* sort = open ? std::get_if<domain::SortSettings>(&open->settings) : nullptr;
    return sort && sort->board == board && sort->mode == domain::SortMode::crowd;
}

void Teller::look_at_place(const domain::BoardId& id, const domain::IdeaId& idea) {
    const domain::Board* board = now_.board(id);
    const domain::Board* last = end_.board(id);
    if (!board || !last || !ideas_.contains(idea)) return;
    const domain::Placement* put = board->put_for_all(idea);
    const bool anywhere = put || board->crowd_of(idea);
    // Rule RP7.
    if (!put && anywhere && being_sorted(id)) return;
    if (!anywhere) return rests(*last, idea, std::nullopt);
    const domain::Placement place = resting_place(*board, *now_.idea(idea));
    rests(*last, idea, last->now(domain::Place{place.lever, place.scale}));
}

void Teller::rests(const domain::Board& board, const domain::IdeaId& idea, const Rests& place) {
    const std::string key = board.id.text + ' ' + idea.text;
    const auto told = places_.find(key);
    if (told == places_.end() && !place) return;
    const domain::Place here = place ? *place : domain::Place{{}, end_.idea(idea)->scale};
    if (told != places_.end() && told->second == here) return;
    places_.insert_or_assign(key, here);
    add({at_, What::placement_set, idea.text, board.id.text, here});
}

/// Rule RP5: whatever the way was, the end is the summary's.
void Teller::all_at_rest() {
    for (const domain::Idea& idea : end_.ideas) {
        if (!ideas_.contains(idea.id)) continue;
        once(What::idea_published, idea.id.text);
        in_group(idea.id, idea.group);
        for (const domain::Board& board : end_.plan.boards) {
            const bool anywhere = board.put_for_all(idea.id) || board.crowd_of(idea.id);
            const domain::Placement place = resting_place(board, idea);
            rests(board, idea.id,
                  anywhere ? Rests(domain::Place{place.lever, place.scale}) : std::nullopt);
        }
    }
}

std::vector<Moment> Teller::done() {
    all_at_rest();
    for (const auto& [phase, since] : counts_since_) {
        const domain::Phase* last = end_.phase(phase);
        if (last && counts_shown(end_, *last))
            moments_.push_back({since, What::results_revealed, phase.text});
    }
    // What an imported journal tells may lie before its first event.
    std::ranges::stable_sort(moments_, [](const Moment& a, const Moment& b) {
        if (a.at != b.at) return a.at < b.at;
        const bool results_a = a.what == What::results_revealed,
                   results_b = b.what == What::results_revealed;
        return results_a && results_b ? a.about < b.about : false;
    });
    return std::move(moments_);
}

}  // namespace

std::string Moment::stands_for() const {
    switch (what) {
        case What::people_joined:
            return "j";
        case What::people_voted:
            return "v" + about;
        case What::placement_set:
            return "p" + other + ' ' + about;
        case What::idea_merged:
        case What::idea_unmerged:
            return "g" + about;
        default:
            return {};
    }
}

Quoted quoted_ideas(const domain::Workshop& end) {
    const auto readable = [&](const domain::Idea& idea) {
        return shown(end, idea) && !idea.erased;
    };
    Quoted out;
    for (const domain::Idea& idea : end.ideas) {
        const domain::Idea* lead = idea.group ? end.idea(*idea.group) : &idea;
        if (readable(idea) && lead && shown(end, *lead)) out.insert(idea.id);
    }
    return out;
}

bool quoted(const domain::Question& question) noexcept {
    return question.status == IdeaStatus::published && !question.erased;
}
bool quoted(const domain::Commitment& commitment) noexcept {
    return commitment.status == IdeaStatus::published && !commitment.erased;
}

std::vector<Moment> moments_of(const domain::Workshop& end, const Quoted& ideas,
                               std::span<const domain::Recorded> events) {
    Teller teller(end, ideas);
    for (const domain::Recorded& recorded : events) teller.tell(recorded);
    return teller.done();
}

std::vector<Moment> thinned(std::vector<Moment> moments, std::size_t moments_max) {
    constexpr base::Millis day_ms = 24 * 3'600'000;
    for (base::Millis slot = 2 * second_ms; moments.size() > moments_max && slot <= day_ms;
         slot *= 2) {
        std::unordered_set<std::string> later;
        std::vector<Moment> kept;
        for (auto moment = moments.rbegin(); moment != moments.rend(); ++moment) {
            const std::string key = moment->stands_for();
            if (key.empty() || later.insert(key + '@' + std::to_string(moment->at / slot)).second)
                kept.push_back(std::move(*moment));
        }
        std::ranges::reverse(kept);
        moments = std::move(kept);
    }
    return moments;
}

}  // namespace atelier::report
