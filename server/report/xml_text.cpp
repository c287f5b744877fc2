#include "report/xml_text.hpp"

namespace atelier::report {

std::string xml_text(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '"') {
            out += "&quot;";
        } else if (byte >= 0x20 || c == '\n' || c == '\t') {
            out += c;
        }
    }
    return out;
}

}  // namespace atelier::report
