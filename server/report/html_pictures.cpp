// The pictures of the page, each with its words: drawn into the page itself, so that it needs nothing
// else.
#include "report/html_page.hpp"
#include "report/pictures/pictures.hpp"

namespace atelier::report::html {

void picture(Page& page, const Slot& slot) {
    if (const auto found = pictures::picture_for(page.summary, slot))
        page.out += "<figure class=\"picture\">\n" + found->svg + "</figure>\n";
}

}  // namespace atelier::report::html
