#include <algorithm>

#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

Refusal bad(std::string field) { return {Code::bad_arguments, {{"field", std::move(field)}}}; }

/// The board that is meant: the one named, else the one that has, or had, the lever; where no lever
/// is named, the only one there is.
const Board* board_of(const Workshop& workshop, const std::optional<BoardId>& named,
                      const LeverId* lever) {
    const auto& boards = workshop.plan.boards;
    if (named) return workshop.board(*named);
    if (!lever) return boards.size() == 1 ? &boards.front() : nullptr;
    const auto has = [&](const Board& board) { return board.lever(*lever) != nullptr; };
    const auto had = [&](const Board& board) { return board.retired_lever(*lever) != nullptr; };
    auto found = std::ranges::find_if(boards, has);
    if (found == boards.end()) found = std::ranges::find_if(boards, had);
    return found == boards.end() ? nullptr : &*found;
}

/// A copy of the board's definition to be changed: nothing lies on it.
Board definition(const Board& board) {
    return {board.id, board.levers, board.scales, {}, board.title, board.retired, {}};
}

/// A copy of the board on which a lever is, to be changed; or why not.
Decided<Board> board_with(const Workshop& workshop, const std::optional<BoardId>& named,
                          const LeverId& lever) {
    const Board* board = board_of(workshop, named, &lever);
    if (!board) return Refusal{named ? Code::no_such_board : Code::no_such_lever};
    if (!board->lever(lever)) return Refusal{Code::no_such_lever};
    return definition(*board);
}

auto place_of(std::vector<Lever>& levers, const LeverId& id) {
    return std::ranges::find(levers, id, &Lever::id);
}

// Rule LV2: a lever has a name of one line, perhaps a help.
std::optional<Refusal> check_words(const std::string& name, const std::string& help) {
    const auto named = [](Refusal refusal, const char* field) {
        refusal.data.emplace_back("field", std::string(field));
        return refusal;
    };
    if (auto wrong = check_text(name, limits::label_graphemes_max, limits::idea_bytes_max))
        return named(*wrong, "name");
    if (!one_line(name)) return named(Refusal{Code::control_characters}, "name");
    if (help.empty()) return std::nullopt;
    if (auto wrong = check_text(help, limits::prompt_graphemes_max, limits::idea_bytes_max))
        return named(*wrong, "help");
    return std::nullopt;
}

/// Rule LV3: the first look that fewest levers of the board have.
template <class Looks>
std::string free_look(const Looks& looks, const std::vector<Lever>& levers,
                      std::string Lever::*look) {
    const auto users = [&](std::string_view one) {
        return std::ranges::count_if(levers,
                                     [&](const Lever& lever) { return lever.*look == one; });
    };
    return std::string(*std::ranges::min_element(looks, {}, users));
}

template <class Looks>
bool known(const Looks& looks, const std::optional<std::string>& look) {
    return !look || std::ranges::find(looks, *look) != looks.end();
}

/// Rules LV2 to LV4: a new lever of this board, not yet among its levers.
Decided<Lever> made(const Board& board, const NewLever& wanted, std::string id) {
    if (auto wrong = check_words(wanted.name, wanted.help)) return *wrong;
    if (!known(lever_symbols, wanted.symbol)) return bad("symbol");
    if (!known(lever_colours, wanted.colour)) return bad("colour");
    if (board.levers.size() >= limits::levers_per_board_max)
        return Refusal{Code::too_many_levers,
                       {{"max", static_cast<std::int64_t>(limits::levers_per_board_max)}}};
    return Lever{
        LeverId{std::move(id)}, wanted.name,
        wanted.symbol ? *wanted.symbol : free_look(lever_symbols, board.levers, &Lever::symbol),
        wanted.colour ? *wanted.colour : free_look(lever_colours, board.levers, &Lever::colour),
        wanted.help};
}

/// Rule LV7: a lever that leaves is remembered, so many a board.
std::optional<Refusal> retire(Board& board, const LeverId& id, std::optional<LeverId> into) {
    if (board.retired.size() >= limits::retired_levers_per_board_max)
        return Refusal{Code::too_many_levers,
                       {{"max", static_cast<std::int64_t>(limits::retired_levers_per_board_max)}}};
    const auto at = place_of(board.levers, id);
    board.retired.push_back({std::move(*at), std::move(into)});
    board.levers.erase(at);
    return std::nullopt;
}

Events changed(BoardChange what, Board board, std::vector<LeverId> levers,
               std::vector<IdeaId> ideas = {}) {
    return std::vector<Event>{
        BoardChanged{what, std::move(board), std::move(levers), std::move(ideas)}};
}

}  // namespace

// Rule LV1: a workshop has up to so many boards; a new one may bring levers and scales.
Events add_board(const Asked& asked, const AddBoard& command) {
    if (asked.workshop.plan.boards.size() >= limits::boards_per_workshop_max)
        return Refusal{Code::too_many_boards,
                       {{"max", static_cast<std::int64_t>(limits::boards_per_workshop_max)}}};
    if (auto wrong = check_words(command.title, {})) {
        wrong->data.back().second = std::string("title");
        return *wrong;
    }
    Board board{BoardId{asked.moment.fresh_id}, {}, {}, {}, command.title, {}, {}};
    for (const NewLever& wanted : command.levers) {
        auto lever = made(board, wanted,
                          asked.moment.fresh_id + "-" + std::to_string(board.levers.size() + 1));
        if (!lever) return lever.error();
        board.levers.push_back(std::move(lever).value());
    }
    for (const Scale& scale : command.scales) {
        const bool nested = !scale.parent || board.scale(*scale.parent);
        if (!nested || board.scale(scale.id) || scale.id.text.size() > limits::id_bytes_max ||
            board.scales.size() >= limits::scales_per_board_max)
            return bad("scales");
        if (auto wrong = check_words(scale.name, {})) return *wrong;
        board.scales.push_back(scale);
    }
    return changed(BoardChange::board_added, std::move(board), {});
}

Events add_lever(const Asked& asked, const AddLever& command) {
    const LeverId* neighbour = command.after ? &*command.after : nullptr;
    const Board* found = board_of(asked.workshop, command.board, neighbour);
    if (!found) return Refusal{Code::no_such_board};
    if (neighbour && !found->lever(*neighbour)) return Refusal{Code::no_such_lever};
    Board board = definition(*found);
    auto lever = made(board, command.lever, asked.moment.fresh_id);
    if (!lever) return lever.error();
    const auto at = neighbour ? place_of(board.levers, *neighbour) + 1 : board.levers.end();
    const LeverId id = board.levers.insert(at, std::move(lever).value())->id;
    return changed(BoardChange::lever_added, std::move(board), {id});
}

Events rename_lever(const Asked& asked, const RenameLever& command) {
    auto found = board_with(asked.workshop, command.board, command.lever);
    if (!found) return found.error();
    if (auto wrong = check_words(command.name, command.help.value_or(""))) return *wrong;
    Board board = std::move(found).value();
    Lever& lever = *place_of(board.levers, command.lever);
    lever.name = command.name;
    if (command.help) lever.help = *command.help;
    return changed(BoardChange::lever_renamed, std::move(board), {command.lever});
}

// Rule LV5: what was put on a merged lever is on the other now, each person's places too.
Events merge_levers(const Asked& asked, const MergeLevers& command) {
    auto found = board_with(asked.workshop, command.board, command.into);
    if (!found) return found.error();
    if (command.levers.empty() || command.levers.size() > limits::levers_per_board_max)
        return bad("levers");
    Board board = std::move(found).value();
    for (const LeverId& id : command.levers) {
        if (id == command.into) return bad("levers");
        if (!board.lever(id)) return Refusal{Code::no_such_lever};
        if (auto full = retire(board, id, command.into)) return *full;
    }
    return changed(BoardChange::levers_merged, std::move(board), command.levers);
}

// Rule LV6: a split takes the named cards of a lever to a new one beside it.
Events split_lever(const Asked& asked, const SplitLever& command) {
    auto found = board_with(asked.workshop, command.board, command.lever);
    if (!found) return found.error();
    for (const IdeaId& id : command.ideas)
        if (!asked.workshop.idea(id)) return Refusal{Code::no_such_idea};
    Board board = std::move(found).value();
    auto lever = made(board, command.fresh, asked.moment.fresh_id);
    if (!lever) return lever.error();
    const LeverId fresh = lever.value().id;
    board.levers.insert(place_of(board.levers, command.lever) + 1, std::move(lever).value());
    return changed(BoardChange::lever_split, std::move(board), {command.lever, fresh},
                   command.ideas);
}

Events move_lever(const Asked& asked, const MoveLever& command) {
    auto found = board_with(asked.workshop, command.board, command.lever);
    if (!found) return found.error();
    if (command.after == command.lever) return bad("after");
    Board board = std::move(found).value();
    if (command.after && !board.lever(*command.after)) return Refusal{Code::no_such_lever};
    const auto from = place_of(board.levers, command.lever);
    Lever lever = std::move(*from);
    board.levers.erase(from);
    const auto at =
        command.after ? place_of(board.levers, *command.after) + 1 : board.levers.begin();
    board.levers.insert(at, std::move(lever));
    return changed(BoardChange::lever_moved, std::move(board), {command.lever});
}

// Rule LV7: the cards of a removed lever are in the tray, and nothing is lost.
Events remove_lever(const Asked& asked, const RemoveLever& command) {
    auto found = board_with(asked.workshop, command.board, command.lever);
    if (!found) return found.error();
    Board board = std::move(found).value();
    if (auto full = retire(board, command.lever, std::nullopt)) return *full;
    return changed(BoardChange::lever_removed, std::move(board), {command.lever});
}

// Rule LV8: a lever comes back with the cards that have not been moved since.
Events restore_lever(const Asked& asked, const RestoreLever& command) {
    const Board* found = board_of(asked.workshop, command.board, &command.lever);
    if (!found) return Refusal{command.board ? Code::no_such_board : Code::no_such_lever};
    Board board = definition(*found);
    const auto gone = std::ranges::find_if(
        board.retired, [&](const RetiredLever& one) { return one.lever.id == command.lever; });
    if (gone == board.retired.end()) return Refusal{Code::no_such_lever};
    if (board.levers.size() >= limits::levers_per_board_max)
        return Refusal{Code::too_many_levers,
                       {{"max", static_cast<std::int64_t>(limits::levers_per_board_max)}}};
    board.levers.push_back(std::move(gone->lever));
    board.retired.erase(gone);
    return changed(BoardChange::lever_restored, std::move(board), {command.lever});
}

}  // namespace atelier::domain::rules
