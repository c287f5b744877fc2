#include "domain/support/steps.hpp"

#include <fmt/format.h>

#include <array>
#include <ostream>

namespace atelier::tests {

using namespace domain;

namespace {

constexpr std::array<std::string_view, 5> names{"ada", "ben", "cleo", "dan", "eve"};
constexpr std::array<std::string_view, 6> texts{"Des haies", "Des bancs", "Un marché",
                                                "Une fête",  "🌱",         ""};

/// One of them, or something that is not there.
template <class Id, class Things>
Id pick(const Things& things, int chosen) {
    const auto index = static_cast<std::size_t>(chosen) % (things.size() + 1);
    return index < things.size() ? things[index].id : Id{"nothing"};
}

Actor person(int who) {
    return {Role::participant, {std::string(names[static_cast<std::size_t>(who) % names.size()])}};
}

constexpr int commenting = 38, uncommenting = 40, drawing = 50, first_voice = 56;

/// What facilitators do is mostly tried by them, what people do mostly by people; four of the five
/// have joined.
Actor actor(const Step& step) {
    if (step.who == 9) return {Role::screen};
    const bool moving = step.kind == 8 && step.who % 2 == 0;
    const bool writing = step.kind == commenting || step.kind == uncommenting;
    const bool people =
        step.kind == drawing || (step.kind >= first_voice && step.kind != 60 && step.kind != 64);
    const bool facilitating =
        step.kind == 4 || step.kind == 5 || (step.kind > 8 && !writing && !people) || moving;
    const bool usual = step.who < 8;
    return facilitating == usual ? Actor{Role::facilitator} : person(step.who);
}

/// What the open phase is for; anything goes where none is open.
int fitting_kind(const Workshop& workshop, bool draws) {
    const Phase* open = workshop.open_phase();
    if (open && std::holds_alternative<UsefulSettings>(open->settings) && draws) return 50;
    static constexpr std::array kinds{1, 8, 6, 56, 58, 61, 65};
    return open ? kinds[static_cast<std::size_t>(kind_of(open->settings))] : 9;
}

Command placement(const Board& board, const IdeaId& idea, const Step& step) {
    SetPlacement command{{}, idea, {}, {}};
    if (step.amount != 0) command.lever = pick<LeverId>(board.levers, step.amount + 3);
    command.keep_scale = step.amount == 1;
    if (step.amount == 2) command.scale = pick<ScaleId>(board.scales, step.what);
    return command;
}

/// What is done to boards, groups, people and the screen.
Command reviewing(const Workshop& workshop, const Step& step) {
    const Board& board = workshop.plan.boards[0];
    const auto idea = pick<IdeaId>(workshop.ideas, step.what);
    const auto other = pick<IdeaId>(workshop.ideas, step.what + step.amount + 1);
    const auto lever = pick<LeverId>(board.levers, step.what);
    const auto near = pick<LeverId>(board.levers, step.what + step.amount + 1);
    const std::string text(texts[static_cast<std::size_t>(step.what) % texts.size()]);
    const ParticipantId who = person(step.what).participant;
    switch (step.kind) {
        case 20:
            return AddBoard{text, {{text, {}, {}}}, board.scales};
        case 21:
            return AddLever{BoardId{"main"}, {text, {}, {}}, lever};
        case 22:
            return RenameLever{{}, lever, text};
        case 23:
            return MergeLevers{{}, {lever}, near};
        case 24:
            return SplitLever{{}, lever, {text, {}, {}}, {idea, other}};
        case 25:
            return MoveLever{{}, lever, near};
        case 26:
            return RemoveLever{{}, lever};
        case 27:
            return RestoreLever{{}, board.retired.empty() ? lever : board.retired.front().lever.id};
        case 28:
            return SettlePlacement{BoardId{"main"}, idea, lever, {}, true};
        case 29:
            return ReleasePlacement{BoardId{"main"}, idea};
        case 30:
            return MergeIdeas{{idea}, other};
        case 31:
            return UnmergeIdea{idea};
        case 32:
            return DismissPair{idea, other};
        case 33:
            return RewordIdea{idea, text};
        case 34:
            return AnswerIdea{idea, text};
        case 35:
            return MuteParticipant{who, step.amount > 2};
        case 36:
            return step.amount > 0 ? Command(RestoreParticipant{who})
                                   : Command(RemoveParticipant{who});
        case 37:
            return SetSpotlight{{idea}};
        case commenting:
            return PostComment{idea, text};
        case 39:
            return HideComment{pick<CommentId>(workshop.comments, step.what),
                               HideReason::off_topic};
        case uncommenting:
            return WithdrawComment{pick<CommentId>(workshop.comments, step.what)};
        default:
            return StopPosts{step.amount > 3};
    }
}

/// What the open vote's method wants; now and then what another one wants.
VoteValue value_of(const Workshop& workshop, const Step& step) {
    const Phase* open = workshop.open_phase();
    const auto rules = open ? vote_rules(open->settings) : std::nullopt;
    switch (rules && step.who != 8 ? rules->method : Method::dots) {
        case Method::dots:
        case Method::judgment:
            break;
        case Method::useful:
            return static_cast<Judgement>((step.amount + 1) % 3);
        case Method::impact_effort:
            return Scores{step.amount + 1, 1 + step.what % 5};
        case Method::consent:
            return Answer{static_cast<Consent>((step.amount + 1) % 3), step.what > 6 ? "Non" : ""};
    }
    return step.amount;
}

SettingsChange change_of(const Step& step) {
    SettingsChange change;
    if (step.amount > 1) change.method = static_cast<Method>(step.what % 5);
    if (step.amount == 0) change.budget = step.what;
    if (step.amount == 1) change.hidden = step.what % 2 == 0;
    return change;
}

/// What people say besides ideas and votes.
Command voice_of(const Workshop& workshop, const Step& step, const std::string& text) {
    const auto question = pick<QuestionId>(workshop.questions, step.what);
    const auto commitment = pick<CommitmentId>(workshop.commitments, step.what);
    const Promise promise{text, static_cast<Commits>(step.who % 2), "", "", text, ""};
    switch (step.kind) {
        case 56:
            return ChooseWeather{static_cast<Weather>(step.what % 4)};
        case 57:
            return ChooseAffiliation{pick<AffiliationId>(workshop.plan.affiliations, step.what)};
        case 58:
            if (step.amount > 1) return UpvoteQuestion{question, step.amount == 2};
            return AskQuestion{text};
        case 59:
            return WithdrawQuestion{question};
        case 60:
            if (step.amount < 1) return PublishQuestion{question};
            if (step.amount < 3) return HideQuestion{question, HideReason::insulting};
            return AnswerQuestion{question, text};
        case 61:
            return MakeCommitment{promise};
        case 62:
            return EditCommitment{commitment, promise};
        case 63:
            return WithdrawCommitment{commitment};
        case 64:
            if (step.amount < 1) return PublishCommitment{commitment};
            return HideCommitment{commitment, HideReason::duplicate};
        case 66:
            return SetReaction{pick<IdeaId>(workshop.ideas, step.what), step.amount > 0};
        default:
            return SayClosing{{step.amount + 1, text, step.what % 2 == 0}};
    }
}

Command command_of(const Workshop& workshop, const Actor& who, const Step& step) {
    const auto phase = pick<PhaseId>(workshop.plan.phases, step.what);
    const auto idea = pick<IdeaId>(workshop.ideas, step.what);
    const std::string text(texts[static_cast<std::size_t>(step.what) % texts.size()]);
    switch (step.kind) {
        case 0:
            return Join{who.participant, text, {}, "digest"};
        case 1:
            return PostIdea{text, {}};
        case 2:
            return EditIdea{idea, text};
        case 3:
            return WithdrawIdea{idea};
        case 4:
            return PublishIdea{idea};
        case 5:
            return HideIdea{idea, static_cast<HideReason>(step.what % 6)};
        case 6:
            return CastVote{idea, value_of(workshop, step)};
        case 7:
            return step.amount > 0 ? ClearVote{idea} : ClearVote{};
        case 8:
            return placement(workshop.plan.boards[0], idea, step);
        case 9:
            return OpenPhase{phase};
        case 10:
            return ReopenPhase{phase};
        case 11:
            return ClosePhase{phase};
        case 12:
            return ExtendPhase{phase, step.amount * 25};
        case 13:
            return RevealResults{phase};
        case 14:
            return UpdateWorkshop{text, {}};
        case 50:
            return DrawCards{};
        case 51:
            return InsertPhase{PhaseKind::vote, "Encore", "", 5, change_of(step), phase};
        case 52:
            return UpdatePhase{phase, text, {}, {}, change_of(step)};
        case 53:
            return MovePhase{phase, step.amount > 0 ? std::optional(pick<PhaseId>(
                                                          workshop.plan.phases, step.what + 1))
                                                    : std::nullopt};
        case 54:
            return step.what > 9 ? RemovePhase{phase} : RemovePhase{};
        case 55:
            return RepeatPhase{phase};
        case 15:
            return CloseWorkshop{};
        default:
            return step.kind < 50 ? reviewing(workshop, step) : voice_of(workshop, step, text);
    }
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Step& step) {
    return out << "{" << step.kind << ", " << step.who << ", " << step.what << ", " << step.amount
               << "}";
}

std::ostream& operator<<(std::ostream& out, const House& house) {
    return out << "{" << house.moderation << ", " << house.max_per_person << ", " << house.budget
               << ", " << house.max_per_idea << ", " << house.hidden << ", " << house.shared << ", "
               << house.crowd << ", " << house.comments << ", " << house.reactions << ", "
               << house.method << "}";
}

namespace {

PhaseSettings vote_by(int method) {
    switch (static_cast<Method>(method)) {
        case Method::useful:
            return UsefulSettings{};
        case Method::judgment:
            return JudgmentSettings{};
        case Method::impact_effort:
            return ImpactEffortSettings{};
        case Method::consent:
            return ConsentSettings{};
        default:
            return DotsSettings{};
    }
}

Blueprint plan_of(const House& house) {
    Blueprint plan = usual_plan();
    CollectSettings collect;
    collect.moderation = static_cast<Moderation>(house.moderation);
    collect.max_per_person = static_cast<std::size_t>(house.max_per_person);
    collect.comments = house.comments;
    collect.reactions = house.reactions;
    plan.phases[0].settings = collect;
    const SortMode mode = house.shared ? SortMode::shared : SortMode::facilitators;
    plan.phases[1].settings = SortSettings{{"main"}, house.crowd ? SortMode::crowd : mode};
    plan.phases[2].settings = DotsSettings{house.budget, house.max_per_idea, house.hidden};
    for (const std::size_t again : {0U, 2U}) {
        Phase second = plan.phases[again];
        second.id.text += "2";
        if (again == 2U && house.method > 0) second.settings = vote_by(house.method);
        plan.phases.push_back(std::move(second));
    }
    const auto add = [&](const char* id, PhaseSettings settings) {
        Phase phase = plan.phases[0];
        phase.id = {id};
        phase.settings = std::move(settings);
        plan.phases.push_back(std::move(phase));
    };
    add("welcome", WelcomeSettings{});
    add("listen", ListenSettings{collect.moderation, collect.max_per_person});
    add("commit", CommitSettings{collect.max_per_person});
    add("close", CloseSettings{});
    return plan;
}

}  // namespace

World begun(const House& house) {
    World world(plan_of(house));
    const Actor facilitator{Role::facilitator};
    (void)world.ask(facilitator, OpenPhase{{"collect"}});
    for (int i = 0; i < 4; ++i) {
        const Actor who = person(i);
        const std::string idea = "idea-" + std::to_string(i + 1);
        (void)world.ask(who, Join{who.participant, {}, {}, "digest"});
        (void)world.ask(who, PostIdea{"Des haies", {}}, idea);
        (void)world.ask(facilitator, PublishIdea{{idea}});
    }
    return world;
}

Attempt attempt(const Workshop& workshop, const Step& step) {
    Step fitting = step;
    if (step.kind == 16) fitting.kind = fitting_kind(workshop, step.amount == 4);
    const Actor who = actor(fitting);
    // Each name once, whatever it becomes the name of.
    const std::size_t said =
        workshop.comments.size() + workshop.questions.size() + workshop.commitments.size();
    const auto& boards = workshop.plan.boards;
    const std::size_t levers = boards[0].levers.size() + boards[0].retired.size();
    std::string fresh = "idea-" + std::to_string(workshop.ideas.size() + 1);
    if (fitting.kind >= 18)
        fresh = fmt::format("made-{}-{}-{}-{}", workshop.ideas.size(), said, boards.size(), levers);
    while (workshop.phase({fresh})) fresh += "-again";
    return {who, command_of(workshop, who, fitting), std::move(fresh)};
}

}  // namespace atelier::tests

namespace {

/// Mostly what the open phase is for, and moving on; the workshop is rarely closed.
rc::Gen<int> some_kind() {
    return rc::gen::weightedElement<int>(
        {{350, 16}, {40, 10}, {30, 9}, {30, 4},  {30, 5},  {12, 0},  {12, 1}, {12, 2},
         {12, 3},   {12, 6},  {12, 7}, {12, 8},  {8, 11},  {8, 12},  {5, 13}, {12, 14},
         {1, 15},   {3, 20},  {8, 21}, {6, 22},  {8, 23},  {8, 24},  {6, 25}, {8, 26},
         {8, 27},   {8, 28},  {8, 29}, {20, 30}, {12, 31}, {5, 32},  {8, 33}, {5, 34},
         {5, 35},   {8, 36},  {6, 37}, {10, 38}, {6, 39},  {6, 40},  {3, 41}, {8, 50},
         {6, 51},   {6, 52},  {6, 53}, {4, 54},  {8, 55},  {8, 56},  {8, 57}, {8, 58},
         {6, 59},   {20, 60}, {8, 61}, {8, 62},  {6, 63},  {12, 64}, {8, 65}, {40, 66}});
}

/// The same range however small the story is.
rc::Gen<int> any_of(int from, int to) {
    return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to));
}

}  // namespace

rc::Gen<std::vector<atelier::tests::Step>> atelier::tests::some_steps() {
    return rc::gen::scale(4.0, rc::gen::arbitrary<std::vector<Step>>());
}

rc::Gen<atelier::tests::Step> rc::Arbitrary<atelier::tests::Step>::arbitrary() {
    using atelier::tests::Step;
    return gen::build<Step>(gen::set(&Step::kind, some_kind()), gen::set(&Step::who, any_of(0, 10)),
                            gen::set(&Step::what, any_of(0, 12)),
                            gen::set(&Step::amount, any_of(-1, 4)));
}

rc::Gen<atelier::tests::House> rc::Arbitrary<atelier::tests::House>::arbitrary() {
    using atelier::tests::House;
    return gen::build<House>(
        gen::set(&House::moderation, any_of(0, 3)), gen::set(&House::max_per_person, any_of(1, 4)),
        gen::set(&House::budget, any_of(1, 6)), gen::set(&House::max_per_idea, any_of(1, 4)),
        gen::set(&House::hidden), gen::set(&House::shared), gen::set(&House::crowd),
        gen::set(&House::comments), gen::set(&House::reactions),
        gen::set(&House::method, any_of(0, 5)));
}
