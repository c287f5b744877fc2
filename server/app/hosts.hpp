#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "api/services.hpp"
#include "app/room_host.hpp"

namespace atelier::app {

/// All workshops that are in memory; the others are loaded when someone asks for them. What the
/// API asks of the house. All on the reactor's thread.
class Hosts final : public api::Rooms, public api::Records {
  public:
    Hosts(RoomHost::Place place, int retention_days);

    void post(std::function<void(journal::Store&)> job) override;

    api::Task<std::optional<std::vector<wire::ServerFrame>>> perform(
        domain::WorkshopId workshop, domain::Actor actor, std::vector<Asked> asked) override;
    api::Task<std::shared_ptr<net::SocketHandler>> live(domain::WorkshopId workshop,
                                                        domain::Actor actor) override;
    api::Task<std::optional<wire::WorkshopView>> about(domain::WorkshopId workshop) override;
    api::Task<std::optional<api::Settled>> settled(domain::WorkshopId workshop) override;
    api::Task<journal::Outcome<api::Created>> create(domain::Blueprint plan) override;
    api::Task<journal::Outcome<base::Done>> erase(domain::WorkshopId workshop) override;
    void hang_up(const domain::WorkshopId& workshop, domain::Role role) override;
    [[nodiscard]] int retention_days() const override { return retention_days_; }
    [[nodiscard]] bool ready() const override { return well_; }
    [[nodiscard]] std::string metrics() const override;

    void tick();
    void health(bool well);
    /// Erases the workshops whose time is over.
    api::Task<void> retire();

    void drain();
    [[nodiscard]] bool idle() const noexcept;
    void save_snapshots();

  private:
    using Host = std::shared_ptr<RoomHost>;
    api::Task<Host> host(domain::WorkshopId workshop);
    api::Task<void> wait_until_settled(Host host);

    RoomHost::Place place_;
    int retention_days_;
    bool well_ = true;
    bool draining_ = false;
    std::unordered_map<domain::WorkshopId, Host> hosts_;
};

}  // namespace atelier::app
