#include <algorithm>

#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

bool is_author(const Commitment& commitment, const Actor& actor) noexcept {
    if (commitment.author)
        return actor.role == Role::participant && *commitment.author == actor.participant;
    return actor.role == Role::facilitator;
}

// C2: a text; by, with, looking_for and bringing are shorter, or left out.
std::optional<Refusal> unfit(const Promise& promise) {
    if (auto bad =
            check_text(promise.text, limits::commitment_graphemes_max, limits::idea_bytes_max))
        return bad;
    const std::pair<const char*, const std::string*> others[] = {
        {"by", &promise.by},
        {"with", &promise.with},
        {"looking_for", &promise.looking_for},
        {"bringing", &promise.bringing}};
    for (const auto& [field, text] : others) {
        if (text->empty()) continue;
        auto bad = check_text(*text, limits::commitment_part_graphemes_max, limits::idea_bytes_max);
        if (!bad) continue;
        bad->data.emplace_back("field", std::string(field));
        return bad;
    }
    return std::nullopt;
}

Decided<const Commitment*> own(const Asked& asked, const CommitmentId& id) {
    const Commitment* commitment = asked.workshop.commitment(id);
    if (!commitment) return Refusal{Code::no_such_commitment};
    if (!is_author(*commitment, asked.actor)) return Refusal{Code::not_yours};
    if (commitment->status == IdeaStatus::withdrawn) return Refusal{Code::already_withdrawn};
    return commitment;
}

}  // namespace

// C1: in an open commit phase, seen at once, so many a person; one taken back gives its place back.
Events make(const Asked& asked, const MakeCommitment& command) {
    const auto open = open_of<CommitSettings>(asked.workshop, "commit");
    if (!open) return open.error();
    const auto [phase, settings] = open.value();
    if (auto bad = unfit(command.promise)) return *bad;
    const bool participant = asked.actor.role == Role::participant;
    const auto mine = [&, &id = phase->id](const Commitment& each) {
        return each.author == asked.actor.participant && each.phase == id &&
               each.status != IdeaStatus::withdrawn;
    };
    const auto spent = [](std::size_t max) {
        return Refusal{Code::commitments_spent, {{"max", static_cast<std::int64_t>(max)}}};
    };
    const auto& all = asked.workshop.commitments;
    if (all.size() >= limits::commitments_per_workshop_max)
        return spent(limits::commitments_per_workshop_max);
    if (participant &&
        static_cast<std::size_t>(std::ranges::count_if(all, mine)) >= settings->max_per_person)
        return spent(settings->max_per_person);
    auto author = participant ? std::optional(asked.actor.participant) : std::nullopt;
    return std::vector<Event>{CommitmentMade{CommitmentId{asked.moment.fresh_id}, phase->id,
                                             std::move(author), command.promise}};
}

// C3: its author changes it while its phase is open, unless it is hidden, and takes it back until
// the workshop is closed.
Events edit_commitment(const Asked& asked, const EditCommitment& command) {
    const auto found = own(asked, command.commitment);
    if (!found) return found.error();
    if (found.value()->erased) return Refusal{Code::erased};  // rule E6
    if (found.value()->status == IdeaStatus::hidden) return Refusal{Code::already_hidden};
    const auto open = open_of<CommitSettings>(asked.workshop, "commit");
    if (!open) return open.error();
    if (open.value().phase->id != found.value()->phase)
        return wrong_phase(asked.workshop, "commit");
    if (auto bad = unfit(command.promise)) return *bad;
    return std::vector<Event>{CommitmentEdited{command.commitment, command.promise}};
}

Events withdraw_commitment(const Asked& asked, const WithdrawCommitment& command) {
    const auto found = own(asked, command.commitment);
    if (!found) return found.error();
    return std::vector<Event>{
        CommitmentWithdrawn{command.commitment, found.value()->status == IdeaStatus::published}};
}

// C4: facilitators hide a commitment with a reason, and show it again.
Events hide_commitment(const Asked& asked, const HideCommitment& command) {
    const Commitment* commitment = asked.workshop.commitment(command.commitment);
    if (!commitment) return Refusal{Code::no_such_commitment};
    if (commitment->status == IdeaStatus::withdrawn) return Refusal{Code::already_withdrawn};
    if (commitment->status == IdeaStatus::hidden) return Refusal{Code::already_hidden};
    return std::vector<Event>{CommitmentHidden{commitment->id, command.reason, true}};
}

Events publish_commitment(const Asked& asked, const PublishCommitment& command) {
    const Commitment* commitment = asked.workshop.commitment(command.commitment);
    if (!commitment) return Refusal{Code::no_such_commitment};
    if (commitment->status == IdeaStatus::withdrawn) return Refusal{Code::already_withdrawn};
    if (commitment->status == IdeaStatus::published) return Refusal{Code::already_published};
    return std::vector<Event>{CommitmentPublished{commitment->id}};
}

// C5: what became of a commitment is told at any time, also once the workshop is closed; telling it
// again replaces it.
Events follow_commitment(const Asked& asked, const FollowCommitment& command) {
    const Commitment* commitment = asked.workshop.commitment(command.commitment);
    if (!commitment) return Refusal{Code::no_such_commitment};
    if (commitment->status == IdeaStatus::withdrawn) return Refusal{Code::already_withdrawn};
    if (commitment->erased) return Refusal{Code::erased};  // rule E6
    if (!command.note.empty())
        if (auto bad =
                check_text(command.note, limits::commitment_graphemes_max, limits::idea_bytes_max))
            return *bad;
    return std::vector<Event>{CommitmentFollowed{command.commitment, command.status, command.note}};
}

}  // namespace atelier::domain::rules
