#include "domain/support/script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "domain/support/canonical.hpp"
#include "domain/support/scene.hpp"

CATCH_TRANSLATE_EXCEPTION(const atelier::base::BrokenInvariant& broken) {
    return fmt::format("broken invariant: {} ({}:{})", broken.condition, broken.file, broken.line);
}

namespace atelier::tests {
namespace {

using namespace domain;

std::string text_of(const Refusal::Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    return std::get<std::string>(value);
}

std::string text_of(const Refusal& refusal) {
    std::string out = fmt::format("refused {}", text(refusal.code));
    for (const auto& [key, value] : refusal.data) out += fmt::format(" {}={}", key, text_of(value));
    return out;
}

/// Whether the refusal is as the script says: the code, and the data that the script names.
bool as_told(const Refusal& refusal, std::string_view told) {
    Words words(told);
    words.expect("refused");
    if (words.word() != text(refusal.code)) return false;
    while (!words.done()) {
        const std::string pair = words.word();
        bool found = false;
        for (const auto& [key, value] : refusal.data)
            found = found || pair == fmt::format("{}={}", key, text_of(value));
        if (!found) return false;
    }
    return true;
}

void run_command(Scene& scene, Words& words) {
    const Spoken spoken = spoken_in(scene, words);
    words.expect("->");
    const std::string told = words.rest();
    if (told != "ok" && !told.starts_with("refused "))
        throw ScriptError("after -> stands ok or refused");
    World& world = scene.world();
    const std::string before = canonical(world.workshop());
    const auto decided = world.ask(spoken.who, spoken.what, spoken.fresh_id);
    if (!decided && canonical(world.workshop()) != before)
        throw ScriptError("a refused command changed the workshop");
    if (decided.ok() && told != "ok") throw ScriptError("told " + told + ", but it was done");
    if (!decided.ok() && (told == "ok" || !as_told(decided.error(), told)))
        throw ScriptError("told " + told + ", but it was " + text_of(decided.error()));
}

void run_line(Scene& scene, std::string_view line) {
    Words words(line);
    if (words.done()) return;
    if (words.take("given")) return scene.given(words);
    if (words.take("at")) return scene.clock(words);
    if (words.later("->")) return run_command(scene, words);
    run_check(scene.world(), words);
}

}  // namespace

std::vector<std::string> problems_of(std::string_view script) {
    std::vector<std::string> problems;
    Scene scene;
    for (int number = 1; !script.empty(); ++number) {
        const std::size_t end = std::min(script.find('\n'), script.size());
        const std::string_view line = script.substr(0, end);
        script.remove_prefix(std::min(end + 1, script.size()));
        try {
            run_line(scene, line);
        } catch (const ScriptError& error) {
            problems.push_back(fmt::format("line {}: {}   <{}>", number, error.what(), line));
        }
    }
    const World& world = scene.world();
    for (const std::string& broken : broken_invariants(world.workshop()))
        problems.push_back("at the end: " + broken);
    if (canonical(world.replayed()) != canonical(world.workshop()))
        problems.emplace_back("at the end: the events replay to another workshop");
    return problems;
}

void play(std::string_view script) {
    std::string all;
    for (const std::string& problem : problems_of(script)) all += "\n" + problem;
    INFO(all);
    REQUIRE(all.empty());
}

}  // namespace atelier::tests
