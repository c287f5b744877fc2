#pragma once

#include <utility>
#include <variant>

#include "base/check.hpp"

namespace atelier::base {

/// A value or the reason there is none. Expected failures travel as values, never as exceptions.
///
///     Result<Seq, Refusal> r = decide(...);
///     if (!r) return r.error();
///     use(r.value());
///
/// `value()` on a temporary gives a value, not a reference, so ranging over it never dangles.
template <class T, class E>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit
    Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

    [[nodiscard]] bool ok() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    [[nodiscard]] T& value() & { return checked<0>(*this); }
    [[nodiscard]] const T& value() const& { return checked<0>(*this); }
    [[nodiscard]] T value() && { return std::move(checked<0>(*this)); }

    [[nodiscard]] const E& error() const& { return checked<1>(*this); }
    [[nodiscard]] E error() && { return std::move(checked<1>(*this)); }

  private:
    template <std::size_t I, class Self>
    static auto& checked(Self& self) {
        ATELIER_CHECK(self.state_.index() == I);
        return std::get<I>(self.state_);
    }
    std::variant<T, E> state_;
};

/// The value of a step that only succeeds or fails.
struct Done {};

}  // namespace atelier::base
