#include "wire/views.hpp"

/// What moderation, comments and the crowd add to what a workshop looks like from outside.
namespace atelier::wire {

using nlohmann::json;

json encode(const ScreenView& view) {
    return {{"frozen", view.frozen}, {"spotlight", view.spotlight}};
}

ScreenView decode_screen(const Fields& in) {
    return {in.maybe_flag("frozen").value_or(false), in.texts("spotlight")};
}

json encode(const CommentView& view) {
    json out{{"id", view.id}, {"idea", view.idea}, {"text", view.text}, {"at", view.at}};
    if (view.status != domain::CommentStatus::shown) out["status"] = text(view.status);
    if (view.mine) out["mine"] = true;
    if (view.reason) out["reason"] = text(*view.reason);
    put(out, "author", view.author);
    put(out, "author_name", view.author_name);
    if (view.erased) out["erased"] = true;
    return out;
}

CommentView decode_comment(const Fields& in) {
    CommentView out;
    out.id = in.text("id");
    out.idea = in.text("idea");
    out.text = in.text("text");
    out.at = in.integer<base::Millis>("at");
    out.status = in.maybe_word<domain::CommentStatus>("status").value_or(out.status);
    out.mine = in.maybe_flag("mine").value_or(false);
    out.reason = in.maybe_word<domain::HideReason>("reason");
    out.author = in.maybe_text("author");
    out.author_name = in.maybe_text("author_name");
    out.erased = in.maybe_flag("erased").value_or(false);
    return out;
}

json encode(const RestrictedView& view) {
    json out{{"participant", view.participant}};
    put(out, "name", view.name);
    if (view.muted) out["muted"] = true;
    if (view.removed) out["removed"] = true;
    return out;
}

RestrictedView decode_restricted(const Fields& in) {
    return {in.text("participant"), in.maybe_text("name"), in.maybe_flag("muted").value_or(false),
            in.maybe_flag("removed").value_or(false)};
}

json encode(const LeaseView& view) { return {{"idea", view.idea}, {"until", view.until}}; }

LeaseView decode_lease(const Fields& in) {
    return {in.text("idea"), in.integer<base::Millis>("until")};
}

json encode(const OwnPlaceView& view) {
    return {{"lever", value_or_null(view.lever)}, {"scale", value_or_null(view.scale)}};
}

}  // namespace atelier::wire
