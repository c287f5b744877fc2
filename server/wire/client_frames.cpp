#include "wire/client_frames.hpp"

#include "wire/bounded_json.hpp"
#include "wire/command_args.hpp"
#include "wire/fields.hpp"

namespace atelier::wire {
namespace {

using domain::Code;
using domain::Refusal;

constexpr std::size_t echoed_id_bytes_max = 64;

/// The id to answer to, if what was sent is something that can be sent back.
std::optional<std::string> readable_id(const nlohmann::json& json) {
    const auto found = json.find("id");
    if (found == json.end() || !found->is_string()) return std::nullopt;
    const auto& id = found->get_ref<const std::string&>();
    if (id.size() > echoed_id_bytes_max) return std::nullopt;
    return id;
}

Refusal bad(std::string field) { return {Code::bad_arguments, {{"field", std::move(field)}}}; }

Understood<ClientFrame> decode_hello(const nlohmann::json& json) {
    std::string wrong;
    const Fields in(json, wrong);
    Hello hello;
    if (in.has("resume")) {
        const Fields resume = in.object("resume");
        hello.resume = Resume{resume.text("epoch"), resume.integer<domain::Seq>("seq")};
    }
    if (!wrong.empty()) return RefusedFrame{std::nullopt, bad(wrong)};
    return ClientFrame{hello};
}

}  // namespace

Understood<ClientCommand> decode_command(const nlohmann::json& json) {
    if (!json.is_object()) return RefusedFrame{std::nullopt, {Code::malformed_json}};
    const auto id_text = readable_id(json);
    const auto id = base::Uuid::parse(id_text.value_or(""));
    if (!id) return RefusedFrame{id_text, {Code::bad_command_id}};
    const auto name = json.find("do");
    if (name == json.end() || !name->is_string())
        return RefusedFrame{id_text, {Code::unknown_command}};
    static const nlohmann::json no_args = nlohmann::json::object();
    const auto args = json.find("args");
    if (args != json.end() && !args->is_object()) return RefusedFrame{id_text, bad("args")};
    auto command =
        decode_args(name->get_ref<const std::string&>(), args == json.end() ? no_args : *args);
    if (!command) return RefusedFrame{id_text, std::move(command).error()};
    return ClientCommand{*id, std::move(command).value()};
}

Understood<ClientFrame> decode_client_frame(std::string_view text) {
    const auto parsed = parse_bounded(text, client_json_depth_max);
    if (!parsed) return RefusedFrame{std::nullopt, parsed.error()};
    const nlohmann::json& json = parsed.value();
    if (!json.is_object()) return RefusedFrame{std::nullopt, {Code::malformed_json}};
    const auto type = json.find("type");
    if (type != json.end() && *type == "hello") return decode_hello(json);
    if (type == json.end() || *type != "command")
        return RefusedFrame{readable_id(json), {Code::unknown_type}};
    auto command = decode_command(json);
    if (!command) return std::move(command).error();
    return ClientFrame{std::move(command).value()};
}

nlohmann::json encode(const ClientFrame& frame) {
    if (const auto* hello = std::get_if<Hello>(&frame)) {
        nlohmann::json out{{"type", "hello"}};
        if (hello->resume)
            out["resume"] = {{"epoch", hello->resume->epoch}, {"seq", hello->resume->seq}};
        return out;
    }
    const auto& command = std::get<ClientCommand>(frame);
    nlohmann::json out = encode_args(command.command);
    out["type"] = "command";
    out["id"] = command.id.text();
    return out;
}

}  // namespace atelier::wire
