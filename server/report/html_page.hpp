#pragma once

#include <string>

#include "report/summary.hpp"
#include "report/words.hpp"

/// The sections of the summary page, each appended to `out`; used by export_html() alone.
namespace atelier::report::html {

struct Page {
    const Summary& summary;
    const Words& words;
    std::string& out;
};

void header(Page& page);
void figures(Page& page);
void boards(Page& page);
void matrices(Page& page);
void votes(Page& page);
void method(Page& page);
void footer(Page& page);

/// The drawings of the symbols in use, to be referred to by lever_mark().
void symbol_definitions(Page& page);

}  // namespace atelier::report::html
