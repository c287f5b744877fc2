#pragma once

#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "domain/commands.hpp"
#include "domain/refusal.hpp"

namespace atelier::wire {

/// "idea.post" and its args -> the command; unknown_command, bad_arguments (data.field) or
/// bad_reason otherwise. Pure, thread-safe.
[[nodiscard]] domain::Decided<domain::Command> decode_args(std::string_view name,
                                                           const nlohmann::json& args);

/// {"do": …, "args": …} of a command that clients send.
[[nodiscard]] nlohmann::json encode_args(const domain::Command& command);

/// The commands that clients may send, by name, for documents and tests.
[[nodiscard]] std::vector<std::string_view> command_names();

}  // namespace atelier::wire
