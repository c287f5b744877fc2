#include "report/verify_export.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/limits.hpp"
#include "report/export_checks.hpp"
#include "report/words.hpp"
#include "wire/choices.hpp"
#include "wire/parts.hpp"

namespace atelier::report {
namespace {

using wire::Fields;

using PhaseAndIdea = std::pair<std::string, std::string>;

struct Ballot {
    std::string phase, voter;
    std::map<std::string, domain::VoteValue> choices;
};

struct Place {
    std::string board;
    std::optional<std::string> lever, scale;
};

struct ExportedIdea {
    std::string id;
    std::optional<std::string> reason;
    std::vector<Place> places;
};

/// The members of the file that are checked against each other.
struct Contents {
    std::vector<domain::Phase> phases;
    std::vector<domain::Board> boards;
    std::vector<ExportedIdea> ideas;
    std::map<PhaseAndIdea, domain::Tally> tallies;
    std::vector<Ballot> ballots;
    std::set<std::string> withheld;
    std::map<std::string, std::size_t> hidden_by_reason;
    std::size_t joined = 0, posted = 0, voted = 0;
};

/// Calls see(key) for each member of an object.
template <class See>
void each_member(const Fields& in, See see) {
    if (!in.json().is_object()) return;
    for (const auto& [key, value] : in.json().items()) see(key);
}

ExportedIdea read_idea(const Fields& in, Contents& contents) {
    ExportedIdea out{in.text("id"), in.maybe_text("reason"), {}};
    out.places = in.list("placements", [](const Fields& place) {
        return Place{place.text("board"), place.maybe_text("lever"), place.maybe_text("scale")};
    });
    const Fields tallies = in.object("tallies");
    each_member(tallies, [&](const std::string& phase) {
        contents.tallies[{phase, out.id}] = wire::decode_tally(tallies.object(phase));
    });
    return out;
}

Ballot read_ballot(const Fields& in) {
    Ballot out{in.text("phase"), in.text("voter"), {}};
    const Fields choices = in.object(in.has("choices") ? "choices" : "dots");
    each_member(choices, [&](const std::string& idea) {
        out.choices[idea] = wire::decode_value(choices, idea);
    });
    return out;
}

Contents read(const Fields& in) {
    Contents out;
    const std::string schema = in.text("schema");
    if (schema != "atelier-export/1" && schema != "atelier-export/2") in.wrong("schema");
    for (const auto* list : {"phases", "boards", "ideas", "ballots", "withheld"})
        if (!in.has(list)) in.wrong(list);
    out.phases = in.list("phases", wire::decode_phase);
    out.boards = in.list("boards", wire::decode_board);
    out.ideas = in.list("ideas", [&](const Fields& idea) { return read_idea(idea, out); });
    out.ballots = in.list("ballots", read_ballot);
    for (auto& phase : in.texts("withheld")) out.withheld.insert(std::move(phase));
    const Fields people = in.object("people");
    out.joined = people.integer<std::size_t>("joined");
    out.posted = people.integer<std::size_t>("posted");
    out.voted = people.integer<std::size_t>("voted");
    const Fields reasons = in.object("moderation").object("hidden_by_reason");
    each_member(reasons, [&](const std::string& reason) {
        out.hidden_by_reason[reason] = reasons.integer<std::size_t>(reason);
    });
    return out;
}

class Check {
  public:
    Check(const Contents& contents, const VerifyWords& words) : c_(contents), w_(words) {}

    std::vector<std::string> run() {
        ideas();
        for (const auto& ballot : c_.ballots) ballot_fits(ballot);
        tallies();
        moderation();
        people(w_.posted, c_.posted);
        people(w_.voted, c_.voted);
        return std::move(differences_);
    }

  private:
    void say(std::string_view pattern, std::initializer_list<std::string_view> values) {
        differences_.push_back(with(pattern, values));
    }

    void ideas() {
        for (const auto& idea : c_.ideas) {
            if (!ids_.insert(idea.id).second) say(w_.idea_twice, {idea.id});
            for (const auto& place : idea.places)
                if (!exists(place)) say(w_.unknown_place, {idea.id, place.board});
        }
    }
    [[nodiscard]] bool exists(const Place& place) const {
        const auto board =
            std::ranges::find(c_.boards, domain::BoardId{place.board}, &domain::Board::id);
        return board != c_.boards.end() && (!place.lever || board->lever({*place.lever})) &&
               (!place.scale || board->scale({*place.scale}));
    }

    [[nodiscard]] std::optional<domain::VoteRules> vote(const std::string& id) const {
        const auto phase = std::ranges::find(c_.phases, domain::PhaseId{id}, &domain::Phase::id);
        if (phase == c_.phases.end() || c_.withheld.contains(id)) return std::nullopt;
        return vote_rules(phase->settings);
    }
    /// The choice that a value is in a method; nothing for one out of bounds.
    static std::optional<domain::Choice> choice(domain::Method method,
                                                const domain::VoteValue& value) {
        using namespace domain;
        const auto within = [](int number, int least, std::size_t most) {
            return number >= least && number <= static_cast<int>(most);
        };
        const int* number = std::get_if<int>(&value);
        if (number && method == Method::dots && within(*number, 1, limits::dots_budget_max))
            return Dots{*number};
        if (number && method == Method::judgment && within(*number, 0, grades_count - 1))
            return Grade{*number};
        const auto* scores = std::get_if<Scores>(&value);
        if (scores && method == Method::impact_effort && within(scores->impact, 1, scores_count) &&
            within(scores->effort, 1, scores_count))
            return *scores;
        if (const auto* judged = std::get_if<Judgement>(&value); judged && method == Method::useful)
            return *judged;
        if (const auto* answer = std::get_if<Answer>(&value); answer && method == Method::consent)
            return *answer;
        return std::nullopt;
    }
    void ballot_fits(const Ballot& ballot) {
        const auto rules = vote(ballot.phase);
        if (!rules) return say(w_.not_revealed, {ballot.phase});
        if (!voters_.insert({ballot.phase, ballot.voter}).second)
            say(w_.ballot_twice, {ballot.phase, ballot.voter});
        for (const auto& [idea, value] : ballot.choices) {
            if (!ids_.contains(idea)) say(w_.unknown_idea, {ballot.phase, ballot.voter, idea});
            const auto chosen = choice(rules->method, value);
            if (!chosen) {
                say(w_.dots_out_of_range,
                    {ballot.phase, ballot.voter, idea, wire::encode(value).dump()});
                continue;
            }
            recount_[ballot.phase].set({ballot.voter}, {idea}, *chosen);
        }
    }
    void tallies() {
        std::set<PhaseAndIdea> all;
        for (const auto& [key, tally] : c_.tallies) all.insert(key);
        for (const auto& [phase, votes] : recount_)
            for (const auto& [idea, tally] : votes.tallies) all.insert({phase, idea.text});
        for (const auto& key : all) {
            const auto found = c_.tallies.find(key);
            const std::optional<domain::Tally> told =
                found == c_.tallies.end() ? std::nullopt : std::optional(found->second);
            compare(key, told, counted(key, told));
        }
    }
    /// By the ballots; to how many a card was shown is in none of them and is taken as told.
    [[nodiscard]] std::optional<domain::Tally> counted(
        const PhaseAndIdea& key, const std::optional<domain::Tally>& told) const {
        const auto* shown = told ? std::get_if<domain::UsefulTally>(&*told) : nullptr;
        std::optional<domain::Tally> out;
        if (const auto votes = recount_.find(key.first); votes != recount_.end())
            if (const auto tally = votes->second.tallies.find(domain::IdeaId{key.second});
                tally != votes->second.tallies.end())
                out = tally->second;
        if (!out && shown && shown->shown > 0) out = domain::UsefulTally{};
        if (auto* useful = out ? std::get_if<domain::UsefulTally>(&*out) : nullptr; useful && shown)
            useful->shown = shown->shown;
        return out;
    }
    void compare(const PhaseAndIdea& key, const std::optional<domain::Tally>& told,
                 const std::optional<domain::Tally>& counted) {
        if (told == counted || (!told && voters_of(*counted) == 0) ||
            (!counted && voters_of(*told) == 0))
            return;
        const auto dots = [](const std::optional<domain::Tally>& tally) {
            return tally ? std::get_if<domain::DotsTally>(&*tally) : nullptr;
        };
        if (const auto* a = dots(told), *b = dots(counted); (a || !told) && (b || !counted)) {
            const domain::DotsTally none;
            const auto& [said, said_by] = a ? *a : none;
            const auto& [found, found_by] = b ? *b : none;
            return say(w_.tally,
                       {key.first, key.second, std::to_string(said), std::to_string(said_by),
                        std::to_string(found), std::to_string(found_by)});
        }
        const auto written = [](const std::optional<domain::Tally>& tally) {
            return tally ? wire::encode(*tally).dump() : std::string("–");
        };
        say(w_.counts, {key.first, key.second, written(told), written(counted)});
    }

    void moderation() {
        std::map<std::string, std::pair<std::size_t, std::size_t>> told_and_counted;
        for (const auto& [reason, n] : c_.hidden_by_reason) told_and_counted[reason].first = n;
        for (const auto& idea : c_.ideas)
            if (idea.reason) ++told_and_counted[*idea.reason].second;
        for (const auto& [reason, counts] : told_and_counted)
            if (counts.first != counts.second)
                say(w_.hidden,
                    {reason, std::to_string(counts.first), std::to_string(counts.second)});
    }
    void people(std::string_view what, std::size_t n) {
        if (n > c_.joined)
            say(w_.too_many_people, {what, std::to_string(n), std::to_string(c_.joined)});
    }

    const Contents& c_;
    const VerifyWords& w_;
    std::set<std::string> ids_;
    std::set<std::pair<std::string, std::string>> voters_;
    std::map<std::string, domain::Votes> recount_;
    std::vector<std::string> differences_;
};

}  // namespace

std::vector<std::string> verify_export(const nlohmann::json& file, std::string_view language) {
    const VerifyWords& w = words(language).verify;
    std::string mistake;
    const Contents contents = read(Fields(file, mistake));
    if (!mistake.empty()) return {with(w.malformed, {mistake})};
    auto differences = Check(contents, w).run();
    for (auto& changed : unchecked(file, language)) differences.push_back(std::move(changed));
    return differences;
}

}  // namespace atelier::report
