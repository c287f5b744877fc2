#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "domain/support/canonical.hpp"
#include "domain/support/world.hpp"

namespace atelier::tests {

/// A meeting in which ada, ben and cleo have joined and ideas are posted under names of their own,
/// for tests that are easier said in commands than in a script.
class Meeting {
  public:
    explicit Meeting(domain::Blueprint plan = usual_plan()) : world(std::move(plan)) {
        for (const char* name : {"ada", "ben", "cleo"}) joined(name);
        must(facilitator, domain::OpenPhase{{"collect"}});
    }

    static domain::Actor who(const std::string& name) {
        return {domain::Role::participant, {name}};
    }
    void joined(const std::string& name) {
        must(who(name), domain::Join{{name}, name, {}, "digest"});
    }
    void posts(const std::string& name, const std::string& idea) {
        must(who(name), domain::PostIdea{"Idée " + idea, {}}, idea);
    }
    /// "ok", or the code of the refusal.
    std::string ask(const domain::Actor& actor, const domain::Command& command,
                    const std::string& fresh = "fresh") {
        const auto decided = world.ask(actor, command, fresh);
        CHECK(broken_invariants(world.workshop()).empty());
        return decided ? "ok" : std::string(text(decided.error().code));
    }
    void must(const domain::Actor& actor, const domain::Command& command,
              const std::string& fresh = "fresh") {
        REQUIRE(ask(actor, command, fresh) == "ok");
    }
    [[nodiscard]] const domain::Workshop& workshop() const { return world.workshop(); }
    [[nodiscard]] const domain::Idea& idea(const std::string& id) const {
        return *workshop().idea({id});
    }
    /// Where a card was put for everyone, by the levers of now; "-" nowhere, "tray" in the tray.
    [[nodiscard]] std::string on(const std::string& idea, const std::string& board = "main") const {
        const domain::Board& found = *workshop().board({board});
        const auto put = found.placements.find({idea});
        if (put == found.placements.end()) return "-";
        const auto now = found.now(put->second.lever);
        return now ? now->text : "tray";
    }

    World world;
    domain::Actor facilitator{domain::Role::facilitator};
    domain::Actor moderator{domain::Role::moderator};
};

}  // namespace atelier::tests
