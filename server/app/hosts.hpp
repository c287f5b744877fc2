#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include "api/services.hpp"
#include "app/poll_session.hpp"
#include "app/room_host.hpp"

namespace atelier::app {

/// All workshops that are in memory; the others are loaded when someone asks for them, and leave
/// when nobody has been there for a while. What the API asks of the house. All at home.
class Hosts final : public api::Rooms, public api::Records {
  public:
    struct Keeping {
        int retention_days = 365;
        base::Millis idle_room_ms = 600'000;
    };
    Hosts(Threads& threads, journal::JournalWriter& writer, base::IdSource& ids, Keeping keeping);

    void post(std::function<void(journal::Store&)> job) override;

    api::Task<std::optional<std::vector<wire::ServerFrame>>> perform(
        domain::WorkshopId workshop, domain::Actor actor, std::vector<Asked> asked) override;
    api::Task<std::shared_ptr<net::SocketHandler>> live(
        domain::WorkshopId workshop, domain::Actor actor, wire::Transport transport,
        std::optional<wire::Resume> resume) override;
    [[nodiscard]] bool polls(const Poll& asked) const override;
    api::Task<base::Result<PollSession::Frames, api::Problem>> poll(Poll asked) override;
    api::Task<std::optional<domain::Decided<std::vector<wire::IdeaView>>>> similar(
        domain::WorkshopId workshop, domain::Actor actor, std::string text) override;
    api::Task<std::optional<domain::Decided<std::vector<Pair>>>> pairs(
        domain::WorkshopId workshop, domain::Actor actor) override;
    api::Task<std::optional<wire::WorkshopView>> about(domain::WorkshopId workshop) override;
    api::Task<std::optional<domain::Participant>> person(domain::WorkshopId workshop,
                                                         domain::ParticipantId who) override;
    api::Task<std::optional<api::Settled>> settled(domain::WorkshopId workshop) override;
    api::Task<journal::Outcome<api::Created>> create(domain::Blueprint plan,
                                                     std::vector<domain::Event> opening) override;
    api::Task<journal::Outcome<base::Done>> erase(domain::WorkshopId workshop) override;
    api::Task<journal::Outcome<api::Created>> found(Beginning beginning) override;
    api::Task<std::optional<Added>> add(domain::WorkshopId workshop, Addition addition) override;
    void hang_up(const domain::WorkshopId& workshop, domain::Role role) override;
    [[nodiscard]] int retention_days() const override { return keeping_.retention_days; }
    api::Task<void> wait(base::Millis time) override;
    [[nodiscard]] bool ready() const override { return well_; }
    [[nodiscard]] std::string metrics() const override;

    void tick();
    void health(bool well);
    /// Erases the workshops whose time is over.
    api::Task<void> retire();

    void drain();
    [[nodiscard]] bool idle() const noexcept;
    void save_snapshots();
    /// Whoever waits is answered with what there is.
    void end_polls();

  private:
    using Host = std::shared_ptr<RoomHost>;
    api::Task<Host> host(domain::WorkshopId workshop);
    api::Task<void> wait_until_settled(Host host);
    void forget_polls();
    void unload_idle(base::Millis now);

    journal::JournalWriter& writer_;
    room::Counters counters_;
    LiveStats stats_;
    RoomHost::Place place_;
    Keeping keeping_;
    bool well_ = true;
    bool draining_ = false;
    std::unordered_map<domain::WorkshopId, Host> hosts_;
    using Polls = std::map<std::string, std::shared_ptr<PollSession>>;
    void make_room_for(const std::string& holder, std::size_t sessions_max);
    Polls polls_;  ///< by holder, then session
};

}  // namespace atelier::app
