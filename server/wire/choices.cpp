#include "wire/choices.hpp"

#include <cstdint>
#include <limits>

namespace atelier::wire {

using nlohmann::json;
using namespace domain;

namespace {

struct EncodeChoice {
    json operator()(int number) const { return number; }
    json operator()(const Dots& c) const { return c.dots; }
    json operator()(const Judgement& c) const { return text(c); }
    json operator()(const Grade& c) const { return c.grade; }
    json operator()(const Scores& c) const { return {{"impact", c.impact}, {"effort", c.effort}}; }
    json operator()(const Answer& c) const {
        json out{{"answer", text(c.consent)}};
        if (!c.reason.empty()) out["reason"] = c.reason;
        return out;
    }
};

struct PutChoice {
    json& out;
    void operator()(const Dots& c) const { out["dots"] = c.dots; }
    void operator()(const Judgement& c) const { out["judgement"] = text(c); }
    void operator()(const Grade& c) const { out["grade"] = c.grade; }
    void operator()(const Scores& c) const {
        out["impact"] = c.impact;
        out["effort"] = c.effort;
    }
    void operator()(const Answer& c) const {
        out["consent"] = text(c.consent);
        if (!c.reason.empty()) out["why"] = c.reason;
    }
};

struct EncodeTally {
    json operator()(const DotsTally& t) const { return {{"dots", t.dots}, {"voters", t.voters}}; }
    json operator()(const UsefulTally& t) const {
        return {{"useful", t.useful},
                {"not_useful", t.not_useful},
                {"pass", t.pass},
                {"shown", t.shown},
                {"voters", t.voters}};
    }
    json operator()(const JudgmentTally& t) const {
        return {{"grades", t.grades}, {"voters", t.voters}};
    }
    json operator()(const ImpactEffortTally& t) const {
        return {{"impact", t.impact}, {"effort", t.effort}, {"voters", t.voters}};
    }
    json operator()(const ConsentTally& t) const {
        return {{"agree", t.agree},
                {"reservation", t.reservation},
                {"objection", t.objection},
                {"voters", t.voters}};
    }
    json operator()(const PeopleTally& t) const { return {{"people", t.voters}}; }
};

template <std::size_t N>
std::array<int, N> counts(const Fields& in, std::string_view key) {
    std::array<int, N> out{};
    const json& values = in.raw(key);
    if (!values.is_array() || values.size() != N) {
        in.wrong(key);
        return out;
    }
    for (std::size_t i = 0; i < N; ++i) {
        const auto count = values[i].is_number_integer() ? values[i].get<std::int64_t>() : -1;
        if (count < 0 || count > std::numeric_limits<int>::max()) {
            in.wrong(key);
            return {};
        }
        out[i] = static_cast<int>(count);
    }
    return out;
}

struct EncodeSelection {
    json operator()(const Published&) const { return {{"from", "published"}}; }
    json operator()(const FirstOf& s) const {
        return {{"from", "phase"}, {"phase", s.phase.text}, {"top", s.top}};
    }
    json operator()(const Chosen& s) const {
        return {{"from", "chosen"}, {"ideas", ids_json(s.ideas)}};
    }
};

}  // namespace

json encode(const Choice& choice) { return std::visit(EncodeChoice{}, choice); }
json encode(const VoteValue& value) { return std::visit(EncodeChoice{}, value); }

VoteValue decode_value(const Fields& in, std::string_view key) {
    const json& value = in.raw(key);
    if (value.is_string()) return in.word<Judgement>(key);
    if (!value.is_object()) return in.integer<int>(key);
    const Fields members = in.object(key);
    if (members.has("answer"))
        return Answer{members.word<Consent>("answer"), members.maybe_text("reason").value_or("")};
    return Scores{members.integer<int>("impact"), members.integer<int>("effort")};
}

void put_choice(json& out, const Choice& choice) { std::visit(PutChoice{out}, choice); }

Choice decode_choice(const Fields& in) {
    if (in.has("judgement")) return in.word<Judgement>("judgement");
    if (in.has("grade")) {
        const int grade = in.integer<int>("grade");
        if (grade < 0 || grade >= static_cast<int>(grades_count)) in.wrong("grade");
        return Grade{grade};
    }
    if (in.has("impact") || in.has("effort")) {
        const Scores scores{in.integer<int>("impact"), in.integer<int>("effort")};
        if (scores.impact < 1 || scores.impact > static_cast<int>(scores_count)) in.wrong("impact");
        if (scores.effort < 1 || scores.effort > static_cast<int>(scores_count)) in.wrong("effort");
        return scores;
    }
    if (in.has("consent"))
        return Answer{in.word<Consent>("consent"), in.maybe_text("why").value_or("")};
    return Dots{in.integer<int>("dots")};
}

json encode(const Tally& tally) { return std::visit(EncodeTally{}, tally); }

Tally decode_tally(const Fields& in) {
    const auto count = [&](std::string_view key) { return in.integer<int>(key); };
    if (in.has("people")) return PeopleTally{count("people")};
    const int voters = count("voters");
    if (in.has("useful"))
        return UsefulTally{count("useful"), count("not_useful"), count("pass"), count("shown"),
                           voters};
    if (in.has("grades")) return JudgmentTally{counts<grades_count>(in, "grades"), voters};
    if (in.has("impact"))
        return ImpactEffortTally{counts<scores_count>(in, "impact"),
                                 counts<scores_count>(in, "effort"), voters};
    if (in.has("agree"))
        return ConsentTally{count("agree"), count("reservation"), count("objection"), voters};
    return DotsTally{count("dots"), voters};
}

json encode(const Selection& selection) { return std::visit(EncodeSelection{}, selection); }

Selection decode_selection(const Fields& in) {
    const std::string from = in.maybe_text("from").value_or("published");
    if (from == "published") return Published{};
    if (from == "phase") return FirstOf{in.id<PhaseId>("phase"), in.integer<std::size_t>("top")};
    if (from != "chosen") in.wrong("from");
    return Chosen{decode_ids(in, "ideas")};
}

json ids_json(const std::vector<IdeaId>& ids) {
    json out = json::array();
    for (const IdeaId& id : ids) out.push_back(id.text);
    return out;
}

std::vector<IdeaId> decode_ids(const Fields& in, std::string_view key) {
    std::vector<IdeaId> out;
    if (!in.raw(key).is_array()) in.wrong(key);
    for (std::string& id : in.texts(key)) {
        if (id.empty()) in.wrong(key);
        out.push_back(IdeaId{std::move(id)});
    }
    return out;
}

}  // namespace atelier::wire
