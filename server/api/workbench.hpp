#pragma once

#include "api/services.hpp"

namespace atelier::api {

/// Where work is done that takes long and touches nothing of the house: reading a file of sixteen
/// megabytes would hold everyone's votes up for seconds. Jobs run one after the other.
class Workbench {
  public:
    virtual ~Workbench() = default;
    /// False if too many jobs wait already; the job is then dropped.
    virtual bool post(std::function<void()> job) = 0;

    /// The job's value, the coroutine going on where it was; nothing if the bench is full
    /// or the job failed for want of memory.
    template <class Job>
    Task<std::optional<std::invoke_result_t<Job>>> ask(Job job) {
        namespace asio = boost::asio;
        using Value = std::invoke_result_t<Job>;
        auto value = std::make_shared<std::optional<Value>>();
        const auto executor = co_await asio::this_coro::executor;
        const auto start = [this, value, executor, &job](auto handler) {
            auto done = std::make_shared<decltype(handler)>(std::move(handler));
            const auto finish = [executor, done] {
                asio::post(executor, [done] { std::move (*done)(); });
            };
            const bool taken = post([value, finish, job = std::move(job)]() mutable {
                try {
                    value->emplace(job());
                } catch (...) {  // no memory for it: there is no value
                    value->reset();
                }
                finish();
            });
            if (!taken) finish();
        };
        co_await asio::async_initiate<const asio::use_awaitable_t<>&, void()>(start,
                                                                              asio::use_awaitable);
        co_return std::move(*value);
    }
};

}  // namespace atelier::api
