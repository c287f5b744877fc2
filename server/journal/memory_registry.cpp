#include <algorithm>

#include "journal/memory_journal.hpp"
#include "journal/replay.hpp"

/// The registry's half of MemoryJournal.
namespace atelier::journal {
namespace {

WorkshopRow summary_of(const domain::Workshop& state) {
    const auto kept = std::ranges::count_if(state.ideas, [](const domain::Idea& idea) {
        return idea.status != domain::IdeaStatus::withdrawn;
    });
    return {
        state.id,     state.code,       state.plan.title,          state.plan.language,
        state.closed, state.created_at, state.participants.size(), static_cast<std::size_t>(kept),
        std::nullopt, state.anonymised};
}

bool usable(const Link& link, base::Millis now) {
    return !link.revoked_at && (!link.expires_at || *link.expires_at > now);
}

}  // namespace

Outcome<std::vector<WorkshopRow>> MemoryJournal::workshops() {
    std::vector<WorkshopRow> out;
    for (const auto& [id, book] : books_) {
        auto loaded = load(id);
        if (!loaded) return loaded.error();
        out.push_back(summary_of(loaded.value().state));
        out.back().keep_days = book.keep_days;
    }
    std::ranges::sort(out, [](const WorkshopRow& a, const WorkshopRow& b) {
        return std::pair(a.created_at, a.id) < std::pair(b.created_at, b.id);
    });
    return out;
}

Outcome<std::optional<WorkshopRow>> MemoryJournal::find_workshop(const WorkshopId& workshop) {
    if (!books_.contains(workshop)) return std::optional<WorkshopRow>{};
    auto loaded = load(workshop);
    if (!loaded) return loaded.error();
    WorkshopRow row = summary_of(loaded.value().state);
    row.keep_days = books_.at(workshop).keep_days;
    return std::optional(std::move(row));
}

Outcome<std::optional<WorkshopId>> MemoryJournal::find_code(std::string_view code) {
    const auto found = codes_.find(code);
    if (found == codes_.end()) return std::optional<WorkshopId>{};
    return std::optional(found->second);
}

Outcome<base::Done> MemoryJournal::add_link(const Link& link) {
    if (auto problem = unwritable("add_link")) return *problem;
    if (link.workshop && !books_.contains(*link.workshop))
        return Problem{Failure::no_such_workshop, "add_link", link.workshop->text};
    links_[link.digest] = link;
    return base::Done{};
}

Outcome<std::optional<Link>> MemoryJournal::find_link(std::string_view digest) {
    const auto found = links_.find(digest);
    if (found == links_.end()) return std::optional<Link>{};
    return std::optional(found->second);
}

Outcome<std::size_t> MemoryJournal::count_links(const std::optional<WorkshopId>& workshop,
                                                domain::Role role, base::Millis now) {
    return static_cast<std::size_t>(std::ranges::count_if(links_, [&](const auto& entry) {
        const Link& link = entry.second;
        return link.workshop == workshop && link.role == role && usable(link, now);
    }));
}

Outcome<base::Done> MemoryJournal::revoke_links(const std::optional<WorkshopId>& workshop,
                                                domain::Role role, base::Millis at) {
    if (auto problem = unwritable("revoke_links")) return *problem;
    for (auto& entry : links_) {
        Link& link = entry.second;
        if (link.workshop != workshop || link.role != role) continue;
        if (!link.revoked_at) link.revoked_at = at;
        std::erase_if(sessions_, [&](const auto& made) { return made.second.link == link.digest; });
    }
    return base::Done{};
}

Outcome<base::Done> MemoryJournal::add_session(const Session& session) {
    if (auto problem = unwritable("add_session")) return *problem;
    const auto link = links_.find(session.link);
    if (link == links_.end() || link->second.revoked_at)
        return Problem{Failure::conflict, "add_session", "its link is not there any more"};
    sessions_[session.digest] = session;
    return base::Done{};
}

Outcome<std::optional<Credential>> MemoryJournal::find_credential(std::string_view digest) {
    if (const auto found = sessions_.find(digest); found != sessions_.end()) {
        const Session& session = found->second;
        return std::optional(
            Credential{{session.role}, session.workshop, session.created_at, session.expires_at});
    }
    for (const auto& [id, book] : books_)
        if (const auto found = book.credentials.find(digest); found != book.credentials.end())
            return std::optional(found->second);
    return std::optional<Credential>{};
}

Outcome<base::Done> MemoryJournal::add_handover(const Handover& handover) {
    if (auto problem = unwritable("add_handover")) return *problem;
    if (!books_.contains(handover.workshop))
        return Problem{Failure::no_such_workshop, "add_handover", handover.workshop.text};
    for (auto& [digest, known] : handovers_)
        if (known.workshop == handover.workshop && known.participant == handover.participant &&
            !known.used_at && !known.revoked_at)
            known.revoked_at = handover.created_at;
    handovers_[handover.digest] = handover;
    return base::Done{};
}

Outcome<std::optional<Handover>> MemoryJournal::find_handover(std::string_view digest) {
    const auto found = handovers_.find(digest);
    if (found == handovers_.end()) return std::optional<Handover>{};
    return std::optional(found->second);
}

Outcome<bool> MemoryJournal::use_handover(std::string_view digest, base::Millis at) {
    if (auto problem = unwritable("use_handover")) return *problem;
    const auto found = handovers_.find(digest);
    if (found == handovers_.end()) return false;
    Handover& handover = found->second;
    if (handover.used_at || handover.revoked_at || handover.expires_at <= at) return false;
    handover.used_at = at;
    return true;
}

Outcome<base::Done> MemoryJournal::drop_expired(base::Millis now) {
    if (auto problem = unwritable("drop_expired")) return *problem;
    std::erase_if(sessions_, [&](const auto& entry) { return entry.second.expires_at <= now; });
    std::erase_if(handovers_, [&](const auto& entry) {
        return entry.second.expires_at + handover_remembered_ms <= now;
    });
    return base::Done{};
}

}  // namespace atelier::journal
