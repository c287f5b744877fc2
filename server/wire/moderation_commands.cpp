#include "wire/moderation_commands.hpp"

#include <array>

#include "wire/parts.hpp"

namespace atelier::wire {
namespace {

using nlohmann::json;
using namespace domain;

/// Members of commands are where the object must say something: silence is a mistake.
void must_have(const Fields& in, std::string_view key) {
    if (!in.json().contains(key)) in.wrong(key);
}

std::vector<IdeaId> ideas_of(const Fields& in) {
    must_have(in, "ideas");
    return decode_ids<IdeaId>(in, "ideas");
}

NewLever new_lever(const Fields& in) {
    return {in.text("name"), in.maybe_text("symbol"), in.maybe_text("colour"),
            in.maybe_text("help").value_or("")};
}

std::optional<BoardId> board_of(const Fields& in) { return in.maybe_id<BoardId>("board"); }

Command add_board(const Fields& in) {
    return AddBoard{in.text("title"), in.list("levers", new_lever),
                    in.list("scales", [](const Fields& scale) {
                        return Scale{scale.id<ScaleId>("id"), scale.text("name"),
                                     scale.maybe_id<ScaleId>("parent")};
                    })};
}
Command merge_levers(const Fields& in) {
    must_have(in, "levers");
    return MergeLevers{board_of(in), decode_ids<LeverId>(in, "levers"), in.id<LeverId>("into")};
}
Command split_lever(const Fields& in) {
    return SplitLever{board_of(in), in.id<LeverId>("lever"), new_lever(in), ideas_of(in)};
}
Command move_lever(const Fields& in) {
    must_have(in, "after");  // null says the front; silence says nothing
    return MoveLever{board_of(in), in.id<LeverId>("lever"), in.maybe_id<LeverId>("after")};
}
Command settle(const Fields& in) {
    must_have(in, "lever");
    return SettlePlacement{board_of(in), in.id<IdeaId>("idea"), in.maybe_id<LeverId>("lever"),
                           in.maybe_id<ScaleId>("scale"), !in.json().contains("scale")};
}

constexpr std::array<CommandReader, 27> table{{
    {"board.add", add_board},
    {"lever.add",
     [](const Fields& in) -> Command {
         return AddLever{board_of(in), new_lever(in), in.maybe_id<LeverId>("after")};
     }},
    {"lever.rename",
     [](const Fields& in) -> Command {
         return RenameLever{board_of(in), in.id<LeverId>("lever"), in.text("name"),
                            in.maybe_text("help")};
     }},
    {"lever.merge", merge_levers},
    {"lever.split", split_lever},
    {"lever.move", move_lever},
    {"lever.remove",
     [](const Fields& in) -> Command {
         return RemoveLever{board_of(in), in.id<LeverId>("lever")};
     }},
    {"lever.restore",
     [](const Fields& in) -> Command {
         return RestoreLever{board_of(in), in.id<LeverId>("lever")};
     }},
    {"placement.settle", settle},
    {"placement.release",
     [](const Fields& in) -> Command {
         return ReleasePlacement{board_of(in), in.id<IdeaId>("idea")};
     }},
    {"idea.merge",
     [](const Fields& in) -> Command {
         return MergeIdeas{ideas_of(in), in.id<IdeaId>("into")};
     }},
    {"idea.unmerge",
     [](const Fields& in) -> Command { return UnmergeIdea{in.id<IdeaId>("idea")}; }},
    {"pair.dismiss",
     [](const Fields& in) -> Command {
         return DismissPair{in.id<IdeaId>("one"), in.id<IdeaId>("other")};
     }},
    {"idea.reword",
     [](const Fields& in) -> Command {
         return RewordIdea{in.id<IdeaId>("idea"), in.text("text")};
     }},
    {"idea.answer",
     [](const Fields& in) -> Command {
         return AnswerIdea{in.id<IdeaId>("idea"), in.text("text")};
     }},
    {"participant.mute",
     [](const Fields& in) -> Command {
         return MuteParticipant{in.id<ParticipantId>("participant"), in.flag("muted")};
     }},
    {"participant.remove",
     [](const Fields& in) -> Command {
         return RemoveParticipant{in.id<ParticipantId>("participant")};
     }},
    {"participant.restore",
     [](const Fields& in) -> Command {
         return RestoreParticipant{in.id<ParticipantId>("participant")};
     }},
    {"posts.stop", [](const Fields& in) -> Command { return StopPosts{in.flag("stopped")}; }},
    {"screen.freeze", [](const Fields& in) -> Command { return FreezeScreen{in.flag("frozen")}; }},
    {"spotlight.set", [](const Fields& in) -> Command { return SetSpotlight{ideas_of(in)}; }},
    {"spotlight.clear", [](const Fields&) -> Command { return ClearSpotlight{}; }},
    {"comment.post",
     [](const Fields& in) -> Command {
         return PostComment{in.id<IdeaId>("idea"), in.text("text")};
     }},
    {"comment.hide",
     [](const Fields& in) -> Command {
         return HideComment{in.id<CommentId>("comment"), in.word<HideReason>("reason")};
     }},
    {"comment.withdraw",
     [](const Fields& in) -> Command { return WithdrawComment{in.id<CommentId>("comment")}; }},
    {"review.take", [](const Fields& in) -> Command { return TakeReview{ideas_of(in)}; }},
    {"review.release", [](const Fields& in) -> Command { return ReleaseReview{ideas_of(in)}; }},
}};

json named(std::string_view name, json args = json::object()) {
    return {{"do", name}, {"args", std::move(args)}};
}

json with_board(const std::optional<BoardId>& board, json args) {
    if (board) args["board"] = board->text;
    return args;
}

json lever_args(const NewLever& lever) {
    json out{{"name", lever.name}};
    if (lever.symbol) out["symbol"] = *lever.symbol;
    if (lever.colour) out["colour"] = *lever.colour;
    if (!lever.help.empty()) out["help"] = lever.help;
    return out;
}

}  // namespace

std::span<const CommandReader> moderation_commands() noexcept { return table; }

json encode_command(const AddBoard& c) {
    json args{{"title", c.title}};
    for (const NewLever& lever : c.levers) args["levers"].push_back(lever_args(lever));
    for (const Scale& scale : c.scales) args["scales"].push_back(encode(scale));
    return named("board.add", std::move(args));
}
json encode_command(const AddLever& c) {
    json args = with_board(c.board, lever_args(c.lever));
    if (c.after) args["after"] = c.after->text;
    return named("lever.add", std::move(args));
}
json encode_command(const RenameLever& c) {
    json args = with_board(c.board, {{"lever", c.lever.text}, {"name", c.name}});
    if (c.help) args["help"] = *c.help;
    return named("lever.rename", std::move(args));
}
json encode_command(const MergeLevers& c) {
    return named("lever.merge",
                 with_board(c.board, {{"levers", id_texts(c.levers)}, {"into", c.into.text}}));
}
json encode_command(const SplitLever& c) {
    json args = with_board(c.board, lever_args(c.fresh));
    args["lever"] = c.lever.text;
    args["ideas"] = id_texts(c.ideas);
    return named("lever.split", std::move(args));
}
json encode_command(const MoveLever& c) {
    return named("lever.move",
                 with_board(c.board, {{"lever", c.lever.text}, {"after", id_or_null(c.after)}}));
}
json encode_command(const RemoveLever& c) {
    return named("lever.remove", with_board(c.board, {{"lever", c.lever.text}}));
}
json encode_command(const RestoreLever& c) {
    return named("lever.restore", with_board(c.board, {{"lever", c.lever.text}}));
}
json encode_command(const SettlePlacement& c) {
    json args = with_board(c.board, {{"idea", c.idea.text}, {"lever", id_or_null(c.lever)}});
    if (!c.keep_scale) args["scale"] = id_or_null(c.scale);
    return named("placement.settle", std::move(args));
}
json encode_command(const ReleasePlacement& c) {
    return named("placement.release", with_board(c.board, {{"idea", c.idea.text}}));
}
json encode_command(const MergeIdeas& c) {
    return named("idea.merge", {{"ideas", id_texts(c.ideas)}, {"into", c.into.text}});
}
json encode_command(const UnmergeIdea& c) { return named("idea.unmerge", {{"idea", c.idea.text}}); }
json encode_command(const DismissPair& c) {
    return named("pair.dismiss", {{"one", c.one.text}, {"other", c.other.text}});
}
json encode_command(const RewordIdea& c) {
    return named("idea.reword", {{"idea", c.idea.text}, {"text", c.text}});
}
json encode_command(const AnswerIdea& c) {
    return named("idea.answer", {{"idea", c.idea.text}, {"text", c.text}});
}
json encode_command(const MuteParticipant& c) {
    return named("participant.mute", {{"participant", c.participant.text}, {"muted", c.muted}});
}
json encode_command(const RemoveParticipant& c) {
    return named("participant.remove", {{"participant", c.participant.text}});
}
json encode_command(const RestoreParticipant& c) {
    return named("participant.restore", {{"participant", c.participant.text}});
}
json encode_command(const StopPosts& c) { return named("posts.stop", {{"stopped", c.stopped}}); }
json encode_command(const FreezeScreen& c) {
    return named("screen.freeze", {{"frozen", c.frozen}});
}
json encode_command(const SetSpotlight& c) {
    return named("spotlight.set", {{"ideas", id_texts(c.ideas)}});
}
json encode_command(const ClearSpotlight&) { return named("spotlight.clear"); }
json encode_command(const PostComment& c) {
    return named("comment.post", {{"idea", c.idea.text}, {"text", c.text}});
}
json encode_command(const HideComment& c) {
    return named("comment.hide", {{"comment", c.comment.text}, {"reason", text(c.reason)}});
}
json encode_command(const WithdrawComment& c) {
    return named("comment.withdraw", {{"comment", c.comment.text}});
}
json encode_command(const TakeReview& c) {
    return named("review.take", {{"ideas", id_texts(c.ideas)}});
}
json encode_command(const ReleaseReview& c) {
    return named("review.release", {{"ideas", id_texts(c.ideas)}});
}

}  // namespace atelier::wire
