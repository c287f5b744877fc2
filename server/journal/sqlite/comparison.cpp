#include <algorithm>
#include <map>
#include <vector>

#include "journal/sqlite/choice_cells.hpp"
#include "journal/sqlite/projection.hpp"
#include "wire/choices.hpp"
#include "wire/parts.hpp"

/// Tables against the fold: both are brought to the same form, then compared row by row.
namespace atelier::journal::sqlite {

using namespace domain;
using wire::text;

namespace {

/// Rows by their key. The first `keys` columns, joined, are the key.
using Table = std::map<std::string, Cells>;

struct Plan {
    std::string_view name;
    std::string_view sql;
    std::size_t keys;
};

constexpr Plan workshop_plan{
    "workshop",
    "SELECT id, code, title, question, language, closed, created_at, posts_stopped,"
    " screen_frozen, anonymised FROM workshop WHERE id = ?",
    1};
constexpr Plan affiliation_plan{"affiliation",
                                "SELECT id, name, position FROM affiliation WHERE workshop = ?", 1};
constexpr Plan lever_plan{"lever", "SELECT board, id, name, position FROM lever WHERE workshop = ?",
                          2};
constexpr Plan scale_plan{
    "scale", "SELECT board, id, name, parent, position FROM scale WHERE workshop = ?", 2};
constexpr Plan phase_plan{
    "phase",
    "SELECT id, kind, title, prompt, minutes, status, opened_at, ends_at, revealed,"
    " settings, position, ideas, round, repeats FROM phase WHERE workshop = ?",
    1};
constexpr Plan participant_plan{
    "participant",
    "SELECT id, name, affiliation, joined_at, muted, removed, erased FROM participant"
    " WHERE workshop = ?",
    1};
constexpr Plan idea_plan{
    "idea",
    "SELECT id, phase, author, text, scale, at, status, reviewed, reason, lead, original, answer,"
    " look_alike, carried_from, erased FROM idea WHERE workshop = ?",
    1};
constexpr Plan ballot_plan{
    "ballot",
    "SELECT phase, participant, idea, dots, judgement, grade, impact, effort, consent, reason"
    " FROM ballot WHERE workshop = ?",
    3};
constexpr Plan card_plan{"card", "SELECT phase, participant, idea FROM card WHERE workshop = ?", 3};
constexpr Plan placement_plan{"placement",
                              "SELECT board, idea, lever, scale, participant, settled"
                              " FROM placement WHERE workshop = ?",
                              2};
constexpr Plan board_plan{"board", "SELECT id, title FROM board WHERE workshop = ?", 1};
constexpr Plan retired_plan{
    "retired_lever", "SELECT board, id, name, into_lever FROM retired_lever WHERE workshop = ?", 2};
constexpr Plan crowd_plan{"crowd_placement",
                          "SELECT board, idea, participant, lever, scale FROM crowd_placement"
                          " WHERE workshop = ?",
                          3};
constexpr Plan comment_plan{
    "comment",
    "SELECT id, idea, author, text, at, status, reason, erased FROM comment WHERE workshop = ?", 1};
constexpr Plan dismissed_plan{"dismissed_pair",
                              "SELECT one, other FROM dismissed_pair WHERE workshop = ?", 2};
constexpr Plan spotlight_plan{"spotlight",
                              "SELECT idea, position FROM spotlight WHERE workshop = ?", 1};

constexpr Plan weather_plan{
    "weather", "SELECT phase, participant, weather FROM weather WHERE workshop = ?", 2};
constexpr Plan question_plan{
    "question",
    "SELECT id, phase, author, text, at, status, reviewed, reason, answered, answer, erased"
    " FROM question"
    " WHERE workshop = ?",
    1};
constexpr Plan support_plan{"support",
                            "SELECT question, participant FROM support WHERE workshop = ?", 2};
constexpr Plan commitment_plan{
    "commitment",
    "SELECT id, phase, author, text, who, by, with_whom, looking_for, bringing, at, status, reason,"
    " follow_up, note, followed_at, erased"
    " FROM commitment WHERE workshop = ?",
    1};
constexpr Plan closing_plan{
    "closing", "SELECT phase, participant, roti, sentence, quote FROM closing WHERE workshop = ?",
    2};

constexpr Plan reaction_plan{"reaction",
                             "SELECT idea, participant FROM reaction WHERE workshop = ?", 2};
constexpr Plan searched_plan{"searched", "SELECT kind, item, text FROM searched WHERE workshop = ?",
                             2};

std::string key_of(const Cells& cells, std::size_t keys) {
    std::string key = cells.front();
    for (std::size_t i = 1; i < keys; ++i) key += " / " + cells[i];
    return key;
}

void add(Table& table, const Plan& plan, Cells cells) {
    std::string key = key_of(cells, plan.keys);
    table.emplace(std::move(key), std::move(cells));
}

Table stored(Database& database, const Plan& plan, const WorkshopId& workshop) {
    Table table;
    auto rows = database.query(plan.sql, workshop);
    while (rows.next()) {
        Cells cells;
        for (int i = 0; i < rows->columns(); ++i) cells.emplace_back(rows->text(i));
        add(table, plan, std::move(cells));
    }
    return table;
}

std::string cell(base::Millis number) { return std::to_string(number); }
std::string cell(const std::optional<base::Millis>& number) {
    return number ? std::to_string(*number) : std::string{};
}
template <class Id>
std::string cell(const std::optional<Id>& id) {
    return id ? id->text : std::string{};
}
std::string cell(bool flag) { return flag ? "1" : "0"; }

Table expected(const Plan& plan, const std::vector<Cells>& rows) {
    Table table;
    for (const Cells& cells : rows) add(table, plan, cells);
    return table;
}

std::vector<Cells> workshop_rows(const Workshop& state) {
    return {{state.id.text, state.code, state.plan.title, state.plan.question, state.plan.language,
             cell(state.closed), cell(state.created_at), cell(state.posts_stopped),
             cell(state.screen_frozen), cell(state.anonymised)}};
}

std::vector<Cells> affiliation_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Affiliation& each : state.plan.affiliations)
        rows.push_back({each.id.text, each.name, std::to_string(rows.size() + 1)});
    return rows;
}

std::vector<Cells> lever_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Board& board : state.plan.boards)
        for (std::size_t i = 0; i < board.levers.size(); ++i)
            rows.push_back({board.id.text, board.levers[i].id.text, board.levers[i].name,
                            std::to_string(i + 1)});
    return rows;
}

std::vector<Cells> scale_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Board& board : state.plan.boards)
        for (std::size_t i = 0; i < board.scales.size(); ++i)
            rows.push_back({board.id.text, board.scales[i].id.text, board.scales[i].name,
                            cell(board.scales[i].parent), std::to_string(i + 1)});
    return rows;
}

std::vector<Cells> phase_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Phase& phase : state.plan.phases)
        rows.push_back({phase.id.text, std::string(text(wire::kind_of(phase.settings))),
                        phase.title, phase.prompt, std::to_string(phase.minutes),
                        std::string(text(phase.status)), cell(phase.opened_at), cell(phase.ends_at),
                        cell(phase.revealed), wire::encode(phase.settings).dump(),
                        std::to_string(rows.size() + 1),
                        phase.ideas ? wire::ids_json(*phase.ideas).dump() : std::string{},
                        std::to_string(phase.round), cell(phase.repeats)});
    return rows;
}

std::vector<Cells> participant_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const auto& [id, person] : state.participants)
        rows.push_back({id.text, person.name, cell(person.affiliation), cell(person.joined_at),
                        cell(person.muted), cell(person.removed), cell(person.erased)});
    return rows;
}

std::vector<Cells> idea_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Idea& idea : state.ideas)
        rows.push_back({idea.id.text, idea.phase.text, cell(idea.author), idea.text,
                        cell(idea.scale), cell(idea.at), std::string(text(idea.status)),
                        cell(idea.reviewed),
                        std::string(idea.reason ? text(*idea.reason) : std::string_view{}),
                        cell(idea.group), idea.original.value_or(""), idea.answer,
                        cell(idea.look_alike), cell(idea.carried_from), cell(idea.erased)});
    return rows;
}

std::vector<Cells> ballot_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const auto& [phase, votes] : state.votes)
        for (const auto& [voter, ballot] : votes.ballots)
            for (const auto& [idea, choice] : ballot) {
                Cells row{phase.text, voter.text, idea.text};
                std::visit(ChoiceCells{row}, choice);
                rows.push_back(std::move(row));
            }
    return rows;
}

std::vector<Cells> card_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const auto& [phase, votes] : state.votes)
        for (const auto& [person, hand] : votes.hands)
            for (const IdeaId& card : hand) rows.push_back({phase.text, person.text, card.text});
    return rows;
}

std::vector<Cells> placement_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Board& board : state.plan.boards)
        for (const auto& [idea, placement] : board.placements)
            rows.push_back({board.id.text, idea.text, cell(placement.lever), cell(placement.scale),
                            cell(placement.by), cell(placement.settled)});
    return rows;
}

std::vector<Cells> board_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Board& board : state.plan.boards) rows.push_back({board.id.text, board.title});
    return rows;
}

std::vector<Cells> retired_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Board& board : state.plan.boards)
        for (const RetiredLever& gone : board.retired)
            rows.push_back({board.id.text, gone.lever.id.text, gone.lever.name, cell(gone.into)});
    return rows;
}

std::vector<Cells> crowd_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Board& board : state.plan.boards)
        for (const auto& [idea, places] : board.crowd)
            for (const auto& [who, place] : places)
                rows.push_back(
                    {board.id.text, idea.text, who.text, cell(place.lever), cell(place.scale)});
    return rows;
}

std::vector<Cells> comment_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Comment& comment : state.comments)
        rows.push_back({comment.id.text, comment.idea.text, cell(comment.author), comment.text,
                        cell(comment.at), std::string(text(comment.status)),
                        std::string(comment.reason ? text(*comment.reason) : std::string_view{}),
                        cell(comment.erased)});
    return rows;
}

std::vector<Cells> dismissed_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const auto& [one, other] : state.dismissed) rows.push_back({one.text, other.text});
    return rows;
}

std::vector<Cells> spotlight_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const IdeaId& id : state.spotlight)
        rows.push_back({id.text, std::to_string(rows.size() + 1)});
    return rows;
}

std::vector<Cells> weather_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const auto& [phase, people] : state.weathers)
        for (const auto& [person, weather] : people)
            rows.push_back({phase.text, person.text, std::string(text(weather))});
    return rows;
}

std::string reason_of(const std::optional<HideReason>& reason) {
    return std::string(reason ? text(*reason) : std::string_view{});
}

std::vector<Cells> question_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Question& each : state.questions)
        rows.push_back({each.id.text, each.phase.text, cell(each.author), each.text, cell(each.at),
                        std::string(text(each.status)), cell(each.reviewed), reason_of(each.reason),
                        cell(each.answered), each.answer, cell(each.erased)});
    return rows;
}

std::vector<Cells> support_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Question& each : state.questions)
        for (const ParticipantId& person : each.supporters)
            rows.push_back({each.id.text, person.text});
    return rows;
}

std::vector<Cells> commitment_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Commitment& each : state.commitments) {
        const Promise& p = each.promise;
        rows.push_back({each.id.text, each.phase.text, cell(each.author), p.text,
                        std::string(text(p.who)), p.by, p.with, p.looking_for, p.bringing,
                        cell(each.at), std::string(text(each.status)), reason_of(each.reason),
                        std::string(each.follow_up ? text(*each.follow_up) : std::string_view{}),
                        each.note, each.follow_up ? cell(each.followed_at) : std::string{},
                        cell(each.erased)});
    }
    return rows;
}

std::vector<Cells> searched_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const Idea& idea : state.ideas)
        if (shown(state, idea) && !idea.erased) rows.push_back({"idea", idea.id.text, idea.text});
    for (const Question& each : state.questions)
        if (each.status == IdeaStatus::published && !each.erased)
            rows.push_back({"question", each.id.text, each.text});
    for (const Commitment& each : state.commitments)
        if (each.status == IdeaStatus::published && !each.erased)
            rows.push_back({"commitment", each.id.text, each.promise.text});
    return rows;
}

std::vector<Cells> closing_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const auto& [phase, people] : state.closings)
        for (const auto& [person, said] : people)
            rows.push_back({phase.text, person.text,
                            said.roti ? std::to_string(*said.roti) : std::string{}, said.sentence,
                            cell(said.quote)});
    return rows;
}

std::vector<Cells> reaction_rows(const Workshop& state) {
    std::vector<Cells> rows;
    for (const auto& [idea, people] : state.reactions.people)
        for (const ParticipantId& person : people) rows.push_back({idea.text, person.text});
    return rows;
}

/// The name of the first column whose cells differ, as the statement itself calls it.
std::string column(Database& database, const Plan& plan, const Cells& a, const Cells& b) {
    const auto at = std::ranges::mismatch(a, b).in1 - a.begin();
    const auto rows = database.query(plan.sql, "");
    return std::string(rows->name(static_cast<int>(at)));
}

std::optional<std::string> difference(Database& database, const Plan& plan,
                                      const WorkshopId& workshop, const Table& wanted) {
    const Table found = stored(database, plan, workshop);
    const std::string where = "table " + std::string(plan.name) + ": ";
    for (const auto& [key, cells] : wanted) {
        const auto row = found.find(key);
        if (row == found.end()) return where + key + " is missing";
        if (row->second != cells)
            return where + column(database, plan, cells, row->second) + " of " + key +
                   " is not what the journal says";
    }
    for (const auto& [key, cells] : found)
        if (!wanted.contains(key)) return where + key + " is not in the journal";
    return std::nullopt;
}

}  // namespace

std::optional<std::string> projection_difference(Database& database, const Workshop& state) {
    using RowsOf = std::vector<Cells> (*)(const Workshop&);
    constexpr std::pair<const Plan&, RowsOf> tables[] = {
        {workshop_plan, workshop_rows},   {affiliation_plan, affiliation_rows},
        {lever_plan, lever_rows},         {scale_plan, scale_rows},
        {phase_plan, phase_rows},         {participant_plan, participant_rows},
        {idea_plan, idea_rows},           {ballot_plan, ballot_rows},
        {placement_plan, placement_rows}, {board_plan, board_rows},
        {retired_plan, retired_rows},     {crowd_plan, crowd_rows},
        {comment_plan, comment_rows},     {dismissed_plan, dismissed_rows},
        {spotlight_plan, spotlight_rows}, {card_plan, card_rows},
        {weather_plan, weather_rows},     {question_plan, question_rows},
        {support_plan, support_rows},     {commitment_plan, commitment_rows},
        {closing_plan, closing_rows},     {reaction_plan, reaction_rows},
        {searched_plan, searched_rows}};
    for (const auto& [plan, rows_of] : tables)
        if (auto found = difference(database, plan, state.id, expected(plan, rows_of(state))))
            return found;
    return std::nullopt;
}

}  // namespace atelier::journal::sqlite
