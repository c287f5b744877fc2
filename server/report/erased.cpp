#include "report/erased.hpp"

#include <algorithm>

#include "report/public_words.hpp"

namespace atelier::report {
namespace {

template <class Items>
bool any_erased(const Items& items) {
    return std::ranges::any_of(items, [](const auto& item) { return item.erased; });
}

}  // namespace

std::optional<domain::Workshop> with_erased_told(const domain::Workshop& workshop) {
    if (!any_erased(workshop.ideas) && !any_erased(workshop.comments) &&
        !any_erased(workshop.questions) && !any_erased(workshop.commitments))
        return std::nullopt;
    domain::Workshop out = workshop;
    const std::string notice(public_words(workshop.plan.language).erased);
    for (domain::Idea& idea : out.ideas)
        if (idea.erased) idea.text = notice;
    for (domain::Comment& comment : out.comments)
        if (comment.erased) comment.text = notice;
    for (domain::Question& question : out.questions)
        if (question.erased) question.text = notice;
    for (domain::Commitment& commitment : out.commitments)
        if (commitment.erased) commitment.promise.text = notice;
    return out;
}

}  // namespace atelier::report
