#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "report/imports/refused.hpp"

namespace atelier::report::imports {

/// What a reader of XML is told: names without their prefix.
struct XmlVisitor {
    virtual ~XmlVisitor() = default;
    using Attributes = std::function<std::string_view(std::string_view name)>;
    virtual void opens(std::string_view name, const Attributes& attributes) = 0;
    virtual void closes(std::string_view name) = 0;
    virtual void says(std::string_view text) = 0;
    /// Set to stop: nothing is told after it.
    std::string too_large = {};
};

/// Walks through a document with expat. `part` names it in a refusal. A document type is refused:
/// office documents have none, and it is the door of every trick with entities.
[[nodiscard]] Read<base::Done> walk_xml(std::string_view xml, const std::string& part,
                                        XmlVisitor& visitor);

}  // namespace atelier::report::imports
