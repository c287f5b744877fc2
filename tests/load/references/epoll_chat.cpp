// Bare epoll: everyone gets what anyone says, and nothing else is done. `--tick MS` gathers for so
// long and then writes once to each: the least a server of one core can do for its messages.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "references/framing.hpp"

namespace load {
namespace {

using Clock = std::chrono::steady_clock;

struct Session {
    bool open = false;
    std::size_t place = 0;  // in the list of those who hear
    std::string in;
    std::string out;  // what the socket would not take
};

class Chat {
  public:
    explicit Chat(int tick_ms) : tick_(tick_ms), epoll_(epoll_create1(0)), scratch_(65536) {
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            ::listen(listener_, 4096) != 0)
            std::abort();
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        watch(listener_, EPOLL_CTL_ADD, EPOLLIN);
        std::printf("listening on http://127.0.0.1:%d\n", ntohs(address.sin_port));
        std::fflush(stdout);
    }

    [[noreturn]] void serve() {
        std::array<epoll_event, 256> events{};
        for (;;) {
            const int count = epoll_wait(epoll_, events.data(), events.size(), wait_ms());
            for (int i = 0; i < count; ++i) {
                const auto& event = events[static_cast<std::size_t>(i)];
                if (event.data.fd == listener_) {
                    accept_all();
                } else {
                    if ((event.events & EPOLLOUT) != 0) flush(event.data.fd);
                    if ((event.events & ~EPOLLOUT) != 0) read(event.data.fd);
                }
            }
            if (!batch_.empty() && Clock::now() >= due_) broadcast();
        }
    }

  private:
    int wait_ms() const {
        if (batch_.empty()) return -1;
        const auto left = due_ - Clock::now();
        if (left <= left.zero()) return 0;
        return static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(left).count());
    }
    void watch(int fd, int operation, std::uint32_t what) const {
        epoll_event event{};
        event.events = what;
        event.data.fd = fd;
        epoll_ctl(epoll_, operation, fd, &event);
    }
    void accept_all() {
        for (int fd; (fd = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
            const int on = 1;
            setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            sessions_.emplace(fd, Session{});
            watch(fd, EPOLL_CTL_ADD, EPOLLIN);
        }
    }
    void read(int fd) {
        const auto found = sessions_.find(fd);
        if (found == sessions_.end()) return;
        Session& session = found->second;
        const auto got = ::recv(fd, scratch_.data(), scratch_.size(), 0);
        if (got < 0 && errno == EAGAIN) return;
        if (got <= 0) return leave(fd);
        session.in.append(scratch_.data(), static_cast<std::size_t>(got));
        if (!session.open) {
            const auto answer = shake_hands(session.in);
            if (!answer) return;
            session.open = true;
            session.place = hearing_.size();
            hearing_.push_back(fd);
            write(fd, *answer);
        }
        while (const auto frame = take_frame(session.in)) {
            if (frame->opcode == 8) return leave(fd);
            if (frame->opcode == 1) say(frame->payload);
        }
        if (session.in.empty()) session.in.shrink_to_fit();
    }
    void leave(int fd) {
        const Session& session = sessions_.at(fd);
        if (session.open) {
            hearing_[session.place] = hearing_.back();
            sessions_.at(hearing_.back()).place = session.place;
            hearing_.pop_back();
        }
        sessions_.erase(fd);
        ::close(fd);
    }
    void say(std::string_view payload) {
        if (batch_.empty()) due_ = Clock::now() + std::chrono::milliseconds(tick_);
        append_text_frame(batch_, payload);
        if (tick_ == 0) broadcast();
    }
    void broadcast() {
        for (const int fd : hearing_) write(fd, batch_);
        batch_.clear();
    }
    void write(int fd, std::string_view bytes) {
        std::string& out = sessions_.at(fd).out;
        if (out.empty()) {
            const auto sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
            if (bytes.empty()) return;
            watch(fd, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
        }
        out.append(bytes);
    }
    void flush(int fd) {
        std::string& out = sessions_.at(fd).out;
        const auto sent = ::send(fd, out.data(), out.size(), MSG_NOSIGNAL);
        if (sent > 0) out.erase(0, static_cast<std::size_t>(sent));
        if (!out.empty()) return;
        out.shrink_to_fit();
        watch(fd, EPOLL_CTL_MOD, EPOLLIN);
    }

    int tick_;
    int epoll_;
    int listener_ = -1;
    std::vector<char> scratch_;
    std::unordered_map<int, Session> sessions_;
    std::vector<int> hearing_;
    std::string batch_;
    Clock::time_point due_;
};

}  // namespace
}  // namespace load

int main(int argc, char** argv) {
    const bool ticks = argc == 3 && std::strcmp(argv[1], "--tick") == 0;
    load::Chat(ticks ? std::atoi(argv[2]) : 0).serve();
}
