#include "report/export_json.hpp"

#include <algorithm>
#include <array>

#include "base/secret.hpp"
#include "report/boards.hpp"
#include "report/results.hpp"
#include "wire/resting.hpp"
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
        const auto found = wire::resting(board, idea.id);
        if (!found) continue;
        out.push_back({{"board", board.id.text},
                       {"lever", wire::id_or_null(found->place.lever)},
                       {"scale", wire::id_or_null(found->place.scale)}});
        if (found->crowd) out.back()["people"] = found->crowd->people;
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
    if (idea.group) out["group"] = idea.group->text;
    if (idea.original) out["reworded"] = true;
    if (const auto people = support_of(workshop, idea.id); people > 0) out["support"] = people;
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

json question_json(const domain::Question& question) {
    json out{{"id", question.id.text},
             {"phase", question.phase.text},
             {"text", question.text},
             {"at", question.at},
             {"status", wire::text(question.status)},
             {"answered", question.answered},
             {"people", question.supporters.size()}};
    if (!question.answer.empty()) out["answer"] = question.answer;
    if (question.status == domain::IdeaStatus::hidden && question.reason)
        out["reason"] = wire::text(*question.reason);
    return out;
}

json commitment_json(const domain::Commitment& commitment) {
    wire::CommitmentView view{commitment.id.text,
                              commitment.phase.text,
                              commitment.promise,
                              commitment.at,
                              commitment.status,
                              false,
                              {},
                              {},
                              {},
                              {}};
    if (commitment.status == domain::IdeaStatus::hidden) view.reason = commitment.reason;
    return wire::encode(view);
}

/// By phase: how many came in which weather; how many left with which ROTI, and the sentences that
/// may be quoted, in the order of their letters.
json arrivals_json(const domain::Workshop& workshop) {
    json out = json::object();
    for (const auto& phase : workshop.plan.phases)
        for (const auto& [person, weather] : workshop.weathers_of(phase.id)) {
            json& people = out[phase.id.text][std::string(wire::text(weather))];
            people = people.is_null() ? 1 : people.get<int>() + 1;
        }
    return out;
}

json closings_json(const domain::Workshop& workshop) {
    json out = json::object();
    for (const auto& phase : workshop.plan.phases) {
        const domain::Closings& closings = workshop.closings_of(phase.id);
        if (closings.empty()) continue;
        std::array<int, 5> roti{};
        std::vector<std::string> quotes;
        for (const auto& [person, said] : closings) {
            if (said.roti) ++roti.at(static_cast<std::size_t>(*said.roti - 1));
            if (said.quote) quotes.push_back(said.sentence);
        }
        std::ranges::sort(quotes);
        out[phase.id.text] = {{"roti", roti}, {"quotes", std::move(quotes)}};
    }
    return out;
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
    json questions = json::array(), commitments = json::array();
    for (const auto& each : workshop.questions) questions.push_back(question_json(each));
    for (const auto& each : workshop.commitments) commitments.push_back(commitment_json(each));
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
            {"questions", std::move(questions)},
            {"commitments", std::move(commitments)},
            {"weather", arrivals_json(workshop)},
            {"closing", closings_json(workshop)},
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
