#pragma once

#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

namespace atelier::api {

/// The last few replays that were made for everyone: whoever reads a published page may ask for one,
/// and making it reads a whole journal. A tag names the workshop, the version and the journal's end,
/// so that what was erased since is in none that is found.
class Replays {
  public:
    using Bytes = std::shared_ptr<const std::string>;

    [[nodiscard]] Bytes find(std::string_view tag) const {
        const auto found = std::ranges::find(kept_, tag, &Kept::tag);
        return found == kept_.end() ? nullptr : found->bytes;
    }
    void keep(std::string tag, Bytes bytes) {
        if (bytes->size() > bytes_max) return;
        if (kept_.size() == kept_max) kept_.pop_front();
        kept_.push_back({std::move(tag), std::move(bytes)});
    }

  private:
    static constexpr std::size_t kept_max = 8, bytes_max = std::size_t{8} << 20U;
    struct Kept {
        std::string tag;
        Bytes bytes;
    };
    std::deque<Kept> kept_;
};

}  // namespace atelier::api
