// How people arrived, who took part how, and when.
#include <algorithm>

#include "report/article_parts.hpp"
#include "report/numbers.hpp"
#include "report/sentences.hpp"

namespace atelier::report::parts {
namespace {

void add_weather(const Writing& in, Part& out, const WeatherSummary& one, std::size_t place) {
    const VoiceWords& v = in.a.voice;
    std::vector<std::string> skies;
    Table table{std::string(v.weather_caption), {std::string(v.sky), std::string(v.people)}, {}};
    for (std::size_t i = 0; i < one.counts.size(); ++i) {
        if (one.counts[i] > 0) skies.push_back(said(in.w, v.skies[i], one.counts[i]));
        table.rows.push_back({std::string(v.sky_names[i]), number(in.w, one.counts[i])});
    }
    out.blocks.emplace_back(Paragraph{said(in.w, v.weather, one.n, {listed(in.a, skies)})});
    out.blocks.emplace_back(Slot{Slot::What::weather, place});
    out.blocks.emplace_back(std::move(table));
}

std::string how_sentence(const Writing& in) {
    const ParticipationWords& p = in.a.participation;
    const HowTheyTookPart& how = in.s.participation.how;
    std::vector<std::string> clauses;
    const auto clause = [&](const Plural& words, std::size_t n) {
        if (n > 0) clauses.push_back(said(in.w, words, n));
    };
    clause(p.both, how.posted_and_voted);
    clause(p.posted_only, how.posted_only);
    clause(p.voted_only, how.voted_only);
    clause(p.neither, how.neither);
    if (clauses.size() < 2 || how.posted_and_voted == 0) return {};
    return listed(in.a, clauses) + ".";
}

std::string evenly(const Writing& in, double value) {
    return decimal(in.w, value, value == static_cast<double>(static_cast<long>(value)) ? 0 : 1);
}

void add_how(const Writing& in, Part& out) {
    const ParticipationWords& p = in.a.participation;
    std::string text = how_sentence(in);
    if (const auto& authors = in.s.participation.ideas_per_author; authors && authors->n > 1)
        text.append(text.empty() ? "" : " ")
            .append(with(p.per_author,
                         {evenly(in, authors->median) + "\u00A0" +
                              std::string(choose(in.w, in.w.boards.ideas,
                                                 static_cast<std::size_t>(authors->median))),
                          number(in.w, authors->most)}));
    for (const Exposure& one : in.s.participation.exposure)
        text.append(text.empty() ? "" : " ")
            .append(
                with(p.exposure, {vote_title(in.w, one.vote, one.round),
                                  evenly(in, one.shown.median), number(in.w, one.shown.least),
                                  number(in.w, one.shown.most), decimal(in.w, one.shown.gini, 2)}));
    if (!text.empty()) out.blocks.emplace_back(Paragraph{std::move(text)});
}

void add_timeline(const Writing& in, Part& out) {
    const ParticipationWords& p = in.a.participation;
    const auto& slices = in.s.participation.timeline;
    if (slices.size() < 2) return;
    out.blocks.emplace_back(Heading{3, std::string(p.timeline)});
    const auto peak = std::ranges::max_element(slices, {}, &Slice::posts);
    if (peak->posts > 0)
        out.blocks.emplace_back(
            Paragraph{with(p.peak, {clock_time(in.w, peak->from),
                                    counted(in.w, in.w.boards.ideas, peak->posts)})});
    out.blocks.emplace_back(Slot{Slot::What::timeline, 0});
    const bool timed = in.s.participation.votes_timed;
    Table table{std::string(p.timeline), {std::string(p.when), std::string(p.ideas)}, {}};
    if (timed) table.heads.emplace_back(p.votes);
    for (const Slice& slice : slices) {
        table.rows.push_back({clock_time(in.w, slice.from), number(in.w, slice.posts)});
        if (timed) table.rows.back().push_back(number(in.w, slice.votes));
    }
    out.blocks.emplace_back(std::move(table));
    if (!timed && !in.s.votes.empty())
        out.blocks.emplace_back(Paragraph{std::string(p.only_posts), Paragraph::Tone::note});
}

}  // namespace

Part participation(const Writing& in) {
    Part out = begin(in, Section::participation, in.a.participation.title);
    for (std::size_t i = 0; i < in.s.weathers.size(); ++i)
        add_weather(in, out, in.s.weathers[i], i);
    add_how(in, out);
    add_timeline(in, out);
    return out;
}

}  // namespace atelier::report::parts
