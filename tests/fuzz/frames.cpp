// What clients send, as frames of a WebSocket and as bodies of a POST: what is understood means the
// same when it is written and read again; what is not is refused by a code that can be sent back.

#include <algorithm>
#include <array>

#include "fuzz.hpp"
#include "wire/bounded_json.hpp"
#include "wire/client_frames.hpp"
#include "wire/server_frames.hpp"

using namespace atelier;
using fuzz::must;

namespace {

void refused_well(const wire::RefusedFrame& refused) {
    using domain::Code;
    constexpr std::array codes{Code::malformed_json, Code::invalid_utf8,    Code::too_deep,
                               Code::unknown_type,   Code::unknown_command, Code::bad_command_id,
                               Code::bad_arguments,  Code::bad_reason};
    must(std::ranges::find(codes, refused.refusal.code) != codes.end(), "the code is a decoder's");
    const auto text = wire::encode_text(wire::refused(refused.id, refused.refusal));
    must(wire::decode_server_frame(text).ok(), "the refusal can be read");
}

void as_frame(const std::string& text) {
    const auto frame = wire::decode_client_frame(text);
    if (!frame) return refused_well(frame.error());
    const nlohmann::json written = wire::encode(frame.value());
    const auto again = wire::decode_client_frame(written.dump());
    must(again.ok(), "what was understood is understood again");
    must(wire::encode(again.value()) == written, "and means the same");
}

void as_command(const nlohmann::json& json) {
    const auto command = wire::decode_command(json);
    if (!command) return refused_well(command.error());
    const nlohmann::json written = wire::encode(wire::ClientFrame(command.value()));
    must(wire::decode_command(written).ok(), "a command is understood again");
}

void as_body(const std::string& text) {
    const auto json = wire::parse_bounded(text, wire::client_json_depth_max);
    if (!json) return refused_well({std::nullopt, json.error()});
    if (!json.value().is_array()) return as_command(json.value());
    for (const auto& one : json.value()) as_command(one);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = fuzz::bytes(data, size);
    as_frame(text);
    as_body(text);
    return 0;
}
