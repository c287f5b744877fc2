#include "report/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/limits.hpp"
#include "insight/judgment.hpp"
#include "report/article_words.hpp"
#include "report/numbers.hpp"

namespace atelier::report {
namespace {

std::size_t size(int count) noexcept { return static_cast<std::size_t>(count); }

/// A score with as many decimals as it has, two at most: "3,5".
std::string score(const Words& words, double value) {
    std::string out = fmt::format("{:.2f}", value);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
    if (const auto point = out.find('.'); point != std::string::npos)
        out[point] = words.notation.decimal;
    return out;
}

struct Finding {
    const Words& words;
    const ResultWords& w;

    FindingText operator()(const domain::DotsTally& t) const {
        return {counted(words, words.boards.dots, size(t.dots)), people(t.voters)};
    }
    FindingText operator()(const domain::PeopleTally& t) const { return {people(t.voters), ""}; }
    FindingText operator()(const domain::UsefulTally& t) const {
        const auto share = [&](double part) {
            return percent(words, static_cast<std::size_t>(part * 1'000 + .5), 1'000);
        };
        const auto [low, high] = interval_of(t);
        return {with(w.useful, {percent(words, size(t.useful), size(t.useful + t.not_useful))}),
                with(w.useful_figures,
                     {number(words, size(t.useful)), number(words, size(t.not_useful)),
                      number(words, size(t.pass)), share(low), share(high)})};
    }
    FindingText operator()(const domain::JudgmentTally& t) const {
        FindingText out;
        if (const auto found = insight::gauge(sizes_of(t.grades)))
            out.head = w.grades[found->grade];
        for (std::size_t grade = t.grades.size(); grade-- > 0;)
            if (t.grades[grade] > 0)
                out.figures +=
                    (out.figures.empty() ? "" : " · ") +
                    with(w.of_grade, {w.grades[grade], number(words, size(t.grades[grade]))});
        return out;
    }
    FindingText operator()(const domain::ImpactEffortTally& t) const {
        const auto impact = insight::spread(sizes_of(t.impact)),
                   effort = insight::spread(sizes_of(t.effort));
        if (!impact || !effort) return {};
        const auto place = static_cast<std::size_t>(insight::quadrant(*impact, *effort));
        return {std::string(w.quadrants[place]),
                with(w.scores, {score(words, impact->median), score(words, impact->lower),
                                score(words, impact->upper), score(words, effort->median),
                                score(words, effort->lower), score(words, effort->upper)})};
    }
    FindingText operator()(const domain::ConsentTally& t) const {
        return {std::string(w.outcomes[static_cast<std::size_t>(outcome_of(t))]),
                counted(words, w.agree, size(t.agree)) + " · " +
                    counted(words, w.reservation, size(t.reservation)) + " · " +
                    counted(words, w.objection, size(t.objection))};
    }

  private:
    [[nodiscard]] std::string people(int voters) const {
        return counted(words, words.votes.people, size(voters));
    }
};

}  // namespace

FindingText finding(const Words& words, const domain::Tally& tally) {
    return std::visit(Finding{words, words.results}, tally);
}

std::string vote_title(const Words& words, std::string_view title, int round) {
    if (round < 2) return std::string(title);
    return with(words.results.round, {title, std::to_string(round)});
}

std::string turnout(const Words& words, const Summary& summary, const VoteSummary& vote) {
    const VoteWords& w = words.votes;
    const std::size_t joined = summary.figures.joined;
    if (vote.method != domain::Method::dots)
        return with(words.results.turnout,
                    {counted(words, w.ballots, vote.ballots), counted(words, w.people, joined),
                     percent(words, vote.ballots, joined)});
    return with(w.turnout, {counted(words, w.ballots, vote.ballots),
                            counted(words, w.people, joined), percent(words, vote.ballots, joined),
                            counted(words, w.dots, static_cast<std::size_t>(vote.dots))});
}

std::string vote_rule(const Words& words, const VoteSummary& vote) {
    if (vote.method != domain::Method::dots)
        return std::string(words.results.rules[static_cast<std::size_t>(vote.method) - 1]);
    return with(words.votes.rule,
                {counted(words, words.boards.dots, static_cast<std::size_t>(vote.budget)),
                 number(words, static_cast<std::size_t>(vote.max_per_idea))});
}

std::vector<std::string> rest_of_ranking(const Words& words, const VoteSummary& vote) {
    const bool dots = vote.method == domain::Method::dots;
    std::vector<std::string> out;
    const std::size_t more = vote.ranking.size() - vote.leading().size();
    if (more > 0) out.push_back(counted(words, dots ? words.votes.more : words.results.more, more));
    if (vote.without_choice > 0)
        out.push_back(counted(words, dots ? words.votes.without_dots : words.results.without_choice,
                              vote.without_choice));
    return out;
}

std::string withheld(const Words& words, const WithheldVote& vote) {
    return with(choose(words, words.votes.withheld, vote.ballots),
                {vote_title(words, vote.title, vote.round),
                 counted(words, words.votes.ballots, vote.ballots)});
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string matrix_caption(const Words& words, const Summary& summary, const BoardSummary& board) {
    std::string out(words.boards.matrix_caption);
    if (summary.boards.size() > 1)
        out.append(" – ").append(
            with(words.boards.of_board, {board.title.empty() ? board.id.text : board.title}));
    return out;
}

std::string matrix_finding(const Words& words, const BoardSummary& board) {
    if (board.empty_cells == 0) return std::string(words.boards.full);
    return with(choose(words, words.boards.empty_cells, board.empty_cells),
                {number(words, board.empty_cells), number(words, board.cells())});
}

std::vector<std::string> method_notes(const Words& words, const Summary& summary) {
    const MethodWords& w = words.method;
    const EndWords& article = article_words(words.language).end;
    std::vector<std::string> out{std::string(w.quoted), std::string(w.took_part)};
    if (!summary.votes.empty()) {
        out.emplace_back(w.rate);
        out.emplace_back(w.ballots);
    }
    out.emplace_back(summary.ranked_by ? article.score_note : w.ordered);
    if (summary.ranked_by)
        out.insert(out.end(),
                   {std::string(article.share_note), std::string(article.interval_note)});
    if (has_matrix(summary)) out.emplace_back(w.scale);
    if (!summary.affiliations.shown.empty())
        out.push_back(
            with(w.affiliations, {number(words, domain::limits::shown_group_people_min)}));
    if (!summary.across.empty())
        out.push_back(
            with(article.groups_note, {number(words, domain::limits::shown_group_people_min)}));
    if (!summary.opinions.empty()) out.emplace_back(article.opinions_note);
    const auto crowded = [](const BoardSummary& board) { return board.crowd.has_value(); };
    if (std::ranges::any_of(summary.boards, crowded)) out.emplace_back(article.crowd_note);
    if (!summary.terms.empty()) out.emplace_back(article.words_note);
    if (summary.draft != Draft{}) out.emplace_back(article.draft_note);
    out.emplace_back(w.journal);
    return out;
}

std::string_view ideas_title(const Words& words, const Summary& summary) noexcept {
    const bool sorted = std::ranges::any_of(
        summary.boards, [](const auto& board) { return !board.levers.empty(); });
    return sorted ? words.boards.title : words.boards.without_levers;
}

bool has_matrix(const Summary& summary) noexcept {
    return summary.figures.published > 0 &&
           std::ranges::any_of(summary.boards, [](const auto& b) { return b.cells() > 0; });
}

bool has_roll_up(const BoardSummary& board) noexcept {
    return std::ranges::any_of(board.matrix, &MatrixRow::has_within);
}

}  // namespace atelier::report
