#include <catch2/catch.hpp>

#include "app/rehearsal/descriptors.hpp"
#include "app/rehearsal/ledger.hpp"
#include "app/rehearsal/mind.hpp"
#include "app/rehearsal/plan.hpp"
#include "app/rehearsal/sentences.hpp"

using namespace atelier;
using namespace atelier::app::rehearsal;

namespace {

domain::Phase phase(std::string id, domain::PhaseSettings settings) {
    domain::Phase out;
    out.id = {std::move(id)};
    out.settings = std::move(settings);
    out.status = domain::PhaseStatus::open;
    return out;
}

Scene scene_of(domain::PhaseSettings settings) {
    Scene out;
    out.open = phase("p", std::move(settings));
    out.boards = {
        {{"main"}, {{{"a"}, "A", "leaf", "teal", ""}, {{"b"}, "B", "book", "rose", ""}}, {}, {}}};
    for (const char* id : {"i1", "i2", "i3"}) out.ideas.push_back({id});
    return out;
}

/// What one person does in ten minutes, looking up ten times a second; with the time of each.
std::vector<std::pair<base::Millis, domain::Command>> ten_minutes(std::uint64_t seed,
                                                                  const Scene& scene) {
    std::vector<std::pair<base::Millis, domain::Command>> out;
    Mind mind(seed);
    for (base::Millis now = 0; now < 600'000; now += 100)
        if (auto wish = mind.wish(scene, now, out.size())) out.emplace_back(now, std::move(*wish));
    return out;
}

}  // namespace

TEST_CASE("[RH7] the same seed wants the same at the same times, another something else") {
    const Scene scene = scene_of(domain::CollectSettings{domain::Moderation::none, 50});
    const auto texts = [&](std::uint64_t seed) {
        std::string all;
        for (const auto& [at, wish] : ten_minutes(seed, scene))
            all += std::to_string(at) + std::get<domain::PostIdea>(wish).text + '\n';
        return all;
    };
    CHECK(texts(1) == texts(1));
    CHECK(texts(1) != texts(2));
}

TEST_CASE("[RH7] nobody writes faster than a hand, nor more than the phase allows") {
    const Scene scene = scene_of(domain::CollectSettings{domain::Moderation::none, 3});
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto wishes = ten_minutes(seed, scene);
        CHECK(wishes.size() == 3);
        for (std::size_t i = 1; i < wishes.size(); ++i)
            CHECK(wishes[i].first - wishes[i - 1].first >= 8'000);
    }
}

TEST_CASE("[RH7] nobody spends more dots than the budget, nor too many on one idea") {
    const Scene scene = scene_of(domain::DotsSettings{5, 2, true});
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        std::map<domain::IdeaId, int> dots;
        for (const auto& [at, wish] : ten_minutes(seed, scene)) {
            const auto& vote = std::get<domain::CastVote>(wish);
            dots[vote.idea] = std::get<int>(vote.value);
            int spent = 0;
            for (const auto& [idea, count] : dots) {
                CHECK(count <= 2);
                spent += count;
            }
            CHECK(spent <= 5);
        }
        CHECK_FALSE(dots.empty());
    }
}

TEST_CASE("[RH7] cards are moved where everyone may, and only looked at elsewhere") {
    const domain::SortSettings shared{{"main"}, domain::SortMode::shared};
    CHECK_FALSE(ten_minutes(1, scene_of(shared)).empty());
    const domain::SortSettings others{{"main"}, domain::SortMode::facilitators};
    CHECK(ten_minutes(1, scene_of(others)).empty());
    Scene nothing_open;
    CHECK(ten_minutes(1, nothing_open).empty());
}

TEST_CASE("[RH7] a text fits the phase and carries its number") {
    domain::CollectSettings narrow{domain::Moderation::none, 50};
    narrow.max_graphemes = 5;
    for (const auto& [at, wish] : ten_minutes(3, scene_of(narrow)))
        CHECK(std::get<domain::PostIdea>(wish).text.size() <= 5);
    CHECK(number_in("Planter des haies (137)") == 137);
    CHECK(number_in("(0)") == 0);
    for (const char* text :
         {"", "()", "Des haies", "(12", "12)", "(-1)", "(1) b", "(99999999999999999999)"})
        CHECK_FALSE(number_in(text));
    CHECK(sentences("fr").front() != sentences("en").front());
}

TEST_CASE("[RH7] a fresh command id is a UUID as clients make them") {
    Mind mind(7);
    const auto id = mind.fresh_id();
    CHECK(id != mind.fresh_id());
    CHECK(id.text()[14] == '4');
    CHECK(base::Uuid::parse(id.text()) == id);
}

TEST_CASE("[RH1] the copy is the plan as on its first day, called a rehearsal") {
    domain::Blueprint plan;
    plan.title = "Une soirée";
    plan.boards = {{{"main"}, {}, {}, {{{"i1"}, {}}}}};
    plan.phases = {phase("a", domain::CollectSettings{domain::Moderation::before}),
                   phase("b", domain::DotsSettings{})};
    plan.phases[1].status = domain::PhaseStatus::closed;
    plan.phases[1].revealed = true;
    plan.phases[0].opened_at = plan.phases[0].ends_at = 5;
    const domain::Blueprint copy = as_new(plan);
    CHECK(copy.title == "Répétition : Une soirée");
    CHECK(copy.boards[0].placements.empty());
    for (const domain::Phase& each : copy.phases) {
        CHECK(each.status == domain::PhaseStatus::planned);
        CHECK_FALSE(each.revealed);
        CHECK_FALSE(each.opened_at);
        CHECK_FALSE(each.ends_at);
    }
    CHECK(std::get<domain::CollectSettings>(copy.phases[0].settings).moderation ==
          domain::Moderation::after);
    plan.title.assign(200, 'x');
    CHECK(as_new(plan).title == "Répétition");
}

TEST_CASE("[RH4] people arrive in part of the time, and the phases share the rest") {
    for (const std::size_t people : {1U, 50U, 500U, 2'000U})
        for (const int seconds : {10, 60, 300}) {
            const Timetable times = timetable(people, seconds, 4);
            CHECK(times.arriving_ms >= 1'000);
            CHECK(times.arriving_ms <= seconds * 400);
            CHECK(times.arriving_ms + 4 * times.phase_ms <= seconds * 1'000);
            CHECK(times.phase_ms >= seconds * 150 - 1);
        }
    CHECK(timetable(500, 60, 0).phase_ms == 50'000);
}

TEST_CASE("[RH4] a bot takes two descriptors, and some are left alone") {
    CHECK(people_that_fit(0) == 0);
    CHECK(people_that_fit(64) == 0);
    CHECK(people_that_fit(164) == 50);
    CHECK(free_descriptors() > 0);
    CHECK(places_of(1'000'000) == 20'000);
}

TEST_CASE("[RH6] a frame for everyone is understood once, and tells whose ideas are in it") {
    Ledger ledger;
    ledger.posted(4, Clock::now());
    wire::IdeaView idea;
    idea.id = "i1";
    idea.text = "Une mare (0)";
    wire::Delta delta;
    delta.seq = 7;
    delta.events.push_back(wire::IdeaShown{"idea.posted", idea});
    CHECK_FALSE(ledger.known("frame"));
    const auto told = ledger.tell("frame", delta);
    REQUIRE(told);
    CHECK(ledger.known("frame") == told);
    CHECK(told->posts == std::vector<std::size_t>{0});
    CHECK(ledger.scene().ideas == std::vector<domain::IdeaId>{{"i1"}});
    // An own frame is one person's: it is not kept for the others.
    delta.own = true;
    CHECK(ledger.tell("own", delta)->own);
    CHECK_FALSE(ledger.known("own"));
}
