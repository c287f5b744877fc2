#include "app/live_connection.hpp"

namespace atelier::app {
namespace {

constexpr int not_understood_max = 20;
constexpr std::uint16_t policy_violation = 1008;

}  // namespace

void LiveConnection::on_open(std::shared_ptr<net::Socket> socket) {
    socket_ = socket;
    id_ = host_->connect(std::move(socket), actor_);
}

void LiveConnection::on_message(std::string text) {
    auto frame = wire::decode_client_frame(text);
    if (!frame) {
        host_->send(id_, wire::refused(frame.error().id, frame.error().refusal));
        if (++not_understood_ > not_understood_max)
            socket_->close(policy_violation, "too many messages that make no sense");
        return;
    }
    if (auto* hello = std::get_if<wire::Hello>(&frame.value())) {
        host_->hello(id_, std::move(hello->resume));
    } else {
        host_->command(id_, std::get<wire::ClientCommand>(frame.value()));
    }
}

void LiveConnection::on_drained() { host_->caught_up(id_); }

void LiveConnection::on_closed() {
    host_->disconnect(id_);
    socket_.reset();
}

}  // namespace atelier::app
