#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/clock.hpp"
#include "domain/idea.hpp"
#include "domain/ids.hpp"

/// What people say besides ideas: how they are, what they ask a speaker, what they commit to, and
/// how they leave.
namespace atelier::domain {

enum class Weather { sun, bright, cloud, storm };

struct Question {
    QuestionId id;
    PhaseId phase;
    std::optional<ParticipantId> author;  ///< absent: a facilitator
    std::string text;                     ///< exactly as typed
    base::Millis at = 0;
    IdeaStatus status = IdeaStatus::pending;
    bool reviewed = false;
    std::optional<HideReason> reason = {};
    bool answered = false;
    std::string answer = {};  ///< empty: answered aloud
    std::set<ParticipantId> supporters = {};
    bool erased = false;  ///< its author had the text erased
};

enum class Commits { individual, collective };
/// What became of a commitment, in the weeks after.
enum class FollowUp { planned, under_way, done, given_up };

/// Who does what, with whom; everything but the text may be empty.
struct Promise {
    std::string text;
    Commits who = Commits::individual;
    std::string by;  ///< until when, in their own words
    std::string with, looking_for, bringing;
};
struct Commitment {
    CommitmentId id;
    PhaseId phase;
    std::optional<ParticipantId> author;  ///< absent: a facilitator
    Promise promise;
    base::Millis at = 0;
    IdeaStatus status = IdeaStatus::published;
    std::optional<HideReason> reason = {};
    std::optional<FollowUp> follow_up = {};  ///< as last told
    std::string note = {};                   ///< what was told with it; may be empty
    base::Millis followed_at = 0;
    bool erased = false;  ///< its author had the texts erased
};

/// How someone leaves. The sentence is for facilitators; others read it only where it may be quoted.
struct Closing {
    std::optional<int> roti = {};  ///< return on time invested, 1 to 5
    std::string sentence = {};
    bool quote = false;
};

using Weathers = std::map<ParticipantId, Weather>;
using Closings = std::map<ParticipantId, Closing>;

}  // namespace atelier::domain
