#pragma once

#include <string_view>
#include <vector>

/// What makes a text worth a second look before it is shown to a room: a hint to who reviews,
/// never a verdict.
namespace atelier::insight {

enum class Sign {
    link,
    phone,
    email,
    shouting,
    duplicate  ///< seems to say what an earlier one says; not to be seen in the text itself
};

/// Rule IN23: links, phone numbers, e-mail addresses and shouting are seen in a text; sums of money,
/// years and acronyms are none of them. Pure.
///
///     signs("Écrire à ada@exemple.fr")  == {Sign::email}
[[nodiscard]] std::vector<Sign> signs(std::string_view text);

}  // namespace atelier::insight
