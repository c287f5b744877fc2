#include "wire/command_args.hpp"

#include <array>
#include <utility>

#include "wire/choices.hpp"
#include "wire/fields.hpp"
#include "wire/moderation_commands.hpp"
#include "wire/parts.hpp"

namespace atelier::wire {
namespace {

using namespace domain;

Command read_placement(const Fields& in) {
    SetPlacement out;
    out.board = in.maybe_id<BoardId>("board");
    out.idea = in.id<IdeaId>("idea");
    out.lever = in.maybe_id<LeverId>("lever");
    out.scale = in.maybe_id<ScaleId>("scale");
    out.keep_scale = !in.json().contains("scale");
    if (!in.json().contains("lever"))
        in.wrong("lever");  // null says the tray; silence says nothing
    return out;
}

Command read_insert(const Fields& in) {
    const Fields phase = in.object("phase");
    InsertPhase out{phase.word<PhaseKind>("kind"),
                    phase.text("title"),
                    phase.maybe_text("prompt").value_or(""),
                    phase.integer<int>("minutes"),
                    decode_change(phase.maybe_object("settings")),
                    in.maybe_id<PhaseId>("after")};
    if (!in.json().contains("after")) in.wrong("after");
    return out;
}

Command read_update(const Fields& in) {
    UpdatePhase out{in.id<PhaseId>("phase"), in.maybe_text("title"), in.maybe_text("prompt"),
                    in.maybe_integer<int>("minutes"), std::nullopt};
    if (in.has("settings")) out.settings = decode_change(in.object("settings"));
    return out;
}

Promise read_promise(const Fields& in) {
    return {in.text("text"),
            in.word<Commits>("who"),
            in.maybe_text("by").value_or(""),
            in.maybe_text("with").value_or(""),
            in.maybe_text("looking_for").value_or(""),
            in.maybe_text("bringing").value_or("")};
}

nlohmann::json promise(const Promise& p) {
    nlohmann::json out{{"text", p.text}, {"who", text(p.who)}};
    if (!p.by.empty()) out["by"] = p.by;
    if (!p.with.empty()) out["with"] = p.with;
    if (!p.looking_for.empty()) out["looking_for"] = p.looking_for;
    if (!p.bringing.empty()) out["bringing"] = p.bringing;
    return out;
}

Command read_closing(const Fields& in) {
    Closing out{in.maybe_integer<int>("roti"), in.maybe_text("sentence").value_or(""),
                in.maybe_flag("quote").value_or(false)};
    if (!out.roti && !in.has("sentence")) in.wrong("roti");
    return SayClosing{std::move(out)};
}

Command read_affiliation(const Fields& in) {
    if (!in.json().contains("affiliation")) in.wrong("affiliation");  // null says none
    return ChooseAffiliation{in.maybe_id<AffiliationId>("affiliation")};
}

constexpr std::array<CommandReader, 36> table{{
    {"idea.post",
     [](const Fields& in) -> Command {
         return PostIdea{in.text("text"), in.maybe_id<ScaleId>("scale")};
     }},
    {"idea.edit",
     [](const Fields& in) -> Command {
         return EditIdea{in.id<IdeaId>("idea"), in.text("text")};
     }},
    {"idea.withdraw",
     [](const Fields& in) -> Command { return WithdrawIdea{in.id<IdeaId>("idea")}; }},
    {"idea.publish",
     [](const Fields& in) -> Command { return PublishIdea{in.id<IdeaId>("idea")}; }},
    {"idea.hide",
     [](const Fields& in) -> Command {
         return HideIdea{in.id<IdeaId>("idea"), in.word<HideReason>("reason")};
     }},
    {"vote.cast",
     [](const Fields& in) -> Command {
         return CastVote{in.id<IdeaId>("idea"), decode_value(in, "value")};
     }},
    {"vote.clear",
     [](const Fields& in) -> Command { return ClearVote{in.maybe_id<IdeaId>("idea")}; }},
    {"placement.set", read_placement},
    {"phase.open",
     [](const Fields& in) -> Command {
         OpenPhase out{in.id<PhaseId>("phase")};
         if (in.has("ideas")) out.ideas = decode_ids(in, "ideas");
         return out;
     }},
    {"phase.reopen",
     [](const Fields& in) -> Command { return ReopenPhase{in.id<PhaseId>("phase")}; }},
    {"phase.close",
     [](const Fields& in) -> Command { return ClosePhase{in.id<PhaseId>("phase")}; }},
    {"phase.extend",
     [](const Fields& in) -> Command {
         return ExtendPhase{in.id<PhaseId>("phase"), in.integer<int>("minutes")};
     }},
    {"results.reveal",
     [](const Fields& in) -> Command { return RevealResults{in.id<PhaseId>("phase")}; }},
    {"workshop.close", [](const Fields&) -> Command { return CloseWorkshop{}; }},
    // the agenda while it runs, and cards to judge
    {"phase.insert", read_insert},
    {"phase.update", read_update},
    {"phase.reorder",
     [](const Fields& in) -> Command {
         if (!in.json().contains("after")) in.wrong("after");  // null says first
         return MovePhase{in.id<PhaseId>("phase"), in.maybe_id<PhaseId>("after")};
     }},
    {"phase.remove",
     [](const Fields& in) -> Command { return RemovePhase{in.id<PhaseId>("phase")}; }},
    {"phase.repeat",
     [](const Fields& in) -> Command { return RepeatPhase{in.id<PhaseId>("phase")}; }},
    {"card.draw", [](const Fields&) -> Command { return DrawCards{}; }},
    // coming, listening, committing, leaving
    {"weather.choose",
     [](const Fields& in) -> Command { return ChooseWeather{in.word<Weather>("weather")}; }},
    {"affiliation.choose", read_affiliation},
    {"question.ask", [](const Fields& in) -> Command { return AskQuestion{in.text("text")}; }},
    {"question.upvote",
     [](const Fields& in) -> Command {
         return UpvoteQuestion{in.id<QuestionId>("question"), in.flag("value")};
     }},
    {"reaction.set",
     [](const Fields& in) -> Command {
         return SetReaction{in.id<IdeaId>("idea"), in.flag("value")};
     }},
    {"question.withdraw",
     [](const Fields& in) -> Command { return WithdrawQuestion{in.id<QuestionId>("question")}; }},
    {"question.publish",
     [](const Fields& in) -> Command { return PublishQuestion{in.id<QuestionId>("question")}; }},
    {"question.hide",
     [](const Fields& in) -> Command {
         return HideQuestion{in.id<QuestionId>("question"), in.word<HideReason>("reason")};
     }},
    {"question.answer",
     [](const Fields& in) -> Command {
         return AnswerQuestion{in.id<QuestionId>("question"), in.maybe_text("text")};
     }},
    {"commitment.make",
     [](const Fields& in) -> Command { return MakeCommitment{read_promise(in)}; }},
    {"commitment.edit",
     [](const Fields& in) -> Command {
         return EditCommitment{in.id<CommitmentId>("commitment"), read_promise(in)};
     }},
    {"commitment.withdraw",
     [](const Fields& in) -> Command {
         return WithdrawCommitment{in.id<CommitmentId>("commitment")};
     }},
    {"commitment.hide",
     [](const Fields& in) -> Command {
         return HideCommitment{in.id<CommitmentId>("commitment"), in.word<HideReason>("reason")};
     }},
    {"commitment.publish",
     [](const Fields& in) -> Command {
         return PublishCommitment{in.id<CommitmentId>("commitment")};
     }},
    {"closing.say", read_closing},
    // the day after
    {"commitment.follow",
     [](const Fields& in) -> Command {
         return FollowCommitment{in.id<CommitmentId>("commitment"), in.word<FollowUp>("status"),
                                 in.maybe_text("note").value_or("")};
     }},
}};

nlohmann::json named(std::string_view name, nlohmann::json args = nlohmann::json::object()) {
    return {{"do", name}, {"args", std::move(args)}};
}

template <class Id>
nlohmann::json or_null(const std::optional<Id>& id) {
    return id ? nlohmann::json(id->text) : nlohmann::json();
}

struct Encode {
    nlohmann::json operator()(const PostIdea& c) const {
        nlohmann::json args{{"text", c.text}};
        if (c.scale) args["scale"] = c.scale->text;
        return named("idea.post", std::move(args));
    }
    nlohmann::json operator()(const EditIdea& c) const {
        return named("idea.edit", {{"idea", c.idea.text}, {"text", c.text}});
    }
    nlohmann::json operator()(const WithdrawIdea& c) const {
        return named("idea.withdraw", {{"idea", c.idea.text}});
    }
    nlohmann::json operator()(const PublishIdea& c) const {
        return named("idea.publish", {{"idea", c.idea.text}});
    }
    nlohmann::json operator()(const HideIdea& c) const {
        return named("idea.hide", {{"idea", c.idea.text}, {"reason", text(c.reason)}});
    }
    nlohmann::json operator()(const CastVote& c) const {
        return named("vote.cast", {{"idea", c.idea.text}, {"value", encode(c.value)}});
    }
    nlohmann::json operator()(const ClearVote& c) const {
        auto args = nlohmann::json::object();
        if (c.idea) args["idea"] = c.idea->text;
        return named("vote.clear", std::move(args));
    }
    nlohmann::json operator()(const SetPlacement& c) const {
        nlohmann::json args{{"idea", c.idea.text}, {"lever", or_null(c.lever)}};
        if (c.board) args["board"] = c.board->text;
        if (!c.keep_scale) args["scale"] = or_null(c.scale);
        return named("placement.set", std::move(args));
    }
    nlohmann::json operator()(const OpenPhase& c) const {
        nlohmann::json args{{"phase", c.phase.text}};
        if (c.ideas) args["ideas"] = ids_json(*c.ideas);
        return named("phase.open", std::move(args));
    }
    nlohmann::json operator()(const ReopenPhase& c) const {
        return named("phase.reopen", {{"phase", c.phase.text}});
    }
    nlohmann::json operator()(const ClosePhase& c) const {
        return named("phase.close", {{"phase", c.phase.text}});
    }
    nlohmann::json operator()(const ExtendPhase& c) const {
        return named("phase.extend", {{"phase", c.phase.text}, {"minutes", c.minutes}});
    }
    nlohmann::json operator()(const RevealResults& c) const {
        return named("results.reveal", {{"phase", c.phase.text}});
    }
    nlohmann::json operator()(const CloseWorkshop&) const { return named("workshop.close"); }
    nlohmann::json operator()(const InsertPhase& c) const {
        nlohmann::json phase{{"kind", text(c.kind)}, {"title", c.title}, {"minutes", c.minutes}};
        if (!c.prompt.empty()) phase["prompt"] = c.prompt;
        if (auto settings = encode(c.settings); !settings.empty())
            phase["settings"] = std::move(settings);
        return named("phase.insert", {{"phase", std::move(phase)}, {"after", or_null(c.after)}});
    }
    nlohmann::json operator()(const UpdatePhase& c) const {
        nlohmann::json args{{"phase", c.phase.text}};
        if (c.title) args["title"] = *c.title;
        if (c.prompt) args["prompt"] = *c.prompt;
        if (c.minutes) args["minutes"] = *c.minutes;
        if (c.settings) args["settings"] = encode(*c.settings);
        return named("phase.update", std::move(args));
    }
    nlohmann::json operator()(const MovePhase& c) const {
        return named("phase.reorder", {{"phase", c.phase.text}, {"after", or_null(c.after)}});
    }
    nlohmann::json operator()(const RemovePhase& c) const {
        return named("phase.remove", {{"phase", c.phase.text}});
    }
    nlohmann::json operator()(const RepeatPhase& c) const {
        return named("phase.repeat", {{"phase", c.phase.text}});
    }
    nlohmann::json operator()(const DrawCards&) const { return named("card.draw"); }
    nlohmann::json operator()(const ChooseWeather& c) const {
        return named("weather.choose", {{"weather", text(c.weather)}});
    }
    nlohmann::json operator()(const ChooseAffiliation& c) const {
        return named("affiliation.choose", {{"affiliation", or_null(c.affiliation)}});
    }
    nlohmann::json operator()(const AskQuestion& c) const {
        return named("question.ask", {{"text", c.text}});
    }
    nlohmann::json operator()(const UpvoteQuestion& c) const {
        return named("question.upvote", {{"question", c.question.text}, {"value", c.value}});
    }
    nlohmann::json operator()(const SetReaction& c) const {
        return named("reaction.set", {{"idea", c.idea.text}, {"value", c.value}});
    }
    nlohmann::json operator()(const WithdrawQuestion& c) const {
        return named("question.withdraw", {{"question", c.question.text}});
    }
    nlohmann::json operator()(const PublishQuestion& c) const {
        return named("question.publish", {{"question", c.question.text}});
    }
    nlohmann::json operator()(const HideQuestion& c) const {
        return named("question.hide", {{"question", c.question.text}, {"reason", text(c.reason)}});
    }
    nlohmann::json operator()(const AnswerQuestion& c) const {
        nlohmann::json args{{"question", c.question.text}};
        if (c.text) args["text"] = *c.text;
        return named("question.answer", std::move(args));
    }
    nlohmann::json operator()(const MakeCommitment& c) const {
        return named("commitment.make", promise(c.promise));
    }
    nlohmann::json operator()(const EditCommitment& c) const {
        nlohmann::json args = promise(c.promise);
        args["commitment"] = c.commitment.text;
        return named("commitment.edit", std::move(args));
    }
    nlohmann::json operator()(const WithdrawCommitment& c) const {
        return named("commitment.withdraw", {{"commitment", c.commitment.text}});
    }
    nlohmann::json operator()(const HideCommitment& c) const {
        return named("commitment.hide",
                     {{"commitment", c.commitment.text}, {"reason", text(c.reason)}});
    }
    nlohmann::json operator()(const PublishCommitment& c) const {
        return named("commitment.publish", {{"commitment", c.commitment.text}});
    }
    nlohmann::json operator()(const SayClosing& c) const {
        auto args = nlohmann::json::object();
        if (c.closing.roti) args["roti"] = *c.closing.roti;
        if (!c.closing.sentence.empty()) args["sentence"] = c.closing.sentence;
        if (c.closing.quote) args["quote"] = true;
        return named("closing.say", std::move(args));
    }
    nlohmann::json operator()(const FollowCommitment& c) const {
        nlohmann::json args{{"commitment", c.commitment.text}, {"status", text(c.status)}};
        if (!c.note.empty()) args["note"] = c.note;
        return named("commitment.follow", std::move(args));
    }
    // These have no client frame: they come from the HTTP API.
    nlohmann::json operator()(const EraseParticipant&) const { return {}; }
    nlohmann::json operator()(const EraseIdea&) const { return {}; }
    nlohmann::json operator()(const AnonymiseWorkshop&) const { return {}; }
    nlohmann::json operator()(const Join&) const { return {}; }
    nlohmann::json operator()(const UpdateWorkshop&) const { return {}; }
    /// Boards, groups, moderation.
    template <class Other>
    nlohmann::json operator()(const Other& c) const {
        return encode_command(c);
    }
};

const std::vector<CommandReader>& everything() {
    static const auto all = [] {
        std::vector<CommandReader> out(table.begin(), table.end());
        const auto more = moderation_commands();
        out.insert(out.end(), more.begin(), more.end());
        return out;
    }();
    return all;
}

}  // namespace

Decided<Command> decode_args(std::string_view name, const nlohmann::json& args) {
    for (const auto& [known, decode] : everything()) {
        if (known != name) continue;
        std::string wrong;
        auto command = decode(Fields(args, wrong));
        if (wrong == "reason") return Refusal{Code::bad_reason};
        if (!wrong.empty()) return Refusal{Code::bad_arguments, {{"field", wrong}}};
        return command;
    }
    return Refusal{Code::unknown_command};
}

nlohmann::json encode_args(const Command& command) { return std::visit(Encode{}, command); }

std::vector<std::string_view> command_names() {
    std::vector<std::string_view> names;
    for (const auto& [name, decode] : everything()) names.push_back(name);
    return names;
}

}  // namespace atelier::wire
