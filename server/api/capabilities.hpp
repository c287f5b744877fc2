#pragma once

#include <string>
#include <string_view>

#include "domain/commands.hpp"
#include "net/request.hpp"

namespace atelier::api {

/// What can be done over HTTP. Which commands a role may send is domain::permitted().
enum class Act {
    join,
    enter,
    look_up,
    go_on,
    hand_over,
    list_templates,
    list_workshops,
    create_workshop,
    read_workshop,
    update_workshop,
    erase_workshop,
    renew_link,
    live,
    stream,
    poll,
    command,
    export_results,
    read_summary,
    read_replay,
    similar,
    pairs,
    log,
    begin_rehearsal,
    read_rehearsal,
    stop_rehearsal,
    // the day after
    read_draft,
    save_draft,
    preview,
    publish,
    read_publication,
    unpublish,
    list_series,
    create_series,
    read_series,
    update_series,
    erase_series,
    export_series,
    publish_series,
    unpublish_series,
    search_texts,
    erase_person,
    anonymise,
    keep_for,
    purge,
    begin_export,
    read_export,
    fetch_export,
    preview_import,
    import_workshop,
    preview_ideas,
    import_ideas
};

/// Which of them take a file, and so a body that has to be granted.
[[nodiscard]] constexpr bool takes_file(Act act) noexcept {
    return act == Act::preview_import || act == Act::import_workshop || act == Act::preview_ideas ||
           act == Act::import_ideas;
}

struct Route {
    Act act;
    net::Method method;
    std::string_view path;  ///< under /api/v1; {id} stands for a workshop's id
    bool anyone;            ///< needs no credential
    bool participant, facilitator, screen, reader, organiser, moderator;

    [[nodiscard]] bool allows(domain::Role role) const noexcept;
};

/// A route and what stood for {id}.
struct Match {
    const Route* route = nullptr;  ///< null: nothing here by that method
    std::string workshop;
    bool path_known = false;  ///< there is something here, by another method
};

/// `path` is what follows /api/v1. The one table of who may do what over HTTP.
[[nodiscard]] Match match(net::Method method, std::string_view path);

}  // namespace atelier::api
