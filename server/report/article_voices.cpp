// Words that come back, questions, commitments, closing words.
#include <algorithm>

#include "report/article_parts.hpp"
#include "report/numbers.hpp"

namespace atelier::report::parts {
namespace {

void add_nothing(Part& out, std::string_view text) {
    out.blocks.emplace_back(Paragraph{std::string(text), Paragraph::Tone::nothing});
}

Entry question(const Writing& in, const QuestionLine& one) {
    const VoiceWords& v = in.a.voice;
    Entry out{one.text, {}, {}, {}, {}};
    if (!one.answered) {
        out.head = v.unanswered;
    } else if (one.answer.empty()) {
        out.head = v.aloud;
    } else {
        out.head = with(v.answer, {one.answer});
    }
    if (one.supporters > 0) out.notes.push_back(said(in.w, v.supporters, one.supporters));
    return out;
}

Entry commitment(const Writing& in, const domain::Promise& one) {
    const VoiceWords& v = in.a.voice;
    Entry out{one.text, {}, {}, {}, {}};
    const auto note = [&](std::string_view pattern, const std::string& text) {
        if (!text.empty()) out.notes.push_back(with(pattern, {text}));
    };
    if (one.who == domain::Commits::collective) out.notes.emplace_back(v.together);
    note(v.by, one.by);
    note(v.with_, one.with);
    note(v.looking_for, one.looking_for);
    note(v.bringing, one.bringing);
    return out;
}

void add_roti(const Writing& in, Part& out, const RotiSummary& roti, std::size_t place) {
    if (roti.n == 0) return;
    const VoiceWords& v = in.a.voice;
    const int places = roti.n == 1 ? 0 : 1;
    out.blocks.emplace_back(
        Paragraph{said(in.w, v.roti, roti.n, {decimal(in.w, roti.mean, places)})});
    out.blocks.emplace_back(Slot{Slot::What::roti, place});
    Table table{std::string(v.roti_caption), {std::string(v.score), std::string(v.people)}, {}};
    for (std::size_t i = 0; i < roti.counts.size(); ++i)
        table.rows.push_back({std::string(v.roti_names[i]), number(in.w, roti.counts[i])});
    out.blocks.emplace_back(std::move(table));
}

void add_closing(const Writing& in, Part& out, const ClosingSummary& one, std::size_t place) {
    const VoiceWords& v = in.a.voice;
    if (in.s.closings.size() > 1) out.blocks.emplace_back(Heading{3, one.title});
    if (one.words.empty()) {
        add_nothing(out, v.nobody_spoke);
    } else {
        std::string text = said(in.w, v.words_said, one.words.size());
        if (one.kept > 0) text += " " + said(in.w, v.kept, one.kept);
        out.blocks.emplace_back(Paragraph{std::move(text)});
        out.blocks.emplace_back(Quotes{one.words});
    }
    add_roti(in, out, one.roti, place);
}

}  // namespace

Part words(const Writing& in) {
    constexpr std::size_t words_said_max = 12, words_told_min = 3;
    if (in.s.terms.size() < words_told_min) return {};
    const VoiceWords& v = in.a.voice;
    Part out = begin(in, Section::words, v.words_title);
    std::vector<std::string> items;
    for (std::size_t i = 0; i < std::min(in.s.terms.size(), words_said_max); ++i)
        items.push_back(with(v.word, {in.s.terms[i].form, number(in.w, in.s.terms[i].texts)}));
    out.blocks.emplace_back(Paragraph{with(v.words_how, {listed(in.a, items)})});
    return out;
}

Part questions(const Writing& in) {
    const VoiceWords& v = in.a.voice;
    const Questions& asked = in.s.questions;
    if (asked.told.empty()) return {};
    Part out = begin(in, Section::questions, v.questions_title);
    std::string text = said(in.w, v.questions, asked.told.size());
    const std::size_t open = asked.to_be_answered();
    text.append(" ").append(open == 0 ? std::string(v.all_answered)
                                      : said(in.w, v.to_answer, open));
    out.blocks.emplace_back(Paragraph{std::move(text)});
    Entries entries;
    for (const QuestionLine& one : asked.told) entries.entries.push_back(question(in, one));
    out.blocks.emplace_back(std::move(entries));
    return out;
}

Part commitments(const Writing& in) {
    const VoiceWords& v = in.a.voice;
    const Commitments& made = in.s.commitments;
    if (made.told.empty()) return {};
    Part out = begin(in, Section::commitments, v.commitments_title);
    std::string text = said(in.w, v.commitments, made.told.size());
    if (const std::size_t together = made.collective(); together > 0)
        text += " " + said(in.w, v.collective, together);
    out.blocks.emplace_back(Paragraph{std::move(text)});
    Entries entries;
    for (const CommitmentLine& one : made.told)
        entries.entries.push_back(commitment(in, one.promise));
    out.blocks.emplace_back(std::move(entries));
    return out;
}

Part closing(const Writing& in) {
    if (in.s.closings.empty()) return {};
    Part out = begin(in, Section::closing, in.a.voice.closing_title);
    for (std::size_t i = 0; i < in.s.closings.size(); ++i)
        add_closing(in, out, in.s.closings[i], i);
    return out;
}

}  // namespace atelier::report::parts
