#include "report/export_csv.hpp"

#include <algorithm>

#include "report/boards.hpp"
#include "report/csv.hpp"
#include "report/numbers.hpp"
#include "report/summary.hpp"
#include "report/words.hpp"
#include "wire/enums.hpp"

namespace atelier::report {
namespace {

constexpr SpreadsheetWords protocol_words{.id = "id",
                                          .status = "status",
                                          .reason = "reason",
                                          .phase = "phase",
                                          .text = "text",
                                          .lever = "lever",
                                          .scale = "scale",
                                          .dots = "dots",
                                          .voters = "voters",
                                          .share = "share",
                                          .posted_at = "posted_at",
                                          .affiliation = "affiliation",
                                          .of = "{}:{}",
                                          .statuses = {}};

using Row = std::vector<std::string>;

class Table {
  public:
    Table(const domain::Workshop& workshop, bool french)
        : workshop_(workshop),
          french_(french),
          w_(french ? french_spreadsheet() : protocol_words),
          affiliations_(count_affiliations(workshop)),
          csv_(french ? ';' : ',') {
        for (const auto& phase : workshop.plan.phases)
            if (std::holds_alternative<domain::DotsSettings>(phase.settings) &&
                phase.status != domain::PhaseStatus::planned && counts_shown(workshop, phase))
                votes_.push_back(&phase);
    }

    std::string write() {
        head();
        for (const auto& idea : workshop_.ideas) row(idea);
        return csv_.text();
    }

  private:
    /// A column of one of several boards or votes says which one.
    std::string of(std::string_view column, std::size_t several, std::string_view name) const {
        return several > 1 ? with(w_.of, {column, name}) : std::string(column);
    }

    void head() {
        Row cells;
        for (const auto column : {w_.id, w_.status, w_.reason, w_.phase, w_.text})
            cells.emplace_back(column);
        const auto& boards = workshop_.plan.boards;
        for (const auto& board : boards)
            for (const auto column : {w_.lever, w_.scale})
                cells.push_back(of(column, boards.size(), board.id.text));
        for (const auto* vote : votes_)
            for (const auto column : {w_.dots, w_.voters, w_.share})
                cells.push_back(of(column, votes_.size(), french_ ? vote->title : vote->id.text));
        cells.emplace_back(w_.posted_at);
        cells.emplace_back(w_.affiliation);
        csv_.row(cells);
    }

    void row(const domain::Idea& idea) {
        const bool withdrawn = idea.status == domain::IdeaStatus::withdrawn;
        const domain::Phase* phase = workshop_.phase(idea.phase);
        Row cells{idea.id.text, status(idea), reason(idea), phase ? phase->title : "",
                  withdrawn ? "" : idea.text};
        for (const auto& board : workshop_.plan.boards) add_place(cells, board, idea);
        for (const auto* vote : votes_) add_tally(cells, *vote, idea);
        cells.push_back(iso_time(idea.at));
        cells.push_back(affiliation(idea));
        csv_.row(cells);
    }

    std::string status(const domain::Idea& idea) const {
        return std::string(french_ ? w_.statuses[static_cast<std::size_t>(idea.status)]
                                   : wire::text(idea.status));
    }
    std::string reason(const domain::Idea& idea) const {
        if (idea.status != domain::IdeaStatus::hidden || !idea.reason) return {};
        const auto& reasons = words("fr").figures.reasons;
        return std::string(french_ ? reasons[static_cast<std::size_t>(*idea.reason)]
                                   : wire::text(*idea.reason));
    }
    static void add_place(Row& cells, const domain::Board& board, const domain::Idea& idea) {
        const domain::Placement place = resting_place(board, idea);
        const domain::Lever* lever = place.lever ? board.lever(*place.lever) : nullptr;
        const domain::Scale* scale = place.scale ? board.scale(*place.scale) : nullptr;
        cells.push_back(lever ? lever->name : "");
        cells.push_back(scale ? scale->name : "");
    }
    void add_tally(Row& cells, const domain::Phase& vote, const domain::Idea& idea) const {
        const domain::Votes* votes = workshop_.votes_of(vote.id);
        const domain::DotsTally tally = tally_of(votes, idea.id);
        cells.push_back(std::to_string(tally.dots));
        cells.push_back(std::to_string(tally.voters));
        cells.push_back(ratio(french_ ? ',' : '.', static_cast<std::size_t>(tally.voters),
                              votes ? votes->ballots.size() : 0));
    }
    std::string affiliation(const domain::Idea& idea) const {
        const auto* person = idea.author ? workshop_.participant(*idea.author) : nullptr;
        if (!person || !person->affiliation) return {};
        const auto& shown = affiliations_.shown;
        const auto found = std::ranges::find(shown, *person->affiliation, &AffiliationCount::id);
        return found == shown.end() ? std::string{} : found->name;
    }

    const domain::Workshop& workshop_;
    bool french_;
    const SpreadsheetWords& w_;
    Affiliations affiliations_;
    std::vector<const domain::Phase*> votes_;
    CsvWriter csv_;
};

}  // namespace

std::string export_csv(const domain::Workshop& workshop) { return Table(workshop, false).write(); }

std::string export_csv_fr(const domain::Workshop& workshop) {
    return "\xEF\xBB\xBF" + Table(workshop, true).write();
}

}  // namespace atelier::report
