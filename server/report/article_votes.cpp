// Each vote, its rule, its turnout and its leading ideas.
#include "report/article_parts.hpp"
#include "report/numbers.hpp"
#include "report/sentences.hpp"

namespace atelier::report::parts {
namespace {

void add_nothing(Part& out, std::string_view text) {
    out.blocks.emplace_back(Paragraph{std::string(text), Paragraph::Tone::nothing});
}

void add_vote(const Writing& in, Part& out, const VoteSummary& vote, std::size_t place) {
    out.blocks.emplace_back(Heading{3, vote_title(in.w, vote.title, vote.round)});
    out.blocks.emplace_back(Paragraph{turnout(in.w, in.s, vote) + " " + vote_rule(in.w, vote)});
    if (vote.running)
        out.blocks.emplace_back(Paragraph{std::string(in.w.votes.running), Paragraph::Tone::note});
    const bool dots = vote.method == domain::Method::dots;
    if (vote.ranking.empty())
        return add_nothing(out, dots ? in.w.votes.none_cast : in.w.results.none);
    out.blocks.emplace_back(Slot{Slot::What::vote, place});
    if (vote.method == domain::Method::impact_effort)
        out.blocks.emplace_back(Slot{Slot::What::impact_effort, place});
    Entries entries;
    for (const RankedResult& one : vote.leading())
        entries.entries.push_back({one.text,
                                   std::to_string(one.rank) + ".",
                                   dots ? std::string{} : finding(in.w, one.tally).head,
                                   result_notes(in, one.tally, one.share),
                                   {}});
    out.blocks.emplace_back(std::move(entries));
    for (std::string& sentence : rest_of_ranking(in.w, vote))
        out.blocks.emplace_back(Paragraph{std::move(sentence), Paragraph::Tone::note});
}

}  // namespace

Part votes(const Writing& in) {
    Part out = begin(in, Section::votes, in.w.votes.title);
    for (std::size_t i = 0; i < in.s.votes.size(); ++i) add_vote(in, out, in.s.votes[i], i);
    for (const WithheldVote& one : in.s.withheld)
        out.blocks.emplace_back(Paragraph{withheld(in.w, one)});
    if (in.s.votes.empty() && in.s.withheld.empty()) add_nothing(out, in.w.votes.none);
    return out;
}

}  // namespace atelier::report::parts
