// The summary as an Office Open XML text.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/office/document.hpp"
#include "report/office/docx_parts.hpp"
#include "report/xml_text.hpp"
#include "report/zip.hpp"

namespace atelier::report::office {
namespace {

constexpr double page_mm = 170, picture_height_mm = 215, emu_per_mm = 36'000;
constexpr int page_twips = 9'638;  // 170 mm

class Writer {
  public:
    Writer(const Document& document, const Rasterise& rasterise)
        : document_(document), rasterise_(rasterise) {}

    std::string write() {
        for (const Block& block : document_.blocks) write(block, {}, 0);
        std::vector<ZipEntry> parts{
            {"[Content_Types].xml", std::string(docx::content_types())},
            {"_rels/.rels", std::string(docx::package_relations())},
            {"docProps/core.xml", docx::core(document_.title, document_.language)},
            {"word/document.xml", docx::document(body_)},
            {"word/styles.xml", docx::styles(document_.language)},
            {"word/numbering.xml", docx::numbering(ordered_lists_)},
            {"word/settings.xml", docx::settings(document_.language)},
            {"word/footer1.xml", std::string(docx::footer())},
            {"word/_rels/document.xml.rels", docx::relations(relations_)}};
        for (ZipEntry& one : media_) parts.push_back(std::move(one));
        return zip(parts);
    }

  private:
    void write(const Block& block, std::string_view style, int depth) {
        std::visit([&](const auto& what) { put(what, style, depth); }, block.what);
    }

    static std::string text_of(std::string_view text) {
        std::string out = "<w:t xml:space=\"preserve\">";
        for (std::size_t begin = 0;;) {
            const auto end = text.find_first_of("\n\t", begin);
            out += xml_text(text.substr(begin, end - begin));
            if (end == std::string_view::npos) break;
            out += text[end] == '\n' ? "</w:t><w:br/><w:t xml:space=\"preserve\">"
                                     : "</w:t><w:tab/><w:t xml:space=\"preserve\">";
            begin = end + 1;
        }
        return out + "</w:t>";
    }
    std::string runs(const Spans& spans) {
        std::string out;
        for (const Span& span : spans) {
            std::string look;
            if (!span.link.empty()) look += "<w:rStyle w:val=\"Hyperlink\"/>";
            if (span.code) look += "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\"/>";
            if (span.bold) look += "<w:b/>";
            if (span.italic) look += "<w:i/>";
            if (span.code) look += "<w:sz w:val=\"17\"/>";
            std::string run = "<w:r>" + (look.empty() ? "" : "<w:rPr>" + look + "</w:rPr>") +
                              text_of(span.text) + "</w:r>";
            if (!span.link.empty())
                run = fmt::format("<w:hyperlink r:id=\"{}\">{}</w:hyperlink>",
                                  relate("hyperlink", span.link, true), run);
            out += run;
        }
        return out;
    }
    std::string relate(std::string_view type, std::string_view target, bool outside) {
        const std::string id = fmt::format("rLink{}", ++relation_);
        relations_ += docx::relation(id, type, target, outside);
        return id;
    }
    void paragraph(std::string_view style, const Spans& spans, std::string_view more = {}) {
        body_ += fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>{}</w:pPr>{}</w:p>\n", style,
                             more, runs(spans));
    }

    void put(const Heading& heading, std::string_view, int) {
        paragraph(fmt::format("Heading{}", std::min(heading.level, 4)), heading.spans);
    }
    void put(const Paragraph& one, std::string_view within, int) {
        static constexpr std::array<std::string_view, 7> names{
            "BodyText", "Title", "Subtitle", "Quote", "Note", "Caption", "Note"};
        const bool plain = one.style == Style::body && !within.empty();
        paragraph(plain ? within : names[static_cast<std::size_t>(one.style)], one.spans);
    }
    void put(const List& list, std::string_view, int depth) {
        const std::size_t number = list.ordered ? ++ordered_lists_ + 1 : 1;
        const int level = std::min(depth, 2);
        for (const auto& item : list.items) {
            bool first = true;
            for (const Block& block : item) {
                const auto* text = std::get_if<Paragraph>(&block.what);
                if (!text) {
                    write(block, "ListParagraph", depth + 1);
                    continue;
                }
                // Only the item's first paragraph bears its mark.
                const std::string place =
                    first ? fmt::format(
                                "<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/>"
                                "</w:numPr>",
                                level, number)
                          : fmt::format("<w:ind w:left=\"{}\"/>", 340 * (level + 1));
                paragraph(text->style == Style::note ? "Note" : "ListParagraph", text->spans,
                          place);
                first = false;
            }
        }
    }
    void put(const Table& table, std::string_view, int) {
        if (!table.caption.empty()) paragraph("Caption", table.caption, "<w:keepNext/>");
        std::string caption;
        for (const Span& span : table.caption) caption += span.text;
        body_ += fmt::format(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Figures\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>"
            "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/>{}"
            "</w:tblPr><w:tblGrid>",
            page_twips,
            caption.empty() ? std::string()
                            : fmt::format("<w:tblCaption w:val=\"{}\"/>", xml_text(caption)));
        std::vector<int> widths;
        for (const double share : column_shares(table)) {
            widths.push_back(static_cast<int>(share * page_twips));
            body_ += fmt::format("<w:gridCol w:w=\"{}\"/>", widths.back());
        }
        body_ += "</w:tblGrid>\n";
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const bool head = r < table.head_rows;
            body_ += fmt::format("<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>",
                                 head ? "<w:tblHeader/>" : "");
            for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
                body_ += fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/></w:tcPr>",
                                     widths[c]);
                paragraph(head ? "TableHead" : "TableText", table.rows[r][c].spans);
                body_ += "</w:tc>";
            }
            body_ += "</w:tr>\n";
        }
        body_ += "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr></w:p>\n";
    }
    void put(const Image& image, std::string_view, int) {
        auto png = rasterise_ ? rasterise_(image.svg) : std::nullopt;
        if (!png) return paragraph("Note", {{image.title, true}, {" – " + image.description}});
        const std::size_t number = ++images_;
        const std::string file = fmt::format("media/image{}", number);
        media_.push_back({"word/" + file + ".png", std::move(*png)});
        media_.push_back({"word/" + file + ".svg", image.svg});
        const std::string raster = relate("image", file + ".png", false);
        const std::string vector = relate("image", file + ".svg", false);
        double width = page_mm, height = page_mm * image.height / image.width;
        if (height > picture_height_mm) {
            width *= picture_height_mm / height;
            height = picture_height_mm;
        }
        body_ += docx::picture({number, image.title, image.description, raster, vector,
                                static_cast<long>(width * emu_per_mm),
                                static_cast<long>(height * emu_per_mm)});
    }

    const Document& document_;
    const Rasterise& rasterise_;
    std::string body_, relations_;
    std::vector<ZipEntry> media_;
    std::size_t relation_ = 0, images_ = 0, ordered_lists_ = 0;
};

}  // namespace

std::string write_docx(const Document& document, const Rasterise& rasterise) {
    return Writer(document, rasterise).write();
}

}  // namespace atelier::report::office
