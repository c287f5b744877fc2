#include "report/pictures/pictures.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "report/article_words.hpp"
#include "report/pictures/words.hpp"
#include "report/words.hpp"

namespace atelier::report::pictures {
namespace {

template <class T>
const T* at(const std::vector<T>& items, std::size_t place) {
    return place < items.size() ? &items[place] : nullptr;
}

/// "roti", and where there are several "roti-2".
std::string numbered(std::string_view name, std::size_t place) {
    return place == 0 ? std::string(name) : std::string(name) + "-" + std::to_string(place + 1);
}

Picture draw_affiliations(const Summary& summary, const BoardSummary& board) {
    const Words& w = words(summary.language);
    const AffiliationMatrix& matrix = *board.by_affiliation;
    const std::string slug = base::slug(board.id.text);
    Crossing crossing{"affiliations" + (slug.empty() ? "" : "-" + slug),
                      std::string(picture_words(summary.language).crossing),
                      std::string(w.boards.scale),
                      {},
                      matrix.affiliations,
                      {}};
    for (const AffiliationRow& row : matrix.rows) {
        if (row.scale.empty() && row.total == 0) continue;
        crossing.rows.push_back(row.scale.empty() ? std::string(w.boards.no_scale) : row.scale);
        auto& cells = crossing.cells.emplace_back();
        for (const std::size_t n : row.affiliations) cells.emplace_back(n);
    }
    return draw_crossing(summary.language, crossing);
}

/// The cards that a crowd has sorted, the most agreed on first; nothing where there are none.
std::optional<Picture> draw_crowd(const Summary& summary, const BoardSummary& board) {
    std::vector<Sorted> sorted;
    const auto add = [&](const IdeaLine& line, const std::string& lever) {
        if (!line.crowd || line.crowd->people == 0) return;
        const auto most = static_cast<std::size_t>(
            line.crowd->agreement * static_cast<double>(line.crowd->people) + .5);
        sorted.push_back({line.text, lever, most, line.crowd->people, line.crowd->contested});
    };
    for (const LeverSummary& lever : board.levers)
        for (const IdeaLine& line : lever.ideas) add(line, lever.lever.name);
    for (const IdeaLine& line : board.tray) add(line, "");
    if (sorted.empty()) return std::nullopt;
    std::ranges::stable_sort(sorted, [](const Sorted& a, const Sorted& b) {
        return a.most * b.people > b.most * a.people;
    });
    const std::string slug = base::slug(board.id.text);
    return draw_agreement(summary.language, sorted, "sorting" + (slug.empty() ? "" : "-" + slug));
}

}  // namespace

std::optional<Picture> picture_for(const Summary& summary, const Slot& slot) {
    using What = Slot::What;
    const BoardSummary* board = at(summary.boards, slot.item);
    const VoteSummary* vote = at(summary.votes, slot.item);
    switch (slot.what) {
        case What::board:
            if (board) return draw_board(summary, *board);
            break;
        case What::lever_scale:
            if (board && board->cells() > 0) return draw_matrix(summary, *board);
            break;
        case What::scale_affiliation:
            if (board && board->by_affiliation && board->by_affiliation->cells() > 0)
                return draw_affiliations(summary, *board);
            break;
        case What::vote:
        case What::impact_effort:
            // A vote by impact and effort has one picture, in the slot made for it.
            if (vote && !vote->ranking.empty() &&
                (vote->method == domain::Method::impact_effort) == (slot.what != What::vote))
                return draw_vote(summary, *vote);
            break;
        case What::agreement:
            if (const Across* across = at(summary.across, slot.item))
                return draw_across(summary, *across);
            break;
        case What::roti:
            if (const ClosingSummary* closing = at(summary.closings, slot.item))
                return draw_roti(summary.language, closing->roti.counts,
                                 numbered("roti", slot.item));
            break;
        case What::timeline:
            if (!summary.participation.timeline.empty())
                return draw_participation(summary.language, summary.participation.timeline,
                                          summary.participation.votes_timed);
            break;
        case What::weather:
            if (const WeatherSummary* weather = at(summary.weathers, slot.item))
                return draw_weather(summary.language, *weather, numbered("weather", slot.item));
            break;
    }
    return std::nullopt;
}

std::vector<Picture> pictures_of(const Summary& summary) {
    std::vector<Picture> out;
    for (const Part& part : article(summary).parts)
        for (const Block& block : part.blocks)
            if (const auto* slot = std::get_if<Slot>(&block))
                if (auto picture = picture_for(summary, *slot)) out.push_back(std::move(*picture));
    for (const BoardSummary& board : summary.boards)
        if (auto picture = draw_crowd(summary, board)) out.push_back(std::move(*picture));
    return out;
}

}  // namespace atelier::report::pictures
