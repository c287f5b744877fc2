#include "room/receipts.hpp"

namespace atelier::room {

Receipts::Key Receipts::key(const domain::Actor& actor, const base::Uuid& command) {
    // Facilitators act as one: any of their links may send a command again.
    return {actor.role == domain::Role::participant ? actor.participant.text : "facilitator",
            command};
}

void Receipts::refused(const Key& key, domain::Refusal refusal) {
    if (!refused_.insert_or_assign(key, std::move(refusal)).second) return;
    refused_in_order_.push_back(key);
    if (refused_in_order_.size() <= limits::remembered_refusals_max) return;
    refused_.erase(refused_in_order_.front());
    refused_in_order_.pop_front();
}

void Receipts::inherit_refusals(Receipts&& from) {
    for (const Key& key : from.refused_in_order_)
        if (auto told = from.refused_.extract(key)) refused(key, std::move(told.mapped()));
}

std::optional<domain::Seq> Receipts::find_accepted(const Key& key) const {
    const auto found = accepted_.find(key);
    return found == accepted_.end() ? std::nullopt : std::optional(found->second);
}

const domain::Refusal* Receipts::find_refused(const Key& key) const {
    const auto found = refused_.find(key);
    return found == refused_.end() ? nullptr : &found->second;
}

}  // namespace atelier::room
