#pragma once

#include <string_view>

namespace atelier::net {

/// How much a client wants each coding, from 0 (not at all) to 1000.
struct Encodings {
    int br = 0;
    int gzip = 0;
};

/// Reads Accept-Encoding (RFC 9110, 12.5.3). A quality that is no number counts as 0.
[[nodiscard]] Encodings parse_accept_encoding(std::string_view header);

/// Does If-None-Match (RFC 9110, 13.1.2, weak comparison) name this entity tag?
[[nodiscard]] bool none_match_names(std::string_view header, std::string_view etag);

}  // namespace atelier::net
