#pragma once

#include <array>
#include <string_view>

/// What public pages say besides the summary itself, in the workshop's language. {} stands for what
/// is put in. Pure.
namespace atelier::report {

struct PublicWords {
    std::string_view language;
    std::string_view erased;   ///< in place of a text that was erased
    std::string_view version;  ///< number, date
    std::string_view newest;   ///< link to the address without a number
    std::string_view older;    ///< before the numbers of the others
    std::string_view redone;   ///< of a version drawn again
    std::string_view replay;   ///< link to the page that plays it
    std::string_view series, workshops, workshop_number, not_published, carried, one_idea, ideas,
        carried_ideas, carried_levers, commitments, no_commitments, not_followed, no_workshops,
        followed_on, by, with, skip;
    std::array<std::string_view, 4> follow_up;  ///< in the order of domain::FollowUp
};

[[nodiscard]] const PublicWords& public_words(std::string_view language) noexcept;

}  // namespace atelier::report
