#include "report/story.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "report/article_words.hpp"
#include "report/numbers.hpp"
#include "report/sentences.hpp"

namespace atelier::report {
namespace {

/// For a sentence of ours to quote: without the stop that our own would double.
std::string quoted_in(std::string_view text) {
    std::string out = one_line(text);
    while (out.ends_with('.')) out.pop_back();
    return out;
}

/// Sentences, joined as they come.
class Sentences {
  public:
    void add(std::string sentence) {
        if (sentence.empty()) return;
        if (!out_.empty()) out_ += ' ';
        out_ += sentence;
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

struct Teller {
    const Summary& s;
    const Words& w;
    const ArticleWords& a;

    /// The last one that says what comes before what: not consent to a proposal.
    [[nodiscard]] const VoteSummary* last_vote() const {
        const auto found =
            std::ranges::find_if(s.votes.rbegin(), s.votes.rend(), [](const VoteSummary& vote) {
                return vote.ranking.size() > 1 && vote.method != domain::Method::consent;
            });
        return found == s.votes.rend() ? nullptr : &*found;
    }

    [[nodiscard]] std::string fullest_lever() const {
        const LeverSummary* most = nullptr;
        std::size_t all = 0;
        bool tied = false;
        for (const BoardSummary& board : s.boards) {
            all += board.tray.size();
            for (const LeverSummary& lever : board.levers) {
                all += lever.ideas.size();
                if (most && lever.ideas.size() == most->ideas.size()) tied = true;
                if (most && lever.ideas.size() <= most->ideas.size()) continue;
                most = &lever;
                tied = false;
            }
        }
        if (!most || most->ideas.empty() || tied || s.boards.size() > 1) return {};
        return with(a.story.most_on,
                    {most->lever.name, counted(w, w.boards.ideas, most->ideas.size()),
                     percent(w, most->ideas.size(), all)});
    }

    [[nodiscard]] std::string observation() const {
        Sentences out;
        if (s.figures.published == 0) return {};
        const std::string came = said(w, a.story.came, s.figures.published - s.figures.grouped);
        out.add(s.question.empty() ? came + "."
                                   : with(a.story.question, {came, quoted_in(s.question)}));
        out.add(fullest_lever());
        if (const VoteSummary* vote = last_vote()) {
            const RankedResult& best = vote->ranking.front();
            const bool alone = vote->ranking[1].rank > 1;
            if (alone)
                out.add(with(a.story.best, {quoted_in(best.text), finding(w, best.tally).head}));
        }
        if (!s.across.empty() && !s.across.back().common.unites.empty()) {
            const Across& last = s.across.back();
            const auto& unites = last.common.unites;
            out.add(said(w, a.story.unites, unites.size(),
                         {quoted_in(last.ideas[unites.front()].text)}));
        }
        return out.take();
    }

    [[nodiscard]] std::string empty_places() const {
        Sentences out;
        for (const BoardSummary& board : s.boards) {
            if (board.cells() == 0 || board.empty_cells == 0) continue;
            out.add(said(w, a.story.empty, board.empty_cells, {number(w, board.cells())}));
            std::vector<std::string> scales;
            for (const MatrixRow& row : board.matrix)
                if (!row.scale.empty() && row.total.own == 0)
                    scales.push_back(with(a.head.quoted, {row.scale}));
            if (!scales.empty()) out.add(with(a.story.nothing_at, {listed(a, scales)}));
        }
        return out.take();
    }

    [[nodiscard]] std::string tension() const {
        Sentences out;
        if (s.figures.published > 0) {
            for (const Across& one : s.across) {
                const auto& [unites, divides, minority] = one.common;
                if (!divides.empty())
                    out.add(said(w, a.story.divides, divides.size(),
                                 {quoted_in(one.ideas[divides.front()].text)}));
                if (!minority.empty())
                    out.add(said(w, a.story.minority, minority.size(),
                                 {one.groups[minority.front().group].name,
                                  quoted_in(one.ideas[minority.front().idea].text)}));
            }
            out.add(empty_places());
        }
        std::size_t contested = 0;
        for (const BoardSummary& board : s.boards)
            contested += board.crowd ? board.crowd->contested.size() : 0;
        if (contested > 0) out.add(said(w, a.story.contested, contested));
        if (const std::size_t open = s.questions.to_be_answered(); open > 0)
            out.add(said(w, a.story.unanswered, open));
        return out.take();
    }

    [[nodiscard]] std::string first_ideas() const {
        constexpr std::size_t ideas_max = 3;
        const VoteSummary* vote = last_vote();
        if (!vote) return {};
        std::vector<std::string> items;
        for (const RankedResult& one : vote->ranking)
            if (one.rank <= ideas_max && items.size() < ideas_max)
                items.push_back(with(a.head.quoted, {quoted_in(one.text)}));
        return with(a.story.first_ideas, {listed(a, items)});
    }

    [[nodiscard]] std::string action() const {
        Sentences out;
        out.add(first_ideas());
        const std::size_t promised = s.commitments.told.size();
        if (promised > 0) {
            out.add(said(w, a.story.promised, promised));
            if (const std::size_t together = s.commitments.collective(); together > 0)
                out.add(promised == 1 ? std::string(a.story.alone)
                                      : said(w, a.story.together, together));
            out.add(said(w, a.story.first_promise, promised,
                         {quoted_in(s.commitments.told.front().promise.text)}));
        }
        return out.take();
    }

    [[nodiscard]] std::string horizon() const {
        Sentences out;
        const auto looks = [](const CommitmentLine& one) {
            return !base::blank(one.promise.looking_for);
        };
        const auto looking =
            static_cast<std::size_t>(std::ranges::count_if(s.commitments.told, looks));
        if (looking > 0) out.add(said(w, a.story.looking, looking));
        for (const ClosingSummary& one : s.closings)
            if (one.roti.n > 0)
                out.add(with(a.story.roti, {decimal(w, one.roti.mean, one.roti.n == 1 ? 0 : 1),
                                            counted(w, w.votes.people, one.roti.n)}));
        if (!s.call_to_action.empty()) out.add(with(a.story.action, {quoted_in(s.call_to_action)}));
        if (!s.next_theme.empty()) out.add(with(a.story.next, {quoted_in(s.next_theme)}));
        return out.take();
    }
};

}  // namespace

std::array<std::string, story_step_names.size()> story(const Summary& summary) {
    const Teller teller{summary, words(summary.language), article_words(summary.language)};
    return {teller.observation(), teller.tension(), teller.action(), teller.horizon()};
}

}  // namespace atelier::report
