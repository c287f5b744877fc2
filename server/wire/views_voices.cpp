#include "wire/views.hpp"

namespace atelier::wire {

using nlohmann::json;

json encode(const QuestionView& view) {
    json out{{"id", view.id},
             {"phase", view.phase},
             {"text", view.text},
             {"at", view.at},
             {"status", text(view.status)}};
    if (view.answered) out["answered"] = true;
    if (!view.answer.empty()) out["answer"] = view.answer;
    if (view.mine) out["mine"] = true;
    if (view.reason) out["reason"] = text(*view.reason);
    put(out, "author", view.author);
    put(out, "author_name", view.author_name);
    put(out, "author_affiliation", view.author_affiliation);
    put(out, "reviewed", view.reviewed);
    if (view.erased) out["erased"] = true;
    return out;
}

QuestionView decode_question(const Fields& in) {
    QuestionView out;
    out.id = in.text("id");
    out.phase = in.text("phase");
    out.text = in.text("text");
    out.at = in.integer<base::Millis>("at");
    out.status = in.word<domain::IdeaStatus>("status");
    out.answered = in.maybe_flag("answered").value_or(false);
    out.answer = in.maybe_text("answer").value_or("");
    out.mine = in.maybe_flag("mine").value_or(false);
    out.reason = in.maybe_word<domain::HideReason>("reason");
    out.author = in.maybe_text("author");
    out.author_name = in.maybe_text("author_name");
    out.author_affiliation = in.maybe_text("author_affiliation");
    out.reviewed = in.maybe_flag("reviewed");
    out.erased = in.maybe_flag("erased").value_or(false);
    return out;
}

json encode(const CommitmentView& view) {
    const domain::Promise& p = view.promise;
    json out{{"id", view.id},      {"phase", view.phase}, {"text", p.text},
             {"who", text(p.who)}, {"at", view.at},       {"status", text(view.status)}};
    const std::pair<const char*, const std::string*> parts[] = {{"by", &p.by},
                                                                {"with", &p.with},
                                                                {"looking_for", &p.looking_for},
                                                                {"bringing", &p.bringing}};
    for (const auto& [key, part] : parts)
        if (!part->empty()) out[key] = *part;
    if (view.mine) out["mine"] = true;
    if (view.reason) out["reason"] = text(*view.reason);
    put(out, "author", view.author);
    put(out, "author_name", view.author_name);
    put(out, "author_affiliation", view.author_affiliation);
    if (view.follow_up) {
        nlohmann::json& told = out["follow_up"];
        told = {{"status", text(view.follow_up->status)}, {"at", view.follow_up->at}};
        if (!view.follow_up->note.empty()) told["note"] = view.follow_up->note;
    }
    if (view.erased) out["erased"] = true;
    return out;
}

CommitmentView decode_commitment(const Fields& in) {
    const auto part = [&](std::string_view key) { return in.maybe_text(key).value_or(""); };
    CommitmentView out;
    out.id = in.text("id");
    out.phase = in.text("phase");
    out.promise = {in.text("text"),     in.word<domain::Commits>("who"),
                   part("by"),          part("with"),
                   part("looking_for"), part("bringing")};
    out.at = in.integer<base::Millis>("at");
    out.status = in.word<domain::IdeaStatus>("status");
    out.mine = in.maybe_flag("mine").value_or(false);
    out.reason = in.maybe_word<domain::HideReason>("reason");
    out.author = in.maybe_text("author");
    out.author_name = in.maybe_text("author_name");
    out.author_affiliation = in.maybe_text("author_affiliation");
    out.erased = in.maybe_flag("erased").value_or(false);
    if (!in.has("follow_up")) return out;
    const Fields told = in.object("follow_up");
    out.follow_up =
        FollowUpView{told.word<domain::FollowUp>("status"), told.maybe_text("note").value_or(""),
                     told.integer<base::Millis>("at")};
    return out;
}

json encode(const SentenceView& view) {
    json out{{"phase", view.phase}, {"author", view.author}};
    put(out, "author_name", view.author_name);
    put(out, "text", view.text);
    if (view.quote) out["quote"] = true;
    return out;
}

SentenceView decode_sentence(const Fields& in) {
    return {in.text("phase"), in.text("author"), in.maybe_text("author_name"),
            in.maybe_text("text"), in.maybe_flag("quote").value_or(false)};
}

json encode(const domain::Closing& closing) {
    json out = json::object();
    put(out, "roti", closing.roti);
    if (!closing.sentence.empty()) out["sentence"] = closing.sentence;
    if (closing.quote) out["quote"] = true;
    return out;
}

domain::Closing decode_closing(const Fields& in) {
    return {in.maybe_integer<int>("roti"), in.maybe_text("sentence").value_or(""),
            in.maybe_flag("quote").value_or(false)};
}

}  // namespace atelier::wire
