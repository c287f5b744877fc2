#include "report/imports/make.hpp"

#include <algorithm>
#include <map>

#include "report/imports/retell.hpp"

namespace atelier::report::imports {
namespace {

using namespace domain;

struct Names {
    std::string collect, sort, vote;
};
Names names_in(std::string_view language) {
    if (language == "fr") return {"Idées importées", "Classer", "Voter"};
    return {"Imported ideas", "Sort", "Vote"};
}

const BoardId board_id{"levers"};
const PhaseId collect_id{"collect"}, vote_id{"vote"}, sort_id{"sort"};

Phase phase_of(const PhaseId& id, std::string title, PhaseSettings settings) {
    Phase out;
    out.id = id;
    out.title = std::move(title);
    out.settings = std::move(settings);
    return out;
}

LeverId lever_id(std::size_t i) { return LeverId{"lever-" + std::to_string(i + 1)}; }

Board board_of(const std::vector<std::string>& levers) {
    Board out;
    out.id = board_id;
    for (std::size_t i = 0; i < levers.size(); ++i)
        out.levers.push_back({lever_id(i),
                              levers[i],
                              std::string(lever_symbols[i % lever_symbols.size()]),
                              std::string(lever_colours[i % lever_colours.size()]),
                              {}});
    return out;
}

/// Builds the state that a wall, a list or Polis' tables tell of.
class Maker {
  public:
    Maker(const ImportPlan& plan, base::Millis now) : plan_(plan), now_(now) {}

    Workshop run() {
        Blueprint& blueprint = out_.plan;
        blueprint.title = plan_.title;
        blueprint.language = plan_.language;
        if (!plan_.levers.empty()) blueprint.boards.push_back(board_of(plan_.levers));
        phases();
        for (std::size_t i = 0; i < plan_.ideas.size(); ++i) idea(i);
        for (const PlannedVote& vote : plan_.votes) {
            const ParticipantId voter = person(vote.voter);
            Votes& votes = out_.votes[vote_id];
            const IdeaId idea = out_.ideas[vote.idea].id;
            votes.hand(voter, idea);  // rule V7: who judged a card has seen it
            votes.set(voter, idea, vote.value);
        }
        return std::move(out_);
    }

  private:
    void phases() {
        const auto names = names_in(plan_.language);
        auto& phases = out_.plan.phases;
        CollectSettings collect;
        collect.moderation = Moderation::none;
        phases.push_back(phase_of(collect_id, names.collect, collect));
        base::Millis first = now_;
        for (const PlannedIdea& idea : plan_.ideas)
            first = std::min(first, idea.at.value_or(first));
        opened(phases.back(), first);
        if (!plan_.levers.empty())
            phases.push_back(phase_of(sort_id, names.sort, SortSettings{board_id}));
        UsefulSettings useful;
        useful.any_card = true;
        phases.push_back(phase_of(vote_id, names.vote, useful));
        if (plan_.votes.empty()) return;
        for (const PlannedVote& vote : plan_.votes)
            if (vote.at > 0) first = std::min(first, vote.at);
        opened(phases.back(), first);
        phases.back().revealed = true;
    }
    static void opened(Phase& phase, base::Millis at) {
        phase.status = PhaseStatus::closed;
        phase.opened_at = at;
        phase.ends_at = at + phase.minutes * base::Millis{60'000};
    }
    void idea(std::size_t i) {
        const PlannedIdea& planned = plan_.ideas[i];
        Idea out{IdeaId{planned.id.empty() ? "i" + std::to_string(i + 1) : planned.id},
                 collect_id,
                 std::nullopt,
                 planned.text,
                 std::nullopt,
                 planned.at.value_or(now_),
                 planned.hidden ? IdeaStatus::hidden : IdeaStatus::published,
                 planned.reviewed,
                 {}};
        if (planned.hidden) out.reason = HideReason::off_topic;
        if (!planned.author.empty()) {
            out.author = person(planned.author);
            ++out_.participants[*out.author].ideas_posted;
        }
        if (!planned.lever.empty()) place(out.id, planned.lever);
        out_.idea_index[out.id] = out_.ideas.size();
        out_.ideas.push_back(std::move(out));
    }
    void place(const IdeaId& idea, const std::string& lever) {
        const auto found = std::ranges::find(plan_.levers, lever);
        const auto index = static_cast<std::size_t>(found - plan_.levers.begin());
        out_.plan.boards.front().placements[idea] = {lever_id(index), {}, {}};
    }
    ParticipantId person(const std::string& name) {
        const ParticipantId id{name};
        out_.participants.try_emplace(id, Participant{id, "", std::nullopt});
        return id;
    }

    const ImportPlan& plan_;
    base::Millis now_;
    Workshop out_;
};

VotedAt times_of(const ImportPlan& plan, const Workshop& workshop) {
    std::map<std::pair<ParticipantId, IdeaId>, base::Millis> times;
    for (const PlannedVote& vote : plan.votes)
        if (vote.at > 0) times[{ParticipantId{vote.voter}, workshop.ideas[vote.idea].id}] = vote.at;
    return [times = std::move(times)](const PhaseId&, const ParticipantId& voter,
                                      const IdeaId& idea) -> std::optional<base::Millis> {
        const auto found = times.find({voter, idea});
        if (found == times.end()) return std::nullopt;
        return found->second;
    };
}

// Into a workshop that is there

Decided<PhaseId> collection(const Workshop& workshop, const std::optional<PhaseId>& named) {
    const auto collects = [](const Phase& phase) {
        return std::holds_alternative<CollectSettings>(phase.settings);
    };
    if (named) {
        const Phase* phase = workshop.phase(*named);
        if (!phase || !collects(*phase)) return Refusal{Code::no_such_phase};
        return phase->id;
    }
    if (const Phase* open = workshop.open_phase(); open && collects(*open)) return open->id;
    const auto& phases = workshop.plan.phases;
    const auto last = std::find_if(phases.rbegin(), phases.rend(), collects);
    if (last == phases.rend()) return Refusal{Code::no_such_phase};
    return last->id;
}

/// Rule IM2. Levers are added by the domain's own rule, on a workshop that is this board alone.
class Levers {
  public:
    Levers(const Board* board, const std::string& fresh_id) : fresh_id_(fresh_id) {
        if (!board) return;
        bench_.plan.boards.push_back(
            {board->id, board->levers, board->scales, {}, board->title, board->retired, {}});
    }
    Decided<std::optional<LeverId>> of(const std::string& name) {
        if (bench_.plan.boards.empty() || name.empty()) return std::optional<LeverId>();
        const Board& board = bench_.plan.boards.front();
        const auto found = std::ranges::find(board.levers, name, &Lever::name);
        if (found != board.levers.end()) return std::optional(found->id);
        const LeverId id{fresh_id_ + "-l" + std::to_string(events_.size() + 1)};
        auto added = decide(bench_, AddLever{board.id, {name, {}, {}}, {}}, {Role::facilitator, {}},
                            {0, id.text});
        if (!added) return added.error();
        for (Event& event : added.value()) {
            apply(bench_, event, 0);
            events_.push_back(std::move(event));
        }
        return std::optional(id);
    }
    [[nodiscard]] std::vector<Event>& events() noexcept { return events_; }

  private:
    Workshop bench_;
    std::string fresh_id_;
    std::vector<Event> events_;
};

}  // namespace

std::vector<Recorded> new_workshop(const ImportPlan& plan, const WorkshopId& id,
                                   const std::string& code, base::Millis now) {
    Workshop workshop = plan.workshop ? *plan.workshop : Maker(plan, now).run();
    workshop.id = id;
    workshop.code = code;
    workshop.plan.title = plan.title;
    return retell(workshop, now, times_of(plan, workshop));
}

Decided<std::vector<Event>> added_ideas(const Workshop& workshop, const ImportPlan& plan,
                                        const Into& into, const std::string& fresh_id) {
    if (workshop.closed) return Refusal{Code::workshop_closed};
    const auto phase = collection(workshop, into.phase);
    if (!phase) return phase.error();
    const auto& boards = workshop.plan.boards;
    const Board* board = boards.empty() ? nullptr : &boards.front();
    if (into.board && !(board = workshop.board(*into.board))) return Refusal{Code::no_such_board};
    if (workshop.ideas.size() + plan.ideas.size() > domain::limits::ideas_per_workshop_max)
        return Refusal{Code::too_many_ideas};
    Levers levers(board, fresh_id);
    std::vector<Event> posted, placed;
    for (const PlannedIdea& idea : plan.ideas) {
        const auto lever = levers.of(idea.lever);
        if (!lever) return lever.error();
        const IdeaId id{fresh_id + "-" + std::to_string(posted.size() + 1)};
        posted.emplace_back(IdeaPosted{id, phase.value(), std::nullopt, idea.text, std::nullopt,
                                       IdeaStatus::published, true});
        if (lever.value())
            placed.emplace_back(PlacementSet{board->id, id, {lever.value(), {}, {}}});
    }
    std::vector<Event> out = std::move(levers.events());
    out.insert(out.end(), posted.begin(), posted.end());
    out.insert(out.end(), placed.begin(), placed.end());
    return out;
}

}  // namespace atelier::report::imports
