#include "app/import_files.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <vector>

#include "api/links.hpp"
#include "app/create.hpp"
#include "app/folder.hpp"
#include "app/import_words.hpp"
#include "app/tools.hpp"
#include "report/imports/make.hpp"
#include "wire/server_frames.hpp"

namespace atelier::app {
namespace {

namespace imports = report::imports;
using domain::Role;

/// No more than an import may have, and one byte to tell that there is more.
std::optional<std::string> read_bounded(const std::string& path) {
    if (!std::filesystem::is_regular_file(path)) return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    std::string out(imports::limits::file_bytes_max + 1, '\0');
    in.read(out.data(), static_cast<std::streamsize>(out.size()));
    if (in.bad()) return std::nullopt;
    out.resize(static_cast<std::size_t>(in.gcount()));
    return out;
}

/// "text=Body,lever=Section"; a column without a header is none.
base::Result<imports::Wanted, std::string> columns_of(std::string_view map) {
    imports::Wanted out;
    while (!map.empty()) {
        const auto end = std::min(map.find(','), map.size());
        const std::string_view one = map.substr(0, end);
        const auto equals = one.find('=');
        if (equals == std::string_view::npos)
            return "--map wants column=header, not " + std::string(one);
        out.emplace_back(one.substr(0, equals), one.substr(equals + 1));
        map.remove_prefix(std::min(end + 1, map.size()));
    }
    return out;
}

void print(const imports::ImportPlan& plan) {
    fmt::print("format: {}\ntitle: {}\nrows: {}\nideas: {}\nlevers: {}\n", word_of(plan.format),
               plan.title, plan.rows, plan.ideas.size(), plan.levers.size());
    for (std::size_t i = 0; i < imports::columns_count; ++i)
        if (const auto& at = plan.mapping[i])
            fmt::print("column {}: {}\n", word_of(static_cast<imports::Column>(i)),
                       plan.header.at(*at));
    const std::size_t choices = plan.workshop ? plan.votes_cast : plan.votes.size();
    if (plan.votes_cast > 0)
        fmt::print("votes cast: {}\nlast votes: {}\n", plan.votes_cast, choices);
    for (const imports::Warning& warning : plan.warnings.all())
        fmt::print("note: {}\n", words_of(warning));
}

std::string words_of_refusal(const domain::Refusal& refusal) {
    return fmt::format("refused: {} {}", domain::text(refusal.code),
                       wire::refusal_data(refusal).dump());
}

int make_new(const Asked& asked, const imports::ImportPlan& plan) {
    const base::Millis now = base::now_ms();
    if (asked.dry_run) {
        const auto events = imports::new_workshop(plan, {"preview"}, "", now);
        fmt::print("dry run: a new workshop of {} events; nothing was written\n", events.size());
        return 0;
    }
    std::error_code error;
    std::filesystem::create_directories(asked.serve.data, error);
    auto store = open_journal(asked.serve.data, /*make=*/true);
    if (!store) return fail(store.error());
    const auto made = found_workshop(
        *store.value(),
        [&](const domain::WorkshopId& id, const std::string& code) {
            return imports::new_workshop(plan, id, code, now);
        },
        now);
    if (!made) return fail(made.error().cause);
    print_created(asked, made.value());
    return 0;
}

int add_to(const Asked& asked, const imports::ImportPlan& plan) {
    auto store = open_journal(asked.serve.data, /*make=*/false);
    if (!store) return fail(store.error());
    const auto id = find_workshop(*store.value(), asked.into);
    if (!id) return fail(id.error());
    const auto loaded = store.value()->load(id.value());
    if (!loaded) return fail(loaded.error().cause);
    imports::Into into;
    if (!asked.phase.empty()) into.phase = domain::PhaseId{asked.phase};
    base::RandomIds ids;
    auto events = imports::added_ideas(loaded.value().state, plan, into, ids.fresh());
    if (!events) return fail(words_of_refusal(events.error()));
    if (asked.dry_run) {
        fmt::print("dry run: {} ideas would be added; nothing was written\n", plan.ideas.size());
        return 0;
    }
    const auto batch =
        batch_of(id.value(), loaded.value().head, std::move(events).value(), base::now_ms());
    if (const auto done = store.value()->append({&batch, 1}); !done)
        return fail(done.error().kind == journal::Failure::conflict
                        ? "something happened in the workshop meanwhile: try again"
                        : done.error().cause);
    fmt::print("added: {}\n", plan.ideas.size());
    return 0;
}

}  // namespace

int import_files(const Asked& asked) {
    if (asked.names.empty() || asked.names.size() > imports::limits::files_max)
        return misused("import wants a file, or Polis' comments and votes");
    auto columns = columns_of(asked.map);
    if (!columns) return misused(columns.error());
    std::vector<std::string> bytes;
    std::vector<imports::Upload> uploads;
    for (const std::string& name : asked.names) {
        auto read = read_bounded(name);
        if (!read) return fail(words_of(imports::Refused{"import_unreadable", name}));
        bytes.push_back(std::move(*read));
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) uploads.push_back({asked.names[i], bytes[i]});
    const auto plan =
        imports::read_import(uploads, {std::move(columns).value(), asked.title, asked.language});
    if (!plan) return fail(words_of(plan.error()));
    const auto decided = domain::decide({}, domain::UpdateWorkshop{plan.value().title, {}},
                                        {Role::organiser, {}}, {});
    if (!decided) return fail("the title does not fit: say another one with --title");
    print(plan.value());
    return asked.into.empty() ? make_new(asked, plan.value()) : add_to(asked, plan.value());
}

}  // namespace atelier::app
