#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/article.hpp"

/// The summary's article as what a word processor knows: headings, paragraphs, lists, tables with
/// their heads, and pictures with their words. OpenDocument and Office Open XML are written from it,
/// so that they say what the page says, in its order. Pure.
///
/// Rules on top of the summary's:
///   AR1  every text of the article is in the document, in its order, people's words as typed
///   AR2  headings, lists, tables and pictures are what they are to a screen reader, and every table
///        of figures has a head that is repeated on each page
namespace atelier::report::office {

struct Span {
    std::string text;  ///< line breaks are breaks
    bool bold = false, italic = false, code = false;
    std::string link = {};  ///< http, https or mailto; empty: none
};
using Spans = std::vector<Span>;

enum class Style { body, title, subtitle, quote, note, caption, code };

struct Block;

struct Heading {
    int level = 1;
    Spans spans;
};
struct Paragraph {
    Style style = Style::body;
    Spans spans;
};
struct List {
    bool ordered = false;
    std::vector<std::vector<Block>> items;
};
struct TableCell {
    bool head = false;
    Spans spans;
};
struct Table {
    Spans caption;
    std::size_t head_rows = 0;
    std::vector<std::vector<TableCell>> rows;
};
struct Image {
    std::string title, description;
    std::string svg;
    double width = 760, height = 400;
};
struct Block {
    std::variant<Heading, Paragraph, List, Table, Image> what;
};

struct Document {
    std::string language, title;
    std::vector<Block> blocks;
};

[[nodiscard]] Document document_of(const Summary& summary);

/// SVG to PNG; nothing where that cannot be done here.
using Rasterise = std::function<std::optional<std::string>(std::string_view svg)>;

/// OpenDocument: every picture as SVG, and as PNG for whom that helps.
[[nodiscard]] std::string write_odt(const Document& document, const Rasterise& rasterise);
/// Office Open XML; a picture that has no PNG is left to its words.
[[nodiscard]] std::string write_docx(const Document& document, const Rasterise& rasterise);

/// The shares of the columns' widths, from how long their texts are; they add up to 1.
[[nodiscard]] std::vector<double> column_shares(const Table& table);

}  // namespace atelier::report::office
