#pragma once

#include <algorithm>
#include <string_view>

/// The small grammar that HTTP header values share. ASCII only, no locale.
namespace atelier::net {

[[nodiscard]] constexpr char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] constexpr bool same_word(std::string_view a, std::string_view b) noexcept {
    return std::ranges::equal(a, b, {}, lower, lower);
}

[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view blank = " \t";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

/// Calls `act` with every item that is not empty, trimmed.
template <class Act>
constexpr void for_each_item(std::string_view list, char separator, Act act) {
    while (!list.empty()) {
        const std::string_view raw = list.substr(0, list.find(separator));
        list.remove_prefix(std::min(raw.size() + 1, list.size()));
        if (const std::string_view item = trimmed(raw); !item.empty()) act(item);
    }
}

}  // namespace atelier::net
