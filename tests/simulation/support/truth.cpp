#include "simulation/support/truth.hpp"

namespace atelier::simulation {

namespace {

/// A vote on a group may change what its voter gave to several of its ideas.
std::string target(const domain::Event& event) {
    if (const auto* cast = std::get_if<domain::VoteCast>(&event)) return cast->idea.text;
    if (const auto* cleared = std::get_if<domain::VoteCleared>(&event))
        return cleared->idea ? cleared->idea->text : "";
    return "";
}

}  // namespace

void Truth::add(const domain::Recorded& recorded) {
    if (recorded.seq != last + 1)
        faults.push_back("a gap: " + std::to_string(recorded.seq) + " follows on " +
                         std::to_string(last));
    domain::apply(state, recorded.event, recorded.at);
    if (recorded.command) {
        auto& runs = done[recorded.command->text()];
        if (runs.empty() || runs.back().last != last) runs.emplace_back();
        runs.back().last = recorded.seq;
        if (!runs.back().kinds.emplace(recorded.event.index(), target(recorded.event)).second)
            faults.push_back("done twice in a row: " + recorded.command->text());
    }
    last = recorded.seq;
    if (const auto* joined = std::get_if<domain::ParticipantJoined>(&recorded.event))
        ++names[joined->name];
    if (const auto* updated = std::get_if<domain::ParticipantUpdated>(&recorded.event))
        ++names[updated->name.value_or("")];
    for (const domain::Phase& phase : state.plan.phases) phases.insert(phase.id.text);
    for (const domain::Idea& idea : state.ideas)
        if (domain::shown(state, idea)) once_public.insert(idea.id.text);
    for (const domain::Question& each : state.questions)
        if (each.status == domain::IdeaStatus::published) once_public.insert(each.id.text);
    for (const domain::Commitment& each : state.commitments)
        if (each.status == domain::IdeaStatus::published) once_public.insert(each.id.text);
}

}  // namespace atelier::simulation
