#include "report/export_json.hpp"

#include <algorithm>

#include "base/secret.hpp"
#include "report/boards.hpp"
#include "report/results.hpp"
#include "wire/views.hpp"

namespace atelier::report {
namespace {

using nlohmann::json;

json workshop_json(const domain::Workshop& workshop) {
    const auto& plan = workshop.plan;
    json out = wire::encode(wire::WorkshopView{workshop.id.text, workshop.code, plan.title,
                                               plan.question, plan.language, workshop.closed,
                                               plan.affiliations, plan.charter});
    out["created_at"] = workshop.created_at;
    return out;
}

json placements_json(const domain::Workshop& workshop, const domain::Idea& idea) {
    json out = json::array();
    for (const auto& board : workshop.plan.boards) {
        const auto found = board.placements.find(idea.id);
        if (found == board.placements.end()) continue;
        out.push_back({{"board", board.id.text},
                       {"lever", wire::id_or_null(found->second.lever)},
                       {"scale", wire::id_or_null(found->second.scale)}});
    }
    return out;
}

json tallies_json(const domain::Workshop& workshop, const domain::Idea& idea) {
    json out = json::object();
    for (const auto& phase : workshop.plan.phases) {
        if (!counts_shown(workshop, phase)) continue;
        const domain::Votes* votes = workshop.votes_of(phase.id);
        if (!votes) continue;
        if (const auto found = votes->tallies.find(idea.id); found != votes->tallies.end())
            out[phase.id.text] = wire::encode(found->second);
    }
    return out;
}

json idea_json(const domain::Workshop& workshop, const Affiliations& affiliations,
               const domain::Idea& idea) {
    json out{{"id", idea.id.text},
             {"phase", idea.phase.text},
             {"text", idea.text},
             {"at", idea.at},
             {"status", wire::text(idea.status)},
             {"reviewed", idea.reviewed},
             {"placements", placements_json(workshop, idea)},
             {"tallies", tallies_json(workshop, idea)}};
    if (idea.scale) out["scale"] = idea.scale->text;
    if (idea.status == domain::IdeaStatus::hidden && idea.reason)
        out["reason"] = wire::text(*idea.reason);
    const auto* author = idea.author ? workshop.participant(*idea.author) : nullptr;
    const auto& shown = affiliations.shown;
    if (author && author->affiliation &&
        std::ranges::find(shown, *author->affiliation, &AffiliationCount::id) != shown.end())
        out["affiliation"] = author->affiliation->text;
    return out;
}

/// What people wrote goes without the rest of their ballot: words may tell who they are.
domain::Choice without_words(domain::Choice choice) {
    if (auto* answer = std::get_if<domain::Answer>(&choice)) answer->reason.clear();
    return choice;
}

// Rule R11: a keyed digest orders the ballots, so that neither number nor place tells who or when.
void add_ballots(json& out, const domain::Phase& phase, const domain::Votes& votes,
                 std::string_view seed) {
    std::vector<std::pair<base::Sha256, const domain::Ballot*>> drawn;
    for (const auto& [voter, ballot] : votes.ballots) {
        const std::string key = std::string(seed) + '\n' + phase.id.text + '\n' + voter.text;
        drawn.emplace_back(base::sha256(key), &ballot);
    }
    std::ranges::sort(drawn);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const char* member =
            std::holds_alternative<domain::DotsSettings>(phase.settings) ? "dots" : "choices";
        json choices = json::object();
        for (const auto& [idea, choice] : *drawn[i].second)
            choices[idea.text] = wire::encode(without_words(choice));
        out.push_back({{"phase", phase.id.text},
                       {"voter", std::to_string(i + 1)},
                       {member, std::move(choices)}});
    }
}

json moderation_json(const Figures& figures) {
    json reasons = json::object();
    for (const auto& [reason, n] : figures.hidden_by_reason)
        reasons[std::string(wire::text(reason))] = n;
    return {{"hidden_by_reason", std::move(reasons)}};
}

}  // namespace

json export_json(const domain::Workshop& workshop, const Fingerprint& fingerprint,
                 base::Millis exported_at, std::string_view shuffle_seed) {
    const Affiliations affiliations = count_affiliations(workshop);
    json ideas = json::array(), ballots = json::array(), withheld = json::array();
    for (const auto& idea : workshop.ideas)
        ideas.push_back(idea_json(workshop, affiliations, idea));
    for (const auto& phase : workshop.plan.phases) {
        if (!vote_rules(phase.settings)) continue;
        const domain::Votes* votes = workshop.votes_of(phase.id);
        if (!counts_shown(workshop, phase))
            withheld.push_back(phase.id.text);
        else if (votes)
            add_ballots(ballots, phase, *votes, shuffle_seed);
    }
    return {{"schema", "atelier-export/1"},
            {"exported_at", exported_at},
            {"workshop", workshop_json(workshop)},
            {"phases", wire::encode_all(workshop.plan.phases)},
            {"boards", wire::encode_all(workshop.plan.boards)},
            {"ideas", std::move(ideas)},
            {"ballots", std::move(ballots)},
            {"withheld", std::move(withheld)},
            {"results", results_json(workshop)},
            {"reasons", reasons_json(workshop)},
            {"people",
             {{"joined", workshop.participants.size()},
              {"posted", people_posted(workshop)},
              {"voted", people_voted(workshop)}}},
            {"moderation", moderation_json(count_figures(workshop))},
            {"fingerprint", {{"seq", fingerprint.seq}, {"digest", fingerprint.digest}}}};
}

}  // namespace atelier::report
