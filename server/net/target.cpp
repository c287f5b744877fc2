#include "net/target.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace atelier::net {
namespace {

int hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool has_control(std::string_view text) noexcept {
    return std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

std::optional<Request::Pairs> parse_query(std::string_view query) {
    Request::Pairs pairs;
    while (!query.empty()) {
        const std::string_view item = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(item.size() + 1, query.size()));
        if (item.empty()) continue;
        const std::size_t equals = item.find('=');
        auto name = percent_decode(item.substr(0, equals), Part::query);
        auto value = equals == std::string_view::npos
                         ? std::string{}
                         : percent_decode(item.substr(equals + 1), Part::query);
        if (!name || !value) return std::nullopt;
        pairs.emplace_back(std::move(*name), std::move(*value));
    }
    return pairs;
}

std::string_view without_origin(std::string_view target) noexcept {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        const std::size_t path = target.find_first_of("/?", scheme.size());
        return path == std::string_view::npos ? "/" : target.substr(path);
    }
    return target;
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, Part part) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '+' && part == Part::query) c = ' ';
        if (c == '%') {
            if (text.size() - i < 3) return std::nullopt;
            const int high = hex_digit(text[i + 1]);
            const int low = hex_digit(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            if (c == '/' && part == Part::path) return std::nullopt;
            i += 2;
        }
        decoded.push_back(c);
    }
    if (!base::valid_utf8(decoded)) return std::nullopt;
    if (part == Part::path ? has_control(decoded) : decoded.find('\0') != std::string::npos)
        return std::nullopt;
    return decoded;
}

std::optional<Target> parse_target(std::string_view target) {
    target = without_origin(target);
    const std::size_t mark = target.find('?');
    auto path = percent_decode(target.substr(0, mark), Part::path);
    if (!path || (*path != "*" && !path->starts_with('/'))) return std::nullopt;
    auto query =
        parse_query(mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1));
    if (!query) return std::nullopt;
    return Target{std::move(*path), std::move(*query)};
}

}  // namespace atelier::net
