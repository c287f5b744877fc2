#pragma once

#include <string>
#include <string_view>

#include "report/article.hpp"
#include "report/words.hpp"

/// The pieces of the summary page, each appended to `out`; used by export_html() alone.
namespace atelier::report::html {

struct Page {
    const Summary& summary;
    const Article& article;
    const Words& words;
    std::string& out;
};

void header(Page& page);
void contents(Page& page);
void part(Page& page, const Part& part);
void footer(Page& page);

/// The drawings of the symbols in use, to be referred to by lever_mark().
void symbol_definitions(Page& page);
[[nodiscard]] std::string lever_mark(const domain::Lever& lever);
/// The name of a lever's colour, for a class; a plain one for a colour that is not in the list.
[[nodiscard]] std::string_view colour_of(const domain::Lever& lever);

/// Text of the facilitators, or of ours, in paragraphs: an empty line ends one.
void paragraphs(Page& page, std::string_view text);

/// What is drawn in a slot: a picture with its alternative text, or nothing.
void picture(Page& page, const Slot& slot);
void table(Page& page, const Table& table);

}  // namespace atelier::report::html
