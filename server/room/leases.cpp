#include "room/leases.hpp"

#include <algorithm>

#include "room/limits.hpp"

namespace atelier::room {

using domain::IdeaId;
using domain::Refusal;

namespace {

Refusal leased(base::Millis until) {
    return {domain::Code::leased, {{"until", static_cast<std::int64_t>(until)}}};
}

}  // namespace

std::optional<Refusal> Leases::take(ConnectionId who, const std::vector<IdeaId>& ideas,
                                    base::Millis now) {
    for (const IdeaId& idea : ideas)
        if (const auto until = held(idea, who, now)) return leased(*until);
    std::erase_if(leases_, [now](const auto& entry) { return entry.second.until <= now; });
    for (const IdeaId& idea : ideas) leases_[idea] = {who, now + limits::lease_ms};
    return std::nullopt;
}

void Leases::release(ConnectionId who, const std::vector<IdeaId>& ideas) {
    for (const IdeaId& idea : ideas) {
        const auto found = leases_.find(idea);
        if (found != leases_.end() && found->second.holder == who) leases_.erase(found);
    }
}

bool Leases::end(ConnectionId who) {
    return std::erase_if(leases_, [who](const auto& entry) { return entry.second.holder == who; }) >
           0;
}

std::optional<base::Millis> Leases::held(const IdeaId& idea, std::optional<ConnectionId> who,
                                         base::Millis now) const {
    const auto found = leases_.find(idea);
    if (found == leases_.end() || found->second.until <= now) return std::nullopt;
    if (who && found->second.holder == *who) return std::nullopt;
    return found->second.until;
}

std::vector<wire::LeaseView> Leases::view(base::Millis now) const {
    std::vector<wire::LeaseView> out;
    for (const auto& [idea, lease] : leases_)
        if (lease.until > now) out.push_back({idea.text, lease.until});
    std::ranges::sort(out, {}, &wire::LeaseView::idea);
    return out;
}

const IdeaId* reviewed_by(const domain::Command& command) noexcept {
    if (const auto* publish = std::get_if<domain::PublishIdea>(&command)) return &publish->idea;
    if (const auto* hide = std::get_if<domain::HideIdea>(&command)) return &hide->idea;
    if (const auto* reword = std::get_if<domain::RewordIdea>(&command)) return &reword->idea;
    return nullptr;
}

}  // namespace atelier::room
