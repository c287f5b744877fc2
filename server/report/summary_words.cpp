// The facilitators' words beside the computed ones: rule R24.
#include "report/summary.hpp"

namespace atelier::report {
namespace {

template <class Texts, class Key>
std::string_view text_in(const Texts& texts, const Key& key) noexcept {
    const auto found = texts.find(key);
    return found == texts.end() ? std::string_view{} : std::string_view(found->second);
}

std::string_view first_of(std::string_view written, std::string_view computed) noexcept {
    return written.empty() ? computed : written;
}

}  // namespace

std::string_view Summary::story_shown(StoryStep step) const noexcept {
    const auto at = static_cast<std::size_t>(step);
    return first_of(draft.story[at], story[at]);
}

std::string_view Summary::action_shown() const noexcept {
    return first_of(draft.call_to_action, call_to_action);
}

std::string_view Summary::next_shown() const noexcept {
    return first_of(draft.next_theme, next_theme);
}

std::string_view Summary::introduction_of(Section section) const noexcept {
    return text_in(draft.sections, section);
}

std::string_view Summary::introduction_of(const domain::BoardId& board) const noexcept {
    return text_in(draft.boards, board);
}

std::string_view Summary::introduction_of(const domain::BoardId& board,
                                          const domain::LeverId& lever) const noexcept {
    // Looked up without a copy of the two ids: a map of a few texts is walked through as quickly.
    for (const auto& [place, text] : draft.levers)
        if (place.first == board && place.second == lever) return text;
    return {};
}

}  // namespace atelier::report
