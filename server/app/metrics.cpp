#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>

#include "app/hosts.hpp"
#include "wire/enums.hpp"

namespace atelier::app {
namespace {

using domain::Role;
using wire::Transport;

// The largest workshops have lines of their own; more would only fill the operator's disk.
constexpr std::size_t rooms_told_max = 20;
constexpr double us_per_second = 1e6;

/// Prometheus text. Labels are ours or ids that we made, so nothing has to be escaped.
class Page {
  public:
    void head(std::string_view name, std::string_view kind) {
        fmt::format_to(out(), "# TYPE {} {}\n", name, kind);
    }
    template <class Value>
    void line(std::string_view name, Value value) {
        fmt::format_to(out(), "{} {}\n", name, value);
    }
    template <class Value>
    void one(std::string_view name, std::string_view kind, Value value) {
        head(name, kind);
        line(name, value);
    }
    /// `counts` has one class more than `bounds`; `scale` turns a bound into what the name says.
    template <class Bound>
    void histogram(std::string_view name, std::span<const Bound> bounds,
                   std::span<const std::uint64_t> counts, double sum, double scale) {
        head(name, "histogram");
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            below += counts[i];
            const std::string bound =
                i < bounds.size() ? fmt::format("{}", static_cast<double>(bounds[i]) / scale)
                                  : "+Inf";
            line(fmt::format("{}_bucket{{le=\"{}\"}}", name, bound), below);
        }
        line(fmt::format("{}_sum", name), sum / scale);
        line(fmt::format("{}_count", name), below);
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    std::back_insert_iterator<std::string> out() { return std::back_inserter(text_); }
    std::string text_;
};

void tell_journal(Page& page, const journal::WriterStats& stats) {
    page.one("atelier_journal_batches_total", "counter", stats.batches);
    page.one("atelier_journal_events_total", "counter", stats.events);
    page.one("atelier_journal_commits_total", "counter", stats.commits);
    page.one("atelier_journal_refused_batches_total", "counter", stats.refused);
    page.one("atelier_journal_waiting", "gauge", stats.waiting);
    page.histogram<std::int64_t>("atelier_journal_commit_seconds", journal::CommitTimes::bounds_us,
                                 stats.times.counts, static_cast<double>(stats.times.sum_us),
                                 us_per_second);
}

void tell_rooms(Page& page, const room::Counters& counters) {
    page.one("atelier_commands_total", "counter", counters.commands);
    page.one("atelier_welcomes_total", "counter", counters.welcomed);
    page.one("atelier_resumes_total", "counter", counters.resumed);
    page.head("atelier_refusals_total", "counter");
    for (const auto& [code, count] : counters.refused)
        page.line(fmt::format("atelier_refusals_total{{code=\"{}\"}}", code), count);
    page.histogram<std::size_t>("atelier_batch_commands", room::Counters::batch_bounds,
                                counters.commands_per_batch,
                                static_cast<double>(counters.batched_commands), 1);
}

void tell_rounds(Page& page, const LiveStats& stats) {
    page.one("atelier_copies_total", "counter", stats.copies.load());
    page.one("atelier_slow_readers_total", "counter", stats.dropped.load());
    page.one("atelier_resyncs_total", "counter", stats.resynced.load());
    page.histogram<std::int64_t>("atelier_round_seconds", LiveStats::round_bounds_us,
                                 stats.round_counts, static_cast<double>(stats.round_sum_us),
                                 us_per_second);
}

void tell_largest(Page& page, std::vector<const RoomHost*> rooms) {
    const std::size_t told = std::min(rooms.size(), rooms_told_max);
    std::ranges::partial_sort(
        rooms, rooms.begin() + static_cast<std::ptrdiff_t>(told),
        [](const auto* a, const auto* b) { return a->connections() > b->connections(); });
    rooms.resize(told);
    page.head("atelier_room_connections", "gauge");
    for (const RoomHost* room : rooms)
        page.line(fmt::format("atelier_room_connections{{workshop=\"{}\"}}", room->workshop().text),
                  room->connections());
    page.head("atelier_room_mailbox_commands", "gauge");
    for (const RoomHost* room : rooms)
        page.line(
            fmt::format("atelier_room_mailbox_commands{{workshop=\"{}\"}}", room->workshop().text),
            room->mailbox_depth());
}

}  // namespace

std::string Hosts::metrics() const {
    Page page;
    page.one("atelier_workshops_loaded", "gauge", hosts_.size());
    page.one("atelier_writable", "gauge", well_ ? 1 : 0);
    tell_journal(page, writer_.stats());
    tell_rooms(page, counters_);
    tell_rounds(page, stats_);

    std::vector<const RoomHost*> rooms;
    std::size_t waiting = 0;
    for (const auto& [id, host] : hosts_) {
        waiting += host->mailbox_depth();
        rooms.push_back(host.get());
    }
    page.one("atelier_mailbox_commands", "gauge", waiting);
    page.head("atelier_connections", "gauge");
    for (const Role role : {Role::participant, Role::facilitator, Role::screen, Role::moderator})
        for (const Transport by : {Transport::websocket, Transport::stream, Transport::poll}) {
            std::size_t count = 0;
            for (const RoomHost* room : rooms) count += room->connections(role, by);
            page.line(fmt::format("atelier_connections{{role=\"{}\",transport=\"{}\"}}",
                                  wire::text(role), wire::text(by)),
                      count);
        }
    tell_largest(page, std::move(rooms));
    return page.take();
}

}  // namespace atelier::app
