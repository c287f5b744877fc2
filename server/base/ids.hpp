#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace atelier::base {

/// A name that only means one kind of thing: an idea's id is not a phase's id.
template <class Tag>
struct Id {
    std::string text;
    friend auto operator<=>(const Id&, const Id&) = default;
    [[nodiscard]] bool empty() const noexcept { return text.empty(); }
};

/// 128 bits made by a client (RFC 4122, lowercase); names one command for the life of a workshop.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};
    friend auto operator<=>(const Uuid&, const Uuid&) = default;
    [[nodiscard]] static std::optional<Uuid> parse(std::string_view text) noexcept;
    [[nodiscard]] std::string text() const;
};

/// Where fresh names come from: random in the server, seeded in a simulated world. One thread at a
/// time.
class IdSource {
  public:
    virtual ~IdSource() = default;
    /// 15 letters of a 32-letter alphabet, 75 random bits: no order, no count to be read from it,
    /// and short enough to live inside a string without an allocation.
    virtual std::string fresh() = 0;
};

/// The operating system's randomness. Thread-safe.
class RandomIds final : public IdSource {
  public:
    std::string fresh() override;
};

}  // namespace atelier::base

template <class Tag>
struct std::hash<atelier::base::Id<Tag>> {
    std::size_t operator()(const atelier::base::Id<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.text);
    }
};
template <>
struct std::hash<atelier::base::Uuid> {
    std::size_t operator()(const atelier::base::Uuid& id) const noexcept {
        return std::hash<std::string_view>{}(
            {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
    }
};
