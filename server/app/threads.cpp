#include "app/threads.hpp"

#include <boost/asio/executor_work_guard.hpp>

namespace atelier::app {

Threads::Threads(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        contexts_.push_back(std::make_unique<boost::asio::io_context>(1));
}

Threads::~Threads() { stop(); }

std::vector<boost::asio::io_context*> Threads::all() const {
    std::vector<boost::asio::io_context*> out;
    for (const auto& context : contexts_) out.push_back(context.get());
    return out;
}

void Threads::run() {
    for (std::size_t i = 1; i < contexts_.size(); ++i)
        others_.emplace_back([&io = *contexts_[i]] {
            const auto stays = boost::asio::make_work_guard(io);
            io.run();
        });
    contexts_.front()->run();
    stop();
    for (std::thread& other : others_) other.join();
    others_.clear();
}

void Threads::stop() {
    for (const auto& context : contexts_) context->stop();
}

}  // namespace atelier::app
