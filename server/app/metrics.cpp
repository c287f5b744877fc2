#include <fmt/format.h>

#include <iterator>

#include "app/hosts.hpp"
#include "wire/enums.hpp"

namespace atelier::app {
namespace {

void histogram(std::string& out, const journal::WriterStats& stats) {
    constexpr std::string_view name = "atelier_journal_commit_seconds";
    fmt::format_to(std::back_inserter(out), "# TYPE {} histogram\n", name);
    std::uint64_t below = 0;
    const auto& bounds = journal::CommitTimes::bounds_us;
    for (std::size_t i = 0; i < stats.times.counts.size(); ++i) {
        below += stats.times.counts[i];
        const std::string bound =
            i < bounds.size() ? fmt::format("{}", static_cast<double>(bounds[i]) / 1e6) : "+Inf";
        fmt::format_to(std::back_inserter(out), "{}_bucket{{le=\"{}\"}} {}\n", name, bound, below);
    }
    fmt::format_to(std::back_inserter(out), "{0}_sum {1}\n{0}_count {2}\n", name,
                   static_cast<double>(stats.times.sum_us) / 1e6, below);
}

}  // namespace

std::string Hosts::metrics() const {
    using domain::Role;
    std::string out;
    const auto line = [&](std::string_view name, std::string_view kind, auto value) {
        fmt::format_to(std::back_inserter(out), "# TYPE {0} {1}\n{0} {2}\n", name, kind, value);
    };
    const journal::WriterStats stats = place_.writer.stats();
    line("atelier_workshops_loaded", "gauge", hosts_.size());
    line("atelier_writable", "gauge", well_ ? 1 : 0);
    line("atelier_journal_batches_total", "counter", stats.batches);
    line("atelier_journal_events_total", "counter", stats.events);
    line("atelier_journal_commits_total", "counter", stats.commits);
    line("atelier_journal_refused_batches_total", "counter", stats.refused);
    line("atelier_journal_waiting", "gauge", stats.waiting);
    histogram(out, stats);

    std::size_t waiting = 0;
    for (const auto& [id, host] : hosts_) waiting += host->mailbox_depth();
    line("atelier_mailbox_commands", "gauge", waiting);
    out += "# TYPE atelier_connections gauge\n";
    for (const Role role : {Role::participant, Role::facilitator, Role::screen}) {
        std::size_t count = 0;
        for (const auto& [id, host] : hosts_) count += host->connections(role);
        fmt::format_to(std::back_inserter(out), "atelier_connections{{role=\"{}\"}} {}\n",
                       wire::text(role), count);
    }
    return out;
}

}  // namespace atelier::app
