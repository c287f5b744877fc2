#pragma once

#include <string>
#include <string_view>

#include "base/secret.hpp"

/// Bytes as letters, padded, in the usual alphabet: for data addresses and content policies. Pure.
namespace atelier::base {

[[nodiscard]] std::string base64(std::string_view bytes);
[[nodiscard]] std::string base64(const Sha256& digest);

}  // namespace atelier::base
