#include "report/imports/plan_json.hpp"

#include <set>

namespace atelier::report::imports {
namespace {

using nlohmann::json;

json mapping_json(const ImportPlan& plan) {
    json out = json::object();
    for (std::size_t i = 0; i < columns_count; ++i)
        if (const auto& at = plan.mapping[i])
            out[std::string(word_of(static_cast<Column>(i)))] = plan.header.at(*at);
    return out;
}

json sample_json(const ImportPlan& plan) {
    json out = json::array();
    for (const PlannedIdea& idea : plan.ideas) {
        if (out.size() >= limits::sample_rows_max) break;
        json one{{"row", idea.row}, {"text", idea.text}};
        if (!idea.lever.empty()) one["lever"] = idea.lever;
        if (idea.at) one["at"] = *idea.at;
        if (idea.hidden) one["hidden"] = true;
        out.push_back(std::move(one));
    }
    return out;
}

json counts_json(const ImportPlan& plan) {
    std::set<std::string_view> voters;
    for (const PlannedVote& vote : plan.votes) voters.insert(vote.voter);
    std::size_t ballots = plan.votes.size(), people = voters.size();
    if (plan.workshop) {
        ballots = plan.votes_cast;
        people = plan.workshop->participants.size();
    }
    return {{"rows", plan.rows},
            {"ideas", plan.ideas.size()},
            {"levers", plan.levers.size()},
            {"votes_cast", plan.votes_cast},
            {"choices", ballots},
            {"people", people}};
}

json warnings_json(const ImportPlan& plan) {
    json out = json::array();
    for (const Warning& warning : plan.warnings.all()) {
        json one{{"code", warning.code}, {"count", warning.count}, {"rows", warning.rows}};
        if (!warning.detail.empty()) one["detail"] = warning.detail;
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace

json plan_json(const ImportPlan& plan) {
    json out{{"format", word_of(plan.format)}, {"title", plan.title},
             {"language", plan.language},      {"columns", plan.header},
             {"mapping", mapping_json(plan)},  {"counts", counts_json(plan)},
             {"levers", plan.levers},          {"sample", sample_json(plan)},
             {"warnings", warnings_json(plan)}};
    if (!plan.encoding.empty()) out["encoding"] = plan.encoding;
    return out;
}

}  // namespace atelier::report::imports
