#include <fmt/core.h>

#include <algorithm>

#include "api/day_after.hpp"
#include "base/clock.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"
#include "domain/decide.hpp"
#include "journal/erasing.hpp"
#include "report/draft_json.hpp"

/// Publishing a summary, and the pages that everyone may read.
namespace atelier::api {

using journal::Store;

namespace {

/// A frozen page changes only when a text of it is erased, and then at once: it is asked for again
/// each time, which costs a 304.
constexpr std::string_view revalidated = "public, no-cache";

nlohmann::json encode(const journal::Version& version) {
    nlohmann::json out{{"number", version.number},
                       {"at", version.at},
                       {"seq", version.seq},
                       {"digest", version.digest}};
    if (version.redone) out["redone"] = true;
    return out;
}

Reply describe(House& house, const Call& call, unsigned status) {
    const auto id = call.workshop_id();
    const auto read_versions = [id](Store& store) { return store.versions(id); };
    const auto versions = co_await house.records.ask(read_versions);
    if (!versions) co_return respond(problem_of(versions.error()), call.request);
    const auto read_page = [id](Store& store) { return store.page_of(id); };
    const auto page = co_await house.records.ask(read_page);
    if (!page) co_return respond(problem_of(page.error()), call.request);
    nlohmann::json out = page_json(house, page.value());
    auto& list = out["versions"] = nlohmann::json::array();
    for (const auto& version : versions.value()) list.push_back(encode(version));
    co_return respond(status, out);
}

/// The workshop as it was after an event, without what has been erased since.
journal::Outcome<domain::Workshop> state_at(Store& store, const domain::WorkshopId& workshop,
                                            domain::Seq seq) {
    constexpr std::size_t at_once = 4'096;
    domain::Workshop out;
    for (domain::Seq next = 1;;) {
        auto events = store.read(workshop, next, at_once);
        if (!events) return events.error();
        for (const domain::Recorded& recorded : events.value())
            if (journal::belongs(out, recorded, seq))
                domain::apply(out, recorded.event, recorded.at);
        if (events.value().size() < at_once) return out;
        next += events.value().size();
    }
}

/// A version as it can be shown: one that a text was erased from is drawn again first.
journal::Outcome<std::optional<journal::Frozen>> shown_version(Store& store,
                                                               const domain::WorkshopId& workshop,
                                                               int number) {
    auto found = store.version(workshop, number);
    if (!found || !found.value() || !found.value()->html.empty()) return found;
    journal::Frozen& frozen = *found.value();
    const auto state = state_at(store, workshop, frozen.version.seq);
    if (!state) return state.error();
    const report::Fingerprint fingerprint{frozen.version.seq, frozen.version.digest};
    auto drawn =
        report::draw(state.value(), fingerprint, frozen.version.at, draft_of(frozen.draft));
    frozen.html = std::move(drawn.html);
    frozen.markdown = std::move(drawn.markdown);
    // A store that cannot be written now keeps it undrawn: it is drawn again the next time.
    (void)store.redraw(workshop, frozen.version.number, frozen.html, frozen.markdown);
    return found;
}

/// What a public address asks for.
struct Address {
    std::string name;
    int version = 0;      ///< 0: the newest
    bool replay = false;  ///< the newest version's life, as JSON
};
std::optional<Address> address_in(std::string_view path) {
    constexpr std::string_view prefix = "/s/", versions = "/versions/", replay = "/replay.json";
    if (!path.starts_with(prefix)) return std::nullopt;
    path.remove_prefix(prefix.size());
    Address out;
    if (path.ends_with(replay)) {
        out.replay = true;
        path.remove_suffix(replay.size());
    }
    const auto at = path.find(versions);
    out.name = path.substr(0, at);
    if (out.name.empty() || out.name.size() > 200 || out.name.find('/') != std::string::npos)
        return std::nullopt;
    if (at == std::string_view::npos) return out;
    if (out.replay) return std::nullopt;
    const auto digits = path.substr(at + versions.size());
    if (digits.empty() || digits.size() > 6 ||
        digits.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    out.version = std::stoi(std::string(digits));
    return out.version == 0 ? std::nullopt : std::optional(out);
}

net::Response moved(std::string where) {
    return {308, {{"Location", std::move(where)}, {"Cache-Control", "no-cache"}}, nullptr};
}

net::Response not_modified(std::string tag) {
    return {304, {{"ETag", std::move(tag)}, {"Cache-Control", std::string(revalidated)}}, nullptr};
}

Reply summary_page(House& house, const net::Request& request, const journal::Page& page,
                   int number) {
    const domain::WorkshopId id = *page.workshop;
    const auto read = [id, number](Store& store) { return shown_version(store, id, number); };
    const auto frozen = co_await house.records.ask(read);
    if (!frozen) co_return respond(problem_of(frozen.error()), request);
    if (!frozen.value()) co_return respond(Problem{404, "not_found"}, request);
    const auto list = [id](Store& store) { return store.versions(id); };
    const auto versions = co_await house.records.ask(list);
    if (!versions) co_return respond(problem_of(versions.error()), request);
    const auto about = co_await house.rooms.about(id);
    const journal::Version& version = frozen.value()->version;
    report::Notice notice{about ? std::string_view(about->language) : "fr",
                          version.number,
                          version.at,
                          version.redone,
                          "/s/" + page.name,
                          "/replay#s=" + page.name};
    for (const auto& each : versions.value()) notice.all.push_back(each.number);
    std::string html = report::with_notice(frozen.value()->html, notice);
    const std::string tag = fmt::format("\"{}\"", base::sha256_hex(html).substr(0, 32));
    if (request.header("If-None-Match") == std::string_view(tag)) co_return not_modified(tag);
    net::Response out = html_page(house, std::move(html), revalidated);
    out.headers.emplace_back("ETag", tag);
    co_return out;
}

}  // namespace

net::Response html_page(const House& house, std::string html, std::string_view cache_control) {
    const std::string style = report::style_sha256_base64(html);
    net::Response out{200,
                      {{"Content-Type", "text/html; charset=utf-8"},
                       {"Cache-Control", std::string(cache_control)}},
                      std::make_shared<const std::string>(std::move(html))};
    add_page_headers(out, house.url, style);
    return out;
}

std::string fresh_page_name(std::string_view title) {
    std::string key = base::fresh_join_code();
    std::erase(key, '-');
    std::ranges::transform(key, key.begin(), [](char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    const std::string slug = base::slug(title);
    return fmt::format("{}-{}", slug.empty() ? "atelier" : slug, key);
}

nlohmann::json page_json(const House& house, const std::optional<journal::Page>& page) {
    nlohmann::json out{{"published", page && page->published}};
    if (page) out["url"] = fmt::format("{}/s/{}", house.url.origin, page->name);
    return out;
}

report::InSeries in_series(const journal::Series& series, const domain::WorkshopId& workshop) {
    const auto& all = series.workshops;
    const auto place = std::ranges::find(all, workshop);
    return {series.title, static_cast<int>(place - all.begin()) + 1};
}

Reply publish(House& house, const Call& call) {
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
    const base::Millis now = base::now_ms();
    const report::Fingerprint fingerprint{settled->head.seq, base::hex(settled->head.digest)};
    auto drawn = report::draw(settled->workshop, fingerprint, now, draft);
    journal::Frozen frozen{{0, now, fingerprint.seq, fingerprint.digest},
                           report::draft_json(draft).dump(),
                           std::move(drawn.html),
                           std::move(drawn.markdown)};
    const std::string name = fresh_page_name(settled->workshop.plan.title);
    const auto write =
        [id, name, frozen = std::move(frozen)](Store& store) -> journal::Outcome<journal::Version> {
        // What was erased since the state was taken must not be frozen.
        const auto head = store.head(id);
        if (!head) return head.error();
        journal::Frozen kept = frozen;
        for (domain::Seq next = kept.version.seq + 1; next <= head.value().seq; ++next) {
            const auto events = store.read(id, next, 1);
            if (!events || events.value().empty()) break;
            if (!journal::erases(events.value().front().event)) continue;
            kept.html.clear();
            kept.markdown.clear();
            kept.version.redone = true;
        }
        return store.publish(id, kept, name);
    };
    const auto made = co_await house.records.ask(write);
    if (!made) co_return respond(problem_of(made.error()), call.request);
    co_return co_await describe(house, call, 201);
}

Reply read_publication(House& house, const Call& call) {
    co_return co_await describe(house, call, 200);
}

Reply unpublish(House& house, const Call& call) {
    const auto id = call.workshop_id();
    const auto write = [id](Store& store) { return store.show_page(id, false); };
    const auto done = co_await house.records.ask(write);
    if (!done) co_return respond(problem_of(done.error()), call.request);
    co_return co_await describe(house, call, 200);
}

bool is_public_page(std::string_view path) noexcept { return path.starts_with("/s/"); }

Reply public_page(House& house, const net::Request& request) {
    if (request.method != net::Method::get && request.method != net::Method::head)
        co_return respond(Problem{405, "method_not_allowed"}, request);
    const auto asked = address_in(request.path);
    if (!asked) co_return respond(Problem{404, "not_found"}, request);
    const std::string key(journal::key_of(asked->name));
    const auto find = [key](Store& store) { return store.find_page(key); };
    const auto found = co_await house.records.ask(find);
    if (!found) co_return respond(problem_of(found.error()), request);
    if (!found.value() || !found.value()->published)
        co_return respond(Problem{404, "not_published"}, request);
    const journal::Page& page = *found.value();
    if (page.name != asked->name) {
        const std::string tail =
            asked->version > 0 ? fmt::format("/versions/{}", asked->version) : std::string();
        co_return moved("/s/" + page.name + (asked->replay ? "/replay.json" : tail));
    }
    if (asked->replay) co_return co_await public_replay(house, request, page);
    if (page.series) co_return co_await series_page(house, request, *page.series);
    co_return co_await summary_page(house, request, page, asked->version);
}

}  // namespace atelier::api
