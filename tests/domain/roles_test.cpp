#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <sstream>

#include "domain/decide.hpp"
#include "domain/support/script.hpp"

using namespace atelier::domain;
using atelier::tests::play;

namespace {

struct Asker {
    std::string_view name;
    Role role;
};
constexpr std::array<Asker, 6> askers{{{"participant", Role::participant},
                                       {"facilitator", Role::facilitator},
                                       {"screen", Role::screen},
                                       {"reader", Role::reader},
                                       {"organiser", Role::organiser},
                                       {"moderator", Role::moderator}}};

/// Who may do it, in the order above.
std::string permitted_to(const Command& command) {
    std::string names;
    for (const auto& [name, role] : askers)
        if (permitted(role, command)) names += (names.empty() ? "" : " ") + std::string(name);
    return names;
}

}  // namespace

TEST_CASE("[W1] every command is held against the role of who asks") {
    CHECK(permitted_to(PostIdea{}) == "participant facilitator");
    CHECK(permitted_to(EditIdea{}) == "participant facilitator");
    CHECK(permitted_to(WithdrawIdea{}) == "participant facilitator");
    CHECK(permitted_to(SetPlacement{}) == "participant facilitator");
    CHECK(permitted_to(CastVote{}) == "participant");
    CHECK(permitted_to(ClearVote{}) == "participant");
    CHECK(permitted_to(Join{}) == "participant");
    CHECK(permitted_to(PublishIdea{}) == "facilitator moderator");
    CHECK(permitted_to(HideIdea{}) == "facilitator moderator");
    CHECK(permitted_to(OpenPhase{}) == "facilitator");
    CHECK(permitted_to(ReopenPhase{}) == "facilitator");
    CHECK(permitted_to(ClosePhase{}) == "facilitator");
    CHECK(permitted_to(ExtendPhase{}) == "facilitator");
    CHECK(permitted_to(RevealResults{}) == "facilitator");
    CHECK(permitted_to(CloseWorkshop{}) == "facilitator");
    CHECK(permitted_to(UpdateWorkshop{}) == "facilitator organiser");
    CHECK(permitted_to(AddBoard{}) == "facilitator");
    CHECK(permitted_to(AddLever{}) == "facilitator");
    CHECK(permitted_to(RenameLever{}) == "facilitator");
    CHECK(permitted_to(MergeLevers{}) == "facilitator");
    CHECK(permitted_to(SplitLever{}) == "facilitator");
    CHECK(permitted_to(MoveLever{}) == "facilitator");
    CHECK(permitted_to(RemoveLever{}) == "facilitator");
    CHECK(permitted_to(RestoreLever{}) == "facilitator");
    CHECK(permitted_to(SettlePlacement{}) == "facilitator");
    CHECK(permitted_to(ReleasePlacement{}) == "facilitator");
    CHECK(permitted_to(RemoveParticipant{}) == "facilitator");
    CHECK(permitted_to(RestoreParticipant{}) == "facilitator");
    CHECK(permitted_to(StopPosts{}) == "facilitator");
    CHECK(permitted_to(FreezeScreen{}) == "facilitator");
    CHECK(permitted_to(SetSpotlight{}) == "facilitator");
    CHECK(permitted_to(ClearSpotlight{}) == "facilitator");
    CHECK(permitted_to(MergeIdeas{}) == "facilitator moderator");
    CHECK(permitted_to(UnmergeIdea{}) == "facilitator moderator");
    CHECK(permitted_to(DismissPair{}) == "facilitator moderator");
    CHECK(permitted_to(RewordIdea{}) == "facilitator moderator");
    CHECK(permitted_to(AnswerIdea{}) == "facilitator moderator");
    CHECK(permitted_to(MuteParticipant{}) == "facilitator moderator");
    CHECK(permitted_to(HideComment{}) == "facilitator moderator");
    CHECK(permitted_to(TakeReview{}) == "facilitator moderator");
    CHECK(permitted_to(ReleaseReview{}) == "facilitator moderator");
    CHECK(permitted_to(PostComment{}) == "participant facilitator");
    CHECK(permitted_to(WithdrawComment{}) == "participant facilitator");
    CHECK(permitted_to(InsertPhase{}) == "facilitator");
    CHECK(permitted_to(UpdatePhase{}) == "facilitator");
    CHECK(permitted_to(MovePhase{}) == "facilitator");
    CHECK(permitted_to(RemovePhase{}) == "facilitator");
    CHECK(permitted_to(RepeatPhase{}) == "facilitator");
    CHECK(permitted_to(DrawCards{}) == "participant");
    CHECK(permitted_to(ChooseWeather{}) == "participant");
    CHECK(permitted_to(ChooseAffiliation{}) == "participant");
    CHECK(permitted_to(AskQuestion{}) == "participant facilitator");
    CHECK(permitted_to(UpvoteQuestion{}) == "participant");
    CHECK(permitted_to(WithdrawQuestion{}) == "participant facilitator");
    CHECK(permitted_to(PublishQuestion{}) == "facilitator moderator");
    CHECK(permitted_to(HideQuestion{}) == "facilitator moderator");
    CHECK(permitted_to(AnswerQuestion{}) == "facilitator moderator");
    CHECK(permitted_to(MakeCommitment{}) == "participant facilitator");
    CHECK(permitted_to(EditCommitment{}) == "participant facilitator");
    CHECK(permitted_to(WithdrawCommitment{}) == "participant facilitator");
    CHECK(permitted_to(HideCommitment{}) == "facilitator moderator");
    CHECK(permitted_to(PublishCommitment{}) == "facilitator moderator");
    CHECK(permitted_to(SayClosing{}) == "participant");
    CHECK(permitted_to(SetReaction{}) == "participant");
    CHECK(permitted_to(FollowCommitment{}) == "facilitator organiser");
    CHECK(permitted_to(EraseIdea{}) == "facilitator organiser");
    CHECK(permitted_to(EraseParticipant{}) == "participant facilitator organiser");
    CHECK(permitted_to(AnonymiseWorkshop{}) == "organiser");
    STATIC_REQUIRE(std::variant_size_v<Command::variant> ==
                   68);  // a new command needs a line above
}

TEST_CASE("[W1] a participant runs nothing, in no phase") {
    play(R"(
        ada opens collect                     -> refused not_allowed
        facilitator opens collect             -> ok
        ada posts "Des haies" as hedges       -> ok
        ada extends collect by 5              -> refused not_allowed
        ada closes collect                    -> refused not_allowed
        ada publishes hedges                  -> refused not_allowed
        ada hides hedges because off_topic    -> refused not_allowed
        facilitator opens vote                -> ok
        ada reveals vote                      -> refused not_allowed
        ada reopens collect                   -> refused not_allowed
        ada closes workshop                   -> refused not_allowed
        ada updates title "À moi"             -> refused not_allowed
    )");
}

TEST_CASE("[W1] screens, readers and organisers do nothing in the room") {
    play(R"(
        facilitator opens collect             -> ok
        ada posts "Des haies" as hedges       -> ok
        screen posts "Je suis l’écran"        -> refused not_allowed
        reader posts "Je lis"                 -> refused not_allowed
        organiser posts "J’organise"          -> refused not_allowed
        screen opens vote                     -> refused not_allowed
        reader reveals vote                   -> refused not_allowed
        organiser closes workshop             -> refused not_allowed
        screen hides hedges because insulting -> refused not_allowed
        reader updates title "Non"            -> refused not_allowed
        screen joins                          -> refused not_allowed
        ideas are 1
    )");
}

TEST_CASE("[W1] facilitators have no ballot") {
    play(R"(
        facilitator opens collect               -> ok
        facilitator posts "Des haies" as hedges -> ok
        facilitator opens vote                  -> ok
        facilitator votes 1 on hedges           -> refused not_allowed
        facilitator clears everything           -> refused not_allowed
        facilitator joins                       -> refused not_allowed
    )");
}

TEST_CASE("[W1] the role is looked at before anything that would tell what is there") {
    play(R"(
        screen publishes nothing    -> refused not_allowed
        screen votes 1 on nothing   -> refused not_allowed
        facilitator closes workshop -> ok
        screen closes workshop      -> refused not_allowed
    )");
}
