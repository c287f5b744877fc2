#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "domain/events.hpp"
#include "domain/refusal.hpp"
#include "wire/views.hpp"

/// What the server sends. Encoding is total; decoding serves clients written in C++ and the tests
/// of the examples. Pure, thread-safe.
namespace atelier::wire {

/// idea.posted, idea.edited, idea.published, idea.reworded, idea.answered, idea.merged and
/// idea.unmerged: the idea as it is now.
struct IdeaShown {
    std::string event;
    IdeaView idea;
};
/// idea.hidden, idea.withdrawn: to most only the id; to its author and facilitators all of it.
struct IdeaGone {
    std::string event;
    std::string id;
    std::optional<IdeaView> idea;
};
struct OwnVote {
    std::string phase, idea;
    domain::VoteValue value = 0;
};
struct OwnVoteCleared {
    std::string phase;
    std::optional<std::string> idea;
};
struct Placed {
    PlacementView placement;
};
/// phase.opened, .reopened, .closed, .extended, .updated, results.revealed: the phase as it is now.
struct PhaseChanged {
    std::string event;
    domain::Phase phase;
    std::vector<ReasonView> reasons = {};  ///< with results.revealed, for those who may know
};
struct OwnDetails {
    std::optional<std::string> name, affiliation;
    bool muted = false;
};
struct WorkshopChanged {
    WorkshopView workshop;
};
struct WorkshopEnded {
    std::vector<ReasonView> reasons = {};
};
/// phase.inserted: the phase, and the ids of all phases in their order now.
struct PhaseAdded {
    domain::Phase phase;
    std::vector<std::string> order;
};
struct PhasesOrdered {
    std::vector<std::string> order;
};
struct PhaseGone {
    std::string id;
};
/// cards.drawn: these are in my hand, besides those that were.
struct OwnCards {
    std::string phase;
    std::vector<std::string> ideas;
};

/// question.asked, .published, .answered: the question as it is now.
struct QuestionShown {
    std::string event;
    QuestionView question;
};
/// question.hidden, .withdrawn: to most only the id.
struct QuestionGone {
    std::string event, id;
    std::optional<QuestionView> question;
};
/// commitment.made, .edited, .published
struct CommitmentShown {
    std::string event;
    CommitmentView commitment;
};
struct CommitmentGone {
    std::string event, id;
    std::optional<CommitmentView> commitment;
};
/// weather.chosen: how I am.
struct OwnWeather {
    std::string phase;
    domain::Weather weather = domain::Weather::sun;
};
/// question.upvoted: all the questions that I want answered, too.
struct OwnSupports {
    std::vector<std::string> questions;
};
/// reaction.set: all the ideas that I support.
struct OwnReactions {
    std::vector<std::string> ideas;
};
/// closing.said: how I left.
struct OwnClosing {
    std::string phase;
    domain::Closing closing;
};
/// sentence.said: to facilitators.
struct SentenceSaid {
    SentenceView sentence;
};

/// board.changed: its whole definition.
struct BoardShown {
    domain::Board board;
};
/// placement.chosen: where I put that card.
struct OwnPlace {
    std::string board, idea;
    OwnPlaceView place;
};
struct ScreenChanged {
    ScreenView screen;
};
/// comment.posted, and, to its author and who moderates, comment.hidden and comment.withdrawn.
struct CommentShown {
    std::string event;
    CommentView comment;
};
struct CommentGone {
    std::string event;
    std::string id;
};
struct PersonRestricted {
    RestrictedView person;
};

/// One change as a client sees it; a type of its own for the same reason as domain::Event.
struct EventView
    : std::variant<IdeaShown, IdeaGone, OwnVote, OwnVoteCleared, Placed, PhaseChanged, OwnDetails,
                   WorkshopChanged, WorkshopEnded,
                   // boards and moderation
                   BoardShown, OwnPlace, ScreenChanged, CommentShown, CommentGone, PersonRestricted,
                   // the agenda while it runs, and cards to judge
                   PhaseAdded, PhasesOrdered, PhaseGone, OwnCards,
                   // coming, listening, committing, leaving
                   QuestionShown, QuestionGone, CommitmentShown, CommitmentGone, OwnWeather,
                   OwnSupports, OwnClosing, SentenceSaid, OwnReactions> {
    using variant::variant;
    EventView(const EventView&);
    EventView(EventView&&) noexcept;
    EventView& operator=(const EventView&);
    EventView& operator=(EventView&&) noexcept;
    ~EventView();
};

struct Welcome {
    std::string epoch;
    domain::Seq seq = 0;
    base::Millis now = 0;
    YouView you;
    StateView state;
};
struct Resumed {
    std::string epoch;
    domain::Seq seq = 0;
    base::Millis now = 0;
};
struct Delta {
    domain::Seq seq = 0;
    bool own = false;
    std::vector<EventView> events;
    std::optional<TalliesView> tallies;
    std::optional<PeopleView> people;
    std::optional<std::vector<LeaseView>> leases;
};
struct Ack {
    std::string id;
    domain::Seq seq = 0;
};
struct Refused {
    std::optional<std::string> id;
    std::string code;
    nlohmann::json data = nlohmann::json::object();
};
struct Notice {
    std::string code;
    nlohmann::json data = nlohmann::json::object();
};

using ServerFrame = std::variant<Welcome, Resumed, Delta, Ack, Refused, Notice>;

[[nodiscard]] nlohmann::json encode(const ServerFrame& frame);
[[nodiscard]] std::string encode_text(const ServerFrame& frame);
[[nodiscard]] base::Result<ServerFrame, std::string> decode_server_frame(std::string_view text);

[[nodiscard]] nlohmann::json refusal_data(const domain::Refusal& refusal);
[[nodiscard]] Refused refused(std::optional<std::string> id, const domain::Refusal& refusal);

}  // namespace atelier::wire
