#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "domain/limits.hpp"
#include "wire/fields.hpp"

/// The checks that every part of a template passes; a mistake is told to the Fields it was read
/// from. Used by the template reader alone.
namespace atelier::wire::template_fields {

enum class Lines { one, several };

/// Rule T1: something to read, in the language if there is one text per language.
[[nodiscard]] std::string words(const Fields& in, std::string_view key, std::string_view language,
                                std::size_t graphemes_max, Lines lines);
/// The same, or nothing at all.
[[nodiscard]] std::string maybe_words(const Fields& in, std::string_view key,
                                      std::string_view language, std::size_t graphemes_max);
[[nodiscard]] std::vector<std::string> charter(const Fields& in, std::string_view language);

/// A count is from 1 to most.
template <class Number>
void within(const Fields& in, std::string_view key, Number value, Number most) {
    if (value < 1 || value > most) in.wrong(key);
}

/// Rule T2.
[[nodiscard]] bool id_ok(std::string_view text) noexcept;
template <class Id>
[[nodiscard]] Id id(const Fields& in, std::string_view key = "id") {
    Id out = in.id<Id>(key);
    if (!id_ok(out.text)) in.wrong(key);
    return out;
}
template <class Item>
void check_list(const Fields& in, std::string_view key, const std::vector<Item>& items,
                std::size_t most) {
    std::unordered_set<std::string_view> seen;
    const bool unique = std::ranges::all_of(
        items, [&](const Item& item) { return seen.insert(item.id.text).second; });
    if (!unique || items.size() > most) in.wrong(key);
}

}  // namespace atelier::wire::template_fields
