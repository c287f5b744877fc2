#include "report/tables.hpp"

#include <charconv>
#include <map>
#include <unordered_map>

#include "report/boards.hpp"
#include "report/export_csv.hpp"
#include "report/numbers.hpp"
#include "report/results.hpp"
#include "report/sentences.hpp"
#include "report/table_words.hpp"
#include "report/words.hpp"
#include "wire/enums.hpp"
#include "wire/resting.hpp"

namespace atelier::report {
namespace {

using Row = std::vector<Cell>;

std::int64_t count(std::size_t n) { return static_cast<std::int64_t>(n); }

/// A count or a share as a number; a word stays a word.
Cell number_of(std::string text) {
    std::string plain = text;
    for (char& c : plain)
        if (c == ',') c = '.';
    std::int64_t whole = 0;
    const char* end = plain.data() + plain.size();
    if (const auto read = std::from_chars(plain.data(), end, whole);
        read.ec == std::errc{} && read.ptr == end)
        return whole;
    double value = 0;
    if (const auto read = std::from_chars(plain.data(), end, value);
        read.ec == std::errc{} && read.ptr == end)
        return value;
    return text;
}

class Maker {
  public:
    Maker(const domain::Workshop& workshop, const Fingerprint& fingerprint, base::Millis at)
        : workshop_(workshop),
          fingerprint_(fingerprint),
          at_(at),
          language_(workshop.plan.language == "en" ? "en" : "fr"),
          w_(words(language_)),
          t_(table_words(language_)) {}

    Tables make() {
        Tables out{language_, workshop_.plan.title, {}};
        for (auto sheet : {&Maker::ideas, &Maker::votes, &Maker::placements, &Maker::questions,
                           &Maker::commitments, &Maker::figures, &Maker::moderation, &Maker::about})
            out.sheets.push_back((this->*sheet)());
        for (std::size_t i = 0; i < out.sheets.size(); ++i) out.sheets[i].name = t_.sheets[i];
        return out;
    }

  private:
    static Sheet sheet(std::initializer_list<std::pair<std::string_view, double>> columns) {
        Sheet out;
        for (const auto& [head, width] : columns) out.columns.push_back({std::string(head), width});
        return out;
    }
    static Cell text(std::string_view words) { return std::string(words); }

    Sheet ideas() {
        Sheet out;
        const IdeaTable table = idea_table(workshop_, language_ == "fr");
        constexpr std::size_t text_column = 4;
        for (std::size_t i = 0; i < table.head.size(); ++i)
            out.columns.push_back({table.head[i], i == text_column ? 70.0 : i == 0 ? 18.0 : 16.0});
        for (const auto& cells : table.rows) {
            Row& row = out.rows.emplace_back();
            for (std::size_t i = 0; i < cells.size(); ++i)
                row.push_back(i >= table.counts_begin && i < table.counts_end ? number_of(cells[i])
                                                                              : Cell(cells[i]));
        }
        return out;
    }

    Sheet votes() {
        Sheet out = sheet({{t_.vote, 30},
                           {t_.round, 8},
                           {t_.method, 20},
                           {t_.ballots, 10},
                           {t_.rank, 8},
                           {t_.idea, 18},
                           {t_.text, 70},
                           {t_.people, 11},
                           {t_.result, 26},
                           {t_.figures, 50}});
        for (const VoteResult& vote : vote_results(workshop_))
            for (const RankedResult& one : vote.ranking) {
                const FindingText found = finding(w_, one.tally);
                out.rows.push_back({vote.title, count(static_cast<std::size_t>(vote.round)),
                                    text(t_.methods[static_cast<std::size_t>(vote.method)]),
                                    count(vote.ballots), count(one.rank), one.idea.text, one.text,
                                    count(static_cast<std::size_t>(voters_of(one.tally))),
                                    found.head, found.figures});
            }
        return out;
    }

    Sheet placements() {
        Sheet out = sheet({{t_.board, 18},
                           {t_.idea, 18},
                           {t_.text, 70},
                           {t_.lever, 30},
                           {t_.scale, 22},
                           {t_.placed_by, 24},
                           {t_.people, 11},
                           {t_.agreement, 11}});
        for (const domain::Board& board : workshop_.plan.boards)
            for (const domain::Idea& idea : workshop_.ideas) {
                if (!shown(workshop_, idea) || idea.group) continue;
                const auto found = wire::resting(board, idea.id);
                const domain::Placement place = resting_place(board, idea);
                const domain::Lever* lever = place.lever ? board.lever(*place.lever) : nullptr;
                const domain::Scale* scale = place.scale ? board.scale(*place.scale) : nullptr;
                Row& row = out.rows.emplace_back(
                    Row{board.title.empty() ? board.id.text : board.title, idea.id.text, idea.text,
                        lever ? lever->name : "", scale ? scale->name : ""});
                const bool crowd = found && found->crowd;
                row.push_back(!found ? Cell("") : text(t_.placers[crowd ? 1 : 0]));
                row.push_back(crowd ? Cell(count(found->crowd->people)) : Cell(""));
                row.push_back(crowd ? rounded(found->crowd->agreement) : Cell(""));
            }
        return out;
    }
    static Cell rounded(double share) {
        return static_cast<double>(static_cast<int>(share * 1'000 + .5)) / 1'000;
    }

    std::string status(domain::IdeaStatus status) const {
        return std::string(language_ == "fr"
                               ? french_spreadsheet().statuses[static_cast<std::size_t>(status)]
                               : wire::text(status));
    }
    std::string reason(const std::optional<domain::HideReason>& reason) const {
        return reason ? std::string(w_.figures.reasons[static_cast<std::size_t>(*reason)]) : "";
    }

    Sheet questions() {
        Sheet out = sheet({{t_.idea, 18},
                           {t_.text, 70},
                           {t_.status, 24},
                           {t_.reason, 20},
                           {t_.supporters, 11},
                           {t_.answered, 18},
                           {t_.answer, 50},
                           {t_.posted_at, 22}});
        for (const domain::Question& one : workshop_.questions) {
            if (one.status == domain::IdeaStatus::withdrawn) continue;
            out.rows.push_back({one.id.text, one.text, status(one.status), reason(one.reason),
                                count(one.supporters.size()), text(one.answered ? t_.yes : t_.no),
                                one.answer, iso_time(one.at)});
        }
        return out;
    }

    Sheet commitments() {
        Sheet out = sheet({{t_.idea, 18},
                           {t_.text, 60},
                           {t_.who, 14},
                           {t_.by, 20},
                           {t_.with, 26},
                           {t_.looking_for, 26},
                           {t_.bringing, 26},
                           {t_.status, 24},
                           {t_.reason, 20},
                           {t_.posted_at, 22}});
        for (const domain::Commitment& one : workshop_.commitments) {
            if (one.status == domain::IdeaStatus::withdrawn) continue;
            const domain::Promise& promise = one.promise;
            out.rows.push_back({one.id.text, promise.text,
                                text(t_.commits[static_cast<std::size_t>(promise.who)]), promise.by,
                                promise.with, promise.looking_for, promise.bringing,
                                status(one.status), reason(one.reason), iso_time(one.at)});
        }
        return out;
    }

    Sheet figures() {
        Sheet out = sheet({{t_.name, 46}, {t_.value, 12}});
        const Figures f = count_figures(workshop_);
        for (const auto& [name, n] :
             {std::pair{t_.joined, f.joined}, std::pair{t_.took_part, f.took_part},
              std::pair{t_.ideas, f.ideas}, std::pair{t_.published, f.published},
              std::pair{t_.pending, f.pending}, std::pair{t_.hidden, f.hidden},
              std::pair{t_.withdrawn, f.withdrawn}})
            out.rows.push_back({text(name), count(n)});
        const Affiliations affiliations = count_affiliations(workshop_);
        for (const auto& one : affiliations.shown)
            out.rows.push_back({std::string(t_.affiliation) + one.name, count(one.people)});
        if (!affiliations.shown.empty() && affiliations.others > 0)
            out.rows.push_back({text(t_.others), count(affiliations.others)});
        return out;
    }

    /// The public register: how much was hidden, and why.
    Sheet moderation() {
        std::array<std::map<domain::HideReason, std::size_t>, 4> hidden;
        const auto note = [&](std::size_t kind, bool is, const auto& reason) {
            if (is && reason) ++hidden[kind][*reason];
        };
        using domain::IdeaStatus;
        for (const auto& one : workshop_.ideas)
            note(0, one.status == IdeaStatus::hidden, one.reason);
        for (const auto& one : workshop_.questions)
            note(1, one.status == IdeaStatus::hidden, one.reason);
        for (const auto& one : workshop_.comments)
            note(2, one.status == domain::CommentStatus::hidden, one.reason);
        for (const auto& one : workshop_.commitments)
            note(3, one.status == IdeaStatus::hidden, one.reason);
        Sheet out = sheet({{t_.kind, 18}, {t_.reason, 30}, {t_.count, 12}});
        for (std::size_t kind = 0; kind < hidden.size(); ++kind)
            for (const auto& [why, n] : hidden[kind])
                out.rows.push_back({text(t_.kinds[kind]), reason(why), count(n)});
        return out;
    }

    Sheet about() {
        Sheet out = sheet({{t_.name, 26}, {t_.value, 80}});
        const std::string digest = fingerprint_.digest;
        for (const auto& [name, value] : {std::pair{t_.title, workshop_.plan.title},
                                          std::pair{t_.question, workshop_.plan.question},
                                          std::pair{t_.held_at, iso_date(held_at(workshop_))},
                                          std::pair{t_.exported_at, iso_time(at_)}})
            out.rows.push_back({text(name), value});
        out.rows.push_back({text(t_.event), count(fingerprint_.seq)});
        out.rows.push_back({text(t_.digest), digest});
        out.rows.push_back({text(t_.licence_note), text(t_.note)});
        return out;
    }

    const domain::Workshop& workshop_;
    const Fingerprint& fingerprint_;
    base::Millis at_;
    std::string language_;
    const Words& w_;
    const TableWords& t_;
};

}  // namespace

Tables tables_of(const domain::Workshop& workshop, const Fingerprint& fingerprint,
                 base::Millis exported_at) {
    return Maker(workshop, fingerprint, exported_at).make();
}

}  // namespace atelier::report
