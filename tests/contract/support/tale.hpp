#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

#include "domain/decide.hpp"
#include "insight/counsel.hpp"
#include "journal/journal.hpp"
#include "wire/snapshot.hpp"

namespace atelier::tests {

/// Tells the life of a workshop from a seed: people join, write, move cards and vote while the
/// facilitator leads them through the agenda. Every event comes from decide(), so it is one that a
/// server could have written. The same seed tells the same tale.
class Tale {
  public:
    explicit Tale(unsigned seed, std::string id = "w1", std::string code = "AAAA-2222")
        : random_(seed), id_{std::move(id)}, prefix_(id_.text) {
        tell({domain::Role::organiser}, {domain::WorkshopCreated{id_, std::move(code), plan()}});
    }

    [[nodiscard]] const domain::WorkshopId& id() const { return id_; }
    [[nodiscard]] const domain::Workshop& state() const { return state_; }
    [[nodiscard]] const std::vector<domain::Recorded>& events() const { return events_; }
    [[nodiscard]] domain::Seq seq() const { return events_.size(); }

    /// Goes on until there are at least this many events in all.
    void tell_until(std::size_t events) {
        while (events_.size() < events) step();
    }

    /// What was told since the last call, as one batch.
    journal::Batch batch() {
        journal::Batch out{id_, taken_ + 1, {}};
        out.events.assign(events_.begin() + static_cast<std::ptrdiff_t>(taken_), events_.end());
        taken_ = events_.size();
        return out;
    }

    void ask(const domain::Actor& actor, const domain::Command& command) {
        now_ += 1 + random(500);
        auto events =
            domain::decide(state_, command, actor, {now_, prefix_ + fresh(), &insight::counsel()});
        if (events) tell(actor, std::move(events).value());
    }
    void join(std::string name, std::string credential) {
        people_.push_back({prefix_ + fresh()});
        ask({domain::Role::participant, people_.back()},
            domain::Join{people_.back(), std::move(name), domain::AffiliationId{"city"},
                         std::move(credential)});
    }
    [[nodiscard]] const std::vector<domain::ParticipantId>& people() const { return people_; }

  private:
    static domain::Phase phase(std::string id, domain::PhaseSettings settings) {
        domain::Phase out;
        out.title = "Phase " + id;
        out.prompt = "Allez-y";
        out.id = {std::move(id)};
        out.settings = std::move(settings);
        return out;
    }
    static domain::Blueprint plan() {
        using namespace domain;
        Blueprint out;
        out.title = "Été à l'ombre";
        out.question = "Que faire quand il fait 40 °C ?";
        out.affiliations = {{{"city"}, "Ville"}, {{"club"}, "Association"}};
        out.charter = {"On écoute", "On est bref"};
        Board board;
        board.id = {"main"};
        board.levers = {{{"l1"}, "Réseaux", "network", "teal", "Qui se parle ?"},
                        {{"l2"}, "Idées", "bulb", "amber", ""}};
        board.scales = {{{"s1"}, "Département", std::nullopt}, {{"s2"}, "Commune", ScaleId{"s1"}}};
        out.boards = {board};
        CollectSettings collect{Moderation::before, 20};
        collect.comments = true;
        collect.reactions = true;
        out.phases = {phase("p1", collect),
                      phase("p2", SortSettings{{"main"}, SortMode::shared}),
                      phase("p3", DotsSettings{8, 3, true}),
                      phase("p4", UsefulSettings{}),
                      phase("p5", JudgmentSettings{}),
                      phase("p6", ImpactEffortSettings{}),
                      phase("p7", ConsentSettings{}),
                      phase("p8", WelcomeSettings{}),
                      phase("p9", ListenSettings{Moderation::before, 20}),
                      phase("p10", CommitSettings{20}),
                      phase("p11", CloseSettings{true, true, "Agir", "Le 3 mai"}),
                      phase("p12", SortSettings{{"main"}, SortMode::crowd})};
        return out;
    }

    void tell(const domain::Actor& actor, std::vector<domain::Event> told) {
        std::optional<base::Uuid> command;
        if (actor.role != domain::Role::organiser) command = uuid();
        for (domain::Event& event : told) {
            domain::apply(state_, event, now_);
            events_.push_back({events_.size() + 1, now_, actor, command, std::move(event)});
        }
    }

    /// One attempt at something; what is refused tells nothing.
    void step() {
        using namespace domain;
        if (people_.size() < 4 || random(40) == 0)
            return join(random(3) == 0 ? "" : "Zoé " + fresh(), "token-" + prefix_ + fresh());
        if (random(8) == 0) return lead();
        if (random(6) == 0) return review();
        const Actor someone{Role::participant, people_[random(people_.size())]};
        const Phase* open = state_.open_phase();
        if (open && open->settings.index() > 6) return speak(someone, *open);
        if (open && open->settings.index() == 0 && random(6) == 0)
            return ask(someone, SetReaction{idea(), random(4) > 0});
        switch (random(10)) {
            case 0:
                return ask(someone, EditIdea{idea(), "Mieux dit : " + fresh()});
            case 1:
                return ask(someone, ClearVote{idea()});
            case 2:
                if (random(9)) return step();
                return withdraw(idea());
            case 3:
                return random(9) ? step() : ask(someone, ClearVote{});
            case 4:
            case 5:
                return ask(someone, PostIdea{"Une idée n° " + fresh(), ScaleId{"s2"}});
            case 6:
            case 7:
                return ask(someone, SetPlacement{{},
                                                 idea(),
                                                 random(2) ? LeverId{"l1"} : any<LeverId>(levers()),
                                                 ScaleId{"s2"}});
            default:
                return vote(someone);
        }
    }
    [[nodiscard]] const std::vector<domain::Lever>& levers() const {
        return state_.plan.boards.front().levers;
    }
    /// Whose it is; somebody who is not there where it is nobody's.
    template <class Said>
    domain::Actor author_of(const Said* said) {
        using namespace domain;
        return {Role::participant, said ? said->author.value_or(ParticipantId{}) : ParticipantId{}};
    }
    void withdraw(const domain::IdeaId& id) {
        ask(author_of(state_.idea(id)), domain::WithdrawIdea{id});
    }
    /// What is said besides ideas and votes.
    void speak(const domain::Actor& someone, const domain::Phase& open) {
        using namespace domain;
        const Actor facilitator{Role::facilitator};
        const Promise promise{"Je plante " + fresh(),
                              static_cast<Commits>(random(2)),
                              "en mai",
                              random(2) ? "les voisins" : "",
                              "",
                              "des plants"};
        const QuestionId question = any<QuestionId>(state_.questions);
        const CommitmentId commitment = any<CommitmentId>(state_.commitments);
        switch (kind_of(open.settings)) {
            case PhaseKind::welcome:
                if (random(3) == 0)
                    return ask(someone, random(2) ? ChooseAffiliation{AffiliationId{"club"}}
                                                  : ChooseAffiliation{});
                return ask(someone, ChooseWeather{static_cast<Weather>(random(4))});
            case PhaseKind::listen:
                switch (random(6)) {
                    case 0:
                        return ask(facilitator, HideQuestion{question, HideReason::off_topic});
                    case 1:
                        return ask(facilitator, PublishQuestion{question});
                    case 2:
                        return ask(facilitator, AnswerQuestion{question, "Oui " + fresh()});
                    case 3:
                        return random(5) ? ask(someone, UpvoteQuestion{question, random(4) > 0})
                                         : ask(author_of(state_.question(question)),
                                               WithdrawQuestion{question});
                    default:
                        return ask(someone, AskQuestion{"Combien ? " + fresh()});
                }
            case PhaseKind::commit:
                switch (random(6)) {
                    case 0:
                        return ask(facilitator, HideCommitment{commitment, HideReason::duplicate});
                    case 1:
                        return ask(facilitator, PublishCommitment{commitment});
                    case 2:
                        return ask(author_of(state_.commitment(commitment)),
                                   EditCommitment{commitment, promise});
                    case 3:
                        return ask(author_of(state_.commitment(commitment)),
                                   WithdrawCommitment{commitment});
                    default:
                        return ask(someone, MakeCommitment{promise});
                }
            default:
                return ask(someone,
                           SayClosing{{static_cast<int>(1 + random(5)),
                                       random(2) ? "Merci " + fresh() : "", random(2) == 0}});
        }
    }
    template <class Id, class Things>
    Id any(const Things& things) {
        return things.empty() ? Id{"none"} : things[random(things.size())].id;
    }
    void vote(const domain::Actor& someone) {
        using namespace domain;
        const Phase* open = state_.open_phase();
        const auto rules = open ? vote_rules(open->settings) : std::nullopt;
        const auto number = [&](std::size_t below) { return static_cast<int>(random(below)); };
        switch (rules ? rules->method : Method::dots) {
            case Method::dots:
                return ask(someone, CastVote{idea(), number(4)});
            case Method::useful:
                ask(someone, DrawCards{});
                if (const Votes* votes = state_.votes_of(open->id))
                    if (const auto hand = votes->hands.find(someone.participant);
                        hand != votes->hands.end())
                        ask(someone, CastVote{hand->second[random(hand->second.size())],
                                              static_cast<Judgement>(random(3))});
                return;
            case Method::judgment:
                return ask(someone, CastVote{idea(), number(6)});
            case Method::impact_effort:
                return ask(someone, CastVote{idea(), Scores{1 + number(5), 1 + number(5)}});
            case Method::consent:
                return ask(someone, CastVote{idea(), Answer{static_cast<Consent>(random(3)),
                                                            "Parce que " + fresh()}});
        }
    }
    void change_agenda(const domain::PhaseId& phase) {
        using namespace domain;
        const Actor facilitator{Role::facilitator};
        const auto& phases = state_.plan.phases;
        const PhaseId other = phases[random(phases.size())].id;
        SettingsChange change;
        change.budget = 9;
        switch (random(5)) {
            case 0:
                return ask(facilitator,
                           InsertPhase{PhaseKind::vote, "Encore", "Et puis ?", 5, change, other});
            case 1:
                return ask(facilitator, UpdatePhase{phase, "Étape " + fresh(), "", {}, change});
            case 2:
                return ask(facilitator, MovePhase{other, std::nullopt});
            case 3:
                return ask(facilitator, RepeatPhase{other});
            default:
                // The phases that the tests ask for stay.
                return other.text.size() > 3 ? ask(facilitator, RemovePhase{other}) : lead();
        }
    }
    void lead() {
        using namespace domain;
        const Actor facilitator{Role::facilitator};
        static constexpr std::array<std::size_t, 9> often{1, 2, 3, 1, 2, 3, 3, 12, 12};
        const auto which = random(4) ? often[random(often.size())] : 1 + random(12);
        const PhaseId phase{"p" + std::to_string(which)};
        if (random(12) == 0) return change_agenda(phase);
        switch (random(10)) {
            case 0:
            case 1:
                return ask(facilitator, OpenPhase{phase});
            case 2:
                return ask(facilitator, ReopenPhase{phase});
            case 3:
                return ask(facilitator, ExtendPhase{phase, 5});
            case 4:
                return ask(facilitator, HideIdea{idea(), HideReason::technical});
            case 5:
                return ask(facilitator, PostIdea{"D'en haut : " + fresh(), std::nullopt});
            case 6:
                return ask(facilitator, UpdateWorkshop{"Titre " + fresh(), std::nullopt});
            case 7:
                return random(40) ? lead() : ask(facilitator, RevealResults{phase});
            default:
                return ask(facilitator, PublishIdea{idea()});
        }
    }

    /// What is done to boards, groups, people, comments and the screen.
    void review() {
        using namespace domain;
        const Actor facilitator{Role::facilitator};
        const Actor moderator{Role::moderator};
        const Actor someone{Role::participant, people_[random(people_.size())]};
        const Board& board = state_.plan.boards.front();
        const auto lever = [&] {
            return board.levers.empty() ? LeverId{"none"}
                                        : board.levers[random(board.levers.size())].id;
        };
        switch (random(22)) {
            case 0:
                return ask(facilitator, AddLever{board.id, {"Levier " + fresh(), {}, {}}, {}});
            case 1:
                return ask(facilitator, RenameLever{{}, lever(), "Nom " + fresh()});
            case 2:
                return ask(facilitator, MergeLevers{{}, {lever()}, lever()});
            case 3:
                return ask(facilitator,
                           SplitLever{{}, lever(), {"Part " + fresh(), {}, {}}, {idea()}});
            case 4:
                return ask(facilitator, RemoveLever{{}, lever()});
            case 5:
                return board.retired.empty()
                           ? void()
                           : ask(facilitator, RestoreLever{{}, board.retired.back().lever.id});
            case 6:
                return ask(facilitator, SettlePlacement{board.id, idea(), lever(), {}, true});
            case 7:
                return ask(facilitator, ReleasePlacement{board.id, idea()});
            case 8:
            case 9:
                return ask(moderator, MergeIdeas{{idea()}, idea()});
            case 10:
                return ask(moderator, UnmergeIdea{idea()});
            case 11:
                return ask(moderator, DismissPair{idea(), idea()});
            case 12:
                return ask(moderator, RewordIdea{idea(), "Redit " + fresh()});
            case 13:
                return ask(moderator, AnswerIdea{idea(), random(3) ? "Merci " + fresh() : ""});
            case 14:
                return ask(moderator, MuteParticipant{someone.participant, random(3) == 0});
            case 15:
                return ask(facilitator, random(3)
                                            ? Command(RestoreParticipant{someone.participant})
                                            : Command(RemoveParticipant{someone.participant}));
            case 16:
                return ask(facilitator, SetSpotlight{{idea()}});
            case 17:
                return ask(facilitator, FreezeScreen{random(2) == 0});
            case 18:
            case 19:
                return ask(someone, PostComment{idea(), "Dit " + fresh()});
            case 20:
                return state_.comments.empty()
                           ? void()
                           : ask(moderator,
                                 HideComment{state_.comments.back().id, HideReason::insulting});
            default:
                return state_.comments.empty()
                           ? void()
                           : ask({Role::participant,
                                  state_.comments.front().author.value_or(ParticipantId{})},
                                 WithdrawComment{state_.comments.front().id});
        }
    }

    domain::IdeaId idea() {
        if (state_.ideas.empty()) return {"none"};
        return state_.ideas[random(state_.ideas.size())].id;
    }
    std::size_t random(std::size_t below) { return random_() % below; }
    std::string fresh() { return std::to_string(++count_); }
    base::Uuid uuid() {
        base::Uuid out;
        for (auto& byte : out.bytes) byte = static_cast<std::uint8_t>(random_());
        return out;
    }

    std::mt19937 random_;
    domain::WorkshopId id_;
    std::string prefix_;
    domain::Workshop state_;
    std::vector<domain::Recorded> events_;
    std::vector<domain::ParticipantId> people_;
    std::size_t taken_ = 0;
    std::size_t count_ = 0;
    base::Millis now_ = 1'700'000'000'000;
};

inline std::string image(const domain::Workshop& state) {
    return wire::encode_snapshot(state).dump();
}

}  // namespace atelier::tests
