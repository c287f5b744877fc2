#include <algorithm>

#include "insight/tokens.hpp"
#include "journal/erasing.hpp"
#include "journal/memory_journal.hpp"
#include "wire/events.hpp"

/// The shelf's half of MemoryJournal, and what its events that erase take with them.
namespace atelier::journal {
namespace {

using domain::IdeaStatus;

/// Whether an event that erases takes what this row sealed.
struct Takes {
    const Row& row;
    const domain::Workshop& state;

    bool operator()(const domain::ParticipantErased& e) const {
        if (row.actor == e.participant.text) return true;
        if (row.kind == "participant.joined" || row.kind == "participant.updated")
            return member("participant") == e.participant.text;
        if (about_an_idea()) {
            const domain::Idea* idea = state.idea({member("idea")});
            return idea && idea->author == e.participant;
        }
        if (row.kind != "commitment.followed") return false;
        const domain::Commitment* commitment = state.commitment({member("commitment")});
        return commitment && commitment->author == e.participant;
    }
    bool operator()(const domain::IdeaErased& e) const {
        return about_an_idea() && member("idea") == e.idea.text;
    }
    bool operator()(const domain::WorkshopAnonymised&) const {
        return row.kind == "participant.joined" || row.kind == "participant.updated";
    }
    template <class Other>
    bool operator()(const Other&) const {
        return false;
    }

  private:
    [[nodiscard]] bool about_an_idea() const { return row.kind.starts_with("idea."); }
    [[nodiscard]] std::string member(const char* name) const {
        return nlohmann::json::parse(row.payload).value(name, std::string());
    }
};

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    for (const insight::Token& token : insight::tokens(text))
        for (const std::string& part : token) out.push_back(insight::folded(part));
    return out;
}

bool matches(const std::string& text, const std::vector<std::string>& wanted) {
    const auto words = words_of(text);
    return std::ranges::all_of(wanted, [&](const std::string& beginning) {
        return std::ranges::any_of(
            words, [&](const std::string& word) { return word.starts_with(beginning); });
    });
}

/// Everything of a workshop that everyone may read.
std::vector<Hit> readable(const domain::Workshop& state) {
    std::vector<Hit> out;
    for (const domain::Idea& idea : state.ideas)
        if (domain::shown(state, idea) && !idea.erased)
            out.push_back({state.id, "idea", idea.id.text, idea.text});
    for (const domain::Question& each : state.questions)
        if (each.status == IdeaStatus::published && !each.erased)
            out.push_back({state.id, "question", each.id.text, each.text});
    for (const domain::Commitment& each : state.commitments)
        if (each.status == IdeaStatus::published && !each.erased)
            out.push_back({state.id, "commitment", each.id.text, each.promise.text});
    return out;
}

}  // namespace

void MemoryJournal::take_back(const WorkshopId& workshop, Book& book, const domain::Event& event) {
    if (!erases(event)) return;
    const auto loaded = load(workshop);
    if (!loaded) return;  // what cannot be folded was not decided by anyone
    for (Row& row : book.rows) {
        if (!std::visit(Takes{row, loaded.value().state}, event)) continue;
        for (const Sealed& sealed : row.sealed)
            if (sealed.key == "credential") book.credentials.erase(sealed.value);
        row.sealed.clear();
    }
    const auto* person = std::get_if<domain::ParticipantErased>(&event);
    const bool everyone = std::holds_alternative<domain::WorkshopAnonymised>(event);
    std::erase_if(handovers_, [&](const auto& entry) {
        const Handover& link = entry.second;
        return link.workshop == workshop &&
               (everyone || (person && link.participant == person->participant));
    });
    book.snapshot.clear();
    book.snapshot_seq = 0;
    for (Frozen& frozen : book.versions) {
        frozen.html.clear();
        frozen.markdown.clear();
        frozen.version.redone = true;
    }
}

Outcome<DraftRow> MemoryJournal::draft(const WorkshopId& workshop) {
    auto found = book(workshop, "draft");
    if (!found) return found.error();
    return found.value()->draft;
}

Outcome<DraftSaved> MemoryJournal::save_draft(const WorkshopId& workshop, std::uint64_t over,
                                              std::string_view body, base::Millis at) {
    if (auto problem = unwritable("save_draft")) return *problem;
    auto found = book(workshop, "save_draft");
    if (!found) return found.error();
    DraftRow& row = found.value()->draft;
    if (row.revision != over) return DraftSaved{false, row};
    row = {over + 1, at, std::string(body)};
    return DraftSaved{true, row};
}

Outcome<Version> MemoryJournal::publish(const WorkshopId& workshop, const Frozen& frozen,
                                        std::string_view page_name) {
    if (auto problem = unwritable("publish")) return *problem;
    auto found = book(workshop, "publish");
    if (!found) return found.error();
    Book& book = *found.value();
    book.versions.push_back(frozen);
    book.versions.back().version.number = static_cast<int>(book.versions.size());
    if (!book.page) book.page = Page{std::string(page_name), true, workshop, std::nullopt};
    book.page->published = true;
    return book.versions.back().version;
}

Outcome<std::vector<Version>> MemoryJournal::versions(const WorkshopId& workshop) {
    auto found = book(workshop, "versions");
    if (!found) return found.error();
    std::vector<Version> out;
    for (const Frozen& frozen : found.value()->versions) out.push_back(frozen.version);
    return out;
}

Outcome<std::optional<Frozen>> MemoryJournal::version(const WorkshopId& workshop, int number) {
    auto found = book(workshop, "version");
    if (!found) return found.error();
    const auto& all = found.value()->versions;
    const auto wanted = number == 0 ? all.size() : static_cast<std::size_t>(number);
    if (number < 0 || wanted == 0 || wanted > all.size()) return std::optional<Frozen>{};
    return std::optional(all[wanted - 1]);
}

Outcome<base::Done> MemoryJournal::redraw(const WorkshopId& workshop, int number,
                                          std::string_view html, std::string_view markdown) {
    if (auto problem = unwritable("redraw")) return *problem;
    auto found = book(workshop, "redraw");
    if (!found) return found.error();
    for (Frozen& frozen : found.value()->versions) {
        if (frozen.version.number != number || !frozen.html.empty()) continue;
        frozen.html = html;
        frozen.markdown = markdown;
    }
    return base::Done{};
}

Outcome<base::Done> MemoryJournal::show_page(const WorkshopId& workshop, bool published) {
    if (auto problem = unwritable("show_page")) return *problem;
    auto found = book(workshop, "show_page");
    if (!found) return found.error();
    if (found.value()->page) found.value()->page->published = published;
    return base::Done{};
}

Outcome<std::optional<Page>> MemoryJournal::page_of(const WorkshopId& workshop) {
    auto found = book(workshop, "page_of");
    if (!found) return found.error();
    return found.value()->page;
}

Outcome<std::optional<Page>> MemoryJournal::find_page(std::string_view key) {
    for (const auto& [id, book] : books_)
        if (book.page && key_of(book.page->name) == key) return book.page;
    for (const auto& [id, series] : series_)
        if (series.page && key_of(series.page->name) == key) return series.page;
    return std::optional<Page>{};
}

Outcome<base::Done> MemoryJournal::save_series(const Series& series) {
    if (auto problem = unwritable("save_series")) return *problem;
    for (const WorkshopId& workshop : series.workshops)
        if (!books_.contains(workshop))
            return Problem{Failure::no_such_workshop, "save_series", workshop.text};
    for (auto& [id, other] : series_)
        std::erase_if(other.workshops, [&](const WorkshopId& workshop) {
            return std::ranges::find(series.workshops, workshop) != series.workshops.end();
        });
    auto page = series_[series.id].page;
    series_[series.id] = series;
    series_[series.id].page = std::move(page);
    return base::Done{};
}

Outcome<base::Done> MemoryJournal::erase_series(const SeriesId& series) {
    if (auto problem = unwritable("erase_series")) return *problem;
    series_.erase(series);
    return base::Done{};
}

Outcome<std::vector<Series>> MemoryJournal::all_series() {
    std::vector<Series> out;
    for (const auto& [id, series] : series_) out.push_back(series);
    std::ranges::sort(out, [](const Series& a, const Series& b) {
        return std::pair(a.created_at, a.id) < std::pair(b.created_at, b.id);
    });
    return out;
}

Outcome<std::optional<Series>> MemoryJournal::find_series(const SeriesId& series) {
    const auto found = series_.find(series);
    if (found == series_.end()) return std::optional<Series>{};
    return std::optional(found->second);
}

Outcome<std::optional<Series>> MemoryJournal::series_of(const WorkshopId& workshop) {
    for (const auto& [id, series] : series_)
        if (std::ranges::find(series.workshops, workshop) != series.workshops.end())
            return std::optional(series);
    return std::optional<Series>{};
}

Outcome<base::Done> MemoryJournal::publish_series(const SeriesId& series, bool published,
                                                  std::string_view page_name) {
    if (auto problem = unwritable("publish_series")) return *problem;
    const auto found = series_.find(series);
    if (found == series_.end()) return base::Done{};
    auto& page = found->second.page;
    if (!page) page = Page{std::string(page_name), published, std::nullopt, series};
    page->published = published;
    return base::Done{};
}

Outcome<std::vector<Hit>> MemoryJournal::search(const Search& asked) {
    std::vector<Hit> out;
    const auto wanted = words_of(asked.words);
    const auto series = asked.series ? series_.find(*asked.series) : series_.end();
    if (wanted.empty() || (asked.series && series == series_.end())) return out;
    for (const auto& [id, book] : books_) {
        if (asked.series) {
            const auto& members = series->second.workshops;
            if (std::ranges::find(members, id) == members.end()) continue;
        }
        const auto loaded = load(id);
        if (!loaded) return loaded.error();
        for (Hit& hit : readable(loaded.value().state))
            if (out.size() < asked.limit && matches(hit.text, wanted))
                out.push_back(std::move(hit));
    }
    return out;
}

Outcome<base::Done> MemoryJournal::keep_days(const WorkshopId& workshop, std::optional<int> days) {
    if (auto problem = unwritable("keep_days")) return *problem;
    auto found = book(workshop, "keep_days");
    if (!found) return found.error();
    found.value()->keep_days = days;
    return base::Done{};
}

Outcome<Traces> MemoryJournal::traces() { return Traces{true, true, true}; }

}  // namespace atelier::journal
