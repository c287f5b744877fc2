#include "report/imports/exported_workshop.hpp"

#include <algorithm>

#include "domain/decide.hpp"
#include "report/imports/export_reading.hpp"
#include "wire/choices.hpp"
#include "wire/parts.hpp"

namespace atelier::report::imports {
namespace exported {

Read<Workshop> Reading::run() {
    plan();
    people();
    for_each("ideas", domain::limits::ideas_per_workshop_max, [&](const Fields& in) { idea(in); });
    groups();
    for_each("ideas", domain::limits::ideas_per_workshop_max,
             [&](const Fields& in) { placements(in); });
    for_each("comments", domain::limits::comments_per_workshop_max,
             [&](const Fields& in) { comment(in); });
    for_each("questions", domain::limits::questions_per_workshop_max,
             [&](const Fields& in) { question(in); });
    for_each("commitments", domain::limits::commitments_per_workshop_max,
             [&](const Fields& in) { commitment(in); });
    ballots();
    for_each("reasons", domain::limits::ideas_per_workshop_max * 100,
             [&](const Fields& in) { reason(in); });
    arrivals();
    if (!wrong_.empty()) return Refused{"import_untrue", wrong_};
    stand_ins_->put_into(out_);
    for (const Idea& one : out_.ideas)
        if (one.author) ++out_.participants[*one.author].ideas_posted;
    return std::move(out_);
}

void Reading::plan() {
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
        for (const Lever& lever : board.levers) fits = levers.insert(lever.id.text).second && fits;
        for (const RetiredLever& gone : board.retired)
            fits = levers.insert(gone.lever.id.text).second && fits;
        if (!fits) in_.wrong("boards");
    }
}

void Reading::people() {
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

void Reading::idea(const Fields& in) {
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
    idea.carried_from = in.maybe_id<WorkshopId>("carried_from");
    idea.erased = erased(in, idea.text);
    out_.idea_index[idea.id] = out_.ideas.size();
    out_.ideas.push_back(std::move(idea));
}

/// Members in the order in which they came, where the lead says it.
void Reading::groups() {
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
void Reading::support(const Fields& in, const IdeaId& idea) {
    const auto people = in.maybe_integer<std::size_t>("support").value_or(0);
    const auto supporters = stand_ins_->some(people);
    if (supporters.size() < people) return in.wrong("support");
    for (const ParticipantId& person : supporters) out_.reactions.set(idea, person, true);
}

void Reading::placements(const Fields& in) {
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

void Reading::crowd(const Fields& at, Board& board, const IdeaId& idea) {
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

std::optional<LeverId> Reading::lever_in(const Fields& in, const Board& board) {
    auto lever = in.maybe_id<LeverId>("lever");
    if (lever && !board.lever(*lever)) in.wrong("lever");
    return lever;
}

std::optional<ScaleId> Reading::scale_in(const Fields& in, const Board& board) {
    auto scale = in.maybe_id<ScaleId>("scale");
    if (scale && !board.scale(*scale)) in.wrong("scale");
    return scale;
}

}  // namespace exported

Read<domain::Workshop> exported_workshop(const nlohmann::json& file) {
    return exported::Reading(file).run();
}

}  // namespace atelier::report::imports
