#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "net/request.hpp"

namespace atelier::net {

/// A request target taken apart and decoded.
struct Target {
    std::string path;
    Request::Pairs query;
};

/// Nothing for a target that is not one: a percent sign without two hex digits, a control
/// character, bytes that are not UTF-8, an encoded slash in the path. Absolute targets
/// ("http://host/path") lose their origin.
[[nodiscard]] std::optional<Target> parse_target(std::string_view target);

/// Strict percent-decoding; in a query, '+' is a space.
enum class Part { path, query };
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text, Part part);

}  // namespace atelier::net
