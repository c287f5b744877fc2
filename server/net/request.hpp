#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atelier::net {

enum class Method { get, head, post, put, patch, del, options, other };

/// One HTTP request, whole: a plain value, owned by whoever holds it.
struct Request {
    using Pairs = std::vector<std::pair<std::string, std::string>>;

    Method method = Method::get;
    std::string target;  // as sent: /lookup?code=K7QM-2XHR
    std::string path;    // decoded, without the query: /lookup; never holds an encoded slash
    Pairs query;         // decoded, in the order sent
    Pairs headers;       // as sent
    std::string body;
    std::string remote;  // address of the client, as text

    /// First header of that name, compared without case.
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
    /// First query parameter of exactly that name.
    [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;
    /// First cookie of exactly that name, quotes removed.
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
};

}  // namespace atelier::net
