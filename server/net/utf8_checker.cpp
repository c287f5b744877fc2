#include "net/utf8_checker.hpp"

namespace atelier::net {

bool Utf8Checker::feed(std::string_view bytes) noexcept {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (missing_ == 0) {
            if (byte >= 0x80 && !lead(byte)) return false;
            continue;
        }
        if (byte < low_ || byte > high_) return false;
        low_ = 0x80;
        high_ = 0xBF;
        --missing_;
    }
    return true;
}

bool Utf8Checker::lead(unsigned char byte) noexcept {
    if (byte < 0xC2 || byte > 0xF4) return false;
    missing_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    // The second byte is where overlong forms, surrogates and too large numbers show.
    if (byte == 0xE0) low_ = 0xA0;
    if (byte == 0xED) high_ = 0x9F;
    if (byte == 0xF0) low_ = 0x90;
    if (byte == 0xF4) high_ = 0x8F;
    return true;
}

}  // namespace atelier::net
