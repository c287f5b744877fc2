// A file that somebody chooses to import: it becomes a plan that can be told as a workshop and folded,
// or is refused by a code. What an export becomes is, exported again, an export that agrees with itself.

#include "domain/decide.hpp"
#include "fuzz.hpp"
#include "report/export_json.hpp"
#include "report/imports/make.hpp"
#include "report/imports/plan_json.hpp"
#include "report/verify_export.hpp"

using namespace atelier;
using namespace atelier::report::imports;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = fuzz::bytes(data, size);
    const Upload file{"a", bytes};
    const auto plan = read_import({&file, 1}, {});
    if (!plan) {
        must(plan.error().code.starts_with("import_"), "refused by a code of imports");
        return 0;
    }
    (void)plan_json(plan.value()).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    domain::Workshop workshop;
    for (const auto& one : new_workshop(plan.value(), {"w"}, "ABCD-EFGH", 1))
        domain::apply(workshop, one.event, one.at);
    must(workshop.ideas.size() <= domain::limits::ideas_per_workshop_max, "no more ideas than fit");
    for (const auto& [phase, votes] : workshop.votes)
        must(domain::recount(votes) == votes.tallies, "tallies are their ballots");
    const auto again = report::export_json(workshop, {1, std::string(64, 'a')}, 2);
    must(report::verify_export(again, "en").empty(), "its export agrees with itself");
    return 0;
}
