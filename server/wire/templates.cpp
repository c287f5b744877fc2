#include "wire/templates.hpp"

#include <algorithm>
#include <array>

#include "base/check.hpp"

namespace atelier::wire {

/// The files' bytes, put into the binary by embed.cmake.
namespace embedded {
std::string_view resilience_territoriale_json();
std::string_view retrospective_json();
std::string_view impact_effort_json();
}  // namespace embedded

namespace {

struct Shipped {
    std::string_view id;
    std::string_view (*file)();
};

constexpr std::array<Shipped, 3> shipped{{
    {"resilience-territoriale", embedded::resilience_territoriale_json},
    {"retrospective", embedded::retrospective_json},
    {"impact-effort", embedded::impact_effort_json},
}};

template <class List>
bool contains(const List& list, std::string_view wanted) noexcept {
    return std::ranges::find(list, wanted) != list.end();
}

domain::Decided<domain::Blueprint> read(const Shipped& one, std::string_view language) {
    return blueprint_from_json(nlohmann::json::parse(one.file()), language);
}

TemplateInfo describe(std::string_view id, const domain::Blueprint& plan) {
    TemplateInfo info{std::string(id), plan.title, 0, {}};
    for (const domain::Phase& phase : plan.phases) {
        info.minutes += phase.minutes;
        info.phases.push_back({kind_of(phase.settings), phase.title, phase.minutes});
    }
    return info;
}

}  // namespace

std::vector<TemplateInfo> builtin_templates(std::string_view language) {
    std::vector<TemplateInfo> out;
    if (language != "fr" && language != "en") return out;
    for (const Shipped& one : shipped) {
        const auto plan = read(one, language);
        ATELIER_CHECK(plan.ok());
        out.push_back(describe(one.id, plan.value()));
    }
    return out;
}

domain::Decided<domain::Blueprint> blueprint(std::string_view name, std::string_view language) {
    const auto found = std::ranges::find(shipped, name, &Shipped::id);
    if (found == shipped.end())
        return domain::Refusal{domain::Code::bad_arguments, {{"field", std::string("template")}}};
    return read(*found, language);
}

bool known_lever_symbol(std::string_view symbol) noexcept {
    return contains(domain::lever_symbols, symbol);
}
bool known_lever_colour(std::string_view colour) noexcept {
    return contains(domain::lever_colours, colour);
}

}  // namespace atelier::wire
