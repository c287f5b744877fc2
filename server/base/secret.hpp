#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// Chance and digests, from libsodium. All functions are thread-safe.
namespace atelier::base {

using Sha256 = std::array<std::uint8_t, 32>;

void fill_random(std::span<unsigned char> out);

/// A bearer secret: 160 random bits in base64url (27 letters). Only its digest is ever stored.
std::string fresh_secret();

/// A join code: 8 letters without look-alikes (about 40 bits), shown as XXXX-XXXX.
std::string fresh_join_code();

/// What someone typed as a join code, in its one form ("abcd efgh" -> "ABCD-EFGH"), with whatever
/// dash or space their word processor made of theirs; empty if it cannot be one.
std::string normalise_join_code(std::string_view typed);

Sha256 sha256(std::string_view bytes);
std::string hex(std::span<const std::uint8_t> bytes);
inline std::string sha256_hex(std::string_view bytes) { return hex(sha256(bytes)); }

}  // namespace atelier::base
