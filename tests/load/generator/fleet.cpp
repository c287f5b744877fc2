#include "generator/fleet.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>

namespace load {
namespace {

constexpr std::size_t scratch_bytes = 512 * 1024;
constexpr std::size_t events_at_once = 128;  // few, so that what is due is not kept waiting
constexpr std::uint64_t standard_input = ~std::uint64_t{0};

sockaddr_in loopback(std::uint32_t host, std::uint16_t port) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_addr.s_addr = htonl(0x7F000000U + host);
    out.sin_port = htons(port);
    return out;
}

void option(int fd, int level, int name, int value) {
    setsockopt(fd, level, name, &value, sizeof value);
}

}  // namespace

Fd& Fd::operator=(Fd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
}
Fd::~Fd() {
    if (fd_ >= 0) ::close(fd_);
}

Fleet::Fleet(Target target, Dialect& dialect, Groups groups)
    : target_(target),
      dialect_(dialect),
      groups_(groups),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      links_(groups.all()),
      scratch_(scratch_bytes) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = standard_input;
    epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, STDIN_FILENO, &event);
}

void Fleet::turn(Nanos until) {
    while (!later_.empty() && later_.begin()->first <= now()) {
        post(later_.begin()->second);
        later_.erase(later_.begin());
    }
    if (!later_.empty()) until = std::min(until, later_.begin()->first);
    std::array<epoll_event, events_at_once> events{};
    const Nanos wait = std::max<Nanos>(0, until - now());
    const timespec timeout{wait / second, wait % second};
    const int count = epoll_pwait2(epoll_.get(), events.data(), static_cast<int>(events.size()),
                                   &timeout, nullptr);
    for (int i = 0; i < count; ++i) {
        const auto& event = events[static_cast<std::size_t>(i)];
        if (event.data.u64 == standard_input) {
            // The end of the input counts as a word, once: whoever started us is gone.
            const auto got = ::read(STDIN_FILENO, scratch_.data(), 256);
            if (got <= 0) epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, STDIN_FILENO, nullptr);
            told_ = true;
            continue;
        }
        const auto link = static_cast<std::size_t>(event.data.u64);
        if ((event.events & EPOLLOUT) != 0) flush(link);
        if ((event.events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) readable(link);
    }
}

void Fleet::dial(std::size_t link, Stage stage, std::string request) {
    Link& to = links_[link];
    to.fd = Fd(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!to.fd) throw std::runtime_error("no more descriptors: raise the limit (ulimit -n)");
    option(to.fd.get(), IPPROTO_TCP, TCP_NODELAY, 1);
    option(to.fd.get(), IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
    // Closing resets, so that thousands of ports are not kept waiting after a run.
    const linger reset{1, 0};
    setsockopt(to.fd.get(), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    const auto from = loopback(static_cast<std::uint32_t>(2 + link % target_.sources), 0);
    const auto server = loopback(1, target_.port);
    bool failed = ::bind(to.fd.get(), reinterpret_cast<const sockaddr*>(&from), sizeof from) != 0;
    failed |=
        ::connect(to.fd.get(), reinterpret_cast<const sockaddr*>(&server), sizeof server) != 0 &&
        errno != EINPROGRESS;
    to.stage = stage;
    to.in.clear();
    to.out = std::move(request);
    to.waits_to_write = true;
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT;
    event.data.u64 = link;
    epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, to.fd.get(), &event);
    if (failed) end(link, true);
}

void Fleet::start_join(std::size_t link) {
    const std::string body = dialect_.join_body(link);
    dial(link, Stage::joining,
         "POST /api/v1/join HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(target_.port) +
             "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
             std::to_string(body.size()) + "\r\n\r\n" + body);
}

void Fleet::start_connect(std::size_t link) {
    dial(link, Stage::upgrading,
         "GET " + dialect_.path(link) +
             " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(target_.port) +
             "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
             dialect_.headers(link) + "\r\n");
}

void Fleet::start_both(std::size_t link, Nanos due) {
    links_[link].due = due;
    links_[link].connects_next = true;
    start_join(link);
}

void Fleet::post(std::size_t message) {
    const std::size_t link = groups_.sender(message);
    if (links_[link].live) return send(link, dialect_.command(link, message));
    again(message, now() + 100 * millisecond);
}

void Fleet::hang_up(std::size_t link) {
    if (links_[link].fd) end(link, false);
}

void Fleet::live(std::size_t link) {
    if (std::exchange(links_[link].live, true)) return;
    ++live_;
    if (links_[link].due != 0) first_state_.record((now() - links_[link].due) / 1000);
}

void Fleet::readable(std::size_t link) {
    if (!links_[link].fd) return;
    const auto got = ::recv(links_[link].fd.get(), scratch_.data(), scratch_.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) return end(link, true);
    ++reads_;
    received(link, {scratch_.data(), static_cast<std::size_t>(got)});
}

void Fleet::received(std::size_t link, std::string_view bytes) {
    Link& from = links_[link];
    std::string joined;
    if (!from.in.empty()) {
        joined = std::exchange(from.in, {});
        joined.append(bytes);
        bytes = joined;
    }
    if (from.stage == Stage::joining || from.stage == Stage::upgrading)
        bytes = take_http(link, bytes);
    if (from.stage == Stage::open) bytes = take_frames(link, bytes);
    if (from.fd) from.in.assign(bytes);
}

void Fleet::write(std::size_t link, std::string_view bytes) {
    Link& to = links_[link];
    if (!to.fd) return;
    if (to.out.empty() && !to.waits_to_write) {
        const auto sent = ::send(to.fd.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    to.out.append(bytes);
    if (!to.out.empty()) watch(link, true);
}

void Fleet::flush(std::size_t link) {
    Link& to = links_[link];
    if (!to.fd) return;
    const auto sent = ::send(to.fd.get(), to.out.data(), to.out.size(), MSG_NOSIGNAL);
    if (sent > 0) to.out.erase(0, static_cast<std::size_t>(sent));
    if (to.out.empty()) {
        to.out.shrink_to_fit();
        watch(link, false);
    }
}

void Fleet::watch(std::size_t link, bool writing) {
    Link& to = links_[link];
    if (to.waits_to_write == writing) return;
    to.waits_to_write = writing;
    epoll_event event{};
    event.events = writing ? EPOLLIN | EPOLLOUT : EPOLLIN;
    event.data.u64 = link;
    epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, to.fd.get(), &event);
}

void Fleet::end(std::size_t link, bool by_server) {
    Link& to = links_[link];
    if (by_server) ++(to.live ? lost_ : failed_);
    if (std::exchange(to.live, false)) --live_;
    to.fd = Fd();
    to.stage = Stage::ended;
    to.connects_next = false;
    to.in.clear();
    to.out.clear();
}

}  // namespace load
