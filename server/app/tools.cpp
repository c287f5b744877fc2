#include "app/tools.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "api/links.hpp"
#include "app/create.hpp"
#include "app/exports/make.hpp"
#include "app/folder.hpp"
#include "base/clock.hpp"
#include "base/secret.hpp"
#include "report/export.hpp"
#include "report/imports/exported_workshop.hpp"
#include "report/imports/limits.hpp"
#include "report/verify_export.hpp"
#include "wire/bounded_json.hpp"
#include "wire/server_frames.hpp"
#include "wire/templates.hpp"

namespace atelier::app {
namespace {

using domain::Role;
using domain::WorkshopId;
using JournalPtr = std::unique_ptr<journal::SqliteJournal>;

/// The bytes of a file; nothing if it cannot be read.
std::optional<std::string> read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    if (!in || !(out << in.rdbuf())) return std::nullopt;
    return out.str();
}

std::string words_of(const domain::Refusal& refusal) {
    return fmt::format("the template is refused: {} {}", domain::text(refusal.code),
                       wire::refusal_data(refusal).dump());
}

std::string words_of(const api::Problem& problem) {
    std::string out(api::words(problem.code, "en"));
    if (problem.data.contains("needs"))
        out += " The Debian package is " + problem.data["needs"].get<std::string>() + ".";
    return out;
}

/// To whoever sits at the terminal; not into a pipe or a log.
void tell_step(const Asked& asked, api::ExportStep step) {
    static constexpr std::array<std::string_view, 3> steps{"reading the journal", "writing",
                                                           "converting"};
    if (asked.out.empty() || ::isatty(STDERR_FILENO) == 0) return;
    fmt::print(stderr, "{}…\n", steps[static_cast<std::size_t>(step)]);
}

base::Result<domain::Blueprint, std::string> plan_of(const Asked& asked) {
    auto plan = wire::blueprint(asked.template_name, asked.language);
    if (!plan && std::filesystem::exists(asked.template_name)) {
        const auto text = read_file(asked.template_name);
        if (!text) return "cannot read " + asked.template_name;
        const auto json = wire::parse_bounded(*text, wire::template_json_depth_max);
        if (!json) return words_of(json.error());
        plan = wire::blueprint_from_json(json.value(), asked.language);
    }
    if (!plan) return words_of(plan.error());
    domain::Blueprint out = std::move(plan).value();
    if (!asked.title.empty()) out.title = asked.title;
    return out;
}

std::string origin_of(const ServeOptions& options) {
    if (!options.public_url.empty()) return options.public_url;
    return fmt::format("http://{}:{}", options.address, options.port);
}

/// A JSON export, checked by itself: its digests, its ballots and counts, and that what it says of
/// results follows from them.
int verify_file(const std::string& path) {
    constexpr std::uintmax_t bytes_max = 256 * 1024 * 1024;
    std::error_code error;
    if (std::filesystem::file_size(path, error) > bytes_max || error)
        return fail(path + " is larger than any export");
    const auto text = read_file(path);
    if (!text) return fail("cannot read " + path);
    const auto json = wire::parse_bounded(*text, report::imports::limits::json_depth_max);
    if (!json) return fail(path + " is not an export: it is not JSON, or cut off");
    auto differences = report::verify_export(json.value(), "en");
    if (differences.empty()) differences = report::imports::untold(json.value());
    for (const std::string& difference : differences) fmt::print("{}\n", difference);
    if (!differences.empty()) return fail(path + " does not agree with itself");
    fmt::print("{}: texts, ballots, tallies, results and counts agree\n", path);
    return 0;
}

bool is_sqlite(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::string head(16, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    return head.starts_with("SQLite format 3");
}

/// Chain, sealed texts and relational tables of one workshop; true if all is as it should be.
bool verify_one(journal::Store& store, const WorkshopId& id) {
    const auto verified = store.verify(id);
    if (!verified) {
        fmt::print("{}: {}\n", id.text, verified.error().cause);
        return false;
    }
    if (const auto& difference = verified.value().difference) {
        fmt::print("{}: event {}: {}\n", id.text, difference->seq, difference->words);
        return false;
    }
    fmt::print("{}: {} events, whole; fingerprint {}\n", id.text, verified.value().head.seq,
               base::hex(verified.value().head.digest));
    return true;
}

/// Runs `work` on the workshop named, or on all.
template <class Work>
int each(journal::Store& store, const std::vector<std::string>& names, Work work) {
    std::vector<WorkshopId> ids;
    for (const std::string& name : names) {
        auto found = find_workshop(store, name);
        if (!found) return fail(found.error());
        ids.push_back(std::move(found).value());
    }
    if (names.empty()) {
        const auto rows = store.workshops();
        if (!rows) return fail(rows.error().cause);
        for (const auto& row : rows.value()) ids.push_back(row.id);
    }
    bool good = true;
    for (const WorkshopId& id : ids) good = work(id) && good;
    return good ? 0 : 1;
}

}  // namespace

int fail(std::string_view why) {
    fmt::print(stderr, "atelier: {}\n", why);
    return 1;
}

int misused(std::string_view why) {
    fmt::print(stderr, "atelier: {}\n\n{}", why, usage());
    return 2;
}

base::Result<WorkshopId, std::string> find_workshop(journal::Store& store,
                                                    const std::string& name) {
    if (const auto code = base::normalise_join_code(name); !code.empty()) {
        const auto found = store.find_code(code);
        if (!found) return found.error().cause;
        if (found.value()) return *found.value();
    }
    const auto row = store.find_workshop({name});
    if (!row) return row.error().cause;
    if (!row.value()) return "there is no workshop " + name;
    return row.value()->id;
}

int create_from_command_line(const Asked& asked) {
    if (asked.names.size() != 1 || asked.names[0] != "create")
        return misused("did you mean `atelier workshop create`?");
    const auto plan = plan_of(asked);
    if (!plan) return fail(plan.error());
    std::error_code error;
    std::filesystem::create_directories(asked.serve.data, error);
    auto store = open_journal(asked.serve.data, /*make=*/true);
    if (!store) return fail(store.error());
    const auto made = create_workshop(*store.value(), plan.value(), base::now_ms());
    if (!made) return fail(made.error().cause);
    print_created(asked, made.value());
    return 0;
}

void print_created(const Asked& asked, const api::Created& created) {
    const api::PublicUrl url{origin_of(asked.serve)};
    fmt::print("id: {}\ncode: {}\nparticipant: {}\nfacilitator: {}\nscreen: {}\nsummary: {}\n",
               created.id.text, created.code, api::participant_link(url, created.code),
               api::secret_link(url, Role::facilitator, created.facilitator),
               api::secret_link(url, Role::screen, created.screen),
               api::secret_link(url, Role::reader, created.reader));
}

int export_workshop(const Asked& asked) {
    if (asked.names.size() != 1) return misused("export wants one workshop");
    auto store = open_journal(asked.serve.data, /*make=*/false);
    if (!store) return fail(store.error());
    const auto id = find_workshop(*store.value(), asked.names[0]);
    if (!id) return fail(id.error());
    if (asked.format != "png" && !report::find_format(asked.format))
        return misused("there is no format " + asked.format);
    if (asked.format == "png" && asked.picture.empty())
        return misused("png wants --picture, by its name in the summary's pictures");
    const std::atomic<bool> never = false;
    const auto tell = [&](api::ExportStep step) { tell_step(asked, step); };
    const auto file =
        exports::make_file(*store.value(), id.value(), {asked.format, asked.picture, true},
                           base::now_ms(), tell, never);
    if (!file) return fail(words_of(file.error()));
    if (asked.out.empty()) {
        std::fwrite(file.value().bytes.data(), 1, file.value().bytes.size(), stdout);
        return std::fflush(stdout) == 0 ? 0 : fail("cannot write the output");
    }
    std::ofstream out(asked.out, std::ios::binary);
    out << file.value().bytes;
    out.close();
    if (!out) return fail("cannot write " + asked.out);
    return 0;
}

int verify(const Asked& asked) {
    std::filesystem::path folder = asked.serve.data;
    std::vector<std::string> names = asked.names;
    if (names.size() == 1 && std::filesystem::is_regular_file(names[0])) {
        if (!is_sqlite(names[0])) return verify_file(names[0]);
        auto opened = journal::SqliteJournal::open({.path = names[0]});
        if (!opened) return fail(opened.error().cause);
        return each(*opened.value(), {},
                    [&](const WorkshopId& id) { return verify_one(*opened.value(), id); });
    }
    auto store = open_journal(folder, /*make=*/false);
    if (!store) return fail(store.error());
    return each(*store.value(), names,
                [&](const WorkshopId& id) { return verify_one(*store.value(), id); });
}

int rebuild(const Asked& asked) {
    auto store = open_journal(asked.serve.data, /*make=*/false);
    if (!store) return fail(store.error());
    return each(*store.value(), asked.names, [&](const WorkshopId& id) {
        const auto done = store.value()->rebuild(id);
        fmt::print("{}: {}\n", id.text, done ? "rebuilt" : done.error().cause);
        return done.ok();
    });
}

int organiser_link(const Asked& asked) {
    auto store = open_journal(asked.serve.data, /*make=*/false);
    if (!store) return fail(store.error());
    const auto secret = add_link(*store.value(), std::nullopt, Role::organiser, base::now_ms());
    if (!secret) return fail(secret.error().cause);
    fmt::print("organiser: {}\n",
               api::secret_link({origin_of(asked.serve)}, Role::organiser, secret.value()));
    return 0;
}

}  // namespace atelier::app
