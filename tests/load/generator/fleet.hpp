#pragma once

#include <netinet/in.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/clock.hpp"
#include "generator/dialect.hpp"
#include "generator/histogram.hpp"

namespace load {

/// A descriptor that is closed once.
class Fd {
  public:
    Fd() = default;
    explicit Fd(int fd) noexcept : fd_(fd) {}
    Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Fd& operator=(Fd&& other) noexcept;
    Fd(const Fd&) = delete;
    Fd& operator=(const Fd&) = delete;
    ~Fd();
    [[nodiscard]] int get() const noexcept { return fd_; }
    explicit operator bool() const noexcept { return fd_ >= 0; }

  private:
    int fd_ = -1;
};

struct Target {
    std::uint16_t port = 0;
    std::size_t sources = 1;  ///< connections leave from 127.0.0.2, .3 … in turn
};

/// All connections of a run and the one thread that serves them.
class Fleet : public Line {
  public:
    Fleet(Target target, Dialect& dialect, Groups groups);

    /// One turn of the loop: waits until `until` at most, or until something came.
    void turn(Nanos until);

    void start_join(std::size_t link);
    void start_connect(std::size_t link);
    /// Joins by itself first and connects as soon as that was answered; `due` is what its first
    /// state is measured from.
    void start_both(std::size_t link, Nanos due);
    void post(std::size_t message);
    void hang_up(std::size_t link);

    [[nodiscard]] std::size_t joined() const noexcept { return joined_; }
    [[nodiscard]] std::size_t alive() const noexcept { return live_; }
    [[nodiscard]] std::size_t failed() const noexcept { return failed_; }
    [[nodiscard]] std::size_t lost() const noexcept { return lost_; }
    [[nodiscard]] std::uint64_t reads() const noexcept { return reads_; }
    [[nodiscard]] const Histogram& first_state() const noexcept { return first_state_; }
    /// Whether a line came on standard input since the last time it was asked.
    [[nodiscard]] bool told() noexcept { return std::exchange(told_, false); }

    void send(std::size_t link, std::string_view text) override;
    void live(std::size_t link) override;
    void again(std::size_t message, Nanos at) override { later_.emplace(at, message); }

  private:
    enum class Stage : std::uint8_t { idle, joining, upgrading, open, ended };
    struct Link {
        Fd fd;
        Stage stage = Stage::idle;
        bool live = false;
        bool connects_next = false;
        bool waits_to_write = false;
        Nanos due = 0;
        std::string in;
        std::string out;
    };

    void dial(std::size_t link, Stage stage, std::string request);
    void readable(std::size_t link);
    void received(std::size_t link, std::string_view bytes);
    /// Takes what it can from the front; gives what is left.
    std::string_view take_http(std::size_t link, std::string_view bytes);
    std::string_view take_frames(std::size_t link, std::string_view bytes);
    void control(std::size_t link, int opcode, std::string_view payload);
    void write(std::size_t link, std::string_view bytes);
    void flush(std::size_t link);
    void watch(std::size_t link, bool writing);
    void end(std::size_t link, bool by_server);
    void send_frame(std::size_t link, int opcode, std::string_view payload);

    Target target_;
    Dialect& dialect_;
    Groups groups_;
    Fd epoll_;
    std::vector<Link> links_;
    std::vector<char> scratch_;
    std::multimap<Nanos, std::size_t> later_;
    Histogram first_state_;
    std::size_t joined_ = 0;
    std::size_t live_ = 0;
    std::size_t failed_ = 0;
    std::size_t lost_ = 0;
    std::uint64_t reads_ = 0;
    bool told_ = false;
};

}  // namespace load
