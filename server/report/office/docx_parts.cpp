#include "report/office/docx_parts.hpp"

#include <fmt/format.h>

#include <array>

#include "report/xml_text.hpp"

namespace atelier::report::office::docx {
namespace {

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view word =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
constexpr std::string_view office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string_view tag(std::string_view language) { return language == "en" ? "en-GB" : "fr-FR"; }

std::string paragraph_style(std::string_view id, std::string_view name, std::string_view layout,
                            std::string_view letters) {
    return fmt::format(
        "<w:style w:type=\"paragraph\" w:styleId=\"{}\"{}><w:name w:val=\"{}\"/>{}<w:qFormat/>"
        "<w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>\n",
        id, id == "Normal" ? " w:default=\"1\"" : "", name,
        id == "Normal" ? "" : "<w:basedOn w:val=\"Normal\"/>", layout, letters);
}

std::string spacing(int before, int after) {
    return fmt::format("<w:spacing w:before=\"{}\" w:after=\"{}\"/>", before, after);
}

std::string letters(int half_points, bool bold, std::string_view colour) {
    return fmt::format(
        "{}{}<w:sz w:val=\"{}\"/>", bold ? "<w:b/>" : "",
        colour.empty() ? std::string() : fmt::format("<w:color w:val=\"{}\"/>", colour),
        half_points);
}

}  // namespace

std::string_view content_types() noexcept {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
           "<Default Extension=\"rels\" "
           "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
           "<Default Extension=\"png\" ContentType=\"image/png\"/>"
           "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
           "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd."
           "openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
           "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd."
           "openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
           "<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd."
           "openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>"
           "<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd."
           "openxmlformats-officedocument.wordprocessingml.settings+xml\"/>"
           "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd."
           "openxmlformats-officedocument.wordprocessingml.footer+xml\"/>"
           "<Override PartName=\"/docProps/core.xml\" "
           "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>\n";
}

std::string_view package_relations() noexcept {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
           "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
           "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
           "relationships/officeDocument\" Target=\"word/document.xml\"/>"
           "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/"
           "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
           "</Relationships>\n";
}

std::string core(std::string_view title, std::string_view language) {
    return fmt::format(
        "{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
        "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>"
        "<dc:language>{}</dc:language></cp:coreProperties>\n",
        declaration, xml_text(title), tag(language));
}

std::string document(std::string_view body) {
    return fmt::format(
        "{}<w:document {}><w:body>\n{}<w:sectPr><w:footerReference w:type=\"default\" "
        "r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" "
        "w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" "
        "w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n",
        declaration, word, body);
}

std::string styles(std::string_view language) {
    std::string out = fmt::format(
        "{}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" "
        "w:hAnsi=\"Arial\" w:cs=\"Arial\" w:eastAsia=\"Arial\"/><w:color w:val=\"1D1C1A\"/>"
        "<w:sz w:val=\"21\"/><w:lang w:val=\"{}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        "<w:spacing w:after=\"0\" w:line=\"300\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
        "</w:docDefaults>\n",
        declaration, word, tag(language));
    out += paragraph_style("Normal", "Normal", "", "");
    out += paragraph_style("BodyText", "Body Text", spacing(0, 136), "");
    out += paragraph_style("Title", "Title", spacing(0, 170), letters(50, true, ""));
    out += paragraph_style("Subtitle", "Subtitle", spacing(0, 85), letters(22, false, "0B5F58"));
    out += paragraph_style("Quote", "Quote",
                           "<w:pBdr><w:left w:val=\"single\" w:sz=\"16\" w:space=\"10\" "
                           "w:color=\"0B5F58\"/></w:pBdr>" +
                               spacing(170, 170) + "<w:ind w:left=\"284\"/>",
                           letters(25, false, ""));
    out += paragraph_style("Note", "Note", spacing(0, 85), letters(18, false, "5A5750"));
    out += paragraph_style("Caption", "caption", "<w:keepNext/>" + spacing(227, 85),
                           letters(21, true, ""));
    out += paragraph_style("ListParagraph", "List Paragraph", spacing(0, 57), "");
    out += paragraph_style("TableText", "Table Text", spacing(40, 40), letters(19, false, ""));
    out += paragraph_style("TableHead", "Table Head", spacing(40, 40), letters(18, true, ""));
    static constexpr std::array<int, 4> sizes{32, 26, 24, 22};
    for (std::size_t i = 0; i < sizes.size(); ++i)
        out += paragraph_style(fmt::format("Heading{}", i + 1), fmt::format("heading {}", i + 1),
                               "<w:keepNext/>" + spacing(i == 0 ? 454 : 284, 113) +
                                   fmt::format("<w:outlineLvl w:val=\"{}\"/>", i),
                               letters(sizes[i], true, i == 0 ? "0B5F58" : ""));
    return out +
           "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
           "<w:rPr><w:color w:val=\"0B5F58\"/><w:u w:val=\"single\"/></w:rPr></w:style>\n"
           "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name "
           "w:val=\"Normal Table\"/></w:style>\n"
           "<w:style w:type=\"table\" w:styleId=\"Figures\"><w:name w:val=\"Figures\"/>"
           "<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>"
           "<w:top w:val=\"single\" w:sz=\"4\" w:color=\"C9C9C9\"/>"
           "<w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"C9C9C9\"/>"
           "<w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"C9C9C9\"/></w:tblBorders>"
           "<w:tblCellMar><w:left w:w=\"80\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/>"
           "</w:tblCellMar></w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:shd "
           "w:val=\"clear\" w:color=\"auto\" w:fill=\"E1EFEC\"/></w:tcPr></w:tblStylePr></w:style>"
           "\n</w:styles>\n";
}

std::string numbering(std::size_t ordered_lists) {
    std::string out = fmt::format("{}<w:numbering {}>\n", declaration, word);
    for (const bool ordered : {false, true}) {
        out += fmt::format("<w:abstractNum w:abstractNumId=\"{}\">", ordered ? 1 : 0);
        for (int level = 0; level < 3; ++level)
            out += fmt::format(
                "<w:lvl w:ilvl=\"{0}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{1}\"/>"
                "<w:lvlText w:val=\"{2}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{3}\" "
                "w:hanging=\"340\"/></w:pPr></w:lvl>",
                level, ordered ? "decimal" : "bullet",
                ordered      ? fmt::format("%{}.", level + 1)
                : level == 0 ? std::string("•")
                             : std::string("–"),
                340 * (level + 1));
        out += "</w:abstractNum>\n";
    }
    out += "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\n";
    for (std::size_t i = 0; i < ordered_lists; ++i)
        out += fmt::format(
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
            "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>\n",
            i + 2);
    return out + "</w:numbering>\n";
}

std::string settings(std::string_view language) {
    return fmt::format("{}<w:settings {}><w:themeFontLang w:val=\"{}\"/></w:settings>\n",
                       declaration, word, tag(language));
}

std::string_view footer() noexcept {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
           "<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p>"
           "<w:pPr><w:pStyle w:val=\"Note\"/><w:jc w:val=\"right\"/></w:pPr><w:r>"
           "<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> "
           "PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>"
           "<w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>\n";
}

std::string relation(std::string_view id, std::string_view type, std::string_view target,
                     bool outside) {
    return fmt::format("<Relationship Id=\"{}\" Type=\"{}{}\" Target=\"{}\"{}/>\n", id, office,
                       type, xml_text(target), outside ? " TargetMode=\"External\"" : "");
}

std::string relations(std::string_view more) {
    return fmt::format(
        "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "\n{}{}{}{}{}</Relationships>\n",
        declaration, relation("rId1", "styles", "styles.xml", false),
        relation("rId2", "numbering", "numbering.xml", false),
        relation("rId3", "settings", "settings.xml", false),
        relation("rId4", "footer", "footer1.xml", false), more);
}

std::string picture(const Picture& p) {
    return fmt::format(
        "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr><w:r><w:drawing><wp:inline "
        "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        "distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{0}\" cy=\"{1}\"/>"
        "<wp:docPr id=\"{2}\" name=\"{2}\" title=\"{3}\" descr=\"{4}\"/>"
        "<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
        "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic "
        "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr>"
        "<pic:cNvPr id=\"{2}\" name=\"{2}\" descr=\"{4}\"/><pic:cNvPicPr/></pic:nvPicPr>"
        "<pic:blipFill><a:blip r:embed=\"{5}\"><a:extLst><a:ext "
        "uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\"><asvg:svgBlip "
        "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"{6}\"/>"
        "</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
        "<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{0}\" cy=\"{1}\"/></a:xfrm>"
        "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>\n",
        p.width, p.height, p.number, xml_text(p.title), xml_text(p.description), p.raster,
        p.vector);
}

}  // namespace atelier::report::office::docx
