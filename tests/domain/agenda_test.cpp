#include <catch2/catch.hpp>

#include "domain/support/script.hpp"

using atelier::tests::play;

TEST_CASE("[A7] a phase is inserted where a facilitator says") {
    play(R"(
        facilitator asks phase.insert "{'phase':{'kind':'collect','title':'Encore','minutes':5,'settings':{'max_per_person':2}},'after':null}" as first -> ok
        agenda is first, collect, sort, vote
        facilitator asks phase.insert "{'phase':{'kind':'vote','title':'Juger','prompt':'Que vaut-elle ?','minutes':7,'settings':{'method':'judgment'}},'after':'sort'}" as judge -> ok
        agenda is first, collect, sort, judge, vote
        judge is planned
        settings of judge is {hidden:true,method:judgment}
        prompt of judge is Que vaut-elle ?
        facilitator asks phase.insert "{'phase':{'kind':'sort','title':'Ranger','minutes':7},'after':'vote'}" as tidy -> ok
        settings of tidy is {board:main,mode:facilitators}
        facilitator asks phase.insert "{'phase':{'kind':'sort','title':'Ranger','minutes':7},'after':'nothing'}" -> refused no_such_phase
        ada asks phase.insert "{'phase':{'kind':'sort','title':'Ranger','minutes':7},'after':null}" -> refused not_allowed
        facilitator opens judge -> ok
    )");
}

TEST_CASE("[A8] what a phase is called and how long it takes is checked") {
    play(R"(
        facilitator asks phase.insert "{'phase':{'kind':'sort','title':' ','minutes':7},'after':null}" -> refused empty_text field=title
        facilitator asks phase.insert "{'phase':{'kind':'sort','title':'Ranger','minutes':0},'after':null}" -> refused bad_arguments field=minutes
        facilitator asks phase.insert "{'phase':{'kind':'sort','title':'Ranger','minutes':7,'settings':{'board':'x'}},'after':null}" -> refused bad_arguments field=settings.board
        facilitator asks phase.insert "{'phase':{'kind':'vote','title':'Voter','minutes':7,'settings':{'budget':21}},'after':null}" -> refused bad_arguments field=settings.budget
        facilitator asks phase.insert "{'phase':{'kind':'vote','title':'Voter','minutes':7,'settings':{'ideas':{'from':'phase','phase':'sort','top':3}}},'after':null}" -> refused bad_arguments field=settings.ideas
        facilitator asks phase.update "{'phase':'vote'}"                -> refused bad_arguments field=title
        facilitator asks phase.update "{'phase':'nothing','title':'x'}" -> refused no_such_phase
        facilitator asks phase.update "{'phase':'vote','title':'Choisir ensemble','prompt':'','minutes':3,'settings':{'method':'consent'}}" -> ok
        settings of vote is {hidden:true,method:consent}
        facilitator opens vote -> ok
        end of vote is 09:03
    )");
}

TEST_CASE("[A9] an open phase can be reworded; what people saw and did is not taken back") {
    play(R"(
        facilitator opens collect               -> ok
        facilitator posts "Une" as a            -> ok
        facilitator asks phase.update "{'phase':'collect','prompt':'Et quoi encore ?','settings':{'max_per_person':1}}" -> ok
        prompt of collect is Et quoi encore ?
        facilitator asks phase.update "{'phase':'collect','minutes':3}" -> refused phase_not_planned
        facilitator opens vote                  -> ok
        facilitator asks phase.update "{'phase':'vote','settings':{'method':'useful'}}" -> refused phase_not_planned
        facilitator asks phase.update "{'phase':'vote','settings':{'ideas':{'from':'chosen','ideas':['a']}}}" -> refused phase_not_planned
        facilitator asks phase.update "{'phase':'vote','settings':{'hidden':false}}"   -> ok
        counts of vote are shown
        facilitator asks phase.update "{'phase':'vote','settings':{'hidden':true}}"    -> refused phase_not_planned
    )");
}

TEST_CASE("[A10] planned phases are put in another order, behind what has been opened") {
    play(R"(
        facilitator asks phase.reorder "{'phase':'vote','after':null}"      -> ok
        agenda is vote, collect, sort
        facilitator asks phase.reorder "{'phase':'vote','after':'collect'}" -> ok
        agenda is collect, vote, sort
        facilitator opens collect -> ok
        facilitator asks phase.reorder "{'phase':'sort','after':null}"      -> ok
        agenda is collect, sort, vote
        facilitator asks phase.reorder "{'phase':'collect','after':'vote'}" -> refused phase_not_planned
        facilitator asks phase.reorder "{'phase':'sort','after':'sort'}"    -> refused no_such_phase
        facilitator opens sort    -> ok
        facilitator asks phase.reorder "{'phase':'vote','after':'collect'}" -> refused bad_arguments field=after
        facilitator asks phase.reorder "{'phase':'vote','after':'sort'}"    -> ok
        ada asks phase.reorder "{'phase':'vote','after':'sort'}"            -> refused not_allowed
    )");
}

TEST_CASE("[A11] only what is planned is removed") {
    play(R"(
        facilitator asks phase.remove "{'phase':'sort'}" -> ok
        agenda is collect, vote
        facilitator opens sort                           -> refused no_such_phase
        facilitator opens collect                        -> ok
        facilitator asks phase.remove "{'phase':'collect'}" -> refused phase_not_planned
        facilitator closes collect                          -> ok
        facilitator asks phase.remove "{'phase':'collect'}" -> refused phase_not_planned
        facilitator asks phase.remove "{'phase':'sort'}"    -> refused no_such_phase
    )");
}

TEST_CASE("[A12] an agenda has at most forty phases") {
    std::string script;
    for (int i = 4; i <= 40; ++i)
        script +=
            "facilitator asks phase.insert \"{'phase':{'kind':'sort','title':'Ranger',"
            "'minutes':7},'after':null}\" as p" +
            std::to_string(i) + " -> ok\n";
    play(script + R"(
        facilitator asks phase.insert "{'phase':{'kind':'sort','title':'Ranger','minutes':7},'after':null}" as more -> refused too_many_phases max=40
        facilitator opens vote  -> ok
        facilitator closes vote -> ok
        facilitator asks phase.repeat "{'phase':'vote'}" as again -> refused too_many_phases max=40
    )");
}

TEST_CASE("[A13] another round of a vote is opened behind it; the first keeps its results") {
    play(R"(
        facilitator opens collect     -> ok
        facilitator posts "Une" as a  -> ok
        facilitator posts "Deux" as b -> ok
        facilitator asks phase.open "{'phase':'vote','ideas':['a']}" -> ok
        ada votes 2 on a              -> ok
        facilitator asks phase.repeat "{'phase':'vote'}" as again -> refused phase_not_closed
        facilitator reveals vote      -> ok
        facilitator asks phase.repeat "{'phase':'vote'}" as again -> ok
        agenda is collect, sort, vote, again
        again is open
        round of again is 2
        list of again is a
        ada votes 1 on a              -> ok
        tally of a in vote is 2 dots by 1
        tally of a in again is 1 dots by 1
        vote is closed and revealed
        facilitator closes again      -> ok
        facilitator asks phase.repeat "{'phase':'vote'}" as third -> ok
        round of third is 3
        facilitator asks phase.repeat "{'phase':'sort'}" -> refused wrong_phase expects=vote
    )");
}

TEST_CASE(
    "[A14] a budget lowered below what people spent leaves their dots; they can only take away") {
    play(R"(
        facilitator opens collect     -> ok
        facilitator posts "Une" as a  -> ok
        facilitator posts "Deux" as b -> ok
        facilitator opens vote        -> ok
        ada votes 2 on a              -> ok
        ada votes 2 on b              -> ok
        facilitator asks phase.update "{'phase':'vote','settings':{'budget':1}}" -> ok
        settings of vote is {budget:1,hidden:true,max_per_idea:1,method:dots}
        ballot of ada in vote is a 2, b 2
        ada votes 2 on a              -> refused too_many_on_idea max=1
        ada votes 1 on a              -> ok
        ada votes 0 on b              -> ok
        ada votes 1 on b              -> refused votes_spent budget=1 left=0
        ben votes 1 on b              -> ok
    )");
}

TEST_CASE("[A2] two facilitators who press Next at once skip nothing") {
    play(R"(
        facilitator opens collect   -> ok
        facilitator opens sort      -> ok
        cofacilitator opens sort    -> refused phase_not_planned
        open phase is sort
        vote is planned
    )");
}
