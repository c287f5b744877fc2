#include "api/calls.hpp"
#include "api/day_after.hpp"
#include "base/clock.hpp"
#include "base/secret.hpp"
#include "report/draft_json.hpp"

/// What facilitators write into a summary: read, saved over what they read, and looked at.
namespace atelier::api {

using journal::Store;

namespace {

constexpr std::size_t draft_json_depth_max = 8;

nlohmann::json encode(const journal::DraftRow& row) {
    nlohmann::json out{
        {"revision", row.revision},
        {"draft", row.body.empty() ? nlohmann::json::object() : nlohmann::json::parse(row.body)}};
    if (row.revision > 0) out["at"] = row.at;
    return out;
}

}  // namespace

report::Draft draft_of(const std::string& body) {
    if (body.empty()) return {};
    auto read = report::draft_from_json(nlohmann::json::parse(body, nullptr, false));
    return read ? std::move(read).value() : report::Draft{};
}

Reply read_draft(House& house, const Call& call) {
    const auto id = call.workshop_id();
    const auto read = [id](Store& store) { return store.draft(id); };
    const auto row = co_await house.records.ask(read);
    if (!row) co_return respond(problem_of(row.error()), call.request);
    co_return respond(200, encode(row.value()));
}

/// 409 with what is there now: the writer has their own text, and chooses.
Reply save_draft(House& house, const Call& call) {
    const auto body = body_of(call.request, draft_json_depth_max);
    if (!body) co_return respond(body.error(), call.request);
    std::string wrong;
    const wire::Fields in(body.value(), wrong);
    const auto over = in.integer<std::uint64_t>("revision");
    if (wrong.empty() && !in.has("draft")) wrong = "draft";
    if (!wrong.empty()) co_return respond(bad_request(wrong), call.request);
    const auto draft = report::draft_from_json(in.raw("draft"));
    if (!draft) co_return respond(problem_of(draft.error()), call.request);
    const auto id = call.workshop_id();
    const std::string text = report::draft_json(draft.value()).dump();
    const auto write = [id, over, text, now = base::now_ms()](Store& store) {
        return store.save_draft(id, over, text, now);
    };
    const auto saved = co_await house.records.ask(write);
    if (!saved) co_return respond(problem_of(saved.error()), call.request);
    if (!saved.value().saved)
        co_return respond(Problem{409, "draft_changed", encode(saved.value().now)}, call.request);
    co_return respond(200, encode(saved.value().now));
}

/// The summary as publishing would freeze it now.
Reply preview(House& house, const Call& call) {
    const auto id = call.workshop_id();
    const auto settled = co_await house.rooms.settled(id);
    if (!settled) co_return respond(Problem{404, "no_such_workshop"}, call.request);
    const auto read = [id](Store& store) { return store.draft(id); };
    const auto row = co_await house.records.ask(read);
    if (!row) co_return respond(problem_of(row.error()), call.request);
    const auto place = [id](Store& store) { return store.series_of(id); };
    const auto series = co_await house.records.ask(place);
    report::Draft draft = draft_of(row.value().body);
    if (series && series.value()) draft.series = in_series(*series.value(), id);
    const report::Fingerprint fingerprint{settled->head.seq, base::hex(settled->head.digest)};
    auto drawn = report::draw(settled->workshop, fingerprint, base::now_ms(), draft);
    co_return html_page(house, std::move(drawn.html), "no-store");
}

}  // namespace atelier::api
