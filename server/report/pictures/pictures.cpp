#include "report/pictures/pictures.hpp"

namespace atelier::report::pictures {

std::vector<Picture> pictures_of(const Summary& summary) {
    std::vector<Picture> out;
    for (const auto& board : summary.boards) {
        if (summary.figures.published == 0) break;
        out.push_back(draw_board(summary, board));
        if (board.cells() > 0) out.push_back(draw_matrix(summary, board));
    }
    for (const auto& vote : summary.votes)
        if (!vote.ranking.empty() || !vote.findings.empty())
            out.push_back(draw_vote(summary, vote));
    return out;
}

}  // namespace atelier::report::pictures
