// Asio with framing of our own, in the manner of uWebSockets: what was said in one turn of the loop
// leaves in one write to each, of bytes that all share; no buffer is held while idle.
#include <boost/asio.hpp>
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

#include "references/framing.hpp"

namespace load {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Failure = boost::system::error_code;

class Chat;

class Session : public std::enable_shared_from_this<Session> {
  public:
    Session(Chat& chat, tcp::socket socket) : chat_(chat), socket_(std::move(socket)) {
        socket_.non_blocking(true);
        socket_.set_option(tcp::no_delay(true));
    }
    void wait_to_read() {
        socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](Failure failed) {
            if (!failed) self->read();
        });
    }
    void write(std::string_view bytes) {
        if (out_.empty()) bytes.remove_prefix(write_some(bytes));
        if (bytes.empty() || !socket_.is_open()) return;
        const bool waiting = !out_.empty();
        out_.append(bytes);
        if (!waiting) wait_to_write();
    }
    std::size_t place = 0;

  private:
    void read();
    void leave();
    void wait_to_write() {
        socket_.async_wait(tcp::socket::wait_write, [self = shared_from_this()](Failure failed) {
            if (failed) return;
            self->out_.erase(0, self->write_some(self->out_));
            if (!self->out_.empty()) return self->wait_to_write();
            self->out_.shrink_to_fit();
        });
    }
    std::size_t write_some(std::string_view bytes) {
        Failure failed;
        return socket_.write_some(asio::buffer(bytes), failed);
    }

    Chat& chat_;
    tcp::socket socket_;
    bool open_ = false;
    std::string in_;
    std::string out_;
};

class Chat {
  public:
    explicit Chat(asio::io_context& io)
        : io_(io), listener_(io, {asio::ip::address_v4::loopback(), 0}), scratch_(65536) {
        listener_.listen(4096);
        std::printf("listening on http://127.0.0.1:%d\n", listener_.local_endpoint().port());
        std::fflush(stdout);
        accept();
    }
    std::vector<char>& scratch() { return scratch_; }
    void enter(std::shared_ptr<Session> session) {
        session->place = sessions_.size();
        sessions_.push_back(std::move(session));
    }
    void leave(const Session& session) {
        const std::size_t place = session.place;
        sessions_.back()->place = place;
        std::swap(sessions_[place], sessions_.back());
        sessions_.pop_back();
    }
    void say(std::string_view payload) {
        // Handlers that are ready run before what is posted now: they belong to the same turn.
        if (batch_.empty()) asio::post(io_, [this] { broadcast(); });
        append_text_frame(batch_, payload);
    }

  private:
    void accept() {
        listener_.async_accept([this](Failure failed, tcp::socket socket) {
            if (!failed) std::make_shared<Session>(*this, std::move(socket))->wait_to_read();
            accept();
        });
    }
    void broadcast() {
        for (const auto& session : sessions_) session->write(batch_);
        batch_.clear();
    }

    asio::io_context& io_;
    tcp::acceptor listener_;
    std::vector<char> scratch_;
    std::vector<std::shared_ptr<Session>> sessions_;
    std::string batch_;
};

void Session::read() {
    auto& scratch = chat_.scratch();
    Failure failed;
    const auto got = socket_.read_some(asio::buffer(scratch), failed);
    if (failed && failed != asio::error::would_block) return leave();
    in_.append(scratch.data(), got);
    if (!open_) {
        const auto answer = shake_hands(in_);
        if (answer) {
            open_ = true;
            chat_.enter(shared_from_this());
            write(*answer);
        }
    }
    while (open_) {
        const auto frame = take_frame(in_);
        if (!frame) break;
        if (frame->opcode == 8) return leave();
        if (frame->opcode == 1) chat_.say(frame->payload);
    }
    if (in_.empty()) in_.shrink_to_fit();
    wait_to_read();
}

void Session::leave() {
    const auto self = shared_from_this();
    if (std::exchange(open_, false)) chat_.leave(*this);
    Failure ignored;
    socket_.close(ignored);
}

}  // namespace
}  // namespace load

int main() {
    boost::asio::io_context io(1);
    load::Chat chat(io);
    io.run();
}
