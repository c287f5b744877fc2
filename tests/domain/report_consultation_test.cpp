// A public consultation that took place (Polis, "Protecting and Restoring NZ's Biodiversity", 2019):
// groups of opinion found from its votes, beside those that Polis found. Its files are not part of
// this repository; where they are not there, nothing is tested, and that is said.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "domain/report_story.hpp"
#include "report/opinions.hpp"
#include "report/summary.hpp"

namespace {

using namespace atelier;

std::filesystem::path folder() {
    const char* asked = std::getenv("ATELIER_CONSULTATION");
    return asked ? asked
                 : std::filesystem::path(ATELIER_SOURCE_DIR) / "../shared/data/polis-biodiversity";
}

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> out{""};
    for (const char c : line) {
        if (c == ',') {
            out.emplace_back();
        } else if (c != '\r') {
            out.back() += c;
        }
    }
    return out;
}

/// Last votes by voter, +1, -1 or 0, and the group that the file has for them.
struct Consultation {
    std::vector<std::map<std::string, int>> votes;
    std::vector<std::string> group;
    std::vector<std::string> statements;
};

Consultation read(const std::filesystem::path& path) {
    constexpr std::size_t first_statement = 6;
    Consultation out;
    std::ifstream in(path);
    std::string line;
    std::getline(in, line);
    const auto head = cells(line);
    out.statements.assign(head.begin() + first_statement, head.end());
    while (std::getline(in, line)) {
        const auto row = cells(line);
        out.group.push_back(row.at(1));
        out.votes.emplace_back();
        for (std::size_t i = first_statement; i < row.size(); ++i)
            if (!row[i].empty()) out.votes.back()[head[i]] = std::stoi(row[i]);
    }
    return out;
}

std::string name_of(std::size_t voter) { return "v" + std::to_string(10'000 + voter); }

tests::Story voted_again(const Consultation& consultation) {
    tests::Story story(tests::every_step("en"));
    for (std::size_t v = 0; v < consultation.votes.size(); ++v) story.join(name_of(v));
    story.open("divergence");
    for (const std::string& id : consultation.statements) story.post(id, "Statement " + id);
    story.close("divergence");
    story.open("lecture");
    for (std::size_t v = 0; v < consultation.votes.size(); ++v)
        for (const auto& [id, vote] : consultation.votes[v])
            story.tell(domain::VoteCast{{"lecture"},
                                        {name_of(v)},
                                        {id},
                                        vote > 0   ? domain::Judgement::useful
                                        : vote < 0 ? domain::Judgement::not_useful
                                                   : domain::Judgement::pass});
    story.close("lecture");
    story.reveal("lecture");
    return story;
}

double pairs(double n) { return n * (n - 1) / 2; }

/// 1: the same groups; 0: as chance would have it. L. Hubert, P. Arabie, Comparing partitions (1985).
double adjusted_rand(const std::map<std::pair<std::size_t, std::string>, double>& both) {
    std::map<std::size_t, double> ours;
    std::map<std::string, double> theirs;
    double people = 0, same = 0, in_ours = 0, in_theirs = 0;
    for (const auto& [groups, n] : both) {
        ours[groups.first] += n;
        theirs[groups.second] += n;
        people += n;
        same += pairs(n);
    }
    for (const auto& [group, n] : ours) in_ours += pairs(n);
    for (const auto& [group, n] : theirs) in_theirs += pairs(n);
    const double expected = in_ours * in_theirs / pairs(people);
    return (same - expected) / ((in_ours + in_theirs) / 2 - expected);
}

}  // namespace

TEST_CASE("[IN25] a consultation of 536 people falls into the groups that it fell into") {
    const auto path = folder() / "participants-votes.csv";
    if (!std::filesystem::exists(path)) {
        WARN("The consultation is not on this machine: ATELIER_CONSULTATION names its folder.");
        return;
    }
    const Consultation consultation = read(path);
    const auto story = voted_again(consultation);
    const domain::Phase& vote = *story.workshop.phase({"lecture"});
    const auto opinions = report::opinions_of(story.workshop, vote);
    const auto found = insight::opinion_groups(opinions.of, opinions.ideas.size(), 1, 5);
    REQUIRE(found);
    std::map<std::pair<std::size_t, std::string>, double> both;
    for (std::size_t v = 0; v < opinions.voters.size(); ++v) {
        const auto at =
            static_cast<std::size_t>(std::stoi(opinions.voters[v].text.substr(1))) - 10'000;
        if (found->group_of[v] && !consultation.group[at].empty())
            ++both[{*found->group_of[v], consultation.group[at]}];
    }
    const double index = adjusted_rand(both);
    const auto summary = report::summarise(story.workshop, {1, "00"}, 0);
    REQUIRE(summary.opinions.size() == 1);
    const auto& told = summary.opinions[0];
    std::cout << "Consultation: " << told.across.groups.size() << " groups of opinion of";
    for (const auto& group : told.across.groups) std::cout << " " << group.people;
    std::cout << " people, silhouette " << told.silhouette << ", adjusted Rand index " << index
              << " beside the groups in the file\nMost agreed:";
    for (std::size_t i = 0; i < std::min<std::size_t>(5, told.across.ideas.size()); ++i)
        std::cout << " " << told.across.ideas[i].text << " " << told.across.ideas[i].agreement;
    std::cout << "\n";
    CHECK(told.across.groups.size() == 2);
    CHECK(index > 0.7);
    for (const auto& idea : told.across.ideas) CHECK((idea.agreement > 0 && idea.agreement < 1));
}
