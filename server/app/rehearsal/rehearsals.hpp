#pragma once

#include <boost/asio/io_context.hpp>
#include <memory>
#include <optional>
#include <string>

#include "api/rehearsals.hpp"
#include "app/rehearsal/crowd.hpp"
#include "app/rehearsal/plan.hpp"

namespace atelier::app::rehearsal {

/// The server's rehearsals, one at a time: makes the throw-away workshop, lets the crowd in, opens
/// the phases in turn as a facilitator would, and erases it. Keeps the findings of the last one.
/// All at home.
class Rehearsals final : public api::Rehearsals {
  public:
    /// Borrowed; outlive it.
    Rehearsals(boost::asio::io_context& home, api::Records& records, api::Rooms& rooms)
        : home_(home), records_(records), rooms_(rooms) {}

    /// Where this server listens, once it does.
    void come_in_by(const std::string& address, std::uint16_t port);
    /// How the server is reached from this machine.
    [[nodiscard]] std::string own_url() const { return "http://" + door_.host; }

    api::Task<base::Result<api::RehearsalStatus, api::Problem>> begin(
        domain::WorkshopId workshop, api::RehearsalWish wish) override;
    [[nodiscard]] std::optional<api::RehearsalStatus> status(
        const domain::WorkshopId& workshop) const override;
    api::Task<std::optional<api::RehearsalStatus>> stop(domain::WorkshopId workshop) override;

    /// The server is going: ends what runs and begins no other.
    api::Task<void> end();

  private:
    using State = api::RehearsalStatus::State;

    /// One rehearsal, from being asked for on. Its coroutine holds it.
    struct Run {
        domain::WorkshopId of;  ///< the workshop that is rehearsed
        domain::WorkshopId throw_away;
        api::RehearsalWish wish;
        std::size_t places = 0;  ///< connections that the server could have
        Clock::time_point began = Clock::now();
        State state = State::running;
        bool stopping = false;
        std::optional<int> took_s = {};  ///< once it is over
        Findings findings;
        std::unique_ptr<Crowd> crowd;
    };
    using RunPtr = std::shared_ptr<Run>;

    [[nodiscard]] static api::RehearsalStatus told(const Run& run);
    [[nodiscard]] std::optional<api::Problem> no_to(const api::RehearsalWish& wish) const;
    api::Task<void> play(RunPtr run, domain::Blueprint plan);
    api::Task<bool> make(RunPtr run, domain::Blueprint plan, std::string& code);
    api::Task<void> lead(RunPtr run, std::vector<domain::PhaseId> phases, Timetable times);
    api::Task<void> facilitate(RunPtr run, domain::Command command);
    api::Task<void> wait(RunPtr run, base::Millis time);
    api::Task<void> dismiss(RunPtr run);
    api::Task<void> erase(RunPtr run);
    void hear(const std::weak_ptr<Run>& of, const Findings& findings);

    boost::asio::io_context& home_;
    api::Records& records_;
    api::Rooms& rooms_;
    Door door_;
    bool ending_ = false;
    RunPtr run_;
};

/// At start-up, before anyone is let in: what a crash left (RH2). Blocks on the disk.
[[nodiscard]] journal::Outcome<base::Done> erase_left_over(journal::Store& store);

}  // namespace atelier::app::rehearsal
