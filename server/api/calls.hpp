#pragma once

#include <nlohmann/json.hpp>

#include "api/access.hpp"
#include "api/attempts.hpp"
#include "api/exports.hpp"
#include "api/pace.hpp"
#include "api/rehearsals.hpp"
#include "api/replays.hpp"
#include "api/uploads.hpp"
#include "api/workbench.hpp"
#include "net/static_files.hpp"

/// The calls behind the routes. Each gets a request that its route admitted and gives the answer.
namespace atelier::api {

struct Call {
    const net::Request& request;
    const Identity* identity;  ///< null where the route is for anyone
    std::string workshop;      ///< the {id} of the path

    [[nodiscard]] domain::WorkshopId workshop_id() const { return {workshop}; }
};

/// In the units of Pace: somebody is to be given the state.
inline constexpr double greeting_cost = 9;

struct House {
    House(Records& to_records, Rooms& to_rooms, Rehearsals& to_rehearsals, Exports& to_exports,
          Workbench& to_workbench)
        : records(to_records),
          rooms(to_rooms),
          rehearsals(to_rehearsals),
          exports(to_exports),
          workbench(to_workbench),
          access(to_records, url) {}
    House(const House&) = delete;
    House& operator=(const House&) = delete;

    /// Waits until this person may do something of that cost (see Pace). No: too much of theirs
    /// waits already; that answer comes late, too, because they would only ask again at once.
    Task<bool> turn(const Identity& identity, double cost);

    Records& records;
    Rooms& rooms;
    Rehearsals& rehearsals;
    Exports& exports;
    Workbench& workbench;
    PublicUrl url;
    Access access;
    Attempts attempts;
    Pace pace;
    Uploads uploads;
    Replays replays;
};

using Reply = Task<net::Response>;

// entering.cpp: how people get in
Reply join(House& house, const Call& call);
Reply enter(House& house, const Call& call);
Reply look_up(House& house, const Call& call);

// handover.cpp: the same person on another device
Reply hand_over(House& house, const Call& call);
Reply go_on(House& house, const Call& call);

// workshops.cpp: what the organiser does
Reply list_templates(House& house, const Call& call);
Reply list_workshops(House& house, const Call& call);
Reply create_workshop(House& house, const Call& call);
Reply read_workshop(House& house, const Call& call);
Reply update_workshop(House& house, const Call& call);
Reply erase_workshop(House& house, const Call& call);
Reply renew_link(House& house, const Call& call);

// results.cpp: what remains
Reply export_results(House& house, const Call& call);
Reply read_summary(House& house, const Call& call);

// replaying.cpp: how it went
Reply read_replay(House& house, const Call& call);

// drafts.cpp: what facilitators write into the summary
Reply read_draft(House& house, const Call& call);
Reply save_draft(House& house, const Call& call);
Reply preview(House& house, const Call& call);

// publishing.cpp: frozen versions, and pages for everyone
Reply publish(House& house, const Call& call);
Reply read_publication(House& house, const Call& call);
Reply unpublish(House& house, const Call& call);
[[nodiscard]] bool is_public_page(std::string_view path) noexcept;
Reply public_page(House& house, const net::Request& request);

// series.cpp
Reply list_series(House& house, const Call& call);
Reply create_series(House& house, const Call& call);
Reply read_series(House& house, const Call& call);
Reply update_series(House& house, const Call& call);
Reply erase_series(House& house, const Call& call);
Reply export_series(House& house, const Call& call);
Reply publish_series(House& house, const Call& call);
Reply search_texts(House& house, const Call& call);
Reply series_page(House& house, const net::Request& request, journal::SeriesId id);

// erasing.cpp: data protection
Reply erase_person(House& house, const Call& call);
Reply anonymise(House& house, const Call& call);
Reply keep_for(House& house, const Call& call);
Reply purge(House& house, const Call& call);

// exporting.cpp: files that take a while
Reply begin_export(House& house, const Call& call);
Reply read_export(House& house, const Call& call);
Reply fetch_export(House& house, const Call& call);
/// A file to be kept under its own name.
[[nodiscard]] net::Response file_answer(const report::File& file);

// commands.cpp
Reply perform(House& house, const Call& call);

// reviewing.cpp: look-alikes, pairs to group, and who did what
Reply similar(House& house, const Call& call);
Reply pairs(House& house, const Call& call);
Reply log(House& house, const Call& call);

// following.cpp: the live frames without a WebSocket
Reply stream(House& house, const Call& call);
Reply poll(House& house, const Call& call);

// rehearsal.cpp: how many it would hold
Reply begin_rehearsal(House& house, const Call& call);
Reply read_rehearsal(House& house, const Call& call);
Reply stop_rehearsal(House& house, const Call& call);

// imports.cpp: files that become workshops or ideas
Reply preview_import(House& house, const Call& call);
Reply import_workshop(House& house, const Call& call);
Reply preview_ideas(House& house, const Call& call);
Reply import_ideas(House& house, const Call& call);

/// The answer to whoever made a workshop: its id, its code and its links.
[[nodiscard]] nlohmann::json created_json(const House& house, const Created& created);
/// 200 with what a participant is given who comes in, and the cookie that proves it next time.
[[nodiscard]] net::Response seated(House& house, const domain::WorkshopId& workshop,
                                   const domain::ParticipantId& participant,
                                   const std::string& token);
/// What a person is called, for themselves.
[[nodiscard]] nlohmann::json details_of(const domain::Participant& person);
/// 429, to who tried too many codes or secrets that are none.
[[nodiscard]] Problem too_many_attempts();

/// The JSON object of a request's body, or 415 unsupported_media_type, 400 malformed_json…
[[nodiscard]] base::Result<nlohmann::json, Problem> body_of(const net::Request& request,
                                                            std::size_t depth_max);

}  // namespace atelier::api
