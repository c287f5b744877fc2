#include "report/symbols.hpp"

#include <algorithm>
#include <array>

namespace atelier::report {
namespace {

struct Drawing {
    std::string_view name, path;
};

constexpr std::array<Drawing, 12> drawings{{
    {"network",
     "M12 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM5 21a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"
     "M19 21a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM10.8 7.2 6.2 16.3M13.2 7.2l4.6 9.1M7.5 18.5h9"},
    {"bulb",
     "M9.5 17.5h5M10.5 21h3M8.4 14.4a6 6 0 1 1 7.2 0c-.7.6-1.1 1.4-1.1 3.1h-5c0-1.7-.4-2.5-"
     "1.1-3.1Z"},
    {"link", "M10.5 8H7a4 4 0 0 0 0 8h3.5M13.5 8H17a4 4 0 0 1 0 8h-3.5M8.5 12h7"},
    {"hands",
     "M3 11.5c2.4 0 3.6 1 4.6 2.6L9.3 17h5.4l1.7-2.9c1-1.6 2.2-2.6 4.6-2.6M9.3 17v4M14.7 "
     "17v4M12 12.6S8.6 10.5 8.6 7.9A1.9 1.9 0 0 1 12 6.7a1.9 1.9 0 0 1 3.4 1.2c0 2.6-3.4 "
     "4.7-3.4 4.7Z"},
    {"shield", "M12 3l7 2.6V11c0 4.6-2.8 8-7 10-4.2-2-7-5.4-7-10V5.6Z"},
    {"leaf", "M7.5 18.5C3.5 12 7 4.5 20 4.5c.5 12-6.5 17-12.5 14ZM4.5 21C6 16 9 12.5 14 10.5"},
    {"star",
     "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9L12 16.9 6.8 19.7l1-5.9L3.5 "
     "9.7l5.9-.8Z"},
    {"flag", "M6 21V4h12l-2.5 4.25L18 12.5H6"},
    {"heart",
     "M12 20S4.5 15.5 4.5 9.7A3.9 3.9 0 0 1 12 7.9a3.9 3.9 0 0 1 7.5 "
     "1.8C19.5 15.5 12 20 12 20Z"},
    {"bolt", "M13.5 3 5.5 13.5h5.8L10.5 21l8-10.5h-5.8Z"},
    {"book",
     "M12 6.5C10 5 7.5 4.5 4 4.5v13c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2v-13c-3.5 "
     "0-6 .5-8 2ZM12 6.5v13"},
    {"house", "M3.5 11.5 12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-5.5h4V20"},
}};

}  // namespace

std::string_view symbol_path(std::string_view symbol) noexcept {
    const auto found = std::ranges::find(drawings, symbol, &Drawing::name);
    return found == drawings.end() ? "M12 19a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z" : found->path;
}

}  // namespace atelier::report
