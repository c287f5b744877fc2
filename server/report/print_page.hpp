#pragma once

#include <string>
#include <string_view>

namespace atelier::report {

/// The summary page for a program that makes a PDF of it: each picture becomes an image with its
/// alternative text, which is what such programs carry over into the document, and a plainer style sheet
/// (print.css) follows the page's. Pure.
///
/// `page`: as export_html() writes it.
[[nodiscard]] std::string print_page(std::string_view page);

}  // namespace atelier::report
