#include "report/article.hpp"

#include "report/article_parts.hpp"
#include "report/numbers.hpp"

namespace atelier::report {

namespace parts {

Part begin(const Writing& in, Section section, std::string_view title) {
    Part out{std::string(section_names[static_cast<std::size_t>(section)]), std::string(title), {}};
    if (const auto text = in.s.introduction_of(section); !text.empty())
        out.blocks.emplace_back(Said{std::string(text)});
    return out;
}

}  // namespace parts

namespace {

std::vector<std::string> credits(const parts::Writing& in) {
    std::vector<std::string> out;
    const Draft& draft = in.s.draft;
    if (!draft.organisers.empty())
        out.push_back(with(in.a.head.organised, {listed(in.a, draft.organisers)}));
    if (!draft.partners.empty())
        out.push_back(with(in.a.head.partners, {listed(in.a, draft.partners)}));
    return out;
}

}  // namespace

Article article(const Summary& summary) {
    const parts::Writing in{summary, words(summary.language), article_words(summary.language)};
    Article out;
    out.kind = with(in.a.head.of_day, {long_date(in.w, summary.held_at)});
    if (const auto& series = summary.draft.series)
        out.series = with(in.a.head.series, {std::to_string(series->number), series->title});
    out.credits = credits(in);
    for (const auto write :
         {parts::figures, parts::ideas, parts::matrices, parts::votes, parts::agreement,
          parts::words, parts::questions, parts::commitments, parts::closing, parts::participation,
          parts::story, parts::action, parts::method})
        if (Part part = write(in); !part.blocks.empty()) out.parts.push_back(std::move(part));
    return out;
}

}  // namespace atelier::report
