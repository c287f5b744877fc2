// An OpenDocument spreadsheet, written directly: every cell says its type.
#include <fmt/format.h>

#include "report/odf_text.hpp"
#include "report/tables.hpp"
#include "report/xml_text.hpp"
#include "report/zip.hpp"

namespace atelier::report {
namespace {

struct CellWriter {
    std::string& out;

    void operator()(const std::string& text) const {
        if (text.empty()) {
            out += "<table:table-cell/>";
            return;
        }
        out += "<table:table-cell office:value-type=\"string\" table:style-name=\"text\">";
        odf::paragraphs(out, text, {});
        out += "</table:table-cell>";
    }
    void operator()(std::int64_t n) const {
        out += fmt::format(
            "<table:table-cell office:value-type=\"float\" office:value=\"{0}\"><text:p>{0}"
            "</text:p></table:table-cell>",
            n);
    }
    void operator()(double value) const {
        out += fmt::format(
            "<table:table-cell office:value-type=\"float\" office:value=\"{0}\"><text:p>{0}"
            "</text:p></table:table-cell>",
            value);
    }
};

void write_sheet(std::string& out, const Sheet& sheet, std::size_t index) {
    out += fmt::format("<table:table table:name=\"{}\">", xml_text(sheet.name));
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        out += fmt::format("<table:table-column table:style-name=\"c{}-{}\"/>", index, i);
    out += "<table:table-header-rows><table:table-row>";
    for (const Column& column : sheet.columns) {
        out += "<table:table-cell office:value-type=\"string\" table:style-name=\"head\">";
        odf::paragraphs(out, column.head, {});
        out += "</table:table-cell>";
    }
    out += "</table:table-row></table:table-header-rows>";
    for (const auto& row : sheet.rows) {
        out += "<table:table-row>";
        for (const Cell& cell : row) std::visit(CellWriter{out}, cell);
        out += "</table:table-row>\n";
    }
    // A table has a row: where there is nothing to tell, an empty one.
    if (sheet.rows.empty()) out += "<table:table-row><table:table-cell/></table:table-row>";
    out += "</table:table>\n";
}

std::string content(const Tables& tables) {
    constexpr double mm_per_character = 2.1;
    std::string out = odf::opening("office:document-content") + "<office:automatic-styles>";
    for (std::size_t s = 0; s < tables.sheets.size(); ++s)
        for (std::size_t i = 0; i < tables.sheets[s].columns.size(); ++i)
            out += fmt::format(
                "<style:style style:name=\"c{}-{}\" style:family=\"table-column\">"
                "<style:table-column-properties style:column-width=\"{:.1f}mm\"/></style:style>",
                s, i, tables.sheets[s].columns[i].width * mm_per_character);
    out +=
        "<style:style style:name=\"head\" style:family=\"table-cell\" "
        "style:parent-style-name=\"Default\"><style:table-cell-properties "
        "fo:background-color=\"#e1efec\" fo:wrap-option=\"wrap\" style:vertical-align=\"bottom\"/>"
        "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
        "<style:style style:name=\"text\" style:family=\"table-cell\" "
        "style:parent-style-name=\"Default\"><style:table-cell-properties "
        "fo:wrap-option=\"wrap\" style:vertical-align=\"top\"/></style:style>"
        "</office:automatic-styles><office:body><office:spreadsheet>\n";
    for (std::size_t s = 0; s < tables.sheets.size(); ++s) write_sheet(out, tables.sheets[s], s);
    return out + "</office:spreadsheet></office:body></office:document-content>\n";
}

/// The head row stays in sight.
std::string settings(const Tables& tables) {
    const auto item = [](std::string_view name, std::string_view type, std::string_view value) {
        return fmt::format(
            "<config:config-item config:name=\"{}\" config:type=\"{}\">{}</config:config-item>",
            name, type, value);
    };
    std::string out = odf::opening("office:document-settings") +
                      "<office:settings><config:config-item-set config:name=\"ooo:view-settings\">"
                      "<config:config-item-map-indexed config:name=\"Views\">"
                      "<config:config-item-map-entry><config:config-item-map-named "
                      "config:name=\"Tables\">";
    for (const Sheet& sheet : tables.sheets)
        out +=
            fmt::format("<config:config-item-map-entry config:name=\"{}\">", xml_text(sheet.name)) +
            item("VerticalSplitMode", "short", "2") + item("VerticalSplitPosition", "int", "1") +
            item("ActiveSplitRange", "short", "2") + item("PositionBottom", "int", "1") +
            "</config:config-item-map-entry>";
    return out +
           "</config:config-item-map-named></config:config-item-map-entry>"
           "</config:config-item-map-indexed></config:config-item-set></office:settings>"
           "</office:document-settings>\n";
}

std::string styles(const Tables& tables) {
    return odf::opening("office:document-styles") +
           fmt::format(
               "<office:styles><style:default-style style:family=\"table-cell\">"
               "<style:text-properties style:font-name=\"Liberation Sans\" fo:font-size=\"10pt\" {}"
               "/></style:default-style><style:style style:name=\"Default\" "
               "style:family=\"table-cell\"/></office:styles></office:document-styles>\n",
               odf::language(tables.language));
}

}  // namespace

std::string export_ods(const Tables& tables) {
    return odf::package("application/vnd.oasis.opendocument.spreadsheet",
                        {{"content.xml", content(tables)},
                         {"styles.xml", styles(tables)},
                         {"settings.xml", settings(tables)},
                         {"meta.xml", odf::meta(tables.title, tables.language)}});
}

}  // namespace atelier::report
