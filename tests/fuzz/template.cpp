// A template that an organiser sends along: it makes a workshop that can be kept, or is refused with
// the place of its mistake.

#include "domain/decide.hpp"
#include "fuzz.hpp"
#include "wire/bounded_json.hpp"
#include "wire/snapshot.hpp"
#include "wire/templates.hpp"

using namespace atelier;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = wire::parse_bounded(fuzz::bytes(data, size), wire::template_json_depth_max);
    if (!json) return 0;
    for (const char* language : {"fr", "en", "xx"}) {
        const auto plan = wire::blueprint_from_json(json.value(), language);
        if (!plan) {
            must(plan.error().code == domain::Code::bad_arguments, "refused as bad arguments");
            must(plan.error().data.size() == 1, "with the field");
            continue;
        }
        must(!plan.value().phases.empty(), "a plan has a phase");
        domain::Workshop workshop;
        domain::apply(workshop, domain::WorkshopCreated{{"w"}, "ABCD-EFGH", plan.value()}, 1);
        const nlohmann::json kept = wire::encode_snapshot(workshop);
        const auto back = wire::decode_snapshot(nlohmann::json::parse(kept.dump()));
        must(back.ok(), "its state can be kept");
        must(wire::encode_snapshot(back.value()) == kept, "and is the same");
    }
    return 0;
}
