#include <catch2/catch.hpp>

#include "domain/support/script.hpp"

using atelier::tests::play;

namespace {

/// A vote by a method on four published ideas; e is pending, f is hidden; zoe wrote a.
void play_vote(const std::string& settings, const std::string& script) {
    play(R"(
        given collect moderation before
        facilitator opens collect              -> ok
        zoe posts "Une" as a                   -> ok
        facilitator publishes a                -> ok
        facilitator posts "Deux" as b          -> ok
        facilitator posts "Trois" as c         -> ok
        facilitator posts "Quatre" as d        -> ok
        zoe posts "Cinq" as e                  -> ok
        facilitator posts "Six" as f           -> ok
        facilitator hides f because duplicate  -> ok
        facilitator asks phase.update "{'phase':'vote','settings':{)" +
         settings + R"(}}" -> ok
        facilitator opens vote                 -> ok
    )" + script);
}

}  // namespace

TEST_CASE("[V1] each method has its own shape of value, and refuses those of others") {
    play_vote("'method':'judgment'", R"(
        ada asks vote.cast "{'idea':'a','value':'useful'}"                -> refused bad_arguments field=value
        ada asks vote.cast "{'idea':'a','value':{'impact':1,'effort':2}}" -> refused bad_arguments field=value
        ada asks vote.cast "{'idea':'a','value':{'answer':'agree'}}"      -> refused bad_arguments field=value
        ada asks vote.cast "{'idea':'a','value':3}"                       -> ok
    )");
    play_vote("'method':'dots'", R"(
        ada asks vote.cast "{'idea':'a','value':'useful'}" -> refused bad_arguments field=value
        ada asks vote.cast "{'idea':'a','value':1}"        -> ok
    )");
    play_vote("'method':'consent'", R"(
        ada asks vote.cast "{'idea':'a','value':3}" -> refused bad_arguments field=value
    )");
    play_vote("'method':'impact_effort'", R"(
        ada asks vote.cast "{'idea':'a','value':3}" -> refused bad_arguments field=value
    )");
}

TEST_CASE("[V2] by every method, votes go on what the vote is on while it is shown") {
    for (const std::string method : {"judgment", "impact_effort", "consent", "useful"}) {
        const std::string value = method == "judgment"        ? "3"
                                  : method == "impact_effort" ? "{'impact':1,'effort':2}"
                                  : method == "consent"       ? "{'answer':'agree'}"
                                                              : "'pass'";
        const auto cast = [&](const std::string& idea) {
            return "\n ada asks vote.cast \"{'idea':'" + idea + "','value':" + value + "}\" -> ";
        };
        play_vote("'method':'" + method + "','ideas':{'from':'chosen','ideas':['a','b']}",
                  cast("e") + "refused no_such_idea" + cast("f") + "refused idea_not_published" +
                      cast("c") + "refused idea_not_in_vote" + cast("nothing") +
                      "refused no_such_idea\n list of vote is a, b");
    }
    play_vote("'ideas':{'from':'chosen','ideas':['a','b']}", R"(
        ada votes 1 on c -> refused idea_not_in_vote
        ada votes 1 on a -> ok
    )");
}

TEST_CASE("[V3] a choice can be changed and taken back until the vote closes") {
    play_vote("'method':'judgment'", R"(
        ada asks vote.cast "{'idea':'a','value':5}" -> ok
        ada asks vote.cast "{'idea':'a','value':2}" -> ok
        ben asks vote.cast "{'idea':'a','value':2}" -> ok
        tally of a in vote is {grades:[0,0,2,0,0,0],voters:2}
        ada clears a          -> ok
        tally of a in vote is {grades:[0,0,1,0,0,0],voters:1}
        ben clears everything -> ok
        tally of a in vote is nothing
        ada asks vote.cast "{'idea':'b','value':0}" -> ok
        ballot of ada in vote is b 0
        facilitator closes vote -> ok
        ada asks vote.cast "{'idea':'b','value':1}" -> refused wrong_phase expects=vote
        ada clears b                                -> refused wrong_phase expects=vote
        facilitator reveals vote                    -> ok
        tally of b in vote is {grades:[1,0,0,0,0,0],voters:1}
    )");
}

TEST_CASE("[V4] six grades, the worst is 0") {
    play_vote("'method':'judgment'", R"(
        ada asks vote.cast "{'idea':'a','value':-1}" -> refused bad_arguments field=value
        ada asks vote.cast "{'idea':'a','value':6}"  -> refused bad_arguments field=value
        ada asks vote.cast "{'idea':'a','value':0}"  -> ok
        ada asks vote.cast "{'idea':'b','value':5}"  -> ok
        voted is 1
    )");
}

TEST_CASE("[V5] impact and effort are both given, from 1 to 5") {
    play_vote("'method':'impact_effort'", R"(
        ada asks vote.cast "{'idea':'a','value':{'impact':0,'effort':2}}" -> refused bad_arguments field=value
        ada asks vote.cast "{'idea':'a','value':{'impact':5,'effort':6}}" -> refused bad_arguments field=value
        ada asks vote.cast "{'idea':'a','value':{'impact':5,'effort':1}}" -> ok
        ben asks vote.cast "{'idea':'a','value':{'impact':4,'effort':1}}" -> ok
        tally of a in vote is {effort:[2,0,0,0,0],impact:[0,0,0,1,1],voters:2}
    )");
}

TEST_CASE("[V6] an objection says why; a blank reason is none") {
    play_vote("'method':'consent'", R"(
        ada asks vote.cast "{'idea':'a','value':{'answer':'objection'}}"               -> refused empty_text
        ada asks vote.cast "{'idea':'a','value':{'answer':'objection','reason':' '}}"  -> refused empty_text
        ada asks vote.cast "{'idea':'a','value':{'answer':'objection','reason':'Trop cher'}}" -> ok
        ben asks vote.cast "{'idea':'a','value':{'answer':'reservation','reason':' '}}" -> ok
        cleo asks vote.cast "{'idea':'a','value':{'answer':'agree'}}" -> ok
        ballot of ada in vote is a {answer:objection,reason:Trop cher}
        ballot of ben in vote is a {answer:reservation}
        tally of a in vote is {agree:1,objection:1,reservation:1,voters:3}
    )");
    play_vote("'method':'consent'",
              "\n ada asks vote.cast \"{'idea':'a','value':{'answer':'agree','reason':'" +
                  std::string(501, 'x') + "'}}\" -> refused text_too_long max=500 length=501");
}

TEST_CASE("[V7] a card is judged by who was handed it") {
    play_vote("'method':'useful'", R"(
        ada asks vote.cast "{'idea':'b','value':'useful'}" -> refused not_in_hand
        ada asks card.draw "{}"                            -> ok
        ada asks vote.cast "{'idea':'b','value':'useful'}" -> ok
        zoe asks card.draw "{}"                            -> ok
        zoe asks vote.cast "{'idea':'a','value':'useful'}" -> refused not_in_hand
        zoe asks vote.cast "{'idea':'b','value':'pass'}"   -> ok
        tally of b in vote is {not_useful:0,pass:1,shown:2,useful:1,voters:2}
    )");
}

TEST_CASE("[V7] where any card may be judged, it counts as shown to who judged it") {
    play_vote("'method':'useful','any_card':true", R"(
        ada asks vote.cast "{'idea':'b','value':'useful'}" -> ok
        hand of ada in vote is b
        tally of b in vote is {not_useful:0,pass:0,shown:1,useful:1,voters:1}
        ada asks vote.cast "{'idea':'b','value':'pass'}"   -> ok
        tally of b in vote is {not_useful:0,pass:1,shown:1,useful:0,voters:1}
    )");
}

TEST_CASE("[V8] cards that are in hand are given again, and then there are none left") {
    play_vote("'method':'useful','ideas':{'from':'chosen','ideas':['a','b']}", R"(
        zoe asks card.draw "{}"  -> ok
        hand of zoe in vote is b
        zoe asks card.draw "{}"  -> ok
        hand of zoe in vote is b
        tally of b in vote is {not_useful:0,pass:0,shown:1,useful:0,voters:0}
        zoe asks vote.cast "{'idea':'b','value':'not_useful'}" -> ok
        zoe asks card.draw "{}"  -> refused no_cards_left
        zoe clears b             -> ok
        zoe asks card.draw "{}"  -> ok
        tally of b in vote is {not_useful:0,pass:0,shown:1,useful:0,voters:0}
        facilitator asks card.draw "{}" -> refused not_allowed
    )");
    play_vote("'method':'dots'", R"(
        ada asks card.draw "{}" -> refused wrong_phase expects=vote open=vote
    )");
}

TEST_CASE("[V9] what a vote is on is found when it is opened, and a human's list goes first") {
    play(R"(
        facilitator opens collect     -> ok
        facilitator posts "Une" as a  -> ok
        facilitator posts "Deux" as b -> ok
        facilitator posts "Six" as f  -> ok
        facilitator asks phase.update "{'phase':'vote','settings':{'ideas':{'from':'chosen','ideas':['a','f']}}}" -> ok
        facilitator hides f because duplicate -> ok
        facilitator asks phase.open "{'phase':'sort','ideas':['a']}"     -> refused bad_arguments field=ideas
        facilitator asks phase.open "{'phase':'vote','ideas':[]}"        -> refused bad_arguments field=ideas
        facilitator asks phase.open "{'phase':'vote','ideas':['b','b']}" -> refused bad_arguments field=ideas
        facilitator asks phase.open "{'phase':'vote','ideas':['f']}"     -> refused idea_not_published
        facilitator asks phase.open "{'phase':'vote','ideas':['x']}"     -> refused no_such_idea
        facilitator opens vote        -> ok
        list of vote is a
        facilitator publishes f       -> ok
        ada votes 1 on f              -> refused idea_not_in_vote
    )");
    play(R"(
        facilitator opens collect     -> ok
        facilitator posts "Une" as a  -> ok
        facilitator posts "Deux" as b -> ok
        facilitator asks phase.open "{'phase':'vote','ideas':['b']}" -> ok
        list of vote is b
    )");
}

TEST_CASE("[V10] a tie across the cut is a human's to settle") {
    play_vote("'hidden':true", R"(
        ada votes 2 on a -> ok
        ada votes 1 on b -> ok
        ben votes 1 on c -> ok
        facilitator reveals vote -> ok
        facilitator asks phase.insert "{'phase':{'kind':'vote','title':'Juger','minutes':5,'settings':{'method':'judgment','ideas':{'from':'phase','phase':'vote','top':2}}},'after':'vote'}" as judge -> ok
        facilitator opens judge -> refused shortlist_tied places_left=1
        facilitator asks phase.open "{'phase':'judge','ideas':['a','c']}" -> ok
        list of judge is a, c
        facilitator asks phase.insert "{'phase':{'kind':'vote','title':'Juger','minutes':5,'settings':{'method':'judgment','ideas':{'from':'phase','phase':'vote','top':1}}},'after':'judge'}" as judge2 -> ok
        facilitator opens judge2 -> ok
        list of judge2 is a
    )");
}

TEST_CASE("[V11] the first of a vote are taken once its counts are shown") {
    play_vote("'hidden':true", R"(
        facilitator asks phase.insert "{'phase':{'kind':'vote','title':'Juger','minutes':5,'settings':{'ideas':{'from':'phase','phase':'vote','top':2}}},'after':'vote'}" as judge -> ok
        ada votes 2 on a -> ok
        ada votes 1 on b -> ok
        facilitator opens judge  -> refused not_revealed
        facilitator reveals vote -> ok
        facilitator opens judge  -> ok
        list of judge is a, b
    )");
}

TEST_CASE(
    "[G4][G7] by every method a group has the strongest of each voter, and the last choice "
    "counts") {
    play_vote("'method':'judgment'", R"(
        ada asks vote.cast "{'idea':'a','value':5}"               -> ok
        ada asks vote.cast "{'idea':'b','value':2}"               -> ok
        ben asks vote.cast "{'idea':'b','value':1}"               -> ok
        facilitator asks idea.merge "{'ideas':['b'],'into':'a'}"  -> ok
        tally of a in vote is {grades:[0,1,0,0,0,1],voters:2}
        tally of b in vote is {grades:[0,1,1,0,0,0],voters:2}
        ada asks vote.cast "{'idea':'b','value':0}"               -> ok
        tally of a in vote is {grades:[1,1,0,0,0,0],voters:2}
        ben clears b                                              -> ok
        tally of a in vote is {grades:[1,0,0,0,0,0],voters:1}
        facilitator asks idea.unmerge "{'idea':'b'}"              -> ok
        tally of a in vote is {grades:[1,0,0,0,0,0],voters:1}
    )");
    play_vote("'method':'consent'", R"(
        ada asks vote.cast "{'idea':'a','value':{'answer':'agree'}}"                      -> ok
        ada asks vote.cast "{'idea':'b','value':{'answer':'objection','reason':'Trop'}}"  -> ok
        facilitator asks idea.merge "{'ideas':['b'],'into':'a'}"                          -> ok
        tally of a in vote is {agree:0,objection:1,reservation:0,voters:1}
        ada asks vote.cast "{'idea':'a','value':{'answer':'agree'}}"                      -> ok
        tally of a in vote is {agree:1,objection:0,reservation:0,voters:1}
    )");
    play_vote("'method':'impact_effort'", R"(
        ada asks vote.cast "{'idea':'a','value':{'impact':2,'effort':4}}" -> ok
        ada asks vote.cast "{'idea':'b','value':{'impact':5,'effort':1}}" -> ok
        facilitator asks idea.merge "{'ideas':['b'],'into':'a'}"          -> ok
        tally of a in vote is {effort:[1,0,0,0,0],impact:[0,0,0,0,1],voters:1}
    )");
}

TEST_CASE("[G4][V7] a card that was grouped since it was handed out can still be judged") {
    play_vote("'method':'useful'", R"(
        ada asks card.draw "{}"                                   -> ok
        facilitator asks idea.merge "{'ideas':['b'],'into':'a'}"  -> ok
        ada asks vote.cast "{'idea':'b','value':'useful'}"        -> ok
        tally of a in vote is {not_useful:0,pass:0,shown:1,useful:1,voters:1}
        ada asks vote.cast "{'idea':'a','value':'pass'}"          -> ok
        tally of a in vote is {not_useful:0,pass:1,shown:1,useful:0,voters:1}
    )");
}

TEST_CASE("[G1][V9] a vote is on the leads of what was chosen") {
    play_vote("'method':'judgment'", R"(
        facilitator closes vote                                    -> ok
        facilitator asks idea.merge "{'ideas':['b'],'into':'a'}"   -> ok
        facilitator asks phase.repeat "{'phase':'vote'}" as again  -> ok
        ada asks vote.cast "{'idea':'b','value':4}"                -> ok
        tally of a in again is {grades:[0,0,0,0,1,0],voters:1}
    )");
    play_vote("'ideas':{'from':'chosen','ideas':['a','b']}", R"(
        facilitator asks idea.merge "{'ideas':['b'],'into':'c'}"  -> ok
        ada votes 1 on c                                          -> ok
        ada votes 1 on d                                          -> refused idea_not_in_vote
    )");
}
