#include "report/imports/exported_workshop.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "domain/decide.hpp"
#include "domain/limits.hpp"
#include "report/imports/limits.hpp"
#include "report/imports/stand_ins.hpp"
#include "wire/choices.hpp"
#include "wire/parts.hpp"
#include "wire/views.hpp"

namespace atelier::report::imports {
namespace {

using namespace domain;
using wire::Fields;

/// Calls see(key) for each member of an object.
template <class See>
void each_member(const Fields& in, See see) {
    if (!in.json().is_object()) return;
    for (const auto& member : in.json().items()) see(member.key());
}

class Reading {
  public:
    explicit Reading(const nlohmann::json& file) : in_(file, wrong_) {}

    Read<Workshop> run() {
        plan();
        people();
        for_each("ideas", limits_::ideas_per_workshop_max, [&](const Fields& in) { idea(in); });
        groups();
        for_each("ideas", limits_::ideas_per_workshop_max,
                 [&](const Fields& in) { placements(in); });
        for_each("comments", limits_::comments_per_workshop_max,
                 [&](const Fields& in) { comment(in); });
        for_each("questions", limits_::questions_per_workshop_max,
                 [&](const Fields& in) { question(in); });
        for_each("commitments", limits_::commitments_per_workshop_max,
                 [&](const Fields& in) { commitment(in); });
        ballots();
        for_each("reasons", limits_::ideas_per_workshop_max * 100,
                 [&](const Fields& in) { reason(in); });
        arrivals();
        if (!wrong_.empty()) return Refused{"import_untrue", wrong_};
        stand_ins_->put_into(out_);
        for (const Idea& one : out_.ideas)
            if (one.author) ++out_.participants[*one.author].ideas_posted;
        return std::move(out_);
    }

  private:
    struct limits_ {
        static constexpr auto ideas_per_workshop_max = domain::limits::ideas_per_workshop_max;
        static constexpr auto comments_per_workshop_max = domain::limits::comments_per_workshop_max;
        static constexpr auto questions_per_workshop_max =
            domain::limits::questions_per_workshop_max;
        static constexpr auto commitments_per_workshop_max =
            domain::limits::commitments_per_workshop_max;
    };

    template <class See>
    void for_each(std::string_view key, std::size_t most, See see) {
        const auto& list = in_.raw(key);
        if (list.is_array() && list.size() > most) return in_.wrong(key);
        // A list of nothing: Fields::list only gathers what a decoder returns.
        (void)in_.list(key, [&](const Fields& in) {
            if (wrong_.empty()) see(in);
            return 0;
        });
    }
    /// What people wrote: no more than anyone may write, and nothing in it that nobody may.
    std::string words(const Fields& in, std::string_view key) {
        std::string text = in.text(key);
        if (text.size() > domain::limits::idea_bytes_max || base::has_forbidden_controls(text))
            in.wrong(key);
        return text;
    }
    template <class Id>
    Id fresh_id(const Fields& in, std::set<std::string>& known) {
        Id id = in.id<Id>("id");
        if (id.text.size() > domain::limits::id_bytes_max || !known.insert(id.text).second)
            in.wrong("id");
        return id;
    }
    PhaseId known_phase(const Fields& in) {
        PhaseId id = in.id<PhaseId>("phase");
        if (!out_.phase(id)) in.wrong("phase");
        return id;
    }
    IdeaId known_idea(const Fields& in) {
        IdeaId id = in.id<IdeaId>("idea");
        if (!out_.idea(id)) in.wrong("idea");
        return id;
    }

    void plan() {
        const Fields told = in_.object("workshop");
        Blueprint& plan = out_.plan;
        plan.title = told.text("title");
        plan.question = told.text("question");
        plan.language = told.text("language");
        out_.closed = told.text("status") == "closed";
        plan.affiliations = told.list("affiliations", wire::decode_affiliation);
        plan.charter = told.texts("charter");
        plan.boards = in_.list("boards", wire::decode_board);
        plan.phases = in_.list("phases", wire::decode_phase);
        const Workshop none;
        const auto decided =
            decide(none, UpdateWorkshop{plan.title, plan.question}, {Role::organiser, {}}, {});
        const bool known = plan.language == "fr" || plan.language == "en";
        if (!decided || !known) in_.wrong("workshop");
        if (plan.boards.size() > domain::limits::boards_per_workshop_max) in_.wrong("boards");
        if (plan.phases.size() > domain::limits::phases_per_workshop_max) in_.wrong("phases");
        if (plan.affiliations.size() > domain::limits::affiliations_max ||
            plan.charter.size() > domain::limits::charter_lines_max)
            in_.wrong("workshop");
        std::set<std::string> phases, boards;
        std::size_t open = 0;
        for (const Phase& phase : plan.phases) {
            const bool fits = phases.insert(phase.id.text).second &&
                              (phase.status == PhaseStatus::planned || phase.opened_at);
            open += phase.status == PhaseStatus::open ? 1 : 0;
            if (!fits || open > 1) in_.wrong("phases");
        }
        for (const Board& board : plan.boards) {
            std::set<std::string> levers;
            bool fits = boards.insert(board.id.text).second &&
                        board.levers.size() <= domain::limits::levers_per_board_max &&
                        board.scales.size() <= domain::limits::scales_per_board_max &&
                        board.retired.size() <= domain::limits::retired_levers_per_board_max;
            for (const Lever& lever : board.levers)
                fits = levers.insert(lever.id.text).second && fits;
            for (const RetiredLever& gone : board.retired)
                fits = levers.insert(gone.lever.id.text).second && fits;
            if (!fits) in_.wrong("boards");
        }
    }

    void people() {
        const Fields told = in_.object("people");
        const auto joined = told.integer<std::size_t>("joined");
        if (joined > domain::limits::participants_per_workshop_max) told.wrong("joined");
        std::vector<std::pair<AffiliationId, std::size_t>> of;
        for (auto& [id, count] : told.list("affiliations", [&](const Fields& in) {
                 return std::pair(in.id<AffiliationId>("id"), in.integer<std::size_t>("people"));
             })) {
            if (!out_.affiliation(id)) told.wrong("affiliations");
            of.emplace_back(std::move(id), count);
        }
        stand_ins_.emplace(wrong_.empty() ? joined : 0, of);
        totals_ = {told.maybe_integer<std::size_t>("took_part").value_or(joined),
                   told.maybe_integer<std::size_t>("ever_voted").value_or(joined)};
    }

    void idea(const Fields& in) {
        Idea idea{fresh_id<IdeaId>(in, idea_ids_),
                  known_phase(in),
                  std::nullopt,
                  words(in, "text"),
                  in.maybe_id<ScaleId>("scale"),
                  in.integer<base::Millis>("at"),
                  in.word<IdeaStatus>("status"),
                  in.maybe_flag("reviewed").value_or(true),
                  in.maybe_word<HideReason>("reason")};
        if (in.has("original")) idea.original = words(in, "original");
        if (idea.original == idea.text) idea.original.reset();
        if (const auto number = in.maybe_text("author")) {
            idea.author = stand_ins_->author(*number, in.maybe_id<AffiliationId>("affiliation"));
            if (!idea.author) in.wrong("author");
        }
        if (idea.status == IdeaStatus::hidden) idea.reviewed = true;
        out_.idea_index[idea.id] = out_.ideas.size();
        out_.ideas.push_back(std::move(idea));
    }
    /// Members in the order in which they came, where the lead says it.
    void groups() {
        (void)in_.list("ideas", [&](const Fields& in) {
            const auto lead = in.maybe_id<IdeaId>("group");
            if (!lead || !wrong_.empty()) return 0;
            Idea& member = out_.ideas[out_.idea_index[in.id<IdeaId>("id")]];
            const Idea* head = out_.idea(*lead);
            if (!head || head->id == member.id) in.wrong("group");
            member.group = lead;
            out_.groups[*lead].push_back(member.id);
            return 0;
        });
        for (const auto& [lead, members] : out_.groups)
            if (const Idea* head = out_.idea(lead); head && head->group) in_.wrong("ideas");
        (void)in_.list("ideas", [&](const Fields& in) {
            if (!in.has("members") || !wrong_.empty()) return 0;
            auto told = wire::decode_ids(in, "members");
            const auto group = out_.groups.find(in.id<IdeaId>("id"));
            if (group == out_.groups.end() || !std::ranges::is_permutation(told, group->second)) {
                in.wrong("members");
                return 0;
            }
            group->second = std::move(told);
            return 0;
        });
    }

    /// Of a lead the count is its group's: who supports a member is among those who support it.
    void support(const Fields& in, const IdeaId& idea) {
        const auto people = in.maybe_integer<std::size_t>("support").value_or(0);
        const auto supporters = stand_ins_->some(people);
        if (supporters.size() < people) return in.wrong("support");
        for (const ParticipantId& person : supporters) out_.reactions.set(idea, person, true);
    }

    void placements(const Fields& in) {
        const IdeaId idea = in.id<IdeaId>("id");
        support(in, idea);
        (void)in.list("placements", [&](const Fields& at) {
            const auto id = at.id<BoardId>("board");
            const auto board = std::ranges::find(out_.plan.boards, id, &Board::id);
            if (board == out_.plan.boards.end()) {
                at.wrong("board");
                return 0;
            }
            const bool sorted = at.has("crowd");
            if (at.maybe_flag("put").value_or(!sorted))
                board->placements[idea] = {lever_in(at, *board),
                                           scale_in(at, *board),
                                           {},
                                           at.maybe_flag("settled").value_or(false)};
            if (sorted) crowd(at, *board, idea);
            return 0;
        });
    }
    void crowd(const Fields& at, Board& board, const IdeaId& idea) {
        std::vector<std::pair<Place, std::size_t>> places = at.list("crowd", [&](const Fields& in) {
            return std::pair(Place{lever_in(in, board), scale_in(in, board)},
                             in.integer<std::size_t>("people"));
        });
        std::size_t people = 0;
        for (const auto& [place, count] : places) people += std::min<std::size_t>(count, 100'000);
        const auto stand_ins = stand_ins_->some(people);
        if (stand_ins.size() < people) return at.wrong("crowd");
        auto next = stand_ins.begin();
        for (const auto& [place, count] : places)
            for (std::size_t i = 0; i < count; ++i) board.crowd[idea][*next++] = place;
    }
    static std::optional<LeverId> lever_in(const Fields& in, const Board& board) {
        auto lever = in.maybe_id<LeverId>("lever");
        if (lever && !board.lever(*lever)) in.wrong("lever");
        return lever;
    }
    static std::optional<ScaleId> scale_in(const Fields& in, const Board& board) {
        auto scale = in.maybe_id<ScaleId>("scale");
        if (scale && !board.scale(*scale)) in.wrong("scale");
        return scale;
    }

    void comment(const Fields& in) {
        out_.comments.push_back({fresh_id<CommentId>(in, comment_ids_), known_idea(in),
                                 std::nullopt, words(in, "text"), in.integer<base::Millis>("at"),
                                 in.word<CommentStatus>("status"),
                                 in.maybe_word<HideReason>("reason")});
    }
    void question(const Fields& in) {
        Question out{fresh_id<QuestionId>(in, question_ids_),
                     known_phase(in),
                     std::nullopt,
                     words(in, "text"),
                     in.integer<base::Millis>("at"),
                     in.word<IdeaStatus>("status"),
                     true,
                     in.maybe_word<HideReason>("reason"),
                     in.flag("answered"),
                     in.has("answer") ? words(in, "answer") : std::string()};
        out.reviewed = out.status != IdeaStatus::pending;
        const auto people = in.integer<std::size_t>("people");
        for (auto& person : stand_ins_->some(people)) out.supporters.insert(std::move(person));
        if (out.supporters.size() < people) in.wrong("people");
        out_.questions.push_back(std::move(out));
    }
    void commitment(const Fields& in) {
        wire::CommitmentView view = wire::decode_commitment(in);
        const Promise& p = view.promise;
        for (const std::string* text : {&p.text, &p.by, &p.with, &p.looking_for, &p.bringing})
            if (text->size() > domain::limits::idea_bytes_max ||
                base::has_forbidden_controls(*text))
                in.wrong("text");
        out_.commitments.push_back({fresh_id<CommitmentId>(in, commitment_ids_), known_phase(in),
                                    std::nullopt, p, in.integer<base::Millis>("at"),
                                    in.word<IdeaStatus>("status"),
                                    in.maybe_word<HideReason>("reason")});
    }

    // Votes

    struct Row {
        PhaseId phase;
        StandIns::Label label;
        Ballot ballot;
        std::vector<IdeaId> cards;
    };
    Row ballot_row(const Fields& in) {
        Row row{known_phase(in), in.maybe_id<AffiliationId>("affiliation"), {}, {}};
        const Phase* phase = out_.phase(row.phase);
        const auto rules = phase ? vote_rules(phase->settings) : std::nullopt;
        if (!rules) {
            in.wrong("phase");
            return row;
        }
        const Fields choices = in.object(in.has("dots") ? "dots" : "choices");
        each_member(choices, [&](const std::string& idea) {
            const auto choice = choice_of(rules->method, wire::decode_value(choices, idea));
            if (!choice || !out_.idea({idea})) return choices.wrong(idea);
            row.ballot[IdeaId{idea}] = *choice;
        });
        if (in.has("cards")) row.cards = wire::decode_ids(in, "cards");
        for (const IdeaId& card : row.cards)
            if (!out_.idea(card)) in.wrong("cards");
        return row;
    }
    static std::optional<Choice> choice_of(Method method, const VoteValue& value) {
        const auto* number = std::get_if<int>(&value);
        if (number && method == Method::dots && *number > 0) return Dots{*number};
        if (number && method == Method::judgment && *number >= 0 &&
            *number < static_cast<int>(grades_count))
            return Grade{*number};
        const auto fits = [](int s) { return s >= 1 && s <= static_cast<int>(scores_count); };
        if (const auto* scores = std::get_if<Scores>(&value);
            scores && method == Method::impact_effort && fits(scores->impact) &&
            fits(scores->effort))
            return *scores;
        if (const auto* judged = std::get_if<Judgement>(&value); judged && method == Method::useful)
            return *judged;
        if (const auto* answer = std::get_if<Answer>(&value); answer && method == Method::consent)
            return Answer{answer->consent, {}};
        return std::nullopt;
    }
    void ballots() {
        std::vector<Row> rows;
        for_each("ballots", domain::limits::participants_per_workshop_max * 40,
                 [&](const Fields& in) { rows.push_back(ballot_row(in)); });
        if (!wrong_.empty()) return;
        std::map<PhaseId, std::set<AffiliationId>> named;
        StandIns::Ballots ballots;
        for (const Row& row : rows) {
            if (row.label) named[row.phase].insert(*row.label);
            if (!row.ballot.empty()) ++ballots[row.phase][row.label];
        }
        stand_ins_->expect(totals_, ballots);
        // Who was only handed cards takes what places are left.
        std::ranges::stable_partition(rows, [](const Row& row) { return !row.ballot.empty(); });
        for (const Row& row : rows) {
            const auto who =
                stand_ins_->voter(row.phase, row.label, !row.ballot.empty(), named[row.phase]);
            if (!who) return in_.wrong("ballots");
            Votes& votes = out_.votes[row.phase];
            for (const IdeaId& card : row.cards) votes.hand(*who, card);
            for (const auto& [idea, choice] : row.ballot) votes.set(*who, idea, choice);
        }
    }
    /// A reason goes with one of the answers that it is of: whose it was is in no file.
    void reason(const Fields& in) {
        const PhaseId phase = known_phase(in);
        const IdeaId idea = known_idea(in);
        const auto consent = in.word<Consent>("answer");
        const std::string text = words(in, "text");
        if (!wrong_.empty()) return;
        for (const ParticipantId& who : sorted_voters(phase)) {
            Votes& votes = out_.votes[phase];
            const auto found = votes.ballots.at(who).find(idea);
            if (found == votes.ballots.at(who).end()) continue;
            const auto* answer = std::get_if<Answer>(&found->second);
            if (!answer || answer->consent != consent || !answer->reason.empty()) continue;
            return votes.set(who, idea, Answer{consent, text});
        }
        in.wrong("answer");
    }
    [[nodiscard]] const std::vector<ParticipantId>& sorted_voters(const PhaseId& phase) {
        std::vector<ParticipantId>& voters = voters_[phase];
        if (voters.empty())
            for (const auto& [who, ballot] : out_.votes[phase].ballots) voters.push_back(who);
        if (!std::ranges::is_sorted(voters)) std::ranges::sort(voters);
        return voters;
    }

    void arrivals() {
        const Fields weather = in_.maybe_object("weather");
        each_member(weather, [&](const std::string& phase) {
            const Fields counts = weather.object(phase);
            if (!out_.phase({phase})) return weather.wrong(phase);
            std::vector<Weather> all;
            each_member(counts, [&](const std::string& word) {
                const auto kind = wire::parse<Weather>(word);
                const auto people = counts.integer<std::size_t>(word);
                if (!kind || people > domain::limits::participants_per_workshop_max)
                    return counts.wrong(word);
                all.insert(all.end(), people, *kind);
            });
            const auto people = stand_ins_->some(all.size());
            if (people.size() < all.size()) return weather.wrong(phase);
            for (std::size_t i = 0; i < all.size(); ++i)
                out_.weathers[PhaseId{phase}][people[i]] = all[i];
        });
        const Fields closing = in_.maybe_object("closing");
        each_member(closing, [&](const std::string& phase) {
            if (!out_.phase({phase})) return closing.wrong(phase);
            left(closing.object(phase), PhaseId{phase});
        });
    }
    void left(const Fields& in, const PhaseId& phase) {
        std::vector<int> roti;
        const auto& counts = in.raw("roti");
        if (!counts.is_array() || counts.size() != 5) return in.wrong("roti");
        for (int grade = 1; grade <= 5; ++grade) {
            const auto& count = counts[static_cast<std::size_t>(grade - 1)];
            if (!count.is_number_unsigned() ||
                count.get<std::size_t>() > domain::limits::participants_per_workshop_max)
                return in.wrong("roti");
            roti.insert(roti.end(), count.get<std::size_t>(), grade);
        }
        const std::vector<std::string> quotes = in.texts("quotes");
        const auto kept = in.maybe_integer<std::size_t>("kept").value_or(0);
        const std::size_t said = quotes.size() + std::min<std::size_t>(kept, 100'000);
        const std::size_t most = std::max(roti.size(), said);
        const auto count = in.maybe_integer<std::size_t>("people").value_or(most);
        const auto people = stand_ins_->some(count);
        if (people.size() < count || count < most || count > roti.size() + said)
            return in.wrong("people");
        Closings& closings = out_.closings[phase];
        for (std::size_t i = 0; i < roti.size(); ++i) closings[people[i]].roti = roti[i];
        for (std::size_t i = 0; i < said; ++i) {
            Closing& one = closings[people[count - said + i]];
            one.quote = i < quotes.size();
            one.sentence = one.quote ? quotes[i] : "[…]";  // kept back from the file
            if (one.sentence.size() > domain::limits::idea_bytes_max ||
                base::has_forbidden_controls(one.sentence))
                return in.wrong("quotes");
        }
    }

    std::string wrong_;
    Fields in_;
    Workshop out_;
    std::optional<StandIns> stand_ins_;
    StandIns::Totals totals_;
    std::set<std::string> idea_ids_, comment_ids_, question_ids_, commitment_ids_;
    std::map<PhaseId, std::vector<ParticipantId>> voters_;
};

}  // namespace

Read<Workshop> exported_workshop(const nlohmann::json& file) { return Reading(file).run(); }

}  // namespace atelier::report::imports
