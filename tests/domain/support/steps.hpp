#pragma once

#include <rapidcheck.h>

#include <iosfwd>
#include <vector>

#include "domain/support/world.hpp"

/// Whole meetings drawn by chance: who tries what, sensible or not. RapidCheck draws and shrinks
/// them; the same draw always tells the same story.
namespace atelier::tests {

/// Someone tries something. The numbers choose among what the workshop has when it is tried.
struct Step {
    int kind = 0;  ///< which command; 16: whatever the open phase is for; 20 on: reviewing; 50 on:
                   ///< draws, the agenda; 56 on: what people say,
                   ///< 66: what they support
    int who = 0;   ///< one of five people, facilitators or a screen
    int what = 0;  ///< which idea, phase, lever
    int amount = 0;  ///< dots, minutes
};
std::ostream& operator<<(std::ostream& out, const Step& step);

/// Long meetings: a few hundred steps.
[[nodiscard]] rc::Gen<std::vector<Step>> some_steps();

/// The settings of the meeting's phases: collect, collect2, sort, vote, vote2.
struct House {
    int moderation = 0;
    int max_per_person = 3;
    int budget = 5;
    int max_per_idea = 2;
    bool hidden = true;
    bool shared = false;
    bool crowd = false;
    bool comments = false;
    bool reactions = false;
    int method = 0;  ///< of vote2
};
std::ostream& operator<<(std::ostream& out, const House& house);
/// A meeting in its first phase: four people have joined and posted an idea each, all published.
[[nodiscard]] World begun(const House& house);

struct Attempt {
    domain::Actor who;
    domain::Command what;
    std::string fresh_id;
};
[[nodiscard]] Attempt attempt(const domain::Workshop& workshop, const Step& step);

/// Tries each step in turn, a little time after the one before; calls after(attempt) behind each.
template <class Between>
void live(World& world, const std::vector<Step>& steps, Between after) {
    for (const Step& step : steps) {
        const Attempt tried = attempt(world.workshop(), step);
        world.now += step.what * base::Millis{7'000};
        (void)world.ask(tried.who, tried.what, tried.fresh_id);
        after(tried);
    }
}
inline void live(World& world, const std::vector<Step>& steps) {
    live(world, steps, [](const Attempt&) {});
}

}  // namespace atelier::tests

template <>
struct rc::Arbitrary<atelier::tests::Step> {
    static Gen<atelier::tests::Step> arbitrary();
};
template <>
struct rc::Arbitrary<atelier::tests::House> {
    static Gen<atelier::tests::House> arbitrary();
};
