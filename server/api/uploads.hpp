#pragma once

#include <atomic>
#include <memory>

namespace atelier::api {

/// How many long bodies may be in memory at once: sixteen megabytes each, whoever sends them.
class Uploads {
  public:
    static constexpr int at_once_max = 3;

    /// A place that is given back with its last holder, on any thread; null if none is free.
    [[nodiscard]] std::shared_ptr<void> take() {
        if (taken_->fetch_add(1) >= at_once_max) {
            taken_->fetch_sub(1);
            return nullptr;
        }
        return {this, [taken = taken_](void*) { taken->fetch_sub(1); }};
    }

  private:
    std::shared_ptr<std::atomic<int>> taken_ = std::make_shared<std::atomic<int>>(0);
};

}  // namespace atelier::api
