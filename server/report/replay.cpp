#include "report/replay.hpp"

#include <array>

#include "report/replay_moments.hpp"
#include "report/results.hpp"
#include "wire/views.hpp"

namespace atelier::report {
namespace {

using nlohmann::json;

std::string_view word_of(What what) noexcept {
    static constexpr std::array<std::string_view, 15> names{
        "workshop.opened", "workshop.closed",  "phase.opened",       "phase.reopened",
        "phase.closed",    "results.revealed", "idea.published",     "idea.merged",
        "idea.unmerged",   "placement.set",    "question.published", "question.answered",
        "commitment.made", "people.joined",    "people.voted"};
    return names[static_cast<std::size_t>(what)];
}

/// The member that names what a moment is about.
std::string_view member_of(What what) noexcept {
    switch (what) {
        case What::workshop_opened:
        case What::workshop_closed:
        case What::people_joined:
            return {};
        case What::phase_opened:
        case What::phase_reopened:
        case What::phase_closed:
        case What::results_revealed:
        case What::people_voted:
            return "phase";
        case What::idea_published:
        case What::idea_merged:
        case What::idea_unmerged:
        case What::placement_set:
            return "idea";
        case What::question_published:
        case What::question_answered:
            return "question";
        case What::commitment_made:
            return "commitment";
    }
    return {};
}

json encode(const Moment& moment) {
    json out{{"at", moment.at}, {"moment", word_of(moment.what)}};
    if (const auto member = member_of(moment.what); !member.empty())
        out[std::string(member)] = moment.about;
    if (moment.what == What::idea_merged) out["into"] = moment.other;
    if (moment.what == What::people_joined || moment.what == What::people_voted)
        out["people"] = moment.people;
    if (moment.what != What::placement_set) return out;
    out["board"] = moment.other;
    out["lever"] = wire::id_or_null(moment.place.lever);
    out["scale"] = wire::id_or_null(moment.place.scale);
    return out;
}

void keep_quoted(std::vector<domain::IdeaId>& ids, const Quoted& ideas) {
    std::erase_if(ids, [&](const domain::IdeaId& id) { return !ideas.contains(id); });
}

/// The steps that were opened, as they are at the end; a vote's list names what is quoted alone.
json phases_json(const domain::Workshop& end, const Quoted& ideas) {
    json out = json::array();
    for (domain::Phase phase : end.plan.phases) {
        if (!phase.opened_at) continue;
        if (phase.ideas) keep_quoted(*phase.ideas, ideas);
        // How its ideas were to be chosen is of no use any more, and may name others.
        std::visit(
            [](auto& settings) {
                if constexpr (requires { settings.ideas = domain::Selection{}; })
                    settings.ideas = domain::Selection{};
            },
            phase.settings);
        out.push_back(wire::encode(phase));
    }
    return out;
}

json boards_json(const domain::Workshop& end) {
    json out = json::array();
    for (const domain::Board& board : end.plan.boards) {
        domain::Board shown{board.id, board.levers, board.scales, {}, board.title};
        out.push_back(wire::encode(shown));
    }
    return out;
}

json ideas_json(const domain::Workshop& end, const Quoted& ideas) {
    json out = json::array();
    for (const domain::Idea& idea : end.ideas) {
        if (!ideas.contains(idea.id)) continue;
        wire::IdeaView view;
        view.id = idea.id.text;
        view.phase = idea.phase.text;
        view.text = idea.text;
        view.at = idea.at;
        if (idea.scale) view.scale = idea.scale->text;
        view.reworded = idea.original.has_value();
        out.push_back(wire::encode(view));
    }
    return out;
}

json questions_json(const domain::Workshop& end) {
    json out = json::array();
    for (const domain::Question& question : end.questions) {
        if (!quoted(question)) continue;
        wire::QuestionView view;
        view.id = question.id.text;
        view.phase = question.phase.text;
        view.text = question.text;
        view.at = question.at;
        view.answered = question.answered;
        view.answer = question.answer;
        out.push_back(wire::encode(view));
    }
    return out;
}

json commitments_json(const domain::Workshop& end) {
    json out = json::array();
    for (const domain::Commitment& commitment : end.commitments) {
        if (!quoted(commitment)) continue;
        wire::CommitmentView view;
        view.id = commitment.id.text;
        view.phase = commitment.phase.text;
        view.promise = commitment.promise;
        view.at = commitment.at;
        out.push_back(wire::encode(view));
    }
    return out;
}

/// Rule RP4: of the votes that a moment shows. Ideas without votes have no entry.
json tallies_json(const domain::Workshop& end, const Quoted& ideas,
                  const std::vector<Moment>& moments) {
    wire::TalliesView out;
    for (const Moment& moment : moments) {
        if (moment.what != What::results_revealed) continue;
        const domain::Phase* phase = end.phase({moment.about});
        const auto rules = vote_rules(phase->settings);
        auto& told = out[phase->id.text];
        for (const domain::Idea* idea : domain::ideas_in(end, *phase)) {
            if (!ideas.contains(idea->id)) continue;
            const domain::Tally tally =
                tally_in(end, end.votes_of(phase->id), idea->id, rules->method);
            if (voters_of(tally) > 0) told[idea->id.text] = tally;
        }
    }
    return wire::encode(out);
}

}  // namespace

json replay_json(const domain::Workshop& end, std::span<const domain::Recorded> events,
                 std::size_t moments_max) {
    const Quoted ideas = quoted_ideas(end);
    const auto moments = thinned(moments_of(end, ideas, events), moments_max);
    json told = json::array();
    for (const Moment& moment : moments) told.push_back(encode(moment));
    return {{"title", end.plan.title},
            {"question", end.plan.question},
            {"language", end.plan.language},
            {"phases", phases_json(end, ideas)},
            {"boards", boards_json(end)},
            {"ideas", ideas_json(end, ideas)},
            {"questions", questions_json(end)},
            {"commitments", commitments_json(end)},
            {"tallies", tallies_json(end, ideas, moments)},
            {"moments", std::move(told)}};
}

}  // namespace atelier::report
