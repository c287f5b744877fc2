#include "wire/moderation_snapshot.hpp"

#include "wire/parts.hpp"

namespace atelier::wire {

using nlohmann::json;
using namespace domain;

namespace {

json encode(const Comment& comment) {
    json out{{"id", comment.id.text},
             {"idea", comment.idea.text},
             {"text", comment.text},
             {"at", comment.at},
             {"status", text(comment.status)}};
    if (comment.author) out["author"] = comment.author->text;
    if (comment.reason) out["reason"] = text(*comment.reason);
    if (comment.erased) out["erased"] = true;
    return out;
}

Comment decode_comment(const Fields& in) {
    return {in.id<CommentId>("id"),
            in.id<IdeaId>("idea"),
            in.maybe_id<ParticipantId>("author"),
            in.text("text"),
            in.integer<base::Millis>("at"),
            in.word<CommentStatus>("status"),
            in.maybe_word<HideReason>("reason"),
            in.maybe_flag("erased").value_or(false)};
}

template <class See>
void each_member(const Fields& in, See see) {
    if (!in.json().is_object()) return;
    for (const auto& member : in.json().items()) see(member.key());
}

void decode_crowd(const Fields& in, Board& board) {
    each_member(in, [&](const std::string& idea) {
        const Fields people = in.object(idea);
        each_member(people, [&](const std::string& who) {
            const Fields place = people.object(who);
            board.crowd[IdeaId{idea}][ParticipantId{who}] = {place.maybe_id<LeverId>("lever"),
                                                             place.maybe_id<ScaleId>("scale")};
        });
    });
}

void decode_groups(const Fields& in, Workshop& workshop) {
    each_member(in, [&](const std::string& lead) {
        std::vector<IdeaId> members = decode_ids<IdeaId>(in, lead);
        if (!workshop.idea(IdeaId{lead}) || members.empty()) return in.wrong(lead);
        for (const IdeaId& id : members) {
            const auto index = workshop.idea_index.find(id);
            if (index == workshop.idea_index.end()) return in.wrong(lead);
            workshop.ideas[index->second].group = IdeaId{lead};
        }
        workshop.groups[IdeaId{lead}] = std::move(members);
    });
}

}  // namespace

void encode_moderation(json& out, const Workshop& workshop) {
    for (const Board& board : workshop.plan.boards)
        for (const auto& [idea, places] : board.crowd)
            for (const auto& [who, place] : places)
                out["crowd"][board.id.text][idea.text][who.text] = {
                    {"lever", id_or_null(place.lever)}, {"scale", id_or_null(place.scale)}};
    for (const auto& [lead, members] : workshop.groups)
        out["groups"][lead.text] = id_texts(members);
    for (const auto& [one, other] : workshop.dismissed)
        out["dismissed"].push_back({{"one", one.text}, {"other", other.text}});
    for (const Comment& comment : workshop.comments) out["comments"].push_back(encode(comment));
    if (!workshop.spotlight.empty()) out["spotlight"] = id_texts(workshop.spotlight);
    if (workshop.posts_stopped) out["posts_stopped"] = true;
    if (workshop.screen_frozen) out["screen_frozen"] = true;
}

void decode_moderation(const Fields& in, Workshop& workshop) {
    const Fields crowd = in.maybe_object("crowd");
    for (Board& board : workshop.plan.boards)
        decode_crowd(crowd.maybe_object(board.id.text), board);
    decode_groups(in.maybe_object("groups"), workshop);
    for (auto& pair : in.list("dismissed", [](const Fields& each) {
             return std::pair{each.id<IdeaId>("one"), each.id<IdeaId>("other")};
         }))
        workshop.dismissed.insert(std::move(pair));
    workshop.comments = in.list("comments", decode_comment);
    workshop.spotlight = decode_ids<IdeaId>(in, "spotlight");
    workshop.posts_stopped = in.maybe_flag("posts_stopped").value_or(false);
    workshop.screen_frozen = in.maybe_flag("screen_frozen").value_or(false);
}

}  // namespace atelier::wire
