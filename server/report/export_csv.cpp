#include "report/export_csv.hpp"

#include <algorithm>

#include <unordered_map>

#include "insight/judgment.hpp"
#include "report/boards.hpp"
#include "report/csv.hpp"
#include "report/numbers.hpp"
#include "report/public_words.hpp"
#include "report/results.hpp"
#include "report/sentences.hpp"
#include "report/summary.hpp"
#include "report/words.hpp"
#include "wire/enums.hpp"

namespace atelier::report {
namespace {

constexpr SpreadsheetWords protocol_words{
    .id = "id",
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
    .statuses = {},
    .rank = "rank",
    .useful = "useful",
    .not_useful = "not_useful",
    .pass = "pass",
    .shown = "shown",
    .low = "low",
    .high = "high",
    .grades = {"grade_0", "grade_1", "grade_2", "grade_3", "grade_4", "grade_5"},
    .grade = "grade",
    .impact = "impact",
    .effort = "effort",
    .quadrant = "quadrant",
    .agree = "agree",
    .reservation = "reservation",
    .objection = "objection",
    .outcome = "outcome"};

using Row = std::vector<std::string>;

constexpr std::size_t thousand = 1'000;

class Table {
  public:
    Table(const domain::Workshop& workshop, bool french)
        : workshop_(workshop),
          french_(french),
          w_(french ? french_spreadsheet() : protocol_words),
          affiliations_(count_affiliations(workshop)) {
        for (auto& result : vote_results(workshop)) {
            Vote vote{std::move(result), {}};
            for (const auto& one : vote.result.ranking) vote.ranks[one.idea] = one.rank;
            votes_.push_back(std::move(vote));
        }
    }

    IdeaTable make() {
        head();
        for (const auto& idea : workshop_.ideas) row(idea);
        return std::move(out_);
    }

  private:
    struct Vote {
        VoteResult result;
        std::unordered_map<domain::IdeaId, std::size_t> ranks;
    };

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
        out_.counts_begin = cells.size();
        for (const auto& [vote, ranks] : votes_)
            for (const auto column : columns(vote.method))
                cells.push_back(of(column, votes_.size(), french_ ? title(vote) : vote.phase.text));
        out_.counts_end = cells.size();
        cells.emplace_back(w_.posted_at);
        cells.emplace_back(w_.affiliation);
        out_.head = std::move(cells);
    }

    void row(const domain::Idea& idea) {
        const bool withdrawn = idea.status == domain::IdeaStatus::withdrawn;
        const domain::Phase* phase = workshop_.phase(idea.phase);
        Row cells{idea.id.text, status(idea), reason(idea), phase ? phase->title : "",
                  withdrawn ? "" : text(idea)};
        for (const auto& board : workshop_.plan.boards) add_place(cells, board, idea);
        for (const Vote& vote : votes_) add_tally(cells, vote, idea);
        cells.push_back(iso_time(idea.at));
        cells.push_back(affiliation(idea));
        out_.rows.push_back(std::move(cells));
    }

    /// Rule R30.
    std::string text(const domain::Idea& idea) const {
        if (!idea.erased) return idea.text;
        return std::string(public_words(french_ ? "fr" : workshop_.plan.language).erased);
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
    [[nodiscard]] std::string title(const VoteResult& vote) const {
        return vote_title(words("fr"), vote.title, vote.round);
    }
    [[nodiscard]] std::vector<std::string_view> columns(domain::Method method) const {
        switch (method) {
            case domain::Method::dots:
                break;
            case domain::Method::useful:
                return {w_.rank,  w_.useful, w_.not_useful, w_.pass,
                        w_.shown, w_.low,    w_.high,       w_.voters};
            case domain::Method::judgment: {
                std::vector<std::string_view> out{w_.rank, w_.grade};
                out.insert(out.end(), w_.grades.begin(), w_.grades.end());
                out.push_back(w_.voters);
                return out;
            }
            case domain::Method::impact_effort:
                return {w_.rank, w_.impact, w_.effort, w_.quadrant, w_.voters};
            case domain::Method::consent:
                return {w_.rank, w_.agree, w_.reservation, w_.objection, w_.outcome, w_.voters};
        }
        return {w_.dots, w_.voters, w_.share};
    }
    void add_tally(Row& cells, const Vote& vote, const domain::Idea& idea) const {
        const domain::Votes* votes = workshop_.votes_of(vote.result.phase);
        if (vote.result.method == domain::Method::dots) {
            const domain::DotsTally tally = tally_of(votes, idea.id);
            cells.push_back(std::to_string(tally.dots));
            cells.push_back(std::to_string(tally.voters));
            cells.push_back(ratio(point(), static_cast<std::size_t>(tally.voters),
                                  votes ? votes->ballots.size() : 0));
            return;
        }
        const auto rank = vote.ranks.find(idea.id);
        cells.push_back(rank == vote.ranks.end() ? "" : std::to_string(rank->second));
        const domain::Tally tally = own_tally(votes, idea.id, vote.result.method);
        std::visit([&](const auto& counts) { add_counts(cells, counts); }, tally);
        cells.push_back(std::to_string(voters_of(tally)));
    }
    void add_counts(Row& cells, const domain::DotsTally& t) const {
        cells.push_back(std::to_string(t.dots));
    }
    static void add_counts(Row&, const domain::PeopleTally&) {}  // of no vote
    void add_counts(Row& cells, const domain::UsefulTally& t) const {
        for (const int n : {t.useful, t.not_useful, t.pass, t.shown})
            cells.push_back(std::to_string(n));
        const auto [low, high] = interval_of(t);
        for (const double share : {low, high})
            cells.push_back(
                ratio(point(), static_cast<std::size_t>(share * thousand + .5), thousand));
    }
    void add_counts(Row& cells, const domain::JudgmentTally& t) const {
        const auto found = insight::gauge(sizes_of(t.grades));
        const auto& grades = words("fr").results.grades;
        cells.push_back(!found    ? std::string{}
                        : french_ ? std::string(grades[found->grade])
                                  : std::to_string(found->grade));
        for (const int n : t.grades) cells.push_back(std::to_string(n));
    }
    void add_counts(Row& cells, const domain::ImpactEffortTally& t) const {
        const auto impact = insight::spread(sizes_of(t.impact)),
                   effort = insight::spread(sizes_of(t.effort));
        if (!impact || !effort) {
            cells.insert(cells.end(), 3, "");
            return;
        }
        for (const double median : {impact->median, effort->median})
            cells.push_back(
                ratio(point(), static_cast<std::size_t>(median * thousand + .5), thousand));
        const auto place = insight::quadrant(*impact, *effort);
        cells.emplace_back(french_ ? words("fr").results.quadrants[static_cast<std::size_t>(place)]
                                   : word_of(place));
    }
    void add_counts(Row& cells, const domain::ConsentTally& t) const {
        for (const int n : {t.agree, t.reservation, t.objection})
            cells.push_back(std::to_string(n));
        const auto outcome = outcome_of(t);
        cells.emplace_back(french_ ? words("fr").results.outcomes[static_cast<std::size_t>(outcome)]
                                   : word_of(outcome));
    }
    [[nodiscard]] char point() const noexcept { return french_ ? ',' : '.'; }
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
    std::vector<Vote> votes_;
    IdeaTable out_;
};

std::string written(const IdeaTable& table, char separator) {
    CsvWriter csv(separator);
    csv.row(table.head);
    for (const auto& row : table.rows) csv.row(row);
    return csv.text();
}

}  // namespace

IdeaTable idea_table(const domain::Workshop& workshop, bool french) {
    return Table(workshop, french).make();
}

std::string export_csv(const domain::Workshop& workshop) {
    return written(idea_table(workshop, false), ',');
}

std::string export_csv_fr(const domain::Workshop& workshop) {
    return "\xEF\xBB\xBF" + written(idea_table(workshop, true), ';');
}

}  // namespace atelier::report
