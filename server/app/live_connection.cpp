#include "app/live_connection.hpp"

#include <boost/asio/dispatch.hpp>

#include "base/clock.hpp"

namespace atelier::app {
namespace {

namespace asio = boost::asio;

constexpr int not_understood_max = 20;
constexpr double greetings_per_second = 1;
constexpr double greetings_burst = 2;
constexpr std::uint16_t policy_violation = 1008;

}  // namespace

LiveConnection::LiveConnection(std::shared_ptr<RoomHost> host, domain::Actor actor,
                               wire::Transport transport, std::optional<wire::Resume> resume)
    : host_(std::move(host)),
      arrival_(std::make_unique<Arrival>(Arrival{std::move(actor), transport, std::move(resume)})),
      greetings_(greetings_per_second, greetings_burst) {}

void LiveConnection::on_open(std::shared_ptr<net::Socket> socket) {
    socket_ = socket;
    outlet_ = host_->outlet(socket->thread());
    id_ = outlet_->add(std::move(socket));
    Arrival arrival = std::move(*std::exchange(arrival_, nullptr));
    const wire::Transport by = arrival.transport;
    asio::dispatch(host_->home(), [host = host_, id = id_, actor = std::move(arrival.actor),
                                   by]() mutable { host->connect(id, std::move(actor), by); });
    if (by != wire::Transport::websocket) hello(std::move(arrival.resume));
}

void LiveConnection::hello(std::optional<wire::Resume> resume) {
    if (!greetings_.take(base::now_ms()))
        return refuse(std::nullopt,
                      {domain::Code::rate_limited, {{"retry_after_ms", greetings_.wait_ms()}}});
    asio::dispatch(host_->home(), [host = host_, id = id_, resume = std::move(resume)]() mutable {
        host->hello(id, std::move(resume));
    });
}

void LiveConnection::on_message(std::string text) {
    auto frame = wire::decode_client_frame(text);
    if (!frame) {
        refuse(frame.error().id, frame.error().refusal);
        if (++not_understood_ > not_understood_max)
            socket_->close(policy_violation, "too many messages that make no sense");
        return;
    }
    if (auto* greeting = std::get_if<wire::Hello>(&frame.value())) {
        return hello(std::move(greeting->resume));
    }
    auto& command = std::get<wire::ClientCommand>(frame.value());
    asio::dispatch(host_->home(), [host = host_, id = id_, command = std::move(command)]() mutable {
        host->command(id, std::move(command));
    });
}

void LiveConnection::refuse(std::optional<std::string> id, const domain::Refusal& refusal) {
    const auto frame = wire::refused(std::move(id), refusal);
    outlet_->say(id_, {std::make_shared<const std::string>(wire::encode_text(frame)), 0});
}

void LiveConnection::on_drained() {
    if (!outlet_->caught_up(id_)) return;
    asio::dispatch(host_->home(), [host = host_, id = id_] { host->caught_up(id); });
}

void LiveConnection::on_closed() {
    outlet_->remove(id_);
    socket_.reset();
    // The host goes along, so that it ends at home if this was the last to hold it.
    asio::io_context& home = host_->home();
    asio::dispatch(home, [host = std::move(host_), id = id_] { host->disconnect(id); });
}

}  // namespace atelier::app
