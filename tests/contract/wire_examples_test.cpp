// The protocol's own examples, through the server's readers and writers: what is decoded and
// encoded again is the same JSON value, and what must be refused is refused by its code.

#include <sodium.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "wire/bounded_json.hpp"
#include "wire/client_frames.hpp"
#include "wire/server_frames.hpp"

namespace fs = std::filesystem;
using nlohmann::json;
using namespace atelier;

namespace {

const fs::path folder = fs::path(ATELIER_SOURCE_DIR) / "protocol/examples";

std::string bytes_of(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

std::vector<fs::path> examples(const fs::path& in, std::string_view prefix) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(in))
        if (entry.is_regular_file() && entry.path().filename().string().starts_with(prefix))
            found.push_back(entry.path());
    REQUIRE(!found.empty());
    return found;
}

std::string raw_text(const json& example) {
    if (example.contains("frame")) return example["frame"].dump();
    if (example.contains("raw")) return example["raw"].get<std::string>();
    const auto encoded = example.at("raw_base64").get<std::string>();
    std::string out(encoded.size(), '\0');
    std::size_t size = 0;
    REQUIRE(sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(),
                              encoded.data(), encoded.size(), nullptr, &size, nullptr,
                              sodium_base64_VARIANT_ORIGINAL) == 0);
    out.resize(size);
    return out;
}

}  // namespace

TEST_CASE("every example of a client's frame decodes and encodes to itself") {
    for (const std::string_view prefix : {"command.", "hello"}) {
        for (const fs::path& path : examples(folder, prefix)) {
            INFO(path.filename().string());
            const std::string text = bytes_of(path);
            const auto frame = wire::decode_client_frame(text);
            REQUIRE(frame.ok());
            CHECK(wire::encode(frame.value()) == json::parse(text));
        }
    }
}

TEST_CASE("every example of a server's frame decodes and encodes to itself") {
    for (const std::string_view prefix :
         {"welcome", "resumed", "delta", "ack", "refused", "notice"}) {
        for (const fs::path& path : examples(folder, prefix)) {
            INFO(path.filename().string());
            const std::string text = bytes_of(path);
            const auto frame = wire::decode_server_frame(text);
            if (!frame) FAIL(frame.error());
            CHECK(wire::encode(frame.value()) == json::parse(text));
        }
    }
}

TEST_CASE("every example of an event decodes and encodes to itself") {
    for (const fs::path& path : examples(folder, "event.")) {
        INFO(path.filename().string());
        const json delta{{"type", "delta"}, {"seq", 7}, {"events", {json::parse(bytes_of(path))}}};
        const auto frame = wire::decode_server_frame(delta.dump());
        if (!frame) FAIL(frame.error());
        CHECK(wire::encode(frame.value()) == delta);
    }
}

TEST_CASE("[P6][P7] every example of what a client must not send is refused by its code") {
    for (const std::string_view prefix : {"client-frame", "command", "hello"}) {
        for (const fs::path& path : examples(folder / "invalid", prefix)) {
            INFO(path.filename().string());
            const json example = json::parse(bytes_of(path));
            const auto frame = wire::decode_client_frame(raw_text(example));
            REQUIRE(!frame.ok());
            const wire::Refused refused = wire::refused(frame.error().id, frame.error().refusal);
            CHECK(refused.code == example.at("code"));
            if (example.contains("data")) CHECK(refused.data == example["data"]);
        }
    }
}

TEST_CASE("[P7] nesting is bounded before anything is built") {
    const std::string deep(1'000'000, '[');
    const auto parsed = wire::parse_bounded(deep, wire::client_json_depth_max);
    REQUIRE(!parsed.ok());
    CHECK(parsed.error().code == domain::Code::too_deep);
    CHECK(wire::parse_bounded(R"({"a":"[[[[[[[[[[[[ \" [[["})", 1).ok());
}
