#pragma once

#include <string>
#include <string_view>

namespace atelier::report::imports {

/// Whether a cell is written in HTML: it has an element that people's texts are put in. A text that
/// only mentions <something> is not touched.
[[nodiscard]] bool looks_like_html(std::string_view cell);

/// The text of an HTML fragment (rule IM5): paragraphs and <br> are line breaks, items of lists
/// begin with "- ", entities are what they stand for, comments and what is in script and style is
/// nothing. Any input gives some text; nothing of it is ever read as markup again.
[[nodiscard]] std::string strip_html(std::string_view html);

}  // namespace atelier::report::imports
