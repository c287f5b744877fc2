#include "base/secret.hpp"

#include <sodium.h>

#include "base/check.hpp"

namespace atelier::base {
namespace {

constexpr std::string_view code_letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t code_size = 8;

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
    for (char c : typed) {
        if (c == ' ' || c == '-' || c == '\t' || c == '\n' || c == '\r') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (code_letters.find(c) == std::string_view::npos || out.size() == code_size) return {};
        out += c;
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
