#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "domain/support/scene.hpp"
#include "wire/command_args.hpp"

namespace atelier::tests {
namespace {

using namespace domain;

constexpr std::array<std::string_view, 6> reasons{"off_topic", "duplicate",   "names_person",
                                                  "insulting", "advertising", "technical"};

Command posts(Words& words, std::string& fresh_id) {
    PostIdea command{words.quoted(), {}};
    if (words.take("at")) command.scale = ScaleId{words.word()};
    if (words.take("as")) fresh_id = words.word();
    return command;
}

Command edits(Words& words) {
    EditIdea command{{words.word()}, {}};
    words.expect("to");
    command.text = words.quoted();
    return command;
}

Command hides(Words& words) {
    const IdeaId idea{words.word()};
    words.expect("because");
    return HideIdea{idea, reason_called(words.word())};
}

Command votes(Words& words) {
    const int dots = words.number();
    words.expect("on");
    return CastVote{{words.word()}, dots};
}

Command clears(Words& words) {
    if (words.take("everything")) return ClearVote{};
    return ClearVote{IdeaId{words.word()}};
}

Command moves(Words& words) {
    SetPlacement command{{}, {words.word()}, {}, {}};
    words.expect("to");
    if (!words.take("tray")) command.lever = LeverId{words.word()};
    command.keep_scale = !words.take("/");
    if (!command.keep_scale && !words.take("none")) command.scale = ScaleId{words.word()};
    if (words.take("on")) command.board = BoardId{words.word()};
    return command;
}

Command extends(Words& words) {
    const PhaseId phase{words.word()};
    words.expect("by");
    return ExtendPhase{phase, words.number()};
}

Command closes(Words& words) {
    if (words.take("workshop")) return CloseWorkshop{};
    return ClosePhase{{words.word()}};
}

Command updates(Words& words) {
    UpdateWorkshop command;
    if (words.take("title")) command.title = words.quoted();
    if (words.take("question")) command.question = words.quoted();
    return command;
}

Command joins(Words& words, const Actor& who) {
    Join command{who.participant, {}, {}, "digest"};
    if (words.take("as")) command.name = words.quoted();
    if (words.take("from")) command.affiliation = AffiliationId{words.word()};
    return command;
}

/// Any command, as a client would send it, with ' for ".
Command asks(Words& words, std::string& fresh_id) {
    const std::string name = words.word();
    std::string args = words.quoted();
    std::ranges::replace(args, '\'', '"');
    const auto json = nlohmann::json::parse(args, nullptr, false);
    if (!json.is_object()) throw ScriptError(args + " is not an object");
    auto command = atelier::wire::decode_args(name, json);
    if (!command) throw ScriptError(name + " is not understood");
    if (words.take("as")) fresh_id = words.word();
    return std::move(command).value();
}

Command command_in(Words& words, const Actor& who, std::string& fresh_id) {
    if (words.take("joins")) return joins(words, who);
    if (words.take("posts")) return posts(words, fresh_id);
    if (words.take("edits")) return edits(words);
    if (words.take("withdraws")) return WithdrawIdea{{words.word()}};
    if (words.take("publishes")) return PublishIdea{{words.word()}};
    if (words.take("hides")) return hides(words);
    if (words.take("votes")) return votes(words);
    if (words.take("clears")) return clears(words);
    if (words.take("moves")) return moves(words);
    if (words.take("opens")) return OpenPhase{{words.word()}};
    if (words.take("reopens")) return ReopenPhase{{words.word()}};
    if (words.take("closes")) return closes(words);
    if (words.take("extends")) return extends(words);
    if (words.take("reveals")) return RevealResults{{words.word()}};
    if (words.take("updates")) return updates(words);
    if (words.take("asks")) return asks(words, fresh_id);
    throw ScriptError(fmt::format("nobody knows how to \"{}\"", words.word()));
}

Actor actor_called(const std::string& name) {
    static const std::map<std::string, Role> roles{{"facilitator", Role::facilitator},
                                                   {"cofacilitator", Role::facilitator},
                                                   {"screen", Role::screen},
                                                   {"reader", Role::reader},
                                                   {"organiser", Role::organiser}};
    const auto found = roles.find(name);
    if (found != roles.end()) return {found->second};
    return {Role::participant, ParticipantId{name}};
}

}  // namespace

Spoken spoken_in(Scene& scene, Words& words) {
    const std::string name = words.word();
    Spoken spoken{actor_called(name), {}, {}};
    const Workshop& workshop = scene.world().workshop();
    spoken.fresh_id = fmt::format("idea-{}", workshop.ideas.size() + 1);
    const bool joining = words.ahead("joins");
    spoken.what = command_in(words, spoken.who, spoken.fresh_id);
    if (workshop.idea({spoken.fresh_id}))
        throw ScriptError(spoken.fresh_id + " is already the name of an idea");
    const bool unseen =
        spoken.who.role == Role::participant && !workshop.participant(spoken.who.participant);
    if (unseen && !joining && name != "stranger")
        (void)scene.world().ask(spoken.who, Join{spoken.who.participant, {}, {}, "digest"});
    return spoken;
}

HideReason reason_called(const std::string& name) {
    for (std::size_t i = 0; i < reasons.size(); ++i)
        if (reasons[i] == name) return static_cast<HideReason>(i);
    throw ScriptError(name + " is no reason to hide");
}

std::string name_of(HideReason reason) {
    return std::string(reasons[static_cast<std::size_t>(reason)]);
}

}  // namespace atelier::tests
