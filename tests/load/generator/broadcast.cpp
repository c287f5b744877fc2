// The dialects of servers that send everyone what anyone says.
#include <utility>

#include "generator/dialect.hpp"

namespace load {
namespace {

class Plain : public Dialect {
  public:
    Plain(std::string path, Ledger& ledger) : path_(std::move(path)), ledger_(ledger) {}

    std::string path(std::size_t) const override { return path_; }
    void frame(std::size_t link, std::string_view payload, Nanos at, Line&) override {
        hear(link, payload, at);
    }
    std::string command(std::size_t, std::size_t message) override { return ledger_.text(message); }
    bool complete() const override { return ledger_.copies() >= ledger_.expected(); }

  protected:
    void hear(std::size_t link, std::string_view text, Nanos at) {
        const auto message = ledger_.read(text);
        if (message != Ledger::none) ledger_.heard(link, message, 1, at, false);
    }

  private:
    std::string path_;
    Ledger& ledger_;
};

/// Engine.IO 4 over WebSocket only: packets begin with a digit.
class SocketIo : public Plain {
  public:
    using Plain::Plain;

    std::string path(std::size_t) const override { return "/socket.io/?EIO=4&transport=websocket"; }
    void opened(std::size_t, Line&) override {}
    void frame(std::size_t link, std::string_view payload, Nanos at, Line& line) override {
        if (payload.starts_with(prefix) && payload.ends_with(suffix)) {
            payload.remove_prefix(prefix.size());
            payload.remove_suffix(suffix.size());
            hear(link, payload, at);
        } else if (payload == "2") {
            line.send(link, "3");
        } else if (payload.starts_with("40")) {
            line.live(link);
        } else if (payload.starts_with('0')) {
            line.send(link, "40");
        }
    }
    std::string command(std::size_t link, std::size_t message) override {
        return std::string(prefix).append(Plain::command(link, message)).append(suffix);
    }

  private:
    static constexpr std::string_view prefix = R"(42["post",")";
    static constexpr std::string_view suffix = R"("])";
};

}  // namespace

std::unique_ptr<Dialect> make_broadcast(std::string_view name, std::string path, Ledger& ledger) {
    if (name == "plain") return std::make_unique<Plain>(std::move(path), ledger);
    if (name == "socketio") return std::make_unique<SocketIo>(std::move(path), ledger);
    return nullptr;
}

}  // namespace load
