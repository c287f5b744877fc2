// The load generator: opens connections, sends what is due, checks and measures what comes back.
// Speaks with whoever started it in lines: it prints one JSON object at each stage and waits for a
// line before the next.
#include <sys/resource.h>

#include <array>
#include <boost/program_options.hpp>
#include <cstdio>
#include <iostream>
#include <sstream>

#include "generator/atelier.hpp"
#include "generator/fleet.hpp"

namespace load {
namespace {

namespace po = boost::program_options;
using nlohmann::ordered_json;

struct Options {
    std::string dialect, path, codes, work;
    std::uint16_t port = 0;
    std::size_t connections = 0, sources = 0, text_bytes = 0, at_once = 0, ideas = 0;
    std::size_t churning = 0, window = 0;
    double per_second = 0, seconds = 0, drain = 0, joins_per_second = 0, split = 0;
};

bool read_options(int argc, const char* const* argv, Options& out) {
    po::options_description known("generator");
    known.add_options()("help", "")                                                               //
        ("dialect", po::value(&out.dialect)->default_value("plain"), "plain, socketio, atelier")  //
        ("port", po::value(&out.port)->required(), "on 127.0.0.1")                                //
        ("path", po::value(&out.path)->default_value("/"), "of the upgrade (plain)")              //
        ("codes", po::value(&out.codes)->default_value(""), "join codes, with commas (atelier)")  //
        ("work", po::value(&out.work)->default_value("posts"), "posts or votes (atelier)")        //
        ("ideas", po::value(&out.ideas)->default_value(5), "how many are voted on")               //
        ("connections", po::value(&out.connections)->default_value(1000), "")                     //
        ("rate", po::value(&out.per_second)->default_value(50), "messages a second, in all")      //
        ("seconds", po::value(&out.seconds)->default_value(8), "")                                //
        ("drain", po::value(&out.drain)->default_value(8), "seconds to wait for the last")        //
        ("bytes", po::value(&out.text_bytes)->default_value(200), "of a message")                 //
        ("sources", po::value(&out.sources)->default_value(0), "addresses; 0: as needed")         //
        ("at-once", po::value(&out.at_once)->default_value(100), "opening at the same time")      //
        ("window", po::value(&out.window)->default_value(0),
         "send whenever fewer than this many are unanswered, and not when due (atelier)")  //
        ("split", po::value(&out.split)->default_value(0),
         "after so many seconds another part begins: both are reported to the last reader")  //
        ("churning", po::value(&out.churning)->default_value(0),
         "more connections that only leave and come back, five a second")  //
        ("joins", po::value(&out.joins_per_second)->default_value(0),
         "open this many a second, each joining and connecting; 0: all at the beginning");
    po::variables_map read;
    po::store(po::parse_command_line(argc, argv, known), read);
    if (read.count("help") != 0) {
        std::cout << known;
        return false;
    }
    po::notify(read);
    if (out.sources == 0) out.sources = 1 + out.connections / 5'000;
    return true;
}

std::vector<std::string> split(const std::string& list) {
    std::vector<std::string> out;
    std::istringstream in(list);
    for (std::string one; std::getline(in, one, ',');) out.push_back(one);
    return out;
}

void raise_descriptors(std::size_t wanted) {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur >= wanted) return;
    limit.rlim_cur = wanted;
    limit.rlim_max = std::max<rlim_t>(limit.rlim_max, wanted);
    if (setrlimit(RLIMIT_NOFILE, &limit) == 0) return;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

double cpu_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

class Run {
  public:
    Run(const Options& options, Dialect& dialect, Ledger& ledger)
        : options_(options),
          dialect_(dialect),
          ledger_(ledger),
          fleet_({options.port, options.sources}, dialect, ledger.groups()),
          links_(ledger.groups().all()) {}

    void all() {
        if (options_.joins_per_second > 0) {
            open_paced();
        } else {
            open_all();
        }
        wait_for_word();
        if (options_.per_second > 0) post();
        say(report());
        wait_for_word();
    }

  private:
    static void say(const ordered_json& words) {
        std::cout << words.dump() << std::endl;  // the other side waits for it
    }
    void wait_for_word() {
        while (!fleet_.told()) fleet_.turn(now() + second);
    }

    template <class Start, class Done>
    void some_at_once(Start start, Done done) {
        const Nanos limit = now() + 120 * second;
        std::size_t next = 0;
        while (done() + fleet_.failed() < links_ && now() < limit) {
            const std::size_t under_way = next - done() - std::min(next - done(), fleet_.failed());
            for (std::size_t i = under_way; i < options_.at_once && next < links_; ++i)
                start(next++);
            fleet_.turn(now() + 10 * millisecond);
        }
    }
    void open_all() {
        if (!dialect_.join_body(0).empty()) {
            some_at_once([&](std::size_t link) { fleet_.start_join(link); },
                         [&] { return fleet_.joined(); });
            say({{"at", "joined"}, {"joined", fleet_.joined()}, {"failed", fleet_.failed()}});
        } else {
            say({{"at", "joined"}, {"joined", 0}});
        }
        wait_for_word();
        const Nanos start = now();
        some_at_once([&](std::size_t link) { fleet_.start_connect(link); },
                     [&] { return fleet_.alive(); });
        say({{"at", "connected"},
             {"alive", fleet_.alive()},
             {"seconds", static_cast<double>(now() - start) / 1e9}});
    }
    void open_paced() {
        const Schedule opening{now(), options_.joins_per_second, options_.connections};
        for (std::size_t next = 0; next < opening.count;) {
            fleet_.turn(opening.due(next));
            for (; next < opening.count && opening.due(next) <= now(); ++next)
                fleet_.start_both(next, opening.due(next));
        }
        const Nanos limit = now() + static_cast<Nanos>(options_.drain * 1e9);
        while (fleet_.alive() + fleet_.failed() < opening.count && now() < limit)
            fleet_.turn(now() + 10 * millisecond);
        const auto& first = fleet_.first_state();
        say({{"at", "connected"},
             {"alive", fleet_.alive()},
             {"failed", fleet_.failed()},
             {"first_p50", first.quantile_ms(0.5)},
             {"first_p99", first.quantile_ms(0.99)},
             {"first_max", first.max_ms()}});
    }

    void post() {
        const double cpu = cpu_seconds();
        const Nanos start = now();
        const auto count = static_cast<std::size_t>(options_.per_second * options_.seconds);
        ledger_.begins({start + 100 * millisecond, options_.per_second, count});
        const Schedule& schedule = ledger_.schedule();
        for (std::size_t next = 0; next < count;) {
            if (options_.window != 0) {
                fleet_.turn(now() + millisecond);
                while (next < count && next - dialect_.answered() < options_.window)
                    fleet_.post(next++);
                continue;
            }
            fleet_.turn(schedule.due(next));
            for (; next < count && schedule.due(next) <= now(); ++next) {
                late_[part_of(next)].record((now() - schedule.due(next)) / 1000);
                fleet_.post(next);
            }
            churn();
        }
        const Nanos limit = now() + static_cast<Nanos>(options_.drain * 1e9);
        while (!dialect_.complete() && now() < limit) fleet_.turn(now() + 10 * millisecond);
        took_ = static_cast<double>(now() - start) / 1e9;
        cpu_ = cpu_seconds() - cpu;
        // What should not come (doubled, foreign) has a moment to come.
        for (const Nanos quiet = now() + 300 * millisecond; now() < quiet;) fleet_.turn(quiet);
    }

    /// One of the extra connections leaves and comes back.
    void churn() {
        if (options_.churning == 0 || now() < next_churn_) return;
        next_churn_ = now() + second / 5;
        const std::size_t link = options_.connections + churned_++ % options_.churning;
        fleet_.hang_up(link);
        fleet_.start_connect(link);
    }

    ordered_json report() const {
        const auto& latency = ledger_.latency();
        ordered_json out{{"at", "done"},
                         {"seconds", took_},
                         {"messages", ledger_.schedule().count},
                         {"expected", ledger_.expected()},
                         {"copies", ledger_.copies()},
                         {"missing", ledger_.expected() - ledger_.copies()},
                         {"doubled", ledger_.doubled()},
                         {"foreign", ledger_.foreign()},
                         {"garbled", ledger_.garbled()},
                         {"lost_connections", fleet_.lost()},
                         {"alive", fleet_.alive()},
                         {"p50", latency.quantile_ms(0.5)},
                         {"p95", latency.quantile_ms(0.95)},
                         {"p99", latency.quantile_ms(0.99)},
                         {"max", latency.max_ms()},
                         {"sent_late_p99", late_.back().quantile_ms(0.99)},
                         {"reads", fleet_.reads()},
                         {"generator_cpu", cpu_}};
        const auto& acks = ledger_.acks();
        if (acks.total() != 0) {
            out["acks"] = acks.total();
            out["ack_p50"] = acks.quantile_ms(0.5);
            out["ack_p95"] = acks.quantile_ms(0.95);
            out["ack_p99"] = acks.quantile_ms(0.99);
        }
        const std::size_t split = first_after_split();
        if (split > 0) out["parts"] = {part(0, split), part(split, ledger_.schedule().count)};
        dialect_.report(out);
        return out;
    }
    std::size_t first_after_split() const {
        return static_cast<std::size_t>(options_.per_second * options_.split);
    }
    std::size_t part_of(std::size_t message) const { return message < first_after_split() ? 0 : 1; }
    ordered_json part(std::size_t from, std::size_t to) const {
        const Ledger::Part part = ledger_.part(from, to);
        return {{"messages", to - from},
                {"incomplete", part.incomplete},
                {"sent_late_p99", late_[part_of(from)].quantile_ms(0.99)},
                {"last_p50", part.last.quantile_ms(0.5)},
                {"last_p99", part.last.quantile_ms(0.99)},
                {"last_max", part.last.max_ms()}};
    }

    const Options& options_;
    Dialect& dialect_;
    Ledger& ledger_;
    Fleet fleet_;
    std::size_t links_;
    Nanos next_churn_ = 0;
    std::size_t churned_ = 0;
    std::array<Histogram, 2> late_;  ///< before the split and after it; all after none
    double took_ = 0;
    double cpu_ = 0;
};

int run(const Options& options) {
    raise_descriptors(options.connections + 100);
    const auto codes = split(options.codes);
    const Groups groups{options.connections, std::max<std::size_t>(1, codes.size()),
                        options.churning};
    const auto messages = static_cast<std::size_t>(options.per_second * options.seconds);
    const Work work = options.work == "votes" ? Work::votes : Work::posts;
    Ledger ledger(groups, messages, options.text_bytes);
    std::unique_ptr<Dialect> dialect;
    if (options.dialect == "atelier") {
        dialect = std::make_unique<Atelier>(AtelierOptions{codes, work, options.ideas}, ledger);
    } else {
        dialect = make_broadcast(options.dialect, options.path, ledger);
    }
    if (!dialect) throw std::runtime_error("no such dialect: " + options.dialect);
    Run(options, *dialect, ledger).all();
    return 0;
}

}  // namespace
}  // namespace load

int main(int argc, char** argv) try {
    load::Options options;
    return load::read_options(argc, argv, options) ? load::run(options) : 0;
} catch (const std::exception& problem) {
    std::fprintf(stderr, "generator: %s\n", problem.what());
    return 1;
}
