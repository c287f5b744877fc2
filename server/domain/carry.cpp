#include "domain/carry.hpp"

#include <algorithm>

#include "domain/limits.hpp"

namespace atelier::domain {
namespace {

Refusal bad(const char* field) { return {Code::bad_arguments, {{"field", std::string(field)}}}; }

/// Rule CA1. Steps that sort on a board of the template's sort on the first of those that came.
void take_boards(const Workshop& from, Blueprint& plan) {
    plan.boards.clear();
    for (const Board& board : from.plan.boards)
        plan.boards.push_back({board.id, board.levers, board.scales, {}, board.title, {}, {}});
    if (plan.boards.empty()) return;
    for (Phase& phase : plan.phases) {
        auto* sort = std::get_if<SortSettings>(&phase.settings);
        if (sort && std::ranges::find(plan.boards, sort->board, &Board::id) == plan.boards.end())
            sort->board = plan.boards.front().id;
    }
}

bool has_scale(const Blueprint& plan, const ScaleId& scale) {
    return std::ranges::any_of(plan.boards, [&](const Board& board) {
        return std::ranges::find(board.scales, scale, &Scale::id) != board.scales.end();
    });
}

}  // namespace

Decided<Carried> carry(const Workshop& from, Blueprint plan, const Carrying& what) {
    Carried out{std::move(plan), {}};
    if (what.boards && !from.plan.boards.empty()) take_boards(from, out.plan);
    out.plan.continues = from.id;
    if (what.ideas.empty()) return out;
    const auto& phases = out.plan.phases;
    const auto collect = std::ranges::find_if(phases, [](const Phase& phase) {
        return std::holds_alternative<CollectSettings>(phase.settings);
    });
    if (collect == phases.end() || what.ideas.size() > limits::ideas_per_workshop_max)
        return bad("continues.ideas");
    std::vector<IdeaId> seen;
    for (const IdeaId& id : what.ideas) {
        const Idea* idea = from.idea(id);
        if (!idea) return Refusal{Code::no_such_idea};
        if (!shown(from, *idea) || idea->erased) return Refusal{Code::idea_not_published};
        if (std::ranges::find(seen, id) != seen.end()) return bad("continues.ideas");
        seen.push_back(id);
        auto scale = idea->scale && has_scale(out.plan, *idea->scale) ? idea->scale : std::nullopt;
        IdeaPosted posted{id,    collect->id,           std::nullopt, idea->text,
                          scale, IdeaStatus::published, true};
        posted.carried_from = from.id;
        out.events.emplace_back(std::move(posted));
    }
    return out;
}

}  // namespace atelier::domain
