#include "report/html_text.hpp"

namespace atelier::report {

std::string escape_html(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string heading_html(std::string_view text) {
    constexpr std::string_view fixed = "\u00A0", narrow = "\u202F";
    std::string out = escape_html(text);
    const auto hold = [&](std::string_view typed, std::string_view before, std::string_view space,
                          std::string_view after) {
        const std::string set = std::string(before).append(space).append(after);
        for (auto at = out.find(typed); at != std::string::npos; at = out.find(typed, at))
            out.replace(at, typed.size(), set);
    };
    hold(" :", "", fixed, ":");
    hold(" »", "", fixed, "»");
    hold("« ", "«", fixed, "");
    for (const std::string_view sign : {";", "!", "?"})
        hold(std::string(" ").append(sign), "", narrow, sign);
    return out;
}

}  // namespace atelier::report
