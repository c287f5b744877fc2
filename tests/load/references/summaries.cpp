// How long a summary of a large workshop takes: 5,000 ideas and 100,000 votes, of all the votes'
// methods that go so far, with groups and affiliations. Prints a line for each piece.
#include <fmt/core.h>

#include <chrono>
#include <ctime>

#include "domain/report_story.hpp"
#include "report/export_html.hpp"
#include "report/export_markdown.hpp"

namespace {

using namespace atelier;

constexpr int ideas = 5'000, people = 2'000, votes_each = 50, groups = 500;

std::string idea(int i) { return "i" + std::to_string(i); }
std::string person(int i) { return "p" + std::to_string(i); }

tests::Story large_meeting() {
    static constexpr const char* affiliations[] = {"habitant", "elu", "association", "entreprise"};
    static constexpr const char* scales[] = {"commune", "departement", "region", "national"};
    static constexpr const char* levers[] = {"systemique", "innovation", "entraide"};
    static constexpr const char* words[] = {"haies",   "mares",    "écoles",    "vélos",  "repas",
                                            "jardins", "ateliers", "fontaines", "marchés"};
    tests::Story story(tests::every_step("fr"));
    for (int i = 0; i < people; ++i) story.join(person(i), affiliations[i % 4]);
    story.open("divergence");
    for (int i = 0; i < ideas; ++i)
        story.post(idea(i),
                   fmt::format("Idée {} : mettre des {} près des {}, et des {}", i, words[i % 9],
                               words[i / 9 % 9], words[i / 81 % 9]),
                   person(i % people), scales[i % 4]);
    story.close("divergence");
    story.open("classement");
    for (int i = 0; i < ideas; ++i) story.place(idea(i), levers[i % 3], scales[i % 4]);
    story.close("classement");
    for (int i = 0; i < groups; ++i)
        story.tell(domain::IdeasMerged{{idea(2 * i)}, {{idea(2 * i + 1)}}});
    story.open("lecture");
    for (int p = 0; p < people; ++p)
        for (int v = 0; v < votes_each; ++v)
            story.tell(domain::VoteCast{
                {"lecture"},
                {person(p)},
                {idea((p * 37 + v * 101) % ideas)},
                (p + v) % 3 ? domain::Judgement::useful : domain::Judgement::not_useful});
    story.close("lecture");
    story.reveal("lecture");
    return story;
}

template <class Work>
auto timed(const char* what, Work work) {
    const auto began = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    auto out = work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    const double worked = 1'000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
    fmt::print("{:<10} {:8.0f} ms, {:8.0f} ms of CPU\n", what, took.count(), worked);
    return out;
}

}  // namespace

int main() {
    const auto story = timed("folding", large_meeting);
    fmt::print("{} ideas, {} people, {} votes\n", ideas, people, people * votes_each);
    const auto summary = timed("summary", [&] {
        return report::summarise(story.workshop, {1, std::string(64, 'a')}, story.now);
    });
    const auto page = timed("html", [&] { return report::export_html(summary); });
    const auto text = timed("markdown", [&] { return report::export_markdown(summary); });
    fmt::print("{} kB of HTML, {} kB of Markdown\n", page.size() / 1'024, text.size() / 1'024);
}
