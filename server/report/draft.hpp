#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/ids.hpp"

/// What facilitators write into a summary, kept apart from what is computed: whatever the journal
/// says again tomorrow, their words stand, and nobody can take the one for the other.
///
/// Plain data without any layout, and without any storage: who keeps it, who may change it and how
/// a version of it is frozen when the summary is published is decided elsewhere. An empty text
/// means that nobody wrote one: the page then shows what is computed, or leaves the place out. An
/// empty draft is a summary that was computed alone, and is shown as such.
///
/// Texts are plain text in paragraphs (an empty line ends one), exactly as typed; they are escaped
/// by whoever draws them, never interpreted. JSON, its bounds and its refusals: draft_json.hpp.
///
///     Draft draft;
///     draft.organisers = {"Ville de Saint-Rémy"};
///     draft.levers[{BoardId{"main"}, LeverId{"entraide"}}] = "La salle a surtout parlé d’écoute.";
///     const Summary summary = summarise(workshop, {.draft = &draft, …});
///
/// A text about a board or a lever that is there no more is kept and shown nowhere: the lever may
/// come back (domain/board.hpp, RetiredLever). One thread at a time, like any value.
namespace atelier::report {

/// The parts of a summary that facilitators may introduce with words of their own, in the order in
/// which they come. Each has the name that JSON and anchors on the page give it.
enum class Section {
    figures,        ///< who came, and what became of what they wrote
    ideas,          ///< board by board, lever by lever
    matrices,       ///< levers by scales, scales by affiliations
    votes,          ///< each vote with its results
    agreement,      ///< what unites, what divides, minority ideas, groups of opinion
    words,          ///< the words that come back
    questions,      ///< asked, and answered or to be answered
    commitments,    ///< the published ones
    closing,        ///< closing words and what the time was worth
    participation,  ///< the weather, posts and votes over time, how often each idea was seen
    method          ///< how all of it was computed
};
inline constexpr std::array<std::string_view, 11> section_names{
    "figures",   "ideas",       "matrices", "votes",         "agreement", "words",
    "questions", "commitments", "closing",  "participation", "method"};

/// The story of the workshop in four steps: what was seen, what pulls apart, what is done about it,
/// and where that leads. A first wording of each is computed; one that is written takes its place,
/// the computed one stays beside it.
enum class StoryStep { observation, tension, action, horizon };
inline constexpr std::array<std::string_view, 4> story_step_names{"observation", "tension",
                                                                  "action", "horizon"};

/// Where to read on. `url` is http or https.
struct Link {
    std::string title;
    std::string url;
    friend bool operator==(const Link&, const Link&) = default;
};

/// The series that the workshop is one of, as the summary prints it, and its number in it from 1.
struct InSeries {
    std::string title;
    int number = 1;
    friend bool operator==(const InSeries&, const InSeries&) = default;
};

struct Draft {
    std::vector<std::string> organisers;  ///< one line each
    std::vector<std::string> partners;
    std::string introduction;
    std::map<Section, std::string> sections;  ///< none of them empty, like those below
    std::map<domain::BoardId, std::string> boards;
    std::map<std::pair<domain::BoardId, domain::LeverId>, std::string> levers;
    std::array<std::string, story_step_names.size()> story;  ///< by StoryStep
    std::string call_to_action;                              ///< empty: what the closing phase says
    std::string next_theme;                                  ///< empty: what the closing phase says
    std::vector<Link> links;
    bool open_licence = false;  ///< Licence Ouverte 2.0, because the organiser ticked it
    std::optional<InSeries> series;

    friend bool operator==(const Draft&, const Draft&) = default;
};

/// Bounds of a draft; units come last in the name. All of it together stays well below the size of
/// a request.
namespace draft_limits {
inline constexpr std::size_t names_max = 30;  ///< organisers, and partners
inline constexpr std::size_t name_graphemes_max = 200;
inline constexpr std::size_t text_graphemes_max = 4'000;
inline constexpr std::size_t text_bytes_max = 16 * 1024;
inline constexpr std::size_t links_max = 30;
inline constexpr std::size_t url_bytes_max = 2'000;
inline constexpr std::size_t lever_texts_max = 200;
inline constexpr int series_number_max = 9'999;
}  // namespace draft_limits

}  // namespace atelier::report
