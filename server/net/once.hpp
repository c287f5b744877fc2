#pragma once

#include <functional>
#include <optional>
#include <utility>

#include "base/check.hpp"

namespace atelier::net {

/// An answer that is owed exactly once. Call it now or keep it and call it later. Dropped without having been called (an exception, a forgotten path), it tells its
/// maker so, with no value: nobody is left waiting.
///
///     void handle(Request request, Respond respond) override { respond(page(request)); }
template <class T>
class Once {
  public:
    using Sink = std::function<void(std::optional<T>)>;

    explicit Once(Sink sink) : sink_(std::move(sink)) {}
    Once(Once&& other) noexcept : sink_(std::exchange(other.sink_, nullptr)) {}
    Once& operator=(Once&& other) noexcept {
        if (this != &other) {
            abandon();
            sink_ = std::exchange(other.sink_, nullptr);
        }
        return *this;
    }
    Once(const Once&) = delete;
    Once& operator=(const Once&) = delete;
    ~Once() { abandon(); }

    void operator()(T value) {
        ATELIER_CHECK(sink_ != nullptr);
        std::exchange(sink_, nullptr)(std::move(value));
    }

  private:
    void abandon() noexcept {
        if (auto sink = std::exchange(sink_, nullptr)) sink(std::nullopt);
    }
    Sink sink_;
};

}  // namespace atelier::net
