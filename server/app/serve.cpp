#include "app/serve.hpp"

#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdio>
#include <fstream>
#include <thread>

#include "api/api.hpp"
#include "api/links.hpp"
#include "app/create.hpp"
#include "app/demo.hpp"
#include "app/exports/exports.hpp"
#include "app/folder.hpp"
#include "app/hosts.hpp"
#include "app/log.hpp"
#include "app/rehearsal/rehearsals.hpp"
#include "app/threads.hpp"
#include "app/tools.hpp"
#include "app/workbench_thread.hpp"
#include "base/clock.hpp"
#include "net/server.hpp"

namespace atelier::app {
namespace {

namespace asio = boost::asio;
using domain::Role;

constexpr base::Millis minute_ms = 60'000;
constexpr auto tick_interval = std::chrono::milliseconds(500);
constexpr auto retire_interval = std::chrono::hours(24);
constexpr auto settle_deadline = std::chrono::seconds(5);
constexpr auto close_deadline = std::chrono::seconds(3);
constexpr std::uint16_t service_restart = 1012;

void say(std::string_view name, std::string_view value) {
    fmt::print("{}: {}\n", name, value);
    std::fflush(stdout);
}

/// What is printed for people at the start; the secrets are nowhere else.
struct Greeting {
    std::string organiser;  ///< secret; empty: not the first start
    std::optional<Demo> demo;

    void print(const api::PublicUrl& url) const {
        if (!organiser.empty()) say("organiser", api::secret_link(url, Role::organiser, organiser));
        if (!demo) return;
        say("participant", api::participant_link(url, demo->code));
        say("facilitator", api::secret_link(url, Role::facilitator, demo->facilitator));
        say("screen", api::secret_link(url, Role::screen, demo->screen));
        say("code", demo->code);
    }
};

base::Result<Greeting, std::string> prepare(journal::Store& store, const ServeOptions& options) {
    Greeting out;
    if (const auto done = rehearsal::erase_left_over(store); !done) return done.error().cause;
    const base::Millis now = base::now_ms();
    const auto organisers = store.count_links(std::nullopt, Role::organiser, now);
    if (!organisers) return organisers.error().cause;
    // A demonstration is started by whoever tries the server out: they need the way in each time.
    if (organisers.value() == 0 || options.demo) {
        auto secret = add_link(store, std::nullopt, Role::organiser, now);
        if (!secret) return secret.error().cause;
        out.organiser = std::move(secret).value();
    }
    if (!options.demo) return out;
    auto demo = ready_demo(store, options.data);
    if (!demo) return demo.error();
    out.demo = std::move(demo).value();
    return out;
}

/// The running server: everything in the order in which it must end.
class Running {
  public:
    Running(Threads& threads, journal::JournalWriter& writer, base::IdSource& ids,
            const ServeOptions& options, net::StaticFiles pages)
        : threads_(threads),
          io_(threads.home()),
          pages_(std::move(pages)),
          hosts_(threads, writer, ids,
                 {options.retention_days, options.idle_room_minutes * minute_ms}),
          rehearsals_(io_, hosts_, hosts_),
          exports_(io_, options.data),
          api_(io_.get_executor(), hosts_, hosts_, rehearsals_, exports_, workbench_, pages_),
          signals_(io_, SIGINT, SIGTERM) {}

    void start(std::unique_ptr<net::Server> server, api::PublicUrl url) {
        server_ = std::move(server);
        api_.seen_at(std::move(url));
        asio::co_spawn(io_, tick(), asio::detached);
        asio::co_spawn(io_, retire(), asio::detached);
        asio::co_spawn(io_, stop_when_asked(), asio::detached);
    }
    [[nodiscard]] net::Handler& handler() { return api_; }
    [[nodiscard]] Hosts& hosts() { return hosts_; }
    [[nodiscard]] rehearsal::Rehearsals& rehearsals() { return rehearsals_; }

  private:
    api::Task<void> sleep(asio::steady_timer::duration duration) {
        asio::steady_timer timer(io_, duration);
        co_await timer.async_wait(asio::use_awaitable);
    }
    api::Task<void> tick() {
        for (;;) {
            co_await sleep(tick_interval);
            hosts_.tick();
            exports_.tidy();
        }
    }
    api::Task<void> retire() {
        for (;;) {
            co_await hosts_.retire();
            co_await sleep(retire_interval);
        }
    }
    api::Task<void> until(bool (Running::*reached)() const, asio::steady_timer::duration deadline) {
        const auto end = std::chrono::steady_clock::now() + deadline;
        while (!(this->*reached)() && std::chrono::steady_clock::now() < end)
            co_await sleep(std::chrono::milliseconds(5));
    }
    [[nodiscard]] bool settled() const { return hosts_.idle(); }
    [[nodiscard]] bool empty() const { return server_->connections() == 0; }

    api::Task<void> stop_when_asked() {
        co_await signals_.async_wait(asio::use_awaitable);
        log_line("stopping");
        server_->stop_accepting();
        co_await rehearsals_.end();
        exports_.end();
        hosts_.drain();
        co_await until(&Running::settled, settle_deadline);
        hosts_.save_snapshots();
        hosts_.end_polls();
        server_->close_all(service_restart, "restarting");
        co_await until(&Running::empty, close_deadline);
        threads_.stop();
    }

    Threads& threads_;
    asio::io_context& io_;
    net::StaticFiles pages_;
    Hosts hosts_;
    rehearsal::Rehearsals rehearsals_;
    exports::Exports exports_;
    WorkbenchThread workbench_;
    api::Api api_;
    std::unique_ptr<net::Server> server_;
    asio::signal_set signals_;
};

std::size_t one_for_each_core() {
    constexpr unsigned most = 16;
    return std::clamp(std::thread::hardware_concurrency(), 1U, most);
}

std::string own_url(const std::string& address, std::uint16_t port) {
    const bool v6 = address.find(':') != std::string::npos;
    return v6 ? fmt::format("http://[{}]:{}", address, port)
              : fmt::format("http://{}:{}", address, port);
}

/// A person is a descriptor. Shells give a program a thousand; it may take what the machine allows.
void take_all_descriptors() {
    rlimit descriptors{};
    if (::getrlimit(RLIMIT_NOFILE, &descriptors) != 0) return;
    descriptors.rlim_cur = descriptors.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &descriptors);
}

base::Result<net::StaticFiles, std::string> load_pages(const std::string& folder) {
    if (folder.empty()) return net::StaticFiles();
    return net::StaticFiles::load(folder);
}

}  // namespace

int serve(const ServeOptions& options) {
    take_all_descriptors();
    const auto folder = Folder::hold(options.data);
    if (!folder) return fail(folder.error());
    auto journal = open_journal(options.data, /*make=*/true, options.full_sync);
    if (!journal) return fail(journal.error());
    auto greeting = prepare(*journal.value(), options);
    if (!greeting) return fail(greeting.error());
    auto pages = load_pages(options.web);
    if (!pages) return fail(pages.error());

    Threads threads(options.threads > 0 ? options.threads : one_for_each_core());
    asio::io_context& io = threads.home();
    base::RandomIds ids;
    std::function<void(bool)> tell_health;  // called on the reactor
    journal::JournalWriter writer(
        std::move(journal).value(),
        {.on_health = [&io, &tell_health](bool well, const journal::Problem& problem) {
            log_line(well ? "the journal can be written again"
                          : "the journal cannot be written: " + problem.cause);
            asio::post(io, [&tell_health, well] { tell_health(well); });
        }});
    Running running(threads, writer, ids, options, std::move(pages).value());
    tell_health = [&running](bool well) { running.hosts().health(well); };

    net::Options listening;
    listening.address = options.address;
    listening.port = options.port;
    listening.proxies = options.proxies;
    listening.log = log_line;
    auto server = net::Server::listen(threads.all(), std::move(listening), running.handler());
    if (!server) return fail(server.error());
    const std::string here = own_url(options.address, server.value()->port());
    const api::PublicUrl url{options.public_url.empty() ? here : options.public_url};
    running.rehearsals().come_in_by(options.address, server.value()->port());
    std::ofstream(address_note(options.data)) << running.rehearsals().own_url() << '\n';
    fmt::print("listening on {}\n", here);
    std::fflush(stdout);
    greeting.value().print(url);
    running.start(std::move(server).value(), url);
    threads.run();
    writer.stop();
    return 0;
}

}  // namespace atelier::app
