#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Domain tests told as scripts: one line, one command and what becomes of it, or one check.
///
///     given collect moderation before            # the agenda, before anything else
///     at 09:20                                   # the clock; it begins at 09:00
///     facilitator opens collect                  -> ok
///     ada posts "Planter des haies" at commune as hedges   -> ok
///     facilitator hides hedges because off_topic -> ok
///     ada votes 3 on hedges                      -> refused wrong_phase expects=vote open=collect
///     hedges is hidden because off_topic
///
/// Who: facilitator, cofacilitator, screen, reader, organiser, stranger (who never joined), or any
/// other name: a participant, who joins at the first mention. Ideas are called as after `as`.
/// Commands: joins [as "name"] [from affiliation] | posts "text" [at scale] [as name] | edits idea
/// to "text" | withdraws, publishes idea | hides idea because reason | votes n on idea | clears
/// idea|everything | moves idea to lever|tray [/ scale|none] [on board] | opens, reopens, closes,
/// reveals phase | extends phase by minutes | closes workshop | updates [title "…"] [question "…"] |
/// asks vote.cast "{'idea':'hedges','value':'useful'}" [as name]: any command as clients send it.
/// `refused` lists as much of the refusal's data as the script cares for.
/// Checks (script_checks.cpp): tally of hedges in vote is 2 dots by 1 | hedges rests on nature /
/// commune by ada | hedges reads "…" | open phase is vote | end of vote is 09:30 | …
///
/// A refused command must leave the workshop as it was, and after the last line the events must
/// replay to the same workshop.
namespace atelier::tests {

/// Runs a script; gives one sentence, beginning "line 3: ", for each thing that is not as written.
[[nodiscard]] std::vector<std::string> problems_of(std::string_view script);

/// Fails the running Catch2 test with the problems of the script, if it has any.
void play(std::string_view script);

}  // namespace atelier::tests
