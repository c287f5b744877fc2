#include "report/export_ballots.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/limits.hpp"
#include "wire/choices.hpp"

namespace atelier::report {
namespace {

using nlohmann::json;

/// What people wrote goes without the rest of their ballot: words may tell who they are.
domain::Choice without_words(domain::Choice choice) {
    if (auto* answer = std::get_if<domain::Answer>(&choice)) answer->reason.clear();
    return choice;
}

std::set<domain::ParticipantId> people_in(const domain::Votes& votes) {
    std::set<domain::ParticipantId> out;
    for (const auto& [voter, ballot] : votes.ballots) out.insert(voter);
    for (const auto& [person, hand] : votes.hands) out.insert(person);
    return out;
}

const domain::AffiliationId* affiliation_of(const domain::Workshop& workshop,
                                            const domain::ParticipantId& id) {
    const auto* person = workshop.participant(id);
    return person && person->affiliation ? &*person->affiliation : nullptr;
}

/// The affiliations that may stand on this vote's rows.
std::vector<domain::AffiliationId> told_of(const domain::Workshop& workshop,
                                           const Affiliations& affiliations,
                                           const std::set<domain::ParticipantId>& people) {
    std::map<domain::AffiliationId, std::size_t> counts;
    for (const auto& id : people)
        if (const auto* affiliation = affiliation_of(workshop, id)) ++counts[*affiliation];
    std::vector<std::pair<domain::AffiliationId, std::size_t>> shown;
    for (const auto& each : affiliations.shown)
        if (const auto found = counts.find(each.id); found != counts.end()) shown.push_back(*found);
    return tellable(std::move(shown), people.size());
}

json row_of(const domain::Phase& phase, const domain::Votes& votes,
            const domain::ParticipantId& person) {
    json choices = json::object();
    if (const auto* ballot = votes.ballot(person))
        for (const auto& [idea, choice] : *ballot)
            choices[idea.text] = wire::encode(without_words(choice));
    json out{{"phase", phase.id.text}};
    const bool dots = std::holds_alternative<domain::DotsSettings>(phase.settings);
    out[dots ? "dots" : "choices"] = std::move(choices);
    if (const auto hand = votes.hands.find(person); hand != votes.hands.end()) {
        std::vector<domain::IdeaId> cards = hand->second;
        std::ranges::sort(cards);
        out["cards"] = wire::ids_json(cards);
    }
    return out;
}

}  // namespace

std::vector<domain::AffiliationId> tellable(
    std::vector<std::pair<domain::AffiliationId, std::size_t>> counts, std::size_t all) {
    constexpr std::size_t least = domain::limits::shown_group_people_min;
    std::erase_if(counts, [](const auto& each) { return each.second < least; });
    using Count = std::pair<domain::AffiliationId, std::size_t>;
    std::size_t others = all;
    for (const auto& [id, people] : counts) others -= people;
    while (others > 0 && others < least && !counts.empty()) {
        const auto smallest = std::ranges::min_element(counts, {}, &Count::second);
        others += smallest->second;
        counts.erase(smallest);
    }
    std::vector<domain::AffiliationId> out;
    for (auto& [id, people] : counts) out.push_back(std::move(id));
    return out;
}

void add_ballots(json& out, const domain::Workshop& workshop, const Affiliations& affiliations,
                 const domain::Phase& phase) {
    const domain::Votes* votes = workshop.votes_of(phase.id);
    if (!votes) return;
    const auto people = people_in(*votes);
    const auto told = told_of(workshop, affiliations, people);
    std::vector<std::pair<std::string, json>> rows;
    for (const auto& person : people) {
        json row = row_of(phase, *votes, person);
        const auto* affiliation = affiliation_of(workshop, person);
        if (affiliation && std::ranges::find(told, *affiliation) != told.end())
            row["affiliation"] = affiliation->text;
        std::string content = row.dump();
        rows.emplace_back(std::move(content), std::move(row));
    }
    std::ranges::sort(rows, {}, &std::pair<std::string, json>::first);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].second["voter"] = std::to_string(i + 1);
        out.push_back(std::move(rows[i].second));
    }
}

}  // namespace atelier::report
