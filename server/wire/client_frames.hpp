#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "domain/commands.hpp"
#include "domain/events.hpp"
#include "domain/refusal.hpp"

/// What clients send (protocol P6, P7): decoded with every bound checked, unknown members ignored,
/// unknown types and commands refused by code. Pure, thread-safe.
namespace atelier::wire {

struct Resume {
    std::string epoch;
    domain::Seq seq = 0;
};
struct Hello {
    std::optional<Resume> resume;
};
struct ClientCommand {
    base::Uuid id;
    domain::Command command;
};
using ClientFrame = std::variant<Hello, ClientCommand>;

/// A refusal and the command it answers, as far as its id could be read.
struct RefusedFrame {
    std::optional<std::string> id;
    domain::Refusal refusal;
};
template <class T>
using Understood = base::Result<T, RefusedFrame>;

[[nodiscard]] Understood<ClientFrame> decode_client_frame(std::string_view text);

/// One command of the HTTP API: {"id", "do", "args"}.
[[nodiscard]] Understood<ClientCommand> decode_command(const nlohmann::json& json);

[[nodiscard]] nlohmann::json encode(const ClientFrame& frame);

}  // namespace atelier::wire
