// The pictures of the page, each with its words: drawn into the page itself, so that it needs nothing
// else. On a phone they scroll, so the keyboard has to reach them.
#include "report/html_page.hpp"
#include "report/pictures/pictures.hpp"

namespace atelier::report::html {

void picture(Page& page, const Slot& slot) {
    if (const auto found = pictures::picture_for(page.summary, slot))
        page.out += "<figure class=\"picture\" tabindex=\"0\">\n" + found->svg + "</figure>\n";
}

}  // namespace atelier::report::html
