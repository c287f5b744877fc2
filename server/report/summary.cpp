#include "report/summary.hpp"

#include "report/erased.hpp"

#include <algorithm>

#include "report/boards.hpp"
#include "report/story.hpp"

namespace atelier::report {
namespace {

using Published = std::vector<const domain::Idea*>;

/// A group is told by its lead; the others stand behind it.
Published published_ideas(const domain::Workshop& workshop) {
    Published out;
    for (const auto& idea : workshop.ideas)
        if (shown(workshop, idea) && !idea.group) out.push_back(&idea);
    return out;
}

// Rule R13.
void add_ranking(VoteSummary& out, VoteResult result) {
    out.ideas = result.ranking.size();
    for (RankedResult& one : result.ranking) {
        if (const auto* dots = std::get_if<domain::DotsTally>(&one.tally)) out.dots += dots->dots;
        if (voters_of(one.tally) > 0) {
            out.ranking.push_back(std::move(one));
        } else {
            ++out.without_choice;
        }
    }
}

// Rule R4. A vote that never opened has nothing to tell.
void add_vote(Summary& out, const domain::Workshop& workshop, const domain::Phase& phase) {
    const auto rules = vote_rules(phase.settings);
    if (!rules || phase.status == domain::PhaseStatus::planned) return;
    const domain::Votes* votes = workshop.votes_of(phase.id);
    const std::size_t ballots = votes ? votes->ballots.size() : 0;
    if (!counts_shown(workshop, phase)) {
        out.withheld.push_back({phase.title, ballots, phase.round});
        return;
    }
    VoteSummary vote;
    vote.phase = phase.id;
    vote.title = phase.title;
    vote.running = phase.status == domain::PhaseStatus::open;
    vote.ballots = ballots;
    vote.method = rules->method;
    vote.round = phase.round;
    if (const auto* dots = std::get_if<domain::DotsSettings>(&phase.settings)) {
        vote.budget = dots->budget;
        vote.max_per_idea = dots->max_per_idea;
    }
    if (auto result = vote_result(workshop, phase)) add_ranking(vote, std::move(*result));
    vote.by_scale = turnout_by_scale(workshop, phase);
    out.votes.push_back(std::move(vote));
}

constexpr std::size_t ranks_shown_max = 10;

/// Rule R6: a later vote goes before an earlier one.
Scores scores_of(const std::vector<VoteSummary>& votes) {
    Scores out;
    for (std::size_t v = 0; v < votes.size(); ++v)
        for (const RankedResult& one : votes[v].ranking)
            out.insert_or_assign(one.idea, IdeaScore{v, one.rank, one.tally, one.share});
    return out;
}

Agreements agreements_of(const std::vector<Across>& across) {
    Agreements out;
    for (const Across& one : across)
        for (const IdeaAcross& idea : one.ideas) out.insert_or_assign(idea.idea, idea.agreement);
    return out;
}

void add_across(Summary& out, const domain::Workshop& workshop) {
    for (const auto& phase : workshop.plan.phases) {
        if (auto one = across_affiliations(workshop, phase)) out.across.push_back(std::move(*one));
        if (auto one = opinion_summary(workshop, phase)) out.opinions.push_back(std::move(*one));
    }
}

void add_boards(Summary& out, const domain::Workshop& workshop, const Published& ideas) {
    const Scores scores = scores_of(out.votes);
    const Agreements agreements = agreements_of(out.across);
    const BoardSources sources{workshop, ideas, scores, agreements, out.affiliations};
    for (const auto& board : workshop.plan.boards)
        out.boards.push_back(summarise_board(sources, board));
    if (out.boards.empty()) out.boards.push_back(summarise_board(sources, {}));
    for (const auto& vote : out.votes)
        if (!vote.ranking.empty()) out.ranked_by = vote.title;
}

std::vector<insight::Term> terms_of(const domain::Workshop& workshop) {
    constexpr std::size_t terms_max = 30, texts_min = 2;
    std::vector<std::string_view> texts;
    for (const auto& idea : workshop.ideas)
        if (shown(workshop, idea) && !idea.erased) texts.emplace_back(idea.text);
    const auto language =
        workshop.plan.language == "en" ? insight::Language::english : insight::Language::french;
    return insight::terms(texts, language, terms_max, texts_min);
}

void add_voices(Summary& out, const domain::Workshop& workshop) {
    out.questions = questions_told(workshop);
    out.commitments = commitments_told(workshop);
    out.closings = closings_told(workshop);
    out.weathers = weathers_told(workshop);
    for (const ClosingSummary& one : out.closings) {
        if (!one.action.empty()) out.call_to_action = one.action;
        if (!one.next.empty()) out.next_theme = one.next;
    }
}

}  // namespace

std::span<const RankedResult> VoteSummary::leading() const noexcept {
    const auto end = std::ranges::find_if(
        ranking, [](const RankedResult& idea) { return idea.rank > ranks_shown_max; });
    return {ranking.begin(), end};
}

Summary summarise(const domain::Workshop& journalled, const Sources& sources) {
    const auto told = with_erased_told(journalled);
    const domain::Workshop& workshop = told ? *told : journalled;
    const Published ideas = published_ideas(workshop);
    Summary out;
    out.title = workshop.plan.title;
    out.question = workshop.plan.question;
    out.language = workshop.plan.language;
    out.held_at = held_at(workshop);
    out.exported_at = sources.made_at;
    if (sources.draft) out.draft = *sources.draft;
    out.figures = count_figures(workshop);
    out.affiliations = count_affiliations(workshop);
    for (const auto& phase : workshop.plan.phases) add_vote(out, workshop, phase);
    out.by_affiliation = turnout_by_affiliation(workshop, out.affiliations, out.votes);
    add_across(out, workshop);
    add_boards(out, workshop, ideas);
    out.terms = terms_of(workshop);
    add_voices(out, workshop);
    out.participation = participation(workshop, sources.timeline);
    out.fingerprint = sources.fingerprint;
    out.story = story(out);
    return out;
}

Summary summarise(const domain::Workshop& workshop, Fingerprint fingerprint,
                  base::Millis exported_at) {
    return summarise(workshop, {.fingerprint = std::move(fingerprint), .made_at = exported_at});
}

}  // namespace atelier::report
