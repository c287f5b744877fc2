#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "generator/clock.hpp"
#include "generator/ledger.hpp"

namespace load {

/// What a dialect may ask of the connections. Outlives the dialect.
class Line {
  public:
    virtual ~Line() = default;
    virtual void send(std::size_t link, std::string_view text) = 0;
    /// The greeting is over: this connection hears everything from now on.
    virtual void live(std::size_t link) = 0;
    /// Sends a message once more, later.
    virtual void again(std::size_t message, Nanos at) = 0;
};

/// How one kind of server is talked to. One thread; links are told by their number.
class Dialect {
  public:
    virtual ~Dialect() = default;

    /// The body of the request that must be answered before connecting; empty: none is needed.
    [[nodiscard]] virtual std::string join_body(std::size_t /*link*/) const { return {}; }
    /// The answer to it; false when it was refused.
    virtual bool joined(std::size_t /*link*/, int /*status*/, std::string_view /*body*/) {
        return true;
    }
    /// Path of the upgrade and the headers that go with it (each ends in CRLF).
    [[nodiscard]] virtual std::string path(std::size_t link) const = 0;
    [[nodiscard]] virtual std::string headers(std::size_t /*link*/) const { return {}; }

    virtual void opened(std::size_t link, Line& line) { line.live(link); }
    virtual void frame(std::size_t link, std::string_view payload, Nanos at, Line& line) = 0;
    /// What connection `link` sends for a message.
    [[nodiscard]] virtual std::string command(std::size_t link, std::size_t message) = 0;

    /// Whether everything that was due has come back.
    [[nodiscard]] virtual bool complete() const = 0;
    /// How many messages got their last answer, where there are answers.
    [[nodiscard]] virtual std::size_t answered() const { return 0; }
    /// What else there is to say at the end.
    virtual void report(nlohmann::ordered_json& /*out*/) const {}
};

/// `plain` and `socketio`: whatever one sends, everyone gets.
[[nodiscard]] std::unique_ptr<Dialect> make_broadcast(std::string_view name, std::string path,
                                                      Ledger& ledger);

}  // namespace load
