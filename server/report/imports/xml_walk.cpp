#include "report/imports/xml_walk.hpp"

#include <expat.h>

#include <memory>

#include "report/imports/limits.hpp"

namespace atelier::report::imports {
namespace {

struct Walk {
    XML_Parser parser;
    XmlVisitor& visitor;
    std::size_t depth = 0;
    bool has_doctype = false;

    void stop() const { XML_StopParser(parser, XML_FALSE); }
    void stop_if_asked() const {
        if (!visitor.too_large.empty()) stop();
    }
};

std::string_view local(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

void on_open(void* data, const XML_Char* name, const XML_Char** attributes) {
    auto& walk = *static_cast<Walk*>(data);
    if (++walk.depth > limits::xml_depth_max) {
        walk.visitor.too_large = "depth";
        return walk.stop();
    }
    walk.visitor.opens(local(name), [attributes](std::string_view wanted) -> std::string_view {
        for (const XML_Char** at = attributes; *at; at += 2)
            if (local(at[0]) == wanted) return at[1];
        return {};
    });
    walk.stop_if_asked();
}

void on_close(void* data, const XML_Char* name) {
    auto& walk = *static_cast<Walk*>(data);
    --walk.depth;
    walk.visitor.closes(local(name));
    walk.stop_if_asked();
}

void on_text(void* data, const XML_Char* text, int length) {
    auto& walk = *static_cast<Walk*>(data);
    walk.visitor.says({text, static_cast<std::size_t>(length)});
    walk.stop_if_asked();
}

void on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    auto& walk = *static_cast<Walk*>(data);
    walk.has_doctype = true;
    walk.stop();
}

}  // namespace

Read<base::Done> walk_xml(std::string_view xml, const std::string& part, XmlVisitor& visitor) {
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate(nullptr),
                                                                         XML_ParserFree);
    if (!parser) return damaged(part);
    Walk walk{parser.get(), visitor};
    XML_SetUserData(parser.get(), &walk);
    XML_SetElementHandler(parser.get(), on_open, on_close);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    const auto status = XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE);
    if (!visitor.too_large.empty()) return too_large(visitor.too_large);
    if (walk.has_doctype || status != XML_STATUS_OK) return damaged(part);
    return base::Done{};
}

}  // namespace atelier::report::imports
