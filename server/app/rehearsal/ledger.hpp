#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/rehearsal/mind.hpp"
#include "app/rehearsal/times.hpp"
#include "wire/server_frames.hpp"

namespace atelier::app::rehearsal {

using Clock = std::chrono::steady_clock;

/// Something that a bot did and that others are to read.
struct Deed {
    std::size_t who = 0;
    Clock::time_point sent;
    bool acknowledged = false;
};

/// A frame for everyone, as far as it concerns the bots.
struct Told {
    domain::Seq seq = 0;
    bool own = false;                ///< for one person, beside that for everyone
    bool changes = false;            ///< not only who is there
    std::vector<std::size_t> posts;  ///< numbers of ideas in it
    std::vector<Deed> moves;
    std::vector<domain::IdeaId> cards;  ///< handed out to one person
};

/// What all bots together know: what was sent and when, and what the workshop looks like. A frame
/// for everyone is understood once; for the others one comparison shows that it is the same. One
/// thread at a time.
class Ledger {
  public:
    // What bots did
    [[nodiscard]] std::size_t next_number() const noexcept { return posts_.size(); }
    void posted(std::size_t who, Clock::time_point now) { posts_.push_back({who, now}); }
    void moved(const std::string& idea, const std::string& lever, std::size_t who,
               Clock::time_point now);
    [[nodiscard]] std::vector<Deed>& posts() noexcept { return posts_; }

    // What they were told
    /// Of a frame that was understood before; null: it has to be read.
    [[nodiscard]] std::shared_ptr<const Told> known(std::string_view text);
    std::shared_ptr<const Told> tell(std::string text, const wire::Delta& delta);
    /// The numbers of the ideas in a welcome.
    std::vector<std::size_t> tell(const wire::Welcome& welcome);

    [[nodiscard]] const Scene& scene() const noexcept { return scene_; }

  private:
    struct Frame {
        std::string text;
        std::shared_ptr<const Told> told;
    };
    void note(const wire::EventView& event, Told& told, bool news);
    void show(const wire::IdeaView& idea);

    std::vector<Deed> posts_;
    std::unordered_map<std::string, Deed> moves_;  ///< by idea and lever
    std::deque<Frame> frames_;                     ///< newest first
    Scene scene_;
    std::unordered_map<std::string, bool> shown_;
};

}  // namespace atelier::app::rehearsal
