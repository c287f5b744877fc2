#include "report/odf_text.hpp"

#include <fmt/format.h>

#include "report/xml_text.hpp"

namespace atelier::report::odf {
namespace {

constexpr std::string_view oasis = "urn:oasis:names:tc:opendocument:xmlns:";

std::string_view type_of(std::string_view name) {
    if (name.ends_with(".svg")) return "image/svg+xml";
    if (name.ends_with(".png")) return "image/png";
    return "text/xml";
}

}  // namespace

std::string opening(std::string_view root) {
    std::string out = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{}", root);
    for (const auto& [prefix, name] : {std::pair{"office", "office:1.0"},
                                       {"style", "style:1.0"},
                                       {"text", "text:1.0"},
                                       {"table", "table:1.0"},
                                       {"draw", "drawing:1.0"},
                                       {"fo", "xsl-fo-compatible:1.0"},
                                       {"svg", "svg-compatible:1.0"},
                                       {"meta", "meta:1.0"},
                                       {"config", "config:1.0"}})
        out += fmt::format(" xmlns:{}=\"{}{}\"", prefix, oasis, name);
    return out +
           " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
           " xmlns:ooo=\"http://openoffice.org/2004/office\""
           " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""
           " office:version=\"1.3\">";
}

std::string inline_text(std::string_view text) {
    std::string out;
    std::string plain;
    const auto flush = [&] {
        out += xml_text(plain);
        plain.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n' || c == '\t') {
            flush();
            out += c == '\n' ? "<text:line-break/>" : "<text:tab/>";
        } else if (c == ' ' && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n')) {
            flush();
            out += "<text:s/>";
        } else if (c != '\r') {
            plain += c;
        }
    }
    flush();
    return out;
}

void paragraphs(std::string& out, std::string_view text, std::string_view style) {
    const std::string open =
        style.empty() ? "<text:p>" : fmt::format("<text:p text:style-name=\"{}\">", style);
    for (;;) {
        const auto end = text.find('\n');
        out += open + inline_text(text.substr(0, end)) + "</text:p>";
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

std::string language(std::string_view language) {
    const bool english = language == "en";
    return fmt::format("fo:language=\"{}\" fo:country=\"{}\"", english ? "en" : "fr",
                       english ? "GB" : "FR");
}

std::string meta(std::string_view title, std::string_view language) {
    return opening("office:document-meta") +
           fmt::format(
               "<office:meta><dc:title>{}</dc:title><dc:language>{}</dc:language></office:meta>"
               "</office:document-meta>\n",
               xml_text(title), language == "en" ? "en-GB" : "fr-FR");
}

std::string package(std::string_view type, std::vector<ZipEntry> parts) {
    std::string manifest = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
        "xmlns:manifest=\"{}manifest:1.0\" manifest:version=\"1.3\">\n"
        "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
        "manifest:media-type=\"{}\"/>\n",
        oasis, type);
    for (const ZipEntry& part : parts)
        manifest += fmt::format(
            "<manifest:file-entry manifest:full-path=\"{}\" manifest:media-type=\"{}\"/>\n",
            part.name, type_of(part.name));
    manifest += "</manifest:manifest>\n";
    parts.insert(parts.begin(), {"mimetype", std::string(type), true});
    parts.push_back({"META-INF/manifest.xml", std::move(manifest), false});
    return zip(parts);
}

}  // namespace atelier::report::odf
