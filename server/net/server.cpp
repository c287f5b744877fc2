#include "net/server.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <fmt/format.h>

#include <boost/asio/dispatch.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <utility>

#include "net/http_connection.hpp"
#include "net/hub.hpp"

namespace atelier::net {
namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;

namespace {
// As long as the kernel allows: after a restart everyone comes back at once.
constexpr int backlog = 4096;
constexpr auto pause_when_out_of_descriptors = std::chrono::milliseconds{100};

// Without it the kernel would take megabytes for a peer that reads nothing, and we would go on
// writing what it will never see.
void limit_unsent(tcp::socket& socket, std::size_t bytes) {
    const auto value = static_cast<int>(bytes);
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &value, sizeof value);
}
}  // namespace

struct Server::Impl : std::enable_shared_from_this<Server::Impl> {
    Impl(const Contexts& contexts, const std::shared_ptr<Hub::House>& house)
        : acceptor(*contexts.front()), pause(*contexts.front()) {
        for (std::size_t i = 0; i < contexts.size(); ++i)
            hubs.push_back(std::make_shared<Hub>(*contexts[i], i, house));
    }

    void open(const tcp::endpoint& endpoint, Error& failed);
    void accept();
    void accepted(const std::shared_ptr<Hub>& hub, tcp::socket socket);
    static void welcome(Hub& hub, Peer peer);
    void wait_and_accept();

    tcp::acceptor acceptor;
    asio::steady_timer pause;
    bool starved = false;
    std::vector<std::shared_ptr<Hub>> hubs;
    std::size_t next = 0;  // whose turn it is
};

void Server::Impl::open(const tcp::endpoint& endpoint, Error& failed) {
    acceptor.open(endpoint.protocol(), failed);
    if (!failed) acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
    if (!failed) acceptor.bind(endpoint, failed);
    if (!failed) acceptor.listen(backlog, failed);
}

void Server::Impl::accept() {
    const auto taken = [weak = weak_from_this()](Error failed, tcp::socket socket) {
        const auto self = weak.lock();
        if (!self || !self->acceptor.is_open()) return;
        if (!failed) {
            self->starved = false;
            const auto& hub = self->hubs[self->next];
            self->next = (self->next + 1) % self->hubs.size();
            self->accepted(hub, std::move(socket));
        }
        if (failed && failed != asio::error::connection_aborted) return self->wait_and_accept();
        self->accept();
    };
    acceptor.async_accept(hubs[next]->io(), taken);
}

void Server::Impl::wait_and_accept() {
    if (!std::exchange(starved, true))
        hubs.front()->log("no descriptor for a new connection; waiting");
    pause.expires_after(pause_when_out_of_descriptors);
    pause.async_wait([weak = weak_from_this()](Error failed) {
        const auto self = weak.lock();
        if (!failed && self && self->acceptor.is_open()) self->accept();
    });
}

void Server::Impl::accepted(const std::shared_ptr<Hub>& hub, tcp::socket socket) {
    Error failed;
    const auto endpoint = socket.remote_endpoint(failed);
    if (failed) return;  // gone already
    const Address address = undressed(endpoint.address());
    auto ticket = hub->admission().admit(address_key(address, hub->proxies()));
    if (!ticket) {
        ++hub->counts().turned_away;
        return;
    }
    Peer peer{std::move(socket), address, std::move(*ticket)};
    asio::dispatch(hub->io(), [weak = std::weak_ptr(hub), peer = std::move(peer)]() mutable {
        if (const auto place = weak.lock()) welcome(*place, std::move(peer));
    });
}

void Server::Impl::welcome(Hub& hub, Peer peer) {
    ++hub.counts().accepted;
    Error failed;
    peer.socket.set_option(tcp::no_delay(true), failed);
    limit_unsent(peer.socket, hub.limits().kernel_unsent_bytes);
    peer.socket.non_blocking(true, failed);
    const auto connection = std::make_shared<HttpConnection>(hub, std::move(peer));
    hub.add(connection);
    connection->start();
}

base::Result<std::unique_ptr<Server>, std::string> Server::listen(const Contexts& contexts,
                                                                  Options options,
                                                                  Handler& handler) {
    const auto address = parse_address(options.address);
    if (!address) return "not an address: " + options.address;
    std::vector<Address> proxies;
    for (const auto& text : options.proxies) {
        const auto proxy = parse_address(text);
        if (!proxy) return "not an address: " + text;
        proxies.push_back(*proxy);
    }
    const tcp::endpoint endpoint{*address, options.port};
    auto impl = std::make_shared<Impl>(
        contexts, std::make_shared<Hub::House>(std::move(options), std::move(proxies), handler));
    Error failed;
    impl->open(endpoint, failed);
    if (failed)
        return fmt::format("cannot listen on {}, port {}: {}", address->to_string(),
                           endpoint.port(), failed.message());
    impl->accept();
    return std::unique_ptr<Server>{new Server{std::move(impl)}};
}

Server::Server(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() { stop_accepting(); }

std::uint16_t Server::port() const {
    Error failed;
    return impl_->acceptor.local_endpoint(failed).port();
}

Counts Server::counts() const {
    Counts sum;
    for (const auto& hub : impl_->hubs) {
        const Hub::Counters& counts = hub->counts();
        sum.open += counts.open;
        sum.sockets += counts.sockets;
        sum.accepted += counts.accepted;
        sum.turned_away += counts.turned_away;
        sum.requests += counts.requests;
    }
    return sum;
}

void Server::stop_accepting() {
    Error ignored;
    impl_->acceptor.close(ignored);
    impl_->pause.cancel();
}

void Server::close_all(std::uint16_t code, std::string_view reason) {
    for (const auto& hub : impl_->hubs)
        asio::dispatch(hub->io(), [weak = std::weak_ptr(hub), code, why = std::string(reason)] {
            if (const auto place = weak.lock()) place->close_all(code, why);
        });
}

}  // namespace atelier::net
