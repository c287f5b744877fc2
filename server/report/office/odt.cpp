// The summary as an OpenDocument text: real headings, lists, tables with heads, pictures with words.
#include <fmt/format.h>

#include <algorithm>

#include "report/odf_text.hpp"
#include "report/office/document.hpp"
#include "report/xml_text.hpp"

namespace atelier::report::office {
namespace {

constexpr double page_mm = 170, picture_height_mm = 215;

class Writer {
  public:
    Writer(const Document& document, const Rasterise& rasterise)
        : document_(document), rasterise_(rasterise) {}

    std::string write() {
        for (const Block& block : document_.blocks) write(block, {});
        parts_.insert(parts_.begin(), {{"content.xml", content()}, {"styles.xml", styles()}});
        parts_.push_back({"meta.xml", odf::meta(document_.title, document_.language)});
        return odf::package("application/vnd.oasis.opendocument.text", std::move(parts_));
    }

  private:
    void write(const Block& block, std::string_view within) {
        std::visit([&](const auto& what) { put(what, within); }, block.what);
    }

    static std::string spans(const Spans& spans) {
        std::string out;
        for (const Span& span : spans) {
            std::string text = odf::inline_text(span.text);
            const std::string_view style = span.code                  ? "Code"
                                           : span.bold && span.italic ? "BoldItalic"
                                           : span.bold                ? "Bold"
                                           : span.italic              ? "Italic"
                                                                      : "";
            if (!style.empty())
                text = fmt::format("<text:span text:style-name=\"{}\">{}</text:span>", style, text);
            if (!span.link.empty())
                text = fmt::format("<text:a xlink:type=\"simple\" xlink:href=\"{}\">{}</text:a>",
                                   xml_text(span.link), text);
            out += text;
        }
        return out;
    }

    void put(const Heading& heading, std::string_view) {
        body_ += fmt::format(
            "<text:h text:style-name=\"Heading_20_{0}\" text:outline-level=\"{0}\">{1}</text:h>\n",
            std::min(heading.level, 4), spans(heading.spans));
    }
    void put(const Paragraph& paragraph, std::string_view within) {
        static constexpr std::array<std::string_view, 7> names{
            "Text_20_body", "Title", "Subtitle", "Quotations", "Note", "Caption", "Note"};
        const auto style = static_cast<std::size_t>(paragraph.style);
        const bool plain = paragraph.style == Style::body && !within.empty();
        body_ += fmt::format("<text:p text:style-name=\"{}\">{}</text:p>\n",
                             plain ? within : names[style], spans(paragraph.spans));
    }
    void put(const List& list, std::string_view) {
        body_ += fmt::format("<text:list text:style-name=\"{}\">\n",
                             list.ordered ? "Numbers" : "Bullets");
        for (const auto& item : list.items) {
            body_ += "<text:list-item>";
            for (const Block& block : item) write(block, "Item");
            body_ += "</text:list-item>\n";
        }
        body_ += "</text:list>\n";
    }
    void put(const Table& table, std::string_view) {
        if (!table.caption.empty())
            body_ += fmt::format("<text:p text:style-name=\"Caption\">{}</text:p>\n",
                                 spans(table.caption));
        const std::size_t number = ++tables_;
        std::string caption;
        for (const Span& span : table.caption) caption += span.text;
        body_ += fmt::format(
            "<table:table table:name=\"T{0}\" table:style-name=\"Table\">"
            "<table:title>{1}</table:title>",
            number, xml_text(caption));
        const auto shares = column_shares(table);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            column_styles_ += fmt::format(
                "<style:style style:name=\"T{}.{}\" style:family=\"table-column\">"
                "<style:table-column-properties style:column-width=\"{:.1f}mm\"/></style:style>\n",
                number, i, shares[i] * page_mm);
            body_ += fmt::format("<table:table-column table:style-name=\"T{}.{}\"/>", number, i);
        }
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            if (r == 0 && table.head_rows > 0) body_ += "<table:table-header-rows>";
            body_ += "<table:table-row table:style-name=\"Row\">";
            for (const TableCell& cell : table.rows[r]) {
                const bool head = r < table.head_rows;
                body_ += fmt::format(
                    "<table:table-cell office:value-type=\"string\" table:style-name=\"{}\">"
                    "<text:p text:style-name=\"{}\">{}</text:p></table:table-cell>",
                    head ? "HeadCell" : "Cell", head ? "TableHead" : "TableText",
                    spans(cell.spans));
            }
            body_ += "</table:table-row>";
            if (r + 1 == table.head_rows) body_ += "</table:table-header-rows>";
        }
        body_ += "</table:table>\n";
    }
    void put(const Image& image, std::string_view) {
        const std::string name = fmt::format("Pictures/{:03}", ++images_);
        double width = page_mm, height = page_mm * image.height / image.width;
        if (height > picture_height_mm) {
            width *= picture_height_mm / height;
            height = picture_height_mm;
        }
        parts_.push_back({name + ".svg", image.svg});
        std::string sources = link(name + ".svg", "image/svg+xml");
        if (auto png = rasterise_ ? rasterise_(image.svg) : std::nullopt) {
            parts_.push_back({name + ".png", std::move(*png)});
            sources += link(name + ".png", "image/png");
        }
        body_ += fmt::format(
            "<text:p text:style-name=\"Picture\"><draw:frame draw:name=\"{}\" "
            "draw:style-name=\"Frame\" text:anchor-type=\"as-char\" svg:width=\"{:.1f}mm\" "
            "svg:height=\"{:.1f}mm\">{}<svg:title>{}</svg:title><svg:desc>{}</svg:desc>"
            "</draw:frame></text:p>\n",
            name.substr(9), width, height, sources, xml_text(image.title),
            xml_text(image.description));
    }
    static std::string link(std::string_view name, std::string_view type) {
        return fmt::format(
            "<draw:image xlink:href=\"{}\" xlink:type=\"simple\" xlink:show=\"embed\" "
            "xlink:actuate=\"onLoad\" draw:mime-type=\"{}\"/>",
            name, type);
    }

    std::string content() const {
        return odf::opening("office:document-content") + "<office:automatic-styles>\n" +
               column_styles_ +
               "<style:style style:name=\"Table\" style:family=\"table\"><style:table-properties "
               "style:width=\"170mm\" table:align=\"left\" fo:margin-bottom=\"4mm\" "
               "style:may-break-between-rows=\"true\"/></style:style>"
               "<style:style style:name=\"Row\" style:family=\"table-row\">"
               "<style:table-row-properties fo:keep-together=\"always\"/></style:style>"
               "<style:style style:name=\"Cell\" style:family=\"table-cell\">"
               "<style:table-cell-properties fo:padding=\"1.4mm\" "
               "fo:border-bottom=\"0.4pt solid #c9c9c9\"/></style:style>"
               "<style:style style:name=\"HeadCell\" style:family=\"table-cell\">"
               "<style:table-cell-properties fo:padding=\"1.4mm\" style:vertical-align=\"bottom\" "
               "fo:background-color=\"#e1efec\" fo:border-bottom=\"1pt solid #0b5f58\"/>"
               "</style:style><style:style style:name=\"Frame\" style:family=\"graphic\">"
               "<style:graphic-properties style:vertical-pos=\"top\" "
               "style:vertical-rel=\"baseline\"/></style:style>"
               "</office:automatic-styles>\n<office:body><office:text>\n" +
               body_ + "</office:text></office:body></office:document-content>\n";
    }

    static std::string paragraph_style(std::string_view name, std::string_view shown,
                                       std::string_view parent, std::string_view layout,
                                       std::string_view letters, std::string_view more = {}) {
        return fmt::format(
            "<style:style style:name=\"{}\" style:display-name=\"{}\" style:family=\"paragraph\"{}"
            " style:class=\"text\"{}><style:paragraph-properties {}/><style:text-properties {}/>"
            "</style:style>\n",
            name, shown,
            parent.empty() ? std::string() : fmt::format(" style:parent-style-name=\"{}\"", parent),
            more, layout, letters);
    }
    static std::string headings() {
        static constexpr std::array<int, 4> sizes{16, 13, 12, 11};
        std::string out;
        for (std::size_t i = 0; i < sizes.size(); ++i)
            out += paragraph_style(
                fmt::format("Heading_20_{}", i + 1), fmt::format("Heading {}", i + 1), "Standard",
                fmt::format("fo:margin-top=\"{}mm\" fo:margin-bottom=\"2mm\" "
                            "fo:keep-with-next=\"always\"",
                            i == 0 ? 8 : 5),
                fmt::format("fo:font-size=\"{}pt\" fo:font-weight=\"bold\" fo:color=\"{}\"",
                            sizes[i], i == 0 ? "#0b5f58" : "#1d1c1a"),
                fmt::format(" style:next-style-name=\"Text_20_body\" "
                            "style:default-outline-level=\"{}\"",
                            i + 1));
        return out;
    }
    static std::string list_style(std::string_view name, bool ordered) {
        std::string out = fmt::format("<text:list-style style:name=\"{}\">", name);
        for (int level = 1; level <= 3; ++level)
            out += fmt::format(
                "{0}<style:list-level-properties text:list-level-position-and-space-mode=\""
                "label-alignment\"><style:list-level-label-alignment text:label-followed-by=\""
                "listtab\" fo:text-indent=\"-6mm\" fo:margin-left=\"{1}mm\"/>"
                "</style:list-level-properties>{2}",
                ordered ? fmt::format("<text:list-level-style-number text:level=\"{}\" "
                                      "style:num-format=\"1\" style:num-suffix=\".\">",
                                      level)
                        : fmt::format("<text:list-level-style-bullet text:level=\"{}\" "
                                      "text:bullet-char=\"{}\">",
                                      level, level == 1 ? "•" : "–"),
                6 * level,
                ordered ? "</text:list-level-style-number>" : "</text:list-level-style-bullet>");
        return out + "</text:list-style>\n";
    }
    std::string styles() const {
        const std::string_view soft = "fo:font-size=\"9pt\" fo:color=\"#5a5750\"";
        std::string out = odf::opening("office:document-styles");
        out +=
            "<office:font-face-decls><style:font-face style:name=\"Sans\" svg:font-family=\""
            "'Liberation Sans', Arial, sans-serif\" style:font-family-generic=\"swiss\"/>"
            "<style:font-face style:name=\"Mono\" svg:font-family=\"'Liberation Mono', monospace\" "
            "style:font-family-generic=\"modern\"/></office:font-face-decls>\n<office:styles>\n";
        out += fmt::format(
            "<style:default-style style:family=\"paragraph\"><style:paragraph-properties "
            "fo:line-height=\"125%\" fo:orphans=\"2\" fo:widows=\"2\"/><style:text-properties "
            "style:font-name=\"Sans\" fo:font-size=\"10.5pt\" fo:color=\"#1d1c1a\" {}/>"
            "</style:default-style>\n<style:style style:name=\"Standard\" "
            "style:family=\"paragraph\" style:class=\"text\"/>\n",
            odf::language(document_.language));
        out += paragraph_style("Text_20_body", "Text body", "Standard",
                               "fo:margin-top=\"0mm\" fo:margin-bottom=\"2.4mm\"", "");
        out += paragraph_style("Title", "Title", "Standard",
                               "fo:margin-top=\"0mm\" fo:margin-bottom=\"3mm\"",
                               "fo:font-size=\"25pt\" fo:font-weight=\"bold\"");
        out += paragraph_style("Subtitle", "Subtitle", "Standard",
                               "fo:margin-top=\"0mm\" fo:margin-bottom=\"1.5mm\"",
                               "fo:font-size=\"11pt\" fo:color=\"#0b5f58\"");
        out += paragraph_style("Quotations", "Quotations", "Standard",
                               "fo:margin-left=\"5mm\" fo:margin-top=\"3mm\" "
                               "fo:margin-bottom=\"3mm\" fo:padding-left=\"4mm\" "
                               "fo:border-left=\"2pt solid #0b5f58\"",
                               "fo:font-size=\"12.5pt\"");
        out += paragraph_style("Note", "Note", "Standard",
                               "fo:margin-top=\"0mm\" fo:margin-bottom=\"1.5mm\"", soft);
        out += paragraph_style("Caption", "Caption", "Standard",
                               "fo:margin-top=\"4mm\" fo:margin-bottom=\"1.5mm\" "
                               "fo:keep-with-next=\"always\"",
                               "fo:font-weight=\"bold\"");
        out += paragraph_style("Item", "Item", "Standard",
                               "fo:margin-top=\"0mm\" fo:margin-bottom=\"1mm\"", "");
        out += paragraph_style("TableText", "Table text", "Standard", "fo:margin-top=\"0mm\"",
                               "fo:font-size=\"9.5pt\"");
        out += paragraph_style("TableHead", "Table head", "Standard", "fo:margin-top=\"0mm\"",
                               "fo:font-size=\"9pt\" fo:font-weight=\"bold\"");
        out += paragraph_style("Picture", "Picture", "Standard",
                               "fo:margin-top=\"3mm\" fo:margin-bottom=\"3mm\"", "");
        out += headings();
        for (const auto& [name, letters] :
             {std::pair{"Bold", "fo:font-weight=\"bold\""},
              std::pair{"Italic", "fo:font-style=\"italic\""},
              std::pair{"BoldItalic", "fo:font-weight=\"bold\" fo:font-style=\"italic\""},
              std::pair{"Code", "style:font-name=\"Mono\" fo:font-size=\"8.5pt\""}})
            out += fmt::format(
                "<style:style style:name=\"{}\" style:family=\"text\"><style:text-properties {}/>"
                "</style:style>\n",
                name, letters);
        out += list_style("Bullets", false) + list_style("Numbers", true);
        return out +
               "</office:styles>\n<office:automatic-styles><style:page-layout "
               "style:name=\"A4\"><style:page-layout-properties fo:page-width=\"210mm\" "
               "fo:page-height=\"297mm\" fo:margin=\"20mm\"/><style:footer-style>"
               "<style:header-footer-properties fo:min-height=\"8mm\" fo:margin-top=\"4mm\"/>"
               "</style:footer-style></style:page-layout><style:style style:name=\"Foot\" "
               "style:family=\"paragraph\" style:parent-style-name=\"Note\">"
               "<style:paragraph-properties fo:text-align=\"end\"/></style:style>"
               "</office:automatic-styles><office:master-styles><style:master-page "
               "style:name=\"Standard\" style:page-layout-name=\"A4\"><style:footer>"
               "<text:p text:style-name=\"Foot\"><text:page-number/></text:p></style:footer>"
               "</style:master-page></office:master-styles></office:document-styles>\n";
    }

    const Document& document_;
    const Rasterise& rasterise_;
    std::string body_, column_styles_;
    std::vector<ZipEntry> parts_;
    std::size_t tables_ = 0, images_ = 0;
};

}  // namespace

std::string write_odt(const Document& document, const Rasterise& rasterise) {
    return Writer(document, rasterise).write();
}

}  // namespace atelier::report::office
