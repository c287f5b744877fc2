// Files that take a while: asked for, looked after, fetched (rule EX2).
#include <array>

#include "api/calls.hpp"
#include "wire/bounded_json.hpp"
#include "wire/fields.hpp"

namespace atelier::api {
namespace {

std::string_view text(ExportState state) noexcept {
    static constexpr std::array<std::string_view, 4> names{"queued", "running", "ready", "failed"};
    return names[static_cast<std::size_t>(state)];
}

std::string_view text(ExportStep step) noexcept {
    static constexpr std::array<std::string_view, 3> names{"reading", "writing", "converting"};
    return names[static_cast<std::size_t>(step)];
}

nlohmann::json encode(const ExportStatus& status, const net::Request& request) {
    nlohmann::json out{
        {"export", status.id}, {"format", status.wish.format}, {"state", text(status.state)}};
    if (!status.wish.picture.empty()) out["picture"] = status.wish.picture;
    if (status.state == ExportState::queued) out["ahead"] = status.ahead;
    if (status.state == ExportState::running) out["step"] = text(status.step);
    if (status.file) {
        out["name"] = status.file->name;
        out["bytes"] = status.file->bytes.size();
    }
    if (status.problem) {
        out["code"] = status.problem->code;
        out["title"] = words(status.problem->code, language_of(request));
        if (!status.problem->data.empty()) out["data"] = status.problem->data;
    }
    return out;
}

std::optional<ExportStatus> asked_for(House& house, const Call& call) {
    return house.exports.status(call.workshop_id(),
                                std::string(call.request.parameter("export").value_or("")));
}

}  // namespace

Reply begin_export(House& house, const Call& call) {
    const auto body = body_of(call.request, wire::client_json_depth_max);
    if (!body) co_return respond(body.error(), call.request);
    std::string wrong;
    const wire::Fields in(body.value(), wrong);
    ExportWish wish{in.text("format"), in.maybe_text("picture").value_or(""), true};
    if (!wrong.empty()) co_return respond(bad_request(wrong), call.request);
    // Asked now, not when the file is ready: a workshop that is not there has none.
    const auto about = co_await house.rooms.about(call.workshop_id());
    if (!about) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    const auto begun = house.exports.begin(call.workshop_id(), std::move(wish));
    if (!begun) co_return respond(begun.error(), call.request);
    co_return respond(202, encode(begun.value(), call.request));
}

Reply read_export(House& house, const Call& call) {
    const auto status = asked_for(house, call);
    if (!status) co_return respond(Problem{404, "no_such_export"}, call.request);
    co_return respond(200, encode(*status, call.request));
}

Reply fetch_export(House& house, const Call& call) {
    const auto status = asked_for(house, call);
    if (!status || !status->file) co_return respond(Problem{404, "no_such_export"}, call.request);
    co_return file_answer(*status->file);
}

}  // namespace atelier::api
