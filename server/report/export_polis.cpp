#include "report/export_polis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <unordered_map>

#include "base/secret.hpp"
#include "report/csv.hpp"
#include "report/zip.hpp"

namespace atelier::report {
namespace {

using domain::IdeaId;
using domain::ParticipantId;

/// "Tue Sep 10 00:47:02 UTC 2019"
std::string spelled(base::Millis at) {
    using namespace std::chrono;
    static constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed",
                                                          "Thu", "Fri", "Sat"};
    static constexpr std::array<std::string_view, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_time<milliseconds> moment{milliseconds{at}};
    const auto midnight = floor<std::chrono::days>(moment);
    const year_month_day day{midnight};
    const hh_mm_ss time{floor<seconds>(moment - midnight)};
    return fmt::format("{} {} {:02} {:02}:{:02}:{:02} UTC {}", days[weekday{midnight}.c_encoding()],
                       months[static_cast<unsigned>(day.month()) - 1],
                       static_cast<unsigned>(day.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count(),
                       static_cast<int>(day.year()));
}

using Numbers = std::map<ParticipantId, std::size_t>;

/// 0, 1, 2… in an order that only the seed knows.
Numbers numbered(const std::set<ParticipantId>& people, std::string_view seed) {
    std::vector<std::pair<base::Sha256, ParticipantId>> order;
    for (const ParticipantId& person : people)
        order.emplace_back(base::sha256(std::string(seed) + "\n" + person.text), person);
    std::ranges::sort(order);
    Numbers out;
    for (const auto& [digest, person] : order) out.emplace(person, out.size());
    return out;
}

struct Row {
    base::Millis at = 0;
    ParticipantId voter;
    IdeaId idea;
    int vote = 0;
};

int as_polis(domain::Judgement judgement) {
    switch (judgement) {
        case domain::Judgement::useful:
            return 1;
        case domain::Judgement::not_useful:
            return -1;
        case domain::Judgement::pass:
            break;
    }
    return 0;
}

// PO2, PO3.
std::vector<Row> rows_of(const domain::Workshop& workshop,
                         std::span<const domain::Recorded> events) {
    std::vector<Row> cast;
    std::vector<bool> kept;
    std::map<std::tuple<domain::PhaseId, ParticipantId, IdeaId>, std::vector<std::size_t>> standing;
    const auto told = [&](const domain::PhaseId& id) {
        const domain::Phase* phase = workshop.phase(id);
        const auto rules = phase ? vote_rules(phase->settings) : std::nullopt;
        return rules && rules->method == domain::Method::useful && counts_shown(workshop, *phase);
    };
    const auto take_back = [&](std::vector<std::size_t>& rows) {
        for (const std::size_t row : rows) kept[row] = false;
        rows.clear();
    };
    for (const domain::Recorded& recorded : events) {
        if (const auto* one = std::get_if<domain::VoteCast>(&recorded.event)) {
            const auto* judgement = std::get_if<domain::Judgement>(&one->choice);
            const domain::Idea* idea = workshop.idea(one->idea);
            if (!judgement || !idea || idea->status == domain::IdeaStatus::withdrawn ||
                !told(one->phase))
                continue;
            standing[{one->phase, one->participant, one->idea}].push_back(cast.size());
            cast.push_back({recorded.at, one->participant, one->idea, as_polis(*judgement)});
            kept.push_back(true);
        } else if (const auto* clear = std::get_if<domain::VoteCleared>(&recorded.event)) {
            auto at = standing.lower_bound({clear->phase, clear->participant, IdeaId{}});
            for (; at != standing.end() && std::get<0>(at->first) == clear->phase &&
                   std::get<1>(at->first) == clear->participant;
                 ++at)
                if (!clear->idea || std::get<2>(at->first) == *clear->idea) take_back(at->second);
        }
    }
    std::vector<Row> out;
    for (std::size_t i = 0; i < cast.size(); ++i)
        if (kept[i]) out.push_back(std::move(cast[i]));
    return out;
}

/// As RFC 4180 has it, formula-safe.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : formula_safe(text)) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

}  // namespace

std::string export_polis(const domain::Workshop& workshop, std::span<const domain::Recorded> events,
                         std::string_view shuffle_seed) {
    const std::vector<Row> rows = rows_of(workshop, events);
    std::set<ParticipantId> voters, authors;
    for (const Row& row : rows) voters.insert(row.voter);
    std::unordered_map<IdeaId, std::size_t> comments;
    std::unordered_map<IdeaId, std::pair<std::size_t, std::size_t>> counts;
    for (const Row& row : rows) {
        if (row.vote > 0) ++counts[row.idea].first;
        if (row.vote < 0) ++counts[row.idea].second;
    }
    for (const domain::Idea& idea : workshop.ideas) {
        if (idea.status == domain::IdeaStatus::withdrawn) continue;
        comments.emplace(idea.id, comments.size());
        authors.insert(idea.author.value_or(ParticipantId{}));
    }
    const Numbers voter_numbers = numbered(voters, std::string(shuffle_seed) + " polis voters");
    const Numbers author_numbers = numbered(authors, std::string(shuffle_seed) + " polis authors");

    std::string told =
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\r\n";
    for (const domain::Idea& idea : workshop.ideas) {
        const auto number = comments.find(idea.id);
        if (number == comments.end()) continue;
        const auto [agrees, disagrees] = counts[idea.id];
        const int moderated = shown(workshop, idea)                       ? 1
                              : idea.status == domain::IdeaStatus::hidden ? -1
                                                                          : 0;
        told +=
            fmt::format("{},{},{},{},{},{},{},{}\r\n", idea.at, spelled(idea.at), number->second,
                        author_numbers.at(idea.author.value_or(ParticipantId{})), agrees, disagrees,
                        moderated, quoted(idea.text));
    }
    std::string votes = "timestamp,datetime,comment-id,voter-id,vote\r\n";
    for (const Row& row : rows)
        votes += fmt::format("{},{},{},{},{}\r\n", row.at, spelled(row.at), comments.at(row.idea),
                             voter_numbers.at(row.voter), row.vote);
    return zip({{"comments.csv", std::move(told)}, {"votes.csv", std::move(votes)}});
}

}  // namespace atelier::report
