#include "api/capabilities.hpp"

#include <array>

namespace atelier::api {
namespace {

using net::Method;
constexpr bool yes = true;
constexpr bool no = false;

// clang-format off
constexpr std::array<Route, 51> routes{{
    //                                                                     anyone part facil screen reader organiser moderator
    {Act::join,            Method::post,  "/join",                         yes,   no,  no,   no,    no,    no,     no},
    {Act::enter,           Method::post,  "/enter",                        yes,   no,  no,   no,    no,    no,     no},
    {Act::look_up,         Method::get,   "/lookup",                       yes,   no,  no,   no,    no,    no,     no},
    {Act::go_on,           Method::post,  "/continue",                     yes,   no,  no,   no,    no,    no,     no},
    {Act::hand_over,       Method::post,  "/workshops/{id}/handover",      no,    yes, no,   no,    no,    no,     no},
    {Act::list_templates,  Method::get,   "/templates",                    no,    no,  no,   no,    no,    yes,    no},
    {Act::list_workshops,  Method::get,   "/workshops",                    no,    no,  no,   no,    no,    yes,    no},
    {Act::create_workshop, Method::post,  "/workshops",                    no,    no,  no,   no,    no,    yes,    no},
    {Act::read_workshop,   Method::get,   "/workshops/{id}",               no,    no,  yes,  no,    no,    yes,    no},
    {Act::update_workshop, Method::patch, "/workshops/{id}",               no,    no,  yes,  no,    no,    yes,    no},
    {Act::erase_workshop,  Method::del,   "/workshops/{id}",               no,    no,  no,   no,    no,    yes,    no},
    {Act::renew_link,      Method::post,  "/workshops/{id}/links",         no,    no,  no,   no,    no,    yes,    no},
    {Act::live,            Method::get,   "/workshops/{id}/live",          no,    yes, yes,  yes,   no,    no,     yes},
    {Act::stream,          Method::get,   "/workshops/{id}/stream",        no,    yes, yes,  yes,   no,    no,     yes},
    {Act::poll,            Method::get,   "/workshops/{id}/poll",          no,    yes, yes,  yes,   no,    no,     yes},
    {Act::command,         Method::post,  "/workshops/{id}/commands",      no,    yes, yes,  yes,   no,    no,     yes},
    {Act::export_results,  Method::get,   "/workshops/{id}/export",        no,    no,  yes,  no,    no,    yes,    no},
    {Act::read_summary,    Method::get,   "/workshops/{id}/summary",       no,    no,  yes,  no,    yes,   yes,    no},
    {Act::read_replay,     Method::get,   "/workshops/{id}/replay",        no,    no,  yes,  no,    yes,   yes,    no},
    {Act::similar,         Method::post,  "/workshops/{id}/similar",       no,    yes, yes,  no,    no,    no,     no},
    {Act::pairs,           Method::get,   "/workshops/{id}/pairs",         no,    no,  yes,  no,    no,    no,     yes},
    {Act::log,             Method::get,   "/workshops/{id}/log",           no,    no,  yes,  no,    no,    no,     no},
    {Act::begin_rehearsal, Method::post,  "/workshops/{id}/rehearsal",     no,    no,  yes,  no,    no,    yes,       no},
    {Act::read_rehearsal,  Method::get,   "/workshops/{id}/rehearsal",     no,    no,  yes,  no,    no,    yes,       no},
    {Act::stop_rehearsal,  Method::del,   "/workshops/{id}/rehearsal",     no,    no,  yes,  no,    no,    yes,       no},
    {Act::read_draft,        Method::get,    "/workshops/{id}/draft",          no,    no,  yes,  no,    no,    yes,       no},
    {Act::save_draft,        Method::put,    "/workshops/{id}/draft",          no,    no,  yes,  no,    no,    yes,       no},
    {Act::preview,           Method::get,    "/workshops/{id}/preview",        no,    no,  yes,  no,    no,    yes,       no},
    {Act::publish,           Method::post,   "/workshops/{id}/publication",    no,    no,  yes,  no,    no,    yes,       no},
    {Act::read_publication,  Method::get,    "/workshops/{id}/publication",    no,    no,  yes,  no,    no,    yes,       no},
    {Act::unpublish,         Method::del,    "/workshops/{id}/publication",    no,    no,  yes,  no,    no,    yes,       no},
    {Act::list_series,       Method::get,    "/series",                        no,    no,  no,   no,    no,    yes,       no},
    {Act::create_series,     Method::post,   "/series",                        no,    no,  no,   no,    no,    yes,       no},
    {Act::read_series,       Method::get,    "/series/{id}",                   no,    no,  no,   no,    no,    yes,       no},
    {Act::update_series,     Method::patch,  "/series/{id}",                   no,    no,  no,   no,    no,    yes,       no},
    {Act::erase_series,      Method::del,    "/series/{id}",                   no,    no,  no,   no,    no,    yes,       no},
    {Act::publish_series,    Method::post,   "/series/{id}/publication",       no,    no,  no,   no,    no,    yes,       no},
    {Act::unpublish_series,  Method::del,    "/series/{id}/publication",       no,    no,  no,   no,    no,    yes,       no},
    {Act::export_series,     Method::get,    "/series/{id}/export",            no,    no,  no,   no,    no,    yes,       no},
    {Act::search_texts,      Method::get,    "/search",                        no,    no,  no,   no,    no,    yes,       no},
    {Act::erase_person,      Method::post,   "/workshops/{id}/erasure",        no,    yes, yes,  no,    no,    yes,       no},
    {Act::anonymise,         Method::post,   "/workshops/{id}/anonymisation",  no,    no,  no,   no,    no,    yes,       no},
    {Act::keep_for,          Method::put,    "/workshops/{id}/keeping",        no,    no,  no,   no,    no,    yes,       no},
    {Act::purge,             Method::post,   "/workshops/{id}/purge",          no,    no,  no,   no,    no,    yes,       no},
    {Act::begin_export,    Method::post,  "/workshops/{id}/exports",       no,    no,  yes,  no,    no,    yes,       no},
    {Act::read_export,     Method::get,   "/workshops/{id}/exports",       no,    no,  yes,  no,    no,    yes,       no},
    {Act::fetch_export,    Method::get,   "/workshops/{id}/exports/file",  no,    no,  yes,  no,    no,    yes,       no},
    {Act::preview_import,  Method::post,  "/imports/preview",              no,    no,  no,   no,    no,    yes,    no},
    {Act::import_workshop, Method::post,  "/imports",                      no,    no,  no,   no,    no,    yes,    no},
    {Act::preview_ideas,   Method::post,  "/workshops/{id}/imports/preview", no,  no,  yes,  no,    no,    yes,    no},
    {Act::import_ideas,    Method::post,  "/workshops/{id}/imports",       no,    no,  yes,  no,    no,    yes,    no},
}};
// clang-format on

/// The id in `path` if it fits the pattern; nothing otherwise. A pattern without {id} fits itself.
bool fits(std::string_view pattern, std::string_view path, std::string& id) {
    constexpr std::string_view hole = "{id}";
    const auto at = pattern.find(hole);
    if (at == std::string_view::npos) return pattern == path;
    const std::string_view before = pattern.substr(0, at);
    const std::string_view after = pattern.substr(at + hole.size());
    if (path.size() <= before.size() + after.size()) return false;
    if (!path.starts_with(before) || !path.ends_with(after)) return false;
    const auto middle = path.substr(before.size(), path.size() - before.size() - after.size());
    if (middle.find('/') != std::string_view::npos || middle.size() > 64) return false;
    id = middle;
    return true;
}

}  // namespace

bool Route::allows(domain::Role role) const noexcept {
    switch (role) {
        case domain::Role::participant:
            return participant;
        case domain::Role::facilitator:
            return facilitator;
        case domain::Role::screen:
            return screen;
        case domain::Role::reader:
            return reader;
        case domain::Role::organiser:
            return organiser;
        case domain::Role::moderator:
            return moderator;
    }
    return false;
}

Match match(net::Method method, std::string_view path) {
    Match out;
    for (const Route& route : routes) {
        std::string id;
        if (!fits(route.path, path, id)) continue;
        out.path_known = true;
        const bool read = method == Method::head && route.method == Method::get;
        if (route.method != method && !read) continue;
        out.route = &route;
        out.workshop = id;
        return out;
    }
    return out;
}

}  // namespace atelier::api
