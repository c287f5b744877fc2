#include "report/export_checks.hpp"

#include <fmt/core.h>

#include <array>
#include <set>

#include "base/secret.hpp"

namespace atelier::report {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 8> members{"ballots", "boards",      "closing",   "comments",
                                             "phases",  "commitments", "questions", "reasons"};
constexpr std::size_t digits = 16;

std::string digest_of(const json& value) {
    return base::sha256_hex(value.dump(-1, ' ', false, json::error_handler_t::replace))
        .substr(0, digits);
}

struct Words {
    std::string_view changed, missing, added, member;
};
Words words_in(std::string_view language) {
    if (language == "fr")
        return {
            "L’idée {} a été modifiée depuis l’export.", "L’idée {} a été retirée depuis l’export.",
            "L’idée {} a été ajoutée depuis l’export.", "« {} » a été modifié depuis l’export."};
    return {"Idea {} was changed since the export.", "Idea {} was removed since the export.",
            "Idea {} was added since the export.", "“{}” was changed since the export."};
}

std::string id_of(const json& idea) {
    const json id = idea.is_object() ? idea.value("id", json()) : json();
    return id.is_string() ? id.get<std::string>() : std::string("?");
}

const json& member_of(const json& object, const char* key) {
    static const json none;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() ? *found : none;
}

}  // namespace

json checks_of(const json& file) {
    json ideas = json::object();
    for (const json& idea : member_of(file, "ideas")) ideas[id_of(idea)] = digest_of(idea);
    json out{{"ideas", std::move(ideas)}};
    for (const char* member : members) out[member] = digest_of(member_of(file, member));
    return out;
}

std::vector<std::string> unchecked(const json& file, std::string_view language) {
    std::vector<std::string> out;
    const json& told = member_of(file, "checks");
    if (!told.is_object()) return out;
    const Words words = words_in(language);
    const json found = checks_of(file);
    const json& told_ideas = member_of(told, "ideas");
    const auto say = [&](std::string_view pattern, const std::string& what) {
        out.push_back(fmt::format(fmt::runtime(pattern), what));
    };
    for (const auto& [id, digest] : found["ideas"].items())
        if (!told_ideas.is_object() || !told_ideas.contains(id))
            say(words.added, id);
        else if (told_ideas[id] != digest)
            say(words.changed, id);
    if (told_ideas.is_object())
        for (const auto& [id, digest] : told_ideas.items())
            if (!found["ideas"].contains(id)) say(words.missing, id);
    for (const char* member : members)
        if (member_of(told, member) != found[member]) say(words.member, member);
    return out;
}

}  // namespace atelier::report
