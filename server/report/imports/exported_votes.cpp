// Ballots, cards and reasons of an export.
#include <algorithm>

#include "report/imports/export_reading.hpp"
#include "wire/choices.hpp"

namespace atelier::report::imports::exported {

Reading::Row Reading::ballot_row(const Fields& in) {
    Row row{known_phase(in), in.maybe_id<AffiliationId>("affiliation"), {}, {}};
    const Phase* phase = out_.phase(row.phase);
    const auto rules = phase ? vote_rules(phase->settings) : std::nullopt;
    if (!rules) {
        in.wrong("phase");
        return row;
    }
    const Fields choices = in.object(in.has("dots") ? "dots" : "choices");
    each_member(choices, [&](const std::string& idea) {
        const auto choice = choice_of(rules->method, wire::decode_value(choices, idea));
        if (!choice || !out_.idea({idea})) return choices.wrong(idea);
        row.ballot[IdeaId{idea}] = *choice;
    });
    if (in.has("cards")) row.cards = wire::decode_ids(in, "cards");
    for (const IdeaId& card : row.cards)
        if (!out_.idea(card)) in.wrong("cards");
    return row;
}

std::optional<Choice> Reading::choice_of(Method method, const VoteValue& value) {
    const auto* number = std::get_if<int>(&value);
    if (number && method == Method::dots && *number > 0) return Dots{*number};
    if (number && method == Method::judgment && *number >= 0 &&
        *number < static_cast<int>(grades_count))
        return Grade{*number};
    const auto fits = [](int s) { return s >= 1 && s <= static_cast<int>(scores_count); };
    if (const auto* scores = std::get_if<Scores>(&value);
        scores && method == Method::impact_effort && fits(scores->impact) && fits(scores->effort))
        return *scores;
    if (const auto* judged = std::get_if<Judgement>(&value); judged && method == Method::useful)
        return *judged;
    if (const auto* answer = std::get_if<Answer>(&value); answer && method == Method::consent)
        return Answer{answer->consent, {}};
    return std::nullopt;
}

void Reading::ballots() {
    std::vector<Row> rows;
    for_each("ballots", domain::limits::participants_per_workshop_max * 40,
             [&](const Fields& in) { rows.push_back(ballot_row(in)); });
    if (!wrong_.empty()) return;
    std::map<PhaseId, std::set<AffiliationId>> named;
    StandIns::Ballots ballots;
    for (const Row& row : rows) {
        if (row.label) named[row.phase].insert(*row.label);
        if (!row.ballot.empty()) ++ballots[row.phase][row.label];
    }
    stand_ins_->expect(totals_, ballots);
    // Who was only handed cards takes what places are left.
    std::stable_partition(rows.begin(), rows.end(),
                          [](const Row& row) { return !row.ballot.empty(); });
    for (const Row& row : rows) {
        const auto who =
            stand_ins_->voter(row.phase, row.label, !row.ballot.empty(), named[row.phase]);
        if (!who) return in_.wrong("ballots");
        Votes& votes = out_.votes[row.phase];
        for (const IdeaId& card : row.cards) votes.hand(*who, card);
        for (const auto& [idea, choice] : row.ballot) votes.set(*who, idea, choice);
    }
}

/// A reason goes with one of the answers that it is of: whose it was is in no file.
void Reading::reason(const Fields& in) {
    const PhaseId phase = known_phase(in);
    const IdeaId idea = known_idea(in);
    const auto consent = in.word<Consent>("answer");
    const std::string text = words(in, "text");
    if (!wrong_.empty()) return;
    for (const ParticipantId& who : sorted_voters(phase)) {
        Votes& votes = out_.votes[phase];
        const auto found = votes.ballots.at(who).find(idea);
        if (found == votes.ballots.at(who).end()) continue;
        const auto* answer = std::get_if<Answer>(&found->second);
        if (!answer || answer->consent != consent || !answer->reason.empty()) continue;
        return votes.set(who, idea, Answer{consent, text});
    }
    in.wrong("answer");
}

const std::vector<ParticipantId>& Reading::sorted_voters(const PhaseId& phase) {
    std::vector<ParticipantId>& voters = voters_[phase];
    if (voters.empty())
        for (const auto& [who, ballot] : out_.votes[phase].ballots) voters.push_back(who);
    if (!std::ranges::is_sorted(voters)) std::ranges::sort(voters);
    return voters;
}

}  // namespace atelier::report::imports::exported
