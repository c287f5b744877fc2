// What people said in an export besides ideas, and how they came and left.
#include <algorithm>

#include "report/imports/export_reading.hpp"
#include "wire/views.hpp"

namespace atelier::report::imports::exported {

void Reading::comment(const Fields& in) {
    out_.comments.push_back({fresh_id<CommentId>(in, comment_ids_), known_idea(in), std::nullopt,
                             words(in, "text"), in.integer<base::Millis>("at"),
                             in.word<CommentStatus>("status"),
                             in.maybe_word<HideReason>("reason")});
    out_.comments.back().erased = erased(in, out_.comments.back().text);
}

void Reading::question(const Fields& in) {
    Question out{fresh_id<QuestionId>(in, question_ids_),
                 known_phase(in),
                 std::nullopt,
                 words(in, "text"),
                 in.integer<base::Millis>("at"),
                 in.word<IdeaStatus>("status"),
                 true,
                 in.maybe_word<HideReason>("reason"),
                 in.flag("answered"),
                 in.has("answer") ? words(in, "answer") : std::string()};
    out.reviewed = out.status != IdeaStatus::pending;
    out.erased = erased(in, out.text);
    const auto people = in.integer<std::size_t>("people");
    for (auto& person : stand_ins_->some(people)) out.supporters.insert(std::move(person));
    if (out.supporters.size() < people) in.wrong("people");
    out_.questions.push_back(std::move(out));
}

void Reading::commitment(const Fields& in) {
    wire::CommitmentView view = wire::decode_commitment(in);
    const Promise& p = view.promise;
    for (const std::string* text : {&p.text, &p.by, &p.with, &p.looking_for, &p.bringing})
        if (text->size() > domain::limits::idea_bytes_max || base::has_forbidden_controls(*text))
            in.wrong("text");
    out_.commitments.push_back({fresh_id<CommitmentId>(in, commitment_ids_), known_phase(in),
                                std::nullopt, p, in.integer<base::Millis>("at"),
                                in.word<IdeaStatus>("status"),
                                in.maybe_word<HideReason>("reason")});
    Commitment& made = out_.commitments.back();
    made.erased = erased(in, p.text);
    if (!view.follow_up) return;
    made.follow_up = view.follow_up->status;
    made.note = view.follow_up->note;
    made.followed_at = view.follow_up->at;
    if (made.note.size() > domain::limits::idea_bytes_max ||
        base::has_forbidden_controls(made.note))
        in.wrong("follow_up");
}

void Reading::arrivals() {
    const Fields weather = in_.maybe_object("weather");
    each_member(weather, [&](const std::string& phase) {
        const Fields counts = weather.object(phase);
        if (!out_.phase({phase})) return weather.wrong(phase);
        std::vector<Weather> all;
        each_member(counts, [&](const std::string& word) {
            const auto kind = wire::parse<Weather>(word);
            const auto people = counts.integer<std::size_t>(word);
            if (!kind || people > domain::limits::participants_per_workshop_max)
                return counts.wrong(word);
            all.insert(all.end(), people, *kind);
        });
        const auto people = stand_ins_->some(all.size());
        if (people.size() < all.size()) return weather.wrong(phase);
        for (std::size_t i = 0; i < all.size(); ++i)
            out_.weathers[PhaseId{phase}][people[i]] = all[i];
    });
    const Fields closing = in_.maybe_object("closing");
    each_member(closing, [&](const std::string& phase) {
        if (!out_.phase({phase})) return closing.wrong(phase);
        left(closing.object(phase), PhaseId{phase});
    });
}

void Reading::left(const Fields& in, const PhaseId& phase) {
    std::vector<int> roti;
    const auto& counts = in.raw("roti");
    if (!counts.is_array() || counts.size() != 5) return in.wrong("roti");
    for (int grade = 1; grade <= 5; ++grade) {
        const auto& count = counts[static_cast<std::size_t>(grade - 1)];
        if (!count.is_number_unsigned() ||
            count.get<std::size_t>() > domain::limits::participants_per_workshop_max)
            return in.wrong("roti");
        roti.insert(roti.end(), count.get<std::size_t>(), grade);
    }
    const std::vector<std::string> quotes = in.texts("quotes");
    const auto kept = in.maybe_integer<std::size_t>("kept").value_or(0);
    const std::size_t said = quotes.size() + std::min<std::size_t>(kept, 100'000);
    const std::size_t most = std::max(roti.size(), said);
    const auto count = in.maybe_integer<std::size_t>("people").value_or(most);
    const auto people = stand_ins_->some(count);
    if (people.size() < count || count < most || count > roti.size() + said)
        return in.wrong("people");
    Closings& closings = out_.closings[phase];
    for (std::size_t i = 0; i < roti.size(); ++i) closings[people[i]].roti = roti[i];
    for (std::size_t i = 0; i < said; ++i) {
        Closing& one = closings[people[count - said + i]];
        one.quote = i < quotes.size();
        one.sentence = one.quote ? quotes[i] : "[…]";  // kept back from the file
        if (one.sentence.size() > domain::limits::idea_bytes_max ||
            base::has_forbidden_controls(one.sentence))
            return in.wrong("quotes");
    }
}

}  // namespace atelier::report::imports::exported
