#include "app/exports/exports.hpp"

#include "app/exports/make.hpp"
#include "app/exports/make_replay.hpp"
#include "app/exports/make_series.hpp"
#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/secret.hpp"

namespace atelier::app::exports {
namespace {

namespace asio = boost::asio;
using api::ExportState;
using api::ExportStatus;
using api::ExportWish;
using api::Problem;
using Answer = base::Result<report::File, Problem>;

constexpr std::size_t short_waiting_max = 64, long_waiting_max = 16;
constexpr std::size_t kept_max = 64;
constexpr std::size_t kept_bytes_max = std::size_t{256} << 20U;
constexpr auto keeping = std::chrono::minutes(5);

using Work = std::function<Answer(journal::Store&, const std::atomic<bool>&)>;

Answer made(journal::Store* store, const Work& work, const std::atomic<bool>& stop) {
    if (!store) return Problem{503, "read_only"};
    try {
        return work(*store, stop);
    } catch (const std::exception&) {
        // A broken invariant or no memory: this file cannot be had, everything else goes on.
        return Problem{500, "export_failed"};
    }
}

bool takes_long(const ExportWish& wish) {
    for (const auto format : {"pdf", "odt", "docx", "png"})
        if (wish.format == format) return true;
    return false;
}

}  // namespace

Exports::Exports(asio::io_context& home, const std::filesystem::path& folder)
    : home_(home), short_(folder, short_waiting_max), long_(folder, long_waiting_max) {}

void Exports::end() {
    here_.reset();
    short_.stop();
    long_.stop();
}

Lane& Exports::lane_for(const ExportWish& wish) { return takes_long(wish) ? long_ : short_; }

bool Exports::knows(const ExportWish& wish) const {
    return wish.format == "png" ? !wish.picture.empty()
                                : report::find_format(wish.format) != nullptr;
}

api::Task<Answer> Exports::run(Lane& lane, Work work) {
    const auto executor = co_await asio::this_coro::executor;
    auto value = std::make_shared<std::optional<Answer>>();
    const auto start = [&](auto handler) {
        auto done = std::make_shared<decltype(handler)>(std::move(handler));
        const auto answer = [value, executor, done](Answer given) {
            value->emplace(std::move(given));
            asio::post(executor, [done] { std::move (*done)(); });
        };
        const bool taken =
            lane.post([work, answer](journal::Store* store, const std::atomic<bool>& stop) {
                answer(made(store, work, stop));
            });
        if (!taken) answer(Problem{503, "busy"});
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>&, void()>(start,
                                                                          asio::use_awaitable);
    co_return std::move(**value);
}

api::Task<Answer> Exports::make(domain::WorkshopId workshop, ExportWish wish) {
    if (!knows(wish)) co_return api::bad_request(wish.format == "png" ? "picture" : "format");
    Work work = [workshop, wish](journal::Store& store, const std::atomic<bool>& stop) {
        return make_file(
            store, workshop, wish, base::now_ms(), [](api::ExportStep) {}, stop);
    };
    co_return co_await run(lane_for(wish), std::move(work));
}

api::Task<Answer> Exports::make_replay(domain::WorkshopId workshop,
                                       std::optional<domain::Seq> until) {
    Work work = [workshop, until](journal::Store& store, const std::atomic<bool>&) {
        return exports::make_replay(store, workshop, until);
    };
    co_return co_await run(short_, std::move(work));
}

api::Task<Answer> Exports::make_series(journal::SeriesId series) {
    Work work = [series](journal::Store& store, const std::atomic<bool>& stop) {
        return exports::make_series(store, series, base::now_ms(), stop);
    };
    co_return co_await run(long_, std::move(work));
}

Exports::Kept* Exports::kept(const std::string& id) {
    const auto found = kept_.find(id);
    return found == kept_.end() ? nullptr : &found->second;
}

base::Result<ExportStatus, Problem> Exports::begin(const domain::WorkshopId& workshop,
                                                   ExportWish wish) {
    if (!knows(wish)) return api::bad_request(wish.format == "png" ? "picture" : "format");
    tidy();
    if (!make_place()) return Problem{503, "busy"};
    auto wanted = std::make_shared<std::atomic<bool>>(true);
    const std::string id = base::fresh_secret();
    const auto back = [this, here = std::weak_ptr<int>(here_)](auto change) {
        asio::post(home_, [here, change = std::move(change)]() mutable {
            if (here.lock()) change();
        });
    };
    const bool taken =
        lane_for(wish).post([this, id, workshop, wish, back, wanted](
                                journal::Store* store, const std::atomic<bool>& stop) {
            if (!wanted->load()) return;
            const auto tell = [&](api::ExportStep step) {
                back([this, id, step] {
                    if (Kept* one = kept(id)) {
                        one->status.state = ExportState::running;
                        one->status.step = step;
                        one->since = Clock::now();
                    }
                });
            };
            const Work work = [&](journal::Store& from, const std::atomic<bool>& ends) {
                return make_file(from, workshop, wish, base::now_ms(), tell, ends);
            };
            auto answer = std::make_shared<Answer>(made(store, work, stop));
            back([this, id, answer] { finished(id, std::move(*answer)); });
        });
    if (!taken) return Problem{503, "busy"};
    Kept& one = kept_[id];
    one.workshop = workshop;
    one.wanted = std::move(wanted);
    one.number = ++asked_;
    one.since = Clock::now();
    one.status.id = id;
    one.status.wish = std::move(wish);
    return *status(workshop, id);
}

void Exports::finished(const std::string& id, Answer answer) {
    Kept* one = kept(id);
    if (!one) return;  // its workshop is gone
    one->since = Clock::now();
    if (answer) {
        one->status.state = ExportState::ready;
        one->status.file = std::make_shared<const report::File>(std::move(answer).value());
    } else {
        one->status.state = ExportState::failed;
        one->status.problem = answer.error();
    }
}

std::optional<ExportStatus> Exports::status(const domain::WorkshopId& workshop,
                                            const std::string& id) const {
    const auto found = kept_.find(id);
    if (found == kept_.end() || found->second.workshop != workshop) return std::nullopt;
    ExportStatus out = found->second.status;
    if (out.state != ExportState::queued) return out;
    for (const auto& [other, one] : kept_)
        if (one.number < found->second.number &&
            takes_long(one.status.wish) == takes_long(out.wish) &&
            (one.status.state == ExportState::queued || one.status.state == ExportState::running))
            ++out.ahead;
    return out;
}

void Exports::forget(const domain::WorkshopId& workshop) {
    std::erase_if(kept_, [&](const auto& entry) {
        if (entry.second.workshop != workshop) return false;
        entry.second.wanted->store(false);
        return true;
    });
}

/// The oldest finished files give way to new ones. False: none of those kept is finished.
bool Exports::make_place() {
    const auto finished = [](const Kept& one) {
        return one.status.state == ExportState::ready || one.status.state == ExportState::failed;
    };
    for (;;) {
        std::size_t bytes = 0;
        auto oldest = kept_.end();
        for (auto at = kept_.begin(); at != kept_.end(); ++at) {
            if (at->second.status.file) bytes += at->second.status.file->bytes.size();
            if (!finished(at->second)) continue;
            if (oldest == kept_.end() || at->second.number < oldest->second.number) oldest = at;
        }
        if (kept_.size() < kept_max && bytes < kept_bytes_max) return true;
        if (oldest == kept_.end()) return kept_.size() < kept_max;
        kept_.erase(oldest);
    }
}

/// What nobody fetched in a while goes. What runs stays: it ends by itself.
void Exports::tidy() {
    const auto now = Clock::now();
    std::erase_if(kept_, [now](const auto& entry) {
        const ExportState state = entry.second.status.state;
        const bool over = state == ExportState::ready || state == ExportState::failed;
        return over && now - entry.second.since > keeping;
    });
}

}  // namespace atelier::app::exports
