#include "report/print_page.hpp"

#include <fmt/format.h>

#include "base/base64.hpp"

namespace atelier::report {

/// The style sheet's bytes, put into the binary by embed.cmake.
namespace embedded {
std::string_view print_css();
}

namespace {

/// The text of the first element of that name, escaped as it stands.
std::string_view within(std::string_view svg, std::string_view name) {
    const auto tag = svg.find(fmt::format("<{} ", name));
    const auto begin = tag == std::string_view::npos ? tag : svg.find('>', tag);
    const auto end = svg.find(fmt::format("</{}>", name), tag);
    if (begin == std::string_view::npos || end == std::string_view::npos) return {};
    return svg.substr(begin + 1, end - begin - 1);
}

}  // namespace

std::string print_page(std::string_view page) {
    constexpr std::string_view opening = "<figure class=\"picture\" tabindex=\"0\">\n",
                               closing = "</figure>";
    std::string out;
    for (;;) {
        const auto begin = page.find(opening);
        const auto end = begin == std::string_view::npos ? begin : page.find(closing, begin);
        if (end == std::string_view::npos) break;
        const auto svg = page.substr(begin + opening.size(), end - begin - opening.size());
        out.append(page.substr(0, begin + opening.size()));
        // Both texts are escaped for an attribute as for an element.
        out += fmt::format("<img alt=\"{}. {}\" src=\"data:image/svg+xml;base64,{}\">\n",
                           within(svg, "title"), within(svg, "desc"), base::base64(svg));
        page.remove_prefix(end);
    }
    out.append(page);
    if (const auto head = out.find("</head>"); head != std::string::npos)
        out.insert(head, fmt::format("<style>{}</style>\n", embedded::print_css()));
    return out;
}

}  // namespace atelier::report
