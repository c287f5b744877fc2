#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The summary page as what a word processor knows: headings, paragraphs, lists, tables, pictures.
/// It is read from the page itself, so that no document leaves out what the page tells. Pure.
///
/// Rules on top of the summary's:
///   AR1  every text of the page is in the article, in its order, but for what only helps on a screen
///        (the contents, links to skip, drawings without words)
///   AR2  headings, lists, tables with their heads and pictures with their words stay what they are
///   AR3  what the reader does not know is read as the text that it holds
namespace atelier::report::office {

struct Span {
    std::string text;  ///< line breaks are breaks
    bool bold = false, italic = false, code = false;
    std::string link = {};  ///< http, https or mailto; empty: none
};
using Spans = std::vector<Span>;

enum class Style { body, title, subtitle, quote, note, caption };

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

struct Article {
    std::string language, title;
    std::vector<Block> blocks;
};

/// `page`: as export_html writes it.
[[nodiscard]] Article article_of(std::string_view page);

/// SVG to PNG; nothing where that cannot be done here.
using Rasterise = std::function<std::optional<std::string>(std::string_view svg)>;

/// OpenDocument: every picture as SVG, and as PNG for whom that helps.
[[nodiscard]] std::string write_odt(const Article& article, const Rasterise& rasterise);
/// Office Open XML; a picture that has no PNG is left to its words.
[[nodiscard]] std::string write_docx(const Article& article, const Rasterise& rasterise);

/// The shares of the columns' widths, from how long their texts are; they add up to 1.
[[nodiscard]] std::vector<double> column_shares(const Table& table);

}  // namespace atelier::report::office
