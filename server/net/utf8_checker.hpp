#pragma once

#include <string_view>

namespace atelier::net {

/// UTF-8 checked as it arrives, in pieces cut anywhere: the first impossible byte is reported at
/// once, not at the end of the message. Shortest forms only, no surrogates, up to U+10FFFF.
class Utf8Checker {
  public:
    /// False at the first byte that no valid text could have here.
    [[nodiscard]] bool feed(std::string_view bytes) noexcept;
    /// Not in the middle of a character.
    [[nodiscard]] bool complete() const noexcept { return missing_ == 0; }
    void reset() noexcept { *this = {}; }

  private:
    bool lead(unsigned char byte) noexcept;

    unsigned char missing_ = 0;  // continuation bytes still to come
    unsigned char low_ = 0x80;   // what the next of them may be
    unsigned char high_ = 0xBF;
};

}  // namespace atelier::net
