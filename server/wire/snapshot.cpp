#include "wire/snapshot.hpp"

#include "wire/choices.hpp"
#include "wire/moderation_snapshot.hpp"
#include "wire/parts.hpp"

namespace atelier::wire {

using nlohmann::json;
using namespace domain;

namespace {

template <class Id>
void put(json& out, const char* key, const std::optional<Id>& id) {
    if (id) out[key] = id->text;
}

json encode(const Idea& idea) {
    json out{{"id", idea.id.text}, {"phase", idea.phase.text},    {"text", idea.text},
             {"at", idea.at},      {"status", text(idea.status)}, {"reviewed", idea.reviewed}};
    put(out, "author", idea.author);
    put(out, "scale", idea.scale);
    if (idea.reason) out["reason"] = text(*idea.reason);
    if (idea.original) out["original"] = *idea.original;
    if (!idea.answer.empty()) out["answer"] = idea.answer;
    put(out, "look_alike", idea.look_alike);
    put(out, "carried_from", idea.carried_from);
    if (idea.erased) out["erased"] = true;
    return out;
}

json encode(const Participant& person) {
    json out{{"id", person.id.text},
             {"joined_at", person.joined_at},
             {"ideas_posted", person.ideas_posted}};
    if (!person.name.empty()) out["name"] = person.name;
    put(out, "affiliation", person.affiliation);
    if (person.muted) out["muted"] = true;
    if (person.removed) out["removed"] = true;
    if (person.erased) out["erased"] = true;
    return out;
}

json encode(const Votes& votes) {
    json out = json::object();
    for (const auto& [voter, ballot] : votes.ballots)
        for (const auto& [idea, choice] : ballot) put_choice(out[voter.text][idea.text], choice);
    return out;
}

json encode(const Question& question) {
    json out{{"id", question.id.text},          {"phase", question.phase.text},
             {"text", question.text},           {"at", question.at},
             {"status", text(question.status)}, {"reviewed", question.reviewed}};
    put(out, "author", question.author);
    if (question.reason) out["reason"] = text(*question.reason);
    if (question.answered) out["answer"] = question.answer;
    if (question.erased) out["erased"] = true;
    if (!question.supporters.empty()) {
        json& people = out["supporters"] = json::array();
        for (const ParticipantId& person : question.supporters) people.push_back(person.text);
    }
    return out;
}

json encode(const Commitment& commitment) {
    const Promise& p = commitment.promise;
    json out{{"id", commitment.id.text},
             {"phase", commitment.phase.text},
             {"text", p.text},
             {"who", text(p.who)},
             {"by", p.by},
             {"with", p.with},
             {"looking_for", p.looking_for},
             {"bringing", p.bringing},
             {"at", commitment.at},
             {"status", text(commitment.status)}};
    put(out, "author", commitment.author);
    if (commitment.reason) out["reason"] = text(*commitment.reason);
    if (commitment.follow_up)
        out["follow_up"] = {{"status", text(*commitment.follow_up)},
                            {"note", commitment.note},
                            {"at", commitment.followed_at}};
    if (commitment.erased) out["erased"] = true;
    return out;
}

json weathers(const Workshop& workshop) {
    json out = json::object();
    for (const auto& [phase, people] : workshop.weathers)
        for (const auto& [person, weather] : people) out[phase.text][person.text] = text(weather);
    return out;
}

json reactions(const Workshop& workshop) {
    json out = json::object();
    for (const auto& [idea, people] : workshop.reactions.people)
        for (const ParticipantId& person : people) out[idea.text].push_back(person.text);
    return out;
}

json closings(const Workshop& workshop) {
    json out = json::object();
    for (const auto& [phase, people] : workshop.closings)
        for (const auto& [person, said] : people) {
            json& one = out[phase.text][person.text];
            one = {{"sentence", said.sentence}, {"quote", said.quote}};
            if (said.roti) one["roti"] = *said.roti;
        }
    return out;
}

json hands(const Workshop& workshop) {
    json out = json::object();
    for (const auto& [phase, votes] : workshop.votes)
        for (const auto& [person, hand] : votes.hands)
            out[phase.text][person.text] = ids_json(hand);
    return out;
}

json placements(const std::vector<Board>& boards) {
    json out = json::object();
    for (const Board& board : boards)
        for (const auto& [idea, placement] : board.placements)
            out[board.id.text][idea.text] = wire::encode(placement);
    return out;
}

Idea decode_idea(const Fields& in) {
    Idea out{in.id<IdeaId>("id"),
             in.id<PhaseId>("phase"),
             in.maybe_id<ParticipantId>("author"),
             in.text("text"),
             in.maybe_id<ScaleId>("scale"),
             in.integer<base::Millis>("at"),
             in.word<IdeaStatus>("status"),
             in.flag("reviewed"),
             in.maybe_word<HideReason>("reason")};
    out.original = in.maybe_text("original");
    out.answer = in.maybe_text("answer").value_or("");
    out.look_alike = in.maybe_id<IdeaId>("look_alike");
    out.carried_from = in.maybe_id<WorkshopId>("carried_from");
    out.erased = in.maybe_flag("erased").value_or(false);
    return out;
}

Participant decode_participant(const Fields& in) {
    return {in.id<ParticipantId>("id"),
            in.maybe_text("name").value_or(""),
            in.maybe_id<AffiliationId>("affiliation"),
            in.integer<base::Millis>("joined_at"),
            in.integer<std::size_t>("ideas_posted"),
            in.maybe_flag("muted").value_or(false),
            in.maybe_flag("removed").value_or(false),
            in.maybe_flag("erased").value_or(false)};
}

/// Every member of an object, as Fields or, for numbers, through integer().
template <class See>
void each_member(const Fields& in, See see) {
    if (!in.json().is_object()) return;
    for (const auto& member : in.json().items()) see(member.key());
}

Votes decode_votes(const Fields& in) {
    Votes out;
    each_member(in, [&](const std::string& voter) {
        const Fields ballot = in.object(voter);
        each_member(ballot, [&](const std::string& idea) {
            const Choice choice = decode_choice(ballot.object(idea));
            if (!chosen(choice)) return ballot.wrong(idea);
            out.set(ParticipantId{voter}, IdeaId{idea}, choice);
        });
    });
    return out;
}

void decode_hands(const Fields& in, Workshop& workshop) {
    each_member(in, [&](const std::string& phase) {
        const Fields people = in.object(phase);
        each_member(people, [&](const std::string& person) {
            for (const IdeaId& card : decode_ids(people, person))
                workshop.votes[PhaseId{phase}].hand(ParticipantId{person}, card);
        });
    });
}

Question decode_question(const Fields& in) {
    Question out{in.id<QuestionId>("id"),
                 in.id<PhaseId>("phase"),
                 in.maybe_id<ParticipantId>("author"),
                 in.text("text"),
                 in.integer<base::Millis>("at"),
                 in.word<IdeaStatus>("status"),
                 in.flag("reviewed"),
                 in.maybe_word<HideReason>("reason")};
    out.answered = in.has("answer");
    out.answer = in.maybe_text("answer").value_or("");
    out.erased = in.maybe_flag("erased").value_or(false);
    for (std::string& person : in.texts("supporters")) out.supporters.insert({std::move(person)});
    return out;
}

Commitment decode_commitment(const Fields& in) {
    Commitment out{in.id<CommitmentId>("id"),
                   in.id<PhaseId>("phase"),
                   in.maybe_id<ParticipantId>("author"),
                   {in.text("text"), in.word<Commits>("who"), in.text("by"), in.text("with"),
                    in.text("looking_for"), in.text("bringing")},
                   in.integer<base::Millis>("at"),
                   in.word<IdeaStatus>("status"),
                   in.maybe_word<HideReason>("reason")};
    out.erased = in.maybe_flag("erased").value_or(false);
    if (!in.has("follow_up")) return out;
    const Fields told = in.object("follow_up");
    out.follow_up = told.word<FollowUp>("status");
    out.note = told.text("note");
    out.followed_at = told.integer<base::Millis>("at");
    return out;
}

void decode_weathers(const Fields& in, Workshop& workshop) {
    each_member(in, [&](const std::string& phase) {
        const Fields people = in.object(phase);
        each_member(people, [&](const std::string& person) {
            workshop.weathers[PhaseId{phase}][ParticipantId{person}] = people.word<Weather>(person);
        });
    });
}

void decode_reactions(const Fields& in, Workshop& workshop) {
    each_member(in, [&](const std::string& idea) {
        if (!workshop.idea(IdeaId{idea})) return in.wrong(idea);
        for (std::string& person : in.texts(idea))
            workshop.reactions.set(IdeaId{idea}, ParticipantId{std::move(person)}, true);
    });
}

void decode_closings(const Fields& in, Workshop& workshop) {
    each_member(in, [&](const std::string& phase) {
        const Fields people = in.object(phase);
        each_member(people, [&](const std::string& person) {
            const Fields said = people.object(person);
            workshop.closings[PhaseId{phase}][ParticipantId{person}] = {
                said.maybe_integer<int>("roti"), said.text("sentence"), said.flag("quote")};
        });
    });
}

void decode_placements(const Fields& in, std::vector<Board>& boards) {
    for (Board& board : boards) {
        const Fields placed = in.maybe_object(board.id.text);
        each_member(placed, [&](const std::string& idea) {
            board.placements[IdeaId{idea}] = decode_placement(placed.object(idea));
        });
    }
}

}  // namespace

json encode_snapshot(const Workshop& workshop) {
    json out{{"id", workshop.id.text},
             {"code", workshop.code},
             {"created_at", workshop.created_at},
             {"plan", wire::encode(workshop.plan)},
             {"closed", workshop.closed},
             {"placements", placements(workshop.plan.boards)}};
    json& ideas = out["ideas"] = json::array();
    for (const Idea& idea : workshop.ideas) ideas.push_back(encode(idea));
    json& people = out["participants"] = json::object();
    for (const auto& [id, person] : workshop.participants) people[id.text] = encode(person);
    json& votes = out["votes"] = json::object();
    for (const auto& [phase, cast] : workshop.votes)
        if (!cast.ballots.empty()) votes[phase.text] = encode(cast);
    if (workshop.anonymised) out["anonymised"] = true;
    encode_moderation(out, workshop);
    out["hands"] = hands(workshop);
    json& questions = out["questions"] = json::array();
    for (const Question& question : workshop.questions) questions.push_back(encode(question));
    json& commitments = out["commitments"] = json::array();
    for (const Commitment& each : workshop.commitments) commitments.push_back(encode(each));
    out["weathers"] = weathers(workshop);
    out["closings"] = closings(workshop);
    out["reactions"] = reactions(workshop);
    return out;
}

base::Result<Workshop, std::string> decode_snapshot(const json& value) {
    std::string wrong;
    const Fields in(value, wrong);
    Workshop out;
    out.id = in.id<WorkshopId>("id");
    out.code = in.text("code");
    out.created_at = in.integer<base::Millis>("created_at");
    out.plan = decode_blueprint(in.object("plan"));
    out.closed = in.flag("closed");
    out.anonymised = in.maybe_flag("anonymised").value_or(false);
    decode_placements(in.object("placements"), out.plan.boards);
    out.ideas = in.list("ideas", decode_idea);
    for (std::size_t i = 0; i < out.ideas.size(); ++i) out.idea_index[out.ideas[i].id] = i;
    const Fields people = in.object("participants");
    each_member(people, [&](const std::string& id) {
        out.participants[ParticipantId{id}] = decode_participant(people.object(id));
    });
    const Fields votes = in.object("votes");
    each_member(votes, [&](const std::string& phase) {
        out.votes[PhaseId{phase}] = decode_votes(votes.object(phase));
    });
    decode_moderation(in, out);
    decode_hands(in.maybe_object("hands"), out);
    out.questions = in.list("questions", decode_question);
    out.commitments = in.list("commitments", decode_commitment);
    decode_weathers(in.maybe_object("weathers"), out);
    decode_closings(in.maybe_object("closings"), out);
    decode_reactions(in.maybe_object("reactions"), out);
    if (!wrong.empty()) return wrong;
    return out;
}

}  // namespace atelier::wire
