#include "app/hosts.hpp"

#include <fmt/core.h>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>

#include "app/create.hpp"
#include "app/live_connection.hpp"
#include "app/load_room.hpp"
#include "app/log.hpp"
#include "base/clock.hpp"
#include "wire/enums.hpp"
#include "wire/projection.hpp"
#include "wire/projection_parts.hpp"

namespace atelier::app {
namespace {

namespace asio = boost::asio;
using api::Task;
using domain::WorkshopId;
using journal::Store;

constexpr base::Millis day_ms = 24LL * 3600 * 1000;
constexpr int settle_tries_max = 50;
constexpr std::size_t poll_sessions_max = 20'000;
constexpr std::size_t sessions_per_person_max = 4;
constexpr std::size_t sessions_per_role_max = 64;

/// Of the person, or of the role where its holders share a name.
std::string holder(const api::Rooms::Poll& asked) {
    return fmt::format("{} {} {} ", asked.workshop.text, wire::text(asked.actor.role),
                       asked.actor.participant.text);
}
std::string session_name(const api::Rooms::Poll& asked) {
    return holder(asked) + asked.session.text();
}

/// A coroutine's wait for answers that come by callback, in any order.
class Gathering {
  public:
    explicit Gathering(asio::any_io_executor executor, std::size_t count)
        : frames_(count), missing_(count), done_(std::move(executor)) {
        done_.expires_at(asio::steady_timer::time_point::max());
    }
    void put(std::size_t index, wire::ServerFrame frame) {
        frames_[index] = std::move(frame);
        if (--missing_ == 0) done_.cancel();
    }
    Task<std::vector<wire::ServerFrame>> all() {
        if (missing_ > 0) {
            boost::system::error_code cancelled;
            co_await done_.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
        }
        co_return std::move(frames_);
    }

  private:
    std::vector<wire::ServerFrame> frames_;
    std::size_t missing_;
    asio::steady_timer done_;
};

}  // namespace

Hosts::Hosts(Threads& threads, journal::JournalWriter& writer, base::IdSource& ids, Keeping keeping)
    : writer_(writer), place_{threads, writer, ids, counters_, stats_}, keeping_(keeping) {}

void Hosts::post(std::function<void(Store&)> job) { writer_.post(std::move(job)); }

Task<Hosts::Host> Hosts::host(WorkshopId workshop) {
    if (const auto found = hosts_.find(workshop); found != hosts_.end()) co_return found->second;
    const auto read = [workshop](Store& store) { return load_room(store, workshop); };
    auto loaded = co_await ask(read);
    // Someone else may have loaded it meanwhile.
    if (const auto found = hosts_.find(workshop); found != hosts_.end()) co_return found->second;
    if (!loaded) {
        if (loaded.error().kind != journal::Failure::no_such_workshop)
            log_line("room " + workshop.text + ": cannot be loaded: " + loaded.error().cause);
        co_return nullptr;
    }
    auto made = std::make_shared<RoomHost>(place_, workshop, std::move(loaded).value(), well_);
    if (draining_) made->drain();
    hosts_[workshop] = made;
    co_return made;
}

Task<std::optional<std::vector<wire::ServerFrame>>> Hosts::perform(WorkshopId workshop,
                                                                   domain::Actor actor,
                                                                   std::vector<Asked> asked) {
    const Host found = co_await host(workshop);
    if (!found) co_return std::nullopt;
    const auto gathering =
        std::make_shared<Gathering>(co_await asio::this_coro::executor, asked.size());
    for (std::size_t i = 0; i < asked.size(); ++i)
        found->perform(
            actor, asked[i].id, asked[i].command,
            [gathering, i](wire::ServerFrame frame) { gathering->put(i, std::move(frame)); });
    co_return co_await gathering->all();
}

Task<std::shared_ptr<net::SocketHandler>> Hosts::live(WorkshopId workshop, domain::Actor actor,
                                                      wire::Transport transport,
                                                      std::optional<wire::Resume> resume) {
    const Host found = co_await host(workshop);
    if (!found) co_return nullptr;
    co_return std::make_shared<LiveConnection>(found, std::move(actor), transport,
                                               std::move(resume));
}

bool Hosts::polls(const Poll& asked) const { return polls_.contains(session_name(asked)); }

Task<base::Result<PollSession::Frames, api::Problem>> Hosts::poll(Poll asked) {
    if (draining_) co_return api::Problem{503, "draining"};
    const std::string name = session_name(asked);
    if (!polls_.contains(name)) {
        if (polls_.size() >= poll_sessions_max) co_return api::Problem{503, "busy"};
        const Host found = co_await host(asked.workshop);
        if (!found) co_return api::Problem{404, "no_such_workshop"};
        if (draining_) co_return api::Problem{503, "draining"};
        // Another poll of the same session may have come while the workshop was being loaded.
        if (!polls_.contains(name)) {
            const bool alone = !asked.actor.participant.empty();
            make_room_for(holder(asked), alone ? sessions_per_person_max : sessions_per_role_max);
            auto connection = std::make_shared<LiveConnection>(found, asked.actor,
                                                               wire::Transport::poll, asked.resume);
            auto& made = polls_[name];
            made = std::make_shared<PollSession>(place_.threads.home(), std::move(connection));
            made->open();
        }
    }
    const auto session = polls_.at(name);
    co_return co_await session->fetch(std::move(asked.resume));
}

/// Who opens one tab after the other loses the one that asked longest ago, and nobody else's.
void Hosts::make_room_for(const std::string& holder, std::size_t sessions_max) {
    const auto first = polls_.lower_bound(holder);
    std::size_t count = 0;
    auto oldest = first;
    for (auto at = first; at != polls_.end() && at->first.starts_with(holder); ++at) {
        if (at->second->seen() < oldest->second->seen()) oldest = at;
        ++count;
    }
    if (count < sessions_max) return;
    oldest->second->end();
    polls_.erase(oldest);
}

void Hosts::end_polls() {
    for (const auto& [name, session] : std::exchange(polls_, {})) session->end();
}

void Hosts::forget_polls() {
    const auto now = PollSession::Clock::now();
    std::erase_if(polls_, [now](const auto& entry) {
        if (!entry.second->forgotten(now)) return false;
        entry.second->end();
        return true;
    });
}

Task<void> Hosts::wait_until_settled(Host host) {
    for (int tries = 0; !host->settled() && tries < settle_tries_max; ++tries) co_await wait(2);
}

Task<void> Hosts::wait(base::Millis time) {
    asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::milliseconds(time));
    co_await timer.async_wait(asio::use_awaitable);
}

Task<std::optional<wire::WorkshopView>> Hosts::about(WorkshopId workshop) {
    const Host found = co_await host(workshop);
    if (!found) co_return std::nullopt;
    co_await wait_until_settled(found);
    const room::Room* room = found->settled();
    if (!room) co_return std::nullopt;
    co_return wire::project_workshop(room->workshop());
}

Task<std::optional<domain::Participant>> Hosts::person(WorkshopId workshop,
                                                       domain::ParticipantId who) {
    const Host found = co_await host(workshop);
    if (!found) co_return std::nullopt;
    co_await wait_until_settled(found);
    const room::Room* room = found->settled();
    const domain::Participant* person = room ? room->workshop().participant(who) : nullptr;
    if (!person) co_return std::nullopt;
    co_return *person;
}

Task<std::optional<domain::Decided<std::vector<wire::IdeaView>>>> Hosts::similar(
    WorkshopId workshop, domain::Actor actor, std::string text) {
    const Host found = co_await host(workshop);
    if (!found) co_return std::nullopt;
    co_await wait_until_settled(found);
    room::Room* room = found->settled();
    if (!room) co_return std::nullopt;
    co_return room->similar(actor, text, base::now_ms());
}

Task<std::optional<domain::Decided<std::vector<api::Rooms::Pair>>>> Hosts::pairs(
    WorkshopId workshop, domain::Actor actor) {
    const Host found = co_await host(workshop);
    if (!found) co_return std::nullopt;
    co_await wait_until_settled(found);
    room::Room* room = found->settled();
    if (!room) co_return std::nullopt;
    const auto found_pairs = room->pairs(base::now_ms());
    if (!found_pairs) co_return found_pairs.error();
    const domain::Workshop& state = room->workshop();
    const wire::Viewer viewer{actor.role, actor.participant};
    std::vector<Pair> out;
    for (const insight::SimilarPair& pair : found_pairs.value())
        out.push_back({wire::view_idea(state, *state.idea(pair.one), viewer),
                       wire::view_idea(state, *state.idea(pair.other), viewer), pair.score});
    co_return domain::Decided<std::vector<Pair>>(std::move(out));
}

/// State and digest have to be of the same moment. A busy room moves on between asking for the one
/// and the other; then the journal itself is folded, which is always consistent.
Task<std::optional<api::Settled>> Hosts::settled(WorkshopId workshop) {
    const auto read_head = [workshop](Store& store) { return store.head(workshop); };
    for (int tries = 0; tries < 3; ++tries) {
        const Host found = co_await host(workshop);
        if (!found) co_return std::nullopt;
        const auto head = co_await ask(read_head);
        const room::Room* room = found->settled();
        if (head && room && room->last() == head.value().seq)
            co_return api::Settled{room->workshop(), head.value()};
    }
    const auto read_all = [workshop](Store& store) { return store.load(workshop); };
    auto loaded = co_await ask(read_all);
    if (!loaded) co_return std::nullopt;
    co_return api::Settled{std::move(loaded.value().state), loaded.value().head};
}

Task<journal::Outcome<api::Created>> Hosts::create(domain::Blueprint plan,
                                                   std::vector<domain::Event> opening) {
    const base::Millis now = base::now_ms();
    const auto write = [plan = std::move(plan), opening = std::move(opening), now](Store& store) {
        base::RandomIds ids;
        return create_workshop(store, plan, now, {ids.fresh()}, opening);
    };
    co_return co_await ask(write);
}

Task<journal::Outcome<api::Created>> Hosts::found(Beginning beginning) {
    const auto write = [beginning = std::move(beginning)](Store& store) {
        return found_workshop(store, beginning, base::now_ms());
    };
    co_return co_await ask(write);
}

/// The room's next seq is the journal's; who writes first wins, and the other one looks again. The
/// room then reads the journal, so that what was added is in it like everything else.
Task<std::optional<api::Rooms::Added>> Hosts::add(WorkshopId workshop, Addition addition) {
    constexpr int tries_max = 5;
    for (int tries = 0; tries < tries_max; ++tries) {
        auto state = co_await settled(workshop);
        if (!state) co_return std::nullopt;
        auto events = addition(state->workshop, place_.ids.fresh());
        if (!events) co_return Added(domain::Decided<std::size_t>(events.error()));
        const std::size_t count = events.value().size();
        const auto write = [batch = batch_of(workshop, state->head, std::move(events).value(),
                                             base::now_ms())](Store& store) {
            return store.append({&batch, 1});
        };
        const auto done = co_await ask(write);
        if (!done && done.error().kind == journal::Failure::conflict) continue;
        if (!done) co_return Added(done.error());
        if (const auto found = hosts_.find(workshop); found != hosts_.end())
            found->second->read_again();
        co_return Added(domain::Decided<std::size_t>(count));
    }
    co_return Added(journal::Problem{journal::Failure::conflict, "append", "busy"});
}

Task<journal::Outcome<base::Done>> Hosts::erase(WorkshopId workshop) {
    const auto found = hosts_.find(workshop);
    if (found != hosts_.end()) {
        const Host host = found->second;
        host->drain();
        co_await wait_until_settled(host);
        host->close_all(4404, "erased");
        hosts_.erase(workshop);
    }
    const auto write = [workshop](Store& store) { return store.erase(workshop); };
    co_return co_await ask(write);
}

Task<void> Hosts::retire() {
    const auto read = [](Store& store) { return store.workshops(); };
    const auto rows = co_await ask(read);
    const base::Millis now = base::now_ms();
    if (!rows) co_return;
    for (const journal::WorkshopRow& row : rows.value()) {
        const int days = row.keep_days.value_or(keeping_.retention_days);
        if (row.created_at + days * day_ms > now) continue;
        const auto erased = co_await erase(row.id);
        log_line("workshop " + row.id.text +
                 (erased ? " erased: its time was over" : " could not be erased"));
    }
    const auto tidy = [now](Store& store) { return store.drop_expired(now); };
    if (const auto tidied = co_await ask(tidy); !tidied)
        log_line("expired sessions could not be dropped: " + tidied.error().cause);
}

void Hosts::hang_up(const WorkshopId& workshop, domain::Role role) {
    if (const auto found = hosts_.find(workshop); found != hosts_.end())
        found->second->hang_up(role);
}

void Hosts::tick() {
    const base::Millis now = base::now_ms();
    for (const auto& [id, host] : hosts_) host->tick(now);
    forget_polls();
    unload_idle(now);
}

/// Whoever comes next finds it in the journal: the snapshot is on its way there before anyone asks.
void Hosts::unload_idle(base::Millis now) {
    std::erase_if(hosts_, [&](const auto& entry) {
        const Host& host = entry.second;
        const auto empty = host->empty_for(now);
        const bool wanted = host.use_count() > 1 || !host->settled() || !host->idle();
        if (wanted || !empty || *empty < keeping_.idle_room_ms) return false;
        host->save_snapshot();
        return true;
    });
}

void Hosts::health(bool well) {
    well_ = well;
    for (const auto& [id, host] : hosts_) host->health(well);
}

void Hosts::drain() {
    draining_ = true;
    for (const auto& [id, host] : hosts_) host->drain();
}

bool Hosts::idle() const noexcept {
    for (const auto& [id, host] : hosts_)
        if (!host->idle()) return false;
    return true;
}

void Hosts::save_snapshots() {
    for (const auto& [id, host] : hosts_) host->save_snapshot();
}

}  // namespace atelier::app
