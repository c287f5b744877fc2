#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "domain/limits.hpp"
#include "domain/support/world.hpp"

namespace atelier::tests {
namespace {

using namespace domain;
using Sentences = std::vector<std::string>;

void about_agenda(const Workshop& workshop, Sentences& broken) {
    const auto& phases = workshop.plan.phases;
    if (std::ranges::count(phases, PhaseStatus::open, &Phase::status) > 1)
        broken.emplace_back("[A1] more than one phase is open");
    if (workshop.closed && workshop.open_phase())
        broken.emplace_back("[W3] a phase is open in a closed workshop");
    for (const Phase& phase : phases)
        if (phase.revealed && vote_rules(phase.settings) && phase.status != PhaseStatus::closed)
            broken.push_back(fmt::format("[D6] {} is revealed but not closed", phase.id.text));
}

void about_ideas(const Workshop& workshop, const Phase& phase, Sentences& broken) {
    const auto* settings = std::get_if<CollectSettings>(&phase.settings);
    std::map<ParticipantId, std::size_t> count;
    for (const Idea& idea : workshop.ideas) {
        if (workshop.idea(idea.id) != &idea)
            broken.push_back(fmt::format("{} is not found by its id", idea.id.text));
        if (idea.phase != phase.id || !idea.author) continue;
        if (!settings) broken.push_back(fmt::format("{} was not collected", idea.id.text));
        if (settings && idea.status != IdeaStatus::withdrawn &&
            ++count[*idea.author] > settings->max_per_person)
            broken.push_back(fmt::format("[I2] {} has too many ideas", idea.author->text));
    }
}

void about_votes(const Workshop& workshop, const Phase& phase, Sentences& broken) {
    const Votes* votes = workshop.votes_of(phase.id);
    if (!votes) return;
    if (recount(*votes) != votes->tallies)
        broken.push_back(fmt::format("[D8] tallies of {} are not its recount", phase.id.text));
    const auto rules = vote_rules(phase.settings);
    if (!rules) return broken.push_back(fmt::format("{} is no vote", phase.id.text));
    for (const auto& [voter, ballot] : votes->ballots) {
        if (ballot.empty()) broken.push_back(fmt::format("{} has an empty ballot", voter.text));
        for (const auto& [idea, choice] : ballot) {
            if (!workshop.idea(idea) || choice.index() != static_cast<std::size_t>(rules->method))
                broken.push_back(fmt::format("[V1] a choice on {}", idea.text));
            const auto* dots = std::get_if<Dots>(&choice);
            if (dots && (dots->dots < 1 || dots->dots > limits::dots_budget_max))
                broken.push_back(fmt::format("[D2] {} dots on {}", dots->dots, idea.text));
            if (rules->method == Method::useful && !votes->handed(voter, idea))
                broken.push_back(fmt::format("[V7] {} judged {} unseen", voter.text, idea.text));
        }
    }
}

void about_voices(const Workshop& workshop, Sentences& broken) {
    std::map<std::pair<ParticipantId, PhaseId>, std::size_t> asked, made;
    const auto most = [&](const PhaseId& id) -> std::size_t {
        const PhaseSettings& settings = workshop.phase(id)->settings;
        const auto* listen = std::get_if<ListenSettings>(&settings);
        return listen ? listen->max_per_person : std::get<CommitSettings>(settings).max_per_person;
    };
    const auto count = [&](auto& counts, const auto& said, const char* rule) {
        if (!said.author || said.status == IdeaStatus::withdrawn) return;
        if (++counts[{*said.author, said.phase}] > most(said.phase))
            broken.push_back(fmt::format("[{}] {} has too many", rule, said.author->text));
    };
    for (const Question& each : workshop.questions) {
        count(asked, each, "QU1");
        if (each.author && each.supporters.contains(*each.author))
            broken.push_back(fmt::format("[QU3] {} supports its own", each.author->text));
    }
    for (const Commitment& each : workshop.commitments) count(made, each, "C1");
    for (const auto& [phase, people] : workshop.closings)
        for (const auto& [person, said] : people)
            if (said.quote && said.sentence.empty())
                broken.push_back(fmt::format("[Z2] {} quotes nothing", person.text));
}

void about_reactions(const Workshop& workshop, Sentences& broken) {
    std::size_t given = 0;
    for (const auto& [id, people] : workshop.reactions.people) {
        const Idea* idea = workshop.idea(id);
        if (!idea || people.empty()) broken.push_back(fmt::format("[RE1] {} is nothing", id.text));
        if (idea && idea->author && people.contains(*idea->author))
            broken.push_back(fmt::format("[RE2] {} supports its own", idea->author->text));
        for (const ParticipantId& person : people)
            if (!workshop.reactions.supported(person).contains(id))
                broken.push_back(fmt::format("[RE1] {} does not know of {}", person.text, id.text));
        given += people.size();
    }
    for (const auto& [person, ideas] : workshop.reactions.ideas) given -= ideas.size();
    if (given != 0) broken.emplace_back("[RE1] people and ideas do not agree");
}

void about_board(const Workshop& workshop, const Board& board, Sentences& broken) {
    const auto somewhere = [&](const std::optional<LeverId>& lever) {
        const auto now = board.now(lever);
        return !now || board.lever(*now);
    };
    for (const auto& [idea, place] : board.placements)
        if (!workshop.idea(idea) || !somewhere(place.lever) ||
            (place.scale && !board.scale(*place.scale)))
            broken.push_back(fmt::format("[B3] {} rests on nothing", idea.text));
    for (const auto& [idea, places] : board.crowd)
        for (const auto& [who, place] : places)
            if (!workshop.idea(idea) || !workshop.participant(who) || !somewhere(place.lever))
                broken.push_back(fmt::format("[B7] {} is put nowhere by {}", idea.text, who.text));
    for (const RetiredLever& gone : board.retired)
        if (board.lever(gone.lever.id))
            broken.push_back(fmt::format("[LV7] {} is here and gone", gone.lever.id.text));
    if (board.levers.size() > limits::levers_per_board_max)
        broken.push_back(fmt::format("[LV4] too many levers on {}", board.id.text));
}

void about_groups(const Workshop& workshop, Sentences& broken) {
    std::size_t members = 0;
    for (const Idea& idea : workshop.ideas) {
        if (!idea.group) continue;
        ++members;
        const Idea* lead = workshop.idea(*idea.group);
        if (!lead || lead->group || lead->status != IdeaStatus::published ||
            idea.status != IdeaStatus::published)
            broken.push_back(fmt::format("[G2] {} is in no good group", idea.id.text));
        if (std::ranges::count(workshop.members(*idea.group), idea.id) != 1)
            broken.push_back(fmt::format("[G1] {} is not listed by its lead", idea.id.text));
    }
    for (const auto& [lead, list] : workshop.groups) {
        if (list.empty()) broken.push_back(fmt::format("[G3] {} leads nothing", lead.text));
        members -= list.size();
    }
    if (members != 0) broken.emplace_back("[G1] groups and ideas do not agree");
    for (const IdeaId& id : workshop.spotlight)
        if (workshop.idea(id)->status != IdeaStatus::published)
            broken.push_back(fmt::format("[SP2] {} is hidden and in the spotlight", id.text));
}

}  // namespace

Sentences broken_invariants(const Workshop& workshop) {
    Sentences broken;
    about_agenda(workshop, broken);
    for (const Phase& phase : workshop.plan.phases) {
        about_ideas(workshop, phase, broken);
        about_votes(workshop, phase, broken);
    }
    for (const Board& board : workshop.plan.boards) about_board(workshop, board, broken);
    about_groups(workshop, broken);
    about_voices(workshop, broken);
    about_reactions(workshop, broken);
    return broken;
}

}  // namespace atelier::tests
