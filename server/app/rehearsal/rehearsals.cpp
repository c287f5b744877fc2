#include "app/rehearsal/rehearsals.hpp"

#include <fmt/core.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include "app/create.hpp"
#include "app/log.hpp"
#include "app/rehearsal/descriptors.hpp"
#include "app/rehearsal/gauge.hpp"
#include "base/clock.hpp"

namespace atelier::app::rehearsal {
namespace {

namespace asio = boost::asio;
using api::RehearsalStatus;
using api::Task;
using domain::Role;
using domain::WorkshopId;
using journal::Store;

constexpr base::Millis glance_ms = 50;
/// The crowd settles within five seconds; a thread that hangs is not waited for.
constexpr base::Millis dismissal_ms_max = 8'000;

}  // namespace

journal::Outcome<base::Done> erase_left_over(Store& store) {
    const auto rows = store.workshops();
    if (!rows) return rows.error();
    for (const journal::WorkshopRow& row : rows.value()) {
        if (!api::is_throw_away(row.id)) continue;
        if (const auto erased = store.erase(row.id); !erased) return erased.error();
        log_line("rehearsal " + row.id.text + " was cut short: erased");
    }
    return base::Done{};
}

void Rehearsals::come_in_by(const std::string& address, std::uint16_t port) {
    boost::system::error_code failed;
    auto ip = asio::ip::make_address(address, failed);
    if (failed) ip = asio::ip::address_v4::loopback();
    if (ip.is_unspecified())
        ip = ip.is_v6() ? asio::ip::address(asio::ip::address_v6::loopback())
                        : asio::ip::address(asio::ip::address_v4::loopback());
    door_.endpoint = {ip, port};
    door_.host = ip.is_v6() ? fmt::format("[{}]:{}", ip.to_string(), port)
                            : fmt::format("{}:{}", ip.to_string(), port);
}

RehearsalStatus Rehearsals::told(const Run& run) {
    const Findings& found = run.findings;
    RehearsalStatus out;
    out.state = run.state;
    out.participants = run.wish.participants;
    out.seconds = run.wish.seconds;
    const auto so_far = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - run.began);
    out.elapsed_s = run.took_s.value_or(static_cast<int>(so_far.count()));
    out.joined = found.joined;
    out.ideas = found.ideas;
    out.votes = found.votes;
    out.ack_ms = found.ack_ms;
    out.seen_ms = found.seen_ms;
    out.missing = found.missing;
    out.cpu_share = found.cpu_share;
    out.bots_share = found.bots_share;
    if (!found.measured || found.joined == 0) return out;
    const Verdict verdict =
        rehearsal::verdict({found.joined, found.cpu_share, found.seen_ms.p99, run.places});
    out.holds = verdict.holds;
    out.limit = verdict.limit;
    return out;
}

std::optional<api::Problem> Rehearsals::no_to(const api::RehearsalWish& wish) const {
    if (ending_) return api::Problem{503, "draining"};
    if (!rooms_.ready()) return api::Problem{503, "read_only"};
    if (run_ && run_->state == State::running) return api::Problem{409, "rehearsal_running"};
    const std::size_t most = people_that_fit(free_descriptors());
    if (wish.participants <= most) return std::nullopt;
    return api::Problem{400, "bad_request", {{"field", "participants"}, {"max", most}}};
}

Task<base::Result<RehearsalStatus, api::Problem>> Rehearsals::begin(WorkshopId workshop,
                                                                    api::RehearsalWish wish) {
    if (const auto no = no_to(wish)) co_return *no;
    base::RandomIds ids;
    auto run = std::make_shared<Run>();
    run->of = workshop;
    run->throw_away = {std::string(api::throw_away_prefix) + ids.fresh()};
    run->wish = wish;
    run->places = places_of(free_descriptors());
    // Taken before anything is waited for: whoever comes meanwhile is the second.
    const RunPtr before = std::exchange(run_, run);
    const auto settled = co_await rooms_.settled(std::move(workshop));
    if (!settled) {
        run->state = State::failed;  // for whoever waits for its end
        run_ = before;
        co_return api::Problem{404, "no_such_workshop"};
    }
    asio::co_spawn(home_, play(run, as_new(settled->workshop.plan)),
                   [run](const std::exception_ptr& broke) {
                       if (!broke) return;
                       log_line("the rehearsal broke");
                       run->crowd.reset();
                       run->state = State::failed;
                   });
    co_return told(*run);
}

std::optional<RehearsalStatus> Rehearsals::status(const WorkshopId& workshop) const {
    if (!run_ || run_->of != workshop) return std::nullopt;
    return told(*run_);
}

Task<std::optional<RehearsalStatus>> Rehearsals::stop(WorkshopId workshop) {
    const RunPtr run = run_;
    if (!run || run->of != workshop) co_return std::nullopt;
    run->stopping = true;
    while (run->state == State::running) co_await rooms_.wait(glance_ms);
    co_return told(*run);
}

Task<void> Rehearsals::end() {
    ending_ = true;
    const RunPtr run = run_;
    if (!run) co_return;
    run->stopping = true;
    while (run->state == State::running) co_await rooms_.wait(glance_ms);
}

Task<void> Rehearsals::play(RunPtr run, domain::Blueprint plan) {
    std::vector<domain::PhaseId> phases;
    for (const domain::Phase& phase : plan.phases) phases.push_back(phase.id);
    const Timetable times = timetable(run->wish.participants, run->wish.seconds, phases.size());
    std::string code;
    const bool made = co_await make(run, std::move(plan), code);
    if (made) {
        Crowd::Stage stage{door_, run->wish.participants, times.arriving_ms, /*seed=*/1};
        stage.door.code = code;
        run->crowd = std::make_unique<Crowd>(
            std::move(stage), [this, weak = std::weak_ptr<Run>(run)](const Findings& findings) {
                asio::post(home_, [this, weak, findings] { hear(weak, findings); });
            });
        co_await lead(run, std::move(phases), times);
        co_await dismiss(run);
    }
    const auto took = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - run->began);
    run->took_s = static_cast<int>(took.count());
    co_await erase(run);
    const bool nobody = run->findings.joined == 0 || !run->findings.broke.empty();
    const State over = nobody ? State::failed : State::done;
    run->state = run->stopping ? State::stopped : over;
}

Task<bool> Rehearsals::make(RunPtr run, domain::Blueprint plan, std::string& code) {
    const base::Millis now = base::now_ms();
    const auto write = [plan = std::move(plan), id = run->throw_away, now](Store& store) {
        return create_workshop(store, plan, now, id);
    };
    const auto made = co_await records_.ask(write);
    if (!made) log_line("no rehearsal could be made: " + made.error().cause);
    if (made) code = made.value().code;
    co_return made.ok();
}

Task<void> Rehearsals::facilitate(RunPtr run, domain::Command command) {
    const domain::Actor facilitator{Role::facilitator, {}};
    WorkshopId workshop = run->throw_away;
    std::vector<api::Rooms::Asked> asked;
    asked.push_back({std::nullopt, std::move(command)});
    co_await rooms_.perform(std::move(workshop), facilitator, std::move(asked));
}

Task<void> Rehearsals::wait(RunPtr run, base::Millis time) {
    const auto end = Clock::now() + std::chrono::milliseconds(time);
    while (!run->stopping && !run->findings.ended && Clock::now() < end)
        co_await rooms_.wait(glance_ms);
}

/// Every phase in turn. What has no results refuses to be revealed, which changes nothing.
Task<void> Rehearsals::lead(RunPtr run, std::vector<domain::PhaseId> phases, Timetable times) {
    co_await wait(run, times.arriving_ms);
    for (const domain::PhaseId& phase : phases) {
        if (run->stopping || run->findings.ended) co_return;
        domain::Command open = domain::OpenPhase{phase};
        co_await facilitate(run, std::move(open));
        co_await wait(run, times.phase_ms);
        if (run->stopping) co_return;
        domain::Command reveal = domain::RevealResults{phase};
        co_await facilitate(run, std::move(reveal));
    }
}

/// The crowd's last findings, and its thread's end.
Task<void> Rehearsals::dismiss(RunPtr run) {
    if (!run->stopping) run->crowd->finish();
    const auto end = Clock::now() + std::chrono::milliseconds(dismissal_ms_max);
    bool told_to_go = false;
    while (!run->findings.ended && Clock::now() < end) {
        if (run->stopping && !std::exchange(told_to_go, true)) run->crowd->disperse();
        co_await rooms_.wait(glance_ms);
    }
    run->crowd.reset();
}

Task<void> Rehearsals::erase(RunPtr run) {
    WorkshopId workshop = run->throw_away;
    const auto erased = co_await rooms_.erase(std::move(workshop));
    if (!erased && erased.error().kind != journal::Failure::no_such_workshop)
        log_line("rehearsal " + run->throw_away.text + " could not be erased, the next start will");
}

void Rehearsals::hear(const std::weak_ptr<Run>& of, const Findings& findings) {
    const RunPtr run = of.lock();
    if (!run) return;
    run->findings = findings;
    if (!findings.broke.empty()) log_line("the rehearsal broke: " + findings.broke);
}

}  // namespace atelier::app::rehearsal
