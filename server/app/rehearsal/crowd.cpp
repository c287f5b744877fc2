#include "app/rehearsal/crowd.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace atelier::app::rehearsal {
namespace {

namespace asio = boost::asio;

// Finer than a round of the room's, so that people do not come in step.
constexpr auto glance = std::chrono::milliseconds(10);
constexpr auto telling = std::chrono::milliseconds(500);
constexpr auto settling_max = std::chrono::seconds(5);
/// Who is not in by then is not waited for.
constexpr auto arriving_grace = std::chrono::seconds(5);

/// What a coroutine could not handle ends the whole run, with its reason.
void pass_on(const std::exception_ptr& failed) {
    if (failed) std::rethrow_exception(failed);
}

}  // namespace

Crowd::Crowd(Stage stage, Told told)
    : stage_(std::move(stage)), told_(std::move(told)), began_(Clock::now()) {
    for (std::size_t i = 0; i < stage_.people; ++i)
        bots_.push_back(std::make_shared<Bot>(Bot::Among{io_, stage_.door, ledger_, tally_}, i,
                                              stage_.seed + i));
    thread_ = std::thread([this] { run(); });
}

Crowd::~Crowd() {
    io_.stop();
    if (thread_.joinable()) thread_.join();
}

void Crowd::run() {
    asio::co_spawn(io_, arrive(), pass_on);
    asio::co_spawn(io_, act(), pass_on);
    asio::co_spawn(io_, tell(), pass_on);
    try {
        io_.run();
    } catch (const std::exception& error) {
        broke_ = error.what();
    } catch (const base::BrokenInvariant& broken) {
        broke_ = broken.condition;
    }
    Findings last = last_.value_or(findings());
    last.broke = broke_;
    last.ended = true;
    told_(last);
}

Crowd::Task<void> Crowd::sleep(Clock::duration duration) {
    asio::steady_timer timer(io_, duration);
    co_await timer.async_wait(asio::use_awaitable);
}

Crowd::Task<void> Crowd::arrive() {
    const auto all = std::chrono::milliseconds(stage_.arriving_ms);
    for (std::size_t i = 0; i < bots_.size() && !leaving_; ++i) {
        const auto due =
            began_ + all * static_cast<std::int64_t>(i) / static_cast<std::int64_t>(bots_.size());
        if (due > Clock::now()) co_await sleep(due - Clock::now());
        if (!leaving_) bots_[i]->come();
    }
    const auto everyone = [](const auto& bot) { return bot->was_here(); };
    const auto deadline = Clock::now() + arriving_grace;
    while (!leaving_ && Clock::now() < deadline && !std::ranges::all_of(bots_, everyone))
        co_await sleep(glance);
    if (leaving_) co_return;
    all_in_ = true;
    busyness_.begin();
}

Crowd::Task<void> Crowd::act() {
    while (!leaving_) {
        co_await sleep(glance);
        const auto now = Clock::now();
        for (const auto& bot : bots_) bot->act(now);
    }
}

Crowd::Task<void> Crowd::tell() {
    while (!leaving_) {
        co_await sleep(telling);
        if (all_in_ && !settling_) busyness_.sample();
        if (!leaving_) told_(findings());
    }
}

Crowd::Task<void> Crowd::settle() {
    const auto deadline = Clock::now() + settling_max;
    const auto waits = [](const auto& bot) { return bot->here() && bot->waiting(); };
    while (!leaving_ && Clock::now() < deadline &&
           (std::ranges::any_of(bots_, waits) || missing() > 0))
        co_await sleep(10 * glance);
    missing_ = missing();
    leave();
}

/// Of those who are still here: others lost what they lost with their line.
std::size_t Crowd::missing() const {
    std::size_t missing = tally_.disorder;
    for (const auto& bot : bots_)
        if (bot->here()) missing += bot->not_seen() + (bot->waiting() ? 1 : 0);
    return missing;
}

void Crowd::finish() {
    asio::post(io_, [this] {
        if (std::exchange(settling_, true) || leaving_) return;
        busyness_.sample();
        for (const auto& bot : bots_) bot->want_no_more();
        asio::co_spawn(io_, settle(), pass_on);
    });
}

void Crowd::disperse() {
    asio::post(io_, [this] { leave(); });
}

void Crowd::leave() {
    if (leaving_) return;
    last_ = findings();
    leaving_ = true;
    for (const auto& bot : bots_) bot->leave();
}

Findings Crowd::findings() const {
    Findings out;
    for (const auto& bot : bots_) out.joined += bot->here() ? 1 : 0;
    out.ideas = tally_.ideas;
    out.votes = tally_.votes;
    out.missing = settling_ ? missing_ : tally_.disorder;
    out.ack_ms = tally_.ack.percentiles();
    out.seen_ms = tally_.seen.percentiles();
    out.cpu_share = busyness_.others_share();
    out.bots_share = busyness_.own_share();
    out.measured = busyness_.measured();
    return out;
}

}  // namespace atelier::app::rehearsal
