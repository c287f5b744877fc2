#include "report/export_json.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "report/boards.hpp"
#include "report/export_ballots.hpp"
#include "report/export_checks.hpp"
#include "report/results.hpp"
#include "wire/choices.hpp"
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
        if (board.put_for_all(idea.id)) out.back()["put"] = true;
        if (found->settled) out.back()["settled"] = true;
        if (!found->crowd) continue;
        out.back()["people"] = found->crowd->people;
        for (const auto& [place, people] : found->places)
            out.back()["crowd"].push_back({{"lever", wire::id_or_null(place.lever)},
                                           {"scale", wire::id_or_null(place.scale)},
                                           {"people", people}});
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

/// Authors are told apart by numbers, in the order in which they first posted: they stand for nobody
/// anywhere else.
class Authors {
  public:
    std::string number(const domain::ParticipantId& author) {
        return std::to_string(numbers_.try_emplace(author, numbers_.size() + 1).first->second);
    }

  private:
    std::unordered_map<domain::ParticipantId, std::size_t> numbers_;
};

json idea_json(const domain::Workshop& workshop, const Affiliations& affiliations, Authors& authors,
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
    if (!workshop.members(idea.id).empty())
        out["members"] = wire::ids_json(workshop.members(idea.id));
    if (idea.original) {
        out["reworded"] = true;
        out["original"] = *idea.original;
    }
    if (idea.erased) out["erased"] = true;
    if (idea.carried_from) out["carried_from"] = idea.carried_from->text;
    if (idea.author) out["author"] = authors.number(*idea.author);
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

json question_json(const domain::Question& question) {
    json out{{"id", question.id.text},
             {"phase", question.phase.text},
             {"text", question.text},
             {"at", question.at},
             {"status", wire::text(question.status)},
             {"answered", question.answered},
             {"people", question.supporters.size()}};
    if (question.erased) out["erased"] = true;
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
    view.erased = commitment.erased;
    if (commitment.follow_up)
        view.follow_up =
            wire::FollowUpView{*commitment.follow_up, commitment.note, commitment.followed_at};
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
        std::size_t kept = 0;
        for (const auto& [person, said] : closings) {
            if (said.roti) ++roti.at(static_cast<std::size_t>(*said.roti - 1));
            if (said.quote) quotes.push_back(said.sentence);
            if (!said.quote && !said.sentence.empty()) ++kept;
        }
        std::ranges::sort(quotes);
        out[phase.id.text] = {{"roti", roti},
                              {"quotes", std::move(quotes)},
                              {"kept", kept},
                              {"people", closings.size()}};
    }
    return out;
}

json comment_json(const domain::Comment& comment) {
    json out{{"id", comment.id.text},
             {"idea", comment.idea.text},
             {"text", comment.text},
             {"at", comment.at},
             {"status", wire::text(comment.status)}};
    if (comment.erased) out["erased"] = true;
    if (comment.status == domain::CommentStatus::hidden && comment.reason)
        out["reason"] = wire::text(*comment.reason);
    return out;
}

/// How many people have a ballot in some vote whose counts are shown.
std::size_t ever_voted(const domain::Workshop& workshop) {
    std::unordered_set<domain::ParticipantId> people;
    for (const auto& phase : workshop.plan.phases)
        if (const auto* votes = workshop.votes_of(phase.id))
            for (const auto& [voter, ballot] : votes->ballots) people.insert(voter);
    return people.size();
}

json people_json(const domain::Workshop& workshop, const Affiliations& affiliations,
                 const Figures& figures) {
    json told = json::array();
    for (const auto& each : affiliations.shown)
        told.push_back({{"id", each.id.text}, {"people", each.people}});
    return {{"joined", workshop.participants.size()}, {"posted", people_posted(workshop)},
            {"voted", people_voted(workshop)},        {"took_part", figures.took_part},
            {"ever_voted", ever_voted(workshop)},     {"affiliations", std::move(told)}};
}

json moderation_json(const Figures& figures) {
    json reasons = json::object();
    for (const auto& [reason, n] : figures.hidden_by_reason)
        reasons[std::string(wire::text(reason))] = n;
    return {{"hidden_by_reason", std::move(reasons)}};
}

}  // namespace

json export_json(const domain::Workshop& workshop, const Fingerprint& fingerprint,
                 base::Millis exported_at) {
    const Affiliations affiliations = count_affiliations(workshop);
    json ideas = json::array(), ballots = json::array(), withheld = json::array();
    Authors authors;
    for (const auto& idea : workshop.ideas)
        ideas.push_back(idea_json(workshop, affiliations, authors, idea));
    json questions = json::array(), commitments = json::array(), comments = json::array();
    for (const auto& each : workshop.comments) comments.push_back(comment_json(each));
    for (const auto& each : workshop.questions) questions.push_back(question_json(each));
    for (const auto& each : workshop.commitments) commitments.push_back(commitment_json(each));
    for (const auto& phase : workshop.plan.phases) {
        if (!vote_rules(phase.settings)) continue;
        if (!counts_shown(workshop, phase))
            withheld.push_back(phase.id.text);
        else
            add_ballots(ballots, workshop, affiliations, phase);
    }
    const Figures figures = count_figures(workshop);
    json out{{"schema", "atelier-export/2"},
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
             {"comments", std::move(comments)},
             {"people", people_json(workshop, affiliations, figures)},
             {"moderation", moderation_json(figures)},
             {"fingerprint", {{"seq", fingerprint.seq}, {"digest", fingerprint.digest}}}};
    out["checks"] = checks_of(out);
    return out;
}

}  // namespace atelier::report
