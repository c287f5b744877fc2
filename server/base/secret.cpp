#include "base/secret.hpp"

#include <sodium.h>

#include "base/check.hpp"

namespace atelier::base {
namespace {

constexpr std::string_view code_letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t code_size = 8;

// What people and word processors put between letters: spaces, dashes, and their typographer's
// cousins.
constexpr std::array<std::string_view, 16> separators{
    " ",      "-",      "\t",     "\n",     "\r",     "\u00A0", "\u2007", "\u2009",
    "\u200B", "\u202F", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"};

/// Bytes of the separator at the front, 0 if there is none.
std::size_t separator_size(std::string_view text) {
    for (const std::string_view one : separators)
        if (text.starts_with(one)) return one.size();
    return 0;
}

void ready() {
    // Safe to call again and from several threads; later calls return at once.
    ATELIER_CHECK(sodium_init() >= 0);
}

}  // namespace

void fill_random(std::span<unsigned char> out) {
    ready();
    randombytes_buf(out.data(), out.size());
}

std::string fresh_secret() {
    std::array<unsigned char, 20> bytes{};
    fill_random(bytes);
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string out(sodium_base64_ENCODED_LEN(20, variant), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), variant);
    out.pop_back();  // the terminating zero that libsodium writes
    return out;
}

std::string fresh_join_code() {
    ready();
    std::string out;
    while (out.size() < code_size)
        out += code_letters[randombytes_uniform(static_cast<std::uint32_t>(code_letters.size()))];
    return out.insert(code_size / 2, "-");
}

std::string normalise_join_code(std::string_view typed) {
    std::string out;
    while (!typed.empty()) {
        if (const std::size_t skipped = separator_size(typed)) {
            typed.remove_prefix(skipped);
            continue;
        }
        char c = typed.front();
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (code_letters.find(c) == std::string_view::npos || out.size() == code_size) return {};
        out += c;
        typed.remove_prefix(1);
    }
    if (out.size() != code_size) return {};
    return out.insert(code_size / 2, "-");
}

Sha256 sha256(std::string_view bytes) {
    Sha256 out{};
    crypto_hash_sha256(out.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    return out;
}

std::string hex(std::span<const std::uint8_t> bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

}  // namespace atelier::base
