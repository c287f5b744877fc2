#include "wire/welcome_text.hpp"

#include <fmt/format.h>

namespace atelier::wire {
namespace {

/// The text of an object, ready for another member.
std::string open_object(const nlohmann::json& object) {
    std::string text = object.dump();
    text.pop_back();
    return text;
}

}  // namespace

StateText::StateText(const StateView& state) {
    nlohmann::json json = encode(state);
    json.erase("people");
    json.erase("leases");
    open_object_ = open_object(json);
}

std::string StateText::welcome(const Welcome& head, const PeopleView& people) const {
    const nlohmann::json before{{"type", "welcome"},
                                {"epoch", head.epoch},
                                {"seq", head.seq},
                                {"now", head.now},
                                {"you", encode(head.you)}};
    const std::string leases =
        head.state.leases ? R"(,"leases":)" + encode_all(*head.state.leases).dump() : "";
    return fmt::format(R"({},"state":{},"people":{}{}}}}})", open_object(before), open_object_,
                       encode(people).dump(), leases);
}

}  // namespace atelier::wire
