#pragma once

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "wire/enums.hpp"

namespace atelier::wire {

/// Reads the members of one JSON object and remembers the first that was not as expected, by its
/// path ("phases.0.settings.budget"), so that a decoder is a plain list of its fields and asks
/// once, at the end, whether all went well. After a mistake the values are empty ones. Unknown
/// members are ignored; null counts as absent. Never throws on any JSON. Borrows the object.
///
///     std::string wrong;
///     const Fields in(json, wrong);
///     VoteCast vote{in.id<PhaseId>("phase"), ..., in.integer<int>("dots")};
///     if (!wrong.empty()) return wrong;
class Fields {
  public:
    Fields(const nlohmann::json& object, std::string& first_wrong, std::string path = {});

    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] bool flag(std::string_view key) const;
    [[nodiscard]] std::optional<std::string> maybe_text(std::string_view key) const;
    [[nodiscard]] std::optional<bool> maybe_flag(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;

    template <class Id>
    [[nodiscard]] Id id(std::string_view key) const {
        Id out{text(key)};
        if (out.empty()) wrong(key);
        return out;
    }
    template <class Id>
    [[nodiscard]] std::optional<Id> maybe_id(std::string_view key) const {
        if (!has(key)) return std::nullopt;
        return id<Id>(key);
    }
    template <class Integer>
    [[nodiscard]] std::optional<Integer> maybe_integer(std::string_view key) const {
        static_assert(sizeof(Integer) <= sizeof(std::int64_t));
        constexpr auto most = std::numeric_limits<Integer>::max();
        constexpr bool wide = static_cast<std::uint64_t>(most) > std::uint64_t{INT64_MAX};
        const auto value =
            maybe_int64(key, static_cast<std::int64_t>(std::numeric_limits<Integer>::min()),
                        wide ? INT64_MAX : static_cast<std::int64_t>(most));
        if (!value) return std::nullopt;
        return static_cast<Integer>(*value);
    }
    template <class Integer>
    [[nodiscard]] Integer integer(std::string_view key) const {
        if (!has(key)) wrong(key);
        return maybe_integer<Integer>(key).value_or(Integer{});
    }
    template <class Enum>
    [[nodiscard]] std::optional<Enum> maybe_word(std::string_view key) const {
        const auto found = maybe_text(key);
        if (!found) return std::nullopt;
        const auto value = parse<Enum>(*found);
        if (!value) wrong(key);
        return value;
    }
    template <class Enum>
    [[nodiscard]] Enum word(std::string_view key) const {
        if (!has(key)) wrong(key);
        return maybe_word<Enum>(key).value_or(Enum{});
    }

    /// An object within; empty Fields when it is absent and that is allowed.
    [[nodiscard]] Fields object(std::string_view key) const;
    [[nodiscard]] Fields maybe_object(std::string_view key) const;
    /// Decodes each object of an array by `decode(const Fields&)`; an absent array is an empty one.
    template <class Decode>
    auto list(std::string_view key, Decode decode) const {
        std::vector<decltype(decode(std::declval<const Fields&>()))> out;
        const nlohmann::json& items = array(key);
        out.reserve(items.size());
        for (std::size_t i = 0; i < items.size(); ++i)
            out.push_back(decode(Fields(items[i], first_wrong_, path_of(key, i))));
        return out;
    }

    [[nodiscard]] bool has(std::string_view key) const;
    /// The member itself, or null.
    [[nodiscard]] const nlohmann::json& raw(std::string_view key) const;
    /// Says that a member is not what it should be; only the first is kept.
    void wrong(std::string_view key) const;
    [[nodiscard]] const nlohmann::json& json() const noexcept { return object_; }

  private:
    [[nodiscard]] std::optional<std::int64_t> maybe_int64(std::string_view key, std::int64_t least,
                                                          std::int64_t most) const;
    [[nodiscard]] const nlohmann::json& array(std::string_view key) const;
    [[nodiscard]] std::string path_of(std::string_view key) const;
    [[nodiscard]] std::string path_of(std::string_view key, std::size_t index) const;

    const nlohmann::json& object_;
    std::string& first_wrong_;
    std::string path_;
};

}  // namespace atelier::wire
