#include "wire/bounded_json.hpp"

#include "base/text.hpp"

namespace atelier::wire {
namespace {

/// The deepest nesting of brackets outside strings; exact for valid JSON, and harmless otherwise.
std::size_t nesting(std::string_view text) noexcept {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\') ++i;
            if (c == '"') in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            deepest = std::max(deepest, ++depth);
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
    return deepest;
}

}  // namespace

domain::Decided<nlohmann::json> parse_bounded(std::string_view text, std::size_t depth_max) {
    using domain::Code;
    using domain::Refusal;
    if (!base::valid_utf8(text)) return Refusal{Code::invalid_utf8};
    if (nesting(text) > depth_max)
        return Refusal{Code::too_deep, {{"max", static_cast<std::int64_t>(depth_max)}}};
    auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (json.is_discarded()) return Refusal{Code::malformed_json};
    return json;
}

}  // namespace atelier::wire
