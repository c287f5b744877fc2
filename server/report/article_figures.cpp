// Who came, and what became of what they wrote.
#include <algorithm>

#include "domain/limits.hpp"
#include "report/article_parts.hpp"
#include "report/numbers.hpp"
#include "report/sentences.hpp"

namespace atelier::report::parts {
namespace {

constexpr std::size_t least = domain::limits::shown_group_people_min;

std::string people_sentence(const Writing& in) {
    const Figures& f = in.s.figures;
    const TurnoutWords& t = in.a.turnout;
    if (f.joined == 0) return std::string(t.nobody);
    if (f.took_part >= f.joined) return said(in.w, t.all_took_part, f.joined);
    return said(in.w, t.joined, f.joined, {number(in.w, f.took_part)});
}

std::string ideas_sentence(const Writing& in) {
    const Figures& f = in.s.figures;
    const TurnoutWords& t = in.a.turnout;
    if (f.ideas == 0) return std::string(t.no_idea);
    std::vector<std::string> fates;
    const auto fate = [&](const Plural& words, std::size_t n) {
        if (n > 0) fates.push_back(said(in.w, words, n));
    };
    fate(t.published, f.published);
    fate(t.pending, f.pending);
    fate(t.withdrawn, f.withdrawn);
    fate(t.hidden, f.hidden);
    // Of a single idea the large numbers below tell what became of it.
    std::string out = said(in.w, t.posted, f.ideas, {listed(in.a, fates)});
    if (f.grouped > 0)
        out += " " + said(in.w, t.grouped, f.grouped, {number(in.w, f.published - f.grouped)});
    return out;
}

Tiles tiles(const Writing& in) {
    const Figures& f = in.s.figures;
    const FigureWords& w = in.w.figures;
    Tiles out;
    const auto tile = [&](const Plural& label, std::size_t n) {
        out.tiles.emplace_back(number(in.w, n), choose(in.w, label, n));
    };
    tile(w.joined, f.joined);
    tile(w.took_part, f.took_part);
    tile(w.posted, f.ideas);
    tile(w.published, f.published);
    return out;
}

std::string or_dash(const Writing& in, const std::optional<std::size_t>& n) {
    return n ? number(in.w, *n) : "–";
}

void add_votes(const Writing& in, Part& out) {
    if (in.s.votes.empty()) return;
    const TurnoutWords& t = in.a.turnout;
    Table table{
        std::string(t.votes_caption),
        {std::string(t.vote), std::string(t.ballots), std::string(t.rate), std::string(t.ideas)},
        {}};
    for (const VoteSummary& vote : in.s.votes)
        table.rows.push_back({vote_title(in.w, vote.title, vote.round), number(in.w, vote.ballots),
                              percent(in.w, vote.ballots, in.s.figures.joined),
                              number(in.w, vote.ideas)});
    out.blocks.emplace_back(std::move(table));
}

void add_affiliations(const Writing& in, Part& out) {
    if (in.s.by_affiliation.empty()) return;
    const TurnoutWords& t = in.a.turnout;
    Table table{std::string(t.by_affiliation),
                {std::string(in.w.figures.affiliation), std::string(in.w.figures.people),
                 std::string(t.took_part), std::string(t.their_ideas)},
                {}};
    for (const VoteSummary& vote : in.s.votes)
        table.heads.push_back(vote_title(in.w, vote.title, vote.round));
    for (const AffiliationTurnout& one : in.s.by_affiliation) {
        if (one.name.empty() && one.people + one.ideas == 0) continue;
        std::vector<std::string> row{one.name.empty() ? std::string(in.w.figures.others) : one.name,
                                     number(in.w, one.people), or_dash(in, one.took_part),
                                     number(in.w, one.ideas)};
        for (const auto& voted : one.voted) row.push_back(or_dash(in, voted));
        table.rows.push_back(std::move(row));
    }
    out.blocks.emplace_back(std::move(table));
}

void add_scales(const Writing& in, Part& out) {
    Table table{std::string(in.a.turnout.by_scale), {std::string(in.w.boards.scale)}, {}};
    for (const VoteSummary& vote : in.s.votes) {
        if (vote.by_scale.empty()) continue;
        table.heads.push_back(vote_title(in.w, vote.title, vote.round));
        table.rows.resize(vote.by_scale.size());
        for (std::size_t i = 0; i < vote.by_scale.size(); ++i) {
            if (table.rows[i].empty()) table.rows[i].push_back(vote.by_scale[i].scale);
            table.rows[i].push_back(or_dash(in, vote.by_scale[i].people));
        }
    }
    const auto nothing = [](const std::vector<std::string>& row) {
        return std::all_of(row.begin() + 1, row.end(),
                           [](const auto& cell) { return cell == "–"; });
    };
    std::erase_if(table.rows, nothing);
    if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
}

void add_register(const Writing& in, Part& out) {
    const Figures& f = in.s.figures;
    if (f.hidden_by_reason.empty()) return;
    const FigureWords& w = in.w.figures;
    out.blocks.emplace_back(Paragraph{said(in.w, in.a.turnout.hidden_why, f.hidden)});
    Table table{std::string(w.hidden_title), {std::string(w.reason), std::string(w.value)}, {}};
    for (const auto& [reason, n] : f.hidden_by_reason)
        table.rows.push_back(
            {std::string(w.reasons[static_cast<std::size_t>(reason)]), number(in.w, n)});
    out.blocks.emplace_back(std::move(table));
}

}  // namespace

Part figures(const Writing& in) {
    Part out = begin(in, Section::figures, in.w.figures.title);
    out.blocks.emplace_back(Paragraph{people_sentence(in) + " " + ideas_sentence(in)});
    out.blocks.emplace_back(tiles(in));
    add_votes(in, out);
    add_affiliations(in, out);
    add_scales(in, out);
    if (!in.s.by_affiliation.empty() || !in.s.votes.empty())
        out.blocks.emplace_back(
            Paragraph{with(in.a.turnout.kept_back, {number(in.w, least)}), Paragraph::Tone::note});
    add_register(in, out);
    return out;
}

}  // namespace atelier::report::parts
