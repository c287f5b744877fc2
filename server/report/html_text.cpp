#include "report/html_text.hpp"

#include <array>
#include <utility>

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
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> held{
        {{" :", "\u00A0:"},
         {" »", "\u00A0»"},
         {"« ", "«\u00A0"},
         {" ;", "\u202F;"},
         {" !", "\u202F!"},
         {" ?", "\u202F?"}}};
    std::string out = escape_html(text);
    for (const auto& [typed, set] : held)
        for (auto at = out.find(typed); at != std::string::npos; at = out.find(typed, at))
            out.replace(at, typed.size(), set);
    return out;
}

}  // namespace atelier::report
