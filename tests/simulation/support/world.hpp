#pragma once

#include <functional>
#include <ostream>

#include "simulation/support/chance.hpp"
#include "simulation/support/client.hpp"
#include "simulation/support/host.hpp"

namespace atelier::simulation {

/// Names that count up.
class CountingIds final : public base::IdSource {
  public:
    std::string fresh() override;

  private:
    unsigned last_ = 0;
};

/// A join or a new name, asked of the server by its HTTP side.
struct Rename {
    std::string name;
    bool done = false;
};

/// One seed's world: a workshop, its clients, their lines, the disk. Time is a number, and whatever
/// happens next is drawn from the seed.
class World {
  public:
    /// `trace`, if any, is told every step.
    World(std::uint64_t seed, std::ostream* trace);

    /// Lives through its steps, then heals everything and waits until all is quiet.
    void live();

    Disk disk;
    CountingIds ids;
    Host host;
    std::vector<Client> clients;
    std::vector<Rename> renames;
    base::Millis now = 1'000'000;

  private:
    struct Step {
        unsigned weight;
        void (World::*act)();
    };
    explicit World(Chance chance, std::ostream* trace);

    void step();
    void client_acts();
    void line_moves();
    void post_moves();
    void disk_moves();
    void room_moves();
    void misfortune();

    void connect(std::size_t client);
    void cut(std::size_t client);
    void send(std::size_t client, const std::string& id);
    void make_wish(std::size_t client);
    void repeat(std::size_t client);
    void up(room::ConnectionId line);
    void down(room::ConnectionId line);
    void request_arrives(std::size_t index);
    void answer_arrives(std::size_t index);
    void rename();
    void crash(bool kept);
    void heal();
    [[nodiscard]] bool quiet() const;
    Client& owner(room::ConnectionId line);
    void say(const std::string& what);

    Chance chance_;
    std::ostream* trace_;
    unsigned marks_ = 0;
    unsigned names_ = 0;
    unsigned slowness_;  ///< how seldom frames are read, in percent
};

}  // namespace atelier::simulation
