#include <fmt/core.h>

#include <algorithm>

#include "api/day_after.hpp"
#include "base/clock.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"
#include "domain/decide.hpp"
#include "wire/bounded_json.hpp"

/// Series of workshops and the search over what was published, for the organiser; and the page of a
/// series, for everyone.
namespace atelier::api {

using journal::SeriesId;
using journal::Store;

namespace {

constexpr std::size_t description_graphemes_max = 2'000;
constexpr std::size_t workshops_max = 500;
constexpr std::size_t hits_max = 100;
constexpr std::size_t words_bytes_max = 200;

SeriesId id_of(const Call& call) { return SeriesId{call.workshop}; }

nlohmann::json encode(const House& house, const journal::Series& series) {
    nlohmann::json out = page_json(house, series.page);
    out["id"] = series.id.text;
    out["title"] = series.title;
    out["question"] = series.question;
    out["description"] = series.description;
    out["language"] = series.language;
    out["created_at"] = series.created_at;
    auto& list = out["workshops"] = nlohmann::json::array();
    for (const auto& workshop : series.workshops) list.push_back(workshop.text);
    return out;
}

/// Title and question obey the rules of a workshop's.
std::optional<Problem> fault_of(const journal::Series& series) {
    const auto decided = domain::decide({}, domain::UpdateWorkshop{series.title, series.question},
                                        {domain::Role::organiser, {}}, {});
    if (!decided) return problem_of(decided.error());
    if (!base::valid_utf8(series.description)) return Problem{400, "invalid_utf8"};
    if (base::has_forbidden_controls(series.description))
        return Problem{400, "control_characters", {{"field", "description"}}};
    if (base::grapheme_count(series.description) > description_graphemes_max)
        return Problem{
            400, "text_too_long", {{"field", "description"}, {"max", description_graphemes_max}}};
    if (series.workshops.size() > workshops_max) return bad_request("workshops");
    return std::nullopt;
}

/// Takes over what the body says; what it leaves out stays.
base::Result<journal::Series, Problem> changed(journal::Series series,
                                               const net::Request& request) {
    const auto body = body_of(request, wire::client_json_depth_max);
    if (!body) return body.error();
    std::string wrong;
    const wire::Fields in(body.value(), wrong);
    if (const auto title = in.maybe_text("title")) series.title = *title;
    if (const auto question = in.maybe_text("question")) series.question = *question;
    if (const auto description = in.maybe_text("description")) series.description = *description;
    if (const auto language = in.maybe_text("language")) series.language = *language;
    if (series.language != "fr" && series.language != "en") wrong = "language";
    if (in.has("workshops")) {
        series.workshops.clear();
        for (std::string& id : in.texts("workshops")) {
            const domain::WorkshopId workshop{std::move(id)};
            if (std::ranges::find(series.workshops, workshop) != series.workshops.end())
                wrong = "workshops";
            series.workshops.push_back(workshop);
        }
    }
    if (!wrong.empty()) return bad_request(wrong);
    if (const auto fault = fault_of(series)) return *fault;
    return series;
}

Reply saved(House& house, const Call& call, journal::Series series, unsigned status) {
    const auto write = [series](Store& store) -> journal::Outcome<std::optional<journal::Series>> {
        if (auto done = store.save_series(series); !done) return done.error();
        return store.find_series(series.id);
    };
    const auto done = co_await house.records.ask(write);
    if (!done) co_return respond(problem_of(done.error()), call.request);
    co_return respond(status, encode(house, done.value().value_or(series)));
}

Task<base::Result<journal::Series, Problem>> found(House& house, SeriesId id) {
    const auto read = [id](Store& store) { return store.find_series(id); };
    const auto series = co_await house.records.ask(read);
    if (!series) co_return problem_of(series.error());
    if (!series.value()) co_return Problem{404, "no_such_series"};
    co_return *series.value();
}

}  // namespace

Reply list_series(House& house, const Call& call) {
    const auto read = [](Store& store) { return store.all_series(); };
    const auto all = co_await house.records.ask(read);
    if (!all) co_return respond(problem_of(all.error()), call.request);
    auto list = nlohmann::json::array();
    for (const auto& series : all.value()) list.push_back(encode(house, series));
    co_return respond(200, {{"series", std::move(list)}});
}

Reply create_series(House& house, const Call& call) {
    journal::Series fresh;
    base::RandomIds ids;
    fresh.id = SeriesId{ids.fresh()};
    fresh.created_at = base::now_ms();
    auto series = changed(std::move(fresh), call.request);
    if (!series) co_return respond(series.error(), call.request);
    co_return co_await saved(house, call, std::move(series).value(), 201);
}

Reply read_series(House& house, const Call& call) {
    const auto series = co_await found(house, id_of(call));
    if (!series) co_return respond(series.error(), call.request);
    co_return respond(200, encode(house, series.value()));
}

Reply update_series(House& house, const Call& call) {
    auto series = co_await found(house, id_of(call));
    if (!series) co_return respond(series.error(), call.request);
    auto next = changed(std::move(series).value(), call.request);
    if (!next) co_return respond(next.error(), call.request);
    co_return co_await saved(house, call, std::move(next).value(), 200);
}

Reply erase_series(House& house, const Call& call) {
    const auto id = id_of(call);
    const auto write = [id](Store& store) { return store.erase_series(id); };
    const auto done = co_await house.records.ask(write);
    if (!done) co_return respond(problem_of(done.error()), call.request);
    co_return net::Response{204, {}, nullptr};
}

Reply export_series(House& house, const Call& call) {
    const auto file = co_await house.exports.make_series(id_of(call));
    if (!file) co_return respond(file.error(), call.request);
    co_return file_answer(file.value());
}

Reply publish_series(House& house, const Call& call) {
    const bool published = call.request.method != net::Method::del;
    const auto series = co_await found(house, id_of(call));
    if (!series) co_return respond(series.error(), call.request);
    const auto id = series.value().id;
    const std::string name = fresh_page_name(series.value().title);
    const auto write = [id, published,
                        name](Store& store) -> journal::Outcome<std::optional<journal::Series>> {
        if (auto done = store.publish_series(id, published, name); !done) return done.error();
        return store.find_series(id);
    };
    const auto done = co_await house.records.ask(write);
    if (!done) co_return respond(problem_of(done.error()), call.request);
    co_return respond(200, encode(house, done.value().value_or(series.value())));
}

Reply search_texts(House& house, const Call& call) {
    journal::Search asked;
    asked.words = call.request.parameter("q").value_or("");
    if (base::blank(asked.words) || asked.words.size() > words_bytes_max ||
        !base::valid_utf8(asked.words))
        co_return respond(bad_request("q"), call.request);
    if (const auto series = call.request.parameter("series"))
        asked.series = SeriesId{std::string(*series)};
    asked.limit = hits_max;
    struct Found {
        journal::Hit hit;
        std::string title;
    };
    const auto read = [asked](Store& store) -> journal::Outcome<std::vector<Found>> {
        auto hits = store.search(asked);
        if (!hits) return hits.error();
        std::vector<Found> out;
        for (journal::Hit& hit : hits.value()) {
            const auto row = store.find_workshop(hit.workshop);
            std::string title = row && row.value() ? row.value()->title : std::string();
            out.push_back({std::move(hit), std::move(title)});
        }
        return out;
    };
    const auto hits = co_await house.records.ask(read);
    if (!hits) co_return respond(problem_of(hits.error()), call.request);
    auto list = nlohmann::json::array();
    for (const auto& [hit, title] : hits.value())
        list.push_back({{"workshop", hit.workshop.text},
                        {"title", title},
                        {"kind", hit.kind},
                        {"id", hit.item},
                        {"text", hit.text}});
    co_return respond(200, {{"hits", std::move(list)}});
}

/// Its workshops as they stand in the journal, of those that have been published and of those that
/// have not: only what a summary would tell is told of them.
Reply series_page(House& house, const net::Request& request, SeriesId id) {
    const auto series = co_await found(house, id);
    if (!series) co_return respond(series.error(), request);
    std::vector<Settled> states;
    std::vector<std::string> addresses;
    for (const auto& workshop : series.value().workshops) {
        auto settled = co_await house.rooms.settled(workshop);
        if (!settled) continue;
        const auto read = [workshop](Store& store) { return store.page_of(workshop); };
        const auto page = co_await house.records.ask(read);
        const bool shown = page && page.value() && page.value()->published;
        addresses.push_back(shown ? "/s/" + page.value()->name : std::string());
        states.push_back(std::move(*settled));
    }
    report::SeriesPage page{series.value().title,
                            series.value().question,
                            series.value().description,
                            series.value().language,
                            {}};
    for (std::size_t i = 0; i < states.size(); ++i)
        page.workshops.push_back({&states[i].workshop, addresses[i]});
    co_return html_page(house, report::series_html(page), "public, no-cache");
}

}  // namespace atelier::api
