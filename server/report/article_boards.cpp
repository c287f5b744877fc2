// The ideas of each lever, in their exact words.
#include <algorithm>
#include <map>

#include "report/article_parts.hpp"
#include "report/numbers.hpp"
#include "report/sentences.hpp"

namespace atelier::report::parts {
namespace {

/// The scales most of these ideas are at, at most three, as an end to a sentence about them.
std::string at_their_scales(const Writing& in, std::string_view sentence,
                            const std::vector<IdeaLine>& ideas) {
    constexpr std::size_t scales_max = 3;
    std::vector<std::pair<std::string, std::size_t>> counts;
    for (const IdeaLine& idea : ideas) {
        if (idea.scale.empty()) continue;
        const auto found =
            std::ranges::find(counts, idea.scale, &std::pair<std::string, std::size_t>::first);
        if (found == counts.end()) {
            counts.emplace_back(idea.scale, 1);
        } else {
            ++found->second;
        }
    }
    if (counts.empty()) return std::string(sentence).append(".");
    std::ranges::stable_sort(counts, std::ranges::greater{},
                             &std::pair<std::string, std::size_t>::second);
    if (counts.size() == 1) return with(in.a.lever.at_scale, {sentence, counts.front().first});
    counts.resize(std::min(counts.size(), scales_max));
    std::vector<std::string> items;
    for (const auto& [scale, n] : counts)
        items.push_back(with(in.a.lever.scale_count, {scale, number(in.w, n)}));
    return with(in.a.lever.at_scales, {sentence, listed(in.a, items)});
}

void add_ideas(const Writing& in, Part& out, std::span<const IdeaLine> ideas,
               const domain::Lever* lever, bool compact) {
    if (ideas.empty()) return;
    Entries entries{{}, compact, lever};
    for (const IdeaLine& line : ideas) {
        Entry entry = entry_of(in, line);
        // Of ideas that are only listed, where they are meant for is enough.
        if (compact) entry.notes.resize(line.scale.empty() ? 0 : 1);
        entries.entries.push_back(std::move(entry));
    }
    out.blocks.emplace_back(std::move(entries));
}

void add_others(const Writing& in, Part& out, std::span<const IdeaLine> ideas,
                const domain::Lever* lever) {
    if (ideas.empty()) return;
    out.blocks.emplace_back(Paragraph{std::string(in.a.lever.others)});
    add_ideas(in, out, ideas, lever, true);
}

void add_lever(const Writing& in, Part& out, const BoardSummary& board, const LeverSummary& lever,
               int level) {
    out.blocks.emplace_back(Heading{level, lever.lever.name,
                                    counted(in.w, in.w.boards.ideas, lever.ideas.size()),
                                    &lever.lever});
    if (const auto text = in.s.introduction_of(board.id, lever.lever.id); !text.empty())
        out.blocks.emplace_back(Said{std::string(text)});
    if (lever.ideas.empty()) {
        out.blocks.emplace_back(
            Paragraph{std::string(in.w.boards.none_here), Paragraph::Tone::nothing});
        return;
    }
    const std::string sentence = said(in.w, in.a.lever.on_lever, lever.ideas.size());
    out.blocks.emplace_back(Paragraph{at_their_scales(in, sentence, lever.ideas)});
    add_ideas(in, out, lever.leading(), &lever.lever, false);
    add_others(in, out, lever.others(), &lever.lever);
}

void add_crowd(const Writing& in, Part& out, const CrowdSummary& crowd, int level) {
    const LeverWords& l = in.a.lever;
    std::string sentence =
        said(in.w, l.crowd, crowd.people,
             {counted(in.w, in.w.boards.ideas, crowd.cards), percent(in.w, crowd.agreement)});
    if (crowd.ties > 0) sentence += " " + said(in.w, l.crowd_ties, crowd.ties);
    out.blocks.emplace_back(Paragraph{std::move(sentence)});
    if (crowd.contested.empty()) return;
    out.blocks.emplace_back(Heading{level, std::string(l.contested)});
    Entries entries;
    for (const ContestedCard& card : crowd.contested) {
        std::vector<std::string> places;
        for (const auto& [lever, people] : card.levers)
            places.push_back(
                with(l.scale_count, {lever.empty() ? in.w.boards.tray : std::string_view(lever),
                                     number(in.w, people)}));
        entries.entries.push_back(
            {card.text,
             {},
             {},
             {with(l.contested_at,
                   {percent(in.w, card.crowd.agreement),
                    counted(in.w, in.w.votes.people, card.crowd.people), listed(in.a, places)})},
             {}});
    }
    out.blocks.emplace_back(std::move(entries));
}

void add_board(const Writing& in, Part& out, const BoardSummary& board, std::size_t place) {
    const bool several = in.s.boards.size() > 1;
    if (several || !board.title.empty())
        out.blocks.emplace_back(Heading{
            3, board.title.empty() ? with(in.w.boards.of_board, {board.id.text}) : board.title});
    if (const auto text = in.s.introduction_of(board.id); !text.empty())
        out.blocks.emplace_back(Said{std::string(text)});
    if (board.levers.empty()) return add_ideas(in, out, board.tray, nullptr, false);
    const int level = several || !board.title.empty() ? 4 : 3;
    out.blocks.emplace_back(Slot{Slot::What::board, place});
    if (board.crowd) add_crowd(in, out, *board.crowd, level);
    for (const auto& lever : board.levers) add_lever(in, out, board, lever, level);
    if (board.tray.empty()) return;
    out.blocks.emplace_back(Heading{level, std::string(in.w.boards.tray),
                                    counted(in.w, in.w.boards.ideas, board.tray.size())});
    add_ideas(in, out, board.tray, nullptr, false);
}

}  // namespace

std::vector<std::string> result_notes(const Writing& in, const domain::Tally& tally,
                                      const Share& share) {
    const LeverWords& l = in.a.lever;
    const std::string low = percent(in.w, share.interval.low),
                      high = percent(in.w, share.interval.high);
    if (const auto* dots = std::get_if<domain::DotsTally>(&tally))
        return {with(l.dots_share,
                     {counted(in.w, in.w.boards.dots, static_cast<std::size_t>(dots->dots)),
                      counted(in.w, in.w.votes.people, share.yes), number(in.w, share.n),
                      percent(in.w, share.value()), low, high})};
    std::vector<std::string> out;
    if (const FindingText found = finding(in.w, tally); !found.figures.empty())
        out.push_back(found.figures);
    if (!std::holds_alternative<domain::UsefulTally>(tally))
        out.push_back(
            with(l.share, {percent(in.w, share.value()), low, high, number(in.w, share.n)}));
    return out;
}

Entry entry_of(const Writing& in, const IdeaLine& line) {
    const LeverWords& l = in.a.lever;
    Entry out{line.text, {}, {}, {}, line.variants};
    if (!line.scale.empty()) out.notes.push_back(line.scale);
    if (line.score) {
        const auto& [vote, rank, tally, share] = *line.score;
        // How the answers spread is told with the vote; here their share is enough.
        if (std::holds_alternative<domain::DotsTally>(tally)) {
            out.notes.push_back(result_notes(in, tally, share).front());
        } else {
            out.head = finding(in.w, tally).head;
            const std::string low = percent(in.w, share.interval.low),
                              high = percent(in.w, share.interval.high), n = number(in.w, share.n);
            // To be useful for so many is to be in favour: said once.
            out.notes.push_back(std::holds_alternative<domain::UsefulTally>(tally)
                                    ? with(l.interval, {low, high, n})
                                    : with(l.share, {percent(in.w, share.value()), low, high, n}));
        }
    }
    if (line.agreement) out.notes.push_back(with(l.across, {decimal(in.w, *line.agreement, 2)}));
    if (line.crowd && line.crowd->people > 0)
        out.notes.push_back(with(l.sorted, {percent(in.w, line.crowd->agreement),
                                            counted(in.w, in.w.votes.people, line.crowd->people)}));
    if (line.reworded) out.notes.emplace_back(l.reworded);
    return out;
}

Part ideas(const Writing& in) {
    Part out = begin(in, Section::ideas, ideas_title(in.w, in.s));
    if (in.s.figures.published == 0) {
        out.blocks.emplace_back(
            Paragraph{std::string(in.w.boards.no_idea), Paragraph::Tone::nothing});
        return out;
    }
    for (std::size_t i = 0; i < in.s.boards.size(); ++i) add_board(in, out, in.s.boards[i], i);
    return out;
}

}  // namespace atelier::report::parts
