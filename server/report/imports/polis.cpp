#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>

#include "report/imports/cleaning.hpp"
#include "report/imports/readers.hpp"

namespace atelier::report::imports {
namespace {

using Header = std::vector<std::string>;

std::optional<std::size_t> column(const Header& header, std::string_view name) {
    const auto found = std::ranges::find(header, name);
    if (found == header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header.begin());
}

/// A cell by the name of its column; empty where the row is too short.
class Cells {
  public:
    explicit Cells(const Header& header) : header_(header) {}
    [[nodiscard]] std::string_view of(const Row& row, std::string_view name) const {
        const auto at = column(header_, name);
        return at && *at < row.cells.size() ? std::string_view(row.cells[*at]) : std::string_view{};
    }
    [[nodiscard]] std::optional<std::int64_t> number(const Row& row, std::string_view name) const {
        const std::string text = trimmed(of(row, name));
        std::int64_t value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size())
            return std::nullopt;
        return value;
    }

  private:
    const Header& header_;
};

using Ideas = std::unordered_map<std::int64_t, std::size_t>;  ///< by comment id

Ideas read_comments(const Table& table, ImportPlan& plan) {
    const Cells cells(table.front().cells);
    std::map<std::int64_t, const Row*> by_id;
    for (std::size_t i = 1; i < table.size(); ++i) {
        const auto id = cells.number(table[i], "comment-id");
        if (!id) {
            if (table[i].cells.size() > 1) plan.warnings.add("row_unreadable", table[i].number);
            continue;
        }
        ++plan.rows;
        if (!by_id.try_emplace(*id, &table[i]).second)
            plan.warnings.add("comment_twice", table[i].number);
    }
    Ideas out;
    Intake intake(plan);
    intake.keeps_duplicates = true;  // each has votes of its own
    for (const auto& [id, row] : by_id) {
        PlannedIdea idea{row->number, std::string(cells.of(*row, "comment-body"))};
        idea.id = "c" + std::to_string(id);
        idea.at = cells.number(*row, "timestamp");
        if (idea.at && (*idea.at < 0 || *idea.at > 7'300'000'000'000)) idea.at.reset();
        if (const auto author = cells.number(*row, "author-id"))
            idea.author = "p" + std::to_string(*author);
        const auto moderated = cells.number(*row, "moderated").value_or(0);
        idea.hidden = moderated < 0;
        idea.reviewed = moderated != 0;
        const std::size_t index = plan.ideas.size();
        const bool hidden = idea.hidden;
        if (!intake.take(std::move(idea))) continue;
        out.emplace(id, index);
        if (hidden) plan.warnings.add("moderated_out", row->number);
    }
    return out;
}

std::optional<domain::Judgement> judgement_of(std::optional<std::int64_t> vote) {
    if (vote == 1) return domain::Judgement::useful;
    if (vote == -1) return domain::Judgement::not_useful;
    if (vote == 0) return domain::Judgement::pass;
    return std::nullopt;
}

// Rule IM9: the last by time; of the same time, the one that stands last.
void read_votes(const Table& table, const Ideas& ideas, ImportPlan& plan) {
    const Cells cells(table.front().cells);
    std::map<std::pair<std::int64_t, std::size_t>, PlannedVote> last;
    for (std::size_t i = 1; i < table.size(); ++i) {
        const Row& row = table[i];
        if (row.cells.size() == 1 && trimmed(row.cells.front()).empty()) continue;
        const auto comment = cells.number(row, "comment-id");
        const auto voter = cells.number(row, "voter-id");
        const auto value = judgement_of(cells.number(row, "vote"));
        if (!comment || !voter || !value) {
            plan.warnings.add("vote_unreadable", row.number);
            continue;
        }
        const auto idea = ideas.find(*comment);
        if (idea == ideas.end()) {
            plan.warnings.add("vote_without_comment", row.number);
            continue;
        }
        ++plan.votes_cast;
        const base::Millis at = std::clamp<std::int64_t>(cells.number(row, "timestamp").value_or(0),
                                                         0, 7'300'000'000'000);
        auto [entry, fresh] = last.try_emplace({*voter, idea->second});
        if (!fresh && entry->second.at > at) continue;
        entry->second = {"p" + std::to_string(*voter), idea->second, *value, at};
    }
    for (auto& [key, vote] : last) plan.votes.push_back(std::move(vote));
}

}  // namespace

bool is_polis_comments(const Header& header) {
    return column(header, "comment-id") && column(header, "comment-body");
}

bool is_polis_votes(const Header& header) {
    return column(header, "comment-id") && column(header, "voter-id") && column(header, "vote");
}

Read<ImportPlan> read_polis(const Table& comments, const Table& votes) {
    ImportPlan plan;
    plan.format = Format::polis;
    const Ideas ideas = read_comments(comments, plan);
    if (plan.ideas.empty()) return Refused{"import_empty"};
    if (!votes.empty()) read_votes(votes, ideas, plan);
    return plan;
}

}  // namespace atelier::report::imports
