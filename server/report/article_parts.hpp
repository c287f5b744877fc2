#pragma once

#include "report/article.hpp"
#include "report/article_words.hpp"

/// The parts of the article, one function each; used by article() alone. A part without blocks is
/// left out. Pure.
namespace atelier::report::parts {

struct Writing {
    const Summary& s;
    const Words& w;
    const ArticleWords& a;
};

[[nodiscard]] Part figures(const Writing& in);
[[nodiscard]] Part ideas(const Writing& in);
[[nodiscard]] Part matrices(const Writing& in);
[[nodiscard]] Part votes(const Writing& in);
[[nodiscard]] Part agreement(const Writing& in);
[[nodiscard]] Part words(const Writing& in);
[[nodiscard]] Part questions(const Writing& in);
[[nodiscard]] Part commitments(const Writing& in);
[[nodiscard]] Part closing(const Writing& in);
[[nodiscard]] Part participation(const Writing& in);
[[nodiscard]] Part story(const Writing& in);
[[nodiscard]] Part action(const Writing& in);
[[nodiscard]] Part method(const Writing& in);

/// An empty part with what the facilitators say to introduce it.
[[nodiscard]] Part begin(const Writing& in, Section section, std::string_view title);
/// Score, interval, agreement and the rest that is known of an idea, as notes of an entry.
[[nodiscard]] Entry entry_of(const Writing& in, const IdeaLine& line);
/// What a result says: the finding in figures, the share in favour with its interval and n.
[[nodiscard]] std::vector<std::string> result_notes(const Writing& in, const domain::Tally& tally,
                                                    const Share& share);

}  // namespace atelier::report::parts
