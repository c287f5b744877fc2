#pragma once

#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "domain/workshop.hpp"
#include "wire/choices.hpp"
#include "wire/parts.hpp"

/// What a workshop looks like from outside: the values inside server frames. Members that a role
/// may not know are simply absent. projection.hpp makes them from the domain; these only travel.
namespace atelier::wire {

struct IdeaView {
    std::string id, phase, text;
    base::Millis at = 0;
    domain::IdeaStatus status = domain::IdeaStatus::published;
    std::optional<std::string> scale;
    bool mine = false;
    std::optional<domain::HideReason> reason;
    std::optional<std::string> author, author_name, author_affiliation;
    std::optional<bool> reviewed;

    std::optional<std::string> group;  ///< the idea that leads its group
    bool reworded = false;
    std::optional<std::string> original, answer;
    std::optional<std::string> look_alike;
    std::vector<insight::Sign> signs;
    bool erased = false;                      ///< the text is gone for good
    std::optional<std::string> carried_from;  ///< the workshop it was brought along from
};

/// Where a crowd put a card.
struct CrowdView {
    std::size_t people = 0;
    double share = 0;  ///< of the place most chose, to the hundredth
    bool contested = false;
};
struct CrowdPlaceView {
    std::optional<std::string> lever, scale;  ///< null in JSON
    std::size_t people = 0;
};

struct PlacementView {
    std::string board, idea;
    std::optional<std::string> lever, scale;  ///< null in JSON
    std::optional<std::string> by;            ///< absent in JSON
    bool settled = false;
    std::optional<CrowdView> crowd = {};
    std::vector<CrowdPlaceView> places = {};  ///< where people put it, most first
};

/// Where one person put a card.
struct OwnPlaceView {
    std::optional<std::string> lever, scale;  ///< null in JSON
};

struct ScreenView {
    bool frozen = false;
    std::vector<std::string> spotlight;
};

struct CommentView {
    std::string id, idea, text;
    base::Millis at = 0;
    domain::CommentStatus status = domain::CommentStatus::shown;
    bool mine = false;
    std::optional<domain::HideReason> reason;
    std::optional<std::string> author, author_name;
    bool erased = false;
};

/// Someone who was muted or removed; neither: who is free again.
struct RestrictedView {
    std::string participant;
    std::optional<std::string> name;
    bool muted = false, removed = false;
};

/// For so long nobody but its holder reviews that idea.
struct LeaseView {
    std::string idea;
    base::Millis until = 0;
};

struct WorkshopView {
    std::string id, code, title, question, language;
    bool closed = false;
    std::vector<domain::Affiliation> affiliations;
    std::vector<std::string> charter;
    bool posts_stopped = false;
};

/// How a client is served: the same frames in another wrapping.
enum class Transport { websocket, stream, poll };
[[nodiscard]] std::string_view text(Transport transport) noexcept;

/// Participants' connections by transport.
struct TransportsView {
    std::size_t websocket = 0, stream = 0, poll = 0;
    friend bool operator==(const TransportsView&, const TransportsView&) = default;
};

/// Who is there, as the room knows it.
struct Presence {
    std::size_t people = 0;  ///< a person with two tabs is one
    TransportsView transports;
};

struct PeopleView {
    std::size_t connected = 0;
    std::optional<std::size_t> joined, posted, voted;
    std::optional<TransportsView> transports;
    friend bool operator==(const PeopleView&, const PeopleView&) = default;
};

/// phase id -> idea id -> counts
using TalliesView = std::map<std::string, std::map<std::string, domain::Tally>>;

/// phase id -> idea id -> what I chose
using BallotsView = std::map<std::string, std::map<std::string, domain::VoteValue>>;
/// phase id -> the cards I was handed, in that order
using HandsView = std::map<std::string, std::vector<std::string>>;

/// Why someone has reservations or objects: nobody's in particular.
struct ReasonView {
    std::string phase, idea;
    domain::Consent answer = domain::Consent::reservation;
    std::string text;
    friend auto operator<=>(const ReasonView&, const ReasonView&) = default;
};

struct QuestionView {
    std::string id, phase, text;
    base::Millis at = 0;
    domain::IdeaStatus status = domain::IdeaStatus::published;
    bool answered = false;
    std::string answer;  ///< absent in JSON when it was given aloud
    bool mine = false;
    std::optional<domain::HideReason> reason;
    std::optional<std::string> author, author_name, author_affiliation;
    std::optional<bool> reviewed;
    bool erased = false;
};

struct FollowUpView {
    domain::FollowUp status = domain::FollowUp::planned;
    std::string note;  ///< absent in JSON when empty
    base::Millis at = 0;
};

struct CommitmentView {
    std::string id, phase;
    domain::Promise promise;
    base::Millis at = 0;
    domain::IdeaStatus status = domain::IdeaStatus::published;
    bool mine = false;
    std::optional<domain::HideReason> reason;
    std::optional<std::string> author, author_name, author_affiliation;
    std::optional<FollowUpView> follow_up = {};
    bool erased = false;
};

/// What someone says as they leave, for facilitators.
struct SentenceView {
    std::string phase, author;
    std::optional<std::string> author_name, text;  ///< no text: nothing, or not any more
    bool quote = false;
};

/// phase id -> how I am
using WeathersView = std::map<std::string, domain::Weather>;
/// phase id -> how I left
using ClosingsView = std::map<std::string, domain::Closing>;

struct YouView {
    domain::Role role = domain::Role::participant;
    std::optional<std::string> participant, name, affiliation;
    std::optional<BallotsView> ballots;
    HandsView hands = {};
    WeathersView weathers = {};
    std::vector<std::string> supports = {};   ///< questions that I want answered, too
    std::vector<std::string> reactions = {};  ///< ideas that I support
    ClosingsView closings = {};
    bool muted = false;
    std::map<std::string, std::map<std::string, OwnPlaceView>> placements;  ///< by board and idea
};

struct StateView {
    WorkshopView workshop;
    std::vector<domain::Phase> phases;
    std::vector<domain::Board> boards;
    std::vector<IdeaView> ideas;
    std::vector<PlacementView> placements;
    TalliesView tallies;
    PeopleView people;
    ScreenView screen;
    std::vector<CommentView> comments;
    std::optional<std::vector<RestrictedView>> restricted;
    std::optional<std::vector<LeaseView>> leases;
    std::vector<ReasonView> reasons = {};
    std::vector<QuestionView> questions = {};
    std::vector<CommitmentView> commitments = {};
    std::vector<SentenceView> sentences = {};
};

[[nodiscard]] nlohmann::json encode(const IdeaView& view);
[[nodiscard]] nlohmann::json encode(const PlacementView& view);
[[nodiscard]] nlohmann::json encode(const WorkshopView& view);
[[nodiscard]] nlohmann::json encode(const TransportsView& view);
[[nodiscard]] nlohmann::json encode(const PeopleView& view);
[[nodiscard]] nlohmann::json encode(const TalliesView& view);
[[nodiscard]] nlohmann::json encode(const YouView& view);
[[nodiscard]] nlohmann::json encode(const ReasonView& view);
[[nodiscard]] nlohmann::json encode(const QuestionView& view);
[[nodiscard]] nlohmann::json encode(const CommitmentView& view);
[[nodiscard]] nlohmann::json encode(const SentenceView& view);
[[nodiscard]] nlohmann::json encode(const domain::Closing& closing);
[[nodiscard]] nlohmann::json encode(const StateView& view);
[[nodiscard]] nlohmann::json encode(const ScreenView& view);
[[nodiscard]] nlohmann::json encode(const CommentView& view);
[[nodiscard]] nlohmann::json encode(const RestrictedView& view);
[[nodiscard]] nlohmann::json encode(const LeaseView& view);
[[nodiscard]] nlohmann::json encode(const OwnPlaceView& view);

[[nodiscard]] IdeaView decode_idea(const Fields& in);
[[nodiscard]] PlacementView decode_placement_view(const Fields& in);
[[nodiscard]] WorkshopView decode_workshop(const Fields& in);
[[nodiscard]] PeopleView decode_people(const Fields& in);
[[nodiscard]] TalliesView decode_tallies(const Fields& in);
[[nodiscard]] YouView decode_you(const Fields& in);
[[nodiscard]] ReasonView decode_reason(const Fields& in);
[[nodiscard]] QuestionView decode_question(const Fields& in);
[[nodiscard]] CommitmentView decode_commitment(const Fields& in);
[[nodiscard]] SentenceView decode_sentence(const Fields& in);
[[nodiscard]] domain::Closing decode_closing(const Fields& in);
[[nodiscard]] StateView decode_state(const Fields& in);
[[nodiscard]] ScreenView decode_screen(const Fields& in);
[[nodiscard]] CommentView decode_comment(const Fields& in);
[[nodiscard]] RestrictedView decode_restricted(const Fields& in);
[[nodiscard]] LeaseView decode_lease(const Fields& in);

/// Puts a member only when there is a value.
template <class T>
void put(nlohmann::json& out, const char* key, const std::optional<T>& value) {
    if (value) out[key] = *value;
}
template <class T>
[[nodiscard]] nlohmann::json value_or_null(const std::optional<T>& value) {
    return value ? nlohmann::json(*value) : nlohmann::json();
}
template <class Items>
[[nodiscard]] nlohmann::json encode_all(const Items& items) {
    auto out = nlohmann::json::array();
    for (const auto& item : items) out.push_back(encode(item));
    return out;
}

}  // namespace atelier::wire
