#include "net/request.hpp"

#include <algorithm>

#include "net/header_text.hpp"

namespace atelier::net {
namespace {

std::optional<std::string_view> cookie_in(std::string_view line, std::string_view name) {
    std::optional<std::string_view> found;
    for_each_item(line, ';', [&](std::string_view item) {
        const std::size_t equals = item.find('=');
        if (found || equals == std::string_view::npos || trimmed(item.substr(0, equals)) != name)
            return;
        std::string_view value = trimmed(item.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        found = value;
    });
    return found;
}

}  // namespace

std::optional<std::string_view> Request::header(std::string_view name) const {
    const auto found = std::ranges::find_if(
        headers, [&](const auto& header) { return same_word(header.first, name); });
    if (found == headers.end()) return std::nullopt;
    return found->second;
}

std::optional<std::string_view> Request::parameter(std::string_view name) const {
    const auto found =
        std::ranges::find_if(query, [&](const auto& pair) { return pair.first == name; });
    if (found == query.end()) return std::nullopt;
    return found->second;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    for (const auto& [header, value] : headers) {
        if (!same_word(header, "Cookie")) continue;
        if (const auto found = cookie_in(value, name)) return found;
    }
    return std::nullopt;
}

}  // namespace atelier::net
