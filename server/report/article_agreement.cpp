// What unites, what divides, minority ideas, and groups of opinion.
#include <algorithm>

#include "report/article_parts.hpp"
#include "report/numbers.hpp"
#include "report/sentences.hpp"

namespace atelier::report::parts {
namespace {

constexpr std::size_t ideas_listed_max = 5;

void add_note(Part& out, std::string text, Paragraph::Tone tone = Paragraph::Tone::note) {
    out.blocks.emplace_back(Paragraph{std::move(text), tone});
}

std::string group_name(const Writing& in, const Across& across, std::size_t group) {
    const std::string& name = across.groups[group].name;
    if (!name.empty()) return name;
    return with(
        in.a.agreement.group_title,
        {std::to_string(group + 1), counted(in.w, in.w.votes.people, across.groups[group].people)});
}

/// What each group made of it, and how far they agree.
std::vector<std::string> notes_of(const Writing& in, const Across& across, const IdeaAcross& idea) {
    std::vector<std::string> out;
    for (std::size_t g = 0; g < idea.groups.size(); ++g)
        out.push_back(with(in.a.agreement.share,
                           {group_name(in, across, g), number(in.w, idea.groups[g].agree),
                            number(in.w, idea.groups[g].saw)}));
    out.push_back(with(in.a.agreement.score, {decimal(in.w, idea.agreement, 2)}));
    return out;
}

struct Wording {
    std::string_view title, how, none;
};

void add_list(const Writing& in, Part& out, const Across& across,
              const std::vector<std::size_t>& ideas, const Wording& wording,
              const std::vector<insight::Minority>& minority = {}) {
    out.blocks.emplace_back(Heading{4, std::string(wording.title)});
    if (ideas.empty()) return add_note(out, std::string(wording.none), Paragraph::Tone::nothing);
    out.blocks.emplace_back(Paragraph{std::string(wording.how)});
    Entries entries;
    for (std::size_t i = 0; i < std::min(ideas.size(), ideas_listed_max); ++i) {
        const IdeaAcross& idea = across.ideas[ideas[i]];
        Entry entry{idea.text, {}, {}, notes_of(in, across, idea), {}};
        if (!minority.empty())
            entry.head =
                with(in.a.agreement.minority_of, {group_name(in, across, minority[i].group)});
        entries.entries.push_back(std::move(entry));
    }
    out.blocks.emplace_back(std::move(entries));
}

void add_common_ground(const Writing& in, Part& out, const Across& across) {
    const AgreementWords& a = in.a.agreement;
    add_list(in, out, across, across.common.unites, {a.unites, a.unites_how, a.unites_none});
    add_list(in, out, across, across.common.divides, {a.divides, a.divides_how, a.divides_none});
    std::vector<std::size_t> alone;
    for (const insight::Minority& one : across.common.minority) alone.push_back(one.idea);
    add_list(in, out, across, alone, {a.minority, a.minority_how, a.minority_none},
             across.common.minority);
}

/// The table behind the picture: each idea compared, most agreed first, as far as a page goes.
Table table_of(const Writing& in, const Across& across) {
    constexpr std::size_t rows_max = 20;
    Table out{
        std::string(in.a.agreement.table) + " – " + vote_title(in.w, across.vote, across.round),
        {std::string(in.a.agreement.idea)},
        {}};
    for (std::size_t g = 0; g < across.groups.size(); ++g)
        out.heads.push_back(group_name(in, across, g));
    out.heads.emplace_back(in.a.agreement.agreement);
    for (std::size_t i = 0; i < std::min(across.ideas.size(), rows_max); ++i) {
        const IdeaAcross& idea = across.ideas[i];
        std::vector<std::string> row{one_line(idea.text)};
        for (const auto& [agree, saw] : idea.groups)
            row.push_back(number(in.w, agree) + "\u00A0/\u00A0" + number(in.w, saw));
        row.push_back(decimal(in.w, idea.agreement, 2));
        out.rows.push_back(std::move(row));
    }
    return out;
}

void add_across(const Writing& in, Part& out, const Across& across, std::size_t place) {
    const AgreementWords& a = in.a.agreement;
    std::vector<std::string> groups;
    for (const PeopleGroup& one : across.groups)
        groups.push_back(with(a.group, {one.name, number(in.w, one.people)}));
    std::string basis =
        with(a.basis, {vote_title(in.w, across.vote, across.round), listed(in.a, groups)});
    if (across.not_told == 1) basis.append(" ").append(a.not_told_one);
    if (across.not_told > 1)
        basis.append(" ").append(with(a.not_told, {number(in.w, across.not_told)}));
    if (across.method == domain::Method::dots) basis.append(" ").append(a.relative);
    out.blocks.emplace_back(Heading{3, vote_title(in.w, across.vote, across.round)});
    out.blocks.emplace_back(Paragraph{std::move(basis)});
    add_common_ground(in, out, across);
    out.blocks.emplace_back(Slot{Slot::What::agreement, place});
    out.blocks.emplace_back(table_of(in, across));
}

std::string clearness(const Writing& in, double silhouette) {
    constexpr double recognisable = 0.25, clear_cut = 0.5;
    const std::size_t place = silhouette >= clear_cut ? 2 : silhouette >= recognisable ? 1 : 0;
    return with(in.a.agreement.clear[place], {decimal(in.w, silhouette, 2)});
}

std::string share(const Writing& in, const insight::Stance& stance, bool agrees) {
    return percent(in.w, agrees ? stance.agree : stance.disagree, stance.saw);
}

void add_telling(const Writing& in, Part& out, const OpinionSummary& opinions, std::size_t group) {
    const AgreementWords& a = in.a.agreement;
    out.blocks.emplace_back(Heading{4, group_name(in, opinions.across, group)});
    if (opinions.telling[group].empty())
        return add_note(out, std::string(a.no_telling), Paragraph::Tone::nothing);
    Entries entries;
    for (const TellingIdea& one : opinions.telling[group])
        entries.entries.push_back(
            {one.text,
             {},
             {},
             {with(one.agrees ? a.for_ : a.against,
                   {share(in, one.inside, one.agrees), share(in, one.others, one.agrees)})},
             {}});
    out.blocks.emplace_back(std::move(entries));
}

void add_opinions(const Writing& in, Part& out, const OpinionSummary& opinions) {
    const AgreementWords& a = in.a.agreement;
    out.blocks.emplace_back(Heading{3, std::string(a.opinions)});
    std::vector<std::string> sizes;
    for (const PeopleGroup& one : opinions.across.groups) sizes.push_back(number(in.w, one.people));
    std::string text =
        with(a.opinions_how, {vote_title(in.w, opinions.across.vote, opinions.across.round),
                              std::to_string(sizes.size()), listed(in.a, sizes)});
    text += " " + clearness(in, opinions.silhouette);
    if (opinions.left_out > 0) text += " " + said(in.w, a.left_out, opinions.left_out);
    out.blocks.emplace_back(Paragraph{std::move(text)});
    for (std::size_t g = 0; g < opinions.telling.size(); ++g) add_telling(in, out, opinions, g);
    add_list(in, out, opinions.across, opinions.across.common.unites,
             {a.unites, a.unites_opinions, a.unites_none_opinions});
}

}  // namespace

Part agreement(const Writing& in) {
    const AgreementWords& a = in.a.agreement;
    if (in.s.figures.published == 0) return {};
    Part out = begin(in, Section::agreement, a.title);
    for (std::size_t i = 0; i < in.s.across.size(); ++i) add_across(in, out, in.s.across[i], i);
    if (in.s.across.empty()) add_note(out, std::string(a.none), Paragraph::Tone::nothing);
    for (const OpinionSummary& one : in.s.opinions) add_opinions(in, out, one);
    return out;
}

}  // namespace atelier::report::parts
