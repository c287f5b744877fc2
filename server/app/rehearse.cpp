#include "app/rehearse.hpp"

#include <fmt/core.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "api/rehearsals.hpp"
#include "app/folder.hpp"
#include "app/rehearsal/http_client.hpp"
#include "app/rehearsal/own_server.hpp"
#include "app/tools.hpp"
#include "base/clock.hpp"
#include "base/secret.hpp"

namespace atelier::app {
namespace {

using Json = rehearsal::HttpClient::Json;
using domain::Role;
using rehearsal::Failed;
using rehearsal::HttpClient;
using rehearsal::OwnServer;
template <class T>
using Outcome = base::Result<T, Failed>;

constexpr base::Millis link_ms = 60 * 60 * 1000;
constexpr auto progress_interval = std::chrono::seconds(2);

/// A way in, and the server behind it if it was started for this.
struct Opened {
    std::string url, secret;
    std::optional<OwnServer> own;
};

Outcome<std::string> make_link(const std::string& folder) {
    auto store = open_journal(folder, /*make=*/false);
    if (!store) return Failed{store.error()};
    std::string secret = base::fresh_secret();
    const base::Millis now = base::now_ms();
    const journal::Link link{
        base::sha256_hex(secret), std::nullopt, Role::organiser, now, now + link_ms, {}};
    if (const auto added = store.value()->add_link(link); !added)
        return Failed{added.error().cause};
    return secret;
}

Outcome<Opened> open_server(const Asked& asked) {
    Opened out{asked.url, {}, {}};
    const char* const given = std::getenv("ATELIER_ORGANISER");
    if (!asked.url.empty() && given != nullptr) {
        const std::string link = given;
        out.secret = link.substr(link.find('#') + 1);  // npos + 1 is 0: no link, a secret
        return out;
    }
    const std::string& folder = asked.serve.data;
    auto secret = make_link(folder);
    if (!secret) return secret.error();
    out.secret = std::move(secret).value();
    if (!out.url.empty()) return out;
    const bool running = !Folder::hold(folder).ok();
    if (running) {
        std::ifstream(address_note(folder)) >> out.url;
        if (out.url.empty()) return Failed{"where does the server listen? See --url"};
        return out;
    }
    auto own = OwnServer::start(folder);
    if (!own) return Failed{own.error()};
    out.own.emplace(std::move(own).value());
    out.url = out.own->url();
    return out;
}

/// Of an id or a join code.
Outcome<std::string> named_workshop(const HttpClient& http, const std::string& name) {
    const auto list = http.get("/workshops");
    if (!list) return list.error();
    const std::string code = base::normalise_join_code(name);
    for (const Json& workshop : list.value().at("workshops")) {
        const bool meant =
            workshop.at("id") == name || (!code.empty() && workshop.at("code") == code);
        if (meant) return workshop.at("id").get<std::string>();
    }
    return Failed{"there is no workshop " + name};
}

void print_progress(const Json& now) {
    fmt::print(
        "{} s: {} of {} in, {} ideas, {} votes, read after {} ms (p99 {} ms), {:.0f} % of the "
        "cores\n",
        now.at("elapsed_s").get<int>(), now.at("joined").get<int>(),
        now.at("participants").get<int>(), now.at("ideas").get<int>(), now.at("votes").get<int>(),
        now.at("seen_ms").at("p50").get<double>(), now.at("seen_ms").at("p99").get<double>(),
        now.at("cpu_share").get<double>() * 100);
    std::fflush(stdout);
}

void print_times(std::string_view name, const Json& times) {
    fmt::print("{}: p50 {} ms, p95 {} ms, p99 {} ms\n", name, times.at("p50").get<double>(),
               times.at("p95").get<double>(), times.at("p99").get<double>());
}

int print_result(const Json& end) {
    const auto state = end.at("state").get<std::string>();
    fmt::print("rehearsal: {}\npeople: {} of {}\nideas: {}\nvotes: {}\n", state,
               end.at("joined").get<int>(), end.at("participants").get<int>(),
               end.at("ideas").get<int>(), end.at("votes").get<int>());
    print_times("recorded", end.at("ack_ms"));
    print_times("read by others", end.at("seen_ms"));
    fmt::print("cores: {:.1f} %\nmissing: {}\n", end.at("cpu_share").get<double>() * 100,
               end.at("missing").get<int>());
    if (end.contains("holds"))
        fmt::print("holds: about {} people (what ends first: {})\n", end.at("holds").get<int>(),
                   end.at("limit").get<std::string>());
    if (state != "done") return fail("the rehearsal was not played to its end");
    if (end.at("missing").get<int>() > 0) return fail("not everything reached everyone");
    return 0;
}

int follow(const HttpClient& http, const std::string& path) {
    for (;;) {
        std::this_thread::sleep_for(progress_interval);
        const auto now = http.get(path);
        if (!now) return fail(now.error().why);
        if (now.value().at("state") != "running") return print_result(now.value());
        print_progress(now.value());
    }
}

}  // namespace

int rehearse(const Asked& asked) {
    using namespace api;
    if (asked.names.size() != 1) return misused("rehearse wants one workshop");
    if (asked.participants < 1 || asked.participants > static_cast<int>(rehearsal_people_max))
        return misused(fmt::format("--participants wants 1 to {}", rehearsal_people_max));
    if (asked.seconds < rehearsal_seconds_min || asked.seconds > rehearsal_seconds_max)
        return misused(
            fmt::format("--seconds wants {} to {}", rehearsal_seconds_min, rehearsal_seconds_max));
    if (!asked.url.empty() && !HttpClient::understands(asked.url))
        return misused("--url wants http://, a host and a port: the server's own address");
    const auto opened = open_server(asked);
    if (!opened) return fail(opened.error().why);
    HttpClient http(opened.value().url);
    if (const auto in = http.enter(opened.value().secret); !in) return fail(in.error().why);
    const auto workshop = named_workshop(http, asked.names[0]);
    if (!workshop) return fail(workshop.error().why);
    const std::string path = "/workshops/" + workshop.value() + "/rehearsal";
    const auto begun =
        http.post(path, {{"participants", asked.participants}, {"seconds", asked.seconds}});
    if (!begun) return fail(begun.error().why);
    return follow(http, path);
}

}  // namespace atelier::app
