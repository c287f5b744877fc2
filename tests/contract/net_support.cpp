#include "net_support.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "net/header_text.hpp"

namespace net_test {

// The server's side

net::Response page(std::string body, unsigned status) {
    return {status,
            {{"Content-Type", "text/plain"}},
            std::make_shared<const std::string>(std::move(body))};
}

void ScriptedHandler::handle(net::Request request, net::Respond respond) {
    if (on_request) return on_request(std::move(request), std::move(respond));
    respond(page(
        fmt::format("{} {} {}", static_cast<int>(request.method), request.path, request.body)));
}

void ScriptedHandler::upgrade(net::Request request, net::Upgrade upgrade) {
    if (on_upgrade) return on_upgrade(std::move(request), std::move(upgrade));
    upgrade(page("no", 403));
}

void Diary::write(std::string line) {
    const std::lock_guard lock{mutex_};
    lines_.push_back(std::move(line));
    changed_.notify_all();
}

std::vector<std::string> Diary::lines() const {
    const std::lock_guard lock{mutex_};
    return lines_;
}

bool Diary::has(std::string_view line) const {
    std::unique_lock lock{mutex_};
    return changed_.wait_for(lock, 5s,
                             [&] { return std::ranges::find(lines_, line) != lines_.end(); });
}

void EchoSession::on_open(std::shared_ptr<net::Socket> opened) {
    socket = std::move(opened);
    diary_->write("open");
}

void EchoSession::on_message(std::string text) {
    diary_->write("message " + text.substr(0, 40));
    socket->send(std::make_shared<const std::string>(std::move(text)));
}

void EchoSession::on_closed() {
    socket.reset();
    diary_->write("closed");
}

TestServer::TestServer(net::Handler& handler, net::Limits limits, std::vector<std::string> proxies,
                       std::size_t threads) {
    net::Options options;
    options.limits = limits;
    options.proxies = std::move(proxies);
    options.log = [this](std::string_view line) { log_.write(std::string{line}); };
    net::Server::Contexts contexts{&io_};
    for (std::size_t i = 1; i < threads; ++i)
        contexts.push_back(more_.emplace_back(std::make_unique<boost::asio::io_context>(1)).get());
    auto listening = net::Server::listen(contexts, std::move(options), handler);
    if (!listening) throw std::runtime_error{listening.error()};
    server_ = std::move(listening).value();
    port_ = server_->port();
    for (boost::asio::io_context* io : contexts) {
        work_.push_back(boost::asio::make_work_guard(*io));
        threads_.emplace_back([io] { io->run(); });
    }
}

// A server with one thread may go while that runs; one with several only when none of them does.
TestServer::~TestServer() {
    if (more_.empty()) {
        boost::asio::post(io_, [this] { server_.reset(); });
        work_.clear();
    } else {
        io_.stop();
        for (const auto& io : more_) io->stop();
    }
    for (std::thread& thread : threads_) thread.join();
    server_.reset();
}

bool TestServer::becomes_empty() {
    for (int i = 0; i < 1000; ++i) {
        if (on_loop([](net::Server& server) { return server.connections(); }) == 0) return true;
        std::this_thread::sleep_for(5ms);
    }
    return false;
}

// The client's side

RawClient::RawClient(std::uint16_t port, int receive_buffer_bytes)
    : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{5, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (receive_buffer_bytes > 0)
        ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes,
                     sizeof receive_buffer_bytes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error{"cannot connect"};
}

RawClient::~RawClient() { ::close(fd_); }

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawClient::fill() {
    std::array<char, 65536> chunk;
    const ssize_t count = ::recv(fd_, chunk.data(), chunk.size(), 0);
    if (count > 0) buffer_.append(chunk.data(), static_cast<std::size_t>(count));
    timed_out_ = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
    return count > 0;
}

std::optional<std::string> RawClient::take(std::size_t count) {
    while (buffer_.size() < count) {
        if (!fill()) return std::nullopt;
    }
    std::string bytes = buffer_.substr(0, count);
    buffer_.erase(0, count);
    return bytes;
}

Reply RawClient::read_reply(bool head) {
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
        if (!fill()) return {};
    }
    const std::string header = *take(end + 4);
    Reply reply;
    reply.status = static_cast<unsigned>(std::stoul(header.substr(9, 3)));
    for (std::size_t at = header.find("\r\n") + 2; at < header.size() - 2;) {
        const std::size_t stop = header.find("\r\n", at);
        const std::string line = header.substr(at, stop - at);
        std::string name = line.substr(0, line.find(':'));
        std::ranges::transform(name, name.begin(), net::lower);
        reply.headers[name] = net::trimmed(std::string_view{line}.substr(name.size() + 1));
        at = stop + 2;
    }
    if (!head && reply.headers.contains("content-length"))
        reply.body = take(std::stoul(reply.headers["content-length"])).value_or("(cut short)");
    return reply;
}

bool RawClient::ends() {
    while (fill()) buffer_.clear();
    return !timed_out_;
}

void RawClient::half_close() { ::shutdown(fd_, SHUT_WR); }

void RawClient::reset() {
    const linger now{1, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(std::exchange(fd_, -1));
}

std::string get(std::string_view path, std::string_view more_headers) {
    return fmt::format("GET {} HTTP/1.1\r\nHost: x\r\n{}\r\n", path, more_headers);
}

// WebSocket, by hand

std::string client_frame(net::Opcode opcode, std::string_view payload, bool final) {
    const net::FrameHead head = net::frame_head(opcode, payload.size());
    std::string frame{head.bytes.data(), head.size};
    if (!final) frame[0] = static_cast<char>(frame[0] & 0x7F);
    frame[1] = static_cast<char>(frame[1] | 0x80);
    const std::string_view mask = "\x37\xfa\x21\x3d";
    frame += mask;
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame.push_back(static_cast<char>(payload[i] ^ mask[i % 4]));
    return frame;
}

std::uint16_t Frame::close_code() const {
    if (opcode != net::Opcode::close || payload.size() < 2) return 0;
    return static_cast<std::uint16_t>(static_cast<unsigned char>(payload[0]) * 256 +
                                      static_cast<unsigned char>(payload[1]));
}

std::optional<Frame> RawClient::read_frame() {
    const auto head = take(2);
    if (!head) return std::nullopt;
    Frame frame;
    frame.final = ((*head)[0] & 0x80) != 0;
    frame.opcode = static_cast<net::Opcode>((*head)[0] & 0x0F);
    std::size_t length = static_cast<unsigned char>((*head)[1]);
    if (length == 126 || length == 127) {
        const auto longer = take(length == 126 ? 2 : 8);
        if (!longer) return std::nullopt;
        length = 0;
        for (const char c : *longer) length = length << 8U | static_cast<unsigned char>(c);
    }
    auto payload = take(length);
    if (!payload) return std::nullopt;
    frame.payload = std::move(*payload);
    return frame;
}

std::optional<Frame> RawClient::read_answer() {
    auto frame = read_frame();
    while (frame && frame->opcode == net::Opcode::ping) frame = read_frame();
    return frame;
}

Reply RawClient::upgrade(std::string_view path, std::string_view more_headers) {
    send(
        fmt::format("GET {} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    "Sec-WebSocket-Version: 13\r\n"
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{}\r\n",
                    path, more_headers));
    return read_reply();
}

}  // namespace net_test
